package service

import (
	"context"
	"sync"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// useGrain is how coarsely the last use of a key or role is kept: AWS keeps it to 15 minutes.
const useGrain = 15 * time.Minute

// Uses remembers when and for what access keys and roles were last used, and which services were called by whom. Noting costs no write; Flush stores what is new
// enough, in the background.
type Uses struct {
	mu sync.Mutex // guards what follows
	noted
}

// noted is what was noted since the last flush.
type noted struct {
	keys  map[string]identity.KeyUse
	roles map[string]identity.RoleUse
	calls callers
}

// NewUses begins with none.
func NewUses() *Uses { return &Uses{noted: nothingNoted()} }

func nothingNoted() noted {
	return noted{keys: map[string]identity.KeyUse{}, roles: map[string]identity.RoleUse{}, calls: callers{}}
}

// note remembers a call of a caller who has proven to be one, whether it will be allowed or not.
func (u *Uses) note(caller *identity.Caller, o *Operation, facts *access.Facts) {
	u.mu.Lock()
	defer u.mu.Unlock()
	switch {
	case caller.Kind == identity.AssumedRole:
		u.roles[caller.Role.ID] = identity.RoleUse{ID: caller.Role.ID, At: facts.Now, Region: facts.Region}
	case caller.Session == nil && caller.KeyID != "":
		u.keys[caller.KeyID] = identity.KeyUse{ID: caller.KeyID, At: facts.Now, Service: facts.Service, Region: facts.Region}
	}
	u.calls.note(caller, o, moment{facts.Now, facts.Region})
}

// KeyUse is the last use of an access key; ok is false if there was none.
func (c *Call) KeyUse(keyID string) (use identity.KeyUse, ok bool) {
	c.Uses.mu.Lock()
	use, ok = c.Uses.keys[keyID]
	c.Uses.mu.Unlock()
	if ok {
		return use, true
	}
	if row, ok := store.KeyUses.Get(c.Tx, keyID); ok {
		return *row, true
	}
	return identity.KeyUse{}, false
}

// RoleUse is the last use of a role, by its unique ID.
func (c *Call) RoleUse(roleID string) (use identity.RoleUse, ok bool) {
	c.Uses.mu.Lock()
	use, ok = c.Uses.roles[roleID]
	c.Uses.mu.Unlock()
	if ok {
		return use, true
	}
	if row, ok := store.RoleUses.Get(c.Tx, roleID); ok {
		return *row, true
	}
	return identity.RoleUse{}, false
}

// Flush stores the uses that are not stored yet, or whose stored time is older than the grain.
func (u *Uses) Flush(ctx context.Context, to *store.Store) error {
	taken := u.take()
	if len(taken.keys)+len(taken.roles)+len(taken.calls) == 0 {
		return nil
	}
	err := to.Update(ctx, func(tx *store.Tx) error {
		for _, use := range taken.keys {
			stored, ok := store.KeyUses.Get(tx, use.ID)
			if _, lives := store.AccessKeys.Get(tx, use.ID); lives && (!ok || stale(stored.At, use.At) || stored.Service != use.Service || stored.Region != use.Region) {
				store.KeyUses.Put(tx, &use)
			}
		}
		for _, use := range taken.roles {
			stored, ok := store.RoleUses.Get(tx, use.ID)
			if _, lives := store.RolesByID.Get(tx, use.ID); lives && (!ok || stale(stored.At, use.At) || stored.Region != use.Region) {
				store.RoleUses.Put(tx, &use)
			}
		}
		taken.calls.flush(tx)
		return nil
	})
	if err != nil {
		u.giveBack(taken)
	}
	return err
}

// Forget drops the uses that are not stored yet: of an account that was emptied.
func (u *Uses) Forget() { u.take() }

func stale(stored, now time.Time) bool { return now.Sub(stored) >= useGrain }

func (u *Uses) take() noted {
	u.mu.Lock()
	defer u.mu.Unlock()
	taken := u.noted
	u.noted = nothingNoted()
	return taken
}

func (u *Uses) giveBack(taken noted) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for id, use := range taken.keys {
		if _, newer := u.keys[id]; !newer {
			u.keys[id] = use
		}
	}
	for id, use := range taken.roles {
		if _, newer := u.roles[id]; !newer {
			u.roles[id] = use
		}
	}
	u.calls.giveBack(taken.calls)
}
