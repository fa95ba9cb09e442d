package store_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/store"
)

// logAt is an audit log in a directory of its own, which can be taken away.
func logAt(t *testing.T, path string) (*audit.Log, store.Outbox) {
	t.Helper()
	l, err := audit.Open(path, audit.Options{})
	must(t, err)
	t.Cleanup(func() { l.Close() })
	return l, store.Outbox{Ready: l.Ready, Write: l.Write, Pos: l.Pos}
}

func newLog(t *testing.T) (path string, outbox store.Outbox) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "log")
	must(t, os.Mkdir(dir, 0o700))
	path = filepath.Join(dir, "audit.log")
	_, outbox = logAt(t, path)
	return path, outbox
}

// audited makes a thing and the line about it.
func audited(name string) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		things.Put(tx, &thing{Name: name})
		tx.Audit((&audit.Event{Name: name}).AppendJSON(nil))
		return nil
	}
}

// logged are the names of the events in a log, which must be whole.
func logged(t *testing.T, path string) (names []string) {
	t.Helper()
	text, err := os.ReadFile(path)
	must(t, err)
	if _, err := audit.Verify(bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(text) {
		var event struct{ EventName string }
		must(t, json.Unmarshal(line, &event))
		names = append(names, event.EventName)
	}
	return names
}

func wantLogged(t *testing.T, path string, want ...string) {
	t.Helper()
	if got := logged(t, path); !slices.Equal(got, want) {
		t.Errorf("the audit log has %q, want %q", got, want)
	}
}

func TestTheAuditLineIsInTheLogWhenTheChangeIsAcknowledged(t *testing.T) {
	path, outbox := newLog(t)
	s := openOn(t, memory.New(), outbox)
	must(t, s.Update(t.Context(), audited("a")))
	wantLogged(t, path, "a")
	err := s.Update(t.Context(), func(tx *store.Tx) error {
		must(t, audited("b")(tx))
		return errRefused
	})
	if !errors.Is(err, errRefused) {
		t.Errorf("got %v", err)
	}
	must(t, s.Update(t.Context(), func(tx *store.Tx) error { // a line without a change
		tx.Audit((&audit.Event{Name: "c"}).AppendJSON(nil))
		return nil
	}))
	wantLogged(t, path, "a", "c")
}

func TestNoChangeIsMadeWhileTheAuditLogCannotBeWritten(t *testing.T) {
	path, outbox := newLog(t)
	j := memory.New()
	s := openOn(t, j, outbox)
	must(t, s.Update(t.Context(), audited("a")))

	must(t, os.Rename(filepath.Dir(path), filepath.Dir(path)+".away"))
	// The log is found to be gone only after the change is durable: it stands, but nobody may be told that all is well.
	if err := s.Update(t.Context(), audited("b")); !errors.Is(err, store.ErrUnavailable) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	for range 3 {
		if err := s.Update(t.Context(), audited("c")); !errors.Is(err, store.ErrUnavailable) {
			t.Errorf("got %v", err)
		}
	}
	if s.Ready(t.Context()) == nil {
		t.Error("the store is ready without an audit log")
	}
	wantThings(t, s, "a", "b")
	if n := batches(t, j); n != 2 {
		t.Errorf("the journal has %d batches", n)
	}

	must(t, os.Rename(filepath.Dir(path)+".away", filepath.Dir(path)))
	must(t, s.Ready(t.Context()))
	must(t, s.Update(t.Context(), audited("d")))
	wantThings(t, s, "a", "b", "d")
	wantLogged(t, path, "a", "b", "d")
}

func TestARefusalIsStillARefusalWhenOnlyTheAuditLineIsLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		path, outbox := newLog(t)
		j := trouble()
		s := openOn(t, j, outbox)
		gate := make(chan struct{})
		j.from(func(a attempt) (journal.Pos, error) {
			j.from(nil)
			<-gate
			return a.append()
		})
		first := later(t.Context(), s, func(*store.Tx) error { return nil })
		good := later(t.Context(), s, audited("a"))
		refused := later(t.Context(), s, func(*store.Tx) error { return errRefused })
		must(t, os.Rename(path, path+".away"))
		must(t, os.Mkdir(path, 0o700)) // in the place of the file
		close(gate)
		must(t, <-first)
		if err := <-good; !errors.Is(err, store.ErrUnavailable) {
			t.Errorf("the change was answered with %v", err)
		}
		if err := <-refused; !errors.Is(err, errRefused) || errors.Is(err, store.ErrUnavailable) {
			t.Errorf("the refusal was answered with %v", err)
		}
	})
}

