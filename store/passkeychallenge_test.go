package store_test

import (
	"testing"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

func TestAChallengeIsTakenOnceAndTheNewestOnly(t *testing.T) {
	s := open(t)
	must(t, s.Update(t.Context(), func(tx *store.Tx) error {
		for _, of := range []struct{ purpose, challenge string }{{"ann", "first"}, {"bob", "his"}, {"ann", "second"}} {
			store.PasskeyChallenges.Put(tx, &identity.PasskeyChallenge{Purpose: of.purpose, Challenge: []byte(of.challenge)})
		}
		return nil
	}))
	must(t, s.Update(t.Context(), func(tx *store.Tx) error {
		if taken, ok := store.TakePasskeyChallenge(tx, "ann"); !ok || string(taken.Challenge) != "second" {
			t.Errorf("taken %+v, %v", taken, ok)
		}
		if taken, ok := store.TakePasskeyChallenge(tx, "ann"); ok {
			t.Errorf("taken again: %+v", taken)
		}
		if left := store.PasskeyChallenges.Len(tx); left != 1 {
			t.Errorf("%d challenges are left, want bob's", left)
		}
		return nil
	}))
}
