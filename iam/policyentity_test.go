package iam_test

import (
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
)

// entities are the names of who uses a policy, page by page: groups as g:, roles as r:, users as u:.
func entities(h *host, in api.ListEntitiesForPolicyInput) string {
	h.t.Helper()
	var names []string
	for {
		out := call[api.ListEntitiesForPolicyOutput](h, h.root, "ListEntitiesForPolicy", &in)
		for _, g := range out.PolicyGroups {
			names = append(names, "g:"+*g.GroupName)
		}
		for _, r := range out.PolicyRoles {
			names = append(names, "r:"+*r.RoleName)
		}
		for _, u := range out.PolicyUsers {
			names = append(names, "u:"+*u.UserName)
			if !strings.HasPrefix(*u.UserId, "AIDA") {
				h.t.Errorf("the ID of %s is %s", *u.UserName, *u.UserId)
			}
		}
		if in.MaxItems != nil && len(out.PolicyGroups)+len(out.PolicyRoles)+len(out.PolicyUsers) > int(*in.MaxItems) {
			h.t.Errorf("a page is too long: %+v", out)
		}
		if in.Marker = out.Marker; in.Marker == nil {
			return strings.Join(names, " ")
		}
	}
}

func TestWhoUsesAPolicyIsListedOnceByKindUseAndPath(t *testing.T) {
	h := newHost(t)
	p := *newPolicy(h, "p").Arn
	newGroup(h, "g")
	call[api.AttachGroupPolicyOutput](h, h.root, "AttachGroupPolicy", &api.AttachGroupPolicyInput{GroupName: "g", PolicyArn: p})
	for _, name := range []string{"attached", "both", "limited", "neither"} {
		call[api.CreateUserOutput](h, h.root, "CreateUser", &api.CreateUserInput{UserName: name, Path: new("/" + name + "/")})
		newRole(h, name)
		if name == "attached" || name == "both" {
			call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: name, PolicyArn: p})
			call[api.AttachRolePolicyOutput](h, h.root, "AttachRolePolicy", &api.AttachRolePolicyInput{RoleName: name, PolicyArn: p})
		}
		if name == "limited" || name == "both" {
			call[api.PutUserPermissionsBoundaryOutput](h, h.root, "PutUserPermissionsBoundary", &api.PutUserPermissionsBoundaryInput{UserName: name, PermissionsBoundary: p})
			call[api.PutRolePermissionsBoundaryOutput](h, h.root, "PutRolePermissionsBoundary", &api.PutRolePermissionsBoundaryInput{RoleName: name, PermissionsBoundary: p})
		}
	}
	const all = "g:g r:attached r:both r:limited u:attached u:both u:limited"
	for _, c := range []struct {
		in   api.ListEntitiesForPolicyInput
		want string
	}{
		{api.ListEntitiesForPolicyInput{}, all},
		{api.ListEntitiesForPolicyInput{MaxItems: new(int32(1))}, all},
		{api.ListEntitiesForPolicyInput{MaxItems: new(int32(2))}, all},
		{api.ListEntitiesForPolicyInput{EntityFilter: new("User")}, "u:attached u:both u:limited"},
		{api.ListEntitiesForPolicyInput{EntityFilter: new("Role"), MaxItems: new(int32(1))}, "r:attached r:both r:limited"},
		{api.ListEntitiesForPolicyInput{EntityFilter: new("Group")}, "g:g"},
		{api.ListEntitiesForPolicyInput{EntityFilter: new("AWSManagedPolicy")}, ""},
		{api.ListEntitiesForPolicyInput{PolicyUsageFilter: new("PermissionsPolicy")}, "g:g r:attached r:both u:attached u:both"},
		{api.ListEntitiesForPolicyInput{PolicyUsageFilter: new("PermissionsBoundary")}, "r:both r:limited u:both u:limited"},
		{api.ListEntitiesForPolicyInput{PathPrefix: new("/lim")}, "u:limited"},
	} {
		c.in.PolicyArn = p
		if got := entities(h, c.in); got != c.want {
			t.Errorf("%+v: %s, want %s", c.in, got, c.want)
		}
	}
	if got := entities(h, api.ListEntitiesForPolicyInput{PolicyArn: viewOnly}); got != "" {
		t.Errorf("an unused policy of AWS: %s", got)
	}
}

// A marker may be 320 characters long, a policy's path alone 512.
func TestMarkersStayShortHoweverLongThePathIs(t *testing.T) {
	h := newHost(t)
	path := "/" + strings.Repeat("a", 510) + "/"
	p := *call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: strings.Repeat("p", 128), Path: &path, PolicyDocument: allowing("iam:GetUser")}).Policy.Arn
	for _, last := range []string{"a", "b"} {
		name := strings.Repeat("u", 63) + last
		h.User(name)
		call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: name, PolicyArn: p})
	}
	out := call[api.ListEntitiesForPolicyOutput](h, h.root, "ListEntitiesForPolicy", &api.ListEntitiesForPolicyInput{PolicyArn: p, MaxItems: new(int32(1))})
	if out.Marker == nil || len(*out.Marker) > 320 {
		t.Errorf("marker %v", out.Marker)
	}
}
