package sigv4_test

import (
	"testing"

	"github.com/cardea-iam/cardea/wire/sigv4"
)

func TestTheScopeMustFit(t *testing.T) {
	for scope, text := range map[string]string{
		"AKIDEXAMPLE/20261125/us-east-1/iam":                    "exactly 5",
		"AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request/x":     "exactly 5",
		"/20261125/us-east-1/iam/aws4_request":                  "exactly 5",
		"AKIDEXAMPLE":                                           "exactly 5",
		"AKIDEXAMPLE/20261125/us-east-1/iam/aws4_Request":       "valid terminator: 'aws4_request', not 'aws4_Request'",
		"AKIDEXAMPLE/20261125//iam/aws4_request":                "valid region",
		"AKIDEXAMPLE/20261125/US-EAST-1/iam/aws4_request":       "valid region",
		"AKIDEXAMPLE/20261125/us-east-1//aws4_request":          "valid service",
		"AKIDEXAMPLE/20261125/us-east-1/i\nam/aws4_request":     "valid service",
		"AKIDEXAMPLE/20261124/us-east-1/iam/aws4_request":       "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261124' != '20261125', from '20261125T120000Z'.",
		"AKIDEXAMPLE/20261125T/us-east-1/iam/aws4_request":      "Date in Credential scope",
		"AKIDEXAMPLE/2026-11-25/us-east-1/iam/aws4_request":     "Date in Credential scope",
		"AKIDEXAMPLE/aws4_request/20261125/us-east-1/iam":       "valid terminator",
		"AKID/EXAMPLE/20261125/us-east-1/iam/aws4_request":      "exactly 5",
		"AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request/":      "exactly 5",
		"AKIDEXAMPLE/20261125/us%2Deast%2D1/iam/aws4_request":   "valid region",
		"AKIDEXAMPLE/20261125/us-east-1/iam.local/aws4_request": "valid service",
	} {
		r := form()
		r.Header.Set("Authorization", authorization(scope, "content-type;host;x-amz-date", zeros))
		_, err := verify(r, nil, now)
		refusedAs(t, err, sigv4.Scope, "SignatureDoesNotMatch", 403, text)
	}
}

func TestASignatureForOneServiceDoesNotOpenAnother(t *testing.T) {
	s, err := verify(sign(t, form(), "x"), []byte("x"), now)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.For("iam"); err != nil {
		t.Error(err)
	}
	refusedAs(t, s.For("sts"), sigv4.Scope, "SignatureDoesNotMatch", 403, "Credential should be scoped to correct service: 'sts'.")
}
