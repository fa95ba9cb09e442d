// Package trail is the operations of CloudTrail that are served: looking up events in the audit log. It writes nothing, and shows nobody the events of another
// account.
//
// # What is there
//
// The log holds every call, not only those of the last 90 days: as far back as its files are kept. What was read or denied can be looked up as soon as it was
// answered; a change, as soon as its record has come from the journal to the log.
package trail

import (
	api "github.com/cardea-iam/cardea/api/cloudtrail"
	"github.com/cardea-iam/cardea/service"
)

// Table is every operation that is served.
func Table() service.Table {
	return service.Table{Service: "cloudtrail", Shapes: api.Service, Operations: lookupOperations}
}