func TestLinesThatACrashKeptFromTheLogAreWrittenAtTheNextStart(t *testing.T) {
	path, outbox := newLog(t)
	j := memory.New()
	s := openOn(t, j, outbox)
	for n := range 6 {
		must(t, s.Update(t.Context(), audited(fmt.Sprint("e", n))))
	}
	must(t, s.Close())
	whole, err := os.ReadFile(path)
	must(t, err)
	for size := 0; size <= len(whole); size += 97 {
		must(t, os.WriteFile(path, whole[:size], 0o600))
		l, outbox := logAt(t, path)
		must(t, openOn(t, j, outbox).Close())
		must(t, l.Close())
		wantLogged(t, path, "e0", "e1", "e2", "e3", "e4", "e5")
	}
}

func TestAnAuditLogOfAnotherHistoryIsRefused(t *testing.T) {
	path, outbox := newLog(t)
	s := openOn(t, memory.New(), outbox)
	for n := range 3 {
		must(t, s.Update(t.Context(), audited(fmt.Sprint("e", n))))
	}
	for name, changes := range map[string]int{"an empty journal": 0, "a shorter journal": 2} {
		j := memory.New()
		other := openOn(t, j, store.Outbox{})
		for range changes {
			must(t, put(other, thing{Name: "a"}))
		}
		_, err := store.Open(t.Context(), j, store.Options{Tables: tables, Outbox: outbox})
		if !errors.Is(err, journal.ErrDiverged) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	wantLogged(t, path, "e0", "e1", "e2")
}

func TestCompactionNeverPassesTheAuditLog(t *testing.T) {
	path, outbox := newLog(t)
	j := memory.New()
	s := openOn(t, j, outbox)
	must(t, s.Update(t.Context(), audited("a")))
	must(t, os.Rename(filepath.Dir(path), filepath.Dir(path)+".away"))
	if s.Update(t.Context(), audited("b")) == nil {
		t.Fatal("the change was acknowledged")
	}
	must(t, s.Compact(t.Context(), s.Pos()))
	must(t, os.Rename(filepath.Dir(path)+".away", filepath.Dir(path)))
	must(t, s.Update(t.Context(), audited("c")))
	must(t, s.Compact(t.Context(), s.Pos()))
	wantLogged(t, path, "a", "b", "c")
}

func TestANewAuditLogBesideACompactedJournalBeginsWithTheNextChange(t *testing.T) {
	j := memory.New()
	old := openOn(t, j, store.Outbox{})
	for range 3 {
		must(t, old.Update(t.Context(), audited("a")))
	}
	must(t, old.Compact(t.Context(), old.Pos()))
	path, outbox := newLog(t)
	must(t, openOn(t, j, outbox).Update(t.Context(), audited("b")))
	wantLogged(t, path, "b")
}

func TestEveryNodeLogsTheChangesOfAllNodes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := memory.New()
		pathOne, outboxOne := newLog(t)
		pathTwo, outboxTwo := newLog(t)
		one, two := openOn(t, j, outboxOne), openOn(t, j, outboxTwo)
		must(t, one.Update(t.Context(), audited("a")))
		must(t, two.Update(t.Context(), audited("b")))
		must(t, one.Update(t.Context(), audited("c")))
		time.Sleep(time.Second) // of the bubble's clock
		wantLogged(t, pathOne, "a", "b", "c")
		wantLogged(t, pathTwo, "a", "b", "c")
	})
}

// shelf is an outbox that can be locked, and keeps what it was given while it is not.
type shelf struct {
	mu     sync.Mutex // guards the fields below
	locked error
	pos    journal.Pos
	lines  []string
}

func (o *shelf) write(pos journal.Pos, events [][]byte) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.locked != nil {
		return o.locked
	}
	o.pos = pos
	for _, event := range events {
		o.lines = append(o.lines, string(event))
	}
	return nil
}

func (o *shelf) lock(err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.locked = err
}

func (o *shelf) outbox() store.Outbox {
	return store.Outbox{Ready: func() error { return nil }, Write: o.write, Pos: func() journal.Pos { return o.pos }}
}

func TestLateLinesAreWrittenOnceAndBeforeNewerOnes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j, late := memory.New(), &shelf{}
		one, two := openOn(t, j, store.Outbox{}), openOn(t, j, late.outbox())
		line := func(text string) func(*store.Tx) error {
			return func(tx *store.Tx) error { tx.Audit([]byte(text)); return nil }
		}
		late.lock(errors.New("the disk is full"))
		must(t, one.Update(t.Context(), line("a")))
		time.Sleep(time.Second) // of the bubble's clock: node two meets a, and cannot write it
		late.lock(nil)
		must(t, one.Update(t.Context(), line("b")))
		time.Sleep(time.Second)
		must(t, one.Update(t.Context(), line("c"))) // node two has not met it when it catches up
		must(t, two.Update(t.Context(), line("d")))
		if want := []string{"a", "b", "c", "d"}; !slices.Equal(late.lines, want) {
			t.Errorf("the lines came as %q, want %q", late.lines, want)
		}
	})
}
