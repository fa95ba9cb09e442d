package store_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"

	"go.uber.org/goleak"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/store"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// thing is a row of the tests' own table.
type thing struct {
	Name  string   `cbor:"1,keyasint"`
	Kind  string   `cbor:"2,keyasint,omitempty"`
	Marks []string `cbor:"3,keyasint,omitempty"`
	N     int      `cbor:"4,keyasint,omitempty"`
}

var (
	things       = store.NewTable("thing", func(r *thing) string { return r.Name })
	thingsByKind = things.Index(func(r *thing) []string { return []string{r.Kind} })
	thingsByMark = things.Index(func(r *thing) []string { return r.Marks })
	thingCount   = things.CountBy(func(r *thing) []string { return []string{r.Kind} })
)

var tables = append(slices.Clone(store.Identity), things)

func openOn(t testing.TB, j journal.Journal, outbox store.Outbox) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), j, store.Options{Tables: tables, Outbox: outbox})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func open(t testing.TB) *store.Store { return openOn(t, memory.New(), store.Outbox{}) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func put(s *store.Store, rows ...thing) error {
	return s.Update(context.Background(), putting(rows...))
}

func putting(rows ...thing) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		for i := range rows {
			things.Put(tx, &rows[i])
		}
		return nil
	}
}

// increment adds one to a thing's number, and makes the thing first if it must.
func increment(name string) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		row := thing{Name: name}
		if old, ok := things.Get(tx, name); ok {
			row = *old
		}
		row.N++
		things.Put(tx, &row)
		return nil
	}
}

// all are the names of the things in a store, in order.
func all(t testing.TB, s *store.Store) (names []string) {
	t.Helper()
	must(t, s.View(context.Background(), func(tx *store.Tx) error {
		for row := range things.Prefix(tx, "") {
			names = append(names, row.Name)
		}
		return nil
	}))
	return names
}

func wantThings(t testing.TB, s *store.Store, want ...string) {
	t.Helper()
	if got := all(t, s); !slices.Equal(got, want) {
		t.Errorf("the store has %q, want %q", got, want)
	}
}

func numberOf(t testing.TB, s *store.Store, name string) (n int) {
	t.Helper()
	must(t, s.View(context.Background(), func(tx *store.Tx) error {
		if row, ok := things.Get(tx, name); ok {
			n = row.N
		}
		return nil
	}))
	return n
}

// troubled is a journal whose Append does what the test says, over a journal that works.
type troubled struct {
	journal.Journal

	mu      sync.Mutex // guards the field below
	instead func(attempt) (journal.Pos, error)
}

func trouble() *troubled { return &troubled{Journal: memory.New()} }

// from now on Append answers what instead answers; nil: what the journal answers.
func (j *troubled) from(instead func(attempt) (journal.Pos, error)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.instead = instead
}

func (j *troubled) Append(ctx context.Context, after journal.Pos, decide func([]journal.Batch) (journal.Batch, error)) (journal.Pos, error) {
	j.mu.Lock()
	instead := j.instead
	j.mu.Unlock()
	a := attempt{func(decide func([]journal.Batch) (journal.Batch, error)) (journal.Pos, error) {
		return j.Journal.Append(ctx, after, decide)
	}, decide}
	if instead == nil {
		return a.append()
	}
	return instead(a)
}

// attempt is one call of Append.
type attempt struct {
	on     func(decide func([]journal.Batch) (journal.Batch, error)) (journal.Pos, error)
	decide func([]journal.Batch) (journal.Batch, error)
}

// append really appends.
func (a attempt) append() (journal.Pos, error) { return a.on(a.decide) }

// lose lets everything be decided, and then appends nothing.
func (a attempt) lose() {
	a.on(func(missed []journal.Batch) (journal.Batch, error) {
		_, err := a.decide(missed)
		return journal.Batch{}, errors.Join(err, errors.New("lost"))
	})
}

// gated opens a store whose first Append waits until release is called, so that what is queued meanwhile becomes one batch. It is for a
// synctest bubble.
func gated(t *testing.T) (s *store.Store, j *troubled, release func()) {
	j = trouble()
	s = openOn(t, j, store.Outbox{})
	gate := make(chan struct{})
	j.from(func(a attempt) (journal.Pos, error) {
		j.from(nil)
		<-gate
		return a.append()
	})
	first := later(t.Context(), s, func(*store.Tx) error { return nil })
	return s, j, func() {
		close(gate)
		must(t, <-first)
	}
}

// later queues an Update, after all that were queued before, and answers where its answer comes. It is for a synctest bubble.
func later(ctx context.Context, s *store.Store, fn func(*store.Tx) error) <-chan error {
	answer := make(chan error, 1)
	go func() { answer <- s.Update(ctx, fn) }()
	synctest.Wait()
	return answer
}

// batches counts the batches of a journal.
func batches(t *testing.T, j journal.Journal) (n int) {
	t.Helper()
	for _, err := range j.Read(t.Context(), journal.Pos{}) {
		must(t, err)
		n++
	}
	return n
}
