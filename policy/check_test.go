package policy_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

func textOf(err error) string {
	var m *policy.Malformed
	if errors.As(err, &m) {
		return m.Text
	}
	return ""
}

func withVersion(statement string) string {
	return `{"Version":"2012-10-17","Statement":` + statement + `}`
}

const (
	syntaxText = "Syntax errors in policy."
	legacyText = "The policy failed legacy parsing"
	sidText    = "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
	iamText    = `IAM resource path must either be "*", root, or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.`
)

func resource(r string) string { return withVersion(allow(`"Action":"s3:x","Resource":` + r)) }

func TestIdentityPoliciesAreRefusedInAWSsWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a good one", withVersion(allowAll), ""},
		{"the tutorial's", forceMFA, ""},
		{"no JSON", `{`, syntaxText},
		{"an unknown element", withVersion(`{"Efect":"Allow","Action":"*","Resource":"*"}`), syntaxText},
		{"no effect", withVersion(`{"Action":"*","Resource":"*"}`), syntaxText},
		{"another effect", withVersion(`{"Effect":"Perhaps","Action":"*","Resource":"*"}`), syntaxText},
		{"two of a pair", withVersion(allow(`"Action":"*","NotAction":"*","Resource":"*"`)), syntaxText},
		{"an unknown operator", withVersion(allow(when(`{"StringIs":{"a:b":"c"}}`))), syntaxText},
		{"an operator in the wrong case", withVersion(allow(when(`{"stringEquals":{"a:b":"c"}}`))), syntaxText},
		{"NullIfExists", withVersion(allow(when(`{"NullIfExists":{"a:b":"true"}}`))), syntaxText},
		{"an empty unknown operator", withVersion(allow(when(`{"x":{}}`))), ""},
		{"an unknown version", `{"Version":"2012-10-18","Statement":` + allowAll + `}`, syntaxText},
		{"an old version", `{"Version":"2008-10-17","Statement":` + allowAll + `}`, "Policy document must be version 2012-10-17 or greater."},
		{"no version", `{"Statement":` + allowAll + `}`, "Policy document must be version 2012-10-17 or greater."},
		{"an effect in lower case", withVersion(`{"Effect":"allow","Action":"*","Resource":"*"}`), legacyText},
		{"a date that is none", withVersion(allow(when(`{"DateLessThan":{"aws:CurrentTime":"tomorrow"}}`))), legacyText},
		{"a month that is none", withVersion(allow(when(`{"DateLessThan":{"aws:CurrentTime":"2024-13-01"}}`))), legacyText},
		{"a fraction of a second", withVersion(allow(when(`{"DateLessThan":{"aws:EpochTime":"1.5"}}`))), legacyText},
		{"a year before our era", withVersion(allow(when(`{"DateLessThan":{"aws:CurrentTime":"-5"}}`))), ""},
		{"a date with parts missing", withVersion(allow(when(`{"DateLessThan":{"aws:CurrentTime":"01T"}}`))), ""},
		{"a date with everything", withVersion(allow(when(`{"DateLessThan":{"aws:CurrentTime":"2024-01-31T23:59:59.123456789+01:00"}}`))), ""},
		{"a resource without a colon", resource(`"x"`), `Resource x must be in ARN format or "*".`},
		{"an empty resource", resource(`""`), `Resource  must be in ARN format or "*".`},
		{"the first by bytes of several", resource(`["z","b","c"]`), `Resource b must be in ARN format or "*".`},
		{"an unknown partition", resource(`"arn:awx:s3:::b"`), `Partition "awx" is not valid for resource "arn:awx:s3:::b".`},
		{"an unknown partition of a short ARN", resource(`"a:b"`), `Partition "b" is not valid for resource "arn:b:*:*:*:*".`},
		{"no service", resource(`"arn:aws"`), "Resource vendor must be fully qualified and cannot contain regexes."},
		{"a wildcard in the service", resource(`"arn:aws:s*:::b"`), "Resource vendor must be fully qualified and cannot contain regexes."},
		{"an empty service", resource(`"arn:aws::::b"`), legacyText},
		{"a short ARN with an empty part", resource(`"arn:aws:s3::b"`), legacyText},
		{"a region in an IAM ARN", resource(`"arn:aws:iam:eu-west-1:111111111111:user/x"`), "IAM resource arn:aws:iam:eu-west-1:111111111111:user/x cannot contain region information."},
		{"a region in an S3 ARN", resource(`"arn:aws:s3:eu-west-1::b"`), "Resource arn:aws:s3:eu-west-1::b can not contain region information."},
		{"a region of an access point", resource(`"arn:aws:s3:eu-west-1:111111111111:accesspoint/a"`), ""},
		{"an unknown IAM path", resource(`"arn:aws:iam::111111111111:roots"`), iamText},
		{"the root user", resource(`"arn:aws:iam::111111111111:root"`), ""},
		{"an unknown partition of an ARN with an empty part", resource(`"aws:s3:::b"`), `Partition "s3" is not valid for resource "arn:s3:::b:*".`},
		{"a variable in the account", resource(`"arn:aws:iam::${aws:PrincipalAccount}:user/x"`), ""},
		{"a Sid with a blank", withVersion(allow(`"Sid":"a b","Action":"*","Resource":"*"`)), sidText},
		{"a Sid twice", doc(allow(`"Sid":"a","Action":"*","Resource":"*"`), allow(`"Sid":"a","Action":"*","Resource":"*"`)), "Statement IDs (SID) in a single policy must be unique."},
		{"an empty Sid twice", doc(allow(`"Sid":"","Action":"*","Resource":"*"`), allow(`"Sid":"","Action":"*","Resource":"*"`)), ""},
		{"a principal", withVersion(allow(`"Principal":"*","Action":"*","Resource":"*"`)), "Policy document should not specify a principal."},
		{"no action", withVersion(allow(`"Resource":"*"`)), "Policy statement must contain actions."},
		{"no actions in the list", withVersion(allow(`"Action":[],"Resource":"*"`)), "Policy statement must contain actions."},
		{"an action without vendor", withVersion(allow(`"Action":"x","Resource":"*"`)), "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."},
		{"an action with two colons", withVersion(allow(`"Action":"a:b:c","Resource":"*"`)), "Actions/Condition can contain only one colon."},
		{"a vendor that is none", withVersion(allow(`"Action":"s_3:x","Resource":"*"`)), "Vendor s_3 is not valid"},
		{"a vendor with a wildcard", withVersion(allow(`"NotAction":"*:x","Resource":"*"`)), "Vendor * is not valid"},
		{"no resource", withVersion(allow(`"Action":"*"`)), "Policy statement must contain resources."},
		{"no resources in the list", withVersion(allow(`"Action":"*","Resource":[]`)), "Policy statement must contain resources."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := textOf(policy.CheckIdentity(c.text)); got != c.want {
				t.Errorf("says %q, want %q", got, c.want)
			}
		})
	}
}

