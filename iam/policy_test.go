package iam_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func policyARN(name string) string { return "arn:aws:iam::" + account + ":policy/" + name }

func newPolicy(h *host, name string) *api.Policy {
	return call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: name, PolicyDocument: allowing("iam:GetUser")}).Policy
}

func unescaped(t *testing.T, text string) string {
	t.Helper()
	if strings.ContainsAny(text, " +{}\"") {
		t.Errorf("not percent-encoded: %s", text)
	}
	plain, err := url.PathUnescape(text)
	check(t, err)
	return plain
}

func TestAPolicyIsShownAsItWasMade(t *testing.T) {
	h := newHost(t)
	made := call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{
		PolicyName: "Power", Path: new("/team/"), PolicyDocument: allowing("iam:GetUser"), Description: new("some power"), Tags: tag("a", "b"),
	}).Policy
	if made.Description != nil || len(made.Tags) != 1 {
		t.Errorf("made %+v", made)
	}
	got := call[api.GetPolicyOutput](h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: *made.Arn}).Policy
	if *got.Arn != policyARN("team/Power") || *got.PolicyName != "Power" || *got.Path != "/team/" || !strings.HasPrefix(*got.PolicyId, "ANPA") || *got.DefaultVersionId != "v1" ||
		*got.AttachmentCount != 0 || *got.PermissionsBoundaryUsageCount != 0 || !got.IsAttachable || !got.CreateDate.Equal(h.Now) || !got.UpdateDate.Equal(h.Now) ||
		*got.Description != "some power" || len(got.Tags) != 1 {
		t.Errorf("got %+v", got)
	}
	listed := call[api.ListPoliciesOutput](h, h.root, "ListPolicies", &api.ListPoliciesInput{Scope: new("Local")}).Policies
	if len(listed) != 1 || listed[0].Description != nil || listed[0].Tags != nil || *listed[0].PolicyId != *made.PolicyId {
		t.Errorf("listed %+v", listed)
	}
	refused(h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "POWER", PolicyDocument: allowing("iam:GetUser")},
		"EntityAlreadyExists", 409, "A policy called POWER already exists. Duplicate names are not allowed.")
}

func TestAPolicyOfAWSIsReadLikeAnyOther(t *testing.T) {
	h := newHost(t)
	got := call[api.GetPolicyOutput](h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: viewOnly}).Policy
	if *got.PolicyName != "ViewOnlyAccess" || *got.Path != "/job-function/" || !strings.HasPrefix(*got.PolicyId, "ANPA") || !got.IsAttachable {
		t.Errorf("got %+v", got)
	}
	versions := call[api.ListPolicyVersionsOutput](h, h.root, "ListPolicyVersions", &api.ListPolicyVersionsInput{PolicyArn: viewOnly}).Versions
	if len(versions) != 1 || *versions[0].VersionId != *got.DefaultVersionId || !versions[0].IsDefaultVersion || versions[0].Document != nil {
		t.Errorf("versions %+v", versions)
	}
	version := call[api.GetPolicyVersionOutput](h, h.root, "GetPolicyVersion", &api.GetPolicyVersionInput{PolicyArn: viewOnly, VersionId: *got.DefaultVersionId}).PolicyVersion
	aws, _ := catalog.PolicyByARN(viewOnly)
	if unescaped(t, *version.Document) != aws.Document() {
		t.Errorf("document %s", *version.Document)
	}
	refused(h, h.root, "GetPolicyVersion", &api.GetPolicyVersionInput{PolicyArn: viewOnly, VersionId: "v9999"},
		"NoSuchEntity", 404, "Policy "+viewOnly+" version v9999 does not exist or is not attachable.")
}

func TestNobodyMayChangeAPolicyOfAWS(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	shown := "policy " + viewOnly
	for _, c := range []struct {
		operation string
		in        any
	}{
		{"CreatePolicyVersion", &api.CreatePolicyVersionInput{PolicyArn: viewOnly, PolicyDocument: hosttest.Everything, SetAsDefault: true}},
		{"DeletePolicyVersion", &api.DeletePolicyVersionInput{PolicyArn: viewOnly, VersionId: "v1"}},
		{"SetDefaultPolicyVersion", &api.SetDefaultPolicyVersionInput{PolicyArn: viewOnly, VersionId: "v1"}},
		{"DeletePolicy", &api.DeletePolicyInput{PolicyArn: viewOnly}},
		{"TagPolicy", &api.TagPolicyInput{PolicyArn: viewOnly, Tags: tag("a", "b")}},
		{"UntagPolicy", &api.UntagPolicyInput{PolicyArn: viewOnly, TagKeys: []string{"a"}}},
	} {
		refused(h, admin, c.operation, c.in, "AccessDenied", 403, denied("administrator", "iam:"+c.operation, shown))
		if f := h.Fails(h.root, "iam", c.operation, c.in); f.Code != "AccessDenied" || f.Status != 403 {
			t.Errorf("root: %s answers %v", c.operation, f)
		}
	}
}

