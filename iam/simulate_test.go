package iam_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
)

// entry is a context key with values.
func entry(name, kind string, values ...string) api.ContextEntry {
	e := api.ContextEntry{ContextKeyName: &name, ContextKeyValues: values}
	if kind != "" {
		e.ContextKeyType = &kind
	}
	return e
}

// statementsText prints matched statements in one line.
func statementsText(statements []api.Statement) string {
	var out []string
	for _, s := range statements {
		out = append(out, fmt.Sprintf("%s (%s) %d:%d-%d:%d", *s.SourcePolicyId, *s.SourcePolicyType, *s.StartPosition.Line, *s.StartPosition.Column, *s.EndPosition.Line, *s.EndPosition.Column))
	}
	return strings.Join(out, "; ")
}

// resultText prints what matters of a result in one line.
func resultText(r *api.EvaluationResult) string {
	return fmt.Sprintf("%s %s %s [%s] missing %v", r.EvalActionName, *r.EvalResourceName, r.EvalDecision, statementsText(r.MatchedStatements), r.MissingContextValues)
}

// only is the one result of a simulation.
func only(t *testing.T, out *api.SimulatePolicyResponse) *api.EvaluationResult {
	t.Helper()
	if len(out.EvaluationResults) != 1 {
		t.Fatalf("has %d results, want 1", len(out.EvaluationResults))
	}
	return &out.EvaluationResults[0]
}

// custom simulates with policies that come with the call, as root.
func custom(h *host, in api.SimulateCustomPolicyInput) *api.EvaluationResult {
	h.t.Helper()
	return only(h.t, call[api.SimulateCustomPolicyOutput](h, h.root, "SimulateCustomPolicy", &in))
}

// compareText fails when a text is not as expected.
func compareText(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %s\nwant %s", what, got, want)
	}
}

// The command line's manual shows this policy and these answers.
// https://docs.aws.amazon.com/cli/latest/reference/iam/simulate-custom-policy.html
func TestSimulatorsAnswerAsTheManualShows(t *testing.T) {
	h := newHost(t)
	in := api.SimulateCustomPolicyInput{
		PolicyInputList: []string{`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}`},
		ActionNames:     []string{"dynamodb:CreateBackup"},
		ContextEntries:  []api.ContextEntry{entry("aws:CurrentTime", "date", "2019-04-25T11:00:00Z")},
	}
	compareText(t, "after the date", resultText(custom(h, in)), "dynamodb:CreateBackup * allowed [PolicyInputList.1 (IAM Policy) 1:38-1:167] missing []")
	in.ContextEntries = []api.ContextEntry{entry("aws:CurrentTime", "date", "2014-04-25T11:00:00Z")}
	compareText(t, "before the date", resultText(custom(h, in)), "dynamodb:CreateBackup * implicitDeny [] missing []")
	in.ContextEntries = nil
	compareText(t, "without a date", resultText(custom(h, in)), "dynamodb:CreateBackup * implicitDeny [] missing [aws:CurrentTime]")
}

