package sigv4_test

import (
	"testing"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

func TestWhatMattersMustBeSigned(t *testing.T) {
	for name, c := range map[string]struct {
		header, names, text string
	}{
		"host":                    {"", "content-type;x-amz-date", "'Host' or ':authority' must be a 'SignedHeader'"},
		"date":                    {"", "content-type;host", "'x-amz-date' must be a 'SignedHeader'"},
		"content type":            {"", "host;x-amz-date", "'content-type' must be a 'SignedHeader'"},
		"any header of Amazon's":  {"X-Amz-Target", "content-type;host;x-amz-date", "'x-amz-target' must be a 'SignedHeader'"},
		"the session token":       {"X-Amz-Security-Token", "content-type;host;x-amz-date", "'x-amz-security-token' must"},
		"a look-alike":            {"X_Amz_Date", "content-type;host;x-amz-date", "mistaken"},
		"a look-alike, signed":    {"X_amz-Date", "content-type;host;x-amz-date;x_amz-date", "mistaken"},
		"a header that is absent": {"", "content-type;host;x-amz-date;x-foo", "no such header"},
		"upper case":              {"", "content-type;Host;host;x-amz-date", "sorted"},
		"upper case in order":     {"", "Content-type;host;x-amz-date", "no such header"},
		"out of order":            {"", "host;content-type;x-amz-date", "sorted"},
		"a name twice":            {"", "content-type;host;host;x-amz-date", "sorted"},
		"an empty name":           {"", "content-type;;host;x-amz-date", "sorted"},
		"a semicolon at the end":  {"", "content-type;host;x-amz-date;", "sorted"},
		"a blank":                 {"", "content-type;host; x-amz-date", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := form()
			if c.header != "" {
				r.Header[c.header] = []string{"1"}
			}
			r.Header.Set("Authorization", authorization("AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request", c.names, zeros))
			_, err := verify(r, nil, now)
			refusedAs(t, err, sigv4.Coverage, "SignatureDoesNotMatch", 403, c.text)
		})
	}
}

func TestARequestWithoutHostIsRefused(t *testing.T) {
	r := form()
	r.Host = ""
	_, err := verify(r, nil, now)
	refusedAs(t, err, sigv4.Coverage, "SignatureDoesNotMatch", 403, "no 'Host'")
}

func TestASettingRelaxesTheContentType(t *testing.T) {
	r := form()
	r.Header.Set("Authorization", authorization("AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request", "host;x-amz-date", zeros))
	s, err := sigv4.Parse(sign(t, r, "x"), []byte("x"), sigv4.Options{UnsignedContentType: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Verify(sigv4.Derive(seal.NewSecret(secret), s), now, 0); err != nil {
		t.Error(err)
	}
}
