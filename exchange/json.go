package exchange

import (
	"net/http"
	"strings"

	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/wire"
)

// serveJSON serves a request to a service of this server that speaks JSON.
func (x *exchange) serveJSON(shapes *shape.Service) ([]byte, error) {
	operation, err := x.findTarget(shapes)
	if err != nil {
		return nil, err
	}
	return x.callJSON(operation, wire.Form{})
}

// callJSON serves a request whose parameters are an object of JSON, and what is in its query string.
func (x *exchange) callJSON(operation *service.Operation, query wire.Form) ([]byte, error) {
	credential, err := x.authenticate(x.r.Context())
	if err != nil {
		return nil, err
	}
	x.action = operation.Name
	in := operation.NewInput()
	form, err := operation.Codec.JSONForm(x.body, in)
	if err != nil {
		return nil, err
	}
	if form, err = wire.Join(query, form); err != nil {
		return nil, err
	}
	if err := operation.Codec.Decode(form, in); err != nil {
		return nil, err
	}
	out, err := x.desk.host.Do(x.r.Context(), operation, credential, x.facts, in)
	if err != nil {
		return nil, err
	}
	return operation.Codec.EncodeJSON(make([]byte, 0, usualAnswer), out)
}

// findTarget finds the operation that the header X-Amz-Target names: Service.Operation, in one of the several spellings of the service.
func (x *exchange) findTarget(shapes *shape.Service) (*service.Operation, error) {
	if x.r.Method != http.MethodPost {
		return nil, fault.Validation("A request of this service is a POST.")
	}
	header := x.r.Header.Get(targetHeader)
	if header == "" {
		return nil, fault.New("InvalidAction", fault.BadRequest, "The request names no operation: send the header %s.", targetHeader)
	}
	if prefix, _, ok := catalog.ServiceByTarget(header); ok && prefix != shapes.Name {
		return nil, x.proof.Other(prefix)
	}
	if operation := x.desk.directory.Find(shapes.Name, header[strings.LastIndexByte(header, '.')+1:]); operation != nil {
		return operation, nil
	}
	return nil, fault.New("InvalidAction", fault.BadRequest, "Could not find operation %s", shorten(header))
}
