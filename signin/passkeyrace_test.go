package signin_test

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

// TestWhatChangesWhileAnAnswerIsCheckedCounts holds up the transaction of a sign-in between the check of its answer and its turn.
func TestWhatChangesWhileAnAnswerIsCheckedCounts(t *testing.T) {
	for name, change := range map[string]func(tx *store.Tx, device *identity.MFADevice){
		"the key is deactivated": func(tx *store.Tx, device *identity.MFADevice) {
			store.MFADevices.Delete(tx, store.MFADeviceKey(device.Account, device.Serial))
		},
		"the key goes to somebody else": func(tx *store.Tx, device *identity.MFADevice) {
			other := device.Clone()
			other.Owner = hosttest.Account
			store.MFADevices.Put(tx, other)
		},
		"its copy is used in another sign-in": func(tx *store.Tx, device *identity.MFADevice) {
			used := device.Clone()
			used.Passkey.SignCount++
			store.MFADevices.Put(tx, used)
		},
		"another challenge is asked for": func(tx *store.Tx, _ *identity.MFADevice) {
			for row := range store.PasskeyChallenges.Prefix(tx, "signin/") {
				newer := *row
				newer.Challenge = make([]byte, 32)
				store.PasskeyChallenges.Put(tx, &newer)
			}
		},
		"the challenge is taken": func(tx *store.Tx, _ *identity.MFADevice) {
			for row := range store.PasskeyChallenges.Prefix(tx, "signin/") {
				store.TakePasskeyChallenge(tx, row.Purpose)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { interleave(t, change) })
		})
	}
}

func interleave(t *testing.T, change func(*store.Tx, *identity.MFADevice)) {
	d := newDesk(t)
	k := passkeytest.New(passkeytest.ES256)
	serial := d.register(d.console("ann"), "", "", k)
	pending := d.password("ann")
	answer := k.Get(hosttest.Console, d.ask(pending))
	release, changed, checked := make(chan struct{}), make(chan error, 1), make(chan error, 1)
	go func() {
		changed <- d.Store.Update(context.Background(), func(tx *store.Tx) error {
			<-release
			device, _ := store.MFADevices.Get(tx, store.MFADeviceKey(hosttest.Account, serial))
			change(tx, device)
			return nil
		})
	}()
	synctest.Wait() // the change has the store, and waits
	go func() {
		_, err := d.check(pending, answer)
		checked <- err
	}()
	synctest.Wait() // the answer is checked, and waits for the store
	close(release)
	if err := <-changed; err != nil {
		t.Fatal(err)
	}
	mustFail(t, <-checked, signin.Incorrect)
}
