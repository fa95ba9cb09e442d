package iam_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

func groupARN(name string) string { return "arn:aws:iam::" + account + ":group/" + name }

func newGroup(h *host, name string) *api.Group {
	return call[api.CreateGroupOutput](h, h.root, "CreateGroup", &api.CreateGroupInput{GroupName: name}).Group
}

func join(h *host, group, user string) {
	call[api.AddUserToGroupOutput](h, h.root, "AddUserToGroup", &api.AddUserToGroupInput{GroupName: group, UserName: user})
}

// roleSession is a session of a role that exists.
func roleSession(h *host, name string) *access.Credential {
	s := &identity.Session{Kind: identity.RoleSession, Account: account, Name: "session", IssuedAt: h.Now, ExpiresAt: h.Now.Add(time.Hour)}
	h.View(func(tx *store.Tx) {
		role, ok := store.Roles.Get(tx, identity.Key(account, name))
		if !ok {
			h.t.Fatalf("no role %s", name)
		}
		s.Principal = role.ID
	})
	return &access.Credential{Session: s}
}

func TestAGroupIsShownAsItWasMade(t *testing.T) {
	h := newHost(t)
	made := call[api.CreateGroupOutput](h, h.root, "CreateGroup", &api.CreateGroupInput{GroupName: "Ops", Path: new("/team/")}).Group
	got := call[api.GetGroupOutput](h, h.root, "GetGroup", &api.GetGroupInput{GroupName: "ops"})
	if *made != *got.Group || made.Arn != groupARN("team/Ops") || made.Path != "/team/" || !strings.HasPrefix(made.GroupId, "AGPA") || !made.CreateDate.Equal(h.Now) {
		t.Errorf("made %+v, got %+v", made, got.Group)
	}
	if got.Users == nil || len(got.Users) != 0 || got.IsTruncated {
		t.Errorf("members of a fresh group: %+v", got)
	}
	refused(h, h.root, "CreateGroup", &api.CreateGroupInput{GroupName: "OPS"}, "EntityAlreadyExists", 409, "Group with name OPS already exists.")
	refused(h, h.root, "GetGroup", &api.GetGroupInput{GroupName: "none"}, "NoSuchEntity", 404, "The group with name none cannot be found.")
}

func TestGroupsAreListedInPagesByPath(t *testing.T) {
	h := newHost(t)
	for i := range 4 {
		call[api.CreateGroupOutput](h, h.root, "CreateGroup", &api.CreateGroupInput{GroupName: fmt.Sprintf("g%d", i), Path: new([]string{"/a/", "/b/"}[i%2])})
	}
	first := call[api.ListGroupsOutput](h, h.root, "ListGroups", &api.ListGroupsInput{PathPrefix: new("/a/"), MaxItems: new(int32(1))})
	rest := call[api.ListGroupsOutput](h, h.root, "ListGroups", &api.ListGroupsInput{PathPrefix: new("/a/"), Marker: first.Marker})
	if len(first.Groups) != 1 || first.Groups[0].GroupName != "g0" || !first.IsTruncated || len(rest.Groups) != 1 || rest.Groups[0].GroupName != "g2" || rest.IsTruncated {
		t.Errorf("first %+v, rest %+v", first, rest)
	}
}

func TestOneGroupTooManyIsRefused(t *testing.T) {
	h := newHost(t)
	h.Quotas["GroupsQuota"] = 1
	newGroup(h, "a")
	refused(h, h.root, "CreateGroup", &api.CreateGroupInput{GroupName: "b"}, "LimitExceeded", 409, "Cannot exceed quota for GroupsPerAccount: 1")
}

func TestARenamedGroupKeepsItsMembersAndPolicies(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	newGroup(h, "ops")
	newGroup(h, "dev")
	join(h, "ops", "ann")
	call[api.PutGroupPolicyOutput](h, h.root, "PutGroupPolicy", &api.PutGroupPolicyInput{GroupName: "ops", PolicyName: "p", PolicyDocument: allowing("iam:GetGroup")})
	refused(h, h.root, "UpdateGroup", &api.UpdateGroupInput{GroupName: "ops", NewGroupName: new("DEV")}, "EntityAlreadyExists", 409, "Group with name DEV already exists.")
	call[api.UpdateGroupOutput](h, h.root, "UpdateGroup", &api.UpdateGroupInput{GroupName: "ops", NewGroupName: new("operators"), NewPath: new("/x/")})
	got := call[api.GetGroupOutput](h, ann, "GetGroup", &api.GetGroupInput{GroupName: "operators"})
	if got.Group.Arn != groupARN("x/operators") || len(got.Users) != 1 || got.Users[0].UserName != "ann" {
		t.Errorf("after the new name: %+v", got)
	}
	refused(h, h.root, "UpdateGroup", &api.UpdateGroupInput{GroupName: "ops"}, "NoSuchEntity", 404, "The group with name ops cannot be found.")
}

