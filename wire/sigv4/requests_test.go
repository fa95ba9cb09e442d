package sigv4_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

const stamp, zeros = "20261125T120000Z", "0000000000000000000000000000000000000000000000000000000000000000"

// form is a small signed request, before its signature.
func form() *http.Request {
	return &http.Request{Method: "POST", RequestURI: "/", Host: "localhost:4566", Header: http.Header{
		"Content-Type": {"application/x-www-form-urlencoded"}, "X-Amz-Date": {stamp},
		"Authorization": {authorization("AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request", "content-type;host;x-amz-date", zeros)},
	}}
}

func authorization(credential, names, signature string) string {
	return "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=" + names + ", Signature=" + signature
}

// link is a presigned request, before its signature. Values are given as name, value, name, value.
func link(service string, values ...string) *http.Request {
	query := url.Values{
		"Action": {"GetCallerIdentity"}, "X-Amz-Algorithm": {"AWS4-HMAC-SHA256"}, "X-Amz-Date": {stamp},
		"X-Amz-Credential": {"AKIDEXAMPLE/20261125/us-east-1/" + service + "/aws4_request"}, "X-Amz-SignedHeaders": {"host"}, "X-Amz-Signature": {zeros},
	}
	for i := 0; i < len(values); i += 2 {
		query.Set(values[i], values[i+1])
		if values[i+1] == "-" {
			query.Del(values[i])
		}
	}
	return &http.Request{Method: "GET", RequestURI: "/?" + query.Encode(), Host: "localhost:4566", Header: http.Header{}}
}

// sign puts the right signature in place of the zeros, with the arithmetic written out once more.
func sign(t testing.TB, r *http.Request, body string) *http.Request {
	t.Helper()
	s, err := sigv4.Parse(r, []byte(body), sigv4.Options{UnsignedContentType: true})
	if err != nil {
		t.Fatal(err)
	}
	var shown *sigv4.Error
	if err := s.Verify(sigv4.Derive(seal.NewSecret("wrong"), s), s.Time, 0); !errors.As(err, &shown) {
		t.Fatal("a wrong key verified")
	}
	key := []byte("AWS4" + secret)
	for _, text := range []string{s.ScopeDate, s.Region, s.Service, "aws4_request", shown.StringToSign} {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(text))
		key = mac.Sum(nil)
	}
	signature := hex.EncodeToString(key)
	r.RequestURI = strings.Replace(r.RequestURI, zeros, signature, 1)
	if values := r.Header["Authorization"]; values != nil {
		values[0] = strings.Replace(values[0], zeros, signature, 1)
	}
	return r
}

func refusedAs(t *testing.T, err error, kind sigv4.Kind, code string, status int, text string) {
	t.Helper()
	var refusal *sigv4.Error
	if !errors.As(err, &refusal) || refusal.Kind != kind {
		t.Errorf("got %v, want kind %d (%s)", err, kind, code)
		return
	}
	if f := fault.Of(err); f.Code != code || f.Status != status || !strings.Contains(f.Message, text) {
		t.Errorf("answered %d %s %q, want %d %s %q", f.Status, f.Code, f.Message, status, code, text)
	}
}
