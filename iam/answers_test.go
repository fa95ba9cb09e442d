package iam_test

import (
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
)

// The members of answers are those of AWS's answers, which have fewer members than the published shapes, or an empty list where the shape allows none.

func TestCreateRoleAnswersNeitherDescriptionNorDuration(t *testing.T) {
	h := newHost(t)
	made := call[api.CreateRoleOutput](h, h.root, "CreateRole", &api.CreateRoleInput{
		RoleName: "r", AssumeRolePolicyDocument: trustAccount, Description: new("for r"), MaxSessionDuration: new(int32(7200)),
	}).Role
	if made.Description != nil || made.MaxSessionDuration != nil || made.RoleLastUsed != nil {
		t.Errorf("created %+v", made)
	}
	described := call[api.UpdateRoleDescriptionOutput](h, h.root, "UpdateRoleDescription", &api.UpdateRoleDescriptionInput{RoleName: "r", Description: "anew"}).Role
	if *described.Description != "anew" || described.MaxSessionDuration != nil || described.RoleLastUsed != nil {
		t.Errorf("described %+v", described)
	}
	got := call[api.GetRoleOutput](h, h.root, "GetRole", &api.GetRoleInput{RoleName: "r"}).Role
	if *got.Description != "anew" || *got.MaxSessionDuration != 7200 || got.RoleLastUsed == nil {
		t.Errorf("got %+v", got)
	}
}

func TestAPolicyAndAProfileWithoutTagsHaveAnEmptyListOfThem(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newRole(h, "r")
	made := newPolicy(h, "p")
	if made.Tags != nil {
		t.Errorf("CreatePolicy answers the tags %v", made.Tags)
	}
	for name, tags := range map[string][]api.Tag{
		"GetPolicy":          call[api.GetPolicyOutput](h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: *made.Arn}).Policy.Tags,
		"GetInstanceProfile": profileTags(h),
		"details of a user":  details(h).UserDetailList[0].Tags,
		"details of a role":  details(h).RoleDetailList[0].Tags,
	} {
		if tags == nil || len(tags) != 0 {
			t.Errorf("%s answers the tags %#v", name, tags)
		}
	}
	if tags := call[api.GetRoleOutput](h, h.root, "GetRole", &api.GetRoleInput{RoleName: "r"}).Role.Tags; tags != nil {
		t.Errorf("GetRole answers the tags %#v", tags)
	}
}

func profileTags(h *host) []api.Tag {
	call[api.CreateInstanceProfileOutput](h, h.root, "CreateInstanceProfile", &api.CreateInstanceProfileInput{InstanceProfileName: "i"})
	return call[api.GetInstanceProfileOutput](h, h.root, "GetInstanceProfile", &api.GetInstanceProfileInput{InstanceProfileName: "i"}).InstanceProfile.Tags
}

func details(h *host) *api.GetAccountAuthorizationDetailsOutput {
	return call[api.GetAccountAuthorizationDetailsOutput](h, h.root, "GetAccountAuthorizationDetails", &api.GetAccountAuthorizationDetailsInput{})
}

func TestDetailsLeaveOutTheInlinePoliciesThatAUserDoesNotHave(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newRole(h, "r")
	newGroup(h, "g")
	all := details(h)
	if all.UserDetailList[0].UserPolicyList != nil || all.RoleDetailList[0].RolePolicyList == nil || all.GroupDetailList[0].GroupPolicyList == nil {
		t.Errorf("user %#v, role %#v, group %#v", all.UserDetailList[0].UserPolicyList, all.RoleDetailList[0].RolePolicyList, all.GroupDetailList[0].GroupPolicyList)
	}
}

func TestABoundaryMustBeTheARNOfAPolicy(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newRole(h, "r")
	other := "arn:aws:iam::" + account + ":role/r"
	for operation, in := range map[string]any{
		"PutUserPermissionsBoundary": putBoundary("ann", other),
		"PutRolePermissionsBoundary": &api.PutRolePermissionsBoundaryInput{RoleName: "r", PermissionsBoundary: other},
		"CreateUser":                 &api.CreateUserInput{UserName: "bob", PermissionsBoundary: &other},
		"CreateRole":                 &api.CreateRoleInput{RoleName: "s", AssumeRolePolicyDocument: trustAccount, PermissionsBoundary: &other},
	} {
		refused(h, h.root, operation, in, "InvalidInput", 400, "ARN "+other+" is not valid.")
	}
}

func TestARoleThatIsNotInAProfileIsMissedThere(t *testing.T) {
	h := newHost(t)
	newRole(h, "r")
	profileTags(h)
	refused(h, h.root, "RemoveRoleFromInstanceProfile", &api.RemoveRoleFromInstanceProfileInput{InstanceProfileName: "i", RoleName: "r"},
		"NoSuchEntity", 404, "Role r in Instance Profile i cannot be found.")
}

func TestAMarkerThatIsNotOursIsRefused(t *testing.T) {
	h := newHost(t)
	for _, name := range []string{"ann", "bob"} {
		h.User(name)
	}
	first := call[api.ListUsersOutput](h, h.root, "ListUsers", &api.ListUsersInput{MaxItems: new(int32(1))})
	rest := call[api.ListUsersOutput](h, h.root, "ListUsers", &api.ListUsersInput{Marker: first.Marker})
	if len(rest.Users) != 1 || rest.Users[0].UserName != "bob" || rest.Marker != nil {
		t.Errorf("the rest is %+v", rest)
	}
	for _, marker := range []string{"invalid-marker-value", "!", *first.Marker + "AAAA", strings.ToLower(*first.Marker), "AAAA"} {
		refused(h, h.root, "ListUsers", &api.ListUsersInput{Marker: &marker}, "ValidationError", 400, "Invalid Marker.")
	}
}
