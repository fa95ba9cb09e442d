package sigv4_test

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/textproto"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// vector is one request of AWS's test suite. See testdata/README.md.
type vector struct {
	Name, Method, Path, Body, Signature string
	Query, Headers                      map[string]string
}

func readVectors(t *testing.T) []vector {
	t.Helper()
	file, err := os.Open("testdata/vectors.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // only read
	var vectors []vector
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var v vector
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		vectors = append(vectors, v)
	}
	return vectors
}

// request is the vector as a server would see it.
func (v vector) request() *http.Request {
	r := &http.Request{Method: v.Method, RequestURI: v.Path, Header: http.Header{}}
	names, separator := []string{}, "?"
	for name, value := range v.Query {
		r.RequestURI += separator + url.QueryEscape(name) + "=" + url.QueryEscape(value)
		separator = "&"
	}
	for _, name := range []string{"content-type", "host", "my-header1", "my-header2", "x-amz-date", "x-amz-security-token"} {
		if value, ok := v.Headers[name]; ok {
			names = append(names, name)
			r.Header.Set(textproto.CanonicalMIMEHeaderKey(name), value)
		}
	}
	r.Host = v.Headers["host"]
	r.Header.Del("Host")
	r.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders="+
		strings.Join(names, ";")+", Signature="+v.Signature)
	return r
}

func TestTheRequestsOfAWSTestSuiteVerify(t *testing.T) {
	vectors := readVectors(t)
	if len(vectors) != 31 {
		t.Fatalf("%d vectors, want 31", len(vectors))
	}
	for _, v := range vectors {
		t.Run(v.Name, func(t *testing.T) {
			if _, err := verify(v.request(), []byte(v.Body), time.Date(2015, 8, 30, 12, 36, 0, 0, time.UTC)); err != nil {
				t.Error(err)
			}
		})
	}
}

// Source: "Signature calculations for the Authorization header" and "Authenticating requests: using query parameters",
// the examples GET Object, in the S3 API reference.
func TestTheExamplesOfS3Verify(t *testing.T) {
	const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	header := &http.Request{Method: "GET", RequestURI: "/test.txt", Host: "examplebucket.s3.amazonaws.com", Header: http.Header{
		"Range": {"bytes=0-9"}, "X-Amz-Content-Sha256": {empty}, "X-Amz-Date": {"20130524T000000Z"},
		"Authorization": {"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request," +
			"SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"},
	}}
	presigned := &http.Request{
		Method: "GET", Host: "examplebucket.s3.amazonaws.com", Header: http.Header{},
		RequestURI: "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request" +
			"&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host" +
			"&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
	}
	for name, r := range map[string]*http.Request{"header": header, "presigned": presigned} {
		s, err := sigv4.Parse(r, nil, sigv4.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		key := sigv4.Derive(seal.NewSecret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), s)
		if err := s.Verify(key, time.Date(2013, 5, 24, 0, 0, 0, 0, time.UTC), 0); err != nil {
			t.Error(name, err)
		}
	}
}
