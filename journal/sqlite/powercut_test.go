package sqlite_test

import (
	"math/rand/v2"
	"testing"

	lib "modernc.org/sqlite/lib"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/sqlite"
)

// TestAPowerCutLosesNothingAcknowledged cuts the power before every call that changes a file: what was synced is left, and any
// part of what was only written. It shows that what is acknowledged was synced before, and in the right order; that a real
// disk keeps what it was told to sync is taken for granted.
func TestAPowerCutLosesNothingAcknowledged(t *testing.T) {
	const batches = 10
	d := newDisk(t)
	chance := rand.New(rand.NewPCG(1, 2))
	acknowledged := uint64(0)
	type left struct {
		dir          string
		acknowledged uint64
	}
	var cuts []left
	writing := false
	d.before = func(string, string) int32 {
		if writing {
			cut := left{t.TempDir(), acknowledged}
			d.cutPower(t, chance, cut.dir)
			cuts = append(cuts, cut)
		}
		return lib.SQLITE_OK
	}
	j, err := sqlite.Open(t.Context(), t.TempDir(), onDisk(diskVFS))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	writing = true
	var head journal.Pos
	for range batches {
		if head, err = j.Append(t.Context(), head, decide(head.Rev+1)); err != nil {
			t.Fatal(err)
		}
		acknowledged = head.Rev
	}
	writing = false
	if len(cuts) < 5*batches {
		t.Errorf("%d power cuts in %d batches: too few to show anything", len(cuts), batches)
	}
	for _, cut := range cuts {
		wantSurvived(t, cut.dir, onDisk(diskVFS), cut.acknowledged)
	}
}
