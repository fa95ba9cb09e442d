package sts

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/factor/idtoken"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Whoever has an ID token of a provider of the role's account gets a session of a role whose trust policy names the provider. Nobody signs: the token is the proof.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html

var webIdentityOperations = []service.Operation{
	service.Op("AssumeRoleWithWebIdentity", service.Write, asksWebIdentity, assumeRoleWithWebIdentity,
		service.Writes(func(*api.AssumeRoleWithWebIdentityInput) bool { return false }),
		service.Admit(admitWebIdentity)),
}

const (
	tokenLeeway = 5 * time.Minute // by which clocks may differ: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html
	maxTokenAge = 24 * time.Hour
	maxSubject  = 255
)

// denied says what AWS says to whom a trust policy does not let in: nothing of who they are.
func denied(_ *access.Access, d *access.Denial) *fault.Error {
	if d.Caller.Kind == identity.WebIdentityUser {
		return fault.AccessDenied("Not authorized to perform %s", d.Ask.Action).Because(d)
	}
	return d.Fault()
}

// admitWebIdentity makes the caller whoever the token is about.
func admitWebIdentity(c *service.Call, in *api.AssumeRoleWithWebIdentityInput) error {
	if in.ProviderId != nil {
		return fault.Validation("ProviderId is for OAuth 2.0 access tokens, which are not taken here: leave it out.")
	}
	parsed, err := roleARN(in.RoleArn)
	if err != nil {
		return err
	}
	web, err := vouchedFor(c, parsed.Account, in.WebIdentityToken)
	if err != nil {
		return err
	}
	c.Caller = &identity.Caller{Kind: identity.WebIdentityUser, Account: parsed.Account, Web: web}
	return nil
}

// vouchedFor is whom a token is about, if it is one of a provider of the account.
func vouchedFor(c *service.Call, account, text string) (*identity.WebIdentity, error) {
	token, err := idtoken.Parse(text)
	if err != nil {
		return nil, unreadableToken(err)
	}
	issuer, secure := strings.CutPrefix(token.Issuer, "https://")
	provider, ok := store.OIDCProviders.Get(c.Tx, store.ProviderKey(account, issuer))
	if !ok || !secure {
		return nil, api.InvalidIdentityToken("No OpenIDConnect provider found in your account for %s", token.Issuer)
	}
	if err := signed(c, issuer, token); err != nil {
		return nil, err
	}
	if err := inTime(token, c.Now); err != nil {
		return nil, err
	}
	if len(token.Subject) > maxSubject || token.Has("https://aws.amazon.com/") {
		return nil, api.IDPRejectedClaim("The token has a subject of more than %d bytes, or session tags or a source identity, which are not taken here.", maxSubject)
	}
	web := &identity.WebIdentity{Provider: provider.ARN(), Issuer: issuer, Subject: token.Subject, Methods: token.Methods}
	web.Audience, web.Original, err = audience(token, provider)
	return web, err
}

func unreadableToken(err error) error {
	if missing, ok := errors.AsType[*idtoken.MissingError](err); ok {
		return api.InvalidIdentityToken("Missing a required claim: %s", missing.Claim)
	}
	return api.InvalidIdentityToken("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)")
}

// signed checks the signature with the keys that the operator has given for the issuer.
func signed(c *service.Call, issuer string, token *idtoken.Token) error {
	err := idtoken.ErrKey
	if keys, ok := c.IssuerKeys[issuer]; ok {
		err = token.Verify(keys)
	}
	switch {
	case errors.Is(err, idtoken.ErrKey):
		return api.InvalidIdentityToken("Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements").Because(err)
	case err != nil:
		return api.InvalidIdentityToken("The signature of the ID Token is not valid.").Because(err)
	}
	return nil
}

func inTime(token *idtoken.Token, now time.Time) error {
	switch age := now.Sub(token.IssuedAt); {
	case !now.Before(token.ExpiresAt.Add(tokenLeeway)):
		return api.ExpiredToken("Token expired: current date/time %d must be before the expiration date/time %d", now.Unix(), token.ExpiresAt.Unix())
	case age > maxTokenAge:
		return api.ExpiredToken("Token too old: %d", int64(age.Seconds()))
	case now.Add(tokenLeeway).Before(token.NotBefore), now.Add(tokenLeeway).Before(token.IssuedAt):
		return api.InvalidIdentityToken("The ID Token is not valid yet.")
	}
	return nil
}

// audience is the client that a token was made for: its azp, or its only aud. original is the aud of a token that has an azp.
func audience(token *idtoken.Token, provider *identity.OIDCProvider) (client, original string, err error) {
	if client = token.Party; client != "" {
		original = token.Audiences[0]
	} else {
		client = token.Audiences[0]
	}
	if len(token.Audiences) > 1 || !slices.Contains(provider.Clients, client) {
		return "", "", api.InvalidIdentityToken("Incorrect token audience")
	}
	return client, original, nil
}

func asksWebIdentity(c *service.Call, in *api.AssumeRoleWithWebIdentityInput) ([]access.Ask, error) {
	ask := access.Ask{
		Action: "sts:AssumeRoleWithWebIdentity", Resource: in.RoleArn, Owner: c.Account(), Context: []access.Key{access.One("sts:RoleSessionName", in.RoleSessionName)},
	}
	role, ok := access.RoleByARN(c.Tx, in.RoleArn)
	if ok {
		ask.Trust = role
		ask.Context = append(ask.Context, access.ResourceTags("iam", role.Tags)...)
	}
	ask.TrustMissing = !ok
	return []access.Ask{ask}, nil
}

func assumeRoleWithWebIdentity(c *service.Call, in *api.AssumeRoleWithWebIdentityInput) (*api.AssumeRoleWithWebIdentityOutput, error) {
	role, ok := access.RoleByARN(c.Tx, in.RoleArn)
	if !ok {
		return nil, fault.AccessDenied("Not authorized to perform sts:AssumeRoleWithWebIdentity")
	}
	duration, err := roleDuration(c, in.DurationSeconds, role)
	if err != nil {
		return nil, err
	}
	text, policyARNs, err := sessionPolicies(c, role.Account, in.Policy, in.PolicyArns)
	if err != nil {
		return nil, err
	}
	web := c.Caller.Web
	session := &identity.Session{
		Kind: identity.RoleSession, Account: role.Account, Principal: role.ID, Name: in.RoleSessionName, IssuedAt: c.Now, ExpiresAt: c.Now.Add(duration),
		Policy: text, PolicyARNs: policyARNs, Web: web,
	}
	credentials, packed, err := issue(c, session)
	if err != nil {
		return nil, err
	}
	out := &api.AssumeRoleWithWebIdentityOutput{
		Credentials: showCredentials(credentials), AssumedRoleUser: assumedRoleUser(role, session),
		Audience: &web.Audience, Provider: &web.Provider, SubjectFromWebIdentityToken: &web.Subject,
	}
	if packed > 0 {
		out.PackedPolicySize = new(int32(packed))
	}
	return out, nil
}
