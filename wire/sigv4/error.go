package sigv4

import (
	"fmt"

	"github.com/cardea-iam/cardea/fault"
)

// Kind tells refusals apart, so that each protocol can answer them with codes of its own.
type Kind int

// The kinds of refusal. The comment gives code and status of the Query services (IAM, STS).
const (
	Missing         Kind = iota + 1 // MissingAuthenticationToken 403: the request is not signed at all
	Incomplete                      // IncompleteSignature 400: authentication that cannot be read, or is ambiguous
	QueryParameters                 // AuthorizationQueryParametersError 400: X-Amz-Expires out of its range
	MalformedQuery                  // MalformedQueryString 404: a query string that cannot be decoded
	Scope                           // SignatureDoesNotMatch 403: date, region, service or terminator of the credential
	Coverage                        // SignatureDoesNotMatch 403: something that must be signed is not, or is not there
	Mismatch                        // SignatureDoesNotMatch 403: the signature is wrong
	NotYetCurrent                   // SignatureDoesNotMatch 403: signed too far in the future
	Expired                         // SignatureDoesNotMatch 403: signed too long ago
	NotYetValid                     // AccessDenied 403: a presigned request of the future
	RequestExpired                  // RequestExpired 400: a presigned request after its time
	UnknownKey                      // InvalidClientTokenId 403: no such key, or not active
)

// answers are what IAM and STS say.
// Source: common errors of the IAM and STS API references; S3's error list for presigned requests.
var answers = map[Kind]struct {
	code   string
	status int
}{
	Missing:         {"MissingAuthenticationToken", fault.Forbidden},
	Incomplete:      {"IncompleteSignature", fault.BadRequest},
	QueryParameters: {"AuthorizationQueryParametersError", fault.BadRequest},
	MalformedQuery:  {"MalformedQueryString", fault.NotFound},
	Scope:           {"SignatureDoesNotMatch", fault.Forbidden},
	Coverage:        {"SignatureDoesNotMatch", fault.Forbidden},
	Mismatch:        {"SignatureDoesNotMatch", fault.Forbidden},
	NotYetCurrent:   {"SignatureDoesNotMatch", fault.Forbidden},
	Expired:         {"SignatureDoesNotMatch", fault.Forbidden},
	NotYetValid:     {"AccessDenied", fault.Forbidden},
	RequestExpired:  {"RequestExpired", fault.BadRequest},
	UnknownKey:      {"InvalidClientTokenId", fault.Forbidden},
}

// Error is a refusal. Error() is fit for a log. It unwraps to the *fault.Error that IAM and STS answer.
type Error struct {
	Kind    Kind
	Message string // the sentence for the client

	// CanonicalRequest and StringToSign are what the signature should have been made of: only a Mismatch has them.
	// They repeat what the client sent (the session token excepted) and belong into the answer, not into a log.
	CanonicalRequest string
	StringToSign     string
}

func refuse(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
}

func (e *Error) Error() string { return "signature: " + answers[e.Kind].code + ": " + e.Message }

// Unwrap is the fault of the Query protocol.
func (e *Error) Unwrap() error { return e.Fault() }

// Fault is the answer of IAM and STS. That of a Mismatch shows what should have been signed, as AWS does.
func (e *Error) Fault() *fault.Error {
	answer, message := answers[e.Kind], e.Message
	if e.CanonicalRequest != "" {
		message += "\n\nThe Canonical String for this request should have been\n'" + e.CanonicalRequest +
			"'\n\nThe String-to-Sign should have been\n'" + e.StringToSign + "'\n"
	}
	return &fault.Error{Code: answer.code, Status: answer.status, Message: message}
}
