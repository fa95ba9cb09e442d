package access

import (
	"sync/atomic"

	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/seal"
)

// Keys is the keyring in force, and what is made with it: sealed secrets, peppers, tokens.
type Keys struct {
	ring atomic.Pointer[seal.Keyring]
}

// NewKeys begins with a ring.
func NewKeys(ring *seal.Keyring) *Keys {
	k := &Keys{}
	k.Replace(ring)
	return k
}

// Replace puts another ring in force: one that was rotated, or that of another store.
func (k *Keys) Replace(ring *seal.Keyring) { k.ring.Store(ring) }

// Ring is the ring in force.
func (k *Keys) Ring() *seal.Keyring { return k.ring.Load() }

// SealSecretKey seals the secret of an access key for its row.
func (k *Keys) SealSecretKey(account, keyID string, secret seal.Secret) ([]byte, error) {
	return k.Ring().Seal(place(account, "access-key", keyID, "secret"), []byte(secret.Reveal()))
}

// OpenSecretKey opens it.
func (k *Keys) OpenSecretKey(key *identity.AccessKey) (seal.Secret, error) {
	plain, err := k.Ring().Open(place(key.Account, "access-key", key.ID, "secret"), key.Secret)
	return seal.NewSecret(string(plain)), err
}

// SealSeed seals the seed of an MFA device for its row.
func (k *Keys) SealSeed(account, serial string, seed totp.Seed) ([]byte, error) {
	return k.Ring().Seal(place(account, "mfa-device", serial, "seed"), seed)
}

// OpenSeed opens it.
func (k *Keys) OpenSeed(device *identity.MFADevice) (totp.Seed, error) {
	return k.Ring().Open(place(device.Account, "mfa-device", device.Serial, "seed"), device.Seed)
}

// Pepper is the pepper of a version of the keyring, or the newest for 0: what a password.Hasher asks for.
func (k *Keys) Pepper(version uint32) (password.Pepper, error) {
	ring := k.Ring()
	if version == 0 {
		version = ring.Current()
	}
	key, err := ring.SubkeyVersion(version, "password pepper")
	return password.Pepper{Version: version, Key: key}, err
}
