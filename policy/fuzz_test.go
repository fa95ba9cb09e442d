package policy_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cardea-iam/cardea/policy"
)

// Whatever the text, Parse answers a document that prints back equal and compiles, or an error with a place; and what a check takes, Parse takes.
func FuzzParse(f *testing.F) {
	for _, text := range append(printed, forceMFA, ec2FullAccess, `{"Statement":[{"Effect":"Allow"`, `{"Statement":[[[[`, "\ufeff{}") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := policy.Parse(text)
		for name, check := range map[string]func(string) error{"identity": policy.CheckIdentity, "session": policy.CheckSession, "trust": policy.CheckTrust} {
			if checked := check(text); checked == nil && err != nil {
				t.Errorf("the %s check takes what Parse refuses: %v", name, err)
			}
		}
		if err != nil {
			return
		}
		again, err := policy.Parse(d.String())
		if err != nil || !again.Equal(d) {
			t.Errorf("prints as %s: %v", d, err)
		}
		if p := policy.Compile(d); len(p.Rules) != len(d.Statements) {
			t.Errorf("%d rules for %d statements", len(p.Rules), len(d.Statements))
		}
	})
}

// glob matches as plainly as can be: by recursion.
func glob(pattern, text string) bool {
	if pattern == "" {
		return text == ""
	}
	switch pattern[0] {
	case '*':
		return glob(pattern[1:], text) || text != "" && glob(pattern, text[1:])
	case '?':
		_, n := utf8.DecodeRuneInString(text)
		return n > 0 && glob(pattern[1:], text[n:])
	}
	return text != "" && pattern[0] == text[0] && glob(pattern[1:], text[1:])
}

// StringLike agrees with the plainest of matchers.
func FuzzMatch(f *testing.F) {
	for _, seed := range [][2]string{{"*", ""}, {"a*b?c", "axxbyc"}, {"*ab*ba", "aba"}, {"?*?", "é"}, {"a*a*a", "aa"}, {"*a?b*", "aabab"}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if len(pattern) > 12 || len(text) > 16 || !printable(pattern) || !printable(text) || strings.Contains(pattern, "${") {
			return // too long for the plain matcher, or not of the language
		}
		quoted, err := json.Marshal(pattern)
		if err != nil {
			t.Fatal(err)
		}
		q := question{context: map[string]any{"x:key": text}, identity: ids(allow(when(`{"StringLike":{"x:key":` + string(quoted) + `}}`)))}
		if got, want := q.decide(t).Outcome == isAllowed, glob(pattern, text); got != want {
			t.Errorf("%q on %q: %v, want %v", pattern, text, got, want)
		}
	})
}

// printable reports whether a policy may hold the text.
func printable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > 0xff })
}

// Whatever the policy and the request, Decide and Explain agree, and a Deny of everything wins.
func FuzzDecide(f *testing.F) {
	f.Add(forceMFA, "iam:ChangePassword", mine, "aws:username", "ann")
	f.Add(doc(allow(when(`{"ForAnyValue:StringLike":{"x:key":"a*"}}`))), "s3:GetObject", "*", "x:key", "a")
	f.Add(doc(allow(on("arn:aws:s3:::${x:key, 'd'}*?"))), "s3:GetObject", "arn:aws:s3:::d", "x:key", "")
	f.Fuzz(func(t *testing.T, text, action, resource, key, value string) {
		d, err := policy.Parse(text)
		if err != nil {
			return
		}
		p := policy.Attached{Policy: policy.Compile(d)}
		r := new(policy.Request)
		r.SetPrincipal(ann)
		r.SetAction(action)
		r.SetResource(resource)
		r.ResourceAccount = here
		r.Set(key, value)
		set := &policy.Set{Identity: policy.NewLayer(policy.Identity, p), Resource: policy.NewLayer(policy.Resource, p)}
		one := policy.Decide(set, r)
		if e := policy.Explain(set, r); e.Decision != one {
			t.Errorf("Explain decides %+v, Decide %+v", e.Decision, one)
		}
		set.Boundary = layer(t, policy.Boundary, doc(denyAll))
		if d := policy.Decide(set, r); d.Outcome != isDenied && !strings.HasPrefix(strings.ToLower(action), "sts:get") && !strings.HasPrefix(strings.ToLower(action), "iam:") {
			t.Errorf("a Deny of everything gives %v", d.Outcome)
		}
	})
}

// Whatever the line, the door answers one JSON object.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte(line(askAnn, `,"identityPolicies":[`+doc(allowAll)+`]`)))
	f.Add([]byte(`{"id":"\ud800"}`))
	f.Fuzz(func(t *testing.T, question []byte) {
		if got := policy.Answer(question); !json.Valid(got) || got[0] != '{' || strings.Contains(string(got), "\n") {
			t.Errorf("answers %s", got)
		}
	})
}
