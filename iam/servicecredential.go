package iam

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var serviceCredentialOperations = []service.Operation{
	service.Op("CreateServiceSpecificCredential", service.Write, asksNewCredential, createCredential, service.Prepare(prepareNewCredential)),
	service.Op("ListServiceSpecificCredentials", service.List, asksListCredentials, listCredentials),
	service.Op("ResetServiceSpecificCredential", service.Write, onUser("iam:ResetServiceSpecificCredential", func(in *api.ResetServiceSpecificCredentialInput) *string { return in.UserName }, func(c *service.Call, in *api.ResetServiceSpecificCredentialInput) []access.Key {
		return credentialKeys(c, in.ServiceSpecificCredentialId)
	}), resetCredential, service.Prepare(prepareReset)),
	service.Op("UpdateServiceSpecificCredential", service.Write, onUser("iam:UpdateServiceSpecificCredential", func(in *api.UpdateServiceSpecificCredentialInput) *string { return in.UserName }, func(c *service.Call, in *api.UpdateServiceSpecificCredentialInput) []access.Key {
		return credentialKeys(c, in.ServiceSpecificCredentialId)
	}), updateCredential),
	service.Op("DeleteServiceSpecificCredential", service.Write, onUser("iam:DeleteServiceSpecificCredential", func(in *api.DeleteServiceSpecificCredentialInput) *string { return in.UserName }, func(c *service.Call, in *api.DeleteServiceSpecificCredentialInput) []access.Key {
		return credentialKeys(c, in.ServiceSpecificCredentialId)
	}), deleteCredential),
}

// credentialService is a service that has credentials of its own.
type credentialService struct {
	secret bool // its credential is one secret (an API key), not a user name and a password
	expire bool // its credentials may end by themselves
}

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html
var credentialServices = map[string]credentialService{
	"codecommit.amazonaws.com": {},
	"cassandra.amazonaws.com":  {},
	"bedrock.amazonaws.com":    {secret: true, expire: true},
	"logs.amazonaws.com":       {secret: true, expire: true},
}

func asksNewCredential(c *service.Call, in *api.CreateServiceSpecificCredentialInput) ([]access.Ask, error) {
	if in.CredentialAgeDays != nil && !credentialServices[in.ServiceName].expire {
		return nil, fault.Validation("CredentialAgeDays is not supported for service %s.", in.ServiceName)
	}
	ask, err := userAsk(c, "iam:CreateServiceSpecificCredential", &in.UserName)
	ask.Context = append(ask.Context, access.One("iam:ServiceSpecificCredentialServiceName", in.ServiceName))
	if in.CredentialAgeDays != nil {
		ask.Context = append(ask.Context, access.One("iam:ServiceSpecificCredentialAgeDays", strconv.Itoa(int(*in.CredentialAgeDays))))
	}
	return []access.Ask{ask}, err
}

// asksListCredentials asks on the account for the credentials of all users.
func asksListCredentials(c *service.Call, in *api.ListServiceSpecificCredentialsInput) ([]access.Ask, error) {
	if in.AllUsers == nil || !*in.AllUsers {
		ask, err := userAsk(c, "iam:ListServiceSpecificCredentials", in.UserName)
		return []access.Ask{ask}, err
	}
	if in.UserName != nil || in.ServiceName == nil {
		return nil, fault.Validation("AllUsers must come with a ServiceName and without a UserName.")
	}
	return one(access.Ask{Action: "iam:ListServiceSpecificCredentials", Resource: "*"})
}

func credentialKeys(c *service.Call, id string) []access.Key {
	credential, ok := store.ServiceCredentialsByID.Get(c.Tx, id)
	if !ok {
		return nil
	}
	return []access.Key{access.One("iam:ServiceSpecificCredentialServiceName", credential.Service)}
}

// secretText is a fresh password and its hash. It is shown in the answer to this call and never again.
type secretText struct{ text, hash string }

// secretLength makes a password of more than 200 bits.
const secretLength = 44

func newSecretText(ctx context.Context, c *service.Call) (*secretText, error) {
	text := identity.NewPasswordText(c.Chance, secretLength)
	hash, err := c.Passwords.Hash(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("hash a service-specific password: %w", err)
	}
	return &secretText{text: text, hash: hash}, nil
}

