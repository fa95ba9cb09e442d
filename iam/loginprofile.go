package iam

import (
	"context"
	"fmt"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/store"
)

var loginProfileOperations = []service.Operation{
	service.Op("CreateLoginProfile", service.Write, asksNewProfile, createLoginProfile, service.Prepare(prepareNewProfile)),
	service.Op("GetLoginProfile", service.List, onUser("iam:GetLoginProfile", func(in *api.GetLoginProfileInput) *string { return in.UserName }, nil), getLoginProfile),
	service.Op("UpdateLoginProfile", service.Write, onUser("iam:UpdateLoginProfile", func(in *api.UpdateLoginProfileInput) *string { return &in.UserName }, nil), updateLoginProfile, service.Prepare(prepareProfile)),
	service.Op("DeleteLoginProfile", service.Write, onUser("iam:DeleteLoginProfile", func(in *api.DeleteLoginProfileInput) *string { return in.UserName }, nil), deleteLoginProfile),
}

// asksNewProfile wants a password too: the published shape lets it be absent for a kind of session that is not served here.
func asksNewProfile(c *service.Call, in *api.CreateLoginProfileInput) ([]access.Ask, error) {
	if in.Password == nil {
		return nil, fault.Validation("%s", shape.Sentence([]string{shape.Missing().At("password")}))
	}
	ask, err := userAsk(c, "iam:CreateLoginProfile", in.UserName)
	return []access.Ask{ask}, err
}

// hashed is a new password that was made ready outside of the transaction.
type hashed struct {
	version int    // of the login profile that it is to change
	last    int    // how many of the last passwords it was compared with
	reused  bool   // it is one of them
	text    string // the hash, unless it was reused
}

func prepareNewProfile(ctx context.Context, c *service.Call, in *api.CreateLoginProfileInput) (*hashed, error) {
	if _, err := userWithoutProfile(c, in); err != nil {
		return nil, err
	}
	text, err := c.Passwords.Hash(ctx, *in.Password)
	if err != nil {
		return nil, fmt.Errorf("hash a password: %w", err)
	}
	return &hashed{text: text}, nil
}

func createLoginProfile(c *service.Call, in *api.CreateLoginProfileInput) (*api.CreateLoginProfileOutput, error) {
	user, err := userWithoutProfile(c, in)
	if err != nil {
		return nil, err
	}
	profile := &identity.LoginProfile{
		Owner: user.ID, Hash: service.Prepared[hashed](c).text, ResetRequired: in.PasswordResetRequired,
		CreatedAt: c.Now, ChangedAt: c.Now, Version: 1,
	}
	store.LoginProfiles.Put(c.Tx, profile)
	return &api.CreateLoginProfileOutput{LoginProfile: showProfile(user, profile)}, nil
}

// userWithoutProfile finds who is to get a password, and refuses a password that the account's policy refuses.
func userWithoutProfile(c *service.Call, in *api.CreateLoginProfileInput) (*identity.User, error) {
	user, err := userOrMe(c, in.UserName)
	if err != nil {
		return nil, err
	}
	if has(store.LoginProfiles.Get(c.Tx, user.ID)) {
		return nil, entityExists("Login Profile for user %s already exists.", user.Name)
	}
	return user, conforms(c, *in.Password)
}

func getLoginProfile(c *service.Call, in *api.GetLoginProfileInput) (*api.GetLoginProfileOutput, error) {
	user, profile, err := mustProfile(c, in.UserName)
	if err != nil {
		return nil, err
	}
	return &api.GetLoginProfileOutput{LoginProfile: showProfile(user, profile)}, nil
}

func prepareProfile(ctx context.Context, c *service.Call, in *api.UpdateLoginProfileInput) (*hashed, error) {
	_, profile, err := mustProfile(c, &in.UserName)
	if err != nil || in.Password == nil {
		return &hashed{}, err
	}
	if err := conforms(c, *in.Password); err != nil {
		return nil, err
	}
	return hashNew(ctx, c, profile, *in.Password)
}

func updateLoginProfile(c *service.Call, in *api.UpdateLoginProfileInput) (*api.UpdateLoginProfileOutput, error) {
	user, profile, err := mustProfile(c, &in.UserName)
	if err != nil {
		return nil, err
	}
	changed := *profile
	changed.Version++
	if in.Password != nil {
		if err := withPassword(c, user, &changed, *service.Prepared[hashed](c), *in.Password); err != nil {
			return nil, err
		}
		store.EndSignIns(c.Tx, user.ID, c.Caller.Browser)
	}
	if in.PasswordResetRequired != nil {
		changed.ResetRequired = *in.PasswordResetRequired
	}
	store.LoginProfiles.Put(c.Tx, &changed)
	return &api.UpdateLoginProfileOutput{}, nil
}

func deleteLoginProfile(c *service.Call, in *api.DeleteLoginProfileInput) (*api.DeleteLoginProfileOutput, error) {
	user, _, err := mustProfile(c, in.UserName)
	if err != nil {
		return nil, err
	}
	store.LoginProfiles.Delete(c.Tx, user.ID)
	store.EndSignIns(c.Tx, user.ID, "")
	return &api.DeleteLoginProfileOutput{}, nil
}

// userOrMe finds the user of that name, or the user who calls. Root's own password is not to be had by these operations.
func userOrMe(c *service.Call, name *string) (*identity.User, error) {
	of, err := ownerOf(c, name)
	if err != nil {
		return nil, err
	}
	if of.User == nil {
		return nil, mustNameUser()
	}
	return of.User, nil
}

func mustProfile(c *service.Call, name *string) (*identity.User, *identity.LoginProfile, error) {
	user, err := userOrMe(c, name)
	if err != nil {
		return nil, nil, err
	}
	profile, ok := store.LoginProfiles.Get(c.Tx, user.ID)
	if !ok {
		return nil, nil, noSuchEntity("Login Profile for User %s cannot be found.", user.Name)
	}
	return user, profile, nil
}

func showProfile(user *identity.User, profile *identity.LoginProfile) *api.LoginProfile {
	return &api.LoginProfile{UserName: user.Name, CreateDate: profile.CreatedAt, PasswordResetRequired: profile.ResetRequired}
}
