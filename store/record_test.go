package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/store"
)

func TestRowsComeBackFromTheJournalAsTheyWere(t *testing.T) {
	at := time.Date(2026, 3, 1, 12, 30, 15, 123456789, time.UTC)
	want := []any{
		&identity.Account{ID: "111122223333", Alias: "acme", CreatedAt: at, PasswordPolicy: &identity.PasswordPolicy{MinimumLength: 14, HardExpiry: true}},
		&identity.User{
			Account: "111122223333", Name: "Ann", ID: "AIDA1", Path: "/eng/", CreatedAt: at, Tags: identity.Tags{{Key: "Team", Value: "ops"}},
			Grants: identity.Grants{Inline: []identity.InlinePolicy{{Name: "p", Document: "{ }"}}, Attached: []string{"arn:aws:iam::aws:policy/X"}}, Groups: []string{"AGPA1"},
		},
		&identity.Role{Account: "111122223333", Name: "ops", ID: "AROA1", Path: "/", CreatedAt: at, TrustIDs: map[string]string{"a": "1", "b": "2"}, Trust: "{}"},
		&identity.MFADevice{Account: "111122223333", Serial: "arn:aws:iam::111122223333:mfa/ann", Seed: []byte{0, 255}, CreatedAt: at, LastStep: 1 << 40, Drift: -3},
		&identity.Throttle{Key: "device/1", Failures: []time.Time{at, at.Add(time.Nanosecond)}},
	}
	j := memory.New()
	must(t, openOn(t, j, store.Outbox{}).Update(t.Context(), func(tx *store.Tx) error {
		store.Accounts.Put(tx, want[0].(*identity.Account))
		store.Users.Put(tx, want[1].(*identity.User))
		store.Roles.Put(tx, want[2].(*identity.Role))
		store.MFADevices.Put(tx, want[3].(*identity.MFADevice))
		store.Throttles.Put(tx, want[4].(*identity.Throttle))
		return nil
	}))
	var got []any
	must(t, openOn(t, j, store.Outbox{}).View(t.Context(), func(tx *store.Tx) error {
		account, _ := store.Accounts.Get(tx, "111122223333")
		user, _ := store.UsersByID.Get(tx, "AIDA1")
		role, _ := store.Roles.Get(tx, identity.Key("111122223333", "OPS"))
		device, _ := store.MFADevices.Get(tx, store.MFADeviceKey("111122223333", "arn:aws:iam::111122223333:mfa/ann"))
		throttle, _ := store.Throttles.Get(tx, "device/1")
		got = []any{account, user, role, device, throttle}
		return nil
	}))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// journalOf is a journal with one record.
func journalOf(t *testing.T, key string, value []byte) journal.Journal {
	t.Helper()
	j := memory.New()
	_, err := j.Append(context.Background(), journal.Pos{}, func([]journal.Batch) (journal.Batch, error) {
		return journal.Batch{Writes: []journal.Record{{Key: key, Value: value}}}, nil
	})
	must(t, err)
	return j
}

func TestAJournalThatCannotBeUnderstoodIsRefused(t *testing.T) {
	j := memory.New()
	must(t, put(openOn(t, j, store.Outbox{}), thing{Name: "a"}))
	var good []byte
	for batch, err := range j.Read(t.Context(), journal.Pos{}) {
		must(t, err)
		good = batch.Writes[0].Value
	}
	for _, c := range []struct {
		key   string
		value []byte
		want  string
	}{
		{"planet/a", good, "knows no such table"},
		{"", good, "knows no such table"},
		{"thing/b", good, `thing/b: it holds the row "a"`},
		{"thing/a", []byte{}, "thing/a: it is empty"},
		{"thing/a", append([]byte{2}, good[1:]...), "version 2 and this release reads version 1"},
		{"thing/a", good[:len(good)-1], "thing/a: "},
		{"thing/a", append(append([]byte{}, good...), 0), "thing/a: "},
		{"thing/a", []byte{1, 0xa2, 1, 0x61, 'a', 1, 0x61, 'a'}, "thing/a: "}, // a field twice
	} {
		_, err := store.Open(t.Context(), journalOf(t, c.key, c.value), store.Options{Tables: tables})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("record %q = %x: got %v, want %q", c.key, c.value, err, c.want)
		}
	}
}

func TestAFieldOfANewerReleaseIsPassedOver(t *testing.T) {
	s := openOn(t, journalOf(t, "thing/a", []byte{1, 0xa2, 1, 0x61, 'a', 0x18, 99, 0x61, 'x'}), store.Outbox{})
	wantThings(t, s, "a")
}

func TestTwoTablesOfOneNameAreRefused(t *testing.T) {
	twin := store.NewTable("thing", func(r *thing) string { return r.Name })
	if _, err := store.Open(t.Context(), memory.New(), store.Options{Tables: []store.Described{things, twin}}); err == nil {
		t.Error("opened with two tables of one name")
	}
}

// FuzzRecord shows that no stored bytes bring Open down, and that what it takes has the key under which it is stored.
func FuzzRecord(f *testing.F) {
	f.Add("thing/a", []byte{1, 0xa1, 1, 0x61, 'a'})
	f.Add("user/1/ann", []byte{1, 0xa2, 1, 0x61, '1', 2, 0x63, 'A', 'n', 'n'})
	f.Fuzz(func(t *testing.T, key string, value []byte) {
		if value == nil {
			return
		}
		s, err := store.Open(t.Context(), journalOf(t, key, value), store.Options{Tables: tables})
		if err != nil {
			return
		}
		defer s.Close()
		must(t, s.View(t.Context(), func(tx *store.Tx) error {
			if name, ok := strings.CutPrefix(key, "thing/"); ok {
				if _, ok := things.Get(tx, name); !ok {
					t.Errorf("%q was taken and is not there", key)
				}
			}
			return nil
		}))
	})
}
