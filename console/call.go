package console

import (
	"net/http"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/exchange"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

// region is where people are: the console of an account has no other.
const region = "us-east-1"

// stranger is somebody who has proven nothing yet.
var stranger = &access.Credential{Anonymous: true}

// call does one operation for a page. O is its output.
func call[O any](d *Door, r *http.Request, who *access.Credential, service, operation string, in any) (*O, error) {
	facts := exchange.FactsOf(d.host, r)
	facts.Service, facts.Region = service, region
	out, err := d.host.Do(r.Context(), d.directory.Find(service, operation), who, facts, in)
	if err != nil {
		return nil, err
	}
	return out.(*O), nil
}

// callSignIn does one operation of the service signin.
func callSignIn[O any](d *Door, r *http.Request, who *access.Credential, operation string, in any) (*O, error) {
	return call[O](d, r, who, signin.Name, operation, in)
}

// view reads the store for a page.
func (d *Door) view(r *http.Request, read func(tx *store.Tx)) error {
	return d.host.Store.View(r.Context(), func(tx *store.Tx) error {
		read(tx)
		return nil
	})
}

// words are an error for the person before the page.
func words(err error) string {
	f := fault.Of(err)
	if f.Status >= fault.Failure {
		return "The server cannot do this now. Please try again in a moment."
	}
	return f.Message
}

func codeOf(err error) string { return fault.Of(err).Code }
