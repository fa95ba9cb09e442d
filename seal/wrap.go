package seal

import (
	"encoding/binary"
	"fmt"
)

// A wrapped keyring is: format (1 byte), the root key's ID (8 bytes), and sealed by the root key: the version in force (4 bytes)
// and every data key as version (4 bytes) and key (32 bytes). It is sealed whole, so no key can be taken out, put back or
// put in force by somebody who lacks the root key.
const (
	wrapHeader = 1 + rootIDSize
	wrapEntry  = 4 + keySize
)

// Wrap seals the ring with a root key. To change the root key, open the ring with the old one and wrap it with the new.
func (k *Keyring) Wrap(root RootKey) ([]byte, error) {
	if root.IsZero() {
		return nil, fmt.Errorf("wrap the keyring: no root key")
	}
	plain := binary.BigEndian.AppendUint32(nil, k.current)
	for _, version := range k.Versions() {
		plain = binary.BigEndian.AppendUint32(plain, version)
		plain = append(plain, *k.keys[version].raw...)
	}
	box, err := derivedAEAD(root.key, infoRing)
	if err != nil {
		return nil, err
	}
	id := root.id()
	header := append([]byte{format}, id[:]...)
	return box.Seal(header, nil, plain, header), nil
}

// OpenKeyring opens a wrapped ring. Its errors are ErrWrongRootKey and ErrDamaged, with words on what to do.
func OpenKeyring(root RootKey, wrapped []byte) (*Keyring, error) {
	if root.IsZero() {
		return nil, fmt.Errorf("open the keyring: no root key: %w", ErrWrongRootKey)
	}
	if len(wrapped) < wrapHeader || wrapped[0] != format {
		return nil, fmt.Errorf("open the keyring: %w", ErrDamaged)
	}
	if id := root.id(); string(wrapped[1:wrapHeader]) != string(id[:]) {
		return nil, fmt.Errorf("open the keyring: it was wrapped by root key %x, and the key file holds %s: name the key file that belongs to this data: %w",
			wrapped[1:wrapHeader], root.ID(), ErrWrongRootKey)
	}
	box, err := derivedAEAD(root.key, infoRing)
	if err != nil {
		return nil, err
	}
	plain, err := box.Open(nil, nil, wrapped[wrapHeader:], wrapped[:wrapHeader])
	if err != nil {
		return nil, fmt.Errorf("open the keyring: %w", ErrDamaged)
	}
	return decodeRing(plain)
}

func decodeRing(plain []byte) (*Keyring, error) {
	if len(plain) < 4+wrapEntry || (len(plain)-4)%wrapEntry != 0 {
		return nil, fmt.Errorf("read the keyring: %w", ErrDamaged)
	}
	ring := &Keyring{current: binary.BigEndian.Uint32(plain), keys: map[uint32]key{}}
	for rest := plain[4:]; len(rest) > 0; rest = rest[wrapEntry:] {
		ring.keys[binary.BigEndian.Uint32(rest)] = keyOf(rest[4:wrapEntry])
	}
	if _, ok := ring.keys[ring.current]; !ok {
		return nil, fmt.Errorf("read the keyring: %w", ErrDamaged)
	}
	return ring, nil
}
