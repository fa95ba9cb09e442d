//go:build unix

package sqlite_test

import (
	"flag"
	"os"
	"testing"
)

// asChild names what the test binary does instead of testing when a test has started it once more, and inDir where.
const (
	asChild = "CARDEA_JOURNAL_TEST_CHILD"
	inDir   = "CARDEA_JOURNAL_TEST_DIR"
)

var crashRounds = flag.Int("cardea.crashrounds", 20, "how many times the crash test kills a writer")

func TestMain(m *testing.M) {
	flag.Parse()
	if child := os.Getenv(asChild); child != "" {
		os.Exit(children[child](os.Getenv(inDir)))
	}
	os.Exit(m.Run())
}

// children are the programs that tests start.
var children = map[string]func(dir string) int{
	"write until killed":  writeUntilKilled,
	"write until refused": writeUntilRefused,
	"open":                openOnce,
}
