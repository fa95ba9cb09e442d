package analyzer_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/analyzer"
	api "github.com/cardea-iam/cardea/api/accessanalyzer"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func newHost(t *testing.T) (*hosttest.Host, *access.Credential) {
	t.Helper()
	h := hosttest.New(t, hosttest.Options{Tables: []service.Table{analyzer.Table()}})
	return h, h.Root()
}

// findings are the codes that a document gets, as "TYPE CODE".
func findings(t *testing.T, kind, document string) []string {
	t.Helper()
	h, root := newHost(t)
	in := &api.ValidatePolicyInput{PolicyDocument: document, PolicyType: kind}
	if kind == "TRUST" {
		in.PolicyType, in.ValidatePolicyResourceType = "RESOURCE_POLICY", new("AWS::IAM::AssumeRolePolicyDocument")
	}
	out := hosttest.Must[api.ValidatePolicyOutput](h, root, "access-analyzer", "ValidatePolicy", in)
	codes := []string{}
	for _, f := range out.Findings {
		codes = append(codes, f.FindingType+" "+f.IssueCode)
	}
	return codes
}

func TestTheTutorialsPolicyHasNoFindings(t *testing.T) {
	document, err := os.ReadFile("../policy/testdata/force_mfa.json")
	if err != nil {
		t.Fatal(err)
	}
	if got := findings(t, "IDENTITY_POLICY", string(document)); len(got) > 0 {
		t.Errorf("found %v", got)
	}
}

func TestAFindingSaysWhereItIs(t *testing.T) {
	h, root := newHost(t)
	document := "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\n    \"Effect\": \"Allow\",\n    \"Action\": [\"iam:GetUser\", \"iam:GetUsr\"],\n    \"Resource\": \"arn:aws:iam::123456789012:user/ann\"\n  }]\n}"
	out := hosttest.Must[api.ValidatePolicyOutput](h, root, "access-analyzer", "ValidatePolicy", &api.ValidatePolicyInput{PolicyDocument: document, PolicyType: "IDENTITY_POLICY"})
	if len(out.Findings) != 1 {
		t.Fatalf("found %+v", out.Findings)
	}
	f := out.Findings[0]
	start, end := f.Locations[0].Span.Start, f.Locations[0].Span.End
	if f.IssueCode != "INVALID_ACTION" || start.Line != 5 || start.Column != 30 || document[start.Offset:end.Offset] != `"iam:GetUsr"` {
		t.Errorf("found %s at %+v to %+v", f.IssueCode, start, end)
	}
	var path []string
	for _, e := range f.Locations[0].Path {
		if e.Value != nil {
			path = append(path, *e.Value)
		} else {
			path = append(path, strconv.Itoa(int(*e.Index)))
		}
	}
	if got := strings.Join(path, "/"); got != "Statement/0/Action/1" {
		t.Errorf("the path is %s", got)
	}
}

func TestATextThatIsNoPolicyHasOneFinding(t *testing.T) {
	for document, code := range map[string]string{
		`{"Version" "2012-10-17"}`:                                       "JSON_SYNTAX_ERROR",
		`{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}`: "JSON_SYNTAX_ERROR",
		` `:                        "JSON_SYNTAX_ERROR",
		`{"Version":"2012-10-17"}`: "MISSING_STATEMENT",
		`{"Version":"2012-10-17","Statement":{"Efect":"Allow"}}`: "INVALID_POLICY_ELEMENT",
		`{"Version":"2012-10-17","Statement":{"Effect":1}}`:      "DATA_TYPE_MISMATCH",
		`{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:ViaAWSService":"true","AWS:viaawsservice":"true"}}}}`: "DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
	} {
		if got := findings(t, "IDENTITY_POLICY", document); !slices.Equal(got, []string{"ERROR " + code}) {
			t.Errorf("%s has %v, want %s", document, got, code)
		}
	}
}

