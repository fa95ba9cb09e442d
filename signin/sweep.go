package signin

import (
	"context"
	"time"

	"github.com/cardea-iam/cardea/factor"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// Sweep deletes what has no meaning any more: sessions, pending sign-ins, tokens, codes and logins that are over, browsers that have forgotten their cookie, failures that count no longer.
func Sweep(ctx context.Context, from *store.Store, now time.Time) error {
	var any bool
	err := from.View(ctx, func(tx *store.Tx) error {
		any = sweep(tx, now, nil)
		return nil
	})
	if err != nil || !any {
		return err
	}
	return from.Update(ctx, func(tx *store.Tx) error {
		sweep(tx, now, tx)
		return nil
	})
}

// sweep reports whether there is something to delete, and deletes it from a transaction that may write.
func sweep(tx *store.Tx, now time.Time, from *store.Tx) bool {
	sessions := deleteIf(tx, from, store.BrowserSessions, func(s *identity.BrowserSession) (string, bool) { return s.ID, !s.Alive(now) })
	pending := deleteIf(tx, from, store.PendingSignIns, func(p *identity.PendingSignIn) (string, bool) { return p.ID, !now.Before(p.ExpiresAt) })
	known := deleteIf(tx, from, store.KnownBrowsers, func(b *identity.KnownBrowser) (string, bool) {
		return store.OwnedKey(b.Person, b.Digest), now.Sub(b.SeenAt) >= identity.KnownBrowserTime
	})
	failures := deleteIf(tx, from, store.Throttles, func(t *identity.Throttle) (string, bool) {
		last := len(t.Failures) - 1
		return t.Key, last < 0 || now.Sub(t.Failures[last]) >= factor.FailureWindow
	})
	challenges := deleteIf(tx, from, store.PasskeyChallenges, func(p *identity.PasskeyChallenge) (string, bool) { return p.Purpose, !now.Before(p.ExpiresAt) })
	tokens := deleteIf(tx, from, store.SigninTokens, func(t *identity.SigninToken) (string, bool) { return t.ID, !now.Before(t.ExpiresAt) })
	codes := deleteIf(tx, from, store.AuthorizationCodes, func(c *identity.AuthorizationCode) (string, bool) { return c.ID, !now.Before(c.ExpiresAt) })
	logins := deleteIf(tx, from, store.Logins, func(l *identity.Login) (string, bool) { return l.ID, !now.Before(l.Grant.Session.ExpiresAt) })
	return sessions || pending || known || failures || challenges || tokens || codes || logins
}

func deleteIf[R any](tx, from *store.Tx, table *store.Table[R], over func(*R) (key string, yes bool)) (some bool) {
	for row := range table.Prefix(tx, "") {
		key, yes := over(row)
		if !yes {
			continue
		}
		if from == nil {
			return true
		}
		table.Delete(from, key)
		some = true
	}
	return some
}