func TestPoliciesThatAreNotThere(t *testing.T) {
	h := newHost(t)
	for _, none := range []string{policyARN("none"), "arn:aws:iam::aws:policy/NoneOfThese", "arn:aws:iam::999999999999:policy/p", "arn:aws:s3:::some-bucket"} {
		text := "Policy " + none + " was not found."
		refused(h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: none}, "NoSuchEntity", 404, text)
		refused(h, h.root, "ListPolicyVersions", &api.ListPolicyVersionsInput{PolicyArn: none}, "NoSuchEntity", 404, text)
		refused(h, h.root, "GetPolicyVersion", &api.GetPolicyVersionInput{PolicyArn: none, VersionId: "v1"}, "NoSuchEntity", 404, "Policy "+none+" version v1 does not exist or is not attachable.")
		refused(h, h.root, "ListEntitiesForPolicy", &api.ListEntitiesForPolicyInput{PolicyArn: none}, "NoSuchEntity", 404, "Policy "+none+" does not exist or is not attachable.")
		refused(h, h.root, "ListPolicyTags", &api.ListPolicyTagsInput{PolicyArn: none}, "NoSuchEntity", 404, text)
	}
	refused(h, h.root, "DeletePolicy", &api.DeletePolicyInput{PolicyArn: policyARN("none")}, "NoSuchEntity", 404, "Policy "+policyARN("none")+" was not found.")

	newPolicy(h, "p") // found by its exact ARN only: the path counts, and so does case
	refused(h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: policyARN("x/p")}, "NoSuchEntity", 404, "Policy "+policyARN("x/p")+" was not found.")
	refused(h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: policyARN("P")}, "NoSuchEntity", 404, "Policy "+policyARN("P")+" was not found.")
}

func TestWhatIsNoARNIsRefusedBeforeAnythingIsAsked(t *testing.T) {
	h := newHost(t)
	eve := h.User("eve")
	const none = "nothing-that-is-an-arn"
	for operation, in := range map[string]any{
		"GetPolicy":                  &api.GetPolicyInput{PolicyArn: none},
		"DeletePolicy":               &api.DeletePolicyInput{PolicyArn: none},
		"CreatePolicyVersion":        &api.CreatePolicyVersionInput{PolicyArn: none, PolicyDocument: hosttest.Everything},
		"ListEntitiesForPolicy":      &api.ListEntitiesForPolicyInput{PolicyArn: none},
		"TagPolicy":                  &api.TagPolicyInput{PolicyArn: none, Tags: tag("a", "b")},
		"AttachUserPolicy":           &api.AttachUserPolicyInput{UserName: "eve", PolicyArn: none},
		"DetachGroupPolicy":          &api.DetachGroupPolicyInput{GroupName: "g", PolicyArn: none},
		"AttachRolePolicy":           &api.AttachRolePolicyInput{RoleName: "r", PolicyArn: none},
		"PutUserPermissionsBoundary": &api.PutUserPermissionsBoundaryInput{UserName: "eve", PermissionsBoundary: none},
		"CreateUser":                 &api.CreateUserInput{UserName: "x", PermissionsBoundary: new(none)},
		"CreateRole":                 &api.CreateRoleInput{RoleName: "x", AssumeRolePolicyDocument: "{}", PermissionsBoundary: new(none)},
		"PutRolePermissionsBoundary": &api.PutRolePermissionsBoundaryInput{RoleName: "r", PermissionsBoundary: none},
	} {
		text := "Invalid ARN:  Could not be parsed!"
		if strings.HasPrefix(operation, "Attach") || strings.HasPrefix(operation, "Detach") {
			text = "ARN " + none + " is not valid."
		}
		refused(h, eve, operation, in, "ValidationError", 400, text)
	}
}

