package audit_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/journal"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func open(t *testing.T, path string, options audit.Options) *audit.Log {
	t.Helper()
	l, err := audit.Open(path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func newLog(t *testing.T) (*audit.Log, string) {
	path := filepath.Join(t.TempDir(), "audit.log")
	return open(t, path, audit.Options{}), path
}

// named are events that are told apart by their names.
func named(names ...string) (events [][]byte) {
	for _, name := range names {
		events = append(events, (&audit.Event{Name: name}).AppendJSON(nil))
	}
	return events
}

func at(rev uint64) journal.Pos { return journal.Pos{Epoch: 1, Rev: rev} }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	must(t, err)
	return text
}

// names are the names of the events in a log, which must be whole.
func names(t *testing.T, text []byte) (names []string) {
	t.Helper()
	checked, err := audit.Verify(bytes.NewReader(text))
	must(t, err)
	for line := range bytes.Lines(text) {
		names = append(names, decoded(t, line)["eventName"].(string))
	}
	if checked.Lines != len(names) {
		t.Fatalf("verified %d of %d lines", checked.Lines, len(names))
	}
	return names
}

func wantNames(t *testing.T, text []byte, want ...string) {
	t.Helper()
	if got := strings.Join(names(t, text), " "); got != strings.Join(want, " ") {
		t.Errorf("the log has %q, want %q", got, want)
	}
}

func TestASyncedEventIsInTheFileWhenAppendAnswers(t *testing.T) {
	l, path := newLog(t)
	must(t, l.Append(named("One"), false))
	must(t, l.Append(named("Two"), true))
	wantNames(t, read(t, path), "One", "Two")
	info, err := os.Stat(path)
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the file has mode %v", info.Mode())
	}
}

func TestAnEventThatIsNotSyncedIsInTheFileAfterATenthOfASecond(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.log")
	synctest.Test(t, func(t *testing.T) {
		l := open(t, path, audit.Options{})
		must(t, l.Append(named("One"), false))
		time.Sleep(101 * time.Millisecond) // of the bubble's clock
		synctest.Wait()
		wantNames(t, read(t, path), "One")
	})
}

func TestCloseWritesWhatIsWaiting(t *testing.T) {
	l, path := newLog(t)
	must(t, l.Append(named("One"), false))
	must(t, l.Close())
	must(t, l.Close())
	wantNames(t, read(t, path), "One")
	if l.Ready() == nil || l.Append(named("Two"), true) == nil {
		t.Error("a closed log takes events")
	}
}

func TestWhatIsNoEventIsRefused(t *testing.T) {
	l, path := newLog(t)
	for _, text := range []string{"", "{}", "x", "[1]", "{\"a\":1}\n{\"b\":1}", `{"a":1`} {
		if l.Append([][]byte{[]byte(text)}, true) == nil || l.Write(at(1), [][]byte{[]byte(text)}) == nil {
			t.Errorf("%q was taken", text)
		}
	}
	if text := read(t, path); len(text) > 0 {
		t.Errorf("the log has %q", text)
	}
}

func TestEventsOfManyCallersAreOneChain(t *testing.T) {
	l, path := newLog(t)
	var callers sync.WaitGroup
	for i := range 8 {
		callers.Go(func() {
			for n := range 50 {
				if err := l.Append(named(fmt.Sprint("E", i, "-", n)), n%10 == 0); err != nil {
					t.Error(err)
				}
			}
		})
	}
	callers.Wait()
	must(t, l.Close())
	if n := len(names(t, read(t, path))); n != 400 {
		t.Errorf("the log has %d lines", n)
	}
}

func TestTheLogGoesOnWhereItEnded(t *testing.T) {
	l, path := newLog(t)
	must(t, l.Write(at(3), named("One", "Two")))
	must(t, l.Append(named("Read"), true))
	must(t, l.Close())
	l = open(t, path, audit.Options{})
	if l.Pos() != at(3) {
		t.Errorf("the log is at %v", l.Pos())
	}
	must(t, l.Write(at(3), named("One", "Two"))) // written already
	must(t, l.Write(at(4), named("Three")))
	wantNames(t, read(t, path), "One", "Two", "Read", "Three")
}

func TestWhatACrashCutOffIsWrittenAgain(t *testing.T) {
	l, path := newLog(t)
	must(t, l.Write(at(1), named("One")))
	must(t, l.Write(at(2), named("Two", "Three", "Four")))
	must(t, l.Close())
	whole := read(t, path)
	for size := range whole {
		must(t, os.WriteFile(path, whole[:size], 0o600))
		l := open(t, path, audit.Options{})
		for rev, events := range [][][]byte{named("One"), named("Two", "Three", "Four")} {
			if l.Pos().Before(at(uint64(rev) + 1)) {
				must(t, l.Write(at(uint64(rev)+1), events))
			}
		}
		must(t, l.Close())
		if !bytes.Equal(read(t, path), whole) {
			t.Fatalf("cut at %d of %d the log became\n%s", size, len(whole), read(t, path))
		}
	}
}

