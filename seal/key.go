package seal

import (
	"fmt"
	"io"
)

// key is 256 bits behind a pointer to a string: the one form that fmt never prints by reflection, whatever the verb and
// however deep it lies in unexported fields, where it asks no method.
type key struct {
	raw *string
}

func keyOf(raw []byte) key {
	text := string(raw)
	return key{raw: &text}
}

func newKey(chance io.Reader) key {
	raw := make([]byte, keySize)
	if _, err := io.ReadFull(chance, raw); err != nil {
		panic(fmt.Errorf("read random bytes: %w", err))
	}
	return keyOf(raw)
}