func TestAPolicyIsDeletedWhenNobodyUsesIt(t *testing.T) {
	h := newHost(t)
	p := *newPolicy(h, "p").Arn
	h.User("ann")
	newGroup(h, "g")
	newRole(h, "r")
	del := &api.DeletePolicyInput{PolicyArn: p}
	for _, use := range []struct{ begin, end func() }{
		{
			func() {
				call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: "ann", PolicyArn: p})
			},
			func() {
				call[api.DetachUserPolicyOutput](h, h.root, "DetachUserPolicy", &api.DetachUserPolicyInput{UserName: "ann", PolicyArn: p})
			},
		},
		{
			func() {
				call[api.AttachGroupPolicyOutput](h, h.root, "AttachGroupPolicy", &api.AttachGroupPolicyInput{GroupName: "g", PolicyArn: p})
			},
			func() {
				call[api.DetachGroupPolicyOutput](h, h.root, "DetachGroupPolicy", &api.DetachGroupPolicyInput{GroupName: "g", PolicyArn: p})
			},
		},
		{
			func() {
				call[api.AttachRolePolicyOutput](h, h.root, "AttachRolePolicy", &api.AttachRolePolicyInput{RoleName: "r", PolicyArn: p})
			},
			func() {
				call[api.DetachRolePolicyOutput](h, h.root, "DetachRolePolicy", &api.DetachRolePolicyInput{RoleName: "r", PolicyArn: p})
			},
		},
		{
			func() {
				call[api.PutUserPermissionsBoundaryOutput](h, h.root, "PutUserPermissionsBoundary", &api.PutUserPermissionsBoundaryInput{UserName: "ann", PermissionsBoundary: p})
			},
			func() {
				call[api.DeleteUserPermissionsBoundaryOutput](h, h.root, "DeleteUserPermissionsBoundary", &api.DeleteUserPermissionsBoundaryInput{UserName: "ann"})
			},
		},
		{
			func() {
				call[api.PutRolePermissionsBoundaryOutput](h, h.root, "PutRolePermissionsBoundary", &api.PutRolePermissionsBoundaryInput{RoleName: "r", PermissionsBoundary: p})
			},
			func() {
				call[api.DeleteRolePermissionsBoundaryOutput](h, h.root, "DeleteRolePermissionsBoundary", &api.DeleteRolePermissionsBoundaryInput{RoleName: "r"})
			},
		},
	} {
		use.begin()
		refused(h, h.root, "DeletePolicy", del, "DeleteConflict", 409, "Cannot delete a policy attached to entities.")
		use.end()
	}
	call[api.CreatePolicyVersionOutput](h, h.root, "CreatePolicyVersion", &api.CreatePolicyVersionInput{PolicyArn: p, PolicyDocument: allowing("iam:GetRole")})
	refused(h, h.root, "DeletePolicy", del, "DeleteConflict", 409,
		"This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.")
	call[api.DeletePolicyVersionOutput](h, h.root, "DeletePolicyVersion", &api.DeletePolicyVersionInput{PolicyArn: p, VersionId: "v2"})
	call[api.DeletePolicyOutput](h, h.root, "DeletePolicy", del)
	refused(h, h.root, "DeletePolicy", del, "NoSuchEntity", 404, "Policy "+p+" was not found.")
}

func TestPoliciesOneTooManyOrTooLong(t *testing.T) {
	h := newHost(t)
	sized := func(n int) string {
		frame := allowing("iam:GetUser") + "\n \t"
		return strings.Replace(frame, `"Effect"`, `"Sid":"`+strings.Repeat("a", n-len(frame)+3-len(`"Sid":"",`))+`","Effect"`, 1)
	}
	call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "fits", PolicyDocument: sized(6144)}) // white space does not count
	refused(h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "long", PolicyDocument: sized(6145)}, "LimitExceeded", 409, "Cannot exceed quota for PolicySize: 6144")
	refused(h, h.root, "CreatePolicyVersion", &api.CreatePolicyVersionInput{PolicyArn: policyARN("fits"), PolicyDocument: sized(6145)}, "LimitExceeded", 409, "Cannot exceed quota for PolicySize: 6144")
	h.Quotas["PolicyVersionsInUseQuota"] = 1
	refused(h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "more", PolicyDocument: sized(600)}, "LimitExceeded", 409, "Cannot exceed quota for PolicyVersionsInUse: 1")
	h.Quotas["PolicyVersionsInUseQuota"], h.Quotas["PoliciesQuota"] = 10000, 1
	refused(h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "more", PolicyDocument: sized(600)}, "LimitExceeded", 409, "Cannot exceed quota for PoliciesPerAccount: 1")
}

