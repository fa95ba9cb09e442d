package totp

import (
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"strings"
)

const (
	seedSize    = 40 // 64 characters of base32, as AWS makes them
	minSeedSize = 16 // RFC 4226 section 4, R6
	maxSeedSize = 128
)

// ErrSeed means that a text is no seed: not base32, or too short or too long.
var ErrSeed = errors.New("the seed is not base32 text of 16 to 128 bytes")

// Seed is the shared secret of a generator. It prints as ***; Text shows it.
type Seed []byte

// NewSeed makes a seed of 320 bits. A source of chance that fails is fatal.
func NewSeed(chance io.Reader) Seed {
	seed := make(Seed, seedSize)
	if _, err := io.ReadFull(chance, seed); err != nil {
		panic(fmt.Errorf("read random bytes: %w", err))
	}
	return seed
}

// ParseSeed reads a seed as makers of tokens print it: base32 in either case, with or without blanks, hyphens and padding.
func ParseSeed(text string) (Seed, error) {
	bare := strings.NewReplacer(" ", "", "-", "").Replace(text)
	bare = strings.TrimRight(strings.ToUpper(bare), "=")
	seed, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(bare)
	if err != nil || len(seed) < minSeedSize || len(seed) > maxSeedSize {
		return nil, ErrSeed
	}
	return seed, nil
}

// Text is the seed in base32 without padding: what a person types into an app.
func (s Seed) Text() string {
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(s)
}

// URI is the address that an app scans: otpauth://totp/NAME@ACCOUNT?secret=SEED&issuer=ISSUER. Account is the account's alias, or
// its ID without one; the issuer may be empty. It contains the secret.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_VirtualMFADevice.html
func (s Seed) URI(name, account, issuer string) string {
	uri := "otpauth://totp/" + escape(name) + "@" + escape(account) + "?secret=" + s.Text()
	if issuer != "" {
		uri += "&issuer=" + escape(issuer)
	}
	return uri
}

// escape writes a blank as %20: some apps show a plus as it stands.
func escape(text string) string { return strings.ReplaceAll(url.QueryEscape(text), "+", "%20") }

// Format prints *** whatever the verb.
func (s Seed) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "***") }

// MarshalText is ***.
func (s Seed) MarshalText() ([]byte, error) { return []byte("***"), nil }

// LogValue is ***.
func (s Seed) LogValue() slog.Value { return slog.StringValue("***") }
