package cardeatest

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// Request is a request that no client of the SDK would make. The zero value of everything but Service is a POST of an empty form to /.
type Request struct {
	Service string // the name that is signed
	Method  string
	Target  string // path and query string
	Body    string
	Header  http.Header
	Keys    aws.Credentials
	At      time.Time           // when it is signed; zero: now
	Change  func(*http.Request) // after it was signed
}

// Answer is what came back.
type Answer struct {
	Status int
	Header http.Header
	Body   string
}

// Send signs a request with the signer of the SDK, sends it, and reads the answer.
func (s *Server) Send(o Request) Answer {
	s.t.Helper()
	if o.Method == "" {
		o.Method = http.MethodPost
	}
	if o.Target == "" {
		o.Target = "/"
	}
	if o.At.IsZero() {
		o.At = s.Now()
	}
	r, err := http.NewRequest(o.Method, s.URL+o.Target, strings.NewReader(o.Body)) //nolint:noctx // the test ends it
	s.must(err)
	for name, values := range o.Header {
		r.Header[name] = values
	}
	if o.Body != "" && r.Header.Get("Content-Type") == "" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if o.Keys.AccessKeyID != "" {
		sum := sha256.Sum256([]byte(o.Body))
		s.must(v4.NewSigner().SignHTTP(r.Context(), o.Keys, r, hex.EncodeToString(sum[:]), o.Service, Region, o.At))
	}
	if o.Change != nil {
		o.Change(r)
	}
	response, err := http.DefaultClient.Do(r)
	s.must(err)
	defer response.Body.Close() //nolint:errcheck // only read
	body, err := io.ReadAll(response.Body)
	s.must(err)
	return Answer{response.StatusCode, response.Header, string(body)}
}

func (s *Server) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}
