package policy_test

import (
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

// line is a question of the JSONL door with members that replace the ordinary ones.
func line(request, more string) string {
	return `{"id":"q",` + `"request":{` + request + `},"scps":[],"rcps":[],"boundaries":null,"endpointPolicies":null,"implicitRcpFullAccess":true` + more + `}`
}

const (
	askAnn  = `"principal":"arn:aws:iam::111111111111:user/ann","action":"s3:GetObject","resource":"arn:aws:s3:::b/x","resourceAccount":"111111111111","context":{"aws:username":"ann"}`
	askRole = `"principal":"arn:aws:iam::111111111111:role/app/r","action":"s3:GetObject","resource":"arn:aws:s3:::b/x","resourceAccount":"111111111111","context":{}`
)

func TestTheDoorAnswersAsItIsWritten(t *testing.T) {
	all := `,"identityPolicies":[` + doc(allowAll) + `]`
	for _, c := range []struct{ name, line, want string }{
		{"allowed", line(askAnn, all), `{"id":"q","decision":"Allowed","reasons":[{"policyType":"identity","policy":"identityPolicies[0]","statement":0,"effect":"Allow"}]}`},
		{"denied", line(askAnn, `,"identityPolicies":[`+doc(allowAll)+`,`+doc(onlyEC2, denyAll)+`]`), `{"id":"q","decision":"ExplicitlyDenied","reasons":[{"policyType":"identity","policy":"identityPolicies[1]","statement":1,"effect":"Deny"}]}`},
		{"nothing allows", line(askAnn, ``), `{"id":"q","decision":"ImplicitlyDenied","reasons":[{"policyType":"identity","policy":null,"statement":null,"effect":"Deny"}]}`},
		{"an SCP level", `{"id":"q","request":{` + askAnn + `}` + all + `,"scps":[{"org":"r","policies":[` + doc(allowAll) + `]},{"org":"a","policies":[` + doc(onlyEC2) + `,` + doc(denyS3) + `]}]}`, `{"id":"q","decision":"ExplicitlyDenied","reasons":[{"policyType":"scp","policy":"scps[1].policies[1]","statement":0,"effect":"Deny"}]}`},
		{"an RCP level without full access", `{"id":"q","request":{` + askAnn + `}` + all + `,"rcps":[{"org":"r","policies":[]}]}`, `{"id":"q","decision":"ImplicitlyDenied","reasons":[{"policyType":"rcp","policy":null,"statement":null,"effect":"Deny"}]}`},
		{"no resource", line(askAnn, `,"identityPolicies":[{"Statement":{"Effect":"Allow","Action":"*"}}]`), `{"id":"q","error":"identityPolicies[0]: line 1, column 14: a statement needs Resource or NotResource"}`},
		{"no JSON", `nonsense`, `{"id":null,"error":"the line is no JSON object"}`},
		{"no request", `{"id":"q"}`, `{"id":null,"error":"the line is no question: it needs a request with an action and a resource"}`},
		{"a member twice", `{"id":"q","id":"r","request":{` + askAnn + `}}`, `{"id":null,"error":"the line is no question: id is there twice"}`},
		{"an unknown member", line(askAnn, all+`,"extra":{"a":[1]}`), `{"id":"q","decision":"Allowed","reasons":[{"policyType":"identity","policy":"identityPolicies[0]","statement":0,"effect":"Allow"}]}`},
	} {
		if got := string(policy.Answer([]byte(c.line))); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestTheDoorRefusesADocumentWithTwoMembersOfOneName(t *testing.T) {
	got := string(policy.Answer([]byte(line(askAnn, `,"identityPolicies":[{"Statement":{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}}]`))))
	if !strings.HasPrefix(got, `{"id":"q","error":"identityPolicies[0]: line 1, column 31: duplicate`) {
		t.Errorf("answers %s", got)
	}
}

func TestTheDoorDecidesAndDoesNotPolice(t *testing.T) {
	bucket := func(statement string) string { return `,"resourcePolicy":` + doc(statement) }
	grant := func(principal string) string {
		return bucket(`{"Effect":"Allow","Principal":` + principal + `,"Action":"*"}`)
	}
	for _, c := range []struct{ name, line, want string }{
		{"an old version", line(askAnn, `,"identityPolicies":[{"Statement":`+allowAll+`}]`), "Allowed"},
		{"a Sid twice", line(askAnn, `,"identityPolicies":[`+doc(allow(`"Sid":"a","Action":"*","Resource":"*"`), allow(`"Sid":"a","Action":"*","Resource":"*"`))+`]`), "Allowed"},
		{"odd ARNs and actions", line(askAnn, `,"identityPolicies":[`+doc(allow(`"Action":["x","*"],"Resource":["x","arn:aws:s3"]`))+`]`), "Allowed"},
		{"an unknown operator in an Allow", line(askAnn, `,"identityPolicies":[`+doc(allow(when(`{"Foo":{"a":"b"}}`)))+`]`), "ImplicitlyDenied"},
		{"a principal in an identity policy", line(askAnn, `,"identityPolicies":[`+doc(allow(`"Principal":{"AWS":"222222222222"},"Action":"*","Resource":"*"`))+`]`), "Allowed"},
		{"no principal in a resource policy", line(askAnn, bucket(`{"Effect":"Allow","Action":"*","Resource":"*"}`)), "ImplicitlyDenied"},
		{"no resource in a resource policy", line(askAnn, grant(`{"AWS":"arn:aws:iam::111111111111:user/ann"}`)), "Allowed"},
		{"no principal in an endpoint policy", `{"request":{` + askAnn + `},"identityPolicies":[` + doc(allowAll) + `],"endpointPolicies":[` + doc(allowAll) + `]}`, "Allowed"},
		{"empty lists of boundaries and endpoints", `{"request":{` + askAnn + `},"identityPolicies":[` + doc(allowAll) + `],"endpointPolicies":[],"boundaries":[]}`, "Allowed"},
		{"nothing is derived", line(askAnn, `,"identityPolicies":[`+doc(allow(when(`{"Null":{"aws:PrincipalArn":"true"}}`)))+`]`), "Allowed"},
		{"a role stands for a session of it", line(askRole, grant(`{"AWS":"arn:aws:iam::111111111111:role/app/r"}`)), "Allowed"},
		{"a session of a role with a path", line(strings.Replace(askRole, "arn:aws:iam::111111111111:role/app/r", "arn:aws:sts::111111111111:assumed-role/r/s", 1), grant(`{"AWS":"arn:aws:iam::111111111111:role/app/r"}`)), "Allowed"},
		{"a session itself", line(strings.Replace(askRole, "arn:aws:iam::111111111111:role/app/r", "arn:aws:sts::111111111111:assumed-role/r/s", 1), grant(`{"AWS":"arn:aws:sts::111111111111:assumed-role/r/s"}`)), "Allowed"},
		{"a federated session comes from its namesake", line(strings.Replace(askAnn, "arn:aws:iam::111111111111:user/ann", "arn:aws:sts::111111111111:federated-user/ann", 1), grant(`{"AWS":"arn:aws:iam::111111111111:user/ann"}`)+`,"sessionPolicy":`+doc(allowAll)), "Allowed"},
		{"root", line(strings.Replace(askAnn, ":user/ann", ":root", 1), ``), "Allowed"},
		{"a service", line(strings.Replace(askAnn, "arn:aws:iam::111111111111:user/ann", "ec2.amazonaws.com", 1), grant(`{"Service":"ec2.amazonaws.com"}`)), "Allowed"},
		{"a provider by its ARN", line(strings.Replace(askAnn, "arn:aws:iam::111111111111:user/ann", "arn:aws:iam::111111111111:saml-provider/x", 1), grant(`{"Federated":"arn:aws:iam::111111111111:saml-provider/x"}`)), "Allowed"},
		{"Cognito is a provider", line(strings.Replace(askAnn, "arn:aws:iam::111111111111:user/ann", "cognito-identity.amazonaws.com", 1), grant(`{"Federated":"cognito-identity.amazonaws.com"}`)), "Allowed"},
		{"nobody", line(strings.Replace(askAnn, `"arn:aws:iam::111111111111:user/ann"`, "null", 1), grant(`"*"`)), "Allowed"},
		{"the owner is in the ARN", line(`"principal":"arn:aws:iam::111111111111:user/ann","action":"sqs:X","resource":"arn:aws:sqs:eu:111111111111:q","resourceAccount":null`, `,"identityPolicies":[`+doc(allowAll)+`]`), "Allowed"},
		{"or the owner is somebody else", line(`"principal":"arn:aws:iam::111111111111:user/ann","action":"s3:X","resource":"arn:aws:s3:::b"`, `,"identityPolicies":[`+doc(allowAll)+`]`), "ImplicitlyDenied"},
		{"scalars count as their text", line(strings.Replace(askAnn, `"aws:username":"ann"`, `"x:n":10.0,"x:b":true,"x:l":["a",1]`, 1), `,"identityPolicies":[`+doc(allow(when(`{"NumericEquals":{"x:n":"10"},"Bool":{"x:b":"true"},"ForAllValues:StringEquals":{"x:l":["1","a"]}}`)))+`]`), "Allowed"},
		{"the resource policy of AssumeRole is the trust policy", line(`"principal":"arn:aws:iam::111111111111:user/ann","action":"sts:AssumeRole","resource":"arn:aws:iam::111111111111:role/r"`, `,"identityPolicies":[`+doc(allowAll)+`],"resourcePolicy":`+doc(`{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/bob"},"Action":"sts:AssumeRole"}`)), "ImplicitlyDenied"},
	} {
		if got := string(policy.Answer([]byte(c.line))); !strings.Contains(got, `"decision":"`+c.want+`"`) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAQuestionMayHaveSeveralLines(t *testing.T) {
	q, err := policy.ParseQuestion([]byte("{\n  \"id\": \"q1\",\n  \"request\": {\"action\": \"s3:GetObject\", \"resource\": \"*\", \"context\": {}},\n  \"identityPolicies\": [\n    " + doc(allowAll) + "]\n}"))
	if err != nil {
		t.Fatal(err)
	}
	if q.ID != `"q1"` || q.Request.Action() != "s3:GetObject" || q.Set.Identity.Policies()[0].Name != "identityPolicies[0]" {
		t.Errorf("is %s, %s, %s", q.ID, q.Request.Action(), q.Set.Identity.Policies()[0].Name)
	}
	if q, err := policy.ParseQuestion([]byte("{}")); err == nil || q.Set != nil || q.ID != "null" {
		t.Errorf("no question is %+v, %v", q, err)
	}
}
