package store

import (
	"slices"

	"github.com/cardea-iam/cardea/identity"
)

// AuthorizationCodes are by ID.
var AuthorizationCodes = NewTable("authorizationcode", func(c *identity.AuthorizationCode) string { return c.ID })

// AuthorizationCodesByPerson finds the codes of a person.
var AuthorizationCodesByPerson = AuthorizationCodes.Index(func(c *identity.AuthorizationCode) []string { return some(c.Grant.Person) })

// Logins are by ID.
var Logins = NewTable("login", func(l *identity.Login) string { return l.ID })

// LoginsByPerson finds the logins of a person.
var LoginsByPerson = Logins.Index(func(l *identity.Login) []string { return some(l.Grant.Person) })

// EndLogin ends a login. The row stays, for its program to be told, until it is past its time.
func EndLogin(tx *Tx, login *identity.Login, why identity.LoginEnd) {
	if login.Ended != 0 {
		return
	}
	ended := *login
	ended.Ended, ended.Proofs = why, nil
	Logins.Put(tx, &ended)
}

// EndLogins ends the logins of a person, and takes away the codes for others.
func EndLogins(tx *Tx, person string, why identity.LoginEnd) { endLogins(tx, person, why, nil) }

// endLogins ends those that are meant; nil: all.
func endLogins(tx *Tx, person string, why identity.LoginEnd, meant func(*identity.Grant) bool) {
	for _, login := range slices.Collect(LoginsByPerson.All(tx, person)) {
		if meant == nil || meant(&login.Grant) {
			EndLogin(tx, login, why)
		}
	}
	for _, code := range slices.Collect(AuthorizationCodesByPerson.All(tx, person)) {
		if meant == nil || meant(&code.Grant) {
			AuthorizationCodes.Delete(tx, code.ID)
		}
	}
}
