package seal

import (
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Keyring is a set of data keys. It never changes: Rotate and Drop answer another one, which the caller wraps, stores and
// only then puts in place of the old. It may be used by many goroutines and prints as ***.
type Keyring struct {
	current uint32
	keys    map[uint32]key
}

// NewKeyring makes a ring with one data key, version 1, and answers it together with its wrapped form, which is what is stored.
// A source of chance that fails is fatal: no key is better than one that can be guessed.
func NewKeyring(root RootKey, chance io.Reader) (*Keyring, []byte, error) {
	ring := &Keyring{current: 1, keys: map[uint32]key{1: newKey(chance)}}
	wrapped, err := ring.Wrap(root)
	return ring, wrapped, err
}

// Seal encrypts plain for its place with the newest data key. The same text sealed twice looks different.
func (k *Keyring) Seal(at Place, plain []byte) ([]byte, error) {
	header := binary.BigEndian.AppendUint32([]byte{format}, k.current)
	box, err := derivedAEAD(k.keys[k.current], at.info())
	if err != nil {
		return nil, err
	}
	sealed := append(make([]byte, 0, len(plain)+overhead), header...)
	return box.Seal(sealed, nil, plain, at.bound(header)), nil
}

// Open decrypts what was sealed for this very place, with whichever data key of the ring. Its errors are ErrDamaged and ErrNoDataKey.
func (k *Keyring) Open(at Place, sealed []byte) ([]byte, error) {
	version, err := DataKeyOf(sealed)
	if err != nil {
		return nil, err
	}
	key, ok := k.keys[version]
	if !ok {
		return nil, fmt.Errorf("data key %d: %w", version, ErrNoDataKey)
	}
	box, err := derivedAEAD(key, at.info())
	if err != nil {
		return nil, err
	}
	plain, err := box.Open(nil, nil, sealed[headerSize:], at.bound(sealed[:headerSize]))
	if err != nil {
		return nil, ErrDamaged
	}
	return plain, nil
}

// DataKeyOf tells which data key a text was sealed with, without opening it: rotation looks for what is still sealed with an old one.
func DataKeyOf(sealed []byte) (version uint32, err error) {
	if len(sealed) < overhead || sealed[0] != format {
		return 0, ErrDamaged
	}
	return binary.BigEndian.Uint32(sealed[1:headerSize]), nil
}

// Subkey derives 32 bytes from the newest data key for a purpose other than sealing records: a MAC, a pepper, a token.
// The answer is the same as long as Current is; whoever keeps something made with it keeps Current beside it and asks SubkeyVersion.
func (k *Keyring) Subkey(purpose string) []byte {
	key, err := k.SubkeyVersion(k.current, purpose)
	if err != nil {
		panic(fmt.Errorf("subkey for %s: %w", purpose, err)) // unreachable: the newest key is always there
	}
	return key
}

// SubkeyVersion derives the same from the data key of a version. It fails with ErrNoDataKey when that was dropped.
func (k *Keyring) SubkeyVersion(version uint32, purpose string) ([]byte, error) {
	key, ok := k.keys[version]
	if !ok {
		return nil, fmt.Errorf("data key %d: %w", version, ErrNoDataKey)
	}
	return derive(key, string(lengthPrefixed(nil, infoUse, purpose)))
}

// Current is the version of the data key that seals.
func (k *Keyring) Current() uint32 { return k.current }

// Versions are the versions of all data keys of the ring, oldest first.
func (k *Keyring) Versions() []uint32 { return slices.Sorted(maps.Keys(k.keys)) }

// Rotate answers a ring with one more data key, which seals from now on. What older keys sealed still opens.
func (k *Keyring) Rotate(chance io.Reader) *Keyring {
	next := &Keyring{current: k.current + 1, keys: maps.Clone(k.keys)}
	next.keys[next.current] = newKey(chance)
	return next
}

// Drop answers a ring without a data key that nothing is sealed with any more. The newest cannot be dropped.
func (k *Keyring) Drop(version uint32) (*Keyring, error) {
	if version == k.current {
		return nil, fmt.Errorf("data key %d seals: rotate before you drop it", version)
	}
	if _, ok := k.keys[version]; !ok {
		return nil, fmt.Errorf("data key %d: %w", version, ErrNoDataKey)
	}
	next := &Keyring{current: k.current, keys: maps.Clone(k.keys)}
	delete(next.keys, version)
	return next, nil
}

// Format prints *** whatever the verb.
func (k *Keyring) Format(s fmt.State, _ rune) { mask(s) }
