package server

import (
	"slices"

	"github.com/cardea-iam/cardea/admin"
	"github.com/cardea-iam/cardea/analyzer"
	"github.com/cardea-iam/cardea/ec2"
	"github.com/cardea-iam/cardea/iam"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/sts"
	"github.com/cardea-iam/cardea/trail"
)

// Tables are the services that are served.
func Tables() []service.Table {
	return []service.Table{
		iam.Table(),
		sts.Table(),
		ec2.Table(),
		admin.Table(),
		trail.Table(),
		analyzer.Table(),
	}
}

// rows are the tables of the store.
func rows() []store.Described { return slices.Concat(store.Identity, ec2.Tables) }