func TestTheFirstFailingCheckAnswers(t *testing.T) {
	// Each text has the fault of its row and the faults of all rows below.
	for _, c := range []struct{ text, want string }{
		{`{"Statement":{"Effect":"x","Sid":"a b","Principal":"*","Resource":"x"}}`, syntaxText},
		{`{"Statement":{"Effect":"allow","Sid":"a b","Principal":"*","Resource":"x"}}`, "Policy document must be version 2012-10-17 or greater."},
		{withVersion(`{"Effect":"allow","Sid":"a b","Principal":"*","Resource":"x"}`), legacyText},
		{withVersion(`{"Effect":"Allow","Sid":"a b","Principal":"*","Resource":["x","arn:aws::::b"]}`), legacyText},
		{withVersion(`{"Effect":"Allow","Sid":"a b","Principal":"*","Resource":"x"}`), sidText},
		{withVersion(`{"Effect":"Allow","Principal":"*","Resource":"x"}`), "Policy document should not specify a principal."},
		{withVersion(`{"Effect":"Allow","Resource":"x"}`), "Policy statement must contain actions."},
		{doc(allow(`"Action":"x","Resource":"x"`), allow(`"Action":"x"`)), "Policy statement must contain resources."},
		{withVersion(allow(`"Action":"x","Resource":"x"`)), `Resource x must be in ARN format or "*".`},
		{withVersion(allow(`"Action":"x","Resource":"*"`)), "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."},
	} {
		if got := textOf(policy.CheckIdentity(c.text)); got != c.want {
			t.Errorf("%s: says %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSessionPoliciesMayBeOfTheOldVersion(t *testing.T) {
	if err := policy.CheckSession(`{"Statement":` + allowAll + `}`); err != nil {
		t.Errorf("no version: %v", err)
	}
	if got := textOf(policy.CheckSession(`{"Statement":` + allow(`"Principal":"*","Action":"*","Resource":"*"`) + `}`)); got != "Policy document should not specify a principal." {
		t.Errorf("with a principal it says %q", got)
	}
}

func TestTrustPoliciesAreRefusedInTheirOwnWords(t *testing.T) {
	ok := `"Principal":{"AWS":"` + here + `"},"Action":"sts:AssumeRole"`
	for _, c := range []struct{ name, text, want string }{
		{"a good one", withVersion(allow(ok)), ""},
		{"an old one", `{"Statement":` + allow(ok) + `}`, ""},
		{"for a service", withVersion(allow(`"Principal":{"Service":["ec2.amazonaws.com"]},"Action":["sts:AssumeRole","sts:TagSession"]`)), ""},
		{"for a provider", withVersion(allow(`"Principal":{"Federated":"arn:aws:iam::111111111111:saml-provider/x"},"Action":"sts:AssumeRoleWithSAML"`)), ""},
		{"no JSON", `{"Statement":`, "This policy contains invalid Json"},
		{"a member twice", withVersion(`{"Effect":"Allow","Effect":"Deny"}`), "This policy contains invalid Json"},
		{"no such version", `{"Version":"2013","Statement":` + allow(ok) + `}`, "The policy must contain a valid version string"},
		{"no statement", `{"Version":"2012-10-17"}`, "Could not parse the policy: Statement is empty!"},
		{"an empty list of statements", withVersion(`[]`), "Could not parse the policy: Statement is empty!"},
		{"no effect", withVersion(`{` + ok + `}`), "Missing required field Effect"},
		{"no principal", withVersion(allow(`"Action":"sts:AssumeRole"`)), "Missing required field Principal"},
		{"an empty principal", withVersion(allow(`"Principal":{},"Action":"sts:AssumeRole"`)), "Missing required field Principal cannot be empty!"},
		{"no action", withVersion(allow(`"Principal":"*"`)), "Missing required field Action"},
		{"NotPrincipal", withVersion(allow(`"NotPrincipal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"`)), "AssumeRole policy must not contain NotPrincipal field."},
		{"another service's action", withVersion(allow(`"Principal":"*","Action":"s3:GetObject"`)), "AssumeRole policy may only specify STS AssumeRole actions."},
		{"every action", withVersion(allow(`"Principal":"*","Action":"*"`)), "AssumeRole policy may only specify STS AssumeRole actions."},
		{"a resource", withVersion(allow(ok + `,"Resource":"*"`)), "Has prohibited field Resource"},
		{"all but a resource", withVersion(allow(ok + `,"NotResource":"*"`)), "AssumeRole policy must not contain resources."},
		{"a wildcard in a principal", withVersion(allow(`"Principal":{"AWS":"arn:aws:iam::111111111111:user/*"},"Action":"sts:AssumeRole"`)), `Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:user/*"`},
		{"a group", withVersion(allow(`"Principal":{"AWS":"arn:aws:iam::111111111111:group/g"},"Action":"sts:AssumeRole"`)), `Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:group/g"`},
		{"a short account", withVersion(allow(`"Principal":{"AWS":"111"},"Action":"sts:AssumeRole"`)), `Invalid principal in policy: "AWS":"111"`},
		{"a Sid twice", doc(allow(`"Sid":"a",`+ok), allow(`"Sid":"a",`+ok)), "The Statement Ids in the policy are not unique"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := textOf(policy.CheckTrust(c.text)); got != c.want {
				t.Errorf("says %q, want %q", got, c.want)
			}
		})
	}
}

func TestAFindingKnowsItsPlace(t *testing.T) {
	err := policy.CheckIdentity("{\"Version\":\"2012-10-17\",\n \"Statement\":{\"Effect\":\"Allow\",\n  \"Action\":[\"s3:Get\",\"x\"],\"Resource\":\"*\"}}")
	var m *policy.Malformed
	if !errors.As(err, &m) || m.Line != 3 || m.Column != 22 {
		t.Errorf("the faulty action is at %+v, want line 3, column 22", m)
	}
}

func TestSizeLeavesWhiteSpaceOutsideOfStringsOut(t *testing.T) {
	if got := policy.Size("{ \"a b\" :\t\"\\\" c\"\r\n}"); got != len(`{"a b":"\" c"}`) {
		t.Errorf("size %d", got)
	}
	if got := policy.Size(forceMFA); got != 2009 {
		t.Errorf("the tutorial's policy has %d characters that count, want 2009", got)
	}
}

func TestPrincipalARNsAreThoseThatStandForUniqueIdentifiers(t *testing.T) {
	d, err := policy.Parse(doc(`{"Effect":"Allow","Principal":{"AWS":["` + ann.ARN + `","` + here + `","` + roleSession.Parent + `","` + ann.ARN + `","AIDAX"]},"Action":"sts:AssumeRole"}`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(d.PrincipalARNs(), " "), ann.ARN+" "+roleSession.Parent; got != want {
		t.Errorf("lists %s, want %s", got, want)
	}
}
