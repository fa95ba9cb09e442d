package service

import (
	"maps"
	"time"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// action is what a principal called. Without a name it is an action of the service that is not published.
type action struct{ service, name string }

// moment is when it was last called, and in which Region.
type moment struct {
	at     time.Time
	region string
}

// callers are what users and roles called since the last flush, by their unique IDs.
type callers map[string]map[action]moment

// note remembers a call of a user or role. What is not in the service authorization reference cannot be granted and is passed over, so the names that clients choose
// take no room.
func (calls callers) note(caller *identity.Caller, o *Operation, m moment) {
	if caller.User == nil && caller.Role == nil || caller.Session != nil && caller.Session.Kind == identity.PendingSession {
		return
	}
	called, id := action{o.Service, o.Name}, caller.PrincipalID()
	mine := calls[id]
	if _, known := mine[called]; !known {
		published, ok := catalog.ServiceByPrefix(o.Service)
		if !ok {
			return
		}
		if _, ok := published.Action(o.Name); !ok {
			called.name = ""
		}
		if mine == nil {
			mine = map[action]moment{}
			calls[id] = mine
		}
	}
	mine[called] = m
}

// ServiceUses are the last calls of a user or role, by the prefixes of services.
func (c *Call) ServiceUses(principal string) map[string]identity.ServiceUse {
	uses := map[string]identity.ServiceUse{}
	for row := range store.ServiceUses.Prefix(c.Tx, store.OwnedKey(principal, "")) {
		uses[row.Service] = *row
	}
	c.Uses.mu.Lock()
	defer c.Uses.mu.Unlock()
	for called, m := range c.Uses.calls[principal] {
		use, there := uses[called.service]
		if !there {
			use = identity.ServiceUse{Principal: principal, Service: called.service}
		}
		uses[called.service] = use.With(identity.ActionUse{Name: called.name, At: m.at, Region: m.region})
	}
	return uses
}

// flush stores the calls that are not stored yet, or whose stored time is older than the grain.
func (calls callers) flush(tx *store.Tx) {
	for id, mine := range calls {
		if !lives(tx, id) {
			continue
		}
		changed := map[string]identity.ServiceUse{}
		for called, m := range mine {
			use, there := changed[called.service]
			if !there {
				use = storedUse(tx, id, called.service)
			}
			if last := use.Last(called.name); last.IsZero() || stale(last, m.at) {
				changed[called.service] = use.With(identity.ActionUse{Name: called.name, At: m.at, Region: m.region})
			}
		}
		for _, use := range changed {
			store.ServiceUses.Put(tx, &use)
		}
	}
}

func storedUse(tx *store.Tx, principal, service string) identity.ServiceUse {
	if row, ok := store.ServiceUses.Get(tx, store.OwnedKey(principal, service)); ok {
		return *row
	}
	return identity.ServiceUse{Principal: principal, Service: service}
}

// lives reports whether there is a user or role with a unique ID.
func lives(tx *store.Tx, id string) bool {
	_, user := store.UsersByID.Get(tx, id)
	_, role := store.RolesByID.Get(tx, id)
	return user || role
}

// giveBack takes back what could not be stored, unless it was called again since.
func (calls callers) giveBack(taken callers) {
	for id, theirs := range taken {
		maps.Copy(theirs, calls[id])
		calls[id] = theirs
	}
}
