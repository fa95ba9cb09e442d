package service

import (
	"context"
	"sync"
	"time"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// useGrain is how coarsely the last use of a key or role is kept: AWS keeps it to 15 minutes.
const useGrain = 15 * time.Minute

// Uses remembers when and for what access keys and roles were last used. Noting costs no write; Flush stores what is new enough, in the background.
type Uses struct {
	mu    sync.Mutex // guards the two maps
	keys  map[string]identity.KeyUse
	roles map[string]identity.RoleUse
}

// NewUses begins with none.
func NewUses() *Uses {
	return &Uses{keys: map[string]identity.KeyUse{}, roles: map[string]identity.RoleUse{}}
}

// note remembers a call of a caller who has proven a signature.
func (u *Uses) note(caller *identity.Caller, service, region string, now time.Time) {
	u.mu.Lock()
	defer u.mu.Unlock()
	switch {
	case caller.Kind == identity.AssumedRole:
		u.roles[caller.Role.ID] = identity.RoleUse{ID: caller.Role.ID, At: now, Region: region}
	case caller.Session == nil && caller.KeyID != "":
		u.keys[caller.KeyID] = identity.KeyUse{ID: caller.KeyID, At: now, Service: service, Region: region}
	}
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
	keys, roles := u.take()
	if len(keys)+len(roles) == 0 {
		return nil
	}
	err := to.Update(ctx, func(tx *store.Tx) error {
		for _, use := range keys {
			stored, ok := store.KeyUses.Get(tx, use.ID)
			if _, lives := store.AccessKeys.Get(tx, use.ID); lives && (!ok || stale(stored.At, use.At) || stored.Service != use.Service || stored.Region != use.Region) {
				store.KeyUses.Put(tx, &use)
			}
		}
		for _, use := range roles {
			stored, ok := store.RoleUses.Get(tx, use.ID)
			if _, lives := store.RolesByID.Get(tx, use.ID); lives && (!ok || stale(stored.At, use.At) || stored.Region != use.Region) {
				store.RoleUses.Put(tx, &use)
			}
		}
		return nil
	})
	if err != nil {
		u.giveBack(keys, roles)
	}
	return err
}

// Forget drops the uses that are not stored yet: of an account that was emptied.
func (u *Uses) Forget() { u.take() }

func stale(stored, now time.Time) bool { return now.Sub(stored) >= useGrain }

func (u *Uses) take() (map[string]identity.KeyUse, map[string]identity.RoleUse) {
	u.mu.Lock()
	defer u.mu.Unlock()
	keys, roles := u.keys, u.roles
	u.keys, u.roles = map[string]identity.KeyUse{}, map[string]identity.RoleUse{}
	return keys, roles
}

func (u *Uses) giveBack(keys map[string]identity.KeyUse, roles map[string]identity.RoleUse) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for id, use := range keys {
		if _, newer := u.keys[id]; !newer {
			u.keys[id] = use
		}
	}
	for id, use := range roles {
		if _, newer := u.roles[id]; !newer {
			u.roles[id] = use
		}
	}
}