// statementFindings are what a single statement, with nothing else wrong, is found to be.
var statementFindings = []struct{ kind, statement, want string }{
	{"IDENTITY_POLICY", `"Action":"s3:GetObject","Resource":"*"`, "ERROR MISSING_EFFECT"},
	{"IDENTITY_POLICY", `"Effect":"allow","Action":"s3:GetObject","Resource":"*"`, "ERROR INVALID_EFFECT"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Resource":"*"`, "ERROR MISSING_ACTION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject"`, "ERROR MISSING_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":[],"Resource":"*"`, "SUGGESTION EMPTY_ARRAY_ACTION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":[]`, "SUGGESTION EMPTY_ARRAY_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","NotAction":"s3:GetObject","Resource":"*"`, "ERROR UNSUPPORTED_ELEMENT_COMBINATION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Principal":"*"`, "ERROR UNSUPPORTED_PRINCIPAL"},
	{"IDENTITY_POLICY", `"Sid":"","Effect":"Allow","Action":"s3:GetObject","Resource":"*"`, "SUGGESTION EMPTY_SID_VALUE"},
	{"IDENTITY_POLICY", `"Sid":"a b","Effect":"Allow","Action":"s3:GetObject","Resource":"*"`, "ERROR UNSUPPORTED_SID"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"GetObject","Resource":"*"`, "ERROR INVALID_ACTION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:Frobnicate*","Resource":"*"`, "ERROR INVALID_ACTION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"nosuch:Thing","Resource":"*"`, "ERROR INVALID_SERVICE_IN_ACTION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s*:GetObject","Resource":"*"`, "SUGGESTION WILDCARD_IN_SERVICE_NAME"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":["s3:Get*","s3:GetObject"],"Resource":"*"`, "SUGGESTION REDUNDANT_ACTION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":["s3:GetObject","S3:getobject"],"Resource":"*"`, "SUGGESTION REDUNDANT_ACTION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"my-bucket"`, "ERROR INVALID_ARN_PREFIX"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:bucket"`, "ERROR MISSING_ARN_FIELD"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws2:s3:::a"`, "ERROR INVALID_PARTITION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:S3:::a"`, "ERROR INVALID_ARN_SERVICE_CASE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"iam:GetUser","Resource":"arn:aws:iam:us-east-1:123456789012:user/a"`, "ERROR ARN_REGION_NOT_ALLOWED"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"iam:GetUser","Resource":"arn:aws:iam::12345:user/a"`, "ERROR INVALID_ARN_ACCOUNT"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":["*","arn:aws:s3:::a/*"]`, "SUGGESTION REDUNDANT_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/${}"`, "ERROR EMPTY_VARIABLE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/${aws:username"`, "ERROR MISSING_BRACE_IN_VARIABLE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/${aws: username}"`, "ERROR UNSUPPORTED_SPACE_IN_VARIABLE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"iam:PassRole","Resource":"*"`, "SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"iam:PassRole","NotResource":"arn:aws:iam::123456789012:role/a"`, "SECURITY_WARNING PASS_ROLE_WITH_NOT_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"iam:Pass*","Resource":"*"`, "SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"iam:Pass*","NotResource":"arn:aws:iam::123456789012:role/a"`, "SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","NotAction":"iam:Create*","Resource":"*"`, "SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"},
	{"IDENTITY_POLICY", `"Effect":"Allow","NotAction":"iam:Create*","NotResource":"arn:aws:s3:::a"`, "SECURITY_WARNING PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"iam:CreateServiceLinkedRole","Resource":"*"`, "WARNING CREATE_SLR_WITH_STAR_IN_RESOURCE"},
	{"IDENTITY_POLICY", `"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}`, ""},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"iam:PassRole","Resource":"*"`, ""},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{}`, "SUGGESTION EMPTY_OBJECT_CONDITION"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringIs":{"aws:username":"a"}}`, "ERROR INVALID_CONDITION_OPERATOR"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"NullIfExists":{"aws:username":"true"}}`, "ERROR NULL_WITH_IF_EXISTS"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"ForAnyValue:Null":{"aws:username":"true"}}`, "SUGGESTION NULL_WITH_QUALIFIER"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"username":"a"}}`, "ERROR INVALID_CONDITION_KEY_FORMAT"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:RequestTag/":"a"}}`, "ERROR MISSING_TAG_KEY_IN_CONDITION"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:nosuch":"a"}}`, "ERROR INVALID_GLOBAL_CONDITION_KEY"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"s3:nosuch":"a"}}`, "ERROR INVALID_SERVICE_CONDITION_KEY"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:username":"a"}}`, "SECURITY_WARNING FORALLVALUES_WITH_SINGLE_VALUED_KEY"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":"a"}}`, ""},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:username":[]}}`, "SUGGESTION EMPTY_ARRAY_CONDITION"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEqualsIfExists":{"aws:username":[]}}`, "SUGGESTION EMPTY_ARRAY_CONDITION_IFEXISTS"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":[]}}`, "SUGGESTION EMPTY_ARRAY_CONDITION_FORALLVALUES"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"aws:TagKeys":[]}}`, "SUGGESTION EMPTY_ARRAY_CONDITION_FORANYVALUE"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":["true","false"]}}`, "ERROR INVALID_CONDITION_MULTIPLE_BOOLEAN"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"yes"}}`, "WARNING TYPE_MISMATCH_BOOLEAN"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"an hour"}}`, "WARNING TYPE_MISMATCH_NUMBER"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":"tomorrow"}}`, "WARNING TYPE_MISMATCH_DATE"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"home"}}`, "ERROR TYPE_MISMATCH_IP_RANGE"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:username":"a*"}}`, "WARNING WILDCARD_WITHOUT_LIKE_OPERATOR"},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringLike":{"aws:username":"a*"}}`, ""},
	{"IDENTITY_POLICY", `"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}}`, ""},
	{"RESOURCE_POLICY", `"Effect":"Allow","Action":"s3:GetObject","Resource":"*"`, "ERROR MISSING_PRINCIPAL"},
	{"RESOURCE_POLICY", `"Effect":"Allow","Principal":{},"Action":"s3:GetObject","Resource":"*"`, "SUGGESTION EMPTY_OBJECT_PRINCIPAL"},
	{"RESOURCE_POLICY", `"Effect":"Allow","Principal":{"AWS":[]},"Action":"s3:GetObject","Resource":"*"`, "SUGGESTION EMPTY_ARRAY_PRINCIPAL"},
	{"RESOURCE_POLICY", `"Effect":"Allow","Principal":{"AWS":"ann"},"Action":"s3:GetObject","Resource":"*"`, "ERROR INVALID_PRINCIPAL_FORMAT"},
	{"RESOURCE_POLICY", `"Effect":"Allow","NotPrincipal":{"AWS":"123456789012"},"Action":"s3:GetObject","Resource":"*"`, "SECURITY_WARNING ALLOW_WITH_NOT_PRINCIPAL"},
	{"TRUST", `"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"`, ""},
	{"TRUST", `"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole","Resource":"*"`, "ERROR ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"},
	{"TRUST", `"Effect":"Deny","NotPrincipal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"`, "ERROR ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL"},
	{"SERVICE_CONTROL_POLICY", `"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"*"`, "ERROR SCP_SYNTAX_ERROR_PRINCIPAL"},
	{"RESOURCE_CONTROL_POLICY", `"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"`, "ERROR RCP_SYNTAX_ERROR_ALLOW"},
	{"RESOURCE_CONTROL_POLICY", `"Effect":"Deny","Principal":{"AWS":"123456789012"},"Action":"s3:GetObject","Resource":"*"`, "ERROR RCP_SYNTAX_ERROR_PRINCIPAL"},
	{"RESOURCE_CONTROL_POLICY", `"Effect":"Deny","Principal":"*","NotAction":"s3:GetObject","Resource":"*"`, "ERROR RCP_SYNTAX_ERROR_NOTACTION"},
}

