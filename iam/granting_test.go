package iam_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
)

// granting lists the policies that give an entity access, as "service: TYPE name (of ENTITY)".
func granting(h *host, who *access.Credential, of string, namespaces ...string) string {
	h.t.Helper()
	out := call[api.ListPoliciesGrantingServiceAccessOutput](h, who, "ListPoliciesGrantingServiceAccess", &api.ListPoliciesGrantingServiceAccessInput{Arn: of, ServiceNamespaces: namespaces})
	var shown []string
	for _, entry := range out.PoliciesGrantingServiceAccess {
		line := *entry.ServiceNamespace + ":"
		for _, p := range entry.Policies {
			line += " " + p.PolicyType + " " + p.PolicyName
			if p.EntityType != nil {
				line += fmt.Sprintf(" (%s %s)", *p.EntityType, *p.EntityName)
			}
			if (p.PolicyArn == nil) != (p.PolicyType == "INLINE") {
				h.t.Errorf("%+v", p)
			}
		}
		shown = append(shown, line)
	}
	return strings.Join(shown, "; ")
}

func TestPoliciesThatGiveAccessAreNamedWithWhomTheyComeFrom(t *testing.T) {
	h := newHost(t)
	h.User("bob", allowsTwo)
	call[api.CreateGroupOutput](h, h.root, "CreateGroup", &api.CreateGroupInput{GroupName: "ops"})
	call[api.PutGroupPolicyOutput](h, h.root, "PutGroupPolicy", &api.PutGroupPolicyInput{
		GroupName: "ops", PolicyName: "all", PolicyDocument: `{"Version":"2012-10-17","Statement":{"Effect":"Allow","NotAction":["iam:*","nosuch:*"],"Resource":"*"}}`,
	})
	call[api.AttachGroupPolicyOutput](h, h.root, "AttachGroupPolicy", &api.AttachGroupPolicyInput{GroupName: "ops", PolicyArn: ec2Full})
	call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: "bob", PolicyArn: ec2Full})
	call[api.AddUserToGroupOutput](h, h.root, "AddUserToGroup", &api.AddUserToGroupInput{GroupName: "ops", UserName: "bob"})
	for of, want := range map[string]string{
		arnOf("user", "bob"):  "iam: INLINE inlinea (USER bob) MANAGED AmazonEC2FullAccess; ec2: MANAGED AmazonEC2FullAccess INLINE all (GROUP ops); sqs: INLINE inlinea (USER bob) INLINE all (GROUP ops)",
		arnOf("group", "ops"): "iam: MANAGED AmazonEC2FullAccess; ec2: INLINE all (GROUP ops) MANAGED AmazonEC2FullAccess; sqs: INLINE all (GROUP ops)",
	} {
		if got := granting(h, h.root, of, "iam", "ec2", "sqs"); got != want {
			t.Errorf("%s:\n  %s, want\n  %s", of, got, want)
		}
	}
}

func TestManyServicesAreAskedAboutInPages(t *testing.T) {
	h := newHost(t)
	h.User("ann", allowsTwo)
	in := &api.ListPoliciesGrantingServiceAccessInput{Arn: arnOf("user", "ann")}
	for range 150 {
		in.ServiceNamespaces = append(in.ServiceNamespaces, "sqs")
	}
	first := call[api.ListPoliciesGrantingServiceAccessOutput](h, h.root, "ListPoliciesGrantingServiceAccess", in)
	in.Marker = first.Marker
	second := call[api.ListPoliciesGrantingServiceAccessOutput](h, h.root, "ListPoliciesGrantingServiceAccess", in)
	if len(first.PoliciesGrantingServiceAccess) != 100 || !first.IsTruncated || len(second.PoliciesGrantingServiceAccess) != 50 || second.IsTruncated {
		t.Errorf("%d, then %d services", len(first.PoliciesGrantingServiceAccess), len(second.PoliciesGrantingServiceAccess))
	}
}

func TestWhatGivesAccessIsAskedOfAnEntity(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListPoliciesGrantingServiceAccess","Resource":"arn:aws:iam::*:user/${aws:username}"}}`)
	granting(h, ann, arnOf("user", "ann"), "iam")
	in := &api.ListPoliciesGrantingServiceAccessInput{Arn: arnOf("role", "nobody"), ServiceNamespaces: []string{"iam"}}
	refused(h, ann, "ListPoliciesGrantingServiceAccess", in, "AccessDenied", 403, denied("ann", "iam:ListPoliciesGrantingServiceAccess", "role nobody"))
	refused(h, h.root, "ListPoliciesGrantingServiceAccess", in, "NoSuchEntity", 404, "The role with name nobody cannot be found.")
	in.Arn = ec2Full
	refused(h, h.root, "ListPoliciesGrantingServiceAccess", in, "InvalidInput", 400, "Invalid Entity Arn: "+ec2Full+" does not clearly define entity type and name.")
	in.Arn, in.ServiceNamespaces = arnOf("user", "ann"), []string{"nosuch"}
	refused(h, h.root, "ListPoliciesGrantingServiceAccess", in, "InvalidInput", 400, "Invalid Service Namespace: nosuch is not the prefix of a service.")
}

func TestAPolicyOfManyPatternsPassesForGivingAccess(t *testing.T) {
	h := newHost(t)
	var entries []string
	for i := range 8000 {
		entries = append(entries, fmt.Sprintf(`"ec2:%d*"`, i))
	}
	h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[`+strings.Join(entries, ",")+`],"Resource":"*"}}`)
	if got := granting(h, h.root, arnOf("user", "ann"), "ec2"); got != "ec2: INLINE inlinea (USER ann)" {
		t.Errorf("beyond the budget: %s", got)
	}
}
