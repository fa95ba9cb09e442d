package policy_test

import (
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

func TestOpinionIsWhatOneKindOfPolicySays(t *testing.T) {
	full, s3 := doc(allowAll), doc(allow(`"Action":"s3:*","Resource":"*"`))
	q := question{
		identity: ids(onlyEC2), boundary: s3, scps: [][]string{{full}, {doc(onlyEC2)}}, rcps: [][]string{{full}, {full}},
		policy: doc(`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}`, `{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}`),
	}
	set, r := q.set(t), q.request()
	for _, c := range []struct {
		kind policy.Kind
		want policy.Outcome
		ok   bool
	}{
		{policy.Identity, policy.ImplicitlyDenied, true},
		{policy.Boundary, policy.Allowed, true},
		{policy.SCP, policy.ImplicitlyDenied, true},
		{policy.RCP, policy.Allowed, true},
		{policy.Resource, policy.ExplicitlyDenied, true},
		{policy.Session, policy.ImplicitlyDenied, false},
		{policy.Trust, policy.ImplicitlyDenied, false},
	} {
		if got, ok := policy.Opinion(set, r, c.kind); got != c.want || ok != c.ok {
			t.Errorf("%v says %v, %v; want %v, %v", c.kind, got, ok, c.want, c.ok)
		}
	}
	q.scps = [][]string{{doc(onlyEC2)}, {full}}
	if got, ok := policy.Opinion(q.set(t), r, policy.SCP); got != policy.ImplicitlyDenied || !ok {
		t.Errorf("an organization that allows nothing at its root says %v, %v", got, ok)
	}
	// Root has no boundary, whatever the set says.
	q.who = root
	if _, ok := policy.Opinion(set, q.request(), policy.Boundary); ok {
		t.Error("a boundary has an opinion of root")
	}
}
