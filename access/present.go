package access

import (
	"time"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/store"
)

// Present proves a temporary credential that is handed over whole, with its secret: nothing is signed with it. Its holder must still be there. A long-term key has no
// token and is refused like a wrong credential, unseen. The errors are those of Authenticate.
func (a *Access) Present(tx *store.Tx, keyID string, secret seal.Secret, token string, now time.Time) (*Credential, error) {
	session, right, err := a.openSession(keyID, token, now)
	if err != nil {
		return nil, sessionFault(err)
	}
	if !right.Equal(secret) {
		return nil, invalidToken()
	}
	credential := &Credential{KeyID: keyID, Session: session}
	if _, err := a.Lookup(tx, credential, now); err != nil {
		return nil, err
	}
	return credential, nil
}
