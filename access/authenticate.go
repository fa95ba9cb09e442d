package access

import (
	"errors"
	"fmt"
	"time"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// Credential is what a caller has proven to hold: an access key, and for a temporary one the session that its token sealed; or the cookie of a browser.
type Credential struct {
	KeyID   string
	Session *identity.Session // nil: a long-term key

	Browser   string // ID of the browser session whose cookie was brought
	Pending   string // ID of the pending sign-in whose cookie was brought
	Anonymous bool   // nothing was proven: whoever signs in begins so
}

// Authenticate checks a signature: the key is known and active, the token is its own, the time is right and the signature is the secret's.
// Its errors are faults with the codes of the Query services; of a refusal nobody learns whether the key exists.
func (a *Access) Authenticate(tx *store.Tx, signed *sigv4.Signed, now time.Time) (*Credential, error) {
	credential, key, refusal := a.proof(tx, signed, now)
	err := signed.Verify(key, now, 0) // the same work for a key that nobody has
	if refusal != nil {
		return nil, refusal
	}
	if err != nil {
		return nil, err
	}
	return credential, nil
}

// proof finds what the signature must have been made with. An access key never gets another secret; two sessions may share a key by chance, so
// the tag at the end of their tokens tells them apart.
func (a *Access) proof(tx *store.Tx, signed *sigv4.Signed, now time.Time) (*Credential, sigv4.SigningKey, error) {
	credential, version := &Credential{KeyID: signed.AccessKeyID}, ""
	var secret func() (seal.Secret, error)
	if token := signed.SessionToken; token != "" {
		session, plain, err := a.openSession(signed.AccessKeyID, token, now)
		if err != nil {
			return nil, sigv4.SigningKey{}, sessionFault(err)
		}
		credential.Session, version = session, token[max(0, len(token)-24):]
		secret = func() (seal.Secret, error) { return plain, nil }
	} else {
		row, ok := store.AccessKeys.Get(tx, signed.AccessKeyID)
		if !ok || row.Status != identity.Active {
			return nil, sigv4.SigningKey{}, invalidToken()
		}
		secret = func() (seal.Secret, error) { return a.keys.OpenSecretKey(row) }
	}
	key, err := a.signing.Key(signed, version, secret)
	if err != nil {
		return nil, sigv4.SigningKey{}, fmt.Errorf("open the secret of access key %s: %w", signed.AccessKeyID, err)
	}
	return credential, key, nil
}

func sessionFault(err error) error {
	switch {
	case errors.Is(err, ErrExpired):
		return expiredToken()
	case errors.Is(err, ErrToken):
		return invalidToken().Because(err)
	}
	return err
}

// Lookup finds who holds a credential, as the transaction sees it: a deleted user, a re-created one of the same name, a key that was switched off since are
// refused as if the credential had never been.
func (a *Access) Lookup(tx *store.Tx, credential *Credential, now time.Time) (*identity.Caller, error) {
	switch {
	case credential.Session != nil:
		return sessionCaller(tx, credential, now)
	case credential.Browser != "":
		return browserCaller(tx, credential.Browser, now)
	case credential.Pending != "":
		return pendingCaller(tx, credential.Pending, now)
	case credential.Anonymous:
		return &identity.Caller{Kind: identity.Anonymous}, nil
	}
	key, ok := store.AccessKeys.Get(tx, credential.KeyID)
	if !ok || key.Status != identity.Active {
		return nil, invalidToken()
	}
	caller := &identity.Caller{Account: key.Account, KeyID: key.ID}
	if err := stand(tx, caller, key.Owner); err != nil {
		return nil, err
	}
	return caller, nil
}

func sessionCaller(tx *store.Tx, credential *Credential, now time.Time) (*identity.Caller, error) {
	session := credential.Session
	if !now.Before(session.ExpiresAt) || !loginAlive(tx, session, now) {
		return nil, expiredToken()
	}
	caller := &identity.Caller{Account: session.Account, KeyID: credential.KeyID, Session: session}
	switch session.Kind {
	case identity.RoleSession:
		role, ok := store.RolesByID.Get(tx, session.Principal)
		if !ok {
			return nil, invalidToken()
		}
		caller.Kind, caller.Role = identity.AssumedRole, role
		return caller, nil
	case identity.FederationSession:
		if err := stand(tx, caller, session.Principal); err != nil {
			return nil, err
		}
		caller.Kind = identity.FederatedUser
		return caller, nil
	}
	if err := stand(tx, caller, session.Principal); err != nil {
		return nil, err
	}
	return caller, nil
}

// stand finds the user, or root, that a credential belongs to.
func stand(tx *store.Tx, caller *identity.Caller, owner string) error {
	if owner == caller.Account {
		if _, ok := store.Accounts.Get(tx, owner); !ok {
			return invalidToken()
		}
		caller.Kind = identity.Root
		return nil
	}
	user, ok := store.UsersByID.Get(tx, owner)
	if !ok {
		return invalidToken()
	}
	caller.Kind, caller.User = identity.IAMUser, user
	return nil
}

func invalidToken() *fault.Error {
	return fault.New("InvalidClientTokenId", fault.Forbidden, "The security token included in the request is invalid.")
}

func expiredToken() *fault.Error {
	return fault.New("ExpiredToken", fault.Forbidden, "The security token included in the request is expired")
}

// Restrict refuses, before any policy is asked, what a kind of session can never do.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
func Restrict(caller *identity.Caller, service, operation string) error {
	session := caller.Session
	switch {
	case caller.Kind == identity.Anonymous:
		return restrictStranger(service, operation)
	case session == nil || session.Kind == identity.ConsoleSession:
		return nil
	case session.Kind == identity.PendingSession:
		return restrictPending(service, operation)
	}
	_, _, mfaAt := caller.MFA()
	switch service {
	case "iam":
		federated := session.Kind == identity.FederationSession && caller.Browser == "" // in the console a federated user may
		if federated || session.Kind == identity.TokenSession && mfaAt.IsZero() {
			return invalidToken()
		}
	case "sts":
		return restrictSTS(session.Kind, operation)
	}
	return nil
}

func restrictSTS(kind identity.SessionKind, operation string) error {
	switch {
	case operation == "GetCallerIdentity":
		return nil
	case operation == "GetSessionToken" || operation == "GetFederationToken":
	case kind == identity.RoleSession || kind == identity.LoginSession:
		return nil
	case kind == identity.TokenSession && operation == "AssumeRole":
		return nil
	}
	return fault.AccessDenied("Cannot call %s with session credentials", operation)
}
