package console

import (
	"mime"
	"net/http"
	"slices"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/exchange"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

// consoleHeader is a header that a page of another origin cannot send without being asked about it first.
const consoleHeader = "X-Console-Request"

// serveAPI serves a request to the API of a service, with the cookie as the credential.
func (d *Door) serveAPI(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", "default-src 'none'; sandbox")
	name := r.PathValue("service")
	d.desk.Serve(w, at(r, "/"+r.PathValue("path")), name, func(r *http.Request, _ []byte) (*exchange.Proof, error) {
		if err := refuse(r); err != nil {
			return nil, err
		}
		return d.prove(r, name)
	})
	d.touch(r)
}

// at is a request as the service's own address would get it: REST services have their operations in the path.
func at(r *http.Request, path string) *http.Request {
	moved, address := *r, *r.URL
	address.Path, address.RawPath = path, ""
	moved.URL = &address
	return &moved
}

// refuse says no to what is not the console's.
func refuse(r *http.Request) error {
	site := r.Header.Get("Sec-Fetch-Site")
	switch {
	case r.Header.Get("Authorization") != "" || r.URL.Query().Has("X-Amz-Signature"):
		return denied("This address takes no signatures: sign requests to the address of the API.")
	case r.Header.Get(consoleHeader) != "1":
		return denied("The header " + consoleHeader + " is missing.")
	case site != "" && site != "same-origin":
		return denied("Only pages of the console may call this.")
	case !carriesParameters(r):
		return fault.New("UnsupportedMediaType", fault.BadRequest, "The body must be a form, or JSON of a service that speaks it.")
	}
	return nil
}

func denied(text string) error { return fault.AccessDenied("%s", text) }

// bodyTypes are those that SDKs send.
var bodyTypes = []string{"application/x-www-form-urlencoded", "application/x-amz-json-1.0", "application/x-amz-json-1.1", "application/json"}

func carriesParameters(r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && slices.Contains(bodyTypes, kind)
}

// prove reads the cookie. A session that is over answers ExpiredToken, by which the console offers to sign in again.
func (d *Door) prove(r *http.Request, name string) (*exchange.Proof, error) {
	found := sessionOrNone(r)
	return &exchange.Proof{
		Service: name, Region: region,
		Credential: func(tx *store.Tx, now time.Time) (*access.Credential, error) {
			_, err := d.host.Access.Lookup(tx, found, now)
			return found, err
		},
		Other: func(string) error {
			return fault.Validation("The parameters are those of another service than %s.", name)
		},
	}, nil
}

// touch keeps a session that is used from becoming idle. It is written rarely, and is no reason to fail.
func (d *Door) touch(r *http.Request) {
	row, now := d.session(r), d.host.Clock()
	if row == nil || !row.Alive(now) || !signin.Stale(row, now) {
		return
	}
	err := d.host.Store.Update(r.Context(), func(tx *store.Tx) error {
		signin.Touch(tx, row.ID, now)
		return nil
	})
	if err != nil {
		d.host.Log.Warn("the use of a session is not noted", "error", err)
	}
}
