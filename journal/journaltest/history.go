package journaltest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/journal"
)

var history = tests{
	"ReadingResumesAtEveryPosition":      readingResumesAtEveryPosition,
	"BatchesComeBackAsTheyWereWritten":   batchesComeBackAsTheyWereWritten,
	"TheChainCoversEveryBatch":           theChainCoversEveryBatch,
	"AForeignPositionIsRefused":          aForeignPositionIsRefused,
	"ReadingEndsAtTheHeadOfItsBeginning": readingEndsAtTheHeadOfItsBeginning,
	"ReadingEndsWithItsContext":          readingEndsWithItsContext,
	"ReadingCanBeLeftAndBegunAgain":      readingCanBeLeftAndBegunAgain,
	"ReadingDoesNotHoldAppendersBack":    readingDoesNotHoldAppendersBack,
	"AnEmptyJournalIsAtTheBeginning":     anEmptyJournalIsAtTheBeginning,
	"ABatchOfManyLargeWritesIsOneBatch":  aBatchOfManyLargeWritesIsOneBatch,
}

func anEmptyJournalIsAtTheBeginning(t *testing.T, engine Engine) {
	j := engine.Open(t)
	if got := mustRead(t, j, journal.Pos{}); len(got) > 0 {
		t.Errorf("an empty journal has batches: %+v", got)
	}
	if pos, got := mustRecords(t, j); !pos.IsZero() || len(got) > 0 {
		t.Errorf("an empty journal is at %s with records %v", pos, got)
	}
}

func readingResumesAtEveryPosition(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, batches := fill(t, j, 9)
	for i, pos := range positions {
		got := mustRead(t, j, pos)
		wantBatches(t, "after "+pos.String(), got, batches[i:])
	}
}

func batchesComeBackAsTheyWereWritten(t *testing.T, engine Engine) {
	j := engine.Open(t)
	want := journal.Batch{
		ID: number(0x0123456789),
		Writes: []journal.Record{
			{Key: "k", Value: []byte("first")},
			{Key: "k", Value: nil},
			{Key: "empty", Value: []byte{}},
			{Key: "not\x00text\xff", Value: []byte{0, 1, 255}},
		},
		Events: [][]byte{[]byte(`{"eventName":"CreateUser"}`), {0}},
	}
	mustAppend(t, j, journal.Pos{}, want)
	got := mustRead(t, j, journal.Pos{})[0]
	want.Pos = journal.Pos{Epoch: 1, Rev: 1}
	want.Chain = journal.Chain([32]byte{}, journal.Encode(want))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func theChainCoversEveryBatch(t *testing.T, engine Engine) {
	j := engine.Open(t)
	_, batches := fill(t, j, 5)
	var link [32]byte
	for _, b := range batches {
		link = journal.Chain(link, journal.Encode(b))
		if b.Chain != link {
			t.Fatalf("batch %s has link %x, want %x", b.Pos, b.Chain, link)
		}
	}
}

func aForeignPositionIsRefused(t *testing.T, engine Engine) {
	j := engine.Open(t)
	fill(t, j, 3)
	for _, pos := range []journal.Pos{
		{Epoch: 1, Rev: 4},
		{Epoch: 1, Rev: 1 << 63},
		{Epoch: 2, Rev: 3},
		{Epoch: 2, Rev: 1},
		{Epoch: 0, Rev: 2},
		{Epoch: 1, Rev: 0},
		{Epoch: 1<<64 - 1, Rev: 1<<64 - 1},
	} {
		_, err := j.Append(t.Context(), pos, neverDecide(t))
		wantError(t, "append after "+pos.String(), err, journal.ErrDiverged)
		wantError(t, "read after "+pos.String(), readError(t, j, pos), journal.ErrDiverged)
		wantError(t, "wait after "+pos.String(), j.Wait(t.Context(), pos), journal.ErrDiverged)
		wantError(t, "compact before "+pos.String(), j.Compact(t.Context(), pos), journal.ErrDiverged)
	}
	if got := mustRead(t, j, journal.Pos{}); len(got) != 3 {
		t.Errorf("there are %d batches after the refusals, want 3", len(got))
	}
}

func readingEndsAtTheHeadOfItsBeginning(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 3)
	head, seen := positions[3], 0
	for _, err := range j.Read(t.Context(), journal.Pos{}) {
		if err != nil {
			t.Fatal(err)
		}
		seen++
		head = mustAppend(t, j, head, one(100+seen, "more", "v"))
	}
	if seen != 3 {
		t.Errorf("read %d batches, want the 3 that were there when reading began", seen)
	}
}

func readingEndsWithItsContext(t *testing.T, engine Engine) {
	j := engine.Open(t)
	fill(t, j, 3)
	gone := errors.New("gone")
	ctx, leave := context.WithCancelCause(t.Context())
	defer leave(nil)
	var last error
	for _, err := range j.Read(ctx, journal.Pos{}) {
		leave(gone)
		last = err
	}
	wantError(t, "the end of reading", last, gone)
}

func readingCanBeLeftAndBegunAgain(t *testing.T, engine Engine) {
	j := engine.Open(t)
	fill(t, j, 3)
	sequence := j.Read(t.Context(), journal.Pos{})
	for range 20 {
		for b, err := range sequence {
			if err != nil || b.Pos.Rev != 1 {
				t.Fatalf("read %s, %v; want revision 1", b.Pos, err)
			}
			break
		}
	}
}

func readingDoesNotHoldAppendersBack(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 2)
	for _, err := range j.Read(t.Context(), positions[1]) {
		if err != nil {
			t.Fatal(err)
		}
		mustAppend(t, j, positions[2], one(3, "k", "v"))
	}
}

func aBatchOfManyLargeWritesIsOneBatch(t *testing.T, engine Engine) {
	j := engine.Open(t)
	b := journal.Batch{ID: number(1)}
	for i := range 300 {
		id := number(i)
		b.Writes = append(b.Writes, journal.Record{Key: string(id[:]), Value: make([]byte, 6144)})
	}
	mustAppend(t, j, journal.Pos{}, b)
	if got := mustRead(t, j, journal.Pos{}); len(got) != 1 || len(got[0].Writes) != 300 {
		t.Errorf("read %d batches, want one with 300 writes", len(got))
	}
	if _, got := mustRecords(t, j); len(got) != 300 || len(got[299].Value) != 6144 {
		t.Errorf("read %d records, want 300 of 6144 bytes", len(got))
	}
}
