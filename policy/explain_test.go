package policy_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

// reasons prints an explanation in one line.
func reasons(t *testing.T, q question) string {
	t.Helper()
	var out []string
	for _, r := range policy.Explain(q.set(t), q.request()).Reasons {
		out = append(out, fmt.Sprintf("%v %v %d/%d/%d", r.Effect, r.Kind, r.Level, r.Policy, r.Statement))
	}
	return strings.Join(out, "; ")
}

func TestExplainListsEveryStatementThatTookPart(t *testing.T) {
	full := doc(allowAll)
	everybody := doc(`{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}`)
	for _, c := range []struct {
		name string
		q    question
		want string
	}{
		{
			"every Deny",
			question{identity: []string{doc(denyAll, allowAll, denyS3), doc(denyS3)}, boundary: doc(denyAll), scps: [][]string{{full}, {full, doc(denyS3)}}},
			"Deny service control policy 1/1/0; Deny identity-based policy -1/0/0; Deny identity-based policy -1/0/2; Deny identity-based policy -1/1/0; Deny permissions boundary -1/0/0",
		},
		{
			"every Allow of the way",
			question{identity: []string{doc(allowAll, onlyEC2), full}, boundary: full, scps: [][]string{{full}}, rcps: [][]string{{everybody}}, endpoint: everybody},
			"Allow service control policy 0/0/0; Allow resource control policy 0/0/0; Allow VPC endpoint policy -1/0/0; Allow identity-based policy -1/0/0; Allow identity-based policy -1/1/0; Allow permissions boundary -1/0/0",
		},
		{
			"a direct grant",
			question{resource: object, identity: ids(allowAll), policy: doc(`{"Effect":"Allow","Principal":{"AWS":"`+here+`"},"Action":"*","Resource":"*"}`, `{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}`)},
			"Allow resource-based policy -1/0/1",
		},
		{
			"what is missing",
			question{who: roleSession, boundary: doc(onlyEC2), session: doc(onlyEC2), scps: [][]string{{full}, {}}, owner: there, resource: object},
			"Deny service control policy 1/-1/-1; Deny identity-based policy -1/-1/-1; Deny permissions boundary -1/-1/-1; Deny session policy -1/-1/-1; Deny resource-based policy -1/-1/-1",
		},
		{"a missing grant of trust", question{action: "sts:AssumeRole", resource: aRole, identity: ids(allowAll)}, "Deny role trust policy -1/-1/-1"},
		{"what no policy can change", question{action: "iam:CreatePolicyVersion", resource: "arn:aws:iam::aws:policy/X", identity: ids(allowAll)}, "Deny identity-based policy -1/-1/-1"},
		{"nothing to say", question{action: "sts:GetCallerIdentity"}, ""},
	} {
		if got := reasons(t, c.q); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestReasonsNameThePolicyAndTheStatement(t *testing.T) {
	d, err := policy.Parse(doc(allowAll, deny(`"Sid":"NoS3","Action":"s3:*","Resource":"*"`)))
	if err != nil {
		t.Fatal(err)
	}
	attached := policy.Attached{Policy: policy.Compile(d), Name: "arn:aws:iam::111111111111:policy/p", Via: "group g"}
	set := &policy.Set{Identity: policy.NewLayer(policy.Identity, attached)}
	q := question{}
	e := policy.Explain(set, q.request())
	if len(e.Reasons) != 1 {
		t.Fatalf("has %d reasons, want 1", len(e.Reasons))
	}
	r := e.Reasons[0]
	if r.Name != attached.Name || r.Via != attached.Via || r.Sid != "NoS3" || r.Statement != 1 {
		t.Errorf("names %+v", r)
	}
	if text := d.Source[r.Span.Start:r.Span.End]; !strings.HasPrefix(text, `{"Effect":"Deny","Sid":"NoS3"`) {
		t.Errorf("its text is %s", text)
	}
	from, rule, ok := e.Reason(set)
	if !ok || from.Name != attached.Name || rule.Sid != "NoS3" {
		t.Errorf("the decision names %q, %+v", from.Name, rule)
	}
	set = &policy.Set{}
	if _, _, ok := policy.Decide(set, q.request()).Reason(set); ok {
		t.Error("a decision without a statement names one")
	}
}
