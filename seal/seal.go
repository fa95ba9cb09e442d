// Package seal keeps secrets at rest: what must be read back is sealed before it is stored, and only a ring of data keys,
// itself wrapped by a root key that lies outside the store, opens it again.
//
// # Keys
//
// The root key (RootKey) lives in a key file and wraps one thing: the keyring. The keyring (Keyring) holds 256-bit data keys,
// each with a version number. The newest one seals; all of them open. Every record is sealed with its own key, derived from
// the data key and the record's place, so the limits of random nonces never bite.
//
// # What a sealed text is bound to
//
// A sealed text opens only at the Place it was sealed for: cell, key, field and version. It cannot be moved to another
// record, and an older one cannot be put back in place of a newer one.
//
// # Rotation
//
// Rotate adds a data key, Drop removes one that nothing is sealed with any more, and Wrap under another root key
// changes the root key without touching a single record.
//
// This package stores nothing and knows no clock. Errors say what is wrong, never what was inside.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
)

// Errors of opening.
var (
	// ErrDamaged means that a sealed text was changed, cut, or sealed for another place.
	ErrDamaged = errors.New("the sealed text is damaged or belongs to another place")
	// ErrNoDataKey means that the text was sealed with a data key that this ring does not hold.
	ErrNoDataKey = errors.New("the data key that this was sealed with is not in the keyring")
	// ErrWrongRootKey means that the keyring was wrapped by another root key.
	ErrWrongRootKey = errors.New("the root key does not belong to this data")
)

const (
	keySize    = 32
	format     = 1                      // first byte of everything sealed here
	headerSize = 1 + 4                  // format, version of the data key
	overhead   = headerSize + 12 + 16   // header, nonce, tag
	infoRecord = "cardea seal 1 record" // what a derived key is for; never two of them alike
	infoUse    = "cardea seal 1 use"
	infoRing   = "cardea seal 1 keyring"
	infoName   = "cardea seal 1 root key id"
)

// Place is where a sealed text belongs. Two different places never share an encoding.
type Place struct {
	Cell    string // the account or installation
	Key     string // the record's key in its table, the table's name included
	Field   string
	Version uint64 // goes up when the secret is replaced; 0 where it never is
}

// bound is what the tag of a sealed text covers besides the text: header and place, each part with its length.
func (p Place) bound(header []byte) []byte {
	b := lengthPrefixed(nil, string(header), p.Cell, p.Key, p.Field)
	return binary.BigEndian.AppendUint64(b, p.Version)
}

// info names the record in the derivation of its key.
func (p Place) info() string { return string(lengthPrefixed(nil, infoRecord, p.Cell, p.Key)) }

func lengthPrefixed(b []byte, parts ...string) []byte {
	for _, part := range parts {
		b = binary.BigEndian.AppendUint32(b, uint32(len(part)))
		b = append(b, part...)
	}
	return b
}

// derive makes a 256-bit key for one use of a key. RFC 5869.
func derive(from key, info string) ([]byte, error) {
	derived, err := hkdf.Key(sha256.New, []byte(*from.raw), nil, info, keySize)
	if err != nil {
		return nil, fmt.Errorf("derive a key: %w", err)
	}
	return derived, nil
}

// derivedAEAD is the cipher of one use of a key: AES-256-GCM with a random nonce that it puts before the text and takes off again.
func derivedAEAD(from key, info string) (cipher.AEAD, error) {
	derived, err := derive(from, info)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(derived)
	if err != nil {
		return nil, fmt.Errorf("make the cipher: %w", err)
	}
	return cipher.NewGCMWithRandomNonce(block)
}
