package iam_test

import (
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
)

// inlineOps are the operations on the inline policies of one of the three kinds, for the holder x of a test.
type inlineOps struct {
	holderOps
	limit string
	put   func(name, document string) any
	get   func(h *host, name string) (of, policy, document string)
	del   func(name string) any
	found func(name string) any
	list  func(h *host, marker *string, maxItems *int32) *api.ListUserPoliciesOutput
}

var inlineKinds = []inlineOps{
	{
		holderOps: holderKinds[0], limit: "2048",
		put: func(name, document string) any {
			return &api.PutUserPolicyInput{UserName: "x", PolicyName: name, PolicyDocument: document}
		},
		get: func(h *host, name string) (string, string, string) {
			out := call[api.GetUserPolicyOutput](h, h.root, "GetUserPolicy", &api.GetUserPolicyInput{UserName: "x", PolicyName: name})
			return out.UserName, out.PolicyName, out.PolicyDocument
		},
		del:   func(name string) any { return &api.DeleteUserPolicyInput{UserName: "x", PolicyName: name} },
		found: func(name string) any { return &api.GetUserPolicyInput{UserName: "x", PolicyName: name} },
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserPoliciesOutput {
			return call[api.ListUserPoliciesOutput](h, h.root, "ListUserPolicies", &api.ListUserPoliciesInput{UserName: "x", Marker: marker, MaxItems: maxItems})
		},
	},
	{
		holderOps: holderKinds[1], limit: "5120",
		put: func(name, document string) any {
			return &api.PutGroupPolicyInput{GroupName: "x", PolicyName: name, PolicyDocument: document}
		},
		get: func(h *host, name string) (string, string, string) {
			out := call[api.GetGroupPolicyOutput](h, h.root, "GetGroupPolicy", &api.GetGroupPolicyInput{GroupName: "x", PolicyName: name})
			return out.GroupName, out.PolicyName, out.PolicyDocument
		},
		del:   func(name string) any { return &api.DeleteGroupPolicyInput{GroupName: "x", PolicyName: name} },
		found: func(name string) any { return &api.GetGroupPolicyInput{GroupName: "x", PolicyName: name} },
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserPoliciesOutput {
			return (*api.ListUserPoliciesOutput)(call[api.ListGroupPoliciesOutput](h, h.root, "ListGroupPolicies", &api.ListGroupPoliciesInput{GroupName: "x", Marker: marker, MaxItems: maxItems}))
		},
	},
	{
		holderOps: holderKinds[2], limit: "10240",
		put: func(name, document string) any {
			return &api.PutRolePolicyInput{RoleName: "x", PolicyName: name, PolicyDocument: document}
		},
		get: func(h *host, name string) (string, string, string) {
			out := call[api.GetRolePolicyOutput](h, h.root, "GetRolePolicy", &api.GetRolePolicyInput{RoleName: "x", PolicyName: name})
			return out.RoleName, out.PolicyName, out.PolicyDocument
		},
		del:   func(name string) any { return &api.DeleteRolePolicyInput{RoleName: "x", PolicyName: name} },
		found: func(name string) any { return &api.GetRolePolicyInput{RoleName: "x", PolicyName: name} },
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserPoliciesOutput {
			return (*api.ListUserPoliciesOutput)(call[api.ListRolePoliciesOutput](h, h.root, "ListRolePolicies", &api.ListRolePoliciesInput{RoleName: "x", Marker: marker, MaxItems: maxItems}))
		},
	},
}

func TestInlinePoliciesAreSetShownAndDeleted(t *testing.T) {
	for _, k := range inlineKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			k.make(h)
			h.done("Put"+k.title+"Policy", k.put("b", allowing("iam:GetUser")))
			h.done("Put"+k.title+"Policy", k.put("a", allowing("iam:GetRole")))
			h.done("Put"+k.title+"Policy", k.put("B", allowing("iam:GetGroup"))) // in place of b
			of, name, document := k.get(h, "b")
			if of != "x" || name != "b" || unescaped(t, document) != allowing("iam:GetGroup") {
				t.Errorf("got %s %s %s", of, name, document)
			}
			first := k.list(h, nil, new(int32(1)))
			rest := k.list(h, first.Marker, nil)
			if strings.Join(first.PolicyNames, " ") != "a" || !first.IsTruncated || strings.Join(rest.PolicyNames, " ") != "b" || rest.IsTruncated {
				t.Errorf("first %+v, rest %+v", first, rest)
			}
			h.done("Delete"+k.title+"Policy", k.del("a"))
			text := "The " + k.kind + " policy with name a cannot be found."
			refused(h, h.root, "Delete"+k.title+"Policy", k.del("a"), "NoSuchEntity", 404, text)
			refused(h, h.root, "Get"+k.title+"Policy", k.found("a"), "NoSuchEntity", 404, text)
		})
	}
}

