// Package hosttest puts a host together inside a Go test: a store in memory, one account with an administrator, a clock that stands still until it is
// moved, and calls that take the same way as those of the doors.
package hosttest

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"net/netip"
	"path/filepath"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/factor/passkey"
	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Account is the account of every test host.
const Account = "123456789012"

// Console is the origin of the pages that security keys answer to.
const Console = "http://localhost:4567"

// Start is what the clock shows at first.
var Start = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// Host is a host in a test.
type Host struct {
	*service.Host
	Directory *service.Directory
	Now       time.Time // move it as the test needs

	t testing.TB
}

// Options are what a test may want otherwise.
type Options struct {
	Tables []service.Table
	Stored []store.Described // tables of the store besides store.Identity
	Seed   func(tx *store.Tx) error

	AuditLog string // the file of the audit records; empty: one that nobody looks at
}

// New builds a host with one account. It is closed when the test ends.
func New(t testing.TB, o Options) *Host {
	t.Helper()
	h := &Host{Now: Start, t: t}
	ring, _, err := seal.NewKeyring(seal.NewRootKey(rand.Reader), rand.Reader)
	must(t, err)
	keys := access.NewKeys(ring)
	passwords := password.New(password.Options{Peppers: keys.Pepper, Params: password.Params{MemoryKiB: 64, Passes: 1, Lanes: 1}, Queue: 1000})
	if o.AuditLog == "" {
		o.AuditLog = filepath.Join(t.TempDir(), "audit.log")
	}
	log, err := audit.Open(o.AuditLog, audit.Options{})
	must(t, err)
	cell, err := store.Open(context.Background(), memory.New(), store.Options{
		Tables: append(append([]store.Described{}, store.Identity...), o.Stored...),
		Outbox: store.Outbox{Ready: log.Ready, Write: log.Write, Pos: log.Pos},
	})
	must(t, err)
	keysAt, err := passkey.NewAt(Console, "Cardea")
	must(t, err)
	t.Cleanup(func() {
		must(t, cell.Close())
		must(t, log.Close())
	})
	h.Host = &service.Host{
		Store: cell, Access: access.New(access.Options{Keys: keys, Chance: rand.Reader}), Keys: keys, Passwords: passwords,
		Quotas: identity.DefaultQuotas(), Chance: rand.Reader, Clock: func() time.Time { return h.Now }, Audit: log, Uses: service.NewUses(),
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Passkeys: keysAt,
	}
	h.Directory, err = service.NewDirectory(o.Tables...)
	must(t, err)
	h.Update(func(tx *store.Tx) error {
		store.Accounts.Put(tx, &identity.Account{ID: Account, CreatedAt: Start})
		if o.Seed != nil {
			return o.Seed(tx)
		}
		return nil
	})
	return h
}

// Update changes rows directly, past every rule: what a test begins with.
func (h *Host) Update(change func(tx *store.Tx) error) {
	h.t.Helper()
	must(h.t, h.Store.Update(context.Background(), change))
}

// View reads rows directly.
func (h *Host) View(read func(tx *store.Tx)) {
	h.t.Helper()
	must(h.t, h.Store.View(context.Background(), func(tx *store.Tx) error { read(tx); return nil }))
}

// Root is root's credential.
func (h *Host) Root() *access.Credential { return h.key(Account) }

// User makes a user with a long-term key and, for each document, an inline policy.
func (h *Host) User(name string, documents ...string) *access.Credential {
	h.t.Helper()
	user := &identity.User{Account: Account, Name: name, ID: identity.NewID(rand.Reader, identity.UserPrefix), Path: "/", CreatedAt: h.Now}
	for i, document := range documents {
		user.Grants.Inline = append(user.Grants.Inline, identity.InlinePolicy{Name: "inline" + string(rune('a'+i)), Document: document})
	}
	h.Update(func(tx *store.Tx) error { store.Users.Put(tx, user); return nil })
	return h.key(user.ID)
}

// Everything is a policy that allows everything.
const Everything = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`

// Administrator makes a user who may do everything.
func (h *Host) Administrator() *access.Credential { return h.User("administrator", Everything) }

// key makes a long-term key for a user's unique ID, or root's account.
func (h *Host) key(owner string) *access.Credential {
	h.t.Helper()
	id := identity.NewKeyID(rand.Reader, identity.AccessKeyPrefix, Account)
	sealed, err := h.Keys.SealSecretKey(Account, id, seal.NewSecret(identity.NewSecretKey(rand.Reader)))
	must(h.t, err)
	h.Update(func(tx *store.Tx) error {
		store.AccessKeys.Put(tx, &identity.AccessKey{ID: id, Account: Account, Owner: owner, Secret: sealed, Status: identity.Active, CreatedAt: h.Now})
		return nil
	})
	return &access.Credential{KeyID: id}
}

// Session is a session of a user that exists, or of root ("" for name): with MFA, a GetSessionToken session with MFA.
func (h *Host) Session(kind identity.SessionKind, userName string, mfa bool) *access.Credential {
	h.t.Helper()
	s := &identity.Session{Kind: kind, Account: Account, Principal: Account, IssuedAt: h.Now, ExpiresAt: h.Now.Add(12 * time.Hour)}
	h.View(func(tx *store.Tx) {
		if user, ok := store.Users.Get(tx, identity.Key(Account, userName)); ok {
			s.Principal = user.ID
		}
	})
	if mfa {
		s.MFAAt = h.Now
	}
	return &access.Credential{Session: s}
}

// Facts are those of a plain request to a service.
func (h *Host) Facts(of string) access.Facts {
	return access.Facts{
		RequestID: service.NewRequestID(rand.Reader), Service: of, Region: "us-east-1", Now: h.Now, SourceIP: netip.MustParseAddr("203.0.113.7"), UserAgent: "test",
	}
}

// Call does one call and answers its output, typed by what the test expects.
func Call[O any](h *Host, credential *access.Credential, of, operation string, in any) (*O, error) {
	h.t.Helper()
	o := h.Directory.Find(of, operation)
	if o == nil {
		h.t.Fatalf("operation %s:%s is not served", of, operation)
	}
	out, err := h.Do(context.Background(), o, credential, h.Facts(of), in)
	if err != nil {
		return nil, err
	}
	typed, ok := out.(*O)
	if !ok {
		h.t.Fatalf("%s answers %T", operation, out)
	}
	return typed, nil
}

// Must is Call for a call that has to succeed.
func Must[O any](h *Host, credential *access.Credential, of, operation string, in any) *O {
	h.t.Helper()
	out, err := Call[O](h, credential, of, operation, in)
	if err != nil {
		h.t.Fatalf("%s: %v", operation, err)
	}
	return out
}

// Fails does a call that has to fail, and answers its fault.
func (h *Host) Fails(credential *access.Credential, of, operation string, in any) *fault.Error {
	h.t.Helper()
	o := h.Directory.Find(of, operation)
	if o == nil {
		h.t.Fatalf("operation %s:%s is not served", of, operation)
	}
	out, err := h.Do(context.Background(), o, credential, h.Facts(of), in)
	if err == nil {
		h.t.Fatalf("%s: want a fault, got %+v", operation, out)
	}
	var f *fault.Error
	if !errors.As(err, &f) {
		h.t.Fatalf("%s: %v is no fault", operation, err)
	}
	return f
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
