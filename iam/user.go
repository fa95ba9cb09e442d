package iam

import (
	"iter"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var userOperations = []service.Operation{
	service.Op("CreateUser", service.Write, asksNewUser, createUser),
	service.Op("GetUser", service.Read, onUser("iam:GetUser", func(in *api.GetUserInput) *string { return in.UserName }, nil), getUser),
	service.Op("ListUsers", service.List, onKind("iam:ListUsers", "user", func(in *api.ListUsersInput) *string { return in.PathPrefix }), listUsers),
	service.Op("UpdateUser", service.Write, asksUpdateUser, updateUser),
	service.Op("DeleteUser", service.Write, onUser("iam:DeleteUser", func(in *api.DeleteUserInput) *string { return &in.UserName }, nil), deleteUser),
}

func asksNewUser(c *service.Call, in *api.CreateUserInput) ([]access.Ask, error) {
	tags := tagsOf(in.Tags)
	ask := access.Ask{
		Action:   "iam:CreateUser",
		Resource: identity.ARN(c.Account(), "user", pathOf(in.Path), in.UserName),
		Shown:    identity.ARN(c.Account(), "user", "/", in.UserName),
		Context:  append(access.RequestTags(tags), access.ResourceTags("iam", tags)...),
	}
	if in.PermissionsBoundary != nil {
		if err := mustBeARN(*in.PermissionsBoundary); err != nil {
			return nil, err
		}
		ask.Context = append(ask.Context, access.One("iam:PermissionsBoundary", *in.PermissionsBoundary))
	}
	asks := []access.Ask{ask}
	if len(tags) > 0 {
		tagging := ask
		tagging.Action = "iam:TagUser"
		asks = append(asks, tagging)
	}
	return asks, nil
}

func createUser(c *service.Call, in *api.CreateUserInput) (*api.CreateUserOutput, error) {
	if _, taken := userNamed(c, in.UserName); taken {
		return nil, entityExists("User with name %s already exists.", in.UserName)
	}
	if limit := c.Quota("UsersQuota"); store.UserCount.Of(c.Tx, c.Account()) >= limit {
		return nil, limitExceeded("UsersPerAccount", limit)
	}
	tags, err := foldedKeys.fresh(c, in.Tags)
	if err != nil {
		return nil, err
	}
	boundary, err := boundaryOf(c, in.PermissionsBoundary)
	if err != nil {
		return nil, err
	}
	user := &identity.User{
		Account: c.Account(), Name: in.UserName, ID: c.NewID(identity.UserPrefix), Path: pathOf(in.Path),
		CreatedAt: c.Now, Tags: tags, Boundary: boundary,
	}
	store.Users.Put(c.Tx, user)
	return &api.CreateUserOutput{User: new(showUser(c, user))}, nil
}

func getUser(c *service.Call, in *api.GetUserInput) (*api.GetUserOutput, error) {
	of, err := ownerOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	if of.User == nil {
		return &api.GetUserOutput{User: showRoot(c)}, nil
	}
	return &api.GetUserOutput{User: new(showUser(c, of.User))}, nil
}

func listUsers(c *service.Call, in *api.ListUsersInput) (*api.ListUsersOutput, error) {
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	under := underPath(in.PathPrefix, func(u *identity.User) string { return u.Path })
	p := collect(w, store.Users.After(c.Tx, c.Account()+"/", w.after), under, func(u *identity.User) api.User { return listedUser(c, u) })
	return &api.ListUsersOutput{Users: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

func asksUpdateUser(c *service.Call, in *api.UpdateUserInput) ([]access.Ask, error) {
	before, err := userAsk(c, "iam:UpdateUser", &in.UserName)
	if err != nil || (in.NewUserName == nil && in.NewPath == nil) {
		return []access.Ask{before}, err
	}
	after := before // the user under its new name must be within what the caller may update, too
	user, ok := userNamed(c, in.UserName)
	if !ok {
		return []access.Ask{before}, nil
	}
	renamed := renamedUser(user, in)
	after.Resource, after.Shown = renamed.ARN(), "user "+renamed.Name
	return []access.Ask{before, after}, nil
}

func updateUser(c *service.Call, in *api.UpdateUserInput) (*api.UpdateUserOutput, error) {
	user, err := mustUser(c, in.UserName)
	if err != nil {
		return nil, err
	}
	renamed := renamedUser(user, in)
	if other, taken := userNamed(c, renamed.Name); taken && other.ID != user.ID {
		return nil, entityExists("User with name %s already exists.", renamed.Name)
	}
	store.Users.Delete(c.Tx, identity.Key(user.Account, user.Name))
	store.Users.Put(c.Tx, renamed)
	return &api.UpdateUserOutput{}, nil
}

func renamedUser(user *identity.User, in *api.UpdateUserInput) *identity.User {
	renamed := user.Clone()
	if in.NewUserName != nil {
		renamed.Name = *in.NewUserName
	}
	if in.NewPath != nil {
		renamed.Path = *in.NewPath
	}
	return renamed
}

func deleteUser(c *service.Call, in *api.DeleteUserInput) (*api.DeleteUserOutput, error) {
	user, err := mustUser(c, in.UserName)
	if err != nil {
		return nil, err
	}
	if err := userIsFree(c, user); err != nil {
		return nil, err
	}
	store.Users.Delete(c.Tx, identity.Key(user.Account, user.Name))
	store.ForgetServiceUses(c.Tx, user.ID)
	return &api.DeleteUserOutput{}, nil
}

// userIsFree answers DeleteConflict while anything hangs on a user.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
func userIsFree(c *service.Call, user *identity.User) error {
	switch {
	case has(store.LoginProfiles.Get(c.Tx, user.ID)):
		return mustFirst("delete login profile")
	case has(store.MFADevicesByOwner.Get(c.Tx, user.ID)):
		return mustFirst("delete MFA device")
	case len(user.Grants.Attached) > 0:
		return mustFirst("detach all policies")
	case len(user.Grants.Inline) > 0:
		return mustFirst("delete policies")
	case len(user.Groups) > 0:
		return mustFirst("remove users from group")
	case has(store.AccessKeysByOwner.Get(c.Tx, user.ID)),
		some(store.SigningCertificates.Prefix(c.Tx, store.OwnedKey(user.ID, ""))),
		some(store.SSHKeys.Prefix(c.Tx, store.OwnedKey(user.ID, ""))),
		some(store.ServiceCredentials.Prefix(c.Tx, store.OwnedKey(user.ID, ""))):
		return mustFirst("remove referenced objects")
	}
	return nil
}

func mustFirst(what string) error {
	return deleteConflict("Cannot delete entity, must %s first.", what)
}

// has drops the row of a look-up.
func has[R any](_ *R, ok bool) bool { return ok }

// some reports whether there is any row.
func some[R any](rows iter.Seq[*R]) bool {
	for range rows {
		return true
	}
	return false
}

// showUser is a user as GetUser shows it.
func showUser(c *service.Call, user *identity.User) api.User {
	shown := listedUser(c, user)
	shown.Tags = showTags(user.Tags)
	shown.PermissionsBoundary = showBoundary(user.Boundary)
	return shown
}

// listedUser is a user as lists show it: without tags and boundary.
func listedUser(c *service.Call, user *identity.User) api.User {
	shown := api.User{UserName: user.Name, UserId: user.ID, Arn: user.ARN(), Path: user.Path, CreateDate: user.CreatedAt}
	if profile, ok := store.LoginProfiles.Get(c.Tx, user.ID); ok {
		shown.PasswordLastUsed = timeOrNil(profile.UsedAt)
	}
	return shown
}

// showRoot is root as GetUser shows it to root.
func showRoot(c *service.Call) *api.User {
	account := c.AccountRow()
	shown := &api.User{UserId: account.ID, Arn: identity.RootARN(account.ID), CreateDate: account.CreatedAt}
	if profile, ok := store.LoginProfiles.Get(c.Tx, account.ID); ok {
		shown.PasswordLastUsed = timeOrNil(profile.UsedAt)
	}
	return shown
}

// timeOrNil is a time for an answer: nil where there is none.
func timeOrNil(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
