package journaltest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/journal"
)

var compaction = tests{
	"WhatIsCompactedCannotBeReadAfter": whatIsCompactedCannotBeReadAfter,
	"WhatIsKeptCanBeReadAfter":         whatIsKeptCanBeReadAfter,
	"CompactionLeavesTheRecords":       compactionLeavesTheRecords,
	"CompactionMayBeRepeated":          compactionMayBeRepeated,
	"CompactionUpToTheHeadKeepsTheEnd": compactionUpToTheHeadKeepsTheEnd,
	"CompactionOfALongHistoryIsWhole":  compactionOfALongHistoryIsWhole,
}

func mustCompact(t *testing.T, j journal.Journal, before journal.Pos) {
	t.Helper()
	if err := j.Compact(t.Context(), before); err != nil {
		t.Fatalf("compact before %s: %v", before, err)
	}
}

func whatIsCompactedCannotBeReadAfter(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 6)
	mustCompact(t, j, positions[4])
	for _, pos := range positions[:4] {
		_, err := j.Append(t.Context(), pos, neverDecide(t))
		wantError(t, "append after "+pos.String(), err, journal.ErrCompacted)
		wantError(t, "read after "+pos.String(), readError(t, j, pos), journal.ErrCompacted)
		if err := j.Wait(t.Context(), pos); err != nil {
			t.Errorf("wait after %s: %v, although there is something newer", pos, err)
		}
	}
}

func whatIsKeptCanBeReadAfter(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, batches := fill(t, j, 6)
	mustCompact(t, j, positions[4])
	for i, want := range [][]journal.Batch{batches[4:], batches[5:], nil} {
		wantBatches(t, "after "+positions[4+i].String(), mustRead(t, j, positions[4+i]), want)
	}
}

func compactionLeavesTheRecords(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 6)
	_, before := mustRecords(t, j)
	mustCompact(t, j, positions[5])
	pos, after := mustRecords(t, j)
	if diff := cmp.Diff(before, after); diff != "" || pos != positions[6] {
		t.Errorf("records at %s (-before +after):\n%s", pos, diff)
	}
}

func compactionMayBeRepeated(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, _ := fill(t, j, 6)
	mustCompact(t, j, journal.Pos{})
	if got := mustRead(t, j, journal.Pos{}); len(got) != 6 {
		t.Errorf("compaction before the beginning left %d batches of 6", len(got))
	}
	for _, pos := range []journal.Pos{positions[4], positions[4], positions[2], {}} {
		mustCompact(t, j, pos)
	}
	if got := mustRead(t, j, positions[4]); len(got) != 2 {
		t.Errorf("read %d batches, want 2", len(got))
	}
}

func compactionUpToTheHeadKeepsTheEnd(t *testing.T, engine Engine) {
	j := engine.Open(t)
	positions, batches := fill(t, j, 3)
	mustCompact(t, j, positions[3])
	next := mustAppend(t, j, positions[3], one(4, "k", "v"))
	got := mustRead(t, j, positions[3])
	if len(got) != 1 || got[0].Pos != next || next.Rev != 4 {
		t.Fatalf("read %+v, want the batch appended at %s", got, next)
	}
	if want := journal.Chain(batches[2].Chain, journal.Encode(got[0])); got[0].Chain != want {
		t.Error("the chain is torn where the history was compacted")
	}
}

func compactionOfALongHistoryIsWhole(t *testing.T, engine Engine) {
	const long = 600
	j := engine.Open(t)
	positions := []journal.Pos{{}}
	for i := range long {
		positions = append(positions, mustAppend(t, j, positions[i], one(i+1, "k", "v")))
	}
	mustCompact(t, j, positions[long-1])
	wantError(t, "read of what is gone", readError(t, j, positions[long-2]), journal.ErrCompacted)
	if got := mustRead(t, j, positions[long-1]); len(got) != 1 {
		t.Errorf("read %d batches, want the last one", len(got))
	}
}
