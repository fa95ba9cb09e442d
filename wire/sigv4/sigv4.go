// Package sigv4 checks AWS Signature Version 4: who a request says it is from, and whether the holder of that key signed
// exactly this request, for this service, about now. It never signs, keeps no secret but derived signing keys in a
// KeyCache, and reads no clock and no store.
//
// # Use
//
// Parse reads the authentication of a request, in its header or its query string, and checks all that needs no key. For
// checks the service. The caller looks up the key, gets a SigningKey from its KeyCache, and Verify does the rest. The zero
// SigningKey stands for a key that does not exist: Verify does the same work and refuses.
//
// # What is covered
//
// The canonical request is written from the raw request target and the headers as they arrived, never from a parsed URL.
// Host, every x-amz-* header and the Content-Type must be signed; the hash of the body that was read is part of the
// signature. Query is the one decoder of query strings, for the signature and for the parameters.
//
// # What is refused although clients could mean well
//
// Header and query authentication together, anything that comes twice and may come once, signatures that are not 64
// lower-case hexadecimal digits, payloads that are unsigned or streamed outside of S3, Signature Version 4A.
//
// Source of the rules: "AWS Signature Version 4 for API requests" in the IAM User Guide.
package sigv4

import (
	"net/http"
	"time"
)

const algorithm = "AWS4-HMAC-SHA256"

// Options are what a deployment may relax.
type Options struct {
	UnsignedContentType bool // accept a Content-Type header that is not signed
}

// Signed is a request that claims to be signed. Nothing of it may be believed before Verify says so.
type Signed struct {
	AccessKeyID   string
	SessionToken  string    // empty: there is none
	Time          time.Time // when it was signed
	ScopeDate     string    // YYYYMMDD, the day of Time
	Region        string
	Service       string
	SignedHeaders string        // names, lower-case, sorted, with ; in between
	Presigned     bool          // authenticated in the query string
	Expires       time.Duration // X-Amz-Expires of a presigned request, else 0
	Query         []Pair        // the decoded query string without the parameters of the authentication

	date      string // Time as it was sent
	scope     string // what follows the key ID in the credential
	signature string
	lifetime  time.Duration // of a presigned request; 0: the window holds
	canonical []byte
}

// Parse reads the authentication of a request that a server received, whose body was read whole, and writes the canonical
// request. Its errors are *Error; that of a request without any authentication has the Kind Missing.
func Parse(r *http.Request, body []byte, opts Options) (*Signed, error) {
	path, rawQuery := target(r.RequestURI)
	pairs, err := Query(rawQuery)
	if err != nil {
		return nil, err
	}
	if refusal := checkSingle(r.Header); refusal != nil {
		return nil, refusal
	}
	s := &Signed{}
	if refusal := s.readClaim(r.Header, pairs); refusal != nil {
		return nil, refusal
	}
	if refusal := s.checkScopeDate(); refusal != nil {
		return nil, refusal
	}
	if refusal := s.writeCanonical(r, path, pairs, body); refusal != nil {
		return nil, refusal
	}
	// Now the list of signed headers is no longer than the headers: a long list could cost much.
	if refusal := s.checkCoverage(r.Header, opts); refusal != nil {
		return nil, refusal
	}
	return s, nil
}

// readClaim finds out how the request is authenticated, and reads it.
func (s *Signed) readClaim(h http.Header, pairs []Pair) *Error {
	authorization, inHeader := h["Authorization"]
	inQuery := hasAuthentication(pairs)
	switch {
	case inHeader && inQuery:
		return refuse(Incomplete, "The request is authenticated in its header and in its query string: use one of them.")
	case inQuery:
		return s.readQuery(h, pairs)
	case inHeader:
		s.Query = pairs
		return s.readAuthorization(h, authorization[0])
	}
	return refuse(Missing, "Request is missing Authentication Token")
}

// writeCanonical writes the canonical request: method, path, query, headers, their names and the hash of the body.
func (s *Signed) writeCanonical(r *http.Request, path string, pairs []Pair, body []byte) *Error {
	c := make([]byte, 0, 1024)
	c = append(append(c, r.Method...), '\n')
	c = append(appendPath(c, path, s.isS3()), '\n')
	c = append(appendQuery(c, pairs), '\n')
	c, refusal := s.appendHeaders(c, r)
	if refusal != nil {
		return refusal
	}
	c = append(append(append(c, '\n'), s.SignedHeaders...), '\n')
	s.canonical, refusal = s.appendPayload(c, r.Header, pairs, body)
	return refusal
}
