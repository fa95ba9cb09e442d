package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// explainQuestions are one denied for want of an Allow, one denied by a Deny, and one that is allowed.
const explainQuestions = `{"id": "mfa", "request": {"principal": "arn:aws:iam::111111111111:user/ann", "action": "ec2:RunInstances", "resource": "*", "resourceAccount": "111111111111", "context": {"aws:username": "ann"}},
 "identityPolicies": [{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "S3", "Effect": "Allow", "Action": "s3:*", "Resource": "*"},
    {"Sid": "MFA", "Effect": "Allow", "Action": "ec2:*", "Resource": "*",
     "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
  ]}],
 "boundaries": [{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}]}
{"id": 2, "request": {"principal": "arn:aws:iam::111111111111:root", "action": "s3:GetObject", "resource": "arn:aws:s3:::b/x", "resourceAccount": "111111111111", "context": {}},
 "scps": [{"org": "root", "policies": [{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}]},
          {"org": "unit", "policies": [{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {"Null": {"aws:SourceVpc": "true"}}}]}]}],
 "boundaries": [{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}]}
{"id": 3, "request": {"principal": "arn:aws:iam::111111111111:user/ann", "action": "s3:GetObject", "resource": "arn:aws:s3:::b/x", "resourceAccount": "222222222222", "context": {}},
 "identityPolicies": [{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}],
 "resourcePolicy": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "333333333333"}, "Action": "s3:PutObject", "Resource": "*"}}}
`

const explainAnswers = `Question "mfa": may arn:aws:iam::111111111111:user/ann do ec2:RunInstances on *?
ImplicitlyDenied because no identity-based policy allows the ec2:RunInstances action

  KIND                   POLICY               STATEMENTS  SAYS
  identity-based policy  identityPolicies[0]  2           nothing
  permissions boundary   boundaries[0]        1           Allow by statement 1

No identity-based policy allows it. Nearest is identityPolicies[0], statement 2 (MFA), line 5, column 5:
    {"Sid": "MFA", "Effect": "Allow", "Action": "ec2:*", "Resource": "*",
         "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
  does not hold: Bool aws:MultiFactorAuthPresent true; the request does not have the key

Question 2: may arn:aws:iam::111111111111:root do s3:GetObject on arn:aws:s3:::b/x?
ExplicitlyDenied with an explicit deny in a service control policy

  KIND                    POLICY               STATEMENTS  SAYS
  service control policy  scps[0].policies[0]  1           Allow by statement 1
  service control policy  scps[1].policies[0]  2           Deny by statement 2; Allow by statement 1
  identity-based policy   -                    0           nothing
  permissions boundary    boundaries[0]        1           does not count for this caller

Deny by scps[1].policies[0], statement 2, line 1, column 94:
    {"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {"Null": {"aws:SourceVpc": "true"}}}
  holds: Null aws:SourceVpc true; the request does not have the key

Question 3: may arn:aws:iam::111111111111:user/ann do s3:GetObject on arn:aws:s3:::b/x?
ImplicitlyDenied because no resource-based policy allows the s3:GetObject action

  KIND                   POLICY               STATEMENTS  SAYS
  resource-based policy  resourcePolicy       1           nothing
  identity-based policy  identityPolicies[0]  1           Allow by statement 1

No resource-based policy allows it. Nearest is resourcePolicy, statement 1, line 1, column 40:
    {"Effect": "Allow", "Principal": {"AWS": "333333333333"}, "Action": "s3:PutObject", "Resource": "*"}
  does not match: the action
  does not match: the principal

`

func TestPolicyExplainShowsWhyAndWhatWouldHaveAllowed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "questions.json")
	must(t, os.WriteFile(file, []byte(explainQuestions), 0o600))
	for name, run := range map[string]func() (string, string, error){
		"a file":         func() (string, string, error) { return cardea(t, "", "policy", "explain", file) },
		"standard input": func() (string, string, error) { return cardea(t, explainQuestions, "policy", "explain") },
	} {
		out, errs, err := run()
		if err != nil {
			t.Fatalf("%s: %v, %s", name, err, errs)
		}
		got, want := strings.Split(out, "\n"), strings.Split(explainAnswers, "\n")
		for i := range want {
			if i >= len(got) || got[i] != want[i] {
				t.Fatalf("%s: line %d of the answer should be\n%q\nof\n%s", name, i+1, want[i], out)
			}
		}
	}
}

func TestPolicyExplainOfAnAllowedRequestShowsWhoAllowedIt(t *testing.T) {
	out, errs, err := cardea(t, `{"request":{"principal":"arn:aws:iam::111111111111:user/ann","action":"s3:GetObject","resource":"arn:aws:s3:::b/x","resourceAccount":"111111111111","context":{"aws:TagKeys":["a","b"]}},`+
		`"identityPolicies":[{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"aws:TagKeys":"b"}}}}]}`, "policy", "explain")
	if err != nil {
		t.Fatal(errs)
	}
	for _, want := range []string{
		"Question null: may ", "\nAllowed\n", "\nAllow by identityPolicies[0], statement 1, line 1, column 37:\n",
		"\n  holds: ForAnyValue:StringEquals aws:TagKeys b; the request has a, b\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
}

func TestPolicyExplainSaysWhatItCannotRead(t *testing.T) {
	out, errs, err := cardea(t, `{"id":1}`+explainQuestions+`{"id":5,`, "policy", "explain", "-")
	if err == nil || strings.Count(out, "Question ") != 3 || strings.Count(errs, "\n") != 2 || !strings.HasPrefix(errs, "-: question null: the line is no question") {
		t.Errorf("%v\n%s\n%s", err, out, errs)
	}
	if _, errs, err := cardea(t, "", "policy", "explain", filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(errs, "none") {
		t.Errorf("a file that is not there: %v, %s", err, errs)
	}
}
