package signin

import (
	"slices"
	"time"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Step is how far a sign-in has got: either Pending or Session is set, and is the value of a new cookie.
type Step struct {
	Pending string
	Session string
	Known   string // value of a new cookie for the browser; empty: the one that it has stays
	Next    string // where the person wanted to go
	Account string
	User    string // name; empty for root
}

// proceed goes as far as the proofs of a pending sign-in reach: to the second factor if the person has one, to a new password if one is due, else in. The row is replaced
// by one under a new cookie, or by the session.
func proceed(c *service.Call, p *person, row *identity.PendingSignIn, known string) (*Step, error) {
	store.PendingSignIns.Delete(c.Tx, row.ID)
	step := &Step{Next: row.Next, Account: p.account.Name()}
	if p.user != nil {
		step.User = p.user.Name
	}
	row = new(*row)
	switch {
	case row.MFAAt.IsZero() && hasDevice(c.Tx, p):
		c.Describe(nil) // not in yet: the record keeps the operation's name
	case p.barred(c.Now):
		return nil, expiredPassword().Kept() // a code that came before stays used up
	case p.mustChange(c.Now):
		row.Proven = true
		c.Describe(nil)
	default:
		open(c, p, row, known, step)
		return step, nil
	}
	step.Pending = identity.NewCookie(c.Chance)
	row.ID = identity.CookieDigest(step.Pending)
	store.PendingSignIns.Put(c.Tx, row)
	return step, nil
}

func hasDevice(tx *store.Tx, p *person) bool {
	_, ok := store.MFADevicesByOwner.Get(tx, p.ID())
	return ok
}

// open makes the session.
func open(c *service.Call, p *person, row *identity.PendingSignIn, known string, step *Step) {
	step.Session = identity.NewCookie(c.Chance)
	store.BrowserSessions.Put(c.Tx, &identity.BrowserSession{
		ID: identity.CookieDigest(step.Session), Account: p.account.ID, Principal: p.ID(), Person: p.ID(), Kind: identity.ConsoleSession,
		CreatedAt: c.Now, SeenAt: c.Now, ExpiresAt: c.Now.Add(identity.BrowserSessionTime), MFAAt: row.MFAAt, Device: row.Device,
		SourceIP: sourceOf(c), UserAgent: c.UserAgent, IdleTime: c.Settings.BrowserIdleTime,
	})
	used := *p.profile
	used.UsedAt = c.Now
	store.LoginProfiles.Put(c.Tx, &used)
	step.Known = know(c, p, known)
}

// mostKnown bounds how many browsers are remembered for a person.
const mostKnown = 20

// know remembers the browser, under the cookie that it has or a new one, whose value it answers.
func know(c *service.Call, p *person, known string) (fresh string) {
	if !isKnown(c, p, known) {
		known = identity.NewCookie(c.Chance)
		fresh = known
	}
	store.KnownBrowsers.Put(c.Tx, &identity.KnownBrowser{Person: p.ID(), Digest: identity.CookieDigest(known), SeenAt: c.Now})
	all := slices.SortedFunc(store.KnownBrowsers.Prefix(c.Tx, store.OwnedKey(p.ID(), "")), func(a, b *identity.KnownBrowser) int { return b.SeenAt.Compare(a.SeenAt) })
	for _, old := range all[min(mostKnown, len(all)):] {
		store.KnownBrowsers.Delete(c.Tx, store.OwnedKey(old.Person, old.Digest))
	}
	return fresh
}

func isKnown(c *service.Call, p *person, known string) bool {
	if p == nil || known == "" {
		return false
	}
	row, ok := store.KnownBrowsers.Get(c.Tx, store.OwnedKey(p.ID(), identity.CookieDigest(known)))
	return ok && c.Now.Sub(row.SeenAt) < identity.KnownBrowserTime
}

func sourceOf(c *service.Call) string {
	if !c.SourceIP.IsValid() {
		return ""
	}
	return c.SourceIP.String()
}

// pendingOf finds the pending sign-in of a cookie and who it is of; nil if it is over, or if the person cannot sign in any more.
func pendingOf(c *service.Call, cookie string) (*identity.PendingSignIn, *person) {
	return pendingAt(c.Tx, cookie, c.Now)
}

func pendingAt(tx *store.Tx, cookie string, now time.Time) (*identity.PendingSignIn, *person) {
	row, ok := store.PendingSignIns.Get(tx, identity.CookieDigest(cookie))
	if !ok || !now.Before(row.ExpiresAt) {
		return nil, nil
	}
	return row, personBehind(tx, row.Account, row.Person)
}
