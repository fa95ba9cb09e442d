package iam_test

import (
	"fmt"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

const (
	viewOnly = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
	readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess"
)

func userARN(name string) string { return "arn:aws:iam::" + account + ":user/" + name }

// allowing is an identity policy that allows actions everywhere.
func allowing(actions ...string) string {
	return `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["` + strings.Join(actions, `","`) + `"],"Resource":"*"}}`
}

// tag is a list of one tag.
func tag(key, value string) []api.Tag { return []api.Tag{{Key: key, Value: value}} }

func TestAUserIsShownAsItWasMade(t *testing.T) {
	h := newHost(t)
	made := call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{
		UserName: "Ann", Path: new("/eng/"), Tags: tag("team", "red"), PermissionsBoundary: new(viewOnly),
	}).User
	got := call[api.GetUserOutput](h, h.root, "GetUser", &api.GetUserInput{UserName: new("ann")}).User
	for _, user := range []*api.User{made, got} {
		if user.UserName != "Ann" || user.Arn != userARN("eng/Ann") || user.Path != "/eng/" || !strings.HasPrefix(user.UserId, "AIDA") || len(user.UserId) != 21 ||
			!user.CreateDate.Equal(h.Now) || user.PasswordLastUsed != nil || len(user.Tags) != 1 || *user.PermissionsBoundary.PermissionsBoundaryArn != viewOnly ||
			*user.PermissionsBoundary.PermissionsBoundaryType != "Policy" {
			t.Errorf("shown as %+v", user)
		}
	}
	listed := call[api.ListUsersOutput](h, h.root, "ListUsers", &api.ListUsersInput{}).Users
	if len(listed) != 1 || listed[0].Tags != nil || listed[0].PermissionsBoundary != nil || listed[0].UserId != made.UserId {
		t.Errorf("listed as %+v", listed)
	}
}

func TestNamesOfUsersAreUniqueWithoutRegardToCase(t *testing.T) {
	h := newHost(t)
	call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "Ann"})
	call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "bob"})
	refused(h, h.root, "CreateUser", &api.CreateUserInput{UserName: "ANN"}, "EntityAlreadyExists", 409, "User with name ANN already exists.")
	refused(h, h.root, "UpdateUser", &api.UpdateUserInput{UserName: "bob", NewUserName: new("aNN")}, "EntityAlreadyExists", 409, "User with name aNN already exists.")
	call[api.UpdateUserOutput](h, h.root, "UpdateUser", &api.UpdateUserInput{UserName: "ann", NewUserName: new("ANN")})
	if got := call[api.GetUserOutput](h, h.root, "GetUser", &api.GetUserInput{UserName: new("ann")}).User.UserName; got != "ANN" {
		t.Errorf("a user given a name of other case is called %s", got)
	}
}

func TestARenamedUserKeepsWhatItHas(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", allowing("iam:GetUser"))
	id := h.userID("ann")
	call[api.UpdateUserOutput](h, h.root, "UpdateUser", &api.UpdateUserInput{UserName: "ann", NewUserName: new("anne"), NewPath: new("/x/")})
	me := call[api.GetUserOutput](h, ann, "GetUser", &api.GetUserInput{}).User
	if me.UserId != id || me.Arn != userARN("x/anne") {
		t.Errorf("the key of ann belongs to %+v", me)
	}
	refused(h, h.root, "GetUser", &api.GetUserInput{UserName: new("ann")}, "NoSuchEntity", 404, "The user with name ann cannot be found.")
	refused(h, h.root, "UpdateUser", &api.UpdateUserInput{UserName: "ann"}, "NoSuchEntity", 404, "The user with name ann cannot be found.")
}