func TestSimulatorsTellWhereMatchedStatementsStand(t *testing.T) {
	h := newHost(t)
	oneLine := `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"}, {"Effect":"Allow","Action":"s3:*","Resource":"*"}]}`
	lines := "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": {\n    \"Effect\": \"Allow\", \"Action\": \"*\",\n    \"Resource\": \"*\"\n  }\n}"
	r := custom(h, api.SimulateCustomPolicyInput{PolicyInputList: []string{oneLine, lines}, ActionNames: []string{"s3:ListBucket"}})
	compareText(t, "three statements", statementsText(r.MatchedStatements),
		"PolicyInputList.1 (IAM Policy) 1:42-1:104; PolicyInputList.1 (IAM Policy) 1:107-1:155; PolicyInputList.2 (IAM Policy) 3:17-6:4")
	if r.EvalDecisionDetails != nil || r.ResourceSpecificResults != nil || r.PermissionsBoundaryDecisionDetail != nil || r.OrganizationsDecisionDetail != nil {
		t.Errorf("a question about everything is answered with %+v", r)
	}
}

func TestADenyIsTheOnlyMatchedStatement(t *testing.T) {
	h := newHost(t)
	r := custom(h, api.SimulateCustomPolicyInput{
		PolicyInputList: []string{everything, `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}`}, ActionNames: []string{"s3:ListBucket"},
	})
	compareText(t, "denied", resultText(r), "s3:ListBucket * explicitDeny [PolicyInputList.2 (IAM Policy) 1:39-1:86] missing []")
}

const everything = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`

func TestResultsForSingleResources(t *testing.T) {
	h := newHost(t)
	in := api.SimulateCustomPolicyInput{
		PolicyInputList: []string{
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a/*"},{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::c/*"}]}`,
		},
		ActionNames: []string{"s3:GetObject"}, ResourceArns: []string{"arn:aws:s3:::a/x", "arn:aws:s3:::b/x", "arn:aws:s3:::c/x"},
	}
	r := custom(h, in)
	compareText(t, "all", r.EvalDecision+" "+statementsText(r.MatchedStatements), "explicitDeny PolicyInputList.1 (IAM Policy) 1:104-1:166")
	compareText(t, "of several kinds", *r.EvalResourceName, "*")
	var got []string
	for _, one := range r.ResourceSpecificResults {
		got = append(got, fmt.Sprintf("%s %s %d", one.EvalResourceName, one.EvalResourceDecision, len(one.MatchedStatements)))
	}
	compareText(t, "one by one", strings.Join(got, "; "), "arn:aws:s3:::a/x allowed 1; arn:aws:s3:::b/x implicitDeny 0; arn:aws:s3:::c/x explicitDeny 1")

	in.ActionNames = []string{"dynamodb:GetItem"}
	compareText(t, "of one kind", *custom(h, in).EvalResourceName, "arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}")

	in.ActionNames, in.ResourceArns = []string{"s3:GetObject"}, in.ResourceArns[:1]
	r = custom(h, in)
	compareText(t, "a single one", *r.EvalResourceName+" "+r.EvalDecision, "arn:aws:s3:::a/x allowed")
	if r.EvalDecisionDetails == nil || len(r.EvalDecisionDetails) != 0 || len(r.ResourceSpecificResults) != 1 || r.ResourceSpecificResults[0].EvalDecisionDetails != nil {
		t.Errorf("details are %v, results %+v", r.EvalDecisionDetails, r.ResourceSpecificResults)
	}
}

func TestADenialByConditionSaysWhich(t *testing.T) {
	h := newHost(t)
	in := api.SimulateCustomPolicyInput{
		PolicyInputList: []string{`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}`},
		ActionNames:     []string{"ec2:RunInstances"},
	}
	r := custom(h, in)
	compareText(t, "absent", fmt.Sprint(r.EvalDecisionDetails),
		"map[failed-condition: Bool aws:MultiFactorAuthPresent [true], request: absent (PolicyInputList.1, statement 2):implicitDeny]")
	in.ContextEntries = []api.ContextEntry{entry("aws:MultiFactorAuthPresent", "boolean", "false")}
	r = custom(h, in)
	compareText(t, "false", fmt.Sprint(r.EvalDecisionDetails),
		"map[failed-condition: Bool aws:MultiFactorAuthPresent [true], request: [false] (PolicyInputList.1, statement 2):implicitDeny]")
	in.PolicyInputList = []string{everything, `{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}}`}
	r = custom(h, in)
	compareText(t, "a Deny", fmt.Sprint(r.EvalDecision, r.EvalDecisionDetails),
		"explicitDenymap[met-condition: BoolIfExists aws:MultiFactorAuthPresent [false], request: [false] (PolicyInputList.2, statement 1):explicitDeny]")
	in.ContextEntries = []api.ContextEntry{entry("aws:MultiFactorAuthPresent", "boolean", "true")}
	if r = custom(h, in); r.EvalDecision != "allowed" || r.EvalDecisionDetails != nil {
		t.Errorf("with MFA: %s, %v", r.EvalDecision, r.EvalDecisionDetails)
	}
	long := strings.Repeat("é", 300)
	in.PolicyInputList = []string{`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:username":"` + long + `"}}}}`}
	for name := range custom(h, in).EvalDecisionDetails {
		if n := len([]rune(name)); n != 256 {
			t.Errorf("a detail's name has %d characters, want 256", n)
		}
	}
}

