package password

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The kinds of character that a policy may ask for. Other characters are allowed and are of no kind.
const (
	uppers  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	lowers  = "abcdefghijklmnopqrstuvwxyz"
	digits  = "0123456789"
	symbols = "!@#$%^&*()_+-=[]{}|'"
)

// Policy is what a new password must be like. Age and reuse are not here: they need a clock and the former hashes (Hasher.Used).
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
type Policy struct {
	MinLength int // characters
	Upper     bool
	Lower     bool
	Digit     bool
	Symbol    bool
	Kinds     int // at least so many of the four kinds, whichever
}

// Default is the policy of an account that has set none.
var Default = Policy{MinLength: 8, Kinds: 3}

// Violation is a password that a policy refuses. Its text names every rule that it breaks, and never the password.
type Violation struct{ Rules []string }

func (v *Violation) Error() string {
	return "Password does not conform to the account password policy: " + strings.Join(v.Rules, "; ") + "."
}

// Check answers nil or a *Violation. The password must not be one of names (the account's alias and ID, in whatever case) either.
func (p Policy) Check(password string, names ...string) error {
	rules := p.broken(norm.NFC.String(password))
	for _, name := range names {
		if name != "" && strings.EqualFold(name, password) {
			rules = append(rules, "it must not be the name of the account")
			break
		}
	}
	if len(rules) > 0 {
		return &Violation{Rules: rules}
	}
	return nil
}

func (p Policy) broken(password string) (rules []string) {
	length := utf8.RuneCountInString(password)
	if length < p.MinLength {
		rules = append(rules, fmt.Sprintf("it must have at least %d characters", p.MinLength))
	}
	if length > MaxLength {
		rules = append(rules, fmt.Sprintf("it must have at most %d characters", MaxLength))
	}
	kinds := 0
	for _, kind := range []struct {
		characters string
		required   bool
		rule       string
	}{
		{uppers, p.Upper, "it must have an uppercase letter (A to Z)"},
		{lowers, p.Lower, "it must have a lowercase letter (a to z)"},
		{digits, p.Digit, "it must have a digit (0 to 9)"},
		{symbols, p.Symbol, "it must have a symbol (" + symbols + ")"},
	} {
		has := strings.ContainsAny(password, kind.characters)
		if has {
			kinds++
		}
		if kind.required && !has {
			rules = append(rules, kind.rule)
		}
	}
	if kinds < p.Kinds {
		rules = append(rules, fmt.Sprintf("it must have at least %d of uppercase letters, lowercase letters, digits and symbols (%s)", p.Kinds, symbols))
	}
	return rules
}

// generated are 64 characters: none is easily taken for another one, and none means anything to a shell between quotes.
const generated = "ABCDEFGHJKLMNPQRSTUVWXYZ" + "abcdefghijkmnopqrstuvwxyz" + "23456789" + "@#%+=-_"

// Generate makes a password of at least 20 characters (120 bits) that satisfies a policy and the default one too.
// A source of chance that fails, or repeats itself, is fatal.
func Generate(chance io.Reader, p Policy) string {
	length := min(max(20, p.MinLength), MaxLength)
	raw := make([]byte, length)
	for range 10_000 {
		if _, err := io.ReadFull(chance, raw); err != nil {
			panic(fmt.Errorf("read random bytes: %w", err))
		}
		for i, b := range raw {
			raw[i] = generated[b%64]
		}
		// Drawn again as a whole, not mended: so every password that fits is equally likely.
		if text := string(raw); p.Check(text) == nil && Default.Check(text) == nil {
			return text
		}
	}
	panic("make a password: the source of chance repeats itself")
}
