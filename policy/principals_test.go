package policy_test

import (
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

const roleInARoot = "arn:aws:iam::" + here + ":role/R"

func TestWhomAPrincipalNamesAndWhatItGrants(t *testing.T) {
	bare := policy.Principal{Kind: policy.RoleSession, Account: here, ARN: "arn:aws:sts::" + here + ":assumed-role/r/s"}
	stranger := policy.Principal{Kind: policy.User, Account: there, ARN: "arn:aws:iam::" + there + ":user/ann", ID: "AIDASTRANGER"}
	provider := policy.Principal{Kind: policy.Provider, Name: "accounts.google.com"}
	canonical := policy.Principal{Kind: policy.Root, Account: there, ARN: "arn:aws:iam::" + there + ":root", CanonicalUser: "79a59d"}
	anonymous := policy.Principal{}
	const (
		none = iota
		byAccount
		byParent
		directly
	)
	for _, c := range []struct {
		principal string
		who       policy.Principal
		want      int
	}{
		{`"*"`, ann, directly},
		{`{"AWS":"*"}`, anonymous, directly},
		{`"*"`, service, directly},
		{`{"AWS":"` + here + `"}`, ann, byAccount},
		{`{"AWS":"arn:aws:iam::` + here + `:root"}`, roleSession, byAccount},
		{`{"AWS":"` + here + `"}`, stranger, none},
		{`{"AWS":"` + here + `"}`, service, none},
		{`{"AWS":"` + ann.ARN + `"}`, ann, directly},
		{`{"AWS":"arn:aws:iam::` + here + `:user/Ann"}`, ann, none},
		{`{"AWS":"` + ann.ARN + `"}`, federated, byParent},
		{`{"AWS":"` + ann.ARN + `"}`, stranger, none},
		{`{"AWS":"AIDAANN"}`, ann, directly},
		{`{"AWS":"AIDAOTHER"}`, ann, none},
		{`{"AWS":"AROAR"}`, roleSession, byParent},
		{`{"AWS":"` + roleSession.Parent + `"}`, roleSession, byParent},
		{`{"AWS":"arn:aws:iam::` + here + `:role/app/R"}`, roleSession, byParent},
		{`{"AWS":"` + roleInARoot + `"}`, roleSession, none},
		{`{"AWS":"` + roleInARoot + `"}`, bare, byParent},
		{`{"AWS":"` + roleSession.Parent + `"}`, bare, byParent},
		{`{"AWS":"arn:aws:iam::` + there + `:role/app/r"}`, roleSession, none},
		{`{"AWS":"` + roleSession.ARN + `"}`, roleSession, directly},
		{`{"AWS":"` + roleSession.ARN + `2"}`, roleSession, none},
		{`{"AWS":"` + federated.ARN + `"}`, federated, directly},
		{`{"AWS":"arn:aws:iam::` + here + `:user/*"}`, ann, none},
		{`{"AWS":"arn:aws:iam::` + here + `:group/g"}`, ann, none},
		{`{"Service":"ec2.amazonaws.com"}`, service, directly},
		{`{"Service":"s3.amazonaws.com"}`, service, none},
		{`{"Service":"*"}`, service, none},
		{`{"AWS":"ec2.amazonaws.com"}`, service, none},
		{`{"Federated":"accounts.google.com"}`, provider, directly},
		{`{"Service":"accounts.google.com"}`, provider, none},
		{`{"CanonicalUser":"79a59d"}`, canonical, directly},
		{`{"CanonicalUser":"79a59d"}`, ann, none},
		{`{"AWS":["` + here + `","` + ann.ARN + `"],"Service":"x.amazonaws.com"}`, ann, directly},
		{`{}`, ann, none},
	} {
		owner := or(c.who.Account, here)
		text := doc(`{"Effect":"Allow","Principal":` + c.principal + `,"Action":"*","Resource":"*"}`)
		// alone: only a direct grant suffices; limited: a boundary stands in the way of everything but that; with identity policies: any.
		alone := question{who: c.who, owner: owner, policy: text, session: doc(allowAll)}
		limited := question{who: c.who, owner: owner, policy: text, boundary: doc(allow(`"Action":"x:y","Resource":"*"`)), session: doc(allowAll)}
		key := question{who: c.who, owner: owner, action: "kms:Decrypt", resource: "arn:aws:kms:eu-west-1:" + owner + ":key/k", policy: text, identity: ids(allowAll), session: doc(allowAll)}
		isRoot := c.who.Kind == policy.Root
		for name, probe := range map[string]struct {
			q    question
			want bool
		}{
			"alone":   {alone, c.want >= byParent || isRoot},
			"limited": {limited, c.want == directly || isRoot},
			"key":     {key, c.want > none},
		} {
			if got := probe.q.decide(t).Outcome == isAllowed; got != probe.want {
				t.Errorf("%s for %+v, %s: %v, want %v", c.principal, c.who, name, got, probe.want)
			}
		}
	}
}

func TestNotPrincipalIsForEverybodyElse(t *testing.T) {
	for _, c := range []struct {
		listed    string
		who       policy.Principal
		boundary  string
		denied    bool // by NotPrincipal with Deny
		allowedBy bool // NotPrincipal with Allow
	}{
		{ann.ARN, ann, "", false, false},
		{"arn:aws:iam::" + here + ":user/bob", ann, "", true, true},
		{here, ann, "", false, false},
		{here, roleSession, "", false, false},
		{roleSession.Parent, roleSession, "", false, false},
		{roleSession.ARN, roleSession, "", true, false},
		{ann.ARN, federated, "", false, false},
		{federated.ARN, federated, "", true, false},
		{here, root, "", false, false},
		{"*", ann, "", false, false},
		{ann.ARN, ann, doc(allowAll), true, false},
		{"*", ann, doc(allowAll), true, false},
	} {
		rest := `"NotPrincipal":{"AWS":"` + c.listed + `"},"Action":"*","Resource":"*"`
		q := question{who: c.who, identity: ids(allowAll), boundary: c.boundary, session: doc(allowAll), policy: doc(deny(rest))}
		if got := q.decide(t).Outcome == isDenied; got != c.denied {
			t.Errorf("Deny NotPrincipal %s for %s: %v, want %v", c.listed, c.who.ARN, got, c.denied)
		}
		if c.who.Kind == policy.Root {
			continue
		}
		q = question{who: c.who, boundary: c.boundary, session: doc(allowAll), policy: doc(allow(rest))}
		if got := q.decide(t).Outcome == isAllowed; got != c.allowedBy {
			t.Errorf("Allow NotPrincipal %s for %s: %v, want %v", c.listed, c.who.ARN, got, c.allowedBy)
		}
	}
}