func TestAFullFileIsNumberedAndTheOldestGoes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.log")
	l := open(t, path, audit.Options{MaxBytes: 1500, Keep: 2})
	for n := range uint64(40) {
		must(t, l.Write(at(n+1), named(fmt.Sprint("E", n))))
		if n%7 == 0 {
			must(t, l.Close())
			l = open(t, path, audit.Options{MaxBytes: 1500, Keep: 2})
		}
	}
	files, err := filepath.Glob(path + "*")
	must(t, err)
	if len(files) != 3 {
		t.Errorf("there are %v", files)
	}
	all := concat(read(t, path+".2"), read(t, path+".1"), read(t, path))
	got := names(t, all)
	if got[len(got)-1] != "E39" {
		t.Errorf("the log ends with %v", got)
	}
	for _, file := range files {
		names(t, read(t, file)) // each is whole by itself
		if info, _ := os.Stat(file); info.Size() > 1500+1000 || info.Mode().Perm() != 0o600 {
			t.Errorf("%s has %d bytes and mode %v", file, info.Size(), info.Mode())
		}
	}
	if _, err := audit.Verify(bytes.NewReader(concat(read(t, path+".2"), read(t, path)))); err == nil {
		t.Error("a file that is missing was not found")
	}
}

func TestANewFileWithoutALineGoesOnFromTheOneBefore(t *testing.T) {
	// As a crash leaves them: before the new file was made, before its first line, and in the middle of it.
	for name, leave := range map[string]func(path string) error{
		"no file":    func(string) error { return nil },
		"empty file": func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"half line":  func(path string) error { return os.WriteFile(path, []byte(`{"event`), 0o600) },
	} {
		l, path := newLog(t)
		must(t, l.Write(at(1), named("One")))
		must(t, l.Close())
		must(t, os.Rename(path, path+".1"))
		must(t, leave(path))
		l = open(t, path, audit.Options{})
		if l.Pos() != at(1) {
			t.Errorf("%s: the log is at %v", name, l.Pos())
		}
		must(t, l.Write(at(2), named("Two")))
		wantNames(t, concat(read(t, path+".1"), read(t, path)), "One", "Two")
	}
}

func TestAFileThatIsMovedAwayIsBegunAnew(t *testing.T) {
	l, path := newLog(t)
	must(t, l.Write(at(1), named("One")))
	must(t, os.Rename(path, path+".moved"))
	must(t, l.Write(at(2), named("Two")))
	wantNames(t, concat(read(t, path+".moved"), read(t, path)), "One", "Two")
}

func TestAForeignFileIsNeverWrittenTo(t *testing.T) {
	l, path := newLog(t)
	must(t, l.Write(at(1), named("One")))
	must(t, os.Rename(path, path+".moved"))
	foreign := bytes.Repeat([]byte("foreign\n"), 1000)
	must(t, os.WriteFile(path, foreign, 0o600))
	if l.Write(at(2), named("Two")) == nil || l.Ready() == nil {
		t.Error("wrote to a foreign file")
	}
	if !bytes.Equal(read(t, path), foreign) {
		t.Error("the foreign file was changed")
	}
	if _, err := audit.Open(path, audit.Options{}); err == nil || !strings.Contains(err.Error(), "move the file away") {
		t.Errorf("opening a foreign file answers %v", err)
	}
}

func TestALogThatCannotBeWrittenSaysSoAndRecovers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "log")
	must(t, os.Mkdir(dir, 0o700))
	path := filepath.Join(dir, "audit.log")
	l := open(t, path, audit.Options{})
	must(t, l.Write(at(1), named("One")))
	must(t, os.Rename(dir, dir+".away"))

	if err := l.Write(at(2), named("Two")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Write answers %v", err)
	}
	if l.Ready() == nil {
		t.Error("a log without its directory is ready")
	}
	if l.Append(named("Read"), true) == nil {
		t.Error("an event was synced to nowhere")
	}
	if l.Pos() != at(1) {
		t.Errorf("the log is at %v", l.Pos())
	}

	must(t, os.Rename(dir+".away", dir))
	must(t, l.Ready())
	wantNames(t, read(t, path), "One", "Read")
	must(t, l.Write(at(2), named("Two")))
	wantNames(t, read(t, path), "One", "Read", "Two")
}

func concat(texts ...[]byte) []byte { return bytes.Join(texts, nil) }

func BenchmarkAppend(b *testing.B) {
	l, err := audit.Open(filepath.Join(b.TempDir(), "audit.log"), audit.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	event := [][]byte{createUser().AppendJSON(nil)}
	b.ReportAllocs()
	for b.Loop() {
		for l.Append(event, false) != nil { // the disk is slower than the loop: let it catch up
			if err := l.Append(nil, true); err != nil {
				b.Fatal(err)
			}
		}
	}
}