func TestInlinePoliciesOfNobody(t *testing.T) {
	for _, k := range inlineKinds {
		h := newHost(t)
		text := "The " + k.kind + " with name x cannot be found."
		refused(h, h.root, "Put"+k.title+"Policy", k.put("p", allowing("iam:GetUser")), "NoSuchEntity", 404, text)
		refused(h, h.root, "Get"+k.title+"Policy", k.found("p"), "NoSuchEntity", 404, text)
		refused(h, h.root, "Delete"+k.title+"Policy", k.del("p"), "NoSuchEntity", 404, text)
	}
}

// The quota is for all inline policies of one holder together; white space outside of strings does not count.
func TestInlinePoliciesHaveOneQuotaTogether(t *testing.T) {
	limits := map[string]int{"user": 2048, "group": 5120, "role": 10240}
	for _, k := range inlineKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			k.make(h)
			sized := func(n int) string {
				frame := allowing("iam:GetUser")
				return "  " + strings.Replace(frame, `"Effect"`, `"Sid":"`+strings.Repeat("a", n-len(frame)-len(`"Sid":"",`))+`","Effect"`, 1) + "\n"
			}
			half := limits[k.kind] / 2
			h.done("Put"+k.title+"Policy", k.put("a", sized(half)))
			h.done("Put"+k.title+"Policy", k.put("b", sized(half)))
			refused(h, h.root, "Put"+k.title+"Policy", k.put("b", sized(half+1)), "LimitExceeded", 409, "Maximum policy size of "+k.limit+" bytes exceeded for "+k.kind+" x")
			refused(h, h.root, "Put"+k.title+"Policy", k.put("c", sized(200)), "LimitExceeded", 409, "Maximum policy size of "+k.limit+" bytes exceeded for "+k.kind+" x")
			if _, _, document := k.get(h, "b"); unescaped(t, document) != sized(half) {
				t.Error("a refused document was stored")
			}
		})
	}
}

func TestAStrangerMayDoNothingWithInlinePolicies(t *testing.T) {
	for _, k := range inlineKinds {
		h := newHost(t)
		k.make(h)
		eve := h.User("eve")
		refused(h, eve, "Put"+k.title+"Policy", k.put("p", allowing("*")), "AccessDenied", 403, denied("eve", "iam:Put"+k.title+"Policy", k.kind+" x"))
		refused(h, eve, "Get"+k.title+"Policy", k.found("p"), "AccessDenied", 403, denied("eve", "iam:Get"+k.title+"Policy", k.kind+" x"))
		refused(h, eve, "Delete"+k.title+"Policy", k.del("p"), "AccessDenied", 403, denied("eve", "iam:Delete"+k.title+"Policy", k.kind+" x"))
	}
}

func TestTheRolesOfServicesAreNotForTheAccountToChange(t *testing.T) {
	h := newHost(t)
	role := call[api.CreateServiceLinkedRoleOutput](h, h.root, "CreateServiceLinkedRole", &api.CreateServiceLinkedRoleInput{AWSServiceName: "batch.amazonaws.com"}).Role.RoleName
	for operation, in := range map[string]any{
		"AttachRolePolicy":              &api.AttachRolePolicyInput{RoleName: role, PolicyArn: viewOnly},
		"DetachRolePolicy":              &api.DetachRolePolicyInput{RoleName: role, PolicyArn: viewOnly},
		"PutRolePolicy":                 &api.PutRolePolicyInput{RoleName: role, PolicyName: "p", PolicyDocument: allowing("iam:GetUser")},
		"DeleteRolePolicy":              &api.DeleteRolePolicyInput{RoleName: role, PolicyName: "p"},
		"PutRolePermissionsBoundary":    &api.PutRolePermissionsBoundaryInput{RoleName: role, PermissionsBoundary: viewOnly},
		"DeleteRolePermissionsBoundary": &api.DeleteRolePermissionsBoundaryInput{RoleName: role},
	} {
		refused(h, h.root, operation, in, "UnmodifiableEntity", 400,
			"Cannot perform the operation on the protected role '"+role+"' - this role is only modifiable by AWS")
	}
}
