package sqlite_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	lib "modernc.org/sqlite/lib"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/sqlite"
)

// These tests fail SQLite's calls to the disk one by one. They show what the journal does about what SQLite makes of a
// failure; that the system reports failures is taken for granted, and TestAWriteThatTheSystemRefuses looks at one.

// fault is a call to the disk that fails.
type fault struct {
	call, file string // as disk.before has them
	nth        int    // which of these calls, the first is 1
	times      int    // how many of them, one after the other
	code       int32  // with what SQLite code
}

func (f fault) String() string { return fmt.Sprintf("%s %s %d x%d", f.call, f.file, f.nth, f.times) }

// arm puts a fault into a disk. The answer says, at the end, whether it has happened.
func (f fault) arm(d *disk) (happened func() bool) {
	calls := 0
	d.before = func(call, file string) int32 {
		if call != f.call || file != f.file {
			return lib.SQLITE_OK
		}
		if calls++; calls < f.nth || calls >= f.nth+f.times {
			return lib.SQLITE_OK
		}
		return f.code
	}
	return func() bool { return calls >= f.nth }
}

const (
	inWAL      = sqlite.FileName + "-wal"
	inDatabase = sqlite.FileName
	forEver    = 1 << 30
)

// everyFault runs a test with the first of these calls failing, then the second, and so on until there is no such call.
func everyFault(t *testing.T, f fault, test func(t *testing.T, d *disk, happened func() bool)) {
	for f.nth = 1; ; f.nth++ {
		happened := false
		t.Run(f.String(), func(t *testing.T) {
			d := newDisk(t)
			check := f.arm(d)
			test(t, d, check)
			happened = check()
		})
		if !happened {
			if f.nth == 1 {
				t.Errorf("no %s of %s in the whole test: it shows nothing", f.call, f.file)
			}
			return
		}
	}
}

const loads = 6 // how many batches a test of faults writes

func TestAFailingDiskIsNeverBelievedAgain(t *testing.T) {
	for _, f := range []fault{
		{call: "sync", file: inWAL, code: lib.SQLITE_IOERR_FSYNC},
		{call: "sync", file: inDatabase, code: lib.SQLITE_IOERR_FSYNC},
		{call: "write", file: inWAL, code: lib.SQLITE_IOERR_WRITE},
		{call: "write", file: inDatabase, code: lib.SQLITE_IOERR_WRITE},
	} {
		for _, f.times = range []int{1, forEver} {
			everyFault(t, f, appendUntilItFails)
		}
	}
}

func appendUntilItFails(t *testing.T, d *disk, failed func() bool) {
	dir := t.TempDir()
	j, err := sqlite.Open(t.Context(), dir, onDisk(diskVFS))
	acknowledged := uint64(0)
	unknown := false
	if err == nil {
		acknowledged, unknown = appendWhileItWorks(t, j, failed)
		_ = j.Close() // it may say once more that the disk fails
	}
	d.before = func(string, string) int32 { return lib.SQLITE_OK }
	reopened := mustOpenWith(t, dir, onDisk(diskVFS))
	head := wantWholeHistory(t, reopened, acknowledged)
	if head.Rev > acknowledged && !unknown {
		t.Errorf("batch %s is there, although its Append said that it was not written", head)
	}
	if _, err := reopened.Append(t.Context(), head, decide(head.Rev+1)); err != nil {
		t.Errorf("append after reopening: %v", err)
	}
}

// appendWhileItWorks answers how many loads were acknowledged, and whether one more may have been written.
func appendWhileItWorks(t *testing.T, j journal.Journal, failed func() bool) (acknowledged uint64, unknown bool) {
	var head journal.Pos
	for range loads {
		late := failed()
		pos, err := j.Append(t.Context(), head, decide(head.Rev+1))
		if err == nil {
			if head = pos; late {
				t.Errorf("batch %s was acknowledged after the disk had failed", pos)
			}
			continue
		}
		wantReadOnly(t, j, head, err)
		return head.Rev, errors.Is(err, journal.ErrUnknown)
	}
	return head.Rev, false
}

// wantReadOnly checks that nothing is appended after a failure, and that everything can still be read.
func wantReadOnly(t *testing.T, j journal.Journal, head journal.Pos, failure error) {
	t.Helper()
	if !errors.Is(failure, journal.ErrReadOnly) {
		t.Errorf("append: %v, want %v", failure, journal.ErrReadOnly)
	}
	for range 3 {
		_, err := j.Append(t.Context(), head, func([]journal.Batch) (journal.Batch, error) {
			t.Error("decide ran on a journal that cannot be written")
			return load(head.Rev + 1), nil
		})
		if !errors.Is(err, journal.ErrReadOnly) || errors.Is(err, journal.ErrUnknown) {
			t.Errorf("append after a failure: %v, want %v and nothing unknown", err, journal.ErrReadOnly)
		}
	}
	if got := wantWholeHistory(t, j, head.Rev); got != head {
		t.Errorf("the head is %s after a failure, want %s", got, head)
	}
}