func TestDocumentsThatAreNoPolicies(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newPolicy(h, "p")
	good := allowing("iam:GetUser")
	for document, text := range map[string]string{
		"{": "Syntax errors in policy.",
		strings.Replace(good, `"2012-10-17"`, `"2008-10-17"`, 1):                         "Policy document must be version 2012-10-17 or greater.",
		strings.Replace(good, `"Action":["iam:GetUser"],`, ``, 1):                        "Policy statement must contain actions.",
		strings.Replace(good, `,"Resource":"*"`, ``, 1):                                  "Policy statement must contain resources.",
		strings.Replace(good, `iam:GetUser`, `GetUser`, 1):                               "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
		strings.Replace(good, `"Resource":"*"`, `"Resource":"bucket"`, 1):                `Resource bucket must be in ARN format or "*".`,
		strings.Replace(good, `"Effect"`, `"Principal":"*","Effect"`, 1):                 "Policy document should not specify a principal.",
		strings.Replace(good, `"Effect":"Allow"`, `"Effect":"Allow","Effect":"Deny"`, 1): "Syntax errors in policy.",
	} {
		refused(h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "bad", PolicyDocument: document}, "MalformedPolicyDocument", 400, text)
		refused(h, h.root, "CreatePolicyVersion", &api.CreatePolicyVersionInput{PolicyArn: policyARN("p"), PolicyDocument: document}, "MalformedPolicyDocument", 400, text)
		refused(h, h.root, "PutUserPolicy", &api.PutUserPolicyInput{UserName: "ann", PolicyName: "bad", PolicyDocument: document}, "MalformedPolicyDocument", 400, text)
	}
}

// names are the names of the policies that ListPolicies gives, page by page.
func policyNames(h *host, in api.ListPoliciesInput) (names []string) {
	h.t.Helper()
	for {
		out := call[api.ListPoliciesOutput](h, h.root, "ListPolicies", &in)
		for _, p := range out.Policies {
			names = append(names, *p.PolicyName)
		}
		if out.IsTruncated != (out.Marker != nil) || in.MaxItems != nil && len(out.Policies) > int(*in.MaxItems) {
			h.t.Fatalf("a page of %d policies, truncated: %v, marker: %v", len(out.Policies), out.IsTruncated, out.Marker)
		}
		if in.Marker = out.Marker; in.Marker == nil {
			return names
		}
	}
}

func TestPoliciesOfTheCustomerAndOfAWSArePagedAsOneList(t *testing.T) {
	h := newHost(t)
	for i := range 5 {
		newPolicy(h, fmt.Sprintf("P%d", i))
	}
	want := []string{"P0", "P1", "P2", "P3", "P4"}
	if got := policyNames(h, api.ListPoliciesInput{Scope: new("Local"), MaxItems: new(int32(2))}); !slices.Equal(got, want) {
		t.Errorf("of the customer: %v", got)
	}
	for aws := range catalog.Policies() {
		want = append(want, aws.Name)
	}
	for _, scope := range []*string{nil, new("All")} {
		if got := policyNames(h, api.ListPoliciesInput{Scope: scope, MaxItems: new(int32(7))}); !slices.Equal(got, want) {
			t.Errorf("all: %d policies, want %d", len(got), len(want))
		}
	}
	if got := policyNames(h, api.ListPoliciesInput{Scope: new("AWS"), MaxItems: new(int32(1000))}); !slices.Equal(got, want[5:]) {
		t.Errorf("of AWS: %d policies, want %d", len(got), len(want)-5)
	}
}