func TestContextEntriesAreTyped(t *testing.T) {
	h := newHost(t)
	condition := func(c string) []string {
		return []string{`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":` + c + `}}`}
	}
	for _, c := range []struct {
		name, condition string
		entry           api.ContextEntry
		want            string
	}{
		{"a text", `{"StringEquals":{"a:kind":"x"}}`, entry("a:kind", "string", "x"), "allowed"},
		{"names fold", `{"StringEquals":{"a:kind":"x"}}`, entry("A:Kind", "string", "x"), "allowed"},
		{"one value without a type is one value", `{"StringEquals":{"a:kind":"x"}}`, entry("a:kind", "", "x"), "allowed"},
		{"a list is multi-valued even with one value", `{"StringEquals":{"a:kind":"x"}}`, entry("a:kind", "stringList", "x"), "implicitDeny"},
		{"a list with a set operator", `{"ForAllValues:StringEquals":{"a:kind":["x","y"]}}`, entry("a:kind", "stringList", "x", "y"), "allowed"},
		{"two values without a type are a list", `{"ForAnyValue:StringEquals":{"a:kind":"y"}}`, entry("a:kind", "", "x", "y"), "allowed"},
		{"a number", `{"NumericLessThan":{"a:size":"10"}}`, entry("a:size", "numeric", "9.5"), "allowed"},
		{"an address", `{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}`, entry("aws:SourceIp", "ip", "203.0.113.7"), "allowed"},
		{"another address", `{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}`, entry("aws:SourceIp", "ip", "203.0.114.7"), "implicitDeny"},
		{"bytes", `{"BinaryEquals":{"a:blob":"AAEC"}}`, entry("a:blob", "binary", "AAEC"), "allowed"},
	} {
		r := custom(h, api.SimulateCustomPolicyInput{PolicyInputList: condition(c.condition), ActionNames: []string{"a:Do"}, ContextEntries: []api.ContextEntry{c.entry}})
		compareText(t, c.name, r.EvalDecision, c.want)
	}
}

func TestBoundariesLimitASimulation(t *testing.T) {
	h := newHost(t)
	in := api.SimulateCustomPolicyInput{
		PolicyInputList: []string{everything}, ActionNames: []string{"s3:ListBucket"},
		PermissionsBoundaryPolicyInputList: []string{`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"*"}]}`},
	}
	for _, c := range []struct{ action, want string }{
		{"s3:ListBucket", "s3:ListBucket * implicitDeny [] missing [] false"},
		{"ec2:RunInstances", "ec2:RunInstances * allowed [PolicyInputList.1 (IAM Policy) 1:38-1:83] missing [] true"},
		{"iam:GetUser", "iam:GetUser * explicitDeny [PermissionsBoundaryPolicyInputList.1 (Permissions Boundary Policy) 1:90-1:138] missing [] false"},
	} {
		in.ActionNames = []string{c.action}
		r := custom(h, in)
		compareText(t, c.action, fmt.Sprint(resultText(r), " ", r.PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary), c.want)
	}
	in.ActionNames, in.ResourceArns = []string{"ec2:RunInstances", "ec2:StopInstances"}, []string{"arn:aws:ec2:eu-west-1:123456789012:instance/i-1", "*"}
	in.PermissionsBoundaryPolicyInputList = []string{`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:ec2:*:*:instance/*"}}`}
	out := call[api.SimulateCustomPolicyOutput](h, h.root, "SimulateCustomPolicy", &in)
	if r := out.EvaluationResults[1]; r.EvalDecision != "implicitDeny" || r.PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary ||
		!r.ResourceSpecificResults[0].PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary {
		t.Errorf("one resource inside of the boundary and one outside: %+v", r)
	}
}

