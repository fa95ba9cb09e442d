package seal_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	mathrand "math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/seal"
)

var home = seal.Place{Cell: "123456789012", Key: "accesskey/AKIAEXAMPLE", Field: "secret", Version: 3}

const canary = "CANARY-wJalrXUtnFEMI-CANARY"

func newRing(t *testing.T) (*seal.Keyring, seal.RootKey, []byte) {
	t.Helper()
	root := seal.NewRootKey(rand.Reader)
	ring, wrapped, err := seal.NewKeyring(root, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return ring, root, wrapped
}

func mustSeal(t *testing.T, ring *seal.Keyring, at seal.Place, plain string) []byte {
	t.Helper()
	sealed, err := ring.Seal(at, []byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func opens(t *testing.T, ring *seal.Keyring, at seal.Place, sealed []byte, want string) {
	t.Helper()
	plain, err := ring.Open(at, sealed)
	if err != nil || string(plain) != want {
		t.Fatalf("opened %d bytes, %v; want what was sealed", len(plain), err)
	}
}

func TestWhatIsSealedOpensAtItsPlace(t *testing.T) {
	ring, root, wrapped := newRing(t)
	for _, text := range []string{"", "a", canary, strings.Repeat("x", 10_000)} {
		sealed := mustSeal(t, ring, home, text)
		opens(t, ring, home, sealed, text)
		again, err := seal.OpenKeyring(root, wrapped)
		if err != nil {
			t.Fatal(err)
		}
		opens(t, again, home, sealed, text)
	}
}

func TestASealedTextDoesNotShowTheSecret(t *testing.T) {
	ring, _, wrapped := newRing(t)
	sealed := mustSeal(t, ring, home, canary)
	if bytes.Contains(sealed, []byte(canary)) || bytes.Contains(sealed, []byte("CANARY")) || bytes.Contains(wrapped, []byte("CANARY")) {
		t.Error("the secret can be read in the sealed text")
	}
	if bytes.Equal(sealed, mustSeal(t, ring, home, canary)) {
		t.Error("the same text sealed twice looks the same")
	}
}

func TestEveryFlippedBitIsDetected(t *testing.T) {
	ring, root, wrapped := newRing(t)
	sealed := mustSeal(t, ring, home, canary)
	chance := mathrand.New(mathrand.NewPCG(1, 2))
	for range 1000 {
		bit := chance.IntN(len(sealed) * 8)
		if _, err := ring.Open(home, flipped(sealed, bit)); !errors.Is(err, seal.ErrDamaged) && !errors.Is(err, seal.ErrNoDataKey) {
			t.Fatalf("bit %d of the sealed text flipped: %v", bit, err)
		}
		bit = chance.IntN(len(wrapped) * 8)
		if _, err := seal.OpenKeyring(root, flipped(wrapped, bit)); !errors.Is(err, seal.ErrDamaged) && !errors.Is(err, seal.ErrWrongRootKey) {
			t.Fatalf("bit %d of the keyring flipped: %v", bit, err)
		}
	}
}

func flipped(text []byte, bit int) []byte {
	other := bytes.Clone(text)
	other[bit/8] ^= 1 << (bit % 8)
	return other
}

func TestACutTextIsRefused(t *testing.T) {
	ring, root, wrapped := newRing(t)
	sealed := mustSeal(t, ring, home, canary)
	for n := range sealed {
		if _, err := ring.Open(home, sealed[:n]); err == nil {
			t.Fatalf("the first %d bytes of a sealed text opened", n)
		}
	}
	for n := range wrapped {
		if _, err := seal.OpenKeyring(root, wrapped[:n]); err == nil {
			t.Fatalf("the first %d bytes of a keyring opened", n)
		}
	}
}

func TestASealedTextCannotBeMovedOrRolledBack(t *testing.T) {
	ring, _, _ := newRing(t)
	sealed := mustSeal(t, ring, home, canary)
	elsewhere := map[string]seal.Place{
		"another cell":          {Cell: "210987654321", Key: home.Key, Field: home.Field, Version: home.Version},
		"another key":           {Cell: home.Cell, Key: "accesskey/AKIAOTHER", Field: home.Field, Version: home.Version},
		"another field":         {Cell: home.Cell, Key: home.Key, Field: "seed", Version: home.Version},
		"an older version":      {Cell: home.Cell, Key: home.Key, Field: home.Field, Version: home.Version - 1},
		"a newer version":       {Cell: home.Cell, Key: home.Key, Field: home.Field, Version: home.Version + 1},
		"shifted between parts": {Cell: home.Cell + "a", Key: home.Key[1:], Field: home.Field, Version: home.Version},
		"field moved into key":  {Cell: home.Cell, Key: home.Key + home.Field, Version: home.Version},
	}
	for name, place := range elsewhere {
		if _, err := ring.Open(place, sealed); !errors.Is(err, seal.ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", name, err)
		}
	}
}

func TestAnotherInstallationsKeyIsRefusedByName(t *testing.T) {
	ring, _, wrapped := newRing(t)
	other := seal.NewRootKey(rand.Reader)
	_, err := seal.OpenKeyring(other, wrapped)
	if !errors.Is(err, seal.ErrWrongRootKey) || !strings.Contains(err.Error(), other.ID()) {
		t.Errorf("a foreign root key: %v", err)
	}
	if _, err := seal.OpenKeyring(seal.RootKey{}, wrapped); !errors.Is(err, seal.ErrWrongRootKey) {
		t.Errorf("no root key: %v", err)
	}
	otherRing, _, _ := newRing(t)
	if _, err := otherRing.Open(home, mustSeal(t, ring, home, canary)); !errors.Is(err, seal.ErrDamaged) {
		t.Errorf("a foreign keyring: %v", err)
	}
}

func TestRotationSealsWithTheNewKeyAndOpensTheOld(t *testing.T) {
	ring, root, _ := newRing(t)
	old := mustSeal(t, ring, home, canary)
	wrapped, err := ring.Rotate(rand.Reader).Wrap(root)
	if err != nil {
		t.Fatal(err)
	}
	rotated, err := seal.OpenKeyring(root, wrapped)
	if err != nil {
		t.Fatal(err)
	}
	fresh := mustSeal(t, rotated, home, canary)
	opens(t, rotated, home, old, canary)
	opens(t, rotated, home, fresh, canary)
	if v, _ := seal.DataKeyOf(old); v != 1 {
		t.Errorf("old text: data key %d, want 1", v)
	}
	if v, _ := seal.DataKeyOf(fresh); v != 2 {
		t.Errorf("new text: data key %d, want 2", v)
	}
	if _, err := ring.Open(home, fresh); !errors.Is(err, seal.ErrNoDataKey) {
		t.Errorf("a ring without the new key: %v", err)
	}
	dropped, err := rotated.Drop(1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := dropped.Open(home, old); !errors.Is(err, seal.ErrNoDataKey) {
		t.Errorf("a dropped key: %v", err)
	}
	if _, err := dropped.Drop(2); err == nil {
		t.Error("the key that seals could be dropped")
	}
	if got := rotated.Versions(); !slices.Equal(got, []uint32{1, 2}) {
		t.Errorf("Drop changed the ring it was asked of: %v", got)
	}
}

func TestAnotherRootKeyTakesOverByRewrapping(t *testing.T) {
	ring, old, wrapped := newRing(t)
	sealed := mustSeal(t, ring, home, canary)
	opened, err := seal.OpenKeyring(old, wrapped)
	if err != nil {
		t.Fatal(err)
	}
	root := seal.NewRootKey(rand.Reader)
	rewrapped, err := opened.Wrap(root)
	if err != nil {
		t.Fatal(err)
	}
	again, err := seal.OpenKeyring(root, rewrapped)
	if err != nil {
		t.Fatal(err)
	}
	opens(t, again, home, sealed, canary)
	if _, err := seal.OpenKeyring(old, rewrapped); !errors.Is(err, seal.ErrWrongRootKey) {
		t.Errorf("the old root key still opens: %v", err)
	}
}

func TestSubkeysAreStableForAVersionAndApartForAPurpose(t *testing.T) {
	ring, root, wrapped := newRing(t)
	again, err := seal.OpenKeyring(root, wrapped)
	if err != nil {
		t.Fatal(err)
	}
	tokens := ring.Subkey("session tokens")
	if len(tokens) != 32 || !bytes.Equal(tokens, again.Subkey("session tokens")) {
		t.Error("a subkey differs after a restart")
	}
	if bytes.Equal(tokens, ring.Subkey("password pepper")) {
		t.Error("two purposes share a key")
	}
	rotated := ring.Rotate(rand.Reader)
	if bytes.Equal(tokens, rotated.Subkey("session tokens")) {
		t.Error("rotation left the subkey as it was")
	}
	old, err := rotated.SubkeyVersion(1, "session tokens")
	if err != nil || !bytes.Equal(tokens, old) {
		t.Errorf("the subkey of version 1 differs after rotation: %v", err)
	}
	if _, err := ring.SubkeyVersion(2, "session tokens"); !errors.Is(err, seal.ErrNoDataKey) {
		t.Errorf("a version that does not exist: %v", err)
	}
}

func BenchmarkSeal64Bytes(b *testing.B) {
	ring, _, err := seal.NewKeyring(seal.NewRootKey(rand.Reader), rand.Reader)
	if err != nil {
		b.Fatal(err)
	}
	plain := make([]byte, 64)
	for b.Loop() {
		if _, err := ring.Seal(home, plain); err != nil {
			b.Fatal(err)
		}
	}
}
