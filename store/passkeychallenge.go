package store

import "github.com/cardea-iam/cardea/identity"

// PasskeyChallenges are by purpose: a newer one takes the place of an older one for the same.
var PasskeyChallenges = NewTable("passkeychallenge", func(p *identity.PasskeyChallenge) string { return p.Purpose })

// TakePasskeyChallenge takes the challenge for a purpose out of the store: nobody gets it twice. ok is false if there is none.
func TakePasskeyChallenge(tx *Tx, purpose string) (taken *identity.PasskeyChallenge, ok bool) {
	if taken, ok = PasskeyChallenges.Get(tx, purpose); ok {
		PasskeyChallenges.Delete(tx, purpose)
	}
	return taken, ok
}
