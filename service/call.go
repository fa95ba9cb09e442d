package service

import (
	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// Call is one call while it is being served: who asks, what is known of the request, and the transaction it runs in. It is not kept.
type Call struct {
	*Host
	access.Facts
	Tx     *store.Tx
	Caller *identity.Caller

	prepared any
	notes    notes
}

// Account is the account that the call works on: the caller's.
func (c *Call) Account() string { return c.Caller.Account }

// NewID makes a unique identifier of a kind: identity.UserPrefix and its like.
func (c *Call) NewID(prefix string) string { return identity.NewID(c.Chance, prefix) }

// AccountRow is the row of the call's account. It is always there: a caller belongs to one.
func (c *Call) AccountRow() *identity.Account {
	account, _ := store.Accounts.Get(c.Tx, c.Account())
	return account
}

// Quota is a limit by its name in GetAccountSummary: UsersQuota.
func (c *Call) Quota(name string) int { return c.Quotas[name] }

// MayGetDevice refuses another MFA device for somebody who has one (a user's unique ID, or root's account) when that needs a session with MFA and the caller has none:
// else whoever has stolen an access key or a password alone could add a device of their own.
func (c *Call) MayGetDevice(owner string) error {
	if !c.Settings.SecondDeviceNeedsMFA {
		return nil
	}
	_, hasOne := store.MFADevicesByOwner.Get(c.Tx, owner)
	if present, _, _ := c.Caller.MFA(); !hasOne || present {
		return nil
	}
	return fault.AccessDenied("Another MFA device can be enabled only from a session with MFA. Sign in with the device that there is.")
}

// notes are what an operation adds to its own audit record.
type notes struct {
	additional map[string]string
	describe   func(e *Event, done bool)
}

// Note adds a fact to the call's audit record (additionalEventData), such as that a right MFA code came with it. Never a secret.
func (c *Call) Note(key, value string) {
	if c.notes.additional == nil {
		c.notes.additional = map[string]string{}
	}
	c.notes.additional[key] = value
}

// Describe has the operation put its audit record into words of its own, after everything else is in it: a sign-in is no API call. done says whether the call
// succeeded. The function must not use the transaction.
func (c *Call) Describe(describe func(e *Event, done bool)) { c.notes.describe = describe }
