package seal

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	rootIDSize = 8
	rootPrefix = "cardea-root-key-1"
)

// RootKey is the key that wraps the keyring. It prints as ***. The zero value is no key.
type RootKey struct {
	key key
}

// NewRootKey makes a root key. A source of chance that fails is fatal.
func NewRootKey(chance io.Reader) RootKey {
	return RootKey{key: newKey(chance)}
}

// ID names the key in messages and in status; it tells nothing about the key itself.
func (r RootKey) ID() string {
	id := r.id()
	return hex.EncodeToString(id[:])
}

func (r RootKey) id() (id [rootIDSize]byte) {
	if r.IsZero() {
		return id
	}
	derived, err := derive(r.key, infoName)
	if err != nil {
		panic(fmt.Errorf("name the root key: %w", err)) // unreachable: the length is fixed
	}
	copy(id[:], derived)
	return id
}

// IsZero reports whether there is no key.
func (r RootKey) IsZero() bool { return r.key.raw == nil }

// Format prints *** whatever the verb.
func (r RootKey) Format(s fmt.State, _ rune) { mask(s) }

// MarshalText answers ***: a key leaves only by its key file.
func (r RootKey) MarshalText() ([]byte, error) { return []byte(masked), nil }

// encode is the key's line in its file: what it is, its ID (so that a damaged file is told from a wrong one), the key.
func (r RootKey) encode() string {
	return strings.Join([]string{rootPrefix, r.ID(), base64.StdEncoding.EncodeToString([]byte(*r.key.raw))}, " ")
}

// parseRootKey reads the text of a key file: lines that begin with # and blank ones are skipped, one line is the key.
func parseRootKey(text string) (RootKey, error) {
	var found RootKey
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !found.IsZero() {
			return RootKey{}, errors.New("it holds more than one key")
		}
		key, err := decodeRootKey(line)
		if err != nil {
			return RootKey{}, err
		}
		found = key
	}
	if found.IsZero() {
		return RootKey{}, errors.New("it holds no key")
	}
	return found, nil
}

func decodeRootKey(line string) (RootKey, error) {
	parts := strings.Fields(line)
	if len(parts) != 3 || parts[0] != rootPrefix {
		return RootKey{}, fmt.Errorf("it is not a key file of this program: the key's line begins with %q", rootPrefix)
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(raw) != keySize {
		return RootKey{}, errors.New("the key in it is damaged: restore the file from your copy")
	}
	key := RootKey{key: keyOf(raw)}
	if key.ID() != parts[1] {
		return RootKey{}, errors.New("the key in it does not fit its own ID, so it is damaged: restore the file from your copy")
	}
	return key, nil
}
