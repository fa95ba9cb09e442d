package store

import (
	"slices"

	"github.com/cardea-iam/cardea/identity"
)

// BrowserSessions are by ID.
var BrowserSessions = NewTable("browsersession", func(s *identity.BrowserSession) string { return s.ID })

// BrowserSessionsByPerson finds the sessions of who signed in: the user with a unique ID, or the root user by the account's number.
var BrowserSessionsByPerson = BrowserSessions.Index(func(s *identity.BrowserSession) []string { return some(s.Person) })

// PendingSignIns are by ID.
var PendingSignIns = NewTable("pendingsignin", func(p *identity.PendingSignIn) string { return p.ID })

// PendingSignInsByPerson finds the pending sign-ins of a person.
var PendingSignInsByPerson = PendingSignIns.Index(func(p *identity.PendingSignIn) []string { return some(p.Person) })

// KnownBrowsers are by OwnedKey(person, digest).
var KnownBrowsers = NewTable("knownbrowser", func(b *identity.KnownBrowser) string { return OwnedKey(b.Person, b.Digest) })

// EndSignIns ends every session and pending sign-in of a person but the one with the ID spared, and every login, because the password is another or there is none.
func EndSignIns(tx *Tx, person, spared string) {
	EndLogins(tx, person, identity.CredentialsReplaced)
	for _, session := range slices.Collect(BrowserSessionsByPerson.All(tx, person)) {
		if session.ID != spared {
			BrowserSessions.Delete(tx, session.ID)
		}
	}
	for _, pending := range slices.Collect(PendingSignInsByPerson.All(tx, person)) {
		if pending.ID != spared {
			PendingSignIns.Delete(tx, pending.ID)
		}
	}
}

// EndSignInsWith ends the sessions and pending sign-ins that a person has opened with an MFA device, but the one with the ID spared, and the logins from them.
func EndSignInsWith(tx *Tx, person, device, spared string) {
	endLogins(tx, person, identity.LoginRevoked, func(grant *identity.Grant) bool { return grant.Device == device })
	for _, session := range slices.Collect(BrowserSessionsByPerson.All(tx, person)) {
		if session.Device == device && session.ID != spared {
			BrowserSessions.Delete(tx, session.ID)
		}
	}
	for _, pending := range slices.Collect(PendingSignInsByPerson.All(tx, person)) {
		if pending.Device == device && pending.ID != spared {
			PendingSignIns.Delete(tx, pending.ID)
		}
	}
}
