package idtoken

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"encoding/base64"
	"errors"
	"fmt"
	"math/big"

	"github.com/go-json-experiment/json"
)

// Limits of a set of keys: AWS takes 100 of each kind. A larger modulus costs more than a token is worth.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
const (
	maxKeys    = 100
	minModulus = 2048
	maxModulus = 8192
)

// Keys are the public keys of an issuer, by their IDs.
type Keys struct{ byID map[string]key }

type key struct {
	public    crypto.PublicKey
	algorithm string // the only one that the key is for; empty: any of its kind
}

// jwk is a key as RFC 7517 and RFC 7518 write it.
type jwk struct {
	Type      string `json:"kty"`
	ID        string `json:"kid"`
	Use       string `json:"use"`
	Algorithm string `json:"alg"`
	Private   string `json:"d"`
	Modulus   string `json:"n"`
	Exponent  string `json:"e"`
	Curve     string `json:"crv"`
	X         string `json:"x"`
	Y         string `json:"y"`
}

// ParseKeys reads a JSON Web Key Set. Keys of other kinds than RSA and EC, and those that are for encryption, are passed over.
func ParseKeys(text []byte) (*Keys, error) {
	var set struct {
		Keys []jwk `json:"keys"`
	}
	if err := json.Unmarshal(text, &set); err != nil {
		return nil, fmt.Errorf("no JSON Web Key Set: %w", err)
	}
	keys, count := &Keys{byID: map[string]key{}}, map[string]int{}
	for i := range set.Keys {
		k := &set.Keys[i]
		if k.Use != "" && k.Use != "sig" || k.Type != "RSA" && k.Type != "EC" {
			continue
		}
		public, err := k.public()
		if err != nil {
			return nil, fmt.Errorf("key %q: %w", k.ID, err)
		}
		if _, twice := keys.byID[k.ID]; twice {
			return nil, fmt.Errorf("two keys have the kid %q", k.ID)
		}
		if count[k.Type]++; count[k.Type] > maxKeys {
			return nil, fmt.Errorf("there are more than %d keys of the kind %s", maxKeys, k.Type)
		}
		keys.byID[k.ID] = key{public: public, algorithm: k.Algorithm}
	}
	if len(keys.byID) == 0 {
		return nil, errors.New("no key of the kinds RSA and EC that is for signatures")
	}
	return keys, nil
}

func (k *jwk) public() (crypto.PublicKey, error) {
	if k.Private != "" {
		return nil, errors.New("it is a private key: give the public one")
	}
	if k.Type == "RSA" {
		return k.rsa()
	}
	return k.ec()
}

func (k *jwk) rsa() (*rsa.PublicKey, error) {
	modulus, err := number(k.Modulus)
	if err != nil {
		return nil, err
	}
	exponent, err := number(k.Exponent)
	if err != nil {
		return nil, err
	}
	if bits := modulus.BitLen(); bits < minModulus || bits > maxModulus {
		return nil, fmt.Errorf("its modulus has %d bits: from %d to %d are taken", bits, minModulus, maxModulus)
	}
	if !exponent.IsInt64() || exponent.Int64() < 3 || exponent.Int64() > 1<<31-1 || exponent.Bit(0) == 0 {
		return nil, errors.New("its exponent is none")
	}
	return &rsa.PublicKey{N: modulus, E: int(exponent.Int64())}, nil
}

func number(text string) (*big.Int, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) == 0 {
		return nil, errors.New("its numbers are not in base64url")
	}
	return new(big.Int).SetBytes(raw), nil
}

var curves = map[string]elliptic.Curve{"P-256": elliptic.P256(), "P-384": elliptic.P384(), "P-521": elliptic.P521()}

func (k *jwk) ec() (*ecdsa.PublicKey, error) {
	curve, ok := curves[k.Curve]
	if !ok {
		return nil, fmt.Errorf("its curve %q is not known: give P-256, P-384 or P-521", k.Curve)
	}
	size := (curve.Params().BitSize + 7) / 8
	point := make([]byte, 1+2*size)
	point[0] = 4 // uncompressed
	for i, text := range []string{k.X, k.Y} {
		coordinate, err := number(text)
		if err != nil {
			return nil, err
		}
		if coordinate.BitLen() > 8*size {
			return nil, errors.New("it is no point of its curve")
		}
		coordinate.FillBytes(point[1+i*size : 1+(i+1)*size])
	}
	public, err := ecdsa.ParseUncompressedPublicKey(curve, point)
	if err != nil {
		return nil, errors.New("it is no point of its curve")
	}
	return public, nil
}
