package policy_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

func TestDecidingAllocatesNothing(t *testing.T) {
	all := allLayers()
	leading := question{action: "s3:GetObject", resource: "arn:aws:s3:::my-bucket-00099/x", identity: many(100, func(i int) string {
		return allow(fmt.Sprintf(`"Action":"s3:Get*","Resource":"arn:aws:s3:::*-bucket-%05d/*"`, i))
	})}
	typed := question{
		context:  map[string]any{"x:n": "10", "x:d": "2024-01-01", "x:ip": "203.0.113.1", "x:arn": "arn:aws:s3:::b", "x:l": []string{"1", "2"}, "x:s": "É"},
		identity: ids(allow(when(`{"NumericEquals":{"x:n":"10.0"},"DateLessThan":{"x:d":"2025-01-01T00:00:00Z"},"IpAddress":{"x:ip":"203.0.113.0/24"},"ArnLike":{"x:arn":"arn:aws:s3:::?"},"ForAllValues:NumericLessThan":{"x:l":"3"},"StringEqualsIgnoreCase":{"x:s":"é"}}`))),
	}
	for name, q := range map[string]question{
		"the tutorial, with MFA":    {action: "ec2:DescribeInstances", identity: []string{forceMFA, ec2FullAccess}, context: tutorials[0].context},
		"the tutorial, without MFA": {action: "ec2:DescribeInstances", identity: []string{forceMFA, ec2FullAccess}},
		"all layers":                all,
		"an index by resource":      leading,
		"typed values":              typed,
	} {
		set, r := q.set(t), q.request()
		if n := testing.AllocsPerRun(100, func() { policy.Decide(set, r) }); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

// A large layer decides through its index exactly as a small one decides by asking every rule.
func TestTheIndexChangesNoDecision(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	pick := func(of ...string) string { return of[chance.IntN(len(of))] }
	name := func() string {
		if chance.IntN(2) == 0 {
			return fmt.Sprintf("team-%d%s", chance.IntN(40), pick("", "/x", "-a-long-name"))
		}
		return pick("a", "b", "ab", "logs", "x/y")
	}
	resource := func() string {
		return pick(`"*"`, `"arn:aws:s3"`, `"arn:*"`, `"arn:aws:s3:::`+name()+`"`, `"arn:aws:s3:::`+name()+`/*"`, `"arn:aws:s3:::*`+name()+`"`, `"arn:aws:s3:::*`+name()+`*"`,
			`"arn:aws:s3:::${aws:username}/`+name()+`"`, `"arn:aws:*:*:*:`+name()+`?"`, `["arn:aws:s3:::`+name()+`","arn:aws:s3:::*/`+name()+`"]`)
	}
	action := func() string {
		return pick(`"s3:Get"`, `"s3:Put"`, `["s3:Get","s3:Put"]`, `"s3:*"`, `"ec2:*"`, `"*"`, `["ec2:X","s3:G*"]`)
	}
	for round := range 60 {
		var statements []string
		for range 5 + chance.IntN(120) {
			effect := pick("Allow", "Allow", "Deny")
			condition := pick("", "", `,"Condition":{"StringEquals":{"aws:username":"`+name()+`"}}`)
			statements = append(statements, fmt.Sprintf(`{"Effect":%q,%q:%s,%q:%s%s}`, effect, pick("Action", "Action", "Action", "NotAction"), action(), pick("Resource", "Resource", "Resource", "NotResource"), resource(), condition))
		}
		all := question{identity: []string{doc(statements...)}}
		indexed := all.set(t)
		var single []*policy.Set
		for _, s := range statements {
			single = append(single, (&question{identity: []string{doc(s)}}).set(t))
		}
		for range 100 {
			q := question{
				action: pick("s3:Get", "s3:Put", "s3:Other", "ec2:X", "iam:Y"), context: map[string]any{"aws:username": name()},
				resource: pick("*", "arn:aws:s3:::"+name(), "arn:aws:s3:::"+name()+"/"+name(), "arn:aws:s3:::"+name()+name()+name(), "no ARN"),
			}
			r := q.request()
			want := policy.ImplicitlyDenied
			for _, set := range single {
				switch policy.Decide(set, r).Outcome {
				case policy.ExplicitlyDenied:
					want = policy.ExplicitlyDenied
				case policy.Allowed:
					if want == policy.ImplicitlyDenied {
						want = policy.Allowed
					}
				}
			}
			if d := policy.Decide(indexed, r); d.Outcome != want {
				t.Fatalf("round %d: %s on %s: %v through the index, %v by asking each; %v", round, q.action, q.resource, d.Outcome, want, statements)
			}
		}
	}
}

func TestASetMayBeSharedByManyRequests(t *testing.T) {
	q := allLayers()
	set := q.set(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			r := new(policy.Request)
			for range 200 {
				r.Reset()
				fill(r, &q)
				if d := policy.Decide(set, r); d.Outcome != isAllowed {
					t.Errorf("decided %v", d.Outcome)
					return
				}
			}
		})
	}
	all.Wait()
}

func TestAResetRequestKnowsNothing(t *testing.T) {
	q := allLayers()
	r := q.request()
	r.SetList("aws:TagKeys", []string{"a"})
	r.Reset()
	for _, name := range []string{"aws:SecureTransport", "aws:PrincipalTag/team", "aws:TagKeys"} {
		if r.Has(name) {
			t.Errorf("%s is still there", name)
		}
	}
	if r.Action() != "" || r.Resource() != "" || r.ResourceAccount != "" || r.Principal() != (policy.Principal{}) {
		t.Errorf("still asks %s on %s", r.Action(), r.Resource())
	}
	r.Set("aws:PrincipalTag/TEAM", "x") // no clash with a name of the question before
	if v, ok := r.Value("aws:principaltag/team"); !ok || v != "x" {
		t.Errorf("the new value is %q, %v", v, ok)
	}
}

func TestAKeyMayBeSetAgain(t *testing.T) {
	r := new(policy.Request)
	r.SetBool(mfa, false)
	r.SetBool(mfa, true)
	r.SetInt("aws:MultiFactorAuthAge", 12)
	r.SetList("aws:TagKeys", []string{"a"})
	r.SetList("aws:TagKeys", nil)
	if v, _ := r.Value(mfa); v != "true" {
		t.Errorf("the later value is not in force: %q", v)
	}
	if v, _ := r.Value("AWS:multifactorauthage"); v != "12" {
		t.Errorf("the age is %q", v)
	}
	if r.Has("aws:TagKeys") {
		t.Error("an empty list is there")
	}
}

func TestTheIndexFindsShortNamesAmongLongOnes(t *testing.T) {
	var statements []string
	for i := range 40 {
		statements = append(statements,
			allow(fmt.Sprintf(`"Action":"s3:Get","Resource":"arn:aws:s3:::a-bucket-with-a-long-name-%02d/*"`, i)),
			allow(fmt.Sprintf(`"Action":"s3:Get","Resource":"arn:aws:s3:::*z%02d"`, i)),
			allow(`"Action":"x:*","Resource":"arn:*"`))
	}
	for _, q := range []question{
		{action: "s3:Get", resource: "arn:aws:s3:::z07"},
		{action: "s3:Get", resource: "arn:aws:s3:::a-bucket-with-a-long-name-39/x"},
		{action: "x:Y", resource: "arn:a:b:c:d:e"},
	} {
		q.identity = []string{doc(statements...)}
		if d := q.decide(t); d.Outcome != isAllowed {
			t.Errorf("%s: %v", q.resource, d.Outcome)
		}
	}
}
