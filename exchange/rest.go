package exchange

import (
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/wire"
)

// serveREST serves a request to a service of this server whose operations are in method and path. What else its clients may ask for is treated as a service's that
// is not served: authenticated, authorized, recorded.
func (x *exchange) serveREST(shapes *shape.Service) ([]byte, error) {
	operation := x.findPath(shapes)
	if operation == nil {
		return nil, x.serveForeign()
	}
	query, err := wire.ParseQuery(x.r.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	return x.callJSON(operation, query)
}

// findPath finds the operation at a method and path; nil: none is served there.
func (x *exchange) findPath(shapes *shape.Service) *service.Operation {
	for i := range shapes.Operations {
		if o := &shapes.Operations[i]; o.Method == x.r.Method && o.Path == x.r.URL.Path {
			return x.desk.directory.Find(shapes.Name, o.Name)
		}
	}
	return nil
}
