package sigv4

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/cardea-iam/cardea/seal"
)

// SigningKey is what signs for one secret, day, region and service. It prints as ***. The zero value stands for a key
// that does not exist: nothing is signed by it.
type SigningKey struct {
	raw *string // a pointer to a string: the one form that fmt never follows inside another value
}

// Derive makes the signing key of a secret for the scope of a request. An empty secret gives the zero SigningKey.
// Source: "Create a signed AWS API request", step 4.
func Derive(secret seal.Secret, s *Signed) SigningKey {
	if secret.IsZero() {
		return SigningKey{}
	}
	key := sum([]byte("AWS4"+secret.Reveal()), []byte(s.ScopeDate))
	key = sum(key, []byte(s.Region))
	key = sum(key, []byte(s.Service))
	raw := string(sum(key, []byte(terminator)))
	return SigningKey{raw: &raw}
}

func sum(key, text []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(text)
	return mac.Sum(nil)
}

// IsZero reports whether the key stands for one that does not exist.
func (k SigningKey) IsZero() bool { return k.raw == nil }

// Format prints *** whatever the verb.
func (k SigningKey) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "***") }

// MarshalText is ***.
func (k SigningKey) MarshalText() ([]byte, error) { return []byte("***"), nil }
