package endpoint

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/exchange"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/wire"
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

// globalRegion is where STS stands for whoever does not say which they mean.
const globalRegion = "us-east-1"

// bringsIdentity reports whether a request that nobody has signed is one that proves otherwise who asks. What it is taken for by mistake is refused later: a stranger may
// call nothing else.
func bringsIdentity(r *http.Request, body []byte) bool {
	query, err := wire.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return false
	}
	if r.Method == http.MethodPost && len(body) > 0 {
		sent, err := wire.ParseBody(string(body))
		if err != nil {
			return false
		}
		if query, err = wire.Join(query, sent); err != nil {
			return false
		}
	}
	action, _ := query.Get("Action")
	version, _ := query.Get("Version")
	return action == "AssumeRoleWithWebIdentity" && version == sts.Service.Version
}

// prove reads the signature of a request.
func (d *Door) prove(r *http.Request, body []byte) (*exchange.Proof, error) {
	signed, err := sigv4.Parse(r, body, sigv4.Options{})
	if unsigned, ok := errors.AsType[*sigv4.Error](err); ok && unsigned.Kind == sigv4.Missing && bringsIdentity(r, body) {
		return &exchange.Proof{
			Service: "sts", Region: globalRegion,
			Credential: func(*store.Tx, time.Time) (*access.Credential, error) {
				return &access.Credential{Anonymous: true}, nil
			},
			Other: func(string) error { return err },
		}, nil
	}
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