func prepareNewCredential(ctx context.Context, c *service.Call, in *api.CreateServiceSpecificCredentialInput) (*secretText, error) {
	if _, err := userForCredential(c, in); err != nil {
		return nil, err
	}
	return newSecretText(ctx, c)
}

func createCredential(c *service.Call, in *api.CreateServiceSpecificCredentialInput) (*api.CreateServiceSpecificCredentialOutput, error) {
	user, err := userForCredential(c, in)
	if err != nil {
		return nil, err
	}
	secret := service.Prepared[secretText](c)
	credential := &identity.ServiceCredential{
		ID: c.NewID(identity.ServiceCredentialPrefix), Owner: user.ID, Service: in.ServiceName,
		Hash: secret.hash, Status: identity.Active, CreatedAt: c.Now,
	}
	if name := freeName(c, user, in.ServiceName); credentialServices[in.ServiceName].secret {
		credential.Alias = name
	} else {
		credential.UserName = name
	}
	if in.CredentialAgeDays != nil {
		credential.ExpiresAt = c.Now.AddDate(0, 0, int(*in.CredentialAgeDays))
	}
	store.ServiceCredentials.Put(c.Tx, credential)
	return &api.CreateServiceSpecificCredentialOutput{ServiceSpecificCredential: showNewCredential(c, user, credential, secret.text)}, nil
}

// userForCredential looks at the user before the service, as AWS does.
func userForCredential(c *service.Call, in *api.CreateServiceSpecificCredentialInput) (*identity.User, error) {
	user, err := mustUser(c, in.UserName)
	if err != nil {
		return nil, err
	}
	if err := hasCredentials(in.ServiceName); err != nil {
		return nil, err
	}
	if limit := c.Quota("ServiceSpecificCredentialsPerUserQuota"); count(credentialsFor(c, user, in.ServiceName)) >= limit {
		return nil, limitExceeded("ServiceSpecificCredentialsPerUser", limit)
	}
	return user, nil
}

func hasCredentials(serviceName string) error {
	if _, ok := credentialServices[serviceName]; !ok {
		return noSuchEntity("No such service %s is supported for Service Specific Credentials", serviceName)
	}
	return nil
}

func credentialsFor(c *service.Call, user *identity.User, serviceName string) iter.Seq[*identity.ServiceCredential] {
	return func(yield func(*identity.ServiceCredential) bool) {
		for credential := range store.ServiceCredentials.Prefix(c.Tx, store.OwnedKey(user.ID, "")) {
			if credential.Service == serviceName && !yield(credential) {
				return
			}
		}
	}
}

// freeName is NAME-at-ACCOUNT, or the first of NAME-at-ACCOUNT+1, +2 ... that the user does not have at the service.
func freeName(c *service.Call, user *identity.User, serviceName string) string {
	var taken []string
	for credential := range credentialsFor(c, user, serviceName) {
		taken = append(taken, credential.UserName, credential.Alias)
	}
	base := user.Name + "-at-" + c.Account()
	name := base
	for n := 1; slices.Contains(taken, name); n++ {
		name = base + "+" + strconv.Itoa(n)
	}
	return name
}