func TestResourcePoliciesAndOtherAccounts(t *testing.T) {
	h := newHost(t)
	ann := "arn:aws:iam::" + account + ":user/ann"
	granting := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"` + ann + `"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}`
	in := api.SimulateCustomPolicyInput{
		PolicyInputList: []string{`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:*","Resource":"*"}}`}, ActionNames: []string{"s3:GetObject"},
		ResourceArns: []string{"arn:aws:s3:::b/x"}, ResourcePolicy: &granting, CallerArn: &ann,
	}
	r := custom(h, in)
	compareText(t, "a direct grant", resultText(r), "s3:GetObject arn:aws:s3:::b/x allowed [ResourcePolicy (Resource Policy) 1:38-1:166] missing []")
	if len(r.EvalDecisionDetails) != 0 {
		t.Errorf("inside of the account the details are %v", r.EvalDecisionDetails)
	}
	for _, owner := range []string{"arn:aws:iam::222222222222:root", "222222222222"} {
		in.ResourceOwner = &owner
		r = custom(h, in)
		compareText(t, "another owner", fmt.Sprint(r.EvalDecision, r.EvalDecisionDetails), "implicitDenymap[IAM Policy:implicitDeny Resource Policy:allowed]")
	}
	in.PolicyInputList = []string{everything}
	r = custom(h, in)
	compareText(t, "both allow", resultText(r), "s3:GetObject arn:aws:s3:::b/x allowed [ResourcePolicy (Resource Policy) 1:38-1:166; PolicyInputList.1 (IAM Policy) 1:38-1:83] missing []")
	bob := "arn:aws:iam::222222222222:user/bob"
	in.CallerArn, in.ResourceOwner = &bob, nil
	compareText(t, "another caller", custom(h, in).EvalDecision, "allowed")
	in.ResourceOwner = new("arn:aws:iam::" + account + ":root")
	compareText(t, "another caller from outside", custom(h, in).EvalDecision, "implicitDeny")
}

func TestVariablesOfTheCallerHaveValues(t *testing.T) {
	h := newHost(t)
	own := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::*:user/${aws:username}"}}`
	in := api.SimulateCustomPolicyInput{PolicyInputList: []string{own}, ActionNames: []string{"iam:GetUser"}, ResourceArns: []string{"arn:aws:iam::" + account + ":user/ann"}}
	compareText(t, "nobody", fmt.Sprint(custom(h, in).EvalDecision, custom(h, in).MissingContextValues), "implicitDeny[aws:username]")
	in.CallerArn = new("arn:aws:iam::" + account + ":user/staff/ann")
	compareText(t, "ann", fmt.Sprint(custom(h, in).EvalDecision, custom(h, in).MissingContextValues), "allowed[]")
	in.ContextEntries = []api.ContextEntry{entry("AWS:UserName", "string", "bob")}
	compareText(t, "ann who says that she is bob", custom(h, in).EvalDecision, "implicitDeny")
}

func TestOnlyStatementsAboutTheRequestMissKeys(t *testing.T) {
	h := newHost(t)
	in := api.SimulateCustomPolicyInput{
		PolicyInputList: []string{`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"a:other":"true"}}},{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::c/*","Condition":{"Bool":{"a:mine":"true"}}}]}`},
		ResourcePolicy: new(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"*","Resource":"*","Condition":{"Bool":{"a:stranger":"true"}}},` +
			`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"a:everybody":"true"}}}]}`),
		ActionNames: []string{"s3:GetObject"}, ResourceArns: []string{"arn:aws:s3:::b/x"}, CallerArn: new("arn:aws:iam::" + account + ":user/ann"),
	}
	r := custom(h, in)
	compareText(t, "missing", fmt.Sprint(r.MissingContextValues), "[a:mine a:everybody]")
	if len(r.EvalDecisionDetails) != 0 {
		t.Errorf("a statement about another resource failed by its condition: %v", r.EvalDecisionDetails)
	}
}

func TestWhoOwnsAResourceIsKnownToItsPolicies(t *testing.T) {
	h := newHost(t)
	in := api.SimulateCustomPolicyInput{
		PolicyInputList: []string{`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceAccount":"` + account + `"}}}}`},
		ActionNames:     []string{"iam:GetPolicy"}, ResourceArns: []string{"arn:aws:iam::aws:policy/ReadOnlyAccess"},
	}
	compareText(t, "a policy of AWS is the caller's to read", custom(h, in).EvalDecision, "allowed")
	in.ContextEntries = []api.ContextEntry{entry("aws:ResourceAccount", "string", "222222222222")}
	compareText(t, "what the call says counts", custom(h, in).EvalDecision, "implicitDeny")
}

