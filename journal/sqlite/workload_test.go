package sqlite_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"testing"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/sqlite"
)

// onDisk answers options that reach the disk through a VFS and checkpoint often, so that a short test meets every kind of write.
func onDisk(vfs string) sqlite.Options { return sqlite.Options{VFS: vfs, CheckpointPages: 24} }

// load answers the batch that a test writes as the n-th: eight records under changing keys, and an event. Whoever knows n
// knows the batch, so that what is found later can be compared with what must have been written.
func load(n uint64) journal.Batch {
	b := journal.Batch{Events: [][]byte{fmt.Appendf(nil, "event %d", n)}}
	binary.BigEndian.PutUint64(b.ID[:], n)
	for i := range uint64(8) {
		key := fmt.Sprintf("key %d", (n*7+i*13)%101)
		if (n+i)%11 == 0 {
			b.Writes = append(b.Writes, journal.Record{Key: key})
			continue
		}
		b.Writes = append(b.Writes, journal.Record{Key: key, Value: bytes.Repeat([]byte{byte(n)}, int(n*i)%700)})
	}
	return b
}

// decide answers the load of a revision.
func decide(rev uint64) func([]journal.Batch) (journal.Batch, error) {
	return func([]journal.Batch) (journal.Batch, error) { return load(rev), nil }
}

// wantWholeHistory checks that a journal holds the loads 1 to its head, that the records are what they add up to, and that
// nothing that was acknowledged is missing. One batch more may be there: one of which nobody was told. It answers the head.
func wantWholeHistory(t *testing.T, j journal.Journal, acknowledged uint64) journal.Pos {
	t.Helper()
	head, sequence := j.Records(t.Context())
	if head.Rev < acknowledged || head.Rev > acknowledged+1 {
		t.Errorf("the head is %s, but %d batches were acknowledged", head, acknowledged)
	}
	want := map[string][]byte{}
	var next uint64
	for b, err := range j.Read(t.Context(), journal.Pos{}) {
		next++
		if err != nil {
			t.Errorf("read batch %d: %v", next, err)
			return head
		}
		expected := load(next)
		expected.Pos = journal.Pos{Epoch: 1, Rev: next}
		if !bytes.Equal(journal.Encode(b), journal.Encode(expected)) {
			t.Errorf("batch %s is not what was written", b.Pos)
		}
		for _, w := range expected.Writes {
			want[w.Key] = w.Value
			if w.Value == nil {
				delete(want, w.Key)
			}
		}
	}
	if next != head.Rev {
		t.Errorf("read %d batches up to %s", next, head)
	}
	wantRecords(t, sequence, want)
	return head
}

func wantRecords(t *testing.T, sequence func(func(journal.Record, error) bool), want map[string][]byte) {
	t.Helper()
	found := 0
	for r, err := range sequence {
		if err != nil {
			t.Errorf("records: %v", err)
			return
		}
		if value, ok := want[r.Key]; !ok || !bytes.Equal(value, r.Value) {
			t.Errorf("record %q is not what the history adds up to", r.Key)
		}
		found++
	}
	if found != len(want) {
		t.Errorf("found %d records, want %d", found, len(want))
	}
}

// wantSurvived opens what a crash has left and answers its head.
func wantSurvived(t *testing.T, dir string, options sqlite.Options, acknowledged uint64) uint64 {
	t.Helper()
	j, err := sqlite.Open(t.Context(), dir, options)
	if err != nil {
		t.Fatalf("open after a crash: %v", err)
	}
	head := wantWholeHistory(t, j, acknowledged)
	if err := j.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	return head.Rev
}