func TestEachMistakeInAStatementHasItsFinding(t *testing.T) {
	for _, c := range statementFindings {
		document := `{"Version":"2012-10-17","Statement":{` + c.statement + `}}`
		if got := strings.Join(findings(t, c.kind, document), ", "); got != c.want {
			t.Errorf("%s as a %s\n  has  %s\n  want %s", c.statement, c.kind, got, c.want)
		}
	}
}

func TestEachMistakeInADocumentHasItsFinding(t *testing.T) {
	statement := `{"Sid":"a","Effect":"Deny","Action":"s3:*","Resource":"*"}`
	long := strings.Repeat("a", 21000)
	for _, c := range []struct{ kind, document, want string }{
		{"IDENTITY_POLICY", `{"Statement":` + statement + `}`, "WARNING MISSING_VERSION"},
		{"IDENTITY_POLICY", `{"Version":"2020-01-01","Statement":` + statement + `}`, "ERROR INVALID_VERSION"},
		{"IDENTITY_POLICY", `{"Version":"2012-10-17","Statement":[` + statement + `,` + statement + `]}`, "ERROR UNIQUE_SIDS_REQUIRED"},
		{"IDENTITY_POLICY", `{"Version":"2012-10-17","Id":"` + long + `","Statement":` + statement + `}`, "WARNING POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"},
		{"SERVICE_CONTROL_POLICY", `{"Version":"2012-10-17","Id":"` + long + `","Statement":` + statement + `}`, "ERROR POLICY_SIZE_EXCEEDS_SCP_QUOTA"},
		{"IDENTITY_POLICY", `{"Version":"2008-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::${aws:username}"}}`, "ERROR VARIABLE_UNSUPPORTED_IN_VERSION"},
	} {
		if got := strings.Join(findings(t, c.kind, c.document), ", "); got != c.want {
			t.Errorf("%.80s\n  has  %s\n  want %s", c.document, got, c.want)
		}
	}
}

