package store

import (
	"time"

	"github.com/cardea-iam/cardea/identity"
)

// PasskeyChallenges are by the time at which they expire, the first one first.
var PasskeyChallenges = NewTable("passkeychallenge", PasskeyChallengeKey)

// PasskeyChallengesByPurpose finds the challenge that somebody has been given for a purpose. There is at most one.
var PasskeyChallengesByPurpose = PasskeyChallenges.Index(func(p *identity.PasskeyChallenge) []string { return some(p.Purpose) })

// PasskeyChallengeKey is the key of a challenge.
func PasskeyChallengeKey(p *identity.PasskeyChallenge) string {
	return p.ExpiresAt.UTC().Format("20060102T150405.000000000") + "/" + p.Purpose
}

// swept is how many rows a new challenge clears away at most: more than one, so that what was never answered does not pile up.
const swept = 16

// PutPasskeyChallenge stores a challenge in place of an older one for the same purpose, and clears away some that have expired.
func PutPasskeyChallenge(tx *Tx, fresh *identity.PasskeyChallenge, now time.Time) {
	cleared := 0
	for old := range PasskeyChallenges.Prefix(tx, "") {
		if now.Before(old.ExpiresAt) || cleared == swept {
			break
		}
		PasskeyChallenges.Delete(tx, PasskeyChallengeKey(old))
		cleared++
	}
	TakePasskeyChallenge(tx, fresh.Purpose)
	PasskeyChallenges.Put(tx, fresh)
}

// TakePasskeyChallenge takes the challenge for a purpose out of the store: nobody gets it twice. ok is false if there is none.
func TakePasskeyChallenge(tx *Tx, purpose string) (taken *identity.PasskeyChallenge, ok bool) {
	if taken, ok = PasskeyChallengesByPurpose.Get(tx, purpose); ok {
		PasskeyChallenges.Delete(tx, PasskeyChallengeKey(taken))
	}
	return taken, ok
}
