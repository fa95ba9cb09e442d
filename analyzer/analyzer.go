// Package analyzer is the operations of IAM Access Analyzer that are served: what is wrong with a policy, or unwise. It keeps nothing and knows no principal.
package analyzer

import (
	api "github.com/cardea-iam/cardea/api/accessanalyzer"
	"github.com/cardea-iam/cardea/service"
)

// Table is every operation that is served.
func Table() service.Table {
	return service.Table{Service: "access-analyzer", Shapes: api.Service, Operations: validationOperations}
}
