//go:build unix

package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/sqlite"
)

// TestAWriteThatTheSystemRefuses lets a process write up to a limit of the size of its files, which the system enforces for
// every user: a real write fails in the middle, and everything that was acknowledged before is there afterwards.
func TestAWriteThatTheSystemRefuses(t *testing.T) {
	dir := t.TempDir()
	out, err := child(t.Context(), "write until refused", dir).Output()
	if err != nil {
		t.Fatalf("the writer: %v, %s", err, out)
	}
	var acknowledged uint64
	var said string
	if _, err := fmt.Sscanf(string(out), "%d %q", &acknowledged, &said); err != nil {
		t.Fatalf("the writer said %q: %v", out, err)
	}
	if acknowledged == 0 || !strings.Contains(said, journal.ErrReadOnly.Error()) {
		t.Errorf("after %d batches the writer said %q, want %q", acknowledged, said, journal.ErrReadOnly)
	}
	wantWholeHistory(t, mustOpen(t, dir), acknowledged)
}

// writeUntilRefused prints how many loads were acknowledged and what the next one said.
func writeUntilRefused(dir string) int {
	signal.Ignore(syscall.SIGXFSZ)
	j, err := sqlite.Open(context.Background(), dir, sqlite.Options{})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	limit := syscall.Rlimit{Cur: 300_000, Max: 300_000}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		fmt.Println(err)
		return 1
	}
	var head journal.Pos
	for {
		pos, err := j.Append(context.Background(), head, decide(head.Rev+1))
		if err == nil {
			head = pos
			continue
		}
		_, again := j.Append(context.Background(), head, decide(head.Rev+1))
		if !errors.Is(again, journal.ErrReadOnly) {
			fmt.Println("the append after the refusal:", again)
			return 1
		}
		fmt.Printf("%d %q\n", head.Rev, err)
		return 0
	}
}

func TestADiskWithoutAWriteAheadLogIsRefused(t *testing.T) {
	const withoutSharedMemory = "unix-none"
	_, err := sqlite.Open(t.Context(), t.TempDir(), sqlite.Options{VFS: withoutSharedMemory})
	if err == nil || !strings.Contains(err.Error(), "choose a directory on a local disk") {
		t.Errorf("open: %v, want an error that says what to do", err)
	}
}

func TestNobodyElseCanReadTheFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "by", "open")
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	j := mustOpen(t, dir)
	if _, err := j.Append(t.Context(), journal.Pos{}, decide(1)); err != nil {
		t.Fatal(err)
	}
	if mode := mustStat(t, dir).Mode().Perm(); mode != 0o700 {
		t.Errorf("the directory has mode %o, want 700", mode)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) < 3 {
		t.Fatalf("%d files, %v", len(entries), err)
	}
	for _, entry := range entries {
		if mode := mustStat(t, filepath.Join(dir, entry.Name())).Mode().Perm(); mode != 0o600 {
			t.Errorf("%s has mode %o, want 600", entry.Name(), mode)
		}
	}
}

func mustStat(t *testing.T, path string) os.FileInfo {
	t.Helper()
	stat, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return stat
}
