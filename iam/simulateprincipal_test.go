package iam_test

import (
	"fmt"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

const (
	allowS3   = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}`
	allowEC2  = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}`
	trustsAll = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"` + account + `"},"Action":"sts:AssumeRole"}}`
)

func arnOf(kind, name string) string { return "arn:aws:iam::" + account + ":" + kind + "/" + name }

// world has a user in a group, and a role with a boundary; each holds policies of all sorts.
func world(t *testing.T) *host {
	t.Helper()
	h := newHost(t)
	h.User("ann")
	call[api.CreateGroupOutput](h, h.root, "CreateGroup", &api.CreateGroupInput{GroupName: "staff"})
	call[api.AddUserToGroupOutput](h, h.root, "AddUserToGroup", &api.AddUserToGroupInput{UserName: "ann", GroupName: "staff"})
	call[api.PutUserPolicyOutput](h, h.root, "PutUserPolicy", &api.PutUserPolicyInput{UserName: "ann", PolicyName: "own", PolicyDocument: allowS3})
	call[api.PutGroupPolicyOutput](h, h.root, "PutGroupPolicy", &api.PutGroupPolicyInput{GroupName: "staff", PolicyName: "shared", PolicyDocument: allowS3})
	made := call[api.CreatePolicyOutput](h, h.root, "CreatePolicy", &api.CreatePolicyInput{PolicyName: "managed", Path: new("/team/"), PolicyDocument: allowS3})
	call[api.AttachUserPolicyOutput](h, h.root, "AttachUserPolicy", &api.AttachUserPolicyInput{UserName: "ann", PolicyArn: *made.Policy.Arn})
	call[api.CreateRoleOutput](h, h.root, "CreateRole", &api.CreateRoleInput{RoleName: "ops", AssumeRolePolicyDocument: trustsAll, PermissionsBoundary: made.Policy.Arn})
	call[api.PutRolePolicyOutput](h, h.root, "PutRolePolicy", &api.PutRolePolicyInput{RoleName: "ops", PolicyName: "all", PolicyDocument: everything})
	return h
}

// principal simulates with the policies of a user, group or role, as root.
func principal(h *host, in api.SimulatePrincipalPolicyInput) *api.EvaluationResult {
	h.t.Helper()
	return only(h.t, call[api.SimulatePrincipalPolicyOutput](h, h.root, "SimulatePrincipalPolicy", &in))
}

func TestPoliciesOfAPrincipalAreNamedByWhoHoldsThem(t *testing.T) {
	h := world(t)
	at := " (IAM Policy) 1:39-1:87"
	for _, c := range []struct{ source, want string }{
		{arnOf("user", "ann"), "allowed user_ann_own" + at + "; managed" + at + "; group_staff_shared" + at},
		{arnOf("group", "staff"), "allowed group_staff_shared" + at},
		{arnOf("role", "ops"), "allowed role_ops_all (IAM Policy) 1:38-1:83"},
	} {
		r := principal(h, api.SimulatePrincipalPolicyInput{PolicySourceArn: c.source, ActionNames: []string{"s3:ListBucket"}})
		compareText(t, c.source, r.EvalDecision+" "+statementsText(r.MatchedStatements), c.want)
		if r.OrganizationsDecisionDetail == nil || !r.OrganizationsDecisionDetail.AllowedByOrganizations {
			t.Errorf("%s: of an organization is said %+v", c.source, r.OrganizationsDecisionDetail)
		}
	}
}

func TestTheBoundaryOfARoleLimitsUnlessAnotherIsGiven(t *testing.T) {
	h := world(t)
	in := api.SimulatePrincipalPolicyInput{PolicySourceArn: arnOf("role", "ops"), ActionNames: []string{"ec2:RunInstances"}}
	r := principal(h, in)
	compareText(t, "its own", fmt.Sprint(r.EvalDecision, r.PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary), "implicitDenyfalse")
	in.PermissionsBoundaryPolicyInputList = []string{allowEC2}
	r = principal(h, in)
	compareText(t, "another", fmt.Sprint(r.EvalDecision, r.PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary), "allowedtrue")
	in.PermissionsBoundaryPolicyInputList = []string{`{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}`}
	compareText(t, "one that denies", statementsText(principal(h, in).MatchedStatements), "PermissionsBoundaryPolicyInputList.1 (Permissions Boundary Policy) 1:38-1:82")
	in.PermissionsBoundaryPolicyInputList = nil
	call[api.DeleteRolePolicyOutput](h, h.root, "DeleteRolePolicy", &api.DeleteRolePolicyInput{RoleName: "ops", PolicyName: "all"})
	in.ActionNames = []string{"s3:ListBucket"}
	r = principal(h, in)
	compareText(t, "the boundary alone", fmt.Sprint(r.EvalDecision, r.PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary), "implicitDenytrue")
}

func TestGivenPoliciesJoinThoseOfThePrincipal(t *testing.T) {
	h := world(t)
	r := principal(h, api.SimulatePrincipalPolicyInput{PolicySourceArn: arnOf("group", "staff"), ActionNames: []string{"ec2:RunInstances"}, PolicyInputList: []string{allowEC2}})
	compareText(t, "added", statementsText(r.MatchedStatements), "PolicyInputList.1 (IAM Policy) 1:39-1:88")
}

func TestTheSourceIsTheCallerUnlessAnotherIsGiven(t *testing.T) {
	h := world(t)
	h.User("bob")
	own := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::*:user/${aws:username}","Condition":{"StringEquals":{"aws:PrincipalTag/team":"red"}}}}`
	call[api.PutUserPolicyOutput](h, h.root, "PutUserPolicy", &api.PutUserPolicyInput{UserName: "ann", PolicyName: "self", PolicyDocument: own})
	call[api.TagUserOutput](h, h.root, "TagUser", &api.TagUserInput{UserName: "ann", Tags: []api.Tag{{Key: "team", Value: "red"}}})
	in := api.SimulatePrincipalPolicyInput{PolicySourceArn: arnOf("user", "ann"), ActionNames: []string{"iam:GetUser"}, ResourceArns: []string{arnOf("user", "ann")}}
	compareText(t, "ann", principal(h, in).EvalDecision, "allowed")
	in.ContextEntries = []api.ContextEntry{entry("aws:principaltag/TEAM", "string", "blue")}
	compareText(t, "ann of another team", principal(h, in).EvalDecision, "implicitDeny")
	in.ContextEntries = nil
	in.CallerArn = new(arnOf("user", "bob"))
	r := principal(h, in)
	compareText(t, "bob with ann's policies", r.EvalDecision+fmt.Sprint(r.MissingContextValues), "implicitDeny[aws:PrincipalTag/team]")
}

