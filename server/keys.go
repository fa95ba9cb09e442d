package server

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/store"
)

// openRing opens the keyring of the store with the key file. A store without one gets a new one, and the key file is made if there is none; a server in memory
// has no key file.
func openRing(ctx context.Context, cell *store.Store, keyFile string) (*seal.Keyring, error) {
	var wrapped []byte
	err := cell.View(ctx, func(tx *store.Tx) error {
		if row, ok := store.Keyring.Get(tx, store.KeyringKey); ok {
			wrapped = row.Wrapped
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	root, err := rootKey(keyFile, wrapped != nil)
	if err != nil {
		return nil, err
	}
	if wrapped != nil {
		return seal.OpenKeyring(root, wrapped)
	}
	ring, wrapped, err := seal.NewKeyring(root, rand.Reader)
	if err != nil {
		return nil, err
	}
	return ring, cell.Update(ctx, func(tx *store.Tx) error {
		store.Keyring.Put(tx, &identity.Keyring{Wrapped: wrapped})
		return nil
	})
}

func rootKey(keyFile string, mustExist bool) (seal.RootKey, error) {
	if keyFile == "" {
		return seal.NewRootKey(rand.Reader), nil
	}
	root, err := seal.ReadKeyFile(keyFile)
	if !errors.Is(err, fs.ErrNotExist) {
		return root, err
	}
	if mustExist {
		return seal.RootKey{}, fmt.Errorf("the data is sealed, and its key file %s is not there: put it back from your copy, or name it with --key-file", keyFile)
	}
	return seal.CreateKeyFile(keyFile, rand.Reader)
}
