package iam_test

import (
	"testing"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

const account = hosttest.Account

// host is a test host that serves IAM.
type host struct {
	*hosttest.Host
	t    *testing.T
	root *access.Credential
}

func newHost(t *testing.T) *host {
	t.Helper()
	h := hosttest.New(t, hosttest.Options{Tables: []service.Table{iam.Table()}})
	return &host{Host: h, t: t, root: h.Root()}
}

// update changes rows directly.
func (h *host) update(change func(*store.Tx)) {
	h.t.Helper()
	h.Update(func(tx *store.Tx) error { change(tx); return nil })
}

// userID is the unique ID of a user.
func (h *host) userID(name string) (id string) {
	h.t.Helper()
	h.View(func(tx *store.Tx) {
		user, ok := store.Users.Get(tx, identity.Key(account, name))
		if !ok {
			h.t.Fatalf("no user %s", name)
		}
		id = user.ID
	})
	return id
}

// call calls an operation that must succeed.
func call[O any](h *host, who *access.Credential, operation string, in any) *O {
	h.t.Helper()
	return hosttest.Must[O](h.Host, who, "iam", operation, in)
}

// refused calls an operation that must fail with that code, status and text.
func refused(h *host, who *access.Credential, operation string, in any, code string, status int, text string) {
	h.t.Helper()
	f := h.Fails(who, "iam", operation, in)
	if f.Code != code || f.Status != status || f.Message != text {
		h.t.Errorf("%s answered\n  %s %d %q (%v), want\n  %s %d %q", operation, f.Code, f.Status, f.Message, f.Detail, code, status, text)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
