package signin

import (
	"context"
	"fmt"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var passwordOperations = []service.Operation{
	service.Op("CheckPassword", service.Write, asksNothing[CheckPasswordInput], checkPassword, service.Prepare(preparePassword)),
	service.Op("FinishSignIn", service.Write, asksNothing[FinishSignInInput], finishSignIn),
}

// CheckPasswordInput is what is typed into the first page. RootEmail stands in place of Account and UserName for a root user.
type CheckPasswordInput struct {
	Account, UserName string
	RootEmail         string
	Password          string
	Known             string // cookie of a browser that the person may have signed in with before
	Next              string // where the person wants to go
}

// checked is what was found out about a password outside of the transaction.
type checked struct {
	owner   string // whose password it was compared with; empty: nobody's
	version int    // of the login profile
	right   bool
	fresh   string // a hash to store in place of the old one; empty: none
}

// preparePassword compares a password with that of whom it is for, or with nobody's: the work is the same.
func preparePassword(ctx context.Context, c *service.Call, in *CheckPasswordInput) (*checked, error) {
	found, stored := &checked{}, ""
	if p := findPerson(c.Tx, in); p != nil {
		found.owner, found.version, stored = p.ID(), p.profile.Version, p.profile.Hash
	}
	verdict, err := c.Passwords.Verify(ctx, stored, in.Password)
	if err != nil {
		return nil, fmt.Errorf("compare a password: %w", err)
	}
	found.right = verdict.OK
	if verdict.Rehash {
		if found.fresh, err = c.Passwords.Hash(ctx, in.Password); err != nil {
			return nil, fmt.Errorf("hash a password anew: %w", err)
		}
	}
	return found, nil
}

// checkPassword is the first step. While too many failures count it refuses the right password as it does a wrong one.
func checkPassword(c *service.Call, in *CheckPasswordInput) (*Step, error) {
	found, p := service.Prepared[checked](c), findPerson(c.Tx, in)
	c.Describe(login{call: c, person: p, root: in.RootEmail != "", to: in.Next}.describe)
	guess := guessAt(c, p, in)
	if after := guess.wait(c); after > 0 {
		return nil, incorrect().Because(throttled{after})
	}
	if p == nil || p.ID() != found.owner || p.profile.Version != found.version || !found.right {
		guess.count(c)
		return nil, incorrect().Kept()
	}
	if found.fresh != "" {
		rehashed := *p.profile
		rehashed.Hash = found.fresh
		store.LoginProfiles.Put(c.Tx, &rehashed)
		p.profile = &rehashed
	}
	return proceed(c, p, &identity.PendingSignIn{
		Account: p.account.ID, Person: p.ID(), StartedAt: c.Now, ExpiresAt: c.Now.Add(identity.PendingSignInTime), Next: in.Next,
	}, in.Known)
}

// FinishSignInInput names the pending sign-in and the browser by their cookies.
type FinishSignInInput struct{ Pending, Known string }

// finishSignIn opens the session of somebody who has just replaced the password.
func finishSignIn(c *service.Call, in *FinishSignInInput) (*Step, error) {
	row, p := pendingOf(c, in.Pending)
	if p == nil || !row.Proven {
		return nil, tooLate()
	}
	c.Describe(login{call: c, person: p, to: row.Next, device: row.Device, mfa: !row.MFAAt.IsZero()}.describe)
	return proceed(c, p, row, in.Known)
}
