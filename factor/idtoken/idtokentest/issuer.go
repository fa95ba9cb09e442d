// Package idtokentest is an issuer of ID tokens for tests: keys of both kinds, the key set that it publishes, and tokens with any header and claims.
package idtokentest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"maps"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/cardea-iam/cardea/factor/idtoken"
)

// Issuer signs tokens.
type Issuer struct {
	rsa *rsa.PrivateKey
	ec  map[string]*ecdsa.PrivateKey // by curve
	t   testing.TB
}

var sharedRSA = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

// New makes an issuer. Its RSA key is that of all issuers of the test program, its EC keys are its own.
func New(t testing.TB) *Issuer {
	t.Helper()
	i := &Issuer{ec: map[string]*ecdsa.PrivateKey{}, t: t}
	var err error
	if i.rsa, err = sharedRSA(); err != nil {
		t.Fatal(err)
	}
	for name, curve := range map[string]elliptic.Curve{"P-256": elliptic.P256(), "P-384": elliptic.P384(), "P-521": elliptic.P521()} {
		if i.ec[name], err = ecdsa.GenerateKey(curve, rand.Reader); err != nil {
			t.Fatal(err)
		}
	}
	return i
}

// KeySet is the JSON Web Key Set of the issuer: its keys are called RSA, P-256, P-384 and P-521.
func (i *Issuer) KeySet() []byte {
	keys := []map[string]string{{"kty": "RSA", "kid": "RSA", "use": "sig", "n": encode(i.rsa.N.Bytes()), "e": encode(big.NewInt(int64(i.rsa.E)).Bytes())}}
	for name, key := range i.ec {
		point, err := key.PublicKey.Bytes()
		if err != nil {
			i.t.Fatal(err)
		}
		half := len(point) / 2
		keys = append(keys, map[string]string{"kty": "EC", "kid": name, "crv": name, "x": encode(point[1 : 1+half]), "y": encode(point[1+half:])})
	}
	return i.json(map[string]any{"keys": keys})
}

// Keys are the issuer's keys as a server holds them.
func (i *Issuer) Keys() *idtoken.Keys {
	i.t.Helper()
	keys, err := idtoken.ParseKeys(i.KeySet())
	if err != nil {
		i.t.Fatal(err)
	}
	return keys
}

// Token is a token with some claims, signed in a way such as ES256, with changes to its header.
func (i *Issuer) Token(algorithm string, claims map[string]any, changes ...map[string]any) string {
	i.t.Helper()
	name := map[string]string{"ES256": "P-256", "ES384": "P-384", "ES512": "P-521"}[algorithm]
	header := map[string]any{"alg": algorithm, "typ": "JWT", "kid": name}
	if name == "" {
		header["kid"] = "RSA"
	}
	for _, change := range changes {
		maps.Copy(header, change)
	}
	return i.Sign(algorithm, string(i.json(header)), string(i.json(claims)))
}

// Sign makes a token of texts, whatever they are.
func (i *Issuer) Sign(algorithm, header, claims string) string {
	i.t.Helper()
	text := encode([]byte(header)) + "." + encode([]byte(claims))
	hash := map[string]crypto.Hash{"256": crypto.SHA256, "384": crypto.SHA384, "512": crypto.SHA512}[algorithm[2:]]
	h := hash.New()
	h.Write([]byte(text))
	sum := h.Sum(nil)
	if strings.HasPrefix(algorithm, "RS") {
		signature, err := rsa.SignPKCS1v15(rand.Reader, i.rsa, hash, sum)
		if err != nil {
			i.t.Fatal(err)
		}
		return text + "." + encode(signature)
	}
	key := i.ec[map[string]string{"ES256": "P-256", "ES384": "P-384", "ES512": "P-521"}[algorithm]]
	r, s, err := ecdsa.Sign(rand.Reader, key, sum)
	if err != nil {
		i.t.Fatal(err)
	}
	size := (key.Curve.Params().BitSize + 7) / 8
	return text + "." + encode(append(r.FillBytes(make([]byte, size)), s.FillBytes(make([]byte, size))...))
}

func (i *Issuer) json(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		i.t.Fatal(err)
	}
	return text
}

func encode(raw []byte) string { return base64.RawURLEncoding.EncodeToString(raw) }
