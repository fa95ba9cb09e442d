package policy_test

import (
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/policy"
)

// TestUnconditionalActionsAreThoseThatNoPolicyCanDeny asks the engine itself about every published action.
func TestUnconditionalActionsAreThoseThatNoPolicyCanDeny(t *testing.T) {
	document, err := policy.Parse(`{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}`)
	if err != nil {
		t.Fatal(err)
	}
	set := &policy.Set{Identity: policy.NewLayer(policy.Identity, policy.Attached{Policy: policy.Compile(document), Name: "no"})}
	found := 0
	for service := range catalog.Services() {
		for _, action := range service.Actions() {
			var r policy.Request
			r.SetPrincipal(policy.Principal{Kind: policy.User, Account: "111111111111", ARN: "arn:aws:iam::111111111111:user/ann", ID: "AIDAANN"})
			r.SetAction(action.String())
			r.SetResource("*")
			r.ResourceAccount = "111111111111"
			always := policy.Decide(set, &r).Outcome == policy.Allowed
			if always != policy.Unconditional(action.String()) {
				t.Errorf("%s: the engine says %v", action.String(), always)
			}
			if always {
				found++
			}
		}
	}
	if found != 2 || policy.Unconditional(strings.ToLower("sts:GetCallerIdentity")) {
		t.Errorf("%d actions are always allowed", found)
	}
}
