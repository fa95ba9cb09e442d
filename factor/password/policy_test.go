package password_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/factor/password"
)

func TestAPolicyNamesEveryRuleThatIsBroken(t *testing.T) {
	all := password.Policy{MinLength: 6, Upper: true, Lower: true, Digit: true, Symbol: true}
	for _, c := range []struct {
		policy   password.Policy
		password string
		want     string // words of the rules, in order; empty: fine
	}{
		{password.Default, "Abcdef12", ""},
		{password.Default, "abcdef1!", ""},
		{password.Default, "ABCDEF1!", ""},
		{password.Default, "Abcdefg|", ""},
		{password.Default, "Abcdefg'", ""},
		{password.Default, "Abcdef1", "at least 8"},
		{password.Default, "abcdefgh", "at least 3"},
		{password.Default, "Abcdefgh", "at least 3"},
		{password.Default, "Abcdefg~", "at least 3"},
		{password.Default, "Äbcdefg1", "at least 3"},
		{password.Default, "Abcdefg١", "at least 3"},
		{password.Default, "abc", "at least 8,at least 3"},
		{password.Default, "Aa1" + strings.Repeat("x", 126), "at most 128"},
		{password.Default, "Aa1" + strings.Repeat("ü", 125), ""},
		{all, "aB3!xx", ""},
		{all, "aB3!x", "at least 6"},
		{all, "ab3!xx", "uppercase"},
		{all, "AB3!XX", "lowercase"},
		{all, "aBc!xx", "digit"},
		{all, "aB3xxx", "symbol"},
		{all, "", "at least 6,uppercase,lowercase,digit,symbol"},
		{password.Policy{MinLength: 6}, "      ", ""},
		{password.Policy{MinLength: 6}, "a\u0308\u0308a\u0308a", "at least 6"},
	} {
		var rules []string
		var violation *password.Violation
		if err := c.policy.Check(c.password, "other", ""); errors.As(err, &violation) {
			rules = violation.Rules
		} else if err != nil {
			t.Fatal(err)
		}
		var want []string
		if c.want != "" {
			want = strings.Split(c.want, ",")
		}
		if len(rules) != len(want) {
			t.Errorf("%q: %q, want %q", c.password, rules, want)
			continue
		}
		for i, rule := range rules {
			if !strings.Contains(rule, want[i]) {
				t.Errorf("%q: %q, want %q", c.password, rule, want[i])
			}
		}
	}
}

func TestTheAccountsNameIsNoPassword(t *testing.T) {
	for _, text := range []string{"Example-Corp1", "example-corp1", "123456789012"} {
		if err := (password.Policy{}).Check(text, "Example-Corp1", "123456789012"); err == nil {
			t.Errorf("%q is taken for a password", text)
		}
	}
	if err := (password.Policy{}).Check("Example-Corp2", "Example-Corp1", ""); err != nil {
		t.Error(err)
	}
}

func TestGeneratedPasswordsSatisfyTheirPolicy(t *testing.T) {
	seen := map[string]bool{}
	for _, policy := range []password.Policy{
		{},
		password.Default,
		{MinLength: 6, Upper: true, Lower: true, Digit: true, Symbol: true},
		{MinLength: 128, Upper: true, Lower: true, Digit: true, Symbol: true, Kinds: 4},
	} {
		for range 500 {
			text := password.Generate(rand.Reader, policy)
			if err := errors.Join(policy.Check(text), password.Default.Check(text)); err != nil {
				t.Fatal(err)
			}
			if len(text) < 20 || strings.ContainsAny(text, "0O1lI $'\"\\`") || seen[text] {
				t.Fatal("a generated password is short, hard to copy, or was made before")
			}
			seen[text] = true
		}
	}
}
