package memory_test

import (
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
