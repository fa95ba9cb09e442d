package exchange

import (
	"mime"
	"net/http"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/wire"
)

const formType = "application/x-www-form-urlencoded"

func isForm(r *http.Request) bool {
	said := r.Header.Get("Content-Type")
	if said == formType || said == formType+"; charset=utf-8" { // what clients send
		return true
	}
	kind, _, err := mime.ParseMediaType(said)
	return err == nil && kind == formType
}

// readForm reads the parameters of query string and body into one structure: whoever finds the operation, authorizes and acts
// reads the same.
func (x *exchange) readForm() (wire.Form, error) {
	query, err := wire.ParseQuery(x.r.URL.RawQuery)
	if err != nil || len(x.body) == 0 {
		return query, err
	}
	if x.r.Header.Get("Content-Type") != "" && !isForm(x.r) {
		return wire.Form{}, fault.New("MalformedInput", fault.BadRequest, "The body of a request must be of the type %s.", formType)
	}
	body, err := wire.ParseBody(string(x.body))
	if err != nil {
		return wire.Form{}, err
	}
	return wire.Join(query, body)
}