func TestSimulationsArePaged(t *testing.T) {
	h := newHost(t)
	in := api.SimulateCustomPolicyInput{PolicyInputList: []string{everything}, ActionNames: []string{"a:A", "a:B", "a:C", "a:D", "a:E"}, MaxItems: new(int32(2))}
	var got []string
	for {
		out := call[api.SimulateCustomPolicyOutput](h, h.root, "SimulateCustomPolicy", &in)
		for _, r := range out.EvaluationResults {
			got = append(got, r.EvalActionName)
		}
		got = append(got, fmt.Sprint(out.IsTruncated))
		if in.Marker = out.Marker; in.Marker == nil {
			break
		}
	}
	compareText(t, "pages", strings.Join(got, " "), "a:A a:B true a:C a:D true a:E false")
}

func TestLargeSimulationsAreCutIntoPages(t *testing.T) {
	h := newHost(t)
	statements := strings.Repeat(`{"Effect":"Allow","Action":"*","Resource":"*"},`, 1000)
	large := `{"Version":"2012-10-17","Statement":[` + strings.TrimSuffix(statements, ",") + `]}`
	in := api.SimulateCustomPolicyInput{PolicyInputList: []string{large}}
	for i := range 10 {
		in.ActionNames = append(in.ActionNames, fmt.Sprintf("a:A%d", i))
	}
	for i := range 50 {
		in.ResourceArns = append(in.ResourceArns, fmt.Sprintf("arn:aws:s3:::b/%d", i))
	}
	if out := call[api.SimulateCustomPolicyOutput](h, h.root, "SimulateCustomPolicy", &in); len(out.EvaluationResults) != 2 || !out.IsTruncated {
		t.Errorf("a page has %d results, truncated %v; want 2, true", len(out.EvaluationResults), out.IsTruncated)
	}
	in.ResourceArns = append(in.ResourceArns, in.ResourceArns...)
	in.ResourceArns = append(in.ResourceArns, "*")
	refused(h, h.root, "SimulateCustomPolicy", &in, "InvalidInput", 400, "The simulation is too large: ask about fewer resources at a time.")
}

