// Package dpoptest is a program's key in a test: it makes the proofs that package dpop checks.
package dpoptest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"testing"
	"time"
)

// Key is a program's key.
type Key struct {
	t       testing.TB
	private *ecdsa.PrivateKey
}

// NewKey makes one.
func NewKey(t testing.TB) *Key {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return &Key{t, private}
}

// Proof is a new proof for a request.
func (k *Key) Proof(method, address string, now time.Time) string {
	k.t.Helper()
	return k.Sign(k.Header(), map[string]any{"jti": rand.Text(), "htm": method, "htu": address, "iat": now.Unix()})
}

// Header is the first part of a proof.
func (k *Key) Header() map[string]any {
	point := k.Point()
	text := base64.RawURLEncoding.EncodeToString
	return map[string]any{"typ": "dpop+jwt", "alg": "ES256", "jwk": map[string]any{"kty": "EC", "crv": "P-256", "x": text(point[1:33]), "y": text(point[33:])}}
}

// Point is the public key, uncompressed.
func (k *Key) Point() []byte {
	k.t.Helper()
	point, err := k.private.PublicKey.Bytes()
	if err != nil {
		k.t.Fatal(err)
	}
	return point
}

// Sign makes a proof of its parts, whatever they say.
func (k *Key) Sign(header, claims map[string]any) string {
	k.t.Helper()
	text := base64.RawURLEncoding.EncodeToString
	h, err := json.Marshal(header)
	if err != nil {
		k.t.Fatal(err)
	}
	c, err := json.Marshal(claims)
	if err != nil {
		k.t.Fatal(err)
	}
	signed := text(h) + "." + text(c)
	sum := sha256.Sum256([]byte(signed))
	r, s, err := ecdsa.Sign(rand.Reader, k.private, sum[:])
	if err != nil {
		k.t.Fatal(err)
	}
	return signed + "." + text(append(r.FillBytes(make([]byte, 32)), s.FillBytes(make([]byte, 32))...))
}

// PEM is the private key as AWS's clients keep it.
func (k *Key) PEM() string {
	k.t.Helper()
	der, err := x509.MarshalECPrivateKey(k.private)
	if err != nil {
		k.t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der}))
}
