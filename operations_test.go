package cardea_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/server"
	"github.com/cardea-iam/cardea/service"
)

var update = flag.Bool("update", false, "write docs/operations.md anew from the tables")

const operationsFile = "docs/operations.md"

func directory(t *testing.T) *service.Directory {
	t.Helper()
	d, err := service.NewDirectory(server.Tables()...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheListOfOperationsIsWhatTheTablesSay(t *testing.T) {
	text := operationsPage(t)
	if *update {
		if err := os.WriteFile(operationsFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile(operationsFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != text {
		t.Errorf("%s is not what the tables say: run go test . -run Operations -update", operationsFile)
	}
}

// operationsPage is the page about what is served, and what of the published operations is not.
func operationsPage(t *testing.T) string {
	d := directory(t)
	var page strings.Builder
	page.WriteString("# Operations\n\nMade from the operation tables by `go test . -run Operations -update`. Do not edit.\n\n" +
		"The access levels are those of the service authorization reference. An operation that is not served is still authenticated, and answered with InvalidAction.\n")
	for _, table := range server.Tables() {
		served := map[string]bool{}
		fmt.Fprintf(&page, "\n## %s\n\n| operation | access level |\n|---|---|\n", table.Service)
		for _, o := range d.All(table.Service) {
			served[o.Name] = true
			fmt.Fprintf(&page, "| %s | %s |\n", o.Name, o.Level)
		}
		var missing []string
		for _, o := range table.Shapes.Operations {
			if !served[o.Name] {
				missing = append(missing, o.Name)
			}
		}
		fmt.Fprintf(&page, "\n%d of the %d operations whose shapes are known here.", len(served), len(table.Shapes.Operations))
		if len(missing) > 0 {
			fmt.Fprintf(&page, " Not served: %s.", strings.Join(missing, ", "))
		}
		page.WriteString("\n")
	}
	return page.String()
}

// levelsOfOurOwn are operations whose level in the reference we do not follow, with the reason.
var levelsOfOurOwn = map[string]string{}

func TestAccessLevelsAreThoseOfTheReference(t *testing.T) {
	d := directory(t)
	for _, table := range server.Tables() {
		for _, o := range d.All(table.Service) {
			action, published := catalog.ActionByName(o.Action())
			if !published {
				continue
			}
			if string(action.Level) != string(o.Level) && levelsOfOurOwn[o.Action()] == "" {
				t.Errorf("%s is %s in the table and %s in the reference", o.Action(), o.Level, action.Level)
			}
		}
	}
}

func TestEveryServedOperationHasAPublishedShape(t *testing.T) {
	d := directory(t)
	for _, table := range server.Tables() {
		for _, o := range d.All(table.Service) {
			if _, ok := table.Shapes.Operation(o.Name); !ok {
				t.Errorf("%s has no shape", o.Action())
			}
		}
	}
}
