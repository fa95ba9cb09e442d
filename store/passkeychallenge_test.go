package store_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func putChallenge(tx *store.Tx, purpose, challenge string, now time.Time) {
	store.PutPasskeyChallenge(tx, &identity.PasskeyChallenge{Purpose: purpose, Challenge: []byte(challenge), ExpiresAt: now.Add(identity.PasskeyTime)}, now)
}

func TestAChallengeIsTakenOnceAndTheNewestOnly(t *testing.T) {
	s := open(t)
	must(t, s.Update(t.Context(), func(tx *store.Tx) error {
		putChallenge(tx, "ann", "first", noon)
		putChallenge(tx, "bob", "his", noon)
		putChallenge(tx, "ann", "second", noon.Add(time.Second))
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

func TestChallengesThatNobodyAnswersGoAway(t *testing.T) {
	s := open(t)
	must(t, s.Update(t.Context(), func(tx *store.Tx) error {
		for i := range 100 {
			putChallenge(tx, fmt.Sprint("early", i), "x", noon)
		}
		later := noon.Add(identity.PasskeyTime)
		for i := range 7 {
			putChallenge(tx, fmt.Sprint("late", i), "x", later)
		}
		if left := store.PasskeyChallenges.Len(tx); left != 7 {
			t.Errorf("%d challenges are left, want the 7 that are alive", left)
		}
		return nil
	}))
}