func TestARenamedGroupMustBeWithinWhatTheCallerMayUpdate(t *testing.T) {
	h := newHost(t)
	lead := h.User("lead", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:UpdateGroup","Resource":"arn:aws:iam::123456789012:group/dev-*"}}`)
	newGroup(h, "dev-1")
	refused(h, lead, "UpdateGroup", &api.UpdateGroupInput{GroupName: "dev-1", NewGroupName: new("admins")}, "AccessDenied", 403, denied("lead", "iam:UpdateGroup", "group admins"))
	call[api.UpdateGroupOutput](h, lead, "UpdateGroup", &api.UpdateGroupInput{GroupName: "dev-1", NewGroupName: new("dev-2")})
}

func TestAGroupIsDeletedWhenNothingHangsOnIt(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newGroup(h, "g")
	del := &api.DeleteGroupInput{GroupName: "g"}
	join(h, "g", "ann")
	refused(h, h.root, "DeleteGroup", del, "DeleteConflict", 409, "Cannot delete entity, must remove users from group first.")
	call[api.RemoveUserFromGroupOutput](h, h.root, "RemoveUserFromGroup", &api.RemoveUserFromGroupInput{GroupName: "g", UserName: "ann"})
	call[api.AttachGroupPolicyOutput](h, h.root, "AttachGroupPolicy", &api.AttachGroupPolicyInput{GroupName: "g", PolicyArn: readOnly})
	refused(h, h.root, "DeleteGroup", del, "DeleteConflict", 409, "Cannot delete entity, must detach all policies first.")
	call[api.DetachGroupPolicyOutput](h, h.root, "DetachGroupPolicy", &api.DetachGroupPolicyInput{GroupName: "g", PolicyArn: readOnly})
	call[api.PutGroupPolicyOutput](h, h.root, "PutGroupPolicy", &api.PutGroupPolicyInput{GroupName: "g", PolicyName: "p", PolicyDocument: allowing("iam:GetUser")})
	refused(h, h.root, "DeleteGroup", del, "DeleteConflict", 409, "Cannot delete entity, must delete policies first.")
	call[api.DeleteGroupPolicyOutput](h, h.root, "DeleteGroupPolicy", &api.DeleteGroupPolicyInput{GroupName: "g", PolicyName: "p"})
	call[api.DeleteGroupOutput](h, h.root, "DeleteGroup", del)
	refused(h, h.root, "DeleteGroup", del, "NoSuchEntity", 404, "The group with name g cannot be found.")
}

func TestAStrangerMayDoNothingWithGroups(t *testing.T) {
	h := newHost(t)
	eve := h.User("eve")
	newGroup(h, "g")
	for _, name := range []string{"g", "none"} {
		refused(h, eve, "GetGroup", &api.GetGroupInput{GroupName: name}, "AccessDenied", 403, denied("eve", "iam:GetGroup", "group "+name))
		refused(h, eve, "AddUserToGroup", &api.AddUserToGroupInput{GroupName: name, UserName: "eve"}, "AccessDenied", 403, denied("eve", "iam:AddUserToGroup", "group "+name))
		refused(h, eve, "CreateGroup", &api.CreateGroupInput{GroupName: name, Path: new("/x/")}, "AccessDenied", 403, denied("eve", "iam:CreateGroup", groupARN(name)))
	}
	refused(h, eve, "ListGroups", &api.ListGroupsInput{}, "AccessDenied", 403, denied("eve", "iam:ListGroups", groupARN("")))
	refused(h, eve, "ListGroupsForUser", &api.ListGroupsForUserInput{UserName: "eve"}, "AccessDenied", 403, denied("eve", "iam:ListGroupsForUser", "user eve"))
}
