package endpoint

import (
	"net/http"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/exchange"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// claimed is the service in the credential of a request, proven or not.
func claimed(r *http.Request) string {
	credential := r.Header.Get("Authorization")
	if _, after, ok := strings.Cut(credential, "Credential="); ok {
		credential, _, _ = strings.Cut(after, ",")
	} else {
		credential = r.URL.Query().Get("X-Amz-Credential")
	}
	parts := strings.Split(strings.TrimSpace(credential), "/")
	if len(parts) != 5 {
		return ""
	}
	return parts[3]
}

// prove reads the signature of a request.
func (d *Door) prove(r *http.Request, body []byte) (*exchange.Proof, error) {
	signed, err := sigv4.Parse(r, body, sigv4.Options{})
	if err != nil {
		return nil, err
	}
	return &exchange.Proof{
		Service: signed.Service, Region: signed.Region, KeyID: signed.AccessKeyID, Temporary: signed.SessionToken != "",
		Credential: func(tx *store.Tx, now time.Time) (*access.Credential, error) {
			return d.host.Access.Authenticate(tx, signed, now)
		},
		Other: func(service string) error { return signed.For(service) },
	}, nil
}
