// Package dpop checks proofs that whoever sends a request holds a private key, as RFC 9449 has them. It keeps nothing: that a proof is good once is for the caller to see to.
package dpop

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"math/big"
	"net/url"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
)

// Window is how far the time of a proof may be from that of the server, to either side.
const Window = 5 * time.Minute

const (
	maxProof = 4 << 10
	maxID    = 256
	size     = 32 // of a coordinate of P-256, and of each half of a signature
)

// ErrProof means that a text is no proof for a request. What it is wrapped in says why, and holds nothing secret.
var ErrProof = errors.New("not a valid DPoP proof")

// Proof is what a proof has shown.
type Proof struct {
	Thumbprint string // of the key: RFC 7638
	ID         string // of the proof, as its maker has named it
	IssuedAt   time.Time
}

// header and claims are the parts of a proof. RFC 9449 section 4.2.
type header struct {
	Type      string   `json:"typ"`
	Algorithm string   `json:"alg"`
	Key       *jwk     `json:"jwk"`
	Critical  []string `json:"crit"`
}

type jwk struct {
	Type    string `json:"kty"`
	Curve   string `json:"crv"`
	X       string `json:"x"`
	Y       string `json:"y"`
	Private string `json:"d"`
}

type claims struct {
	ID       string `json:"jti"`
	Method   string `json:"htm"`
	URL      string `json:"htu"`
	IssuedAt int64  `json:"iat"`
}

// Verify checks a proof for a request: RFC 9449 section 4.3, with ES256 as the only algorithm.
func Verify(text, method, address string, now time.Time) (*Proof, error) {
	parts := strings.Split(text, ".")
	if len(text) > maxProof || len(parts) != 3 {
		return nil, because("it is not a JSON Web Token")
	}
	var h header
	var c claims
	if decode(parts[0], &h) != nil || decode(parts[1], &c) != nil {
		return nil, because("it is not a JSON Web Token")
	}
	if h.Type != "dpop+jwt" || h.Algorithm != "ES256" || len(h.Critical) > 0 {
		return nil, because("its header must say dpop+jwt and ES256")
	}
	key, thumbprint, err := h.Key.public()
	if err != nil {
		return nil, err
	}
	signature, err := base64.RawURLEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(signature) != 2*size {
		return nil, because("its signature is not one of ES256")
	}
	sum := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if !ecdsa.Verify(key, sum[:], new(big.Int).SetBytes(signature[:size]), new(big.Int).SetBytes(signature[size:])) {
		return nil, because("its signature is not that of its key")
	}
	at := time.Unix(c.IssuedAt, 0).UTC()
	switch {
	case c.ID == "" || len(c.ID) > maxID:
		return nil, because("its jti is missing or too long")
	case c.Method != method || !same(c.URL, address):
		return nil, because("its htm and htu must be those of the request: " + method + " " + address)
	case at.Before(now.Add(-Window)) || at.After(now.Add(Window)):
		return nil, because("its iat is too far from the time of the server, " + now.UTC().Format(time.RFC3339))
	}
	return &Proof{Thumbprint: thumbprint, ID: c.ID, IssuedAt: at}, nil
}

func because(why string) error { return fmt.Errorf("%w: %s", ErrProof, why) }

// decode reads one part. A name that comes twice is an error.
func decode(part string, into any) error {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(part)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, into)
}

// public is the key, with its thumbprint. A coordinate may lack the zeros that it begins with, as one client has them.
func (k *jwk) public() (*ecdsa.PublicKey, string, error) {
	if k == nil || k.Type != "EC" || k.Curve != "P-256" || k.Private != "" {
		return nil, "", because("its jwk must be a public key of the curve P-256")
	}
	point := make([]byte, 1+2*size)
	point[0] = 4 // uncompressed
	for i, text := range []string{k.X, k.Y} {
		raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
		if err != nil || len(raw) == 0 || len(raw) > size {
			return nil, "", because("its jwk is not a point of the curve P-256")
		}
		copy(point[1+(i+1)*size-len(raw):], raw)
	}
	key, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), point)
	if err != nil {
		return nil, "", because("its jwk is not a point of the curve P-256")
	}
	text := base64.RawURLEncoding.EncodeToString
	sum := sha256.Sum256([]byte(`{"crv":"P-256","kty":"EC","x":"` + text(point[1:1+size]) + `","y":"` + text(point[1+size:]) + `"}`))
	return key, text(sum[:]), nil
}

// same reports whether two addresses are one, apart from query and fragment.
func same(claimed, address string) bool {
	a, err := url.Parse(claimed)
	if err != nil || a.User != nil || a.Opaque != "" {
		return false
	}
	b, err := url.Parse(address)
	if err != nil {
		return false
	}
	return strings.EqualFold(a.Scheme, b.Scheme) && host(a) == host(b) && a.EscapedPath() == b.EscapedPath()
}

// host is where an address leads, with its port.
func host(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[strings.ToLower(u.Scheme)]
	}
	return strings.ToLower(u.Hostname()) + ":" + port
}