func TestTrustPoliciesTakePartInSimulations(t *testing.T) {
	h := world(t)
	call[api.PutUserPolicyOutput](h, h.root, "PutUserPolicy", &api.PutUserPolicyInput{UserName: "ann", PolicyName: "own", PolicyDocument: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}`})
	in := api.SimulatePrincipalPolicyInput{PolicySourceArn: arnOf("user", "ann"), ActionNames: []string{"sts:AssumeRole"}, ResourceArns: []string{arnOf("role", "ops")}}
	compareText(t, "a role that trusts the account", principalText(h, in),
		"allowed "+arnOf("role", "ops")+" (Resource Policy) 1:38-1:116; user_ann_own (IAM Policy) 1:39-1:88 map[] []")

	trust := func(text string) {
		call[api.UpdateAssumeRolePolicyOutput](h, h.root, "UpdateAssumeRolePolicy", &api.UpdateAssumeRolePolicyInput{RoleName: "ops", PolicyDocument: text})
	}
	trust(`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"` + arnOf("user", "ann") + `"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"x"}}}}`)
	compareText(t, "a role that wants an external ID", principalText(h, in),
		"implicitDeny  map[failed-condition: StringEquals sts:ExternalId [x], request: absent ("+arnOf("role", "ops")+", statement 1):implicitDeny] [sts:ExternalId]")
	in.ContextEntries = []api.ContextEntry{entry("sts:ExternalId", "string", "x")}
	compareText(t, "with the external ID", principal(h, in).EvalDecision, "allowed")

	h.User("bob")
	trust(`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"` + arnOf("user", "bob") + `"},"Action":"sts:AssumeRole"}}`)
	compareText(t, "a role that trusts somebody else", principal(h, in).EvalDecision, "implicitDeny")
	in.ResourcePolicy = new(trustsAll)
	compareText(t, "a trust policy that is given", principal(h, in).EvalDecision, "allowed")
	in.ResourcePolicy = nil
	in.ResourceArns = []string{arnOf("role", "elsewhere")}
	compareText(t, "a role that is not known leaves it to the user's policies", principalText(h, in), "allowed user_ann_own (IAM Policy) 1:39-1:88 map[] []")

	in.CallerArn, in.ResourceArns = new(arnOf("user", "bob")), []string{arnOf("role", "ops")}
	compareText(t, "bob, whom the role trusts", principal(h, in).EvalDecision, "allowed")
}

// principalText is the whole answer in one line.
func principalText(h *host, in api.SimulatePrincipalPolicyInput) string {
	r := principal(h, in)
	return fmt.Sprint(r.EvalDecision, " ", statementsText(r.MatchedStatements), " ", r.EvalDecisionDetails, " ", r.MissingContextValues)
}

func TestSimulateCustomPolicyDoesNotTellATrustPolicyToWhoMayNotReadIt(t *testing.T) {
	h := world(t)
	h.User("bob")
	call[api.UpdateAssumeRolePolicyOutput](h, h.root, "UpdateAssumeRolePolicy", &api.UpdateAssumeRolePolicyInput{
		RoleName: "ops", PolicyDocument: `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"` + arnOf("user", "bob") + `"},"Action":"sts:AssumeRole"}}`,
	})
	simulates := func(more string) string {
		return `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:SimulateCustomPolicy"` + more + `],"Resource":"*"}}`
	}
	in := api.SimulateCustomPolicyInput{
		PolicyInputList: []string{everything}, ActionNames: []string{"sts:AssumeRole"}, ResourceArns: []string{arnOf("role", "ops")}, CallerArn: new(arnOf("user", "ann")),
	}
	for _, c := range []struct{ name, policy, want string }{
		{"reader", simulates(`,"iam:GetRole"`), "implicitDeny"},
		{"nonreader", simulates(""), "allowed"},
	} {
		out := call[api.SimulateCustomPolicyOutput](h, h.User(c.name, c.policy), "SimulateCustomPolicy", &in)
		compareText(t, c.name, only(t, out).EvalDecision, c.want)
	}
}

