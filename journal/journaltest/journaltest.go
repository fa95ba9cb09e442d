// Package journaltest is the conformance suite of journals: what journal.Journal promises, told as tests that every engine
// must pass. An engine that cannot pass one is wrong, or the promise is.
package journaltest

import (
	"encoding/binary"
	"errors"
	"iter"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/journal"
)

// Engine says how to get a journal to test.
type Engine struct {
	// Open answers an empty journal, and has it closed at the end of the test.
	Open func(t testing.TB) journal.Journal
	// Reopen closes a journal that Open or Reopen gave and opens what it has kept. It is nil if the engine keeps nothing.
	Reopen func(t testing.TB, j journal.Journal) journal.Journal
}

// tests are the promises about one thing, by the sentence that would be false.
type tests map[string]func(*testing.T, Engine)

// Run runs the suite.
func Run(t *testing.T, engine Engine) {
	groups := []tests{order, history, compaction, records, waiting, closing}
	if engine.Reopen != nil {
		groups = append(groups, reopening)
	}
	for _, group := range groups {
		for _, name := range slices.Sorted(maps.Keys(group)) {
			t.Run(name, func(t *testing.T) { group[name](t, engine) })
		}
	}
}

// number answers the ID that the suite gives to the n-th batch.
func number(n int) (id [16]byte) {
	binary.BigEndian.PutUint64(id[8:], uint64(n))
	return id
}

// always decides for a batch, whatever was missed.
func always(b journal.Batch) func([]journal.Batch) (journal.Batch, error) {
	return func([]journal.Batch) (journal.Batch, error) { return b, nil }
}

// one is a batch that writes one record and one event.
func one(n int, key, value string) journal.Batch {
	return journal.Batch{
		ID:     number(n),
		Writes: []journal.Record{{Key: key, Value: []byte(value)}},
		Events: [][]byte{[]byte("event of " + key)},
	}
}

func mustAppend(t testing.TB, j journal.Journal, after journal.Pos, b journal.Batch) journal.Pos {
	t.Helper()
	pos, err := j.Append(t.Context(), after, always(b))
	if err != nil {
		t.Fatalf("append after %s: %v", after, err)
	}
	return pos
}

// fill appends some batches and answers what the journal says they became, the beginning's position first.
func fill(t testing.TB, j journal.Journal, n int) (positions []journal.Pos, batches []journal.Batch) {
	t.Helper()
	positions = []journal.Pos{{}}
	for i := range n {
		positions = append(positions, mustAppend(t, j, positions[i], one(i+1, string(rune('a'+i%26)), "value")))
	}
	return positions, mustRead(t, j, journal.Pos{})
}

func mustRead(t testing.TB, j journal.Journal, after journal.Pos) []journal.Batch {
	t.Helper()
	var batches []journal.Batch
	for b, err := range j.Read(t.Context(), after) {
		if err != nil {
			t.Fatalf("read after %s: %v", after, err)
		}
		batches = append(batches, b)
	}
	return batches
}

// readError answers the error that reading ends with.
func readError(t testing.TB, j journal.Journal, after journal.Pos) error {
	return firstError(j.Read(t.Context(), after))
}

// firstError runs a sequence and answers the error that it ends with.
func firstError[V any](sequence iter.Seq2[V, error]) error {
	for _, err := range sequence {
		if err != nil {
			return err
		}
	}
	return nil
}

func mustRecords(t testing.TB, j journal.Journal) (journal.Pos, []journal.Record) {
	t.Helper()
	pos, sequence := j.Records(t.Context())
	var all []journal.Record
	for r, err := range sequence {
		if err != nil {
			t.Fatalf("records: %v", err)
		}
		all = append(all, r)
	}
	return pos, all
}

func wantError(t testing.TB, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: got error %v, want %v", what, got, want)
	}
}

// wantBatches compares batches byte for byte; no batches are no batches, however the slice is made.
func wantBatches(t testing.TB, what string, got, want []journal.Batch) {
	t.Helper()
	if len(got) == 0 && len(want) == 0 {
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// neverDecide fails the test if it runs.
func neverDecide(t testing.TB) func([]journal.Batch) (journal.Batch, error) {
	return func([]journal.Batch) (journal.Batch, error) {
		t.Error("decide ran, although its caller was refused")
		return journal.Batch{}, nil
	}
}
