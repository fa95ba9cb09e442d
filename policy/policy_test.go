package policy_test

import (
	"testing"
	"time"

	"github.com/cardea-iam/cardea/policy"
)

const (
	here  = "111111111111"
	there = "222222222222"
)

// ann is an IAM user, roleSession a session of role r; both of the account here.
var (
	ann         = policy.Principal{Kind: policy.User, Account: here, ARN: "arn:aws:iam::" + here + ":user/ann", ID: "AIDAANN"}
	roleSession = policy.Principal{
		Kind: policy.RoleSession, Account: here, ARN: "arn:aws:sts::" + here + ":assumed-role/r/s",
		Parent: "arn:aws:iam::" + here + ":role/app/r", ID: "AROAR",
	}
	federated = policy.Principal{
		Kind: policy.FederatedUser, Account: here, ARN: "arn:aws:sts::" + here + ":federated-user/fed",
		Parent: ann.ARN, ID: ann.ID,
	}
	root    = policy.Principal{Kind: policy.Root, Account: here, ARN: "arn:aws:iam::" + here + ":root"}
	service = policy.Principal{Kind: policy.Service, Name: "ec2.amazonaws.com"}
)

// question is a request and the texts of all policies that apply.
type question struct {
	who      policy.Principal // default: ann
	action   string           // default: s3:GetObject
	resource string           // default: *
	owner    string           // default: here
	context  map[string]any   // string, []string, bool or time

	identity  []string
	boundary  string
	session   string
	policy    string // of the resource
	trust     string
	endpoint  string
	scps      [][]string
	rcps      [][]string
	ids       map[string]string // of the trust policy
	passwords bool
}

func compiled(t testing.TB, text string) *policy.Policy {
	t.Helper()
	d, err := policy.Parse(text)
	if err != nil {
		t.Fatalf("Parse(%s): %v", text, err)
	}
	return policy.Compile(d)
}

func layer(t testing.TB, kind policy.Kind, texts ...string) *policy.Layer {
	t.Helper()
	var attached []policy.Attached
	for _, text := range texts {
		attached = append(attached, policy.Attached{Policy: compiled(t, text), Name: "p"})
	}
	return policy.NewLayer(kind, attached...)
}

func optional(t testing.TB, kind policy.Kind, text string) *policy.Layer {
	t.Helper()
	if text == "" {
		return nil
	}
	return layer(t, kind, text)
}

func (q *question) set(t testing.TB) *policy.Set {
	t.Helper()
	s := &policy.Set{
		Identity: layer(t, policy.Identity, q.identity...),
		Boundary: optional(t, policy.Boundary, q.boundary),
		Session:  optional(t, policy.Session, q.session),
		Resource: optional(t, policy.Resource, q.policy),
		Endpoint: optional(t, policy.Endpoint, q.endpoint),

		UsersMayChangePassword: q.passwords,
	}
	if q.trust != "" {
		d, err := policy.Parse(q.trust)
		if err != nil {
			t.Fatal(err)
		}
		s.Resource = policy.NewLayer(policy.Trust, policy.Attached{Policy: policy.CompileResolved(d, q.ids), Name: "trust"})
	}
	for _, level := range q.scps {
		s.SCPs = append(s.SCPs, layer(t, policy.SCP, level...))
	}
	for _, level := range q.rcps {
		s.RCPs = append(s.RCPs, layer(t, policy.RCP, level...))
	}
	return s
}

func (q *question) request() *policy.Request {
	r := new(policy.Request)
	fill(r, q)
	return r
}

func fill(r *policy.Request, q *question) {
	who := q.who
	if who == (policy.Principal{}) {
		who = ann
	}
	r.SetPrincipal(who)
	r.SetAction(or(q.action, "s3:GetObject"))
	r.SetResource(or(q.resource, "*"))
	r.ResourceAccount = or(q.owner, here)
	for name, v := range q.context {
		switch v := v.(type) {
		case string:
			r.Set(name, v)
		case []string:
			r.SetList(name, v)
		case bool:
			r.SetBool(name, v)
		case time.Time:
			r.SetTime(name, v)
		}
	}
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (q *question) decide(t testing.TB) policy.Decision {
	t.Helper()
	set, r := q.set(t), q.request()
	d := policy.Decide(set, r)
	if e := policy.Explain(set, r); e.Decision != d {
		t.Errorf("Explain decides %+v, Decide %+v", e.Decision, d)
	}
	return d
}

// doc is a document of the 2012 version with these statements.
func doc(statements ...string) string {
	text := `{"Version":"2012-10-17","Statement":[`
	for i, s := range statements {
		if i > 0 {
			text += ","
		}
		text += s
	}
	return text + "]}"
}

// allowAll and denyAll are statements about everything.
const (
	allowAll = `{"Effect":"Allow","Action":"*","Resource":"*"}`
	denyAll  = `{"Effect":"Deny","Action":"*","Resource":"*"}`
)

func allow(rest string) string {
	return `{"Effect":"Allow",` + rest + `}`
}

func deny(rest string) string {
	return `{"Effect":"Deny",` + rest + `}`
}

// when is the end of a statement about everything under a condition.
func when(condition string) string {
	return `"Action":"*","Resource":"*","Condition":` + condition
}

func on(resource string) string {
	return `"Action":"*","Resource":"` + resource + `"`
}
