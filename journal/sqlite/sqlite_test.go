package sqlite_test

import (
	"testing"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/journaltest"
	"github.com/cardea-iam/cardea/journal/sqlite"
)

// mustOpen opens a directory until the end of the test.
func mustOpen(t testing.TB, dir string) *sqlite.Journal {
	t.Helper()
	return mustOpenWith(t, dir, sqlite.Options{})
}

func mustOpenWith(t testing.TB, dir string, options sqlite.Options) *sqlite.Journal {
	t.Helper()
	j, err := sqlite.Open(t.Context(), dir, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return j
}

func openNew(t testing.TB) journal.Journal { return mustOpen(t, t.TempDir()) }

func TestSQLiteKeepsThePromisesOfJournals(t *testing.T) {
	dirs := map[journal.Journal]string{}
	open := func(t testing.TB, dir string) journal.Journal {
		j := mustOpen(t, dir)
		dirs[j] = dir
		return j
	}
	journaltest.Run(t, journaltest.Engine{
		Open: func(t testing.TB) journal.Journal { return open(t, t.TempDir()) },
		Reopen: func(t testing.TB, j journal.Journal) journal.Journal {
			if err := j.Close(); err != nil {
				t.Fatal(err)
			}
			return open(t, dirs[j])
		},
	})
}

func BenchmarkAppend(b *testing.B) { journaltest.BenchmarkAppend(b, openNew) }
