package journaltest

import (
	"context"
	"encoding/binary"
	"errors"
	"sync"
	"testing"

	"github.com/cardea-iam/cardea/journal"
)

var order = tests{
	"PositionsCountWithoutGaps":                positionsCountWithoutGaps,
	"AnEmptyBatchAppendsNothing":               anEmptyBatchAppendsNothing,
	"AnErrorOfDecideComesBackAsItIs":           anErrorOfDecideComesBackAsItIs,
	"DecideIsHandedWhatItsCallerMissed":        decideIsHandedWhatItsCallerMissed,
	"AppendersNeverOverlookEachOther":          appendersNeverOverlookEachOther,
	"OneAppenderDecidesAtATime":                oneAppenderDecidesAtATime,
	"WhoeverStopsWaitingHasDecidedNothing":     whoeverStopsWaitingHasDecidedNothing,
	"WhatIsDecidedIsWrittenForAnAbsentee":      whatIsDecidedIsWrittenForAnAbsentee,
	"APanicInDecideWritesNothingAndUnlocks":    aPanicInDecideWritesNothingAndUnlocks,
	"DecideMayReadTheJournal":                  decideMayReadTheJournal,
	"ACallerWhoIsGoneAlreadyIsNotEvenHeard":    aCallerWhoIsGoneAlreadyIsNotEvenHeard,
	"ABatchOfNothingButEventsIsABatch":         aBatchOfNothingButEventsIsABatch,
	"WhatTheCallerSaysOfPositionIsDisregarded": whatTheCallerSaysOfPositionIsDisregarded,
}

func positionsCountWithoutGaps(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, batches := fill(t, j, 5)
	for i, b := range batches {
		want := journal.Pos{Epoch: 1, Rev: uint64(i + 1)}
		if b.Pos != want || positions[i+1] != want {
			t.Errorf("batch %d: Append said %s and Read says %s, want %s", i, positions[i+1], b.Pos, want)
		}
	}
}

func anEmptyBatchAppendsNothing(t *testing.T, engine Engine) {
	j := engine.Open(t)
	if pos := mustAppend(t, j, journal.Pos{}, journal.Batch{ID: number(1)}); !pos.IsZero() {
		t.Errorf("an empty batch moved an empty journal to %s", pos)
	}
	head := mustAppend(t, j, journal.Pos{}, one(2, "k", "v"))
	if pos := mustAppend(t, j, head, journal.Batch{ID: number(3)}); pos != head {
		t.Errorf("an empty batch moved the journal from %s to %s", head, pos)
	}
	if got := mustRead(t, j, journal.Pos{}); len(got) != 1 {
		t.Errorf("there are %d batches, want the one with a write", len(got))
	}
}

func aBatchOfNothingButEventsIsABatch(t *testing.T, engine Engine) {
	j := engine.Open(t)
	head := mustAppend(t, j, journal.Pos{}, journal.Batch{ID: number(1), Events: [][]byte{[]byte("somebody looked")}})
	got := mustRead(t, j, journal.Pos{})
	if len(got) != 1 || got[0].Pos != head || string(got[0].Events[0]) != "somebody looked" {
		t.Errorf("read %+v, want the batch of one event at %s", got, head)
	}
}

func whatTheCallerSaysOfPositionIsDisregarded(t *testing.T, engine Engine) {
	j := engine.Open(t)
	b := one(1, "k", "v")
	b.Pos, b.Chain = journal.Pos{Epoch: 7, Rev: 7}, [32]byte{7}
	mustAppend(t, j, journal.Pos{}, b)
	got := mustRead(t, j, journal.Pos{})
	if got[0].Pos != (journal.Pos{Epoch: 1, Rev: 1}) || got[0].Chain == b.Chain {
		t.Errorf("the journal took %s and the chain from its caller", got[0].Pos)
	}
}

func anErrorOfDecideComesBackAsItIs(t *testing.T, engine Engine) {
	j := engine.Open(t)
	head := mustAppend(t, j, journal.Pos{}, one(1, "k", "v"))
	refusal := errors.New("no")
	_, err := j.Append(t.Context(), head, func([]journal.Batch) (journal.Batch, error) { return one(2, "k", "w"), refusal })
	if err != refusal { //nolint:errorlint // The promise is that it is not wrapped.
		t.Errorf("got error %v, want decide's own", err)
	}
	if got := mustRead(t, j, head); len(got) > 0 {
		t.Errorf("a refused batch was written: %+v", got)
	}
	if next := mustAppend(t, j, head, one(3, "k", "x")); next.Rev != head.Rev+1 {
		t.Errorf("the batch after a refusal is %s, want revision %d", next, head.Rev+1)
	}
}

func decideIsHandedWhatItsCallerMissed(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, batches := fill(t, j, 7)
	for i, pos := range positions {
		_, err := j.Append(t.Context(), pos, func(missed []journal.Batch) (journal.Batch, error) {
			wantBatches(t, "missed after "+pos.String(), missed, batches[i:])
			return journal.Batch{}, nil
		})
		if err != nil {
			t.Errorf("append after %s: %v", pos, err)
		}
	}
}

