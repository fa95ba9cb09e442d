package signin

import (
	"strings"
	"time"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// person is who signs in: a user, or an account's root user.
type person struct {
	account *identity.Account
	user    *identity.User // nil: root
	profile *identity.LoginProfile
}

// ID is the person's unique ID; the account's for root.
func (p *person) ID() string { return p.profile.Owner }

// findAccount finds an account by its number, with or without hyphens, or by its alias.
func findAccount(tx *store.Tx, text string) (*identity.Account, bool) {
	text = strings.TrimSpace(text)
	if account, ok := store.Accounts.Get(tx, strings.ReplaceAll(text, "-", "")); ok {
		return account, true
	}
	return store.AccountsByAlias.Get(tx, identity.Fold(text))
}

// findPerson finds who has a password under a name; nil: nobody.
func findPerson(tx *store.Tx, in *CheckPasswordInput) *person {
	if in.RootEmail != "" {
		return findRoot(tx, in.RootEmail)
	}
	account, ok := findAccount(tx, in.Account)
	if !ok {
		return nil
	}
	user, ok := store.Users.Get(tx, identity.Key(account.ID, strings.TrimSpace(in.UserName)))
	if !ok {
		return nil
	}
	return withProfile(tx, &person{account: account, user: user}, user.ID)
}

func findRoot(tx *store.Tx, email string) *person {
	account, ok := store.AccountsByRootEmail.Get(tx, identity.Fold(strings.TrimSpace(email)))
	if !ok {
		return nil
	}
	return withProfile(tx, &person{account: account}, account.ID)
}

// personBehind finds the person with a unique ID; nil: who cannot sign in any more.
func personBehind(tx *store.Tx, account, id string) *person {
	row, ok := store.Accounts.Get(tx, account)
	if !ok {
		return nil
	}
	p := &person{account: row}
	if id != account {
		if p.user, ok = store.UsersByID.Get(tx, id); !ok {
			return nil
		}
	}
	return withProfile(tx, p, id)
}

func withProfile(tx *store.Tx, p *person, id string) *person {
	profile, ok := store.LoginProfiles.Get(tx, id)
	if !ok {
		return nil
	}
	p.profile = profile
	return p
}

// expiry is when the person's password expires; zero: never. Root's does not.
func (p *person) expiry() time.Time {
	if p.user == nil {
		return time.Time{}
	}
	return p.account.Expiry(p.profile)
}

func (p *person) expired(now time.Time) bool {
	at := p.expiry()
	return !at.IsZero() && !now.Before(at)
}

// barred reports whether only an administrator can help: the password has expired, and the policy does not let people replace it then.
func (p *person) barred(now time.Time) bool {
	return p.expired(now) && p.account.PasswordPolicy.HardExpiry
}

// mustChange reports whether the person needs a new password before anything else.
func (p *person) mustChange(now time.Time) bool { return p.profile.ResetRequired || p.expired(now) }
