package policy_test

import (
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

// anyWord knows every name.
var anyWord = policy.Vocabulary{
	Service: func(string) bool { return true },
	Action:  func(string) bool { return true },
	Key:     func(string) (known, multi bool) { return true, false },
}

func FuzzEveryFindingLiesInTheDocument(f *testing.F) {
	for _, seed := range []string{
		`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}`,
		`{"Statement":{"NotAction":[],"Resource":"arn:aws:s3:::${","Condition":{"Bool":{"a":[true,"x"]},"Nope":{"aws:b":1}}}}`,
		`{"Statement":{"Principal":{"AWS":["*",""]},"Action":["*","a:"],"NotResource":["","arn"]}}`, "", "{", `{"Version":`,
	} {
		f.Add(seed, byte(policy.Identity))
		f.Add(seed, byte(policy.Trust))
	}
	f.Fuzz(func(t *testing.T, text string, kind byte) {
		found := policy.Validate(text, policy.Kind(kind)%(policy.Endpoint+1), anyWord)
		for i, finding := range found {
			if finding.Code == "" || finding.Details == "" || finding.Span.Start < 0 || finding.Span.End < finding.Span.Start || finding.Span.End > len(text) {
				t.Errorf("finding %+v about %q", finding, text)
			}
			if i > 0 && found[i-1].Span.Start > finding.Span.Start {
				t.Errorf("findings about %q are out of order", text)
			}
		}
	})
}

func TestWhatIdentityPoliciesMayNotSayHasAnError(t *testing.T) {
	for _, text := range []string{
		`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam","Resource":"*"}}`,
		`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*"}}`,
		`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetUser"}}`,
		`{"Version":"2012-10-17","Statement":{"Effect":"permit","Action":"iam:GetUser","Resource":"*"}}`,
		`{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:GetUser","Resource":"*","Condition":{"Is":{"aws:a":"b"}}}}`,
		`{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:GetUser","Resource":"user"}}`,
		`{"Version":"2012-10-17","Statement":[]}`,
		`[]`,
	} {
		if policy.CheckIdentity(text) == nil {
			t.Errorf("CheckIdentity takes %s", text)
		}
		found := policy.Validate(text, policy.Identity, anyWord)
		if len(found) == 0 || found[0].Type != policy.FindingError {
			t.Errorf("%s is found to be %+v", text, found)
		}
	}
}
