// Package catalog is what AWS publishes about access: the managed policies, and the service authorization reference,
// which says which actions a service has, what they work on, and which condition keys they know. It is data, embedded and read-only.
//
// # Where it comes from
//
// SOURCES names the two packages that `go generate ./catalog/...` makes the data from, their licences, and what the files hash to.
// Names, dates and rules are carried over; descriptions are not.
//
// # What it costs
//
// The indexes are read at the first use, in a few milliseconds, and stay. A policy document or a service's reference is decompressed
// when it is first asked for, and then stays as well. Everything is safe for concurrent use, and what is returned is shared:
// callers must not change it.
//
// # What it does not know
//
// Of a managed policy only the default version is here, under its real number. The package with the policies does not publish their unique IDs:
// ManagedPolicy.ID is made up, from the ARN. The package with the reference has no dependent actions (iam:PassRole for ec2:RunInstances).
// Five actions have scenarios there, which require different sets of resources; here their resources are listed once.
package catalog

import (
	_ "embed"
	"fmt"

	"github.com/cardea-iam/cardea/catalog/pack"
)

//go:generate go run ./gen

var (
	//go:embed data/policies.pack
	policyData string
	//go:embed data/services.pack
	serviceData string
	//go:embed data/global.pack
	globalData string
)

// open opens embedded data. That it does not open is a mistake of the build, which no caller can mend.
func open(data string) *pack.File {
	f, err := pack.Open(data)
	if err != nil {
		panic(fmt.Sprintf("catalog: open the embedded data: %v", err))
	}
	return f
}

// text reads the text of an item of embedded data.
func text(item *pack.Item) string {
	s, err := item.Text()
	if err != nil {
		panic(fmt.Sprintf("catalog: read the embedded data: %v", err))
	}
	return s
}
