package sigv4

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// The parameters of query authentication.
const (
	paramAlgorithm     = "X-Amz-Algorithm"
	paramCredential    = "X-Amz-Credential"
	paramDate          = "X-Amz-Date"
	paramExpires       = "X-Amz-Expires"
	paramSignedHeaders = "X-Amz-SignedHeaders"
	paramSignature     = "X-Amz-Signature"
	paramToken         = "X-Amz-Security-Token"
)

// hasAuthentication reports whether a query string holds any part of an authentication.
func hasAuthentication(pairs []Pair) bool {
	for _, p := range pairs {
		switch p.Name {
		case paramAlgorithm, paramCredential, paramDate, paramExpires, paramSignedHeaders, paramSignature, paramToken:
			return true
		}
	}
	return false
}

// claim is the query form of an authentication. A nil part is not there.
type claim struct {
	algorithm, credential, date, expires, signedHeaders, signature, token *string
}

func (c *claim) part(name string) **string {
	switch name {
	case paramAlgorithm:
		return &c.algorithm
	case paramCredential:
		return &c.credential
	case paramDate:
		return &c.date
	case paramExpires:
		return &c.expires
	case paramSignedHeaders:
		return &c.signedHeaders
	case paramSignature:
		return &c.signature
	case paramToken:
		return &c.token
	}
	return nil
}

// readQuery reads the query form: each parameter once, and nothing of it in a header as well.
func (s *Signed) readQuery(h http.Header, pairs []Pair) *Error {
	var c claim
	for i, p := range pairs {
		part := c.part(p.Name)
		switch {
		case part == nil:
			s.Query = append(s.Query, p)
		case *part != nil:
			return refuse(Incomplete, "AWS query-string parameters must include '%s' once only.", p.Name)
		default:
			*part = &pairs[i].Value
		}
	}
	for _, name := range []string{"X-Amz-Date", "X-Amz-Security-Token"} {
		if _, ok := h[name]; ok {
			return refuse(Incomplete, "The request is authenticated in its query string: it must have no header '%s'.", name)
		}
	}
	if refusal := c.checkComplete(); refusal != nil {
		return refusal
	}
	s.Presigned, s.SignedHeaders, s.signature = true, *c.signedHeaders, *c.signature
	if c.token != nil {
		s.SessionToken = *c.token
	}
	if refusal := s.readCredential(*c.credential); refusal != nil {
		return refusal
	}
	if refusal := s.readDate(*c.date); refusal != nil {
		return refusal
	}
	return s.readExpires(c.expires)
}

func (c *claim) checkComplete() *Error {
	var missing []string
	for _, name := range []string{paramAlgorithm, paramCredential, paramDate, paramSignature, paramSignedHeaders} {
		if part := *c.part(name); part == nil || *part == "" {
			missing = append(missing, "AWS query-string parameters must include '"+name+"'.")
		}
	}
	if missing != nil {
		return refuse(Incomplete, "%s Re-examine the query-string parameters.", strings.Join(missing, " "))
	}
	if *c.algorithm != algorithm {
		return refuse(Incomplete, "AWS query-string parameter '%s' must be '%s'.", paramAlgorithm, algorithm)
	}
	return nil
}

// readExpires takes the lifetime in seconds, 1 to seven days.
func (s *Signed) readExpires(text *string) *Error {
	if text == nil {
		if s.isS3() {
			return refuse(QueryParameters, "Query-string authentication version 4 requires the %s parameter.", paramExpires)
		}
		return nil
	}
	seconds, err := strconv.ParseUint(*text, 10, 32)
	if err != nil || seconds < 1 || seconds > maxExpires || (*text)[0] == '0' {
		return refuse(QueryParameters, "%s must be a number of seconds between 1 and %d.", paramExpires, maxExpires)
	}
	s.Expires = time.Duration(seconds) * time.Second
	s.lifetime = s.Expires
	if s.isCallerIdentity() {
		s.lifetime = Window
	}
	return nil
}

// isCallerIdentity recognises the requests that clusters take as sign-in tokens: they live for fifteen minutes whatever
// X-Amz-Expires says, and token tools rely on it (they send 60).
func (s *Signed) isCallerIdentity() bool {
	if s.Service != "sts" {
		return false
	}
	for _, p := range s.Query {
		if p.Name == "Action" {
			return p.Value == "GetCallerIdentity"
		}
	}
	return false
}
