package sigv4

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"

	"github.com/cardea-iam/cardea/seal"
)

// SigningKey is what signs for one secret, day, region and service. It prints as ***. The zero value stands for a key
// that does not exist: nothing is signed by it.
type SigningKey struct {
	sign func(text []byte) []byte // the MAC of a text; a function, since that is what fmt never looks into
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
	return keyOf(sum(key, []byte(terminator)))
}

// keyOf takes a derived key in, once for all requests that it is to verify.
func keyOf(raw []byte) SigningKey {
	taken, ok := hmac.New(sha256.New, raw).(hash.Cloner)
	if !ok {
		panic("HMAC-SHA-256 cannot be cloned") // every hash of the standard library can, but for those of an old FIPS module
	}
	return SigningKey{sign: func(text []byte) []byte {
		mac, err := taken.Clone()
		if err != nil {
			panic(fmt.Errorf("clone HMAC-SHA-256: %w", err)) // unreachable: see above
		}
		mac.Write(text)
		return mac.Sum(nil)
	}}
}

func sum(key, text []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(text)
	return mac.Sum(nil)
}

// IsZero reports whether the key stands for one that does not exist.
func (k SigningKey) IsZero() bool { return k.sign == nil }

// Format prints *** whatever the verb.
func (k SigningKey) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "***") }

// MarshalText is ***.
func (k SigningKey) MarshalText() ([]byte, error) { return []byte("***"), nil }
