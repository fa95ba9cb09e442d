package journaltest

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/cardea-iam/cardea/journal"
)

var closing = tests{
	"AClosedJournalAnswersErrClosed":         aClosedJournalAnswersErrClosed,
	"CloseEndsEverybodyAndLeavesNoGoroutine": closeEndsEverybodyAndLeavesNoGoroutine,
	"CloseEndsWhoeverReads":                  closeEndsWhoeverReads,
	"CloseWaitsForTheBatchInHand":            closeWaitsForTheBatchInHand,
	"ClosingAgainDoesNothing":                closingAgainDoesNothing,
}

// reopening is for engines that keep what they have.
var reopening = tests{
	"EverythingIsThereAfterReopening": everythingIsThereAfterReopening,
	"HistoryGoesOnAfterReopening":     historyGoesOnAfterReopening,
	"CompactionIsKept":                compactionIsKept,
	"AnEmptyJournalReopensEmpty":      anEmptyJournalReopensEmpty,
}

func mustClose(t testing.TB, j journal.Journal) {
	t.Helper()
	if err := j.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func aClosedJournalAnswersErrClosed(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 2)
	_, early := j.Records(t.Context())
	mustClose(t, j)
	for _, pos := range positions {
		_, err := j.Append(t.Context(), pos, neverDecide(t))
		wantError(t, "append", err, journal.ErrClosed)
		wantError(t, "read", readError(t, j, pos), journal.ErrClosed)
		wantError(t, "wait", j.Wait(t.Context(), pos), journal.ErrClosed)
		wantError(t, "compact", j.Compact(t.Context(), pos), journal.ErrClosed)
	}
	_, late := j.Records(t.Context())
	for _, sequence := range []func(func(journal.Record, error) bool){early, late} {
		var last error
		for _, err := range sequence {
			last = err
		}
		wantError(t, "records", last, journal.ErrClosed)
	}
}

func closeEndsEverybodyAndLeavesNoGoroutine(t *testing.T, engine Engine) {
	leaks := goleak.IgnoreCurrent()
	j := engine.Open(t)
	head := mustAppend(t, j, journal.Pos{}, spread(1))
	deciding, finish := make(chan struct{}), make(chan struct{})
	var all sync.WaitGroup
	all.Go(func() {
		_, err := j.Append(t.Context(), head, func([]journal.Batch) (journal.Batch, error) {
			close(deciding)
			<-finish
			return journal.Batch{}, nil
		})
		if err != nil {
			t.Errorf("the append in hand: %v", err)
		}
	})
	<-deciding
	for range 5 {
		all.Go(func() { wantError(t, "wait", j.Wait(t.Context(), head), journal.ErrClosed) })
		all.Go(func() {
			_, err := j.Append(t.Context(), head, neverDecide(t))
			wantError(t, "append", err, journal.ErrClosed)
		})
		all.Go(func() { wantError(t, "compact", j.Compact(t.Context(), head), journal.ErrClosed) })
	}
	all.Go(func() { mustClose(t, j) })
	all.Go(func() { mustClose(t, j) })
	wantError(t, "wait", j.Wait(t.Context(), head), journal.ErrClosed)
	close(finish)
	all.Wait()
	goleak.VerifyNone(t, leaks)
}

func closeEndsWhoeverReads(t *testing.T, engine Engine) {
	j := engine.Open(t)
	mustAppend(t, j, journal.Pos{}, spread(1))
	mustAppend(t, j, journal.Pos{}, spread(2))
	var last error
	for _, err := range j.Read(t.Context(), journal.Pos{}) {
		mustClose(t, j)
		last = err
	}
	wantError(t, "the end of reading", last, journal.ErrClosed)
}

func closeWaitsForTheBatchInHand(t *testing.T, engine Engine) {
	j := engine.Open(t)
	deciding, closed := make(chan struct{}), make(chan struct{})
	var all sync.WaitGroup
	all.Go(func() {
		_, err := j.Append(t.Context(), journal.Pos{}, func([]journal.Batch) (journal.Batch, error) {
			close(deciding)
			wantError(t, "wait", j.Wait(t.Context(), journal.Pos{}), journal.ErrClosed) // so Close has begun
			select {
			case <-closed:
				t.Error("closed while a batch was being decided")
			default:
			}
			return one(1, "k", "v"), nil
		})
		if err != nil {
			t.Errorf("the append in hand: %v", err)
		}
	})
	<-deciding
	mustClose(t, j)
	close(closed)
	all.Wait()
}

func closingAgainDoesNothing(t *testing.T, engine Engine) {
	j := engine.Open(t)
	mustClose(t, j)
	mustClose(t, j)
}

func everythingIsThereAfterReopening(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, batches := fill(t, j, 6)
	_, before := mustRecords(t, j)
	j = engine.Reopen(t, j)
	for i, pos := range positions {
		wantBatches(t, "after "+pos.String(), mustRead(t, j, pos), batches[i:])
	}
	pos, after := mustRecords(t, j)
	if diff := cmp.Diff(before, after); diff != "" || pos != positions[6] {
		t.Errorf("records at %s (-before +reopened):\n%s", pos, diff)
	}
}

func historyGoesOnAfterReopening(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, batches := fill(t, j, 3)
	j = engine.Reopen(t, j)
	next := mustAppend(t, j, positions[3], one(4, "k", "v"))
	got := mustRead(t, j, positions[3])
	if len(got) != 1 || got[0].Pos != next || next.Rev != 4 || got[0].Chain != journal.Chain(batches[2].Chain, journal.Encode(got[0])) {
		t.Errorf("read %+v, want revision 4 in the same chain", got)
	}
	_, err := j.Append(t.Context(), journal.Pos{Epoch: 1, Rev: 5}, neverDecide(t))
	wantError(t, "append after what is not there", err, journal.ErrDiverged)
}

func compactionIsKept(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 5)
	mustCompact(t, j, positions[3])
	j = engine.Reopen(t, j)
	wantError(t, "read of what is gone", readError(t, j, positions[2]), journal.ErrCompacted)
	if got := mustRead(t, j, positions[3]); len(got) != 2 {
		t.Errorf("read %d batches, want 2", len(got))
	}
}

func anEmptyJournalReopensEmpty(t *testing.T, engine Engine) {
	j := engine.Reopen(t, engine.Open(t))
	if pos, got := mustRecords(t, j); !pos.IsZero() || len(got) > 0 {
		t.Errorf("an empty journal came back at %s with %v", pos, got)
	}
}
