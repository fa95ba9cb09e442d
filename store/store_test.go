package store_test

import (
	"testing"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/store"
)

func open(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), memory.New(), store.Options{Tables: store.Identity})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestWhatWasUpdatedIsViewed(t *testing.T) {
	s := open(t)
	err := s.Update(t.Context(), func(tx *store.Tx) error {
		store.Users.Put(tx, &identity.User{Account: "1", Name: "Ann", ID: "AIDA1"})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	err = s.View(t.Context(), func(tx *store.Tx) error {
		u, ok := store.Users.Get(tx, "1/ann")
		if !ok || u.Name != "Ann" {
			t.Errorf("got %v, %v", u, ok)
		}
		if u, ok := store.UsersByID.Get(tx, "AIDA1"); !ok || u.Name != "Ann" {
			t.Errorf("by ID: got %v, %v", u, ok)
		}
		if n := store.UserCount.Of(tx, "1"); n != 1 {
			t.Errorf("counted %d", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
