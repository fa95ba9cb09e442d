package iam_test

import (
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

func putBoundary(user, boundary string) *api.PutUserPermissionsBoundaryInput {
	return &api.PutUserPermissionsBoundaryInput{UserName: user, PermissionsBoundary: boundary}
}

func TestABoundaryLimitsFromTheNextCallOn(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	newRole(h, "r")
	call[api.PutRolePolicyOutput](h, h.root, "PutRolePolicy", &api.PutRolePolicyInput{RoleName: "r", PolicyName: "all", PolicyDocument: hosttest.Everything})
	session := roleSession(h, "r")
	limit := *newPolicy(h, "limit").Arn // iam:GetUser
	h.done("PutUserPermissionsBoundary", putBoundary("administrator", limit))
	h.done("PutRolePermissionsBoundary", &api.PutRolePermissionsBoundaryInput{RoleName: "r", PermissionsBoundary: limit})
	if got := call[api.GetUserOutput](h, admin, "GetUser", &api.GetUserInput{}).User.PermissionsBoundary; *got.PermissionsBoundaryArn != limit {
		t.Errorf("boundary %+v", got)
	}
	if f := h.Fails(admin, "iam", "ListUsers", &api.ListUsersInput{}); f.Message != "User: "+userARN("administrator")+
		" is not authorized to perform: iam:ListUsers on resource: "+userARN("")+" because no permissions boundary allows the iam:ListUsers action" {
		t.Errorf("a user is denied with %s", f.Message)
	}
	if f := h.Fails(session, "iam", "ListUsers", &api.ListUsersInput{}); f.Code != "AccessDenied" {
		t.Errorf("a role session is answered %v", f)
	}
	h.done("DeleteUserPermissionsBoundary", &api.DeleteUserPermissionsBoundaryInput{UserName: "administrator"})
	h.done("DeleteRolePermissionsBoundary", &api.DeleteRolePermissionsBoundaryInput{RoleName: "r"})
	h.done("DeleteRolePermissionsBoundary", &api.DeleteRolePermissionsBoundaryInput{RoleName: "r"}) // what has none stays without
	call[api.ListUsersOutput](h, admin, "ListUsers", &api.ListUsersInput{})
	call[api.ListUsersOutput](h, session, "ListUsers", &api.ListUsersInput{})
	if role := call[api.GetRoleOutput](h, h.root, "GetRole", &api.GetRoleInput{RoleName: "r"}).Role; role.PermissionsBoundary != nil {
		t.Errorf("boundary %+v", role.PermissionsBoundary)
	}
}

func TestABoundaryIsAPolicyThatExistsOfSomebodyWhoExists(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newRole(h, "r")
	none := policyARN("none")
	text := "Scope ARN: " + none + " does not exist or is not attachable."
	refused(h, h.root, "PutUserPermissionsBoundary", putBoundary("ann", none), "NoSuchEntity", 404, text)
	refused(h, h.root, "PutRolePermissionsBoundary", &api.PutRolePermissionsBoundaryInput{RoleName: "r", PermissionsBoundary: none}, "NoSuchEntity", 404, text)
	refused(h, h.root, "PutUserPermissionsBoundary", putBoundary("nobody", viewOnly), "NoSuchEntity", 404, "The user with name nobody cannot be found.")
	refused(h, h.root, "DeleteUserPermissionsBoundary", &api.DeleteUserPermissionsBoundaryInput{UserName: "nobody"}, "NoSuchEntity", 404, "The user with name nobody cannot be found.")
	refused(h, h.root, "PutRolePermissionsBoundary", &api.PutRolePermissionsBoundaryInput{RoleName: "none", PermissionsBoundary: viewOnly}, "NoSuchEntity", 404, "The role with name none cannot be found.")
	refused(h, h.root, "DeleteRolePermissionsBoundary", &api.DeleteRolePermissionsBoundaryInput{RoleName: "none"}, "NoSuchEntity", 404, "The role with name none cannot be found.")
}

// Who may give out one boundary may neither give another nor take it away; iam:PermissionsBoundary is the new one when one is put, and the one in force else.
func TestWhichBoundaryMayBePutCanBeLimited(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newRole(h, "r")
	lead := h.User("lead", `{"Version":"2012-10-17","Statement":[
		{"Effect":"Allow","Action":["iam:PutUserPermissionsBoundary","iam:PutRolePermissionsBoundary"],"Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"`+viewOnly+`"}}},
		{"Effect":"Allow","Action":"iam:DeleteUserPermissionsBoundary","Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"`+readOnly+`"}}}]}`)
	refused(h, lead, "PutUserPermissionsBoundary", putBoundary("ann", readOnly), "AccessDenied", 403, denied("lead", "iam:PutUserPermissionsBoundary", "user ann"))
	refused(h, lead, "PutRolePermissionsBoundary", &api.PutRolePermissionsBoundaryInput{RoleName: "r", PermissionsBoundary: readOnly}, "AccessDenied", 403,
		denied("lead", "iam:PutRolePermissionsBoundary", "role r"))
	call[api.PutUserPermissionsBoundaryOutput](h, lead, "PutUserPermissionsBoundary", putBoundary("ann", viewOnly))
	refused(h, lead, "PutUserPermissionsBoundary", putBoundary("ann", readOnly), "AccessDenied", 403, denied("lead", "iam:PutUserPermissionsBoundary", "user ann"))
	del := &api.DeleteUserPermissionsBoundaryInput{UserName: "ann"}
	refused(h, lead, "DeleteUserPermissionsBoundary", del, "AccessDenied", 403, denied("lead", "iam:DeleteUserPermissionsBoundary", "user ann"))
	h.done("PutUserPermissionsBoundary", putBoundary("ann", readOnly))
	call[api.PutUserPermissionsBoundaryOutput](h, lead, "PutUserPermissionsBoundary", putBoundary("ann", viewOnly)) // the one in force is not what is asked about
	h.done("PutUserPermissionsBoundary", putBoundary("ann", readOnly))
	call[api.DeleteUserPermissionsBoundaryOutput](h, lead, "DeleteUserPermissionsBoundary", del)
	h.View(func(tx *store.Tx) {
		if ann, _ := store.Users.Get(tx, identity.Key(account, "ann")); ann.Boundary != "" {
			t.Errorf("ann is still within %s", ann.Boundary)
		}
	})
}
