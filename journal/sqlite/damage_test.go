package sqlite_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/sqlite"
)

// written answers a directory with a closed journal of some loads.
func written(t *testing.T, n uint64) string {
	t.Helper()
	dir := t.TempDir()
	j := mustOpen(t, dir)
	appendTo(t, j, journal.Pos{}, n)
	mustClose(t, j)
	return dir
}

// appendTo appends loads until a revision and answers the head.
func appendTo(t *testing.T, j journal.Journal, head journal.Pos, until uint64) journal.Pos {
	t.Helper()
	for head.Rev < until {
		var err error
		if head, err = j.Append(t.Context(), head, decide(head.Rev+1)); err != nil {
			t.Fatal(err)
		}
	}
	return head
}

func mustClose(t *testing.T, j journal.Journal) {
	t.Helper()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

// tamper runs SQL on the file of a closed journal.
func tamper(t *testing.T, dir, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, sqlite.FileName))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func TestAChangedHistoryIsFoundByReading(t *testing.T) {
	for _, statement := range []string{
		"UPDATE batch SET data = (SELECT data FROM batch WHERE rev = 4) WHERE rev = 5",
		"UPDATE batch SET data = substr(data, 1, length(data) - 1) || x'00' WHERE rev = 5",
		"UPDATE batch SET data = substr(data, 1, 40) WHERE rev = 5",
		"UPDATE batch SET data = zeroblob(0) WHERE rev = 5",
		"UPDATE batch SET chain = zeroblob(32) WHERE rev = 5",
		"UPDATE batch SET chain = zeroblob(5) WHERE rev = 5",
		"UPDATE batch SET id = zeroblob(16) WHERE rev = 5",
		"UPDATE batch SET epoch = 2 WHERE rev = 5",
		"DELETE FROM batch WHERE rev = 5",
		"DELETE FROM batch WHERE rev = 6",
		"DELETE FROM batch WHERE rev BETWEEN 5 AND 7",
	} {
		dir := written(t, 8)
		tamper(t, dir, statement)
		j := mustOpen(t, dir)
		var last error
		for _, err := range j.Read(t.Context(), journal.Pos{}) {
			last = err
		}
		if !errors.Is(last, journal.ErrDamaged) {
			t.Errorf("%s: reading ends with %v, want %v", statement, last, journal.ErrDamaged)
		}
		_, err := j.Append(t.Context(), journal.Pos{}, decide(9))
		if !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("%s: append after the beginning: %v, want %v", statement, err, journal.ErrDamaged)
		}
	}
}

func TestAHeadThatIsNotTheLastBatchIsFoundByOpening(t *testing.T) {
	for _, statement := range []string{
		"UPDATE head SET rev = rev - 1",
		"UPDATE head SET rev = rev + 1",
		"UPDATE head SET chain = zeroblob(32)",
		"UPDATE head SET chain = zeroblob(0)",
		"DELETE FROM batch WHERE rev = 8",
		"DELETE FROM batch",
	} {
		dir := written(t, 8)
		tamper(t, dir, statement)
		if _, err := sqlite.Open(t.Context(), dir, sqlite.Options{}); !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("%s: open: %v, want %v", statement, err, journal.ErrDamaged)
		}
	}
}

func TestWhatIsNotAJournalIsRefusedAndLeftAlone(t *testing.T) {
	another := written(t, 1)
	tamper(t, another, "DROP TABLE head")
	newer := written(t, 1)
	tamper(t, newer, "UPDATE head SET schema = 2")
	text := t.TempDir()
	if err := os.WriteFile(filepath.Join(text, sqlite.FileName), []byte(strings.Repeat("not a database\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for dir, says := range map[string]string{
		another: "not a Cardea journal",
		newer:   "use the version of Cardea that wrote it",
		text:    "damaged",
	} {
		before, err := os.ReadFile(filepath.Join(dir, sqlite.FileName))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := sqlite.Open(t.Context(), dir, sqlite.Options{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("open: %v, want an error that says %q", err, says)
		}
		if after, err := os.ReadFile(filepath.Join(dir, sqlite.FileName)); err != nil || string(after) != string(before) {
			t.Errorf("a file that was refused was changed: %v", err)
		}
	}
}

func TestARestoredCopyInANewEpochRefusesWhatWasLost(t *testing.T) {
	dir := written(t, 5)
	copied, err := os.ReadFile(filepath.Join(dir, sqlite.FileName))
	if err != nil {
		t.Fatal(err)
	}
	j := mustOpen(t, dir)
	lost := appendTo(t, j, journal.Pos{Epoch: 1, Rev: 5}, 7)
	mustClose(t, j)
	if err := os.WriteFile(filepath.Join(dir, sqlite.FileName), copied, 0o600); err != nil {
		t.Fatal(err)
	}
	j = mustOpen(t, dir)
	if err := j.BeginEpoch(t.Context()); err != nil {
		t.Fatal(err)
	}
	if head, _ := j.Append(t.Context(), journal.Pos{Epoch: 1, Rev: 5}, func([]journal.Batch) (journal.Batch, error) {
		return journal.Batch{}, nil
	}); head != (journal.Pos{Epoch: 1, Rev: 5}) {
		t.Errorf("a new epoch moved the head to %s", head)
	}
	mustClose(t, j)
	j = mustOpen(t, dir)
	head := appendTo(t, j, journal.Pos{Epoch: 1, Rev: 5}, 9)
	if head != (journal.Pos{Epoch: 2, Rev: 9}) {
		t.Errorf("the head is %s, want 2-9", head)
	}
	if err := j.Wait(t.Context(), lost); !errors.Is(err, journal.ErrDiverged) {
		t.Errorf("wait after the lost %s: %v, want %v", lost, err, journal.ErrDiverged)
	}
	for _, kept := range []journal.Pos{{}, {Epoch: 1, Rev: 5}, {Epoch: 2, Rev: 6}} {
		batches := 0
		for _, err := range j.Read(t.Context(), kept) {
			if batches++; err != nil {
				t.Errorf("read after %s: %v", kept, err)
			}
		}
		if batches != int(9-kept.Rev) {
			t.Errorf("read %d batches after %s", batches, kept)
		}
	}
}

func TestADirectoryMayHaveAnyName(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a b?c#d%41&e=é;'\"")
	j := mustOpen(t, dir)
	appendTo(t, j, journal.Pos{}, 2)
	mustClose(t, j)
	if _, err := os.Stat(filepath.Join(dir, sqlite.FileName)); err != nil {
		t.Error(err)
	}
	wantWholeHistory(t, mustOpen(t, dir), 2)
}

func TestALongHistoryDoesNotGrowTheWAL(t *testing.T) {
	dir := t.TempDir()
	newDisk(t)
	j, err := sqlite.Open(t.Context(), dir, onDisk(diskVFS))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	appendTo(t, j, journal.Pos{}, 400)
	wal, err := os.Stat(filepath.Join(dir, inWAL))
	if err != nil {
		t.Fatal(err)
	}
	if wal.Size() > 100*4096 {
		t.Errorf("the WAL has %d bytes after 400 batches: it is not copied into the database", wal.Size())
	}
}