func TestAFullDiskRefusesAndWorksAgainOnceThereIsRoom(t *testing.T) {
	for _, file := range []string{inWAL, inDatabase} {
		everyFault(t, fault{call: "write", file: file, times: 2, code: lib.SQLITE_FULL}, appendInSpiteOfAFullDisk)
	}
}

func appendInSpiteOfAFullDisk(t *testing.T, d *disk, _ func() bool) {
	dir := t.TempDir()
	j, err := sqlite.Open(t.Context(), dir, onDisk(diskVFS))
	if err != nil {
		if !errors.Is(err, journal.ErrFull) {
			t.Errorf("open: %v, want %v", err, journal.ErrFull)
		}
		d.before = func(string, string) int32 { return lib.SQLITE_OK }
		j = mustOpenWith(t, dir, onDisk(diskVFS))
	}
	var head journal.Pos
	for head.Rev < loads {
		pos, err := j.Append(t.Context(), head, decide(head.Rev+1))
		if err == nil {
			head = pos
			continue
		}
		if !errors.Is(err, journal.ErrFull) || errors.Is(err, journal.ErrUnknown) || errors.Is(err, journal.ErrReadOnly) {
			t.Fatalf("append: %v, want %v and nothing else", err, journal.ErrFull)
		}
		if got := wantWholeHistory(t, j, head.Rev); got != head {
			t.Fatalf("the head is %s after a full disk, want %s", got, head)
		}
	}
	if err := j.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	if got := wantWholeHistory(t, mustOpenWith(t, dir, onDisk(diskVFS)), head.Rev); got != head {
		t.Errorf("the head is %s after reopening, want %s", got, head)
	}
}

func TestADiskThatStaysFullRefusesEveryAppendAndServesEveryReader(t *testing.T) {
	d := newDisk(t)
	j, err := sqlite.Open(t.Context(), t.TempDir(), onDisk(diskVFS))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	var head journal.Pos
	for range 5 {
		if head, err = j.Append(t.Context(), head, decide(head.Rev+1)); err != nil {
			t.Fatal(err)
		}
	}
	d.before = func(call, _ string) int32 {
		if call == "write" {
			return lib.SQLITE_FULL
		}
		return lib.SQLITE_OK
	}
	for range 10 {
		if _, err := j.Append(t.Context(), head, decide(head.Rev+1)); !errors.Is(err, journal.ErrFull) {
			t.Errorf("append: %v, want %v", err, journal.ErrFull)
		}
		wantWholeHistory(t, j, head.Rev)
	}
}

func TestOpeningOnAFullDiskServesReadersUntilThereIsRoom(t *testing.T) {
	d := newDisk(t)
	dir := t.TempDir()
	j := mustOpenWith(t, dir, onDisk(diskVFS))
	full := func(call, file string) int32 {
		if call == "write" && file == inDatabase {
			return lib.SQLITE_FULL
		}
		return lib.SQLITE_OK
	}
	d.before = full
	head := appendTo(t, j, journal.Pos{}, loads) // into the WAL, which is not copied
	mustClose(t, j)
	j = mustOpenWith(t, dir, onDisk(diskVFS))
	if _, err := j.Append(t.Context(), head, decide(head.Rev+1)); !errors.Is(err, journal.ErrFull) {
		t.Errorf("append on a full disk: %v, want %v", err, journal.ErrFull)
	}
	if got := wantWholeHistory(t, j, loads); got != head {
		t.Errorf("the head is %s on a full disk, want %s", got, head)
	}
	_, reading := j.Records(t.Context())
	d.before = func(string, string) int32 { return lib.SQLITE_OK }
	if _, err := j.Append(t.Context(), head, decide(head.Rev+1)); err == nil {
		t.Error("appended to a WAL that could not be renewed")
	}
	for range reading {
	}
	head = appendTo(t, j, head, 2*loads)
	mustClose(t, j)
	if got := wantWholeHistory(t, mustOpenWith(t, dir, onDisk(diskVFS)), head.Rev); got != head {
		t.Errorf("the head is %s after reopening, want %s", got, head)
	}
}

func TestOpeningTrustsNothingThatOnlyTheCacheMayHave(t *testing.T) {
	d := newDisk(t)
	dir := t.TempDir()
	failed := fault{call: "sync", file: inWAL, nth: 8, times: forEver, code: lib.SQLITE_IOERR_FSYNC}.arm(d)
	j, err := sqlite.Open(t.Context(), dir, onDisk(diskVFS))
	if err != nil {
		t.Fatal(err)
	}
	acknowledged, _ := appendWhileItWorks(t, j, failed)
	_ = j.Close()
	if acknowledged == 0 || acknowledged == loads {
		t.Fatalf("%d of %d loads were acknowledged: the fault came at no useful time", acknowledged, loads)
	}
	synced := false
	d.before = func(call, file string) int32 {
		synced = synced || call == "sync" && file == inDatabase
		return lib.SQLITE_OK
	}
	j, err = sqlite.Open(t.Context(), dir, onDisk(diskVFS))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	wal, err := os.Stat(filepath.Join(dir, inWAL))
	if err == nil && wal.Size() > 0 {
		t.Errorf("the WAL still has %d bytes after opening", wal.Size())
	}
	if !synced {
		t.Error("the database was not synced by opening")
	}
}