func TestKeysOfKMSAreLeftToTheCallersPolicies(t *testing.T) {
	h := newHost(t)
	key := "arn:aws:kms:eu-west-1:" + account + ":key/1"
	in := api.SimulateCustomPolicyInput{PolicyInputList: []string{everything}, ActionNames: []string{"kms:Decrypt"}, ResourceArns: []string{key}}
	compareText(t, "no key policy", resultText(custom(h, in)), "kms:Decrypt "+key+" allowed [PolicyInputList.1 (IAM Policy) 1:38-1:83] missing []")
	in.ResourcePolicy, in.CallerArn = new(`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"*","Resource":"*"}}`), new(arnOf("user", "ann"))
	compareText(t, "a key policy that grants nothing", custom(h, in).EvalDecision, "implicitDeny")
}

func TestASourceThatIsNotThereIsNotFound(t *testing.T) {
	h := world(t)
	h.update(func(tx *store.Tx) {
		store.Users.Put(tx, &identity.User{Account: account, Name: "deep", ID: "AIDADEEP", Path: "/a/"})
	})
	for _, c := range []struct{ source, code, want string }{
		{arnOf("user", "none"), "NoSuchEntity", "The user with name none cannot be found."},
		{arnOf("role", "none"), "NoSuchEntity", "The role with name none cannot be found."},
		{arnOf("group", "none"), "NoSuchEntity", "The group with name none cannot be found."},
		{arnOf("user", "deep"), "NoSuchEntity", "The user with name deep cannot be found."},
		{"arn:aws:sts::" + account + ":assumed-role/ops/s", "InvalidInput", "Invalid Entity Arn: arn:aws:sts::" + account + ":assumed-role/ops/s does not clearly define entity type and name."},
		{arnOf("policy", "managed"), "InvalidInput", "Invalid Entity Arn: " + arnOf("policy", "managed") + " does not clearly define entity type and name."},
		{"this-is-no-arn-at-all", "InvalidInput", "Invalid Entity Arn: this-is-no-arn-at-all does not clearly define entity type and name."},
	} {
		status := 404
		if c.code == "InvalidInput" {
			status = 400
		}
		refused(h, h.root, "SimulatePrincipalPolicy", &api.SimulatePrincipalPolicyInput{PolicySourceArn: c.source, ActionNames: []string{"a:B"}}, c.code, status, c.want)
		refused(h, h.root, "GetContextKeysForPrincipalPolicy", &api.GetContextKeysForPrincipalPolicyInput{PolicySourceArn: c.source}, c.code, status, c.want)
	}
	abroad := &api.SimulatePrincipalPolicyInput{PolicySourceArn: strings.Replace(arnOf("user", "ann"), account, "222222222222", 1), ActionNames: []string{"a:B"}}
	if f := h.Fails(h.root, "iam", "SimulatePrincipalPolicy", abroad); f.Code != "AccessDenied" {
		t.Errorf("a user of another account: %v", f)
	}
	in := &api.SimulatePrincipalPolicyInput{PolicySourceArn: arnOf("user", "a/deep"), ActionNames: []string{"a:B"}}
	call[api.SimulatePrincipalPolicyOutput](h, h.root, "SimulatePrincipalPolicy", in)
}

