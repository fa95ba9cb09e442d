package iam

import (
	"fmt"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var accessKeyOperations = []service.Operation{
	service.Op("CreateAccessKey", service.Write, onUser("iam:CreateAccessKey", func(in *api.CreateAccessKeyInput) *string { return in.UserName }, nil), createAccessKey),
	service.Op("UpdateAccessKey", service.Write, onUser("iam:UpdateAccessKey", func(in *api.UpdateAccessKeyInput) *string { return in.UserName }, nil), updateAccessKey),
	service.Op("DeleteAccessKey", service.Write, onUser("iam:DeleteAccessKey", func(in *api.DeleteAccessKeyInput) *string { return in.UserName }, nil), deleteAccessKey),
	service.Op("ListAccessKeys", service.List, onUser("iam:ListAccessKeys", func(in *api.ListAccessKeysInput) *string { return in.UserName }, nil), listAccessKeys),
	service.Op("GetAccessKeyLastUsed", service.Read, asksKeyLastUsed, getAccessKeyLastUsed),
}

// createAccessKey is the only answer that ever shows a secret. Inactive keys count towards the quota, which is root's too.
func createAccessKey(c *service.Call, in *api.CreateAccessKeyInput) (*api.CreateAccessKeyOutput, error) {
	of, err := ownerOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	if limit := c.Quota("AccessKeysPerUserQuota"); count(store.AccessKeysByOwner.All(c.Tx, of.ID)) >= limit {
		return nil, limitExceeded("AccessKeysPerUser", limit)
	}
	key := &identity.AccessKey{
		ID: identity.NewKeyID(c.Chance, identity.AccessKeyPrefix, c.Account()), Account: c.Account(), Owner: of.ID,
		Status: identity.Active, CreatedAt: c.Now,
	}
	if has(store.AccessKeys.Get(c.Tx, key.ID)) {
		return nil, fmt.Errorf("the fresh access key ID %s is in use", key.ID) // one in 10^11; no key may ever get another's secret
	}
	secret := identity.NewSecretKey(c.Chance)
	if key.Secret, err = c.Keys.SealSecretKey(key.Account, key.ID, seal.NewSecret(secret)); err != nil {
		return nil, fmt.Errorf("seal the secret of access key %s: %w", key.ID, err)
	}
	store.AccessKeys.Put(c.Tx, key)
	return &api.CreateAccessKeyOutput{AccessKey: &api.AccessKey{
		AccessKeyId: key.ID, SecretAccessKey: secret, Status: key.Status, UserName: of.Name, CreateDate: &key.CreatedAt,
	}}, nil
}

func updateAccessKey(c *service.Call, in *api.UpdateAccessKeyInput) (*api.UpdateAccessKeyOutput, error) {
	key, err := ownedKey(c, in.UserName, in.AccessKeyId)
	if err != nil {
		return nil, err
	}
	if err := settable(in.Status); err != nil {
		return nil, err
	}
	changed := *key
	changed.Status, changed.ChangedAt = in.Status, c.Now
	store.AccessKeys.Put(c.Tx, &changed)
	return &api.UpdateAccessKeyOutput{}, nil
}

func deleteAccessKey(c *service.Call, in *api.DeleteAccessKeyInput) (*api.DeleteAccessKeyOutput, error) {
	key, err := ownedKey(c, in.UserName, in.AccessKeyId)
	if err != nil {
		return nil, err
	}
	store.AccessKeys.Delete(c.Tx, key.ID)
	store.KeyUses.Delete(c.Tx, key.ID)
	return &api.DeleteAccessKeyOutput{}, nil
}

func listAccessKeys(c *service.Call, in *api.ListAccessKeysInput) (*api.ListAccessKeysOutput, error) {
	of, err := ownerOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	p := collect(w, store.AccessKeysByOwner.After(c.Tx, store.Exactly(of.ID), w.after), nil, func(k *identity.AccessKey) api.AccessKeyMetadata {
		return api.AccessKeyMetadata{AccessKeyId: &k.ID, Status: &k.Status, CreateDate: &k.CreatedAt, UserName: nameOrNil(of.Name)}
	})
	return &api.ListAccessKeysOutput{AccessKeyMetadata: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

// asksKeyLastUsed asks on the user whose key it is. A key that does not exist is asked for on a user without a name, and the denial names the key alone, so that
// nobody learns from it which keys exist.
func asksKeyLastUsed(c *service.Call, in *api.GetAccessKeyLastUsedInput) ([]access.Ask, error) {
	ask := access.Ask{
		Action: "iam:GetAccessKeyLastUsed", Resource: identity.ARN(c.Account(), "user", "/", ""), Shown: "access key " + in.AccessKeyId,
	}
	if key, ok := store.AccessKeys.Get(c.Tx, in.AccessKeyId); ok && key.Account == c.Account() {
		ask.Resource = identity.RootARN(c.Account())
		if user, ok := store.UsersByID.Get(c.Tx, key.Owner); ok {
			ask.Resource, ask.Context = user.ARN(), entityKeys(user.Tags, user.Boundary)
		}
	}
	return one(ask)
}

// getAccessKeyLastUsed answers N/A for a key that was never used. A key that the account does not have is denied to everybody, as nobody's policies reach it.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html
func getAccessKeyLastUsed(c *service.Call, in *api.GetAccessKeyLastUsedInput) (*api.GetAccessKeyLastUsedOutput, error) {
	key, ok := store.AccessKeys.Get(c.Tx, in.AccessKeyId)
	if !ok || key.Account != c.Account() {
		return nil, fault.AccessDenied("User: %s is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key %s", c.Caller.ARN(), in.AccessKeyId)
	}
	out := &api.GetAccessKeyLastUsedOutput{AccessKeyLastUsed: &api.AccessKeyLastUsed{ServiceName: notApplicable, Region: notApplicable}}
	if user, ok := store.UsersByID.Get(c.Tx, key.Owner); ok {
		out.UserName = &user.Name
	}
	if use, ok := c.KeyUse(key.ID); ok {
		out.AccessKeyLastUsed = &api.AccessKeyLastUsed{LastUsedDate: &use.At, ServiceName: orNA(use.Service), Region: orNA(use.Region)}
	}
	return out, nil
}

// ownedKey finds a key of the user of that name, or of the caller where no name is given.
func ownedKey(c *service.Call, userName *string, keyID string) (*identity.AccessKey, error) {
	of, err := ownerOf(c, userName)
	if err != nil {
		return nil, err
	}
	key, ok := store.AccessKeys.Get(c.Tx, keyID)
	if !ok || key.Owner != of.ID {
		return nil, noAccessKey(keyID)
	}
	return key, nil
}

func noAccessKey(keyID string) error {
	return noSuchEntity("The Access Key with id %s cannot be found.", keyID)
}
