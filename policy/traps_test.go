package policy_test

import (
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

const (
	isAllowed  = policy.Allowed
	isDenied   = policy.ExplicitlyDenied
	isImplicit = policy.ImplicitlyDenied
)

const mfa = "aws:MultiFactorAuthPresent"

// trap is a case that has caught real engines.
type trap struct {
	name string
	question
	want policy.Outcome
}

func run(t *testing.T, traps []trap) {
	t.Helper()
	for _, trap := range traps {
		t.Run(trap.name, func(t *testing.T) {
			if d := trap.decide(t); d.Outcome != trap.want {
				t.Errorf("decided %v (%v), want %v", d.Outcome, d.Kind, trap.want)
			}
		})
	}
}

func ids(statements ...string) []string { return []string{doc(statements...)} }

func TestConditionTraps(t *testing.T) {
	run(t, []trap{
		{"01 a conditional Deny whose condition fails does not count", question{
			action: "ec2:DescribeInstances", context: map[string]any{mfa: "true"},
			identity: ids(deny(`"NotAction":"iam:*","Resource":"*","Condition":{"BoolIfExists":{"`+mfa+`":"false"}}`), allow(`"Action":"ec2:*","Resource":"*"`)),
		}, isAllowed},
		{"02 IfExists holds for an absent key", question{
			action: "s3:ListBucket", identity: ids(deny(when(`{"BoolIfExists":{"`+mfa+`":"false"}}`)), allowAll),
		}, isDenied},
		{"02 plain Bool does not", question{
			action: "s3:ListBucket", identity: ids(deny(when(`{"Bool":{"`+mfa+`":"false"}}`)), allowAll),
		}, isAllowed},
		{"03 absent is not empty", question{identity: ids(allow(when(`{"StringEquals":{"aws:PrincipalTag/team":""}}`)))}, isImplicit},
		{"04 a negated operator holds for an absent key", question{
			identity: ids(deny(when(`{"StringNotEquals":{"aws:PrincipalTag/team":"x"}}`)), allowAll),
		}, isDenied},
		{"05 a garbled boolean is not false", question{
			context: map[string]any{"aws:SecureTransport": "yes"}, identity: ids(allow(when(`{"Bool":{"aws:SecureTransport":"false"}}`))),
		}, isImplicit},
		{"10 a star does not cross the parts of an ARN", question{
			context: map[string]any{"x:key": "arn:aws:x:us-east-2:999:store/abc:111:finance/d"}, identity: ids(allow(when(`{"ArnLike":{"x:key":"arn:aws:x:*:111:finance/*"}}`))),
		}, isImplicit},
		{"10 but crosses everything in StringLike", question{
			context: map[string]any{"x:key": "arn:aws:x:us-east-2:999:store/abc:111:finance/d"}, identity: ids(allow(when(`{"StringLike":{"x:key":"arn:aws:x:*:111:finance/*"}}`))),
		}, isAllowed},
		{"16 ForAllValues holds for an absent key", question{identity: ids(allow(when(`{"ForAllValues:StringEquals":{"aws:TagKeys":["cost"]}}`)))}, isAllowed},
		{"17 ForAnyValue with a negated operator", question{
			context:  map[string]any{"aws:TagKeys": []string{"cost", "x"}},
			identity: ids(deny(when(`{"ForAnyValue:StringNotEquals":{"aws:TagKeys":["cost"]}}`)), allowAll),
		}, isDenied},
		{"18 a multi-valued key without a set operator", question{
			context:  map[string]any{"aws:CalledVia": []string{"athena.amazonaws.com"}},
			identity: ids(allow(when(`{"StringEquals":{"aws:CalledVia":"athena.amazonaws.com"}}`))),
		}, isImplicit},
		{"19 IPv6 is not in an IPv4 network", question{
			context:  map[string]any{"aws:SourceIp": "2001:db8::1"},
			identity: ids(deny(when(`{"NotIpAddress":{"aws:SourceIp":["203.0.113.7"]}}`)), allowAll),
		}, isDenied},
		{"19 a bare address is itself", question{
			context:  map[string]any{"aws:SourceIp": "203.0.113.7"},
			identity: ids(deny(when(`{"NotIpAddress":{"aws:SourceIp":["203.0.113.7"]}}`)), allowAll),
		}, isAllowed},
		{"19 and nothing else", question{
			context:  map[string]any{"aws:SourceIp": "203.0.113.8"},
			identity: ids(deny(when(`{"NotIpAddress":{"aws:SourceIp":["203.0.113.7"]}}`)), allowAll),
		}, isDenied},
		{"20 numbers are not compared as text", question{
			context: map[string]any{"s3:max-keys": "9"}, identity: ids(allow(when(`{"NumericLessThanEquals":{"s3:max-keys":"10.0"}}`))),
		}, isAllowed},
		{"21 dates in two forms", question{
			context: map[string]any{"aws:EpochTime": "1704067200"}, identity: ids(allow(when(`{"DateEquals":{"aws:EpochTime":"2024-01-01T01:00:00+01:00"}}`))),
		}, isAllowed},
		{"34 the MFA of AssumeRole is not in the role session", question{who: roleSession, identity: ids(allow(when(`{"Bool":{"` + mfa + `":"true"}}`)))}, isImplicit},
	})
}

func TestMatchingTraps(t *testing.T) {
	team := "aws:PrincipalTag/team"
	run(t, []trap{
		{"06 a wildcard in a substituted value is text", question{
			resource: "arn:aws:s3:::bucket/red/x", context: map[string]any{team: "*"}, identity: ids(allow(on("arn:aws:s3:::bucket/${" + team + "}/x"))),
		}, isImplicit},
		{"07 a value is not expanded again", question{
			resource: "arn:aws:s3:::bucket/ann", context: map[string]any{team: "${aws:username}", "aws:username": "ann"},
			identity: ids(allow(on("arn:aws:s3:::bucket/${" + team + "}"))),
		}, isImplicit},
		{"08 an escaped star is a star", question{resource: "arn:aws:s3:::bucket/aXb", identity: ids(allow(on("arn:aws:s3:::bucket/a${*}b")))}, isImplicit},
		{"08 and covers a star", question{resource: "arn:aws:s3:::bucket/a*b", identity: ids(allow(on("arn:aws:s3:::bucket/a${*}b")))}, isAllowed},
		{"09 old documents have no variables", question{
			resource: "arn:aws:iam::" + here + ":user/ann", context: map[string]any{"aws:username": "ann"},
			identity: []string{`{"Statement":` + allow(on("arn:aws:iam::*:user/${aws:username}")) + `}`},
		}, isImplicit},
		{"11 actions fold, resources do not", question{
			action: "iam:ENABLEMFADEVICE", resource: "arn:aws:iam::" + here + ":mfa/ann",
			identity: ids(allow(`"Action":"iam:EnableMFADevice","Resource":"arn:aws:iam::*:mfa/Ann"`)),
		}, isImplicit},
		{"11 an action in capitals is the action", question{
			action: "iam:ENABLEMFADEVICE", resource: "arn:aws:iam::" + here + ":mfa/ann",
			identity: ids(allow(`"Action":"iam:EnableMFADevice","Resource":"arn:aws:iam::*:mfa/ann"`)),
		}, isAllowed},
		{"12 a vendor has no wildcard", question{identity: ids(allow(`"Action":"*:Get*","Resource":"*"`))}, isImplicit},
		{"13 an ARN does not cover a request that names nothing", question{
			action: "iam:ListVirtualMFADevices", identity: ids(allow(on("arn:aws:iam::" + here + ":mfa/*"))),
		}, isImplicit},
		{"14 paths are not cleaned", question{resource: "arn:aws:s3:::b/x/../y", identity: ids(allow(on("arn:aws:s3:::b/y")))}, isImplicit},
		{"15 a short ARN covers what it begins", question{
			action: "sqs:SendMessage", resource: "arn:aws:sqs:eu-west-1:" + here + ":q", identity: ids(allow(on("arn:aws:sqs"))),
		}, isAllowed},
		{"35 NotAction grants nothing", question{
			action: "iam:ListServiceSpecificCredentials", resource: "arn:aws:iam::" + here + ":user/ann", identity: []string{forceMFA},
		}, isImplicit},
	})
}

func TestPrincipalTraps(t *testing.T) {
	bucket := "arn:aws:s3:::b/x"
	to := func(principal string) string {
		return doc(`{"Effect":"Allow","Principal":{"AWS":"` + principal + `"},"Action":"s3:*","Resource":"*"}`)
	}
	noS3 := doc(allow(`"NotAction":"s3:*","Resource":"*"`))
	run(t, []trap{
		{"22 an account is no grant", question{resource: bucket, policy: to(here)}, isImplicit},
		{"23 a role is not its session", question{who: roleSession, resource: bucket, boundary: noS3, policy: to(roleSession.Parent)}, isImplicit},
		{"23 a session is", question{who: roleSession, resource: bucket, boundary: noS3, policy: to(roleSession.ARN)}, isAllowed},
		{"24 a direct grant across accounts is not enough", question{resource: bucket, owner: there, policy: to(ann.ARN)}, isImplicit},
		{"25 principals have no partial wildcards", question{resource: bucket, policy: to("arn:aws:iam::" + here + ":user/*")}, isImplicit},
		{"26 a resource policy's statement without principal never matches", question{
			resource: bucket, identity: ids(allowAll), policy: doc(deny(`"Action":"s3:*","Resource":"*"`)),
		}, isAllowed},
		{"27 NotPrincipal denies who has a boundary", question{
			resource: bucket, identity: ids(allowAll), boundary: doc(allowAll),
			policy: doc(`{"Effect":"Deny","NotPrincipal":{"AWS":"` + ann.ARN + `"},"Action":"*","Resource":"*"}`),
		}, isDenied},
		{"28 a trust policy must grant", question{
			action: "sts:AssumeRole", resource: roleSession.Parent, identity: ids(allowAll),
			trust: doc(`{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::` + here + `:user/bob"},"Action":"sts:AssumeRole"}`),
		}, isImplicit},
		{"33 a namesake is not who was meant", question{
			action: "sts:AssumeRole", resource: roleSession.Parent, identity: ids(allowAll),
			trust: doc(`{"Effect":"Allow","Principal":{"AWS":"` + ann.ARN + `"},"Action":"sts:AssumeRole"}`),
			ids:   map[string]string{ann.ARN: "AIDAFORMERANN"},
		}, isImplicit},
		{"33 who was meant is", question{
			action: "sts:AssumeRole", resource: roleSession.Parent,
			trust: doc(`{"Effect":"Allow","Principal":{"AWS":"` + ann.ARN + `"},"Action":"sts:AssumeRole"}`),
			ids:   map[string]string{ann.ARN: ann.ID},
		}, isAllowed},
	})
}

func TestLayerTraps(t *testing.T) {
	run(t, []trap{
		{"29 GetCallerIdentity cannot be denied", question{action: "sts:GetCallerIdentity", identity: ids(denyAll)}, isAllowed},
		{"30 a level without a policy denies", question{identity: ids(allowAll), scps: [][]string{{doc(allowAll)}, {}}}, isImplicit},
		{"31 an explicit Deny is not taken for an implicit one", question{
			who: roleSession, identity: ids(allowAll), boundary: doc(allow(`"Action":"ec2:*","Resource":"*"`)), session: doc(denyAll),
		}, isDenied},
	})
	q := question{who: roleSession, identity: ids(allowAll), boundary: doc(allow(`"Action":"ec2:*","Resource":"*"`)), session: doc(denyAll)}
	if d := q.decide(t); d.Kind != policy.Session {
		t.Errorf("31: the %v is named, not the session policy", d.Kind)
	}
}

func TestTwoMembersOfOneNameAreRefused(t *testing.T) {
	if _, err := policy.Parse(`{"Statement":{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}}`); err == nil {
		t.Error("a statement with two effects is taken")
	}
}
