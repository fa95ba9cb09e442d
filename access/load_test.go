package access_test

import (
	"context"
	"sync"
	"testing"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

// TestAChangeOfPolicyIsSeenUnderLoad changes a policy again and again while others ask all the time, so that what is kept is always warm: whoever asks after a change was
// acknowledged gets the answer of the change.
func TestAChangeOfPolicyIsSeenUnderLoad(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	ann := h.User("ann")
	p := put(h, "list", allow("iam:ListUsers"))
	change(h, "ann", func(u *identity.User) { u.Grants.Attached = []string{p.ARN()} })
	ends, stop := context.WithCancel(t.Context())
	var asking sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			for ends.Err() == nil {
				_ = ask(h, ann)
			}
		})
	}
	for n := range 500 {
		allowed := n%2 == 1
		document := allow("iam:GetUser")
		if allowed {
			document = allow("iam:ListUsers")
		}
		changed := p.Clone()
		changed.Versions[0].Document = document
		h.Update(func(tx *store.Tx) error { store.Policies.Put(tx, changed); return nil })
		if err := ask(h, ann); (err == nil) != allowed {
			t.Errorf("change %d: the next request got %v", n, err)
			break
		}
	}
	stop()
	asking.Wait()
}

// ask is may without a test to fail: it is asked from other goroutines.
func ask(h *hosttest.Host, credential *access.Credential) (answer error) {
	facts := h.Facts("iam")
	err := h.Store.View(context.Background(), func(tx *store.Tx) error {
		caller, err := h.Access.Lookup(tx, credential, h.Now)
		if err != nil {
			return err
		}
		answer = h.Access.Authorize(tx, caller, &facts, []access.Ask{listUsers})
		return nil
	})
	if err != nil {
		return err
	}
	return answer
}
