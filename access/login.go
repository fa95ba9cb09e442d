package access

import (
	"time"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// loginAlive reports whether the login that a session's credentials were given for, if there was one, still stands: they end with it at once.
func loginAlive(tx *store.Tx, session *identity.Session, now time.Time) bool {
	if session.Login == "" {
		return true
	}
	login, ok := store.Logins.Get(tx, session.Login)
	return ok && login.Alive(now)
}