func TestContextKeysOfDocumentsAndPrincipals(t *testing.T) {
	h := world(t)
	one := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"arn:aws:dynamodb:us-west-2:128716708097:table/${aws:username}","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2015-08-16T12:00:00Z"}}}}`
	two := `{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"AWS:currenttime":"x","aws:SecureTransport":"false"}}}}`
	got := call[api.GetContextKeysForCustomPolicyOutput](h, h.root, "GetContextKeysForCustomPolicy", &api.GetContextKeysForCustomPolicyInput{PolicyInputList: []string{one, two}})
	compareText(t, "of documents", fmt.Sprint(got.ContextKeyNames), "[aws:username aws:CurrentTime aws:SecureTransport]")
	got = call[api.GetContextKeysForCustomPolicyOutput](h, h.root, "GetContextKeysForCustomPolicy", &api.GetContextKeysForCustomPolicyInput{PolicyInputList: []string{everything}})
	if got.ContextKeyNames == nil || len(got.ContextKeyNames) != 0 {
		t.Errorf("of none: %#v", got.ContextKeyNames)
	}
	refused(h, h.root, "GetContextKeysForCustomPolicy", &api.GetContextKeysForCustomPolicyInput{PolicyInputList: []string{one, "{"}}, "InvalidInput", 400,
		"PolicyInputList.2 is not a valid policy: line 1, column 2: unexpected EOF")

	call[api.PutGroupPolicyOutput](h, h.root, "PutGroupPolicy", &api.PutGroupPolicyInput{GroupName: "staff", PolicyName: "more", PolicyDocument: two})
	of := call[api.GetContextKeysForPrincipalPolicyOutput](h, h.root, "GetContextKeysForPrincipalPolicy", &api.GetContextKeysForPrincipalPolicyInput{PolicySourceArn: arnOf("user", "ann"), PolicyInputList: []string{one}})
	compareText(t, "of a user with groups", fmt.Sprint(of.ContextKeyNames), "[AWS:currenttime aws:SecureTransport aws:username]")
	of = call[api.GetContextKeysForPrincipalPolicyOutput](h, h.root, "GetContextKeysForPrincipalPolicy", &api.GetContextKeysForPrincipalPolicyInput{PolicySourceArn: arnOf("role", "ops")})
	compareText(t, "of a role", fmt.Sprint(of.ContextKeyNames), "[]")
}

func TestKindAndAccountOfTheCallerAreInTheContext(t *testing.T) {
	h := newHost(t)
	for kind, caller := range map[string]string{"User": "arn:aws:iam::222222222222:user/x", "AssumedRole": "arn:aws:iam::222222222222:role/x"} {
		in := api.SimulateCustomPolicyInput{
			PolicyInputList: []string{`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalType":"` + kind + `","aws:PrincipalAccount":"222222222222"}}}}`},
			ActionNames:     []string{"s3:ListBucket"}, CallerArn: &caller,
		}
		compareText(t, kind, custom(h, in).EvalDecision, "allowed")
	}
}
