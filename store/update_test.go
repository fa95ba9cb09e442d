package store_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/store"
)

var errRefused = errors.New("refused")

func TestFunctionsThatFailUndoOnlyThemselves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, j, release := gated(t)
		good := later(t.Context(), s, putting(thing{Name: "a"}))
		refused := later(t.Context(), s, func(tx *store.Tx) error {
			must(t, putting(thing{Name: "b"}, thing{Name: "a", N: 9})(tx))
			things.Delete(tx, "a")
			return errRefused
		})
		panics := later(t.Context(), s, func(tx *store.Tx) error {
			must(t, putting(thing{Name: "c"})(tx))
			panic("a bug in a function")
		})
		kept := later(t.Context(), s, func(tx *store.Tx) error {
			must(t, putting(thing{Name: "d"})(tx))
			return fault.AccessDenied("one attempt less").Kept()
		})
		notKept := later(t.Context(), s, func(tx *store.Tx) error {
			must(t, putting(thing{Name: "e"})(tx))
			return fault.AccessDenied("no")
		})
		last := later(t.Context(), s, increment("a"))
		release()

		must(t, <-good)
		must(t, <-last)
		if err := <-refused; !errors.Is(err, errRefused) {
			t.Errorf("the refusal came as %v", err)
		}
		if err := <-panics; err == nil || !strings.Contains(err.Error(), "a bug in a function") || !strings.Contains(err.Error(), "update_test.go") {
			t.Errorf("the panic came as %v", err)
		}
		if err := fault.Of(<-kept); err.Code != "AccessDenied" || !err.Keep {
			t.Errorf("the kept fault came as %v", err)
		}
		if err := fault.Of(<-notKept); err.Code != "AccessDenied" {
			t.Errorf("the fault came as %v", err)
		}
		wantThings(t, s, "a", "d")
		if n := numberOf(t, s, "a"); n != 1 {
			t.Errorf("a has the number %d", n)
		}
		if n := batches(t, j); n != 1 {
			t.Errorf("there are %d batches", n)
		}
		wantThings(t, openOn(t, j, store.Outbox{}), "a", "d")
	})
}

func TestTransactionsAreSerial(t *testing.T) {
	s := open(t)
	var writers sync.WaitGroup
	for range 32 {
		writers.Go(func() {
			for range 20 {
				if err := s.Update(context.Background(), increment("a")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	if n := numberOf(t, s, "a"); n != 32*20 {
		t.Errorf("%d increments made %d", 32*20, n)
	}
}

func TestAnAcknowledgedWriteIsInTheNextView(t *testing.T) {
	s := open(t)
	for n := range 200 {
		must(t, s.Update(t.Context(), increment("a")))
		if got := numberOf(t, s, "a"); got != n+1 {
			t.Fatalf("after %d increments a View saw %d", n+1, got)
		}
	}
}

func TestNothingWrittenAppendsNothing(t *testing.T) {
	j := memory.New()
	s := openOn(t, j, store.Outbox{})
	must(t, s.Update(t.Context(), func(tx *store.Tx) error {
		things.Get(tx, "a")
		things.Delete(tx, "a")
		return nil
	}))
	if n := batches(t, j); n != 0 {
		t.Errorf("there are %d batches", n)
	}
}

func TestTheLastWriteOfARowIsTheOneThatIsKept(t *testing.T) {
	j := memory.New()
	s := openOn(t, j, store.Outbox{})
	must(t, s.Update(t.Context(), func(tx *store.Tx) error {
		must(t, putting(thing{Name: "a"}, thing{Name: "b"}, thing{Name: "a", N: 2}, thing{Name: "c"})(tx))
		things.Delete(tx, "b")
		things.Delete(tx, "c")
		things.Put(tx, &thing{Name: "c", N: 3})
		return nil
	}))
	again := openOn(t, j, store.Outbox{})
	wantThings(t, again, "a", "c")
	if a, c := numberOf(t, again, "a"), numberOf(t, again, "c"); a != 2 || c != 3 {
		t.Errorf("a is %d and c is %d", a, c)
	}
	for batch, err := range j.Read(t.Context(), journal.Pos{}) {
		must(t, err)
		if len(batch.Writes) != 3 {
			t.Errorf("the batch writes %d records for 3 rows", len(batch.Writes))
		}
	}
}

func TestACallerWhoGoesAwayBeforeItsTurnChangesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _, release := gated(t)
		ctx, leave := context.WithCancel(t.Context())
		gone := later(ctx, s, putting(thing{Name: "gone"}))
		stays := later(t.Context(), s, putting(thing{Name: "stays"}))
		leave()
		if err := <-gone; !errors.Is(err, context.Canceled) {
			t.Errorf("the caller who went away was told %v", err)
		}
		release()
		must(t, <-stays)
		wantThings(t, s, "stays")
		if err := s.Update(ctx, putting(thing{Name: "late"})); !errors.Is(err, context.Canceled) {
			t.Errorf("a caller who was gone from the start was told %v", err)
		}
	})
}

func TestACallerWhoGoesAwayAfterItsTurnLeavesTheBatchToDecide(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := trouble()
		s := openOn(t, j, store.Outbox{})
		gate := make(chan struct{})
		j.from(func(a attempt) (journal.Pos, error) {
			pos, err := a.append()
			<-gate // durable, and not yet known to be
			return pos, err
		})
		ctx, leave := context.WithCancel(t.Context())
		gone := later(ctx, s, putting(thing{Name: "a"}))
		leave()
		if err := <-gone; !errors.Is(err, context.Canceled) {
			t.Errorf("the caller who went away was told %v", err)
		}
		close(gate)
		must(t, put(s, thing{Name: "b"}))
		wantThings(t, s, "a", "b")
	})
}

func TestAFunctionThatEndsItsGoroutineClosesTheStoreAndHangsNobody(t *testing.T) {
	s := open(t)
	if err := s.Update(t.Context(), func(*store.Tx) error { runtime.Goexit(); return nil }); !errors.Is(err, store.ErrClosed) {
		t.Errorf("got %v", err)
	}
	if err := put(s, thing{Name: "a"}); !errors.Is(err, store.ErrClosed) {
		t.Errorf("afterwards got %v", err)
	}
	if err := s.Ready(t.Context()); !errors.Is(err, store.ErrClosed) {
		t.Errorf("readiness is %v", err)
	}
}

func TestCloseAnswersEverybodyAndLosesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := trouble()
		s := openOn(t, j, store.Outbox{})
		gate := make(chan struct{})
		j.from(func(a attempt) (journal.Pos, error) {
			pos, err := a.append()
			<-gate
			return pos, err
		})
		written := later(t.Context(), s, putting(thing{Name: "a"}))
		queued := later(t.Context(), s, putting(thing{Name: "b"}))
		closed := make(chan error, 1)
		go func() { closed <- s.Close() }()
		synctest.Wait()
		close(gate)
		must(t, <-closed)
		must(t, <-written)
		if err := <-queued; err != nil && !errors.Is(err, store.ErrClosed) {
			t.Errorf("the queued caller was told %v", err)
		}
		if err := put(s, thing{Name: "c"}); !errors.Is(err, store.ErrClosed) {
			t.Errorf("after Close got %v", err)
		}
		if err := s.Ready(t.Context()); !errors.Is(err, store.ErrClosed) {
			t.Errorf("a closed store is ready: %v", err)
		}
		must(t, s.Close())
		wantThings(t, s, all(t, openOn(t, j.Journal, store.Outbox{}))...) // reading goes on
	})
}
