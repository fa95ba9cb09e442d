// Package passkeytest is a security key in software, for tests: it answers what a browser with a key would, and, if told to, wrongly.
package passkeytest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"

	// The hashes that keys sign with.
	_ "crypto/sha1"
	_ "crypto/sha256"
	_ "crypto/sha512"

	"github.com/fxamacker/cbor/v2"
)

// Algorithm is a COSE algorithm. https://www.iana.org/assignments/cose/cose.xhtml
type Algorithm int

// Algorithms that a key can be made of.
const (
	ES256 Algorithm = -7
	EdDSA Algorithm = -8
	ES384 Algorithm = -35
	ES512 Algorithm = -36
	RS256 Algorithm = -257
	RS1   Algorithm = -65535 // with SHA-1: nobody may take it
)

// Key is one security key with one credential.
type Key struct {
	ID        []byte
	PublicKey []byte // COSE
	Count     uint32 // goes up with every use. Synced keys stay at 0: set Synced
	Synced    bool   // a passkey that its maker's service copies
	Owner     []byte // the user handle, if the key is one that tells it

	algorithm Algorithm
	signer    crypto.Signer
}

// New makes a key. It panics if the machine has no randomness.
func New(algorithm Algorithm) *Key {
	k := &Key{ID: make([]byte, 32), algorithm: algorithm}
	_, _ = rand.Read(k.ID)
	switch algorithm {
	case ES256:
		k.ec2(elliptic.P256(), 1)
	case ES384:
		k.ec2(elliptic.P384(), 2)
	case ES512:
		k.ec2(elliptic.P521(), 3)
	case EdDSA:
		public, private, err := ed25519.GenerateKey(rand.Reader)
		must(err)
		k.signer = private
		k.PublicKey = Encode(map[int]any{1: 1, 3: int(algorithm), -1: 6, -2: []byte(public)})
	default:
		k.rsa(2048)
	}
	return k
}

// NewRSA makes an RS256 key of that many bits.
func NewRSA(bits int) *Key {
	k := New(RS256)
	k.rsa(bits)
	return k
}

func (k *Key) ec2(curve elliptic.Curve, number int) {
	private, err := ecdsa.GenerateKey(curve, rand.Reader)
	must(err)
	point, err := private.PublicKey.Bytes() // 4, x, y
	must(err)
	half := (len(point) - 1) / 2
	k.signer = private
	k.PublicKey = Encode(map[int]any{1: 2, 3: int(k.algorithm), -1: number, -2: point[1 : 1+half], -3: point[1+half:]})
}

func (k *Key) rsa(bits int) {
	private, err := rsa.GenerateKey(rand.Reader, bits)
	must(err)
	k.signer = private
	k.PublicKey = Encode(map[int]any{1: 3, 3: int(k.algorithm), -1: private.N.Bytes(), -2: []byte{1, 0, 1}})
}

func (k *Key) sign(message []byte) []byte {
	hash := map[Algorithm]crypto.Hash{ES256: crypto.SHA256, ES384: crypto.SHA384, ES512: crypto.SHA512, RS256: crypto.SHA256, RS1: crypto.SHA1}[k.algorithm]
	digest := message // EdDSA hashes by itself
	if hash != 0 {
		h := hash.New()
		h.Write(message)
		digest = h.Sum(nil)
	}
	signature, err := k.signer.Sign(rand.Reader, digest, hash)
	must(err)
	return signature
}

// Encode is a value in the CBOR of CTAP2.
func Encode(value any) []byte {
	mode, err := cbor.CTAP2EncOptions().EncMode()
	must(err)
	out, err := mode.Marshal(value)
	must(err)
	return out
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
