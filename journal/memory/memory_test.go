package memory_test

import (
	"errors"
	"testing"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/journaltest"
	"github.com/cardea-iam/cardea/journal/memory"
)

func open(t testing.TB) journal.Journal {
	j := memory.New()
	t.Cleanup(func() { _ = j.Close() })
	return j
}

func TestMemoryKeepsThePromisesOfJournals(t *testing.T) {
	journaltest.Run(t, journaltest.Engine{Open: open})
}

func BenchmarkAppend(b *testing.B) { journaltest.BenchmarkAppend(b, open) }

func TestABatchThatIsChangedAfterwardsIsFoundByReading(t *testing.T) {
	j := open(t)
	value := []byte("value")
	_, err := j.Append(t.Context(), journal.Pos{}, func([]journal.Batch) (journal.Batch, error) {
		return journal.Batch{Writes: []journal.Record{{Key: "k", Value: value}}}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	value[0] = 'V'
	for _, err := range j.Read(t.Context(), journal.Pos{}) {
		if !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("read: %v, want %v", err, journal.ErrDamaged)
		}
	}
}
