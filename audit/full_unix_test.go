//go:build unix

package audit_test

import (
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/cardea-iam/cardea/audit"
)

// fileLimit lets no file of this process grow beyond a size, as a full disk does: a write that would is cut off there.
func fileLimit(t *testing.T, size uint64) (lift func()) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	var before syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: before.Max}))
	lift = func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
			t.Error(err)
		}
	}
	t.Cleanup(lift)
	return lift
}

func TestAFullDiskLosesNoEventAndLeavesNoHalfLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.log")
	l := open(t, path, audit.Options{})
	must(t, l.Write(at(1), named("One")))
	before := read(t, path)

	lift := fileLimit(t, uint64(len(before))+100)
	if l.Write(at(2), named("Two", "Three")) == nil || l.Append(named("Read"), true) == nil || l.Ready() == nil {
		t.Error("a full disk took an event")
	}
	if l.Pos() != at(1) {
		t.Errorf("the log is at %v", l.Pos())
	}
	lift()

	must(t, l.Ready())
	must(t, l.Write(at(2), named("Two", "Three")))
	wantNames(t, read(t, path), "One", "Read", "Two", "Three")
}
