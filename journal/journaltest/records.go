package journaltest

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/journal"
)

var records = tests{
	"RecordsAreWhatTheHistoryAddsUpTo":        recordsAreWhatTheHistoryAddsUpTo,
	"RecordsAreOfOnePositionWhileAppendsGoOn": recordsAreOfOnePositionWhileAppendsGoOn,
	"RecordsSeenEarlierStayAsTheyWere":        recordsSeenEarlierStayAsTheyWere,
	"RecordsEndWithTheirContext":              recordsEndWithTheirContext,
	"RecordsMayBeAbandonedByTheirContext":     recordsMayBeAbandonedByTheirContext,
	"RecordsCanBeLeftEarly":                   recordsCanBeLeftEarly,
}

func recordsAreWhatTheHistoryAddsUpTo(t *testing.T, engine Engine) {
	j := engine.Open(t)
	var head journal.Pos
	for i, writes := range [][]journal.Record{
		{{Key: "b", Value: []byte("1")}, {Key: "\xff\x00", Value: []byte("bytes")}, {Key: "gone", Value: []byte("1")}},
		{{Key: "a", Value: []byte("2")}, {Key: "a/", Value: []byte{}}, {Key: "B", Value: []byte("2")}},
		{{Key: "b", Value: []byte("3")}, {Key: "b", Value: []byte("3, again")}, {Key: "gone"}, {Key: "never there"}},
		{{Key: "back", Value: []byte("4")}, {Key: "back"}, {Key: "back", Value: []byte("4, again")}},
	} {
		head = mustAppend(t, j, head, journal.Batch{ID: number(i), Writes: writes})
	}
	want := []journal.Record{
		{Key: "B", Value: []byte("2")},
		{Key: "a", Value: []byte("2")},
		{Key: "a/", Value: []byte{}},
		{Key: "b", Value: []byte("3, again")},
		{Key: "back", Value: []byte("4, again")},
		{Key: "\xff\x00", Value: []byte("bytes")},
	}
	pos, got := mustRecords(t, j)
	if diff := cmp.Diff(want, got); diff != "" || pos != head {
		t.Errorf("records at %s, want %s (-want +got):\n%s", pos, head, diff)
	}
}

// spread writes the same text under many keys, so that a mixture of two positions would show.
func spread(n int) journal.Batch {
	b := journal.Batch{ID: number(n)}
	for i := range 40 {
		b.Writes = append(b.Writes, journal.Record{Key: "key " + strconv.Itoa(i), Value: []byte(strconv.Itoa(n))})
	}
	return b
}

func recordsAreOfOnePositionWhileAppendsGoOn(t *testing.T, engine Engine) {
	j := engine.Open(t)
	head := mustAppend(t, j, journal.Pos{}, spread(1))
	var appender sync.WaitGroup
	stop := make(chan struct{})
	appender.Go(func() {
		for n := 2; ; n++ {
			select {
			case <-stop:
				return
			default:
				head = mustAppend(t, j, head, spread(n))
			}
		}
	})
	for range 30 {
		pos, got := mustRecords(t, j)
		if len(got) != 40 {
			t.Errorf("%d records at %s, want 40", len(got), pos)
		}
		for _, r := range got {
			if string(r.Value) != strconv.FormatUint(pos.Rev, 10) {
				t.Errorf("a record of revision %s among those at %s", r.Value, pos)
			}
		}
	}
	close(stop)
	appender.Wait()
}

func recordsSeenEarlierStayAsTheyWere(t *testing.T, engine Engine) {
	j := engine.Open(t)
	head := mustAppend(t, j, journal.Pos{}, spread(1))
	pos, sequence := j.Records(t.Context())
	head = mustAppend(t, j, head, spread(2))
	seen := 0
	for r, err := range sequence {
		if err != nil {
			t.Fatal(err)
		}
		if seen++; seen == 20 {
			mustAppend(t, j, head, spread(3))
		}
		if string(r.Value) != "1" {
			t.Fatalf("record %d at %s was written at revision %s", seen, pos, r.Value)
		}
	}
	if pos.Rev != 1 || seen != 40 {
		t.Errorf("saw %d records at %s, want 40 at revision 1", seen, pos)
	}
}

func recordsEndWithTheirContext(t *testing.T, engine Engine) {
	j := engine.Open(t)
	mustAppend(t, j, journal.Pos{}, spread(1))
	gone := errors.New("gone")
	ctx, leave := context.WithCancelCause(t.Context())
	defer leave(nil)
	_, sequence := j.Records(ctx)
	var last error
	for _, err := range sequence {
		leave(gone)
		last = err
	}
	wantError(t, "the end of the records", last, gone)
}

func recordsMayBeAbandonedByTheirContext(t *testing.T, engine Engine) {
	j := engine.Open(t)
	var head journal.Pos
	for n := range 50 {
		ctx, leave := context.WithCancel(t.Context())
		j.Records(ctx)
		leave()
		head = mustAppend(t, j, head, spread(n))
	}
}

func recordsCanBeLeftEarly(t *testing.T, engine Engine) {
	j := engine.Open(t)
	mustAppend(t, j, journal.Pos{}, spread(1))
	for range 20 {
		_, sequence := j.Records(t.Context())
		for r, err := range sequence {
			if err != nil || r.Key != "key 0" {
				t.Fatalf("the first record is %q, %v", r.Key, err)
			}
			break
		}
	}
}
