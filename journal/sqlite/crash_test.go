//go:build unix

package sqlite_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/sqlite"
)

// TestKillingTheWriterLosesNothingAcknowledged kills a writing process at random moments, again and again on the same data. It
// shows that the death of the process loses nothing; the page cache survives it, so a power cut is another test.
func TestKillingTheWriterLosesNothingAcknowledged(t *testing.T) {
	dir := t.TempDir()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, rounds %d", seed, *crashRounds)
	chance := rand.New(rand.NewPCG(seed, 0))
	acknowledged := uint64(0)
	for round := range *crashRounds {
		alive := time.Duration(20+chance.IntN(130)) * time.Millisecond
		acknowledged = max(acknowledged, killAfter(t, dir, alive))
		acknowledged = wantSurvived(t, dir, sqlite.Options{}, acknowledged)
		if t.Failed() {
			t.Fatalf("round %d, killed after %s", round, alive)
		}
	}
	if acknowledged < uint64(*crashRounds) {
		t.Errorf("only %d batches in %d rounds: the writers hardly wrote", acknowledged, *crashRounds)
	}
}

// child starts this test binary as another program.
func child(ctx context.Context, program, dir string) *exec.Cmd {
	c := exec.CommandContext(ctx, os.Args[0])
	c.Env = append(os.Environ(), asChild+"="+program, inDir+"="+dir)
	c.Stderr = os.Stderr
	return c
}

// killAfter lets a writer live for a while and answers the last revision that it has acknowledged, 0 if none.
func killAfter(t *testing.T, dir string, alive time.Duration) uint64 {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), alive)
	defer cancel()
	writer := child(ctx, "write until killed", dir)
	out, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	last := lastAcknowledged(t, bufio.NewReader(out))
	if err := writer.Wait(); err == nil || writer.ProcessState.Exited() {
		t.Errorf("the writer ended by itself: %v", err)
	}
	return last
}

// lastAcknowledged reads revisions, one a line. A line without its end was not acknowledged to anybody.
func lastAcknowledged(t *testing.T, out *bufio.Reader) (last uint64) {
	t.Helper()
	for {
		line, err := out.ReadString('\n')
		if err != nil {
			return last
		}
		if last, err = strconv.ParseUint(strings.TrimSuffix(line, "\n"), 10, 64); err != nil {
			t.Fatal(err)
		}
	}
}

// writeUntilKilled writes loads and prints their revisions once they are acknowledged. It checkpoints often.
func writeUntilKilled(dir string) int {
	j, err := sqlite.Open(context.Background(), dir, onDisk(""))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	head, _ := j.Records(context.Background())
	for {
		head, err = j.Append(context.Background(), head, decide(head.Rev+1))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Println(head.Rev)
	}
}

func TestASecondProcessCannotOpenTheSameDirectory(t *testing.T) {
	dir := t.TempDir()
	j := mustOpen(t, dir)
	if _, err := sqlite.Open(t.Context(), dir, sqlite.Options{}); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("open a second time in one process: %v, want %v", err, journal.ErrInUse)
	}
	if out, err := child(t.Context(), "open", dir).Output(); err == nil || !strings.Contains(string(out), "stop that process") {
		t.Errorf("open in a second process: %v, %q; want a refusal that says what to do", err, out)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if out, err := child(t.Context(), "open", dir).Output(); err != nil {
		t.Errorf("open after the first has closed: %v, %s", err, out)
	}
}

// openOnce opens and closes, and prints what was wrong.
func openOnce(dir string) int {
	j, err := sqlite.Open(context.Background(), dir, sqlite.Options{})
	if err == nil {
		err = j.Close()
	}
	if err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}
