package sigv4_test

import (
	"errors"
	"net/http"
	"net/url"
	"testing"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// refusedCleanly checks that what is not accepted is answered by a fault of the sender.
func refusedCleanly(t *testing.T, err error) {
	t.Helper()
	var refusal *sigv4.Error
	if err != nil && (!errors.As(err, &refusal) || !fault.Of(err).Sender() || fault.Of(err).Code == "") {
		t.Errorf("not a refusal: %v", err)
	}
}

// Whatever stands in the headers: no panic, and without the secret nothing verifies.
func FuzzAuthorizationHeader(f *testing.F) {
	f.Add(form().Header.Get("Authorization"), stamp, "", "/?a=b")
	f.Add("AWS4-HMAC-SHA256 Credential=a/20261125/r/s/aws4_request, SignedHeaders=host, Signature=", "", "t", "http://x?%")
	f.Add(authorization("a/b/c/d/e", "host;;", "x"), "20261125T120000Z", "", "*")
	f.Fuzz(func(t *testing.T, value, date, token, uri string) {
		r := &http.Request{Method: "POST", RequestURI: uri, Host: "localhost:4566", Header: http.Header{
			"Authorization": {value}, "X-Amz-Date": {date},
		}}
		if token != "" {
			r.Header.Set("X-Amz-Security-Token", token)
		}
		_, err := verify(r, []byte("x"), now)
		if err == nil {
			t.Errorf("verified: %q %q %q %q", value, date, token, uri)
		}
		refusedCleanly(t, err)
	})
}

// Whatever stands in the query string: no panic, nothing verifies, and what is decoded agrees with the standard library
// wherever that has the same rules.
func FuzzQuery(f *testing.F) {
	f.Add("a=b&c=%20d")
	f.Add(link("sts", "X-Amz-Expires", "60").RequestURI[2:])
	f.Add("X-Amz-Signature=&X-Amz-Signature&%58-Amz-Signature=0")
	f.Fuzz(func(t *testing.T, raw string) {
		pairs, err := sigv4.Query(raw)
		refusedCleanly(t, err)
		for _, p := range pairs {
			again, err := sigv4.Query(url.QueryEscape("x"+p.Name) + "=" + url.QueryEscape(p.Value+"x"))
			if err != nil || len(again) != 1 {
				t.Errorf("%q does not come back: %q, %v", p, again, err)
			}
		}
		r := &http.Request{Method: "GET", RequestURI: "/?" + raw, Host: "localhost:4566", Header: http.Header{}}
		_, err = verify(r, nil, now)
		if err == nil {
			t.Errorf("verified: %q", raw)
		}
		refusedCleanly(t, err)
	})
}
