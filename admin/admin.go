// Package admin is the few operations of our own that AWS has no API for. They are the service named cardea: signed, authorized and recorded as all others
// are, with actions such as cardea:ImportHardwareMFADevices.
package admin

import (
	"slices"

	api "github.com/cardea-iam/cardea/api/cardea"
	"github.com/cardea-iam/cardea/service"
)

// Table is every operation that is served.
func Table() service.Table {
	return service.Table{Service: "cardea", Shapes: api.Service, Operations: slices.Concat(hardwareMFADeviceOperations, referenceOperations, policySummaryOperations)}
}
