// Package idtoken reads ID tokens of OpenID Connect issuers and checks their signatures with keys that it is given: it asks nobody for them. Whom a token is for,
// and whether it is in time, is for the caller to see to.
package idtoken

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	_ "crypto/sha256" // the hashes of the algorithms
	_ "crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Errors of tokens. None holds anything of the token but the name of a claim.
var (
	// ErrToken means that a text is no signed JSON Web Token.
	ErrToken = errors.New("not a signed JSON Web Token")
	// ErrKey means that the token names none of the keys.
	ErrKey = errors.New("the issuer has no such key")
	// ErrSignature means that the token was not signed with the key that it names.
	ErrSignature = errors.New("the signature is not that of the issuer's key")
)

// MissingError names a claim that a token must have and has not, or not in its form.
type MissingError struct{ Claim string }

func (e *MissingError) Error() string { return "the claim " + e.Claim + " is missing" }

// maxIssuer is how long the address of an issuer may be: as long as that of a provider.
const maxIssuer = 255

// Token is a token that was read. Nothing in it may be believed before Verify has.
type Token struct {
	Issuer, Subject string
	Audiences       []string
	Party           string    // azp; empty: none
	Methods         []string  // amr
	IssuedAt        time.Time // iat
	ExpiresAt       time.Time // exp
	NotBefore       time.Time // nbf; zero: none

	claims    map[string]jsontext.Value
	header    header
	signed    string
	signature []byte
}

type header struct {
	Algorithm string         `json:"alg"`
	KeyID     string         `json:"kid"`
	Critical  jsontext.Value `json:"crit"`
}

// Parse reads a token. Its errors are ErrToken and a *MissingError.
func Parse(text string) (*Token, error) {
	parts := strings.Split(text, ".")
	if len(parts) != 3 {
		return nil, ErrToken
	}
	t := &Token{signed: parts[0] + "." + parts[1]}
	signature, err := base64.RawURLEncoding.Strict().DecodeString(parts[2])
	if err != nil || decode(parts[0], &t.header) != nil || decode(parts[1], &t.claims) != nil || t.claims == nil || t.header.Critical != nil {
		return nil, ErrToken
	}
	t.signature = signature
	return t, t.read()
}

// decode reads one part. A name that comes twice is an error.
func decode(part string, into any) error {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(part)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, into)
}

// Has reports whether the token has a claim whose name begins so.
func (t *Token) Has(prefix string) bool {
	for name := range t.claims {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

func (t *Token) read() error {
	for _, claim := range []struct {
		name     string
		into     any
		optional bool
	}{
		{"iss", &t.Issuer, false},
		{"sub", &t.Subject, false},
		{"aud", (*texts)(&t.Audiences), false},
		{"exp", (*instant)(&t.ExpiresAt), false},
		{"iat", (*instant)(&t.IssuedAt), false},
		{"nbf", (*instant)(&t.NotBefore), true},
		{"azp", &t.Party, true},
		{"amr", (*texts)(&t.Methods), true},
	} {
		value, ok := t.claims[claim.name]
		if !ok && claim.optional {
			continue
		}
		if !ok || json.Unmarshal(value, claim.into) != nil {
			return &MissingError{claim.name}
		}
	}
	switch {
	case t.Issuer == "", len(t.Issuer) > maxIssuer:
		return &MissingError{"iss"}
	case t.Subject == "":
		return &MissingError{"sub"}
	case len(t.Audiences) == 0:
		return &MissingError{"aud"}
	}
	return nil
}

// texts is one text, or several.
type texts []string

func (t *texts) UnmarshalJSON(raw []byte) error {
	var one string
	if json.Unmarshal(raw, &one) == nil && raw[0] == '"' {
		*t = texts{one}
		return nil
	}
	var several []string
	err := json.Unmarshal(raw, &several)
	*t = several
	return err
}

// instant is a time as seconds since 1970, perhaps with a fraction.
type instant time.Time

func (i *instant) UnmarshalJSON(raw []byte) error {
	var seconds float64
	if err := json.Unmarshal(raw, &seconds); err != nil {
		return err
	}
	const latest = 1 << 40 // beyond it no calendar is meant
	if raw[0] == 'n' || math.IsNaN(seconds) || seconds < 0 || seconds > latest {
		return errors.New("no time")
	}
	*i = instant(time.Unix(int64(seconds), 0).UTC())
	return nil
}

// algorithm is a way to sign. RFC 7518 section 3.1.
type algorithm struct {
	hash  crypto.Hash
	curve string // empty: RSA with PKCS #1 v1.5
}

// algorithms are those that AWS takes. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
var algorithms = map[string]algorithm{
	"RS256": {crypto.SHA256, ""}, "RS384": {crypto.SHA384, ""}, "RS512": {crypto.SHA512, ""},
	"ES256": {crypto.SHA256, "P-256"}, "ES384": {crypto.SHA384, "P-384"}, "ES512": {crypto.SHA512, "P-521"},
}

// Verify checks the token's signature with the key that it names. Its errors are ErrKey and ErrSignature.
func (t *Token) Verify(keys *Keys) error {
	how, ok := algorithms[t.header.Algorithm]
	if !ok {
		return fmt.Errorf("%w: its algorithm is none of those that are taken", ErrSignature)
	}
	k, ok := keys.byID[t.header.KeyID]
	if !ok {
		return ErrKey
	}
	if k.algorithm != "" && k.algorithm != t.header.Algorithm {
		return fmt.Errorf("%w: its key is for another algorithm", ErrSignature)
	}
	h := how.hash.New()
	h.Write([]byte(t.signed))
	if !how.verify(k.public, h.Sum(nil), t.signature) {
		return ErrSignature
	}
	return nil
}

func (a algorithm) verify(public crypto.PublicKey, sum, signature []byte) bool {
	switch public := public.(type) {
	case *rsa.PublicKey:
		return a.curve == "" && rsa.VerifyPKCS1v15(public, a.hash, sum, signature) == nil
	case *ecdsa.PublicKey:
		size := (public.Curve.Params().BitSize + 7) / 8
		if a.curve != public.Curve.Params().Name || len(signature) != 2*size {
			return false
		}
		return ecdsa.Verify(public, sum, new(big.Int).SetBytes(signature[:size]), new(big.Int).SetBytes(signature[size:]))
	}
	return false
}
