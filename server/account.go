package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/store"
)

// administratorName is the name of the first IAM user, and administratorPolicy what is attached to it.
const (
	administratorName   = "administrator"
	administratorPolicy = "arn:aws:iam::aws:policy/AdministratorAccess"
)

// seedling is a first account before it is in the store.
type seedling struct {
	facts    Facts
	account  *identity.Account
	user     *identity.User
	rootHash string
	userHash string
	chance   io.Reader
	now      time.Time
}

// Check says what is wrong with a founding, or nil.
func (f Founding) Check() error {
	var wrong []error
	if f.ID != "" && !accountPattern.MatchString(f.ID) {
		wrong = append(wrong, fmt.Errorf("account ID %q: give 12 digits, or leave it out and one is drawn", f.ID))
	}
	if f.Alias != "" && (!aliasPattern.MatchString(f.Alias) || accountPattern.MatchString(f.Alias)) {
		wrong = append(wrong, fmt.Errorf("alias %q: give 3 to 63 lower-case letters, digits and single hyphens, with a letter or digit at both ends and not 12 digits", f.Alias))
	}
	return errors.Join(wrong...)
}

var (
	accountPattern = regexp.MustCompile(`^[0-9]{12}$`)
	aliasPattern   = regexp.MustCompile(`^[a-z0-9](-?[a-z0-9]){2,62}$`)
)

// sow makes the first account: a root user and an administrator, with their passwords. Hashing is slow, so it is done before the transaction.
func sow(ctx context.Context, of Founding, passwords *password.Hasher, chance io.Reader, now time.Time) (*seedling, error) {
	if err := of.Check(); err != nil {
		return nil, err
	}
	s := &seedling{chance: chance, now: now.Truncate(time.Second)}
	s.facts.AccountID, s.facts.Alias = of.ID, of.Alias
	if of.ID == "" {
		s.facts.AccountID = identity.NewAccountID(chance)
	}
	s.facts.Root.Email = rootEmail(s.facts.AccountID)
	s.facts.Root.Password = password.Generate(chance, password.Default)
	s.facts.Administrator.UserName = administratorName
	s.facts.Administrator.Password = password.Generate(chance, password.Default)
	var err error
	if s.rootHash, err = passwords.Hash(ctx, s.facts.Root.Password); err != nil {
		return nil, err
	}
	if s.userHash, err = passwords.Hash(ctx, s.facts.Administrator.Password); err != nil {
		return nil, err
	}
	s.facts.Administrator.AccessKeyID, s.facts.Administrator.SecretAccessKey = s.newKey()
	if of.RootAccessKey {
		s.facts.Root.AccessKeyID, s.facts.Root.SecretAccessKey = s.newKey()
	}
	return s, nil
}

// rootEmail is the address of a root user: of a domain that never exists. RFC 2606.
func rootEmail(account string) string { return "root@" + account + ".invalid" }

func (s *seedling) newKey() (id, secret string) {
	return identity.NewKeyID(s.chance, identity.AccessKeyPrefix, s.facts.AccountID), identity.NewSecretKey(s.chance)
}

// plant puts the account into the store.
func (s *seedling) plant(tx *store.Tx, keys *access.Keys) error {
	id := s.facts.AccountID
	s.account = &identity.Account{ID: id, Alias: s.facts.Alias, CreatedAt: s.now, RootEmail: s.facts.Root.Email}
	s.user = &identity.User{
		Account: id, Name: administratorName, ID: identity.NewID(s.chance, identity.UserPrefix), Path: "/", CreatedAt: s.now,
		Grants: identity.Grants{Attached: []string{administratorPolicy}},
	}
	store.Accounts.Put(tx, s.account)
	store.Users.Put(tx, s.user)
	for owner, hash := range map[string]string{id: s.rootHash, s.user.ID: s.userHash} {
		if hash == "" {
			continue // an account that was there may have lost it
		}
		store.LoginProfiles.Put(tx, &identity.LoginProfile{Owner: owner, Hash: hash, CreatedAt: s.now, ChangedAt: s.now})
	}
	if err := s.plantKey(tx, keys, s.user.ID, s.facts.Administrator.AccessKeyID, s.facts.Administrator.SecretAccessKey); err != nil {
		return err
	}
	if s.facts.Root.AccessKeyID != "" {
		if err := s.plantKey(tx, keys, id, s.facts.Root.AccessKeyID, s.facts.Root.SecretAccessKey); err != nil {
			return err
		}
	}
	return nil
}

func (s *seedling) plantKey(tx *store.Tx, keys *access.Keys, owner, id, secret string) error {
	sealed, err := keys.SealSecretKey(s.facts.AccountID, id, seal.NewSecret(secret))
	if err != nil {
		return fmt.Errorf("seal access key %s: %w", id, err)
	}
	store.AccessKeys.Put(tx, &identity.AccessKey{
		ID: id, Account: s.facts.AccountID, Owner: owner, Secret: sealed, Status: identity.Active, CreatedAt: s.now,
	})
	return nil
}
