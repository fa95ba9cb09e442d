package exchange

import (
	"net/http"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/wire"
)

// usualAnswer is room for most answers.
const usualAnswer = 512

// serveOurs serves a request to a service of this server.
func (x *exchange) serveOurs(shapes *shape.Service) ([]byte, error) {
	switch shapes.Dialect {
	case shape.JSON:
		return x.serveJSON(shapes)
	case shape.REST:
		return x.serveREST(shapes)
	}
	form, err := x.readOurs()
	if err != nil {
		return nil, err
	}
	credential, err := x.authenticate(x.r.Context())
	if err != nil {
		return nil, err
	}
	operation, err := x.find(shapes, form)
	if err != nil {
		return nil, err
	}
	x.action = operation.Name
	in := operation.NewInput()
	if err := operation.Codec.Decode(form, in); err != nil {
		return nil, err
	}
	out, err := x.desk.host.Do(x.r.Context(), operation, credential, x.facts, in)
	if err != nil {
		return nil, err
	}
	return operation.Codec.Encode(make([]byte, 0, usualAnswer), operation.Name, x.facts.RequestID, out)
}

// readOurs reads the parameters of a service of the Query family.
func (x *exchange) readOurs() (wire.Form, error) {
	if method := x.r.Method; method != http.MethodGet && method != http.MethodPost {
		return wire.Form{}, fault.Validation("A request of this service is a GET or a POST.")
	}
	return x.readOwnForm()
}

// readOwnForm reads the parameters, and refuses those whose version is that of another service than the signature's.
func (x *exchange) readOwnForm() (wire.Form, error) {
	form, err := x.readForm()
	if err != nil {
		return wire.Form{}, err
	}
	version, _ := form.Get("Version")
	if other := x.desk.serviceOfVersion(version); other != nil && other.Name != x.proof.Service {
		x.target = ours(other)
		return wire.Form{}, x.proof.Other(other.Name)
	}
	return form, nil
}

// find finds the operation that the parameters name.
func (x *exchange) find(shapes *shape.Service, form wire.Form) (*service.Operation, error) {
	action, ok := form.Get("Action")
	if !ok || action == "" {
		return nil, fault.New("MissingAction", fault.BadRequest, "The request is missing an action or a required parameter: send Action and Version.")
	}
	version, ok := form.Get("Version")
	if !ok {
		version = "NO_VERSION_SPECIFIED"
	}
	if version == shapes.Version {
		if operation := x.desk.directory.Find(shapes.Name, action); operation != nil {
			return operation, nil
		}
	}
	return nil, fault.New("InvalidAction", fault.BadRequest, "Could not find operation %s for version %s", shorten(action), shorten(version))
}

// shorten keeps a client's text from coming back at full length.
func shorten(text string) string {
	const most = 128
	if len(text) > most {
		return valid(text[:most]) + "..."
	}
	return text
}