// appendersNeverOverlookEachOther counts with several appenders, each of which knows only what it is handed.
func appendersNeverOverlookEachOther(t *testing.T, engine Engine) {
	const appenders, times = 4, 50
	j := engine.Open(t)
	var all sync.WaitGroup
	for a := range appenders {
		all.Go(func() {
			var known journal.Pos
			var count uint64
			for i := range times {
				pos, err := j.Append(t.Context(), known, func(missed []journal.Batch) (journal.Batch, error) {
					for _, b := range missed {
						count = binary.BigEndian.Uint64(b.Writes[0].Value)
					}
					count++
					return counted(a*times+i, count), nil
				})
				if err != nil {
					t.Errorf("appender %d: %v", a, err)
					return
				}
				known = pos
			}
		})
	}
	all.Wait()
	_, records := mustRecords(t, j)
	if len(records) != 1 || binary.BigEndian.Uint64(records[0].Value) != appenders*times {
		t.Errorf("the count is %v, want %d", records, appenders*times)
	}
	for i, b := range mustRead(t, j, journal.Pos{}) {
		if got := binary.BigEndian.Uint64(b.Writes[0].Value); got != uint64(i+1) {
			t.Fatalf("batch %s counted %d, want %d: it was decided without its predecessor", b.Pos, got, i+1)
		}
	}
}

func counted(n int, count uint64) journal.Batch {
	value := binary.BigEndian.AppendUint64(nil, count)
	return journal.Batch{ID: number(n), Writes: []journal.Record{{Key: "count", Value: value}}}
}

func oneAppenderDecidesAtATime(t *testing.T, engine Engine) {
	j := engine.Open(t)
	inside := make(chan struct{}, 1)
	var all sync.WaitGroup
	for a := range 8 {
		all.Go(func() {
			_, err := j.Append(t.Context(), journal.Pos{}, func([]journal.Batch) (journal.Batch, error) {
				select {
				case inside <- struct{}{}:
				default:
					t.Error("two decide at once")
				}
				b := one(a, "k", "v")
				<-inside
				return b, nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

func whoeverStopsWaitingHasDecidedNothing(t *testing.T, engine Engine) {
	j := engine.Open(t)
	deciding, finish := make(chan struct{}), make(chan struct{})
	var slow sync.WaitGroup
	slow.Go(func() {
		_, err := j.Append(t.Context(), journal.Pos{}, func([]journal.Batch) (journal.Batch, error) {
			close(deciding)
			<-finish
			return one(1, "slow", "v"), nil
		})
		if err != nil {
			t.Error(err)
		}
	})
	<-deciding
	gone := errors.New("gone")
	ctx, leave := context.WithCancelCause(t.Context())
	waiting := make(chan error)
	go func() {
		_, err := j.Append(ctx, journal.Pos{}, neverDecide(t))
		waiting <- err
	}()
	leave(gone)
	wantError(t, "append by somebody who left", <-waiting, gone)
	close(finish)
	slow.Wait()
	if got := mustRead(t, j, journal.Pos{}); len(got) != 1 || got[0].Writes[0].Key != "slow" {
		t.Errorf("read %+v, want the slow batch alone", got)
	}
}

func aCallerWhoIsGoneAlreadyIsNotEvenHeard(t *testing.T, engine Engine) {
	j := engine.Open(t)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	_, err := j.Append(ctx, journal.Pos{}, neverDecide(t))
	wantError(t, "append", err, context.Canceled)
}

func whatIsDecidedIsWrittenForAnAbsentee(t *testing.T, engine Engine) {
	j := engine.Open(t)
	ctx, leave := context.WithCancel(t.Context())
	pos, err := j.Append(ctx, journal.Pos{}, func([]journal.Batch) (journal.Batch, error) {
		leave()
		return one(1, "k", "v"), nil
	})
	if err != nil || pos.Rev != 1 {
		t.Errorf("append: %s, %v; want revision 1, as if the caller were still there", pos, err)
	}
}

func aPanicInDecideWritesNothingAndUnlocks(t *testing.T, engine Engine) {
	j := engine.Open(t)
	func() {
		defer func() { _ = recover() }()
		_, _ = j.Append(t.Context(), journal.Pos{}, func([]journal.Batch) (journal.Batch, error) { panic("a bug in decide") })
		t.Error("the panic was swallowed")
	}()
	if pos := mustAppend(t, j, journal.Pos{}, one(1, "k", "v")); pos.Rev != 1 {
		t.Errorf("the first batch after a panic is %s, want revision 1", pos)
	}
}

func decideMayReadTheJournal(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, batches := fill(t, j, 3)
	_, err := j.Append(t.Context(), positions[3], func([]journal.Batch) (journal.Batch, error) {
		if got := mustRead(t, j, journal.Pos{}); len(got) != len(batches) {
			t.Errorf("decide reads %d batches, want %d", len(got), len(batches))
		}
		if _, got := mustRecords(t, j); len(got) != 3 {
			t.Errorf("decide reads %d records, want 3", len(got))
		}
		return journal.Batch{}, nil
	})
	if err != nil {
		t.Error(err)
	}
}
