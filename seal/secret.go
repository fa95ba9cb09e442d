package seal

import (
	"crypto/subtle"
	"fmt"
	"io"
	"log/slog"
)

const masked = "***"

func mask(w io.Writer) { _, _ = io.WriteString(w, masked) }

// Secret is a text that prints as *** everywhere: in fmt with every verb, in JSON, as text and in slog, also inside other
// values. Only Reveal gives it away, so that every place that does can be found. The zero value is no secret.
type Secret struct {
	text *string // a pointer: fmt prints the fields of unexported structs without asking their methods
}

// NewSecret makes a secret of a text.
func NewSecret(text string) Secret { return Secret{text: &text} }

// Reveal is the text.
func (s Secret) Reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

// IsZero reports whether there is no text, or an empty one.
func (s Secret) IsZero() bool { return s.Reveal() == "" }

// Equal compares the texts in constant time; only their lengths can be learnt.
func (s Secret) Equal(other Secret) bool {
	return subtle.ConstantTimeCompare([]byte(s.Reveal()), []byte(other.Reveal())) == 1
}

// Format prints *** whatever the verb.
func (s Secret) Format(f fmt.State, _ rune) { mask(f) }

// String is ***.
func (s Secret) String() string { return masked }

// MarshalText is ***: encoders of JSON, XML and the like ask this.
func (s Secret) MarshalText() ([]byte, error) { return []byte(masked), nil }

// LogValue is ***.
func (s Secret) LogValue() slog.Value { return slog.StringValue(masked) }
