package iam_test

import (
	"fmt"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
)

// holderOps are the operations on the policies of one of the three kinds, for the holder x of a test.
type holderOps struct {
	kind   string
	make   func(h *host)
	attach func(arn string) any
	detach func(arn string) any
	listed func(h *host, in api.ListAttachedUserPoliciesInput) *api.ListAttachedUserPoliciesOutput
	title  string // User, in the names of operations and quotas
}

var holderKinds = []holderOps{
	{
		kind: "user", title: "User", make: func(h *host) { h.User("x") },
		attach: func(arn string) any { return &api.AttachUserPolicyInput{UserName: "x", PolicyArn: arn} },
		detach: func(arn string) any { return &api.DetachUserPolicyInput{UserName: "x", PolicyArn: arn} },
		listed: func(h *host, in api.ListAttachedUserPoliciesInput) *api.ListAttachedUserPoliciesOutput {
			in.UserName = "x"
			return call[api.ListAttachedUserPoliciesOutput](h, h.root, "ListAttachedUserPolicies", &in)
		},
	},
	{
		kind: "group", title: "Group", make: func(h *host) { newGroup(h, "x") },
		attach: func(arn string) any { return &api.AttachGroupPolicyInput{GroupName: "x", PolicyArn: arn} },
		detach: func(arn string) any { return &api.DetachGroupPolicyInput{GroupName: "x", PolicyArn: arn} },
		listed: func(h *host, in api.ListAttachedUserPoliciesInput) *api.ListAttachedUserPoliciesOutput {
			return (*api.ListAttachedUserPoliciesOutput)(call[api.ListAttachedGroupPoliciesOutput](h, h.root, "ListAttachedGroupPolicies",
				&api.ListAttachedGroupPoliciesInput{GroupName: "x", PathPrefix: in.PathPrefix, Marker: in.Marker, MaxItems: in.MaxItems}))
		},
	},
	{
		kind: "role", title: "Role", make: func(h *host) { newRole(h, "x") },
		attach: func(arn string) any { return &api.AttachRolePolicyInput{RoleName: "x", PolicyArn: arn} },
		detach: func(arn string) any { return &api.DetachRolePolicyInput{RoleName: "x", PolicyArn: arn} },
		listed: func(h *host, in api.ListAttachedUserPoliciesInput) *api.ListAttachedUserPoliciesOutput {
			return (*api.ListAttachedUserPoliciesOutput)(call[api.ListAttachedRolePoliciesOutput](h, h.root, "ListAttachedRolePolicies",
				&api.ListAttachedRolePoliciesInput{RoleName: "x", PathPrefix: in.PathPrefix, Marker: in.Marker, MaxItems: in.MaxItems}))
		},
	},
}

// done is a call of any operation that must succeed.
func (h *host) done(operation string, in any) {
	h.t.Helper()
	if _, err := h.Do(h.t.Context(), h.Directory.Find("iam", operation), h.root, h.Facts("iam"), in); err != nil {
		h.t.Errorf("%s: %v", operation, err)
	}
}

func attachedNames(out *api.ListAttachedUserPoliciesOutput) string {
	var names []string
	for _, p := range out.AttachedPolicies {
		names = append(names, *p.PolicyName+"="+*p.PolicyArn)
	}
	return strings.Join(names, " ")
}

func TestPoliciesAreAttachedAndDetached(t *testing.T) {
	for _, k := range holderKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			k.make(h)
			p := *newPolicy(h, "p").Arn
			h.done("Attach"+k.title+"Policy", k.attach(p))
			h.done("Attach"+k.title+"Policy", k.attach(p)) // twice is no error
			h.done("Attach"+k.title+"Policy", k.attach(viewOnly))
			if got := attachedNames(k.listed(h, api.ListAttachedUserPoliciesInput{})); got != "p="+p+" ViewOnlyAccess="+viewOnly {
				t.Errorf("attached: %s", got)
			}
			if got := attachedNames(k.listed(h, api.ListAttachedUserPoliciesInput{PathPrefix: new("/job-function/")})); got != "ViewOnlyAccess="+viewOnly {
				t.Errorf("attached, of a path: %s", got)
			}
			first := k.listed(h, api.ListAttachedUserPoliciesInput{MaxItems: new(int32(1))})
			rest := k.listed(h, api.ListAttachedUserPoliciesInput{MaxItems: new(int32(1)), Marker: first.Marker})
			if !first.IsTruncated || len(rest.AttachedPolicies) != 1 || *rest.AttachedPolicies[0].PolicyArn != viewOnly || rest.IsTruncated {
				t.Errorf("first %+v, rest %+v", first, rest)
			}
			h.done("Detach"+k.title+"Policy", k.detach(p))
			refused(h, h.root, "Detach"+k.title+"Policy", k.detach(p), "NoSuchEntity", 404, "Policy "+p+" was not found.")
			if got := attachedNames(k.listed(h, api.ListAttachedUserPoliciesInput{})); got != "ViewOnlyAccess="+viewOnly {
				t.Errorf("after one was detached: %s", got)
			}
		})
	}
}

