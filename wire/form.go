package wire

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cardea-iam/cardea/fault"
)

// MaxParameters is how many parameters a request may carry, in its query string and its body each.
const MaxParameters = 10_000

// A Form is a request's decoded parameters in the order of their names; parameters of one name keep the order of their arrival.
type Form struct{ params []Param }

// ParseQuery decodes a raw query string. A plus is a plus, as Signature Version 4 has it: were it a blank here, the canonical
// query would have to say %20 where the signer said %2B. A semicolon must be escaped, because parsers disagree about it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
func ParseQuery(raw string) (Form, error) {
	if strings.Contains(raw, ";") {
		return Form{}, malformed("The query string contains an unescaped semicolon.")
	}
	return parse(raw, false)
}

// ParseBody decodes a body of the type application/x-www-form-urlencoded, in which a plus is a blank. The signature covers
// the body's bytes, so that this reading cannot part from what was signed.
// https://url.spec.whatwg.org/#urlencoded-parsing
func ParseBody(raw string) (Form, error) { return parse(raw, true) }

// Join makes one form of query string and body, and refuses a name that occurs twice: who authorizes and who acts must not be
// able to read different values.
func Join(query, body Form) (Form, error) {
	joined := query
	if len(body.params) > 0 {
		joined = body
		if len(query.params) > 0 {
			joined = Form{slices.Concat(query.params, body.params)}
			joined.sort()
		}
	}
	for i := 1; i < len(joined.params); i++ {
		switch name := joined.params[i].Name; {
		case name != joined.params[i-1].Name:
		case name == "Action" || name == "Version":
			return Form{}, malformed("The parameter " + name + " occurs more than once.")
		default:
			return Form{}, fault.Validation("The parameter %s occurs more than once.", name)
		}
	}
	return joined, nil
}

// Params lists the parameters. The caller must not change them.
func (f Form) Params() []Param { return f.params }

// Get gives the first value of a name, and whether there is one.
func (f Form) Get(name string) (string, bool) {
	i, ok := slices.BinarySearchFunc(f.params, name, func(p Param, name string) int { return cmp.Compare(p.Name, name) })
	if !ok {
		return "", false
	}
	return f.params[i].Value, true
}

func (f Form) sort() {
	slices.SortStableFunc(f.params, func(a, b Param) int { return cmp.Compare(a.Name, b.Name) })
}

func parse(raw string, plusIsBlank bool) (Form, error) {
	if strings.Count(raw, "&") >= MaxParameters {
		return Form{}, fault.Validation("A request may carry at most %d parameters.", MaxParameters)
	}
	params, ok := split(raw, plusIsBlank)
	if !ok {
		return Form{}, malformed("The query string contains a syntax error.")
	}
	for _, param := range params {
		if param.Name == "" {
			return Form{}, malformed("The query string contains a value without a name.")
		}
		if !utf8.ValidString(param.Name) || !utf8.ValidString(param.Value) {
			return Form{}, fault.Validation("The request's parameters are not valid UTF-8.")
		}
	}
	form := Form{params}
	form.sort()
	return form, nil
}

func malformed(message string) error {
	return fault.New("MalformedQueryString", fault.NotFound, "%s", message)
}
