package access

import (
	"time"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// browserCaller finds who a browser's session stands for now. A session that is over, whose user or login profile is gone, or whose role was switched from a session
// that is over, has expired: whatever the reason, the person has to sign in again.
func browserCaller(tx *store.Tx, id string, now time.Time) (*identity.Caller, error) {
	row, ok := store.BrowserSessions.Get(tx, id)
	if !ok || !row.Alive(now) {
		return nil, expiredToken()
	}
	switch {
	case row.Federated != nil: // nobody has signed in here
	case row.Parent != "":
		if _, err := browserCaller(tx, row.Parent, now); err != nil {
			return nil, err
		}
	default:
		if _, ok := store.LoginProfiles.Get(tx, row.Principal); !ok {
			return nil, expiredToken()
		}
	}
	session := sessionOf(row)
	caller, err := sessionCaller(tx, &Credential{KeyID: session.KeyID, Session: session}, now)
	if err != nil {
		return nil, expiredToken()
	}
	caller.Browser = row.ID
	return caller, nil
}

// sessionOf is what a browser's session lets its holder act as. A federated one stays what its credentials were made for, with their policies and tags and the time at
// which they were issued, by which they may be revoked; only its end is its own.
func sessionOf(row *identity.BrowserSession) *identity.Session {
	if row.Federated != nil {
		session := *row.Federated
		session.ExpiresAt = row.ExpiresAt
		return &session
	}
	return &identity.Session{
		Kind: row.Kind, Account: row.Account, Principal: row.Principal, IssuedAt: row.CreatedAt, ExpiresAt: row.ExpiresAt, MFAAt: row.MFAAt, Name: row.Name,
	}
}

// pendingCaller finds who a pending sign-in stands for, once every factor is proven.
func pendingCaller(tx *store.Tx, id string, now time.Time) (*identity.Caller, error) {
	row, ok := store.PendingSignIns.Get(tx, id)
	if !ok || !row.Proven {
		return nil, expiredToken()
	}
	session := &identity.Session{
		Kind: identity.PendingSession, Account: row.Account, Principal: row.Person, IssuedAt: row.StartedAt, ExpiresAt: row.ExpiresAt, MFAAt: row.MFAAt,
	}
	caller, err := sessionCaller(tx, &Credential{Session: session}, now)
	if err != nil {
		return nil, expiredToken()
	}
	caller.Browser = row.ID
	return caller, nil
}

// restrictStranger lets somebody who has proven nothing do nothing but sign in, and bring what an identity provider says of them.
func restrictStranger(service, operation string) error {
	if service == "signin" || service == "sts" && operation == "AssumeRoleWithWebIdentity" {
		return nil
	}
	return fault.New("MissingAuthenticationToken", fault.Forbidden, "Request is missing Authentication Token")
}

// restrictPending lets somebody whose password must be changed do nothing else.
func restrictPending(service, operation string) error {
	if service == "iam" && operation == "ChangePassword" {
		return nil
	}
	return expiredToken()
}