func TestWhatCannotBeAttached(t *testing.T) {
	const linked = "arn:aws:iam::aws:policy/aws-service-role/BatchServiceRolePolicy"
	for _, k := range holderKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			attach := "Attach" + k.title + "Policy"
			refused(h, h.root, attach, k.attach(viewOnly), "NoSuchEntity", 404, "The "+k.kind+" with name x cannot be found.")
			k.make(h)
			for _, none := range []string{policyARN("none"), "arn:aws:iam::aws:policy/ViewOnlyAccess", "arn:aws:iam::999999999999:policy/p"} {
				refused(h, h.root, attach, k.attach(none), "NoSuchEntity", 404, "Policy "+none+" does not exist or is not attachable.")
			}
			refused(h, h.root, attach, k.attach(linked), "PolicyNotAttachable", 400, "Cannot attach a Service Role Policy to a Customer "+k.title+".")
			for i := range 10 {
				h.done(attach, k.attach(*newPolicy(h, fmt.Sprintf("p%d", i)).Arn))
			}
			refused(h, h.root, attach, k.attach(viewOnly), "LimitExceeded", 409, "Cannot exceed quota for PoliciesPer"+k.title+": 10")
			h.done(attach, k.attach(policyARN("p3"))) // what is attached already exceeds nothing
		})
	}
}

func TestWhichPoliciesMayBeAttachedCanBeLimited(t *testing.T) {
	for _, k := range holderKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			k.make(h)
			lead := h.User("lead", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:Attach*","iam:Detach*"],"Resource":"*","Condition":{"ArnEquals":{"iam:PolicyARN":"`+viewOnly+`"}}}}`)
			for _, c := range []struct {
				operation string
				in        func(string) any
			}{{"Attach" + k.title + "Policy", k.attach}, {"Detach" + k.title + "Policy", k.detach}} {
				refused(h, lead, c.operation, c.in(readOnly), "AccessDenied", 403, denied("lead", "iam:"+c.operation, k.kind+" x"))
				if _, err := h.Do(t.Context(), h.Directory.Find("iam", c.operation), lead, h.Facts("iam"), c.in(viewOnly)); err != nil {
					t.Errorf("%s: %v", c.operation, err)
				}
			}
		})
	}
}

func TestAnAttachedPolicyCountsAtOnce(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	newRole(h, "r")
	session := roleSession(h, "r")
	p := *call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "p", PolicyDocument: allowing("iam:ListUsers")}).Policy.Arn
	refused(h, ann, "ListUsers", &api.ListUsersInput{}, "AccessDenied", 403, denied("ann", "iam:ListUsers", userARN("")))
	h.done("AttachUserPolicy", &api.AttachUserPolicyInput{UserName: "ann", PolicyArn: p})
	h.done("AttachRolePolicy", &api.AttachRolePolicyInput{RoleName: "r", PolicyArn: p})
	call[api.ListUsersOutput](h, ann, "ListUsers", &api.ListUsersInput{})
	call[api.ListUsersOutput](h, session, "ListUsers", &api.ListUsersInput{})
	h.done("DetachUserPolicy", &api.DetachUserPolicyInput{UserName: "ann", PolicyArn: p})
	refused(h, ann, "ListUsers", &api.ListUsersInput{}, "AccessDenied", 403, denied("ann", "iam:ListUsers", userARN("")))
}
