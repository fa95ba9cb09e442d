package server

import (
	"github.com/cardea-iam/cardea/admin"
	"github.com/cardea-iam/cardea/iam"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/sts"
)

// services are the services that are served.
func services() []service.Table {
	return []service.Table{
		iam.Table(),
		sts.Table(),
		admin.Table(),
	}
}

// rows are the tables of the store.
func rows() []store.Described { return store.Identity }
