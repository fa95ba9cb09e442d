package sigv4_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/wire/sigv4"
)

func TestAnIncompleteOrAmbiguousAuthorizationIsRefused(t *testing.T) {
	scope := "AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request"
	good := authorization(scope, "host;x-amz-date", zeros)
	for name, c := range map[string]struct{ value, text string }{
		"empty":                {"", "requires the algorithm 'AWS4-HMAC-SHA256'"},
		"another scheme":       {"Bearer secret-token", "requires the algorithm"},
		"version 4A":           {strings.Replace(good, "HMAC", "ECDSA-P256", 1), "requires the algorithm"},
		"lower-case algorithm": {strings.ToLower(good), "requires the algorithm"},
		"nothing but its name": {"AWS4-HMAC-SHA256", "key=value"},
		"no credential":        {"AWS4-HMAC-SHA256 SignedHeaders=host, Signature=" + zeros, "requires 'Credential' parameter."},
		"empty credential":     {authorization("", "host", zeros), "requires 'Credential' parameter."},
		"empty signature":      {authorization(scope, "host", ""), "requires 'Signature' parameter."},
		"only a credential": {
			"AWS4-HMAC-SHA256 Credential=" + scope,
			"Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.",
		},
		"credential twice":     {good + ", Credential=" + scope, "more than one 'Credential'"},
		"signature twice":      {good + ", Signature=" + zeros, "more than one 'Signature'"},
		"an unknown parameter": {good + ", Extra=1", "not known"},
		"a comma at the end":   {good + ",", "key=value"},
	} {
		t.Run(name, func(t *testing.T) {
			r := form()
			r.Header.Set("Authorization", c.value)
			_, err := verify(r, nil, now)
			refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, c.text)
			if err != nil && strings.Contains(err.Error(), "secret-token") {
				t.Error("the refusal repeats the value of another scheme")
			}
		})
	}
}

func TestARequestWithoutAuthenticationIsMissingIt(t *testing.T) {
	for _, uri := range []string{"/", "/?Action=ListUsers", "/?x-amz-signature=1", "http://localhost:4566", ""} {
		r := &http.Request{Method: "GET", RequestURI: uri, Host: "localhost:4566", Header: http.Header{}}
		_, err := verify(r, nil, now)
		refusedAs(t, err, sigv4.Missing, "MissingAuthenticationToken", 403, "Request is missing Authentication Token")
	}
}

func TestWhatMayComeOnceIsRefusedTwice(t *testing.T) {
	for _, name := range []string{"Authorization", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Content-Sha256", "Date", "Content-Type"} {
		r := form()
		r.Header[name] = []string{first(r.Header[name], "a"), first(r.Header[name], "a")}
		_, err := verify(r, nil, now)
		refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, name)
	}
}

func first(values []string, otherwise string) string {
	if len(values) > 0 {
		return values[0]
	}
	return otherwise
}

func TestHeaderAndQueryAuthenticationTogetherAreRefused(t *testing.T) {
	for _, name := range []string{"X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature", "X-Amz-Security-Token"} {
		r := form()
		r.RequestURI = "/?" + name + "=x"
		_, err := verify(r, nil, now)
		refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, "use one of them")
	}
	for _, name := range []string{"X-Amz-Date", "X-Amz-Security-Token"} {
		r := link("sts")
		r.Header.Set(name, stamp)
		_, err := verify(r, nil, now)
		refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, name)
	}
}

func TestTheDateIsStrict(t *testing.T) {
	for _, date := range []string{
		"", "20261125", "2026-11-25T12:00:00Z", "20261125T120000", "20261125T120000z", "20261125T120000+0000", "20261125T120000.5Z",
		"20261325T120000Z", "20261125T240000Z", "20261125T120060Z", "20261131T120000Z", " 20261125T120000Z", "Wed, 25 Nov 2026 12:00:00 GMT", "20261125T12000Z",
	} {
		r := form()
		r.Header["X-Amz-Date"] = []string{date}
		_, err := verify(r, nil, now)
		refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, "")
		_, err = verify(link("sts", "X-Amz-Date", date), nil, now)
		refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, "")
	}
}

func TestTheDateHeaderStandsInForXAmzDate(t *testing.T) {
	r := form()
	r.Header = http.Header{"Date": {stamp}, "Authorization": {authorization("AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request", "date;host", zeros)}}
	if _, err := verify(sign(t, r, ""), nil, now); err != nil {
		t.Error(err)
	}
	r.Header.Set("X-Amz-Date", "20261124T120000Z")
	_, err := verify(r, nil, now)
	refusedAs(t, err, sigv4.Scope, "SignatureDoesNotMatch", 403, "'20261125' != '20261124'")
}
