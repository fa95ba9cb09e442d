package signin

import (
	"slices"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// Pending is what the holder of a pending sign-in's cookie may see of it, for the page that comes next.
type Pending struct {
	ID       string // of the row
	Account  string // alias or number
	User     string // name; empty for root
	Proven   bool   // a new password is what is missing
	Failures int
	Devices  []*identity.MFADevice // the last used first
	Next     string
}

// Look reads a pending sign-in; nil: it is over.
func Look(tx *store.Tx, cookie string, now time.Time) *Pending {
	row, p := pendingAt(tx, cookie, now)
	if p == nil {
		return nil
	}
	seen := &Pending{ID: row.ID, Account: p.account.Name(), Proven: row.Proven, Failures: row.Failures, Next: row.Next}
	if p.user != nil {
		seen.User = p.user.Name
	}
	seen.Devices = slices.SortedFunc(store.MFADevicesByOwner.All(tx, row.Person), func(a, b *identity.MFADevice) int {
		if a.LastStep != b.LastStep {
			return int(b.LastStep - a.LastStep)
		}
		return strings.Compare(a.Serial, b.Serial)
	})
	return seen
}