// Patterns that are made to cost much cost a page no more than others do.
func TestSimulationsOfMadeUpPatternsAreCutShort(t *testing.T) {
	h := newHost(t)
	slow := "arn:aws:s3:::*" + strings.Repeat("a?", 200) + "b*"
	one := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"` + slow + `"}}`
	in := api.SimulateCustomPolicyInput{PolicyInputList: slices.Repeat([]string{one}, 100), ResourceArns: []string{"arn:aws:s3:::" + strings.Repeat("a", 1900)}}
	for i := range 90 {
		in.ActionNames = append(in.ActionNames, fmt.Sprintf("a:A%d", i))
	}
	out := call[api.SimulateCustomPolicyOutput](h, h.root, "SimulateCustomPolicy", &in)
	if got := len(out.EvaluationResults); got == 0 || got > 45 || !out.IsTruncated {
		t.Fatalf("a page has %d results of 90, truncated %v", got, out.IsTruncated)
	}
	in.Marker = out.Marker
	next := call[api.SimulateCustomPolicyOutput](h, h.root, "SimulateCustomPolicy", &in)
	if want := in.ActionNames[len(out.EvaluationResults)]; next.EvaluationResults[0].EvalActionName != want {
		t.Errorf("the next page begins with %s, want %s", next.EvaluationResults[0].EvalActionName, want)
	}
	in.Marker, in.ActionNames, in.ResourceArns = nil, in.ActionNames[:1], slices.Repeat(in.ResourceArns, 90)
	refused(h, h.root, "SimulateCustomPolicy", &in, "InvalidInput", 400, "The simulation is too large: ask about fewer resources at a time.")
}

func TestSimulatorsRefuseBadParameters(t *testing.T) {
	h := newHost(t)
	role, owner := "arn:aws:sts::"+account+":assumed-role/r/s", "1234-5678-9012"
	granting := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::b/*"}}`
	for _, c := range []struct {
		change func(*api.SimulateCustomPolicyInput)
		want   string
	}{
		{func(in *api.SimulateCustomPolicyInput) { in.ActionNames = []string{"GetObject"} }, "ActionNames are not in a valid format: GetObject."},
		{func(in *api.SimulateCustomPolicyInput) { in.ActionNames = []string{"s3:Get*"} }, "ActionNames are not in a valid format: s3:Get*."},
		{func(in *api.SimulateCustomPolicyInput) { in.ResourceArns = []string{"*", "14a050d4"} }, "ResourceNames are not in a valid ARN format: 14a050d4."},
		{func(in *api.SimulateCustomPolicyInput) { in.CallerArn = &role }, "Invalid Entity Arn: " + role + " does not clearly define entity type and name."},
		{func(in *api.SimulateCustomPolicyInput) { in.CallerArn = new(`arn:aws:iam::"}:user/x`) }, `Invalid Entity Arn: arn:aws:iam::"}:user/x does not clearly define entity type and name.`},
		{func(in *api.SimulateCustomPolicyInput) { in.ResourceOwner = &owner }, "'1234-5678-9012' is not a valid as a Resource Owner."},
		{func(in *api.SimulateCustomPolicyInput) { in.ResourcePolicy = &granting }, "CallerArn is required when ResourcePolicy is given."},
		{func(in *api.SimulateCustomPolicyInput) {
			in.ResourcePolicy, in.CallerArn, in.ResourceArns = &granting, new("arn:aws:iam::"+account+":user/ann"), []string{"arn:aws:s3:::b/x", "arn:aws:s3:::c/x"}
		}, "The ResourcePolicy is not applicable to the resource arn:aws:s3:::c/x."},
		{func(in *api.SimulateCustomPolicyInput) {
			in.ResourcePolicy, in.CallerArn = new("{"), new("arn:aws:iam::"+account+":user/ann")
		}, "ResourcePolicy is not a valid policy: line 1, column 2: unexpected EOF"},
		{func(in *api.SimulateCustomPolicyInput) { in.PolicyInputList = []string{everything, `{"Statement":{}}`} }, "PolicyInputList.2 is not a valid policy: line 1, column 14: a statement needs an Effect"},
		{func(in *api.SimulateCustomPolicyInput) { in.PolicyInputList = []string{granting} }, "PolicyInputList.1 is not a valid policy: line 1, column 37: a policy with a Principal belongs into ResourcePolicy"},
		{func(in *api.SimulateCustomPolicyInput) {
			in.PolicyInputList = []string{`{"Statement":{"Effect":"Allow","Action":"*"}}`}
		}, "PolicyInputList.1 is not a valid policy: line 1, column 14: a statement needs Resource or NotResource"},
		{func(in *api.SimulateCustomPolicyInput) {
			in.PermissionsBoundaryPolicyInputList = []string{everything, everything}
		}, "PermissionsBoundaryPolicyInputList may have one policy."},
		{func(in *api.SimulateCustomPolicyInput) { in.PermissionsBoundaryPolicyInputList = []string{"[]"} }, "PermissionsBoundaryPolicyInputList.1 is not a valid policy: line 1, column 1: the policy must be an object"},
		{func(in *api.SimulateCustomPolicyInput) {
			in.ContextEntries = []api.ContextEntry{{ContextKeyValues: []string{"x"}}}
		}, "ContextEntries.1 has no ContextKeyName."},
		{func(in *api.SimulateCustomPolicyInput) {
			in.ContextEntries = []api.ContextEntry{entry("a:key", "", "x"), entry("A:KEY", "", "x")}
		}, "The context key A:KEY is given twice."},
		{func(in *api.SimulateCustomPolicyInput) {
			in.ContextEntries = []api.ContextEntry{entry("a:key", "numeric", "ten")}
		}, "The value ten of the context key a:key is not of its type."},
		{func(in *api.SimulateCustomPolicyInput) {
			in.ContextEntries = []api.ContextEntry{entry("a:key", "ipList", "203.0.113.7", "x")}
		}, "The value x of the context key a:key is not of its type."},
		{func(in *api.SimulateCustomPolicyInput) {
			in.ContextEntries = []api.ContextEntry{entry("a:key", "string", "x", "y")}
		}, "The context key a:key has 2 values, and its type has one."},
		{func(in *api.SimulateCustomPolicyInput) { in.ResourceHandlingOption = new("EC2-Space") }, "ResourceHandlingOption EC2-Space is not known."},
		{func(in *api.SimulateCustomPolicyInput) {
			in.ResourceHandlingOption = new("EC2-VPC-InstanceStore")
			for _, kind := range []string{"instance", "image", "security-group"} {
				in.ResourceArns = append(in.ResourceArns, "arn:aws:ec2:eu-west-1:"+account+":"+kind+"/x")
			}
		}, "ResourceHandlingOption EC2-VPC-InstanceStore needs a resource of type network-interface."},
	} {
		in := api.SimulateCustomPolicyInput{PolicyInputList: []string{everything}, ActionNames: []string{"s3:GetObject"}}
		c.change(&in)
		refused(h, h.root, "SimulateCustomPolicy", &in, "InvalidInput", 400, c.want)
	}
}

