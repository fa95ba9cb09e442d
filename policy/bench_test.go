package policy_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

// tutorial is the request of the tutorial with the three states of MFA.
func tutorial(b testing.TB, context map[string]any) (*policy.Set, *policy.Request) {
	q := question{action: "ec2:DescribeInstances", identity: []string{forceMFA, ec2FullAccess}, context: context}
	return q.set(b), q.request()
}

var tutorials = []struct {
	name    string
	context map[string]any
	want    policy.Outcome
}{
	{"WithMFA", map[string]any{mfa: "true", "aws:username": "ann"}, isAllowed},
	{"WithoutMFA", map[string]any{mfa: "false", "aws:username": "ann"}, isDenied},
	{"AbsentMFA", map[string]any{"aws:username": "ann"}, isDenied},
}

func BenchmarkTutorial(b *testing.B) {
	for _, bench := range tutorials {
		b.Run(bench.name, func(b *testing.B) {
			set, r := tutorial(b, bench.context)
			measure(b, set, r, bench.want)
		})
	}
	b.Run("OwnDevice", func(b *testing.B) {
		q := question{action: "iam:DeactivateMFADevice", resource: mine, identity: []string{forceMFA, ec2FullAccess}, context: map[string]any{mfa: "true", "aws:username": "ann"}}
		measure(b, q.set(b), q.request(), isAllowed)
	})
}

// measure decides again and again on a request that is filled.
func measure(b *testing.B, set *policy.Set, r *policy.Request, want policy.Outcome) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		if d := policy.Decide(set, r); d.Outcome != want {
			b.Fatalf("decided %v, want %v", d.Outcome, want)
		}
	}
}

// allLayers is a role session's request through an endpoint, with organization, boundary, session policy and a resource policy.
func allLayers() question {
	full := []string{doc(allowAll)}
	guard := []string{doc(allowAll), doc(deny(`"Action":["organizations:LeaveOrganization","cloudtrail:StopLogging"],"Resource":"*"`))}
	return question{
		who: roleSession, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/reports/2026/a.csv",
		context: map[string]any{
			"aws:SecureTransport": "true", "aws:RequestedRegion": "eu-west-1", "aws:SourceIp": "203.0.113.9",
			"aws:PrincipalOrgID": "o-1", "aws:PrincipalTag/team": "reports", "aws:PrincipalArn": roleSession.Parent,
		},
		identity: []string{
			doc(allow(`"Action":["s3:Get*","s3:List*"],"Resource":["arn:aws:s3:::bucket","arn:aws:s3:::bucket/${aws:PrincipalTag/team}/*"]`)),
			doc(allow(`"Action":"ec2:Describe*","Resource":"*"`), deny(`"NotAction":["iam:*","sts:*","s3:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1","eu-central-1"]}}`)),
			doc(allow(`"Action":["sqs:SendMessage","sqs:ReceiveMessage"],"Resource":"arn:aws:sqs:*:` + here + `:*"`)),
		},
		boundary: doc(allow(`"Action":["s3:*","ec2:*","sqs:*"],"Resource":"*"`)),
		session:  doc(allow(`"Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/reports/*"`)),
		policy: doc(
			`{"Effect":"Allow","Principal":{"AWS":"`+here+`"},"Action":"s3:*","Resource":"arn:aws:s3:::bucket/*"}`,
			`{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::bucket/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`,
		),
		endpoint: doc(`{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}`),
		scps:     [][]string{full, guard, full},
		rcps:     [][]string{{doc(`{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}`)}, {doc(`{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}`, `{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}`)}},
	}
}

func BenchmarkAllLayers(b *testing.B) {
	q := allLayers()
	measure(b, q.set(b), q.request(), isAllowed)
}

// many is a caller with n statements made by a pattern, spread over policies of 50.
func many(n int, statement func(i int) string) []string {
	var docs []string
	for i := 0; i < n; i += 50 {
		var statements []string
		for j := i; j < min(n, i+50); j++ {
			statements = append(statements, statement(j))
		}
		docs = append(docs, doc(statements...))
	}
	return docs
}

func BenchmarkStatements10000(b *testing.B) {
	for _, bench := range []struct {
		name             string
		statement        func(i int) string
		action, resource string
	}{
		{"Actions", func(i int) string { return allow(fmt.Sprintf(`"Action":"x:Do%05d","Resource":"*"`, i)) }, "x:Do09999", "*"},
		{"Prefixes", func(i int) string {
			return allow(fmt.Sprintf(`"Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket-%05d/*"`, i))
		}, "s3:GetObject", "arn:aws:s3:::bucket-09999/reports/2026/a.csv"},
		{"Exact", func(i int) string {
			return allow(fmt.Sprintf(`"Action":"s3:Get*","Resource":"arn:aws:s3:::bucket/file-%05d"`, i))
		}, "s3:GetObject", "arn:aws:s3:::bucket/file-09999"},
		{"LeadingStar", func(i int) string {
			return allow(fmt.Sprintf(`"Action":"s3:GetObject","Resource":"arn:aws:s3:::*-bucket-%05d/*"`, i))
		}, "s3:GetObject", "arn:aws:s3:::my-bucket-09999/reports/2026/a.csv"},
	} {
		b.Run(bench.name, func(b *testing.B) {
			q := question{action: bench.action, resource: bench.resource, identity: many(10_000, bench.statement)}
			measure(b, q.set(b), q.request(), isAllowed)
		})
		b.Run(bench.name+"Miss", func(b *testing.B) {
			q := question{action: bench.action, resource: bench.resource + "x", identity: many(9_999, bench.statement)}
			if bench.resource == "*" {
				q.resource = "*"
			}
			measure(b, q.set(b), q.request(), isImplicit)
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		compiled(b, forceMFA)
	}
}

func BenchmarkFill(b *testing.B) {
	q := allLayers()
	r := new(policy.Request)
	b.ReportAllocs()
	for b.Loop() {
		r.Reset()
		fill(r, &q)
	}
}

// A million users in two groups: all share one layer, and what each costs is its place in the map.
func BenchmarkPrincipals1000000(b *testing.B) {
	const n = 1_000_000
	q := question{action: "ec2:DescribeInstances", identity: []string{forceMFA, ec2FullAccess}, context: tutorials[0].context}
	set, r := q.set(b), q.request()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	sets := make(map[string]*policy.Set, n)
	names := make([]string, n)
	for i := range n {
		names[i] = fmt.Sprintf("AIDA%017d", i)
		sets[names[i]] = set
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportAllocs()
	chance := rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		if d := policy.Decide(sets[names[chance.IntN(n)]], r); d.Outcome != isAllowed {
			b.Fatalf("decided %v", d.Outcome)
		}
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/n, "B/principal")
}