// The managed policies name some services, actions and keys that the reference of the same day does not have any more, or not yet.
func TestPoliciesThatAWSWroteHaveNoErrorsButUnknownNames(t *testing.T) {
	h, root := newHost(t)
	for p := range catalog.Policies() {
		out := hosttest.Must[api.ValidatePolicyOutput](h, root, "access-analyzer", "ValidatePolicy", &api.ValidatePolicyInput{PolicyDocument: p.Document(), PolicyType: "IDENTITY_POLICY"})
		for _, f := range out.Findings {
			switch f.IssueCode {
			case "INVALID_ACTION", "INVALID_SERVICE_IN_ACTION", "INVALID_GLOBAL_CONDITION_KEY", "INVALID_SERVICE_CONDITION_KEY":
			default:
				if f.FindingType == "ERROR" {
					t.Errorf("%s: %s %s", p.Name, f.IssueCode, f.FindingDetails)
				}
			}
		}
	}
}

func TestFindingsComeInPages(t *testing.T) {
	h, root := newHost(t)
	in := &api.ValidatePolicyInput{
		PolicyDocument: `{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":["a:A","b:B","c:C"],"Resource":"*"}}`, PolicyType: "IDENTITY_POLICY", MaxResults: new(int32(2)),
	}
	var details []string
	for pages := 1; ; pages++ {
		out := hosttest.Must[api.ValidatePolicyOutput](h, root, "access-analyzer", "ValidatePolicy", in)
		for _, f := range out.Findings {
			details = append(details, f.FindingDetails)
		}
		if in.NextToken = out.NextToken; in.NextToken == nil {
			if pages != 2 || len(slices.Compact(details)) != 3 {
				t.Errorf("%d pages have %q", pages, details)
			}
			break
		}
	}
	for _, wrong := range []*api.ValidatePolicyInput{
		{PolicyDocument: "{}", PolicyType: "IDENTITY_POLICY", NextToken: new("-1")},
		{PolicyDocument: "{}", PolicyType: "IDENTITY_POLICY", NextToken: new("next")},
		{PolicyDocument: "{}", PolicyType: "IDENTITY_POLICY", MaxResults: new(int32(0))},
	} {
		if f := h.Fails(root, "access-analyzer", "ValidatePolicy", wrong); f.Code != "ValidationError" {
			t.Errorf("a wrong page answered %s %s", f.Code, f.Message)
		}
	}
}