func TestEC2ScenariosAreSimulatedWhenAllResourcesAreThere(t *testing.T) {
	h := newHost(t)
	in := api.SimulateCustomPolicyInput{PolicyInputList: []string{everything}, ActionNames: []string{"ec2:RunInstances"}, ResourceHandlingOption: new("EC2-VPC-EBS-Subnet")}
	for _, kind := range []string{"instance", "image", "security-group", "network-interface", "subnet", "volume"} {
		in.ResourceArns = append(in.ResourceArns, "arn:aws:ec2:eu-west-1:"+account+":"+kind+"/x")
	}
	compareText(t, "with all", custom(h, in).EvalDecision, "allowed")
}

func TestSimulatorsAreDeniedToStrangers(t *testing.T) {
	h := newHost(t)
	stranger := h.User("stranger")
	h.User("ann")
	who, ann := "User: arn:aws:iam::"+account+":user/stranger is not authorized to perform: ", "arn:aws:iam::"+account+":user/ann"
	for _, c := range []struct {
		operation, resource string
		in                  any
	}{
		{"SimulateCustomPolicy", "*", &api.SimulateCustomPolicyInput{PolicyInputList: []string{everything}, ActionNames: []string{"a:B"}}},
		{"GetContextKeysForCustomPolicy", "*", &api.GetContextKeysForCustomPolicyInput{PolicyInputList: []string{everything}}},
		{"SimulatePrincipalPolicy", "user ann", &api.SimulatePrincipalPolicyInput{PolicySourceArn: ann, ActionNames: []string{"a:B"}}},
		{"SimulatePrincipalPolicy", "role none", &api.SimulatePrincipalPolicyInput{PolicySourceArn: "arn:aws:iam::" + account + ":role/none", ActionNames: []string{"a:B"}}},
		{"GetContextKeysForPrincipalPolicy", "user ann", &api.GetContextKeysForPrincipalPolicyInput{PolicySourceArn: ann}},
	} {
		refused(h, stranger, c.operation, c.in, "AccessDenied", 403,
			who+"iam:"+c.operation+" on resource: "+c.resource+" because no identity-based policy allows the iam:"+c.operation+" action")
	}
	own := h.User("bob", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::*:user/bob"}}`)
	call[api.SimulatePrincipalPolicyOutput](h, own, "SimulatePrincipalPolicy", &api.SimulatePrincipalPolicyInput{PolicySourceArn: "arn:aws:iam::" + account + ":user/bob", ActionNames: []string{"a:B"}})
}
