package wire

import (
	"cmp"
	"encoding/json"

	"github.com/cardea-iam/cardea/fault"
)

// A Protocol is a form in which a service says no.
type Protocol int

// The protocols of the services that share the door.
const (
	QueryXML Protocol = iota // IAM, STS, SQS and their like
	EC2XML
	JSON10   // DynamoDB
	JSON11   // KMS, CloudTrail
	RESTJSON // Lambda
	RESTXML  // Route 53 and its like, as QueryXML but with REST requests
	S3XML
)

// AnswerType is the content type of a protocol's answers.
func (p Protocol) AnswerType() string {
	switch p {
	case JSON10:
		return "application/x-amz-json-1.0"
	case JSON11:
		return "application/x-amz-json-1.1"
	case RESTJSON:
		return "application/json"
	case S3XML:
		return "application/xml"
	}
	return AnswerType
}

// A Reply is a fault as it goes to the client.
type Reply struct {
	Status      int
	ContentType string
	ErrorType   string // the header x-amzn-ErrorType, unless empty
	Body        []byte
}

// EncodeFault writes a fault in a protocol's own shape, with the protocol's own code and status where it has them (AccessDenied is
// UnauthorizedOperation to EC2 and AccessDeniedException to DynamoDB). The namespace is that of the service's XML; the other
// protocols pass over it. The fault's detail stays here.
func EncodeFault(protocol Protocol, namespace, requestID string, f *fault.Error) Reply {
	spoken := speak(protocol, f)
	switch protocol {
	case JSON10, JSON11, RESTJSON:
		return jsonFault(protocol, spoken)
	}
	reply := Reply{Status: spoken.Status, ContentType: protocol.AnswerType()}
	e := encoder{}
	switch protocol {
	case EC2XML:
		e.out = append(e.out, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<Response><Errors><Error>"...)
		e.text("Code", spoken.Code)
		e.text("Message", spoken.Message)
		e.out = append(e.out, "</Error></Errors>"...)
		e.text("RequestID", requestID)
		e.close("Response")
	case S3XML:
		e.out = append(e.out, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<Error>"...)
		e.text("Code", spoken.Code)
		e.text("Message", spoken.Message)
		e.text("RequestId", requestID)
		e.close("Error")
	default:
		blame := "Receiver"
		if spoken.Sender() {
			blame = "Sender"
		}
		e.out = append(append(append(e.out, `<ErrorResponse xmlns="`...), namespace...), `"><Error>`...)
		e.text("Type", blame)
		e.text("Code", spoken.Code)
		e.text("Message", spoken.Message)
		e.close("Error")
		e.text("RequestId", requestID)
		e.close("ErrorResponse")
	}
	reply.Body = e.out
	return reply
}

func jsonFault(protocol Protocol, f *fault.Error) Reply {
	reply := Reply{Status: f.Status, ErrorType: f.Code, ContentType: protocol.AnswerType()}
	body := struct {
		Type    string `json:"__type,omitempty"`
		Message string `json:"message"`
	}{f.Code, f.Message}
	if protocol == RESTJSON {
		body.Type = "" // its clients read the header
	}
	reply.Body, _ = json.Marshal(body) // two strings: it cannot fail
	return reply
}

// An accent is how one protocol says a common error. A zero part means "as it is".
type accent struct {
	code    string
	status  int
	message string
}

// speak puts a common error into the protocol's own words. Codes, statuses and texts as measured against the services.
func speak(protocol Protocol, f *fault.Error) *fault.Error {
	said, ok := accents[protocol][f.Code]
	if !ok {
		return f
	}
	return fault.New(cmp.Or(said.code, f.Code), cmp.Or(said.status, f.Status), "%s", cmp.Or(said.message, f.Message))
}

var accents = map[Protocol]map[string]accent{
	EC2XML: {
		"InvalidClientTokenId":       {"AuthFailure", fault.Unauthorized, unvalidated},
		"SignatureDoesNotMatch":      {"AuthFailure", fault.Unauthorized, unvalidated},
		"IncompleteSignature":        {"AuthFailure", fault.Unauthorized, ""},
		"MissingAuthenticationToken": {"AuthFailure", fault.Unauthorized, ""},
		"ExpiredToken":               {"RequestExpired", fault.BadRequest, ""},
		"AccessDenied":               {"UnauthorizedOperation", fault.Forbidden, ""},
		"Throttling":                 {"RequestLimitExceeded", fault.Unavailable, ""},
		"ServiceUnavailable":         {"Unavailable", fault.Unavailable, ""},
		"ServiceFailure":             {"InternalError", fault.Failure, ""},
		"MalformedQueryString":       {"", fault.BadRequest, ""},
	},
	JSON10:   jsonAccents(fault.BadRequest),
	JSON11:   jsonAccents(fault.BadRequest),
	RESTJSON: jsonAccents(fault.Forbidden),
	S3XML: {
		"InvalidClientTokenId":       {"InvalidAccessKeyId", fault.Forbidden, "The AWS Access Key Id you provided does not exist in our records."},
		"IncompleteSignature":        {"AuthorizationHeaderMalformed", fault.BadRequest, ""},
		"MissingAuthenticationToken": {"AccessDenied", fault.Forbidden, "Access Denied"},
		"ExpiredToken":               {"", fault.BadRequest, "The provided token has expired."},
		"Throttling":                 {"SlowDown", fault.Unavailable, ""},
		"ServiceFailure":             {"InternalError", fault.Failure, ""},
	},
}

const unvalidated = "AWS was not able to validate the provided access credentials"

// jsonAccents are the JSON protocols' words; they differ in the status of what concerns the caller.
func jsonAccents(refused int) map[string]accent {
	return map[string]accent{
		"InvalidClientTokenId":       {"UnrecognizedClientException", refused, ""},
		"SignatureDoesNotMatch":      {"InvalidSignatureException", refused, ""},
		"IncompleteSignature":        {"IncompleteSignatureException", refused, ""},
		"MissingAuthenticationToken": {"MissingAuthenticationTokenException", refused, ""},
		"ExpiredToken":               {"ExpiredTokenException", refused, ""},
		"AccessDenied":               {"AccessDeniedException", refused, ""},
		"ValidationError":            {"ValidationException", fault.BadRequest, ""},
		"InvalidAction":              {"UnknownOperationException", fault.BadRequest, ""},
		"Throttling":                 {"ThrottlingException", fault.BadRequest, ""},
		"ServiceUnavailable":         {"ServiceUnavailableException", fault.Unavailable, ""},
		"ServiceFailure":             {"InternalServerError", fault.Failure, ""},
	}
}
