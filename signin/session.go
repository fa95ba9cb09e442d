package signin

import (
	"slices"
	"time"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// These work on the sessions of whoever calls: the proof is the session itself.
var sessionOperations = []service.Operation{
	service.Op("ListSessions", service.List, asksNothing[ListSessionsInput], listSessions),
	service.Op("RevokeSession", service.Write, asksNothing[RevokeSessionInput], revokeSession),
	service.Op("SignOut", service.Write, asksNothing[SignOutInput], signOut),
}

// ListSessionsInput is empty.
type ListSessionsInput struct{}

// ListSessionsOutput are the sessions and logins of the person who calls, the newest first. Mine is the ID of the session that calls.
type ListSessionsOutput struct {
	Sessions []*identity.BrowserSession
	Logins   []*identity.Login
	Mine     string
}

func listSessions(c *service.Call, _ *ListSessionsInput) (*ListSessionsOutput, error) {
	mine, err := ownSession(c)
	if err != nil {
		return nil, err
	}
	out := &ListSessionsOutput{Mine: mine.ID}
	for session := range store.BrowserSessionsByPerson.All(c.Tx, mine.Person) {
		if session.Alive(c.Now) {
			out.Sessions = append(out.Sessions, session)
		}
	}
	for login := range store.LoginsByPerson.All(c.Tx, mine.Person) {
		if login.Alive(c.Now) {
			out.Logins = append(out.Logins, login)
		}
	}
	slices.SortFunc(out.Sessions, func(a, b *identity.BrowserSession) int { return b.CreatedAt.Compare(a.CreatedAt) })
	slices.SortFunc(out.Logins, func(a, b *identity.Login) int { return b.CreatedAt.Compare(a.CreatedAt) })
	return out, nil
}

// ownSession is the session that calls.
func ownSession(c *service.Call) (*identity.BrowserSession, error) {
	row, ok := store.BrowserSessions.Get(c.Tx, c.Caller.Browser)
	if !ok {
		return nil, fault.AccessDenied("Sign in first.")
	}
	return row, nil
}

// RevokeSessionInput names the session or login to end by its ID.
type RevokeSessionInput struct{ ID string }

// RevokeSessionOutput is empty.
type RevokeSessionOutput struct{}

// revokeSession ends a session or a login of one's own. Another's answers as none does.
func revokeSession(c *service.Call, in *RevokeSessionInput) (*RevokeSessionOutput, error) {
	mine, err := ownSession(c)
	if err != nil {
		return nil, err
	}
	if login, ok := store.Logins.Get(c.Tx, in.ID); ok && login.Grant.Person == mine.Person && login.Alive(c.Now) {
		store.EndLogin(c.Tx, login, identity.LoginRevoked)
		return &RevokeSessionOutput{}, nil
	}
	other, ok := store.BrowserSessions.Get(c.Tx, in.ID)
	if !ok || other.Person != mine.Person {
		return nil, fault.New("NoSuchEntity", fault.NotFound, "The session is over already.")
	}
	end(c.Tx, other)
	return &RevokeSessionOutput{}, nil
}

// SignOutInput says whether every session of the person ends, or only the one that calls.
type SignOutInput struct{ Everywhere bool }

// SignOutOutput is empty.
type SignOutOutput struct{}

func signOut(c *service.Call, in *SignOutInput) (*SignOutOutput, error) {
	mine, err := ownSession(c)
	if err != nil {
		return nil, err
	}
	if in.Everywhere {
		store.EndLogins(c.Tx, mine.Person, identity.LoginRevoked)
		store.EndSignIns(c.Tx, mine.Person, "")
	} else {
		end(c.Tx, mine)
	}
	return &SignOutOutput{}, nil
}

// end ends a session, with the one that it was switched from and those that were switched from it.
func end(tx *store.Tx, session *identity.BrowserSession) {
	first := session.ID
	if session.Parent != "" {
		first = session.Parent
	}
	for _, other := range slices.Collect(store.BrowserSessionsByPerson.All(tx, session.Person)) {
		if other.ID == first || other.Parent == first {
			store.BrowserSessions.Delete(tx, other.ID)
		}
	}
}

// seenGrain is how coarsely the last request of a session is kept.
const seenGrain = 5 * time.Minute

// Stale reports whether a request at that time is worth a write.
func Stale(session *identity.BrowserSession, now time.Time) bool {
	return now.Sub(session.SeenAt) >= seenGrain
}

// Touch notes that a session was used, and the one that it was switched from with it. One that has ended in the meantime stays so.
func Touch(tx *store.Tx, id string, now time.Time) {
	row, ok := store.BrowserSessions.Get(tx, id)
	if !ok || !row.Alive(now) {
		return
	}
	seen := *row
	seen.SeenAt = now
	store.BrowserSessions.Put(tx, &seen)
	if row.Parent != "" {
		Touch(tx, row.Parent, now)
	}
}
