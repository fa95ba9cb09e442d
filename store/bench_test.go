package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/journal/sqlite"
	"github.com/cardea-iam/cardea/store"
)

// user is a row of the usual size.
func user(n int) *identity.User {
	return &identity.User{
		Account: account, Name: fmt.Sprintf("user-%07d", n), ID: fmt.Sprintf("AIDAEXAMPLE%07d", n), Path: "/", CreatedAt: time.Unix(1e9, 0).UTC(),
		Grants: identity.Grants{Attached: []string{"arn:aws:iam::aws:policy/IAMUserChangePassword"}}, Groups: []string{"AGPAEXAMPLE"},
	}
}

// crowd is a store with so many users.
func crowd(b testing.TB, users int) *store.Store {
	s := openOn(b, memory.New(), store.Outbox{})
	must(b, s.Update(context.Background(), func(tx *store.Tx) error {
		for n := range users {
			store.Users.Put(tx, user(n))
		}
		return nil
	}))
	return s
}

func TestAViewAllocatesNothingButItsTransaction(t *testing.T) {
	s, ctx := crowd(t, 100), t.Context()
	got := testing.AllocsPerRun(100, func() {
		s.View(ctx, func(tx *store.Tx) error {
			store.Users.Get(tx, "111122223333/user-0000042")
			store.UsersByID.Get(tx, "AIDAEXAMPLE0000042")
			store.UserCount.Of(tx, account)
			return nil
		})
	})
	if got > 1 {
		t.Errorf("a View made %v allocations", got)
	}
}

func BenchmarkView(b *testing.B) {
	for _, users := range []int{100, 100_000} {
		b.Run(fmt.Sprint(users), func(b *testing.B) {
			s, ctx := crowd(b, users), context.Background()
			b.Run("Get", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					s.View(ctx, func(tx *store.Tx) error { store.Users.Get(tx, "111122223333/user-0000042"); return nil })
				}
			})
			b.Run("Index.Get", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					s.View(ctx, func(tx *store.Tx) error { store.UsersByID.Get(tx, "AIDAEXAMPLE0000042"); return nil })
				}
			})
		})
	}
}

// BenchmarkUpdate makes users, with 64 callers at a time.
func BenchmarkUpdate(b *testing.B) {
	for name, openIn := range map[string]func(b *testing.B) *store.Store{
		"memory": func(*testing.B) *store.Store { return openOn(b, memory.New(), store.Outbox{}) },
		"sqlite": func(b *testing.B) *store.Store { return openOn(b, onDisk(b), store.Outbox{}) },
		"sqlite and audit log": func(b *testing.B) *store.Store {
			l, err := audit.Open(filepath.Join(b.TempDir(), "audit.log"), audit.Options{})
			must(b, err)
			b.Cleanup(func() { l.Close() })
			return openOn(b, onDisk(b), store.Outbox{Ready: l.Ready, Write: l.Write, Pos: l.Pos})
		},
	} {
		b.Run(name, func(b *testing.B) {
			s := openIn(b)
			b.ReportAllocs()
			next := make(chan int, 64)
			go func() {
				defer close(next)
				for n := range b.N {
					next <- n
				}
			}()
			b.ResetTimer()
			done := make(chan error, 64)
			for range 64 {
				go func() { done <- makeUsers(s, next) }()
			}
			for range 64 {
				must(b, <-done)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "updates/s")
		})
	}
}

func onDisk(b *testing.B) journal.Journal {
	j, err := sqlite.Open(context.Background(), b.TempDir(), sqlite.Options{})
	must(b, err)
	b.Cleanup(func() { j.Close() })
	return j
}

func makeUsers(s *store.Store, next <-chan int) error {
	for n := range next {
		err := s.Update(context.Background(), func(tx *store.Tx) error {
			u := user(n)
			store.Users.Put(tx, u)
			tx.Audit((&audit.Event{Name: "CreateUser", Identity: audit.Identity{ARN: u.ARN()}}).AppendJSON(nil))
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkUndo is what a function costs that changes one row of a large table and is undone.
func BenchmarkUndo(b *testing.B) {
	s := crowd(b, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		s.Update(context.Background(), func(tx *store.Tx) error {
			store.Users.Put(tx, user(42))
			return errRefused
		})
	}
}