func TestPoliciesAreFilteredByPathAndByUse(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newRole(h, "r")
	newPolicy(h, "unused")
	attached, limiting := *newPolicy(h, "attached").Arn, *newPolicy(h, "limiting").Arn
	call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "deep", Path: new("/a/b/"), PolicyDocument: allowing("iam:GetUser")})
	call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: "ann", PolicyArn: attached})
	call[api.AttachRolePolicyOutput](h, h.root, "AttachRolePolicy", &api.AttachRolePolicyInput{RoleName: "r", PolicyArn: viewOnly})
	call[api.PutUserPermissionsBoundaryOutput](h, h.root, "PutUserPermissionsBoundary", &api.PutUserPermissionsBoundaryInput{UserName: "ann", PermissionsBoundary: limiting})
	call[api.PutRolePermissionsBoundaryOutput](h, h.root, "PutRolePermissionsBoundary", &api.PutRolePermissionsBoundaryInput{RoleName: "r", PermissionsBoundary: readOnly})
	for _, c := range []struct {
		in   api.ListPoliciesInput
		want string
	}{
		{api.ListPoliciesInput{Scope: new("Local"), PathPrefix: new("/a/")}, "deep"},
		{api.ListPoliciesInput{Scope: new("Local"), PathPrefix: new("/")}, "attached deep limiting unused"},
		{api.ListPoliciesInput{PathPrefix: new("/job-function/"), OnlyAttached: true}, "ViewOnlyAccess"},
		{api.ListPoliciesInput{OnlyAttached: true}, "attached ViewOnlyAccess"},
		{api.ListPoliciesInput{OnlyAttached: true, Scope: new("AWS")}, "ViewOnlyAccess"},
		{api.ListPoliciesInput{PolicyUsageFilter: new("PermissionsPolicy")}, "attached ViewOnlyAccess"},
		{api.ListPoliciesInput{PolicyUsageFilter: new("PermissionsBoundary")}, "limiting ReadOnlyAccess"},
		{api.ListPoliciesInput{PolicyUsageFilter: new("PermissionsBoundary"), OnlyAttached: true, Scope: new("Local")}, "limiting"},
	} {
		if got := strings.Join(policyNames(h, c.in), " "); got != c.want {
			t.Errorf("%+v: %s, want %s", c.in, got, c.want)
		}
	}
	got := call[api.GetPolicyOutput](h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: limiting}).Policy
	if *got.AttachmentCount != 0 || *got.PermissionsBoundaryUsageCount != 1 {
		t.Errorf("the boundary counts as %d attachments and %d boundaries", *got.AttachmentCount, *got.PermissionsBoundaryUsageCount)
	}
}

func TestAttachmentsCountEntitiesNotMembers(t *testing.T) {
	h := newHost(t)
	p := *newPolicy(h, "p").Arn
	newGroup(h, "g")
	for _, name := range []string{"ann", "bob"} {
		h.User(name)
		join(h, "g", name)
	}
	call[api.AttachGroupPolicyOutput](h, h.root, "AttachGroupPolicy", &api.AttachGroupPolicyInput{GroupName: "g", PolicyArn: p})
	call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: "ann", PolicyArn: p})
	if got := *call[api.GetPolicyOutput](h, h.root, "GetPolicy", &api.GetPolicyInput{PolicyArn: p}).Policy.AttachmentCount; got != 2 {
		t.Errorf("%d attachments", got)
	}
}

func TestAStrangerMayDoNothingWithPolicies(t *testing.T) {
	h := newHost(t)
	eve := h.User("eve")
	newPolicy(h, "p")
	for _, arn := range []string{policyARN("p"), policyARN("none"), viewOnly} {
		refused(h, eve, "GetPolicy", &api.GetPolicyInput{PolicyArn: arn}, "AccessDenied", 403, denied("eve", "iam:GetPolicy", "policy "+arn))
		refused(h, eve, "CreatePolicyVersion", &api.CreatePolicyVersionInput{PolicyArn: arn, PolicyDocument: hosttest.Everything}, "AccessDenied", 403,
			denied("eve", "iam:CreatePolicyVersion", "policy "+arn))
	}
	refused(h, eve, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "q", PolicyDocument: hosttest.Everything}, "AccessDenied", 403, denied("eve", "iam:CreatePolicy", "policy q"))
	refused(h, eve, "ListPolicies", &api.ListPoliciesInput{}, "AccessDenied", 403, denied("eve", "iam:ListPolicies", "policy path /"))
	maker := h.User("maker", allowing("iam:CreatePolicy"))
	refused(h, maker, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "q", PolicyDocument: hosttest.Everything, Tags: tag("a", "b")}, "AccessDenied", 403, denied("maker", "iam:TagPolicy", "policy q"))
}

func TestAPolicyIsReachedThroughItsTags(t *testing.T) {
	h := newHost(t)
	p := call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "p", PolicyDocument: allowing("iam:GetUser"), Tags: tag("team", "red")}).Policy
	newPolicy(h, "q")
	red := h.User("red", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetPolicy","Resource":"*","Condition":{"StringEquals":{"iam:ResourceTag/team":"red"}}}}`)
	call[api.GetPolicyOutput](h, red, "GetPolicy", &api.GetPolicyInput{PolicyArn: *p.Arn})
	refused(h, red, "GetPolicy", &api.GetPolicyInput{PolicyArn: policyARN("q")}, "AccessDenied", 403, denied("red", "iam:GetPolicy", "policy "+policyARN("q")))
}