// Who may rename users of one path cannot move them to another.
func TestARenamedUserMustBeWithinWhatTheCallerMayUpdate(t *testing.T) {
	h := newHost(t)
	on := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:UpdateUser","Resource":"arn:aws:iam::123456789012:user/dev/*"}}`
	lead := h.User("lead", on)
	call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "ann", Path: new("/dev/")})
	refused(h, lead, "UpdateUser", &api.UpdateUserInput{UserName: "ann", NewPath: new("/admin/")}, "AccessDenied", 403, denied("lead", "iam:UpdateUser", "user ann"))
	call[api.UpdateUserOutput](h, lead, "UpdateUser", &api.UpdateUserInput{UserName: "ann", NewUserName: new("anne")})
}

func TestWithoutANameGetUserIsAboutTheCaller(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", allowing("iam:GetUser"))
	if me := call[api.GetUserOutput](h, ann, "GetUser", &api.GetUserInput{}).User; me.UserName != "ann" {
		t.Errorf("ann is %+v", me)
	}
	me := call[api.GetUserOutput](h, h.root, "GetUser", &api.GetUserInput{}).User
	if me.Arn != "arn:aws:iam::"+account+":root" || me.UserId != account || me.UserName != "" {
		t.Errorf("root is %+v", me)
	}
}

func TestUsersAreListedInPagesByPath(t *testing.T) {
	h := newHost(t)
	for i := range 5 {
		call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: fmt.Sprintf("u%d", i), Path: new([]string{"/a/", "/b/"}[i%2])})
	}
	var seen []string
	in := &api.ListUsersInput{PathPrefix: new("/a"), MaxItems: new(int32(2))}
	for {
		out := call[api.ListUsersOutput](h, h.root, "ListUsers", in)
		for _, user := range out.Users {
			seen = append(seen, user.UserName)
		}
		if out.IsTruncated != (out.Marker != nil) {
			t.Errorf("truncated: %v, marker: %v", out.IsTruncated, out.Marker)
		}
		if in.Marker = out.Marker; in.Marker == nil {
			break
		}
	}
	if got := strings.Join(seen, " "); got != "u0 u2 u4" {
		t.Errorf("listed %s", got)
	}
	refused(h, h.root, "ListUsers", &api.ListUsersInput{Marker: new("no marker!")}, "ValidationError", 400, "Invalid Marker.")
}

func TestOneUserTooManyIsRefused(t *testing.T) {
	h := newHost(t)
	h.Quotas["UsersQuota"] = 1
	call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "ann"})
	refused(h, h.root, "CreateUser", &api.CreateUserInput{UserName: "bob"}, "LimitExceeded", 409, "Cannot exceed quota for UsersPerAccount: 1")
}

func TestAUserIsDeletedWhenNothingHangsOnIt(t *testing.T) {
	for _, c := range []struct {
		first string
		hang  func(tx *store.Tx, user *identity.User)
	}{
		{"delete login profile", func(tx *store.Tx, u *identity.User) { store.LoginProfiles.Put(tx, &identity.LoginProfile{Owner: u.ID}) }},
		{"delete MFA device", func(tx *store.Tx, u *identity.User) {
			store.MFADevices.Put(tx, &identity.MFADevice{Account: account, Serial: "GAHT12345678", Owner: u.ID})
		}},
		{"detach all policies", func(_ *store.Tx, u *identity.User) { u.Grants.Attached = []string{readOnly} }},
		{"delete policies", func(_ *store.Tx, u *identity.User) {
			u.Grants.Inline = []identity.InlinePolicy{{Name: "i", Document: allowing("iam:GetUser")}}
		}},
		{"remove users from group", func(tx *store.Tx, u *identity.User) {
			store.Groups.Put(tx, &identity.Group{Account: account, Name: "g", ID: "AGPA1", Path: "/"})
			u.Groups = []string{"AGPA1"}
		}},
		{"remove referenced objects", func(tx *store.Tx, u *identity.User) {
			store.AccessKeys.Put(tx, &identity.AccessKey{ID: "AKIA1", Account: account, Owner: u.ID})
		}},
		{"remove referenced objects", func(tx *store.Tx, u *identity.User) {
			store.SSHKeys.Put(tx, &identity.SSHKey{ID: "APKA1", Owner: u.ID})
		}},
		{"remove referenced objects", func(tx *store.Tx, u *identity.User) {
			store.SigningCertificates.Put(tx, &identity.SigningCertificate{ID: "CERT1", Owner: u.ID})
		}},
		{"remove referenced objects", func(tx *store.Tx, u *identity.User) {
			store.ServiceCredentials.Put(tx, &identity.ServiceCredential{ID: "ACCA1", Owner: u.ID})
		}},
	} {
		h := newHost(t)
		h.update(func(tx *store.Tx) {
			user := &identity.User{Account: account, Name: "ann", ID: "AIDA1", Path: "/"}
			c.hang(tx, user)
			store.Users.Put(tx, user)
		})
		refused(h, h.root, "DeleteUser", &api.DeleteUserInput{UserName: "ann"}, "DeleteConflict", 409, "Cannot delete entity, must "+c.first+" first.")
	}
	h := newHost(t)
	call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: "ann"})
	call[api.DeleteUserOutput](h, h.root, "DeleteUser", &api.DeleteUserInput{UserName: "ann"})
	refused(h, h.root, "DeleteUser", &api.DeleteUserInput{UserName: "ann"}, "NoSuchEntity", 404, "The user with name ann cannot be found.")
}

func TestAStrangerMayDoNothingWithUsersAndLearnsNothing(t *testing.T) {
	h := newHost(t)
	eve := h.User("eve")
	h.User("ann")
	for _, name := range []string{"ann", "nobody"} {
		refused(h, eve, "GetUser", &api.GetUserInput{UserName: &name}, "AccessDenied", 403, denied("eve", "iam:GetUser", "user "+name))
		refused(h, eve, "DeleteUser", &api.DeleteUserInput{UserName: name}, "AccessDenied", 403, denied("eve", "iam:DeleteUser", "user "+name))
		refused(h, eve, "CreateUser", &api.CreateUserInput{UserName: name, Path: new("/x/")}, "AccessDenied", 403, denied("eve", "iam:CreateUser", userARN(name)))
	}
	refused(h, eve, "ListUsers", &api.ListUsersInput{}, "AccessDenied", 403, denied("eve", "iam:ListUsers", userARN("")))
	refused(h, eve, "ListUsers", &api.ListUsersInput{PathPrefix: new("/a/")}, "AccessDenied", 403, denied("eve", "iam:ListUsers", userARN("a/")))
}

func TestTagsOfANewUserAreAskedForAsWell(t *testing.T) {
	h := newHost(t)
	maker := h.User("maker", allowing("iam:CreateUser"))
	call[api.CreateUserOutput](h, maker, "CreateUser", &api.CreateUserInput{UserName: "plain"})
	refused(h, maker, "CreateUser", &api.CreateUserInput{UserName: "ann", Tags: tag("a", "b")}, "AccessDenied", 403, denied("maker", "iam:TagUser", userARN("ann")))
	limited := h.User("limited", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:CreateUser","iam:TagUser"],"Resource":"*","Condition":{"StringEquals":{"aws:RequestTag/team":"red"}}}}`)
	refused(h, limited, "CreateUser", &api.CreateUserInput{UserName: "ann", Tags: tag("team", "blue")}, "AccessDenied", 403, denied("limited", "iam:CreateUser", userARN("ann")))
	call[api.CreateUserOutput](h, limited, "CreateUser", &api.CreateUserInput{UserName: "ann", Tags: tag("team", "red")})
}

func TestTheBoundaryOfANewUserCanBeDemanded(t *testing.T) {
	h := newHost(t)
	maker := h.User("maker", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:CreateUser","Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"`+viewOnly+`"}}}}`)
	refused(h, maker, "CreateUser", &api.CreateUserInput{UserName: "ann"}, "AccessDenied", 403, denied("maker", "iam:CreateUser", userARN("ann")))
	refused(h, maker, "CreateUser", &api.CreateUserInput{UserName: "ann", PermissionsBoundary: new(readOnly)}, "AccessDenied", 403, denied("maker", "iam:CreateUser", userARN("ann")))
	call[api.CreateUserOutput](h, maker, "CreateUser", &api.CreateUserInput{UserName: "ann", PermissionsBoundary: new(viewOnly)})
	none := "arn:aws:iam::" + account + ":policy/none"
	refused(h, h.root, "CreateUser", &api.CreateUserInput{UserName: "bob", PermissionsBoundary: &none}, "NoSuchEntity", 404, "Scope ARN: "+none+" does not exist or is not attachable.")
	refused(h, maker, "CreateUser", &api.CreateUserInput{UserName: "bob", PermissionsBoundary: new("not an ARN, but long")}, "ValidationError", 400, "Invalid ARN:  Could not be parsed!")
}

func TestARoleHasNoUserOfItsOwn(t *testing.T) {
	h := newHost(t)
	newRole(h, "r")
	call[api.PutRolePolicyOutput](h, h.root, "PutRolePolicy", &api.PutRolePolicyInput{RoleName: "r", PolicyName: "all", PolicyDocument: hosttest.Everything})
	session := roleSession(h, "r")
	refused(h, session, "GetUser", &api.GetUserInput{}, "ValidationError", 400, "Must specify userName when calling with non-User credentials")
}
