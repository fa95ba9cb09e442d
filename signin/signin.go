// Package signin is how a person comes in with a browser: the password, then a second factor, then a session, or a session of a role whose credentials somebody hands over; how a session ends,
// and how it switches to a role; and how a program signs in by a person's consent. Each
// step is an operation like any other: one transaction, one record, throttled in the store. No protocol carries them; the browser door calls them.
//
// # What a stranger learns
//
// Nothing: an account that does not exist, a user who does not, one without a password, a wrong password, one that came too often and a wrong code are answered by the same
// words, after the same work. Which of them it was stands in the audit log.
//
// # What is stored
//
// Of each cookie only a digest. A new cookie is made at every step, and the one before opens nothing any more.
package signin

import (
	"slices"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/service"
)

// Name is the service's name, in records and rules.
const Name = "signin"

// Table is every operation.
func Table() service.Table {
	return service.Table{Service: Name, Operations: slices.Concat(
		passwordOperations, codeOperations, passkeyOperations, passkeyRegistrationOperations, sessionOperations, roleOperations, federationOperations, oauthOperations,
	)}
}

// asksNothing is for what everybody may do: begin to sign in, with proofs that the operation checks itself, and look after the sessions that are one's own.
func asksNothing[I any](*service.Call, *I) ([]access.Ask, error) { return nil, nil }
