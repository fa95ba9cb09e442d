package store

import "github.com/cardea-iam/cardea/identity"

// ServiceUses are by OwnedKey(unique ID of the user or role, prefix of the service's actions).
var ServiceUses = NewTable("serviceuse", func(u *identity.ServiceUse) string { return OwnedKey(u.Principal, u.Service) })

// ForgetServiceUses deletes the uses of a user or role that is deleted.
func ForgetServiceUses(tx *Tx, principal string) {
	for key := range ServiceUses.After(tx, OwnedKey(principal, ""), "") {
		ServiceUses.Delete(tx, key)
	}
}
