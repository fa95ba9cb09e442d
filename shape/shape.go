// Package shape says what the members of a request may be, and says it in AWS's own sentences when one is not.
// It knows the published rules (length, range, pattern, enum) as data; it reads no request and knows no protocol.
package shape

// A Dialect is one of the forms in which a service writes a request and its answer: the two of the Query protocol family, or one of JSON.
type Dialect string

// The dialects. Those of the Query family differ in the spelling of lists, in the names on requests, and in what an answer is wrapped in; JSON names its
// operation in a header, REST in its method and path.
// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html, https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html and
// https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html, https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
const (
	Query Dialect = "query"
	EC2   Dialect = "ec2"
	JSON  Dialect = "json"
	REST  Dialect = "rest-json"
)

// A Service is the published description of one service: what the codec has to know beyond the Go types.
type Service struct {
	Name      string // as in ARNs and credential scopes: "iam"
	Version   string // the date that every request carries as Version
	Namespace string // of the XML of its answers
	Dialect   Dialect

	Operations []Operation     // by name
	Rules      map[string]Rule // the constraints that the rule tags of members name
	Errors     map[string]int  // status by code, for every error that the service publishes
}

// An Operation is one published operation. In and Out are nil pointers to its input and output structs.
type Operation struct {
	Name   string
	In     any
	Out    any
	Result string   // the element that wraps the answer's members; empty when the answer has none
	Errors []string // the codes that it may answer, besides the common ones

	// Of a service that speaks REST: where the operation is. The path is the same for every request.
	Method, Path string
}

// Operation finds an operation by its exact name.
func (s *Service) Operation(name string) (Operation, bool) {
	lo, hi := 0, len(s.Operations)
	for lo < hi {
		if mid := (lo + hi) / 2; s.Operations[mid].Name < name {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.Operations) && s.Operations[lo].Name == name {
		return s.Operations[lo], true
	}
	return Operation{}, false
}
