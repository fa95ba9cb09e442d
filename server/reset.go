package server

import (
	"context"
	"slices"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// remember keeps what the account began with, or what is left of it, so that a reset can bring it back: the administrator with password and access key, and
// root's. What is not there any more is made anew.
func (s *Server) remember(ctx context.Context) error {
	if s.first != nil {
		return nil
	}
	var found *seedling
	err := s.host.Store.View(ctx, func(tx *store.Tx) (err error) {
		found, err = s.recall(tx)
		return err
	})
	if err != nil {
		return err
	}
	if found.facts.Administrator.AccessKeyID == "" {
		found.facts.Administrator.AccessKeyID, found.facts.Administrator.SecretAccessKey = found.newKey()
	}
	s.first = found
	return nil
}

// recall reads the beginnings of the account from the store.
func (s *Server) recall(tx *store.Tx) (*seedling, error) {
	first := &seedling{chance: s.host.Chance}
	for account := range store.Accounts.Prefix(tx, "") {
		first.facts.AccountID, first.facts.Alias, first.facts.Root.Email = account.ID, account.Alias, account.RootEmail
	}
	id := first.facts.AccountID
	first.rootHash = hashOf(tx, id)
	var err error
	if first.facts.Root.AccessKeyID, first.facts.Root.SecretAccessKey, err = s.keyOf(tx, id); err != nil {
		return nil, err
	}
	user, ok := store.Users.Get(tx, identity.Key(id, administratorName))
	if !ok {
		return first, nil
	}
	first.userHash = hashOf(tx, user.ID)
	first.facts.Administrator.AccessKeyID, first.facts.Administrator.SecretAccessKey, err = s.keyOf(tx, user.ID)
	return first, err
}

func hashOf(tx *store.Tx, owner string) string {
	if profile, ok := store.LoginProfiles.Get(tx, owner); ok {
		return profile.Hash
	}
	return ""
}

// keyOf is the oldest access key of an owner; empty if there is none.
func (s *Server) keyOf(tx *store.Tx, owner string) (id, secret string, err error) {
	keys := slices.SortedFunc(store.AccessKeysByOwner.All(tx, owner), func(a, b *identity.AccessKey) int { return a.CreatedAt.Compare(b.CreatedAt) })
	if len(keys) == 0 {
		return "", "", nil
	}
	opened, err := s.host.Keys.OpenSecretKey(keys[0])
	return keys[0].ID, opened.Reveal(), err
}

// reset empties the account, or begins another one with that number, and answers the administrator's access key, which stays the same.
func (s *Server) reset(ctx context.Context, account string) (keyID, secret string, err error) {
	if err := (Founding{ID: account}).Check(); err != nil {
		return "", "", err
	}
	s.resetting.Lock()
	defer s.resetting.Unlock()
	next := *s.first
	next.now = s.clock.Now()
	if account != "" && account != next.facts.AccountID {
		next.facts.AccountID, next.facts.Alias, next.facts.Root.Email = account, "", rootEmail(account)
	}
	err = s.host.Store.Update(ctx, func(tx *store.Tx) error {
		ring, _ := store.Keyring.Get(tx, store.KeyringKey)
		store.Clear(tx, rows()...)
		store.Keyring.Put(tx, ring)
		tx.Audit(s.resetEvent(next.facts.AccountID))
		return next.plant(tx, s.host.Keys)
	})
	if err != nil {
		return "", "", err
	}
	s.host.Uses.Forget()
	s.first = &next
	return next.facts.Administrator.AccessKeyID, next.facts.Administrator.SecretAccessKey, nil
}

func (s *Server) resetEvent(account string) []byte {
	facts := access.Facts{RequestID: service.NewRequestID(s.host.Chance), Now: s.clock.Now()}
	event := service.NewEvent(s.host.Chance, &facts, "cardea", "ResetAccount")
	event.Identity.Type, event.Recipient = "Unknown", account
	return event.AppendJSON(nil)
}
