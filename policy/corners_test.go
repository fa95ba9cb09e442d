package policy_test

import (
	"fmt"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

// A role that was made again under an old name is another role.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
func TestAPolicyDoesNotKnowARecreatedRole(t *testing.T) {
	q := question{
		who: roleSession, action: "sts:AssumeRole", resource: "arn:aws:iam::" + here + ":role/other",
		trust: doc(`{"Effect":"Allow","Principal":{"AWS":"` + roleSession.Parent + `"},"Action":"sts:AssumeRole"}`),
		ids:   map[string]string{roleSession.Parent: roleSession.ID},
	}
	if got := q.decide(t).Outcome; got != policy.Allowed {
		t.Errorf("the role that was meant: %v", got)
	}
	q.ids[roleSession.Parent] = "AROAOLD"
	if got := q.decide(t).Outcome; got != policy.ImplicitlyDenied {
		t.Errorf("another role of that name: %v", got)
	}
}

// What looks like a key, a role or an alias of AWS in another service's ARN is neither: no rule of KMS or IAM is for it.
func TestSpecialResourcesAreThoseOfTheirService(t *testing.T) {
	for action, resource := range map[string]string{
		"kms:Decrypt":     "arn:aws:other:eu-west-1:" + here + ":key/k",
		"kms:CreateAlias": "arn:aws:other:eu-west-1:" + here + ":alias/aws/x",
		"sts:TagSession":  "arn:aws:other::" + here + ":role/r",
		"iam:PassRole":    "arn:aws:other::" + here + ":role/aws-reserved/x",
	} {
		q := question{action: action, resource: resource, identity: []string{doc(`{"Effect":"Allow","Action":"*","Resource":"*"}`)}}
		if got := q.decide(t).Outcome; got != policy.Allowed {
			t.Errorf("%s on %s: %v", action, resource, got)
		}
	}
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
func TestABareAddressIsThatAddressAlone(t *testing.T) {
	for have, want := range map[string]policy.Outcome{
		"203.0.113.6": policy.ImplicitlyDenied, "203.0.113.7": policy.Allowed, "203.0.113.8": policy.ImplicitlyDenied,
		"2001:db8::": policy.ImplicitlyDenied, "2001:db8::1": policy.Allowed, "2001:db8::2": policy.ImplicitlyDenied,
	} {
		q := question{
			context:  map[string]any{"aws:SourceIp": have},
			identity: []string{doc(allow(when(`{"IpAddress":{"aws:SourceIp":["203.0.113.7","2001:db8::1"]}}`)))},
		}
		if got := q.decide(t).Outcome; got != want {
			t.Errorf("%s: %v, want %v", have, got, want)
		}
	}
}

// Documents of the old version have no variables: a colon behind ${ is a colon, and ends a part of an ARN.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
func TestAnOldDocumentsARNIsCutAtEveryColon(t *testing.T) {
	for version, want := range map[string]policy.Outcome{policy.Version2008: policy.Allowed, policy.Version2012: policy.ImplicitlyDenied} {
		q := question{
			resource: "arn:aws:sqs:${x:region}:a:b:q",
			identity: []string{`{"Version":"` + version + `","Statement":[` + allow(on("arn:aws:sqs:${x:region}:*:q")) + `]}`},
		}
		if got := q.decide(t).Outcome; got != want {
			t.Errorf("%s: %v, want %v", version, got, want)
		}
	}
}

func TestAnIndexFindsARuleByTheWholeNameOfItsResource(t *testing.T) {
	statements := many(40, func(i int) string {
		return allow(fmt.Sprintf(`"Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket-%02d"`, i))
	})
	q := question{resource: "arn:aws:s3:::bucket-17", identity: statements}
	if got := q.decide(t).Outcome; got != policy.Allowed {
		t.Errorf("%v", got)
	}
}

// A direct grant asks for no session policy: what is missing is the organization's Allow alone.
func TestAReasonNamesNoLayerThatNeedNotAllow(t *testing.T) {
	q := question{
		who: roleSession, resource: "arn:aws:s3:::b", scps: [][]string{{}},
		policy:  doc(`{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}`),
		session: doc(allow(on("arn:aws:s3:::other"))),
	}
	e := policy.Explain(q.set(t), q.request())
	if len(e.Reasons) != 1 || e.Reasons[0].Kind != policy.SCP {
		t.Errorf("%v: %+v", e.Outcome, e.Reasons)
	}
}

// Simple case folding compares characters, which need not have the same number of bytes.
func TestALongSFoldsToS(t *testing.T) {
	q := question{
		context:  map[string]any{"x:k": "ſEſ"},
		identity: []string{doc(allow(when(`{"StringEqualsIgnoreCase":{"x:k":"SeS"}}`)))},
	}
	if got := q.decide(t).Outcome; got != policy.Allowed {
		t.Errorf("%v", got)
	}
}

// Who compares policies looks at the compiled form: networks that are the same look the same.
func TestACompiledNetworkHasNoHostBits(t *testing.T) {
	p := compiled(t, doc(allow(when(`{"IpAddress":{"aws:SourceIp":"203.0.113.99/24"}}`))))
	if got := p.Rules[0].Conditions[0].Networks[0].String(); got != "203.0.113.0/24" {
		t.Error(got)
	}
}