func listCredentials(c *service.Call, in *api.ListServiceSpecificCredentialsInput) (*api.ListServiceSpecificCredentialsOutput, error) {
	prefix := ""
	if in.AllUsers == nil || !*in.AllUsers {
		user, err := userOrMe(c, in.UserName)
		if err != nil {
			return nil, err
		}
		prefix = store.OwnedKey(user.ID, "")
	}
	if in.ServiceName != nil {
		if err := hasCredentials(*in.ServiceName); err != nil {
			return nil, err
		}
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	keep := func(s *identity.ServiceCredential) bool {
		user, ok := store.UsersByID.Get(c.Tx, s.Owner)
		return ok && user.Account == c.Account() && (in.ServiceName == nil || s.Service == *in.ServiceName)
	}
	p := collect(w, store.ServiceCredentials.After(c.Tx, prefix, w.after), keep, func(s *identity.ServiceCredential) api.ServiceSpecificCredentialMetadata { return showCredential(c, s) })
	return &api.ListServiceSpecificCredentialsOutput{ServiceSpecificCredentials: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

func prepareReset(ctx context.Context, c *service.Call, in *api.ResetServiceSpecificCredentialInput) (*secretText, error) {
	if _, _, err := mustCredential(c, in.UserName, in.ServiceSpecificCredentialId); err != nil {
		return nil, err
	}
	return newSecretText(ctx, c)
}

func resetCredential(c *service.Call, in *api.ResetServiceSpecificCredentialInput) (*api.ResetServiceSpecificCredentialOutput, error) {
	user, credential, err := mustCredential(c, in.UserName, in.ServiceSpecificCredentialId)
	if err != nil {
		return nil, err
	}
	secret := service.Prepared[secretText](c)
	changed := *credential
	changed.Hash = secret.hash
	store.ServiceCredentials.Put(c.Tx, &changed)
	return &api.ResetServiceSpecificCredentialOutput{ServiceSpecificCredential: showNewCredential(c, user, &changed, secret.text)}, nil
}

func updateCredential(c *service.Call, in *api.UpdateServiceSpecificCredentialInput) (*api.UpdateServiceSpecificCredentialOutput, error) {
	_, credential, err := mustCredential(c, in.UserName, in.ServiceSpecificCredentialId)
	if err != nil {
		return nil, err
	}
	if err := settable(in.Status); err != nil {
		return nil, err
	}
	changed := *credential
	changed.Status = in.Status
	store.ServiceCredentials.Put(c.Tx, &changed)
	return &api.UpdateServiceSpecificCredentialOutput{}, nil
}

func deleteCredential(c *service.Call, in *api.DeleteServiceSpecificCredentialInput) (*api.DeleteServiceSpecificCredentialOutput, error) {
	_, credential, err := mustCredential(c, in.UserName, in.ServiceSpecificCredentialId)
	if err != nil {
		return nil, err
	}
	store.ServiceCredentials.Delete(c.Tx, store.OwnedKey(credential.Owner, credential.ID))
	return &api.DeleteServiceSpecificCredentialOutput{}, nil
}

func mustCredential(c *service.Call, userName *string, id string) (*identity.User, *identity.ServiceCredential, error) {
	user, err := userOrMe(c, userName)
	if err != nil {
		return nil, nil, err
	}
	credential, ok := store.ServiceCredentials.Get(c.Tx, store.OwnedKey(user.ID, id))
	if !ok {
		return nil, nil, noSuchEntity("No such credential %s exists", id)
	}
	return user, credential, nil
}

// showNewCredential is a credential with its secret.
func showNewCredential(c *service.Call, user *identity.User, s *identity.ServiceCredential, secret string) *api.ServiceSpecificCredential {
	shown := &api.ServiceSpecificCredential{
		ServiceSpecificCredentialId: s.ID, ServiceName: s.Service, UserName: user.Name, Status: credentialStatus(c, s),
		CreateDate: s.CreatedAt, ExpirationDate: timeOrNil(s.ExpiresAt), ServiceUserName: nameOrNil(s.UserName), ServiceCredentialAlias: nameOrNil(s.Alias),
	}
	if credentialServices[s.Service].secret {
		shown.ServiceCredentialSecret = &secret
	} else {
		shown.ServicePassword = &secret
	}
	return shown
}

func showCredential(c *service.Call, s *identity.ServiceCredential) api.ServiceSpecificCredentialMetadata {
	shown := api.ServiceSpecificCredentialMetadata{
		ServiceSpecificCredentialId: s.ID, ServiceName: s.Service, Status: credentialStatus(c, s),
		CreateDate: s.CreatedAt, ExpirationDate: timeOrNil(s.ExpiresAt), ServiceUserName: nameOrNil(s.UserName), ServiceCredentialAlias: nameOrNil(s.Alias),
	}
	if user, ok := store.UsersByID.Get(c.Tx, s.Owner); ok {
		shown.UserName = user.Name
	}
	return shown
}

// credentialStatus is Expired for a credential that has ended, whatever it was set to.
func credentialStatus(c *service.Call, s *identity.ServiceCredential) string {
	if !s.ExpiresAt.IsZero() && !c.Now.Before(s.ExpiresAt) {
		return api.StatusTypeExpired
	}
	return s.Status
}
