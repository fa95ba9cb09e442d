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

// A Param is one parameter, decoded.
type Param struct{ Name, Value string }

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
	if raw == "" {
		return Form{}, nil
	}
	count := 1 + strings.Count(raw, "&")
	if count > MaxParameters {
		return Form{}, fault.Validation("A request may carry at most %d parameters.", MaxParameters)
	}
	form := Form{make([]Param, 0, count)}
	for piece := range strings.SplitSeq(raw, "&") {
		if piece == "" {
			continue
		}
		rawName, rawValue, _ := strings.Cut(piece, "=")
		name, ok := unescape(rawName, plusIsBlank)
		value, valueOK := unescape(rawValue, plusIsBlank)
		if !ok || !valueOK || name == "" {
			return Form{}, malformed("The query string contains a syntax error.")
		}
		if !utf8.ValidString(name) || !utf8.ValidString(value) {
			return Form{}, fault.Validation("The request's parameters are not valid UTF-8.")
		}
		form.params = append(form.params, Param{name, value})
	}
	form.sort()
	return form, nil
}

func malformed(message string) error {
	return fault.New("MalformedQueryString", fault.NotFound, "%s", message)
}

// unescape undoes percent-encoding. It answers the same string when there is nothing to undo.
func unescape(s string, plusIsBlank bool) (string, bool) {
	if !strings.ContainsAny(s, "%+") {
		return s, true
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '+' && plusIsBlank:
			out = append(out, ' ')
		case s[i] != '%':
			out = append(out, s[i])
		default:
			if i+2 >= len(s) {
				return "", false
			}
			high, low := unhex(s[i+1]), unhex(s[i+2])
			if high > 15 || low > 15 {
				return "", false
			}
			out = append(out, high<<4|low)
			i += 2
		}
	}
	return string(out), true
}

// unhex answers a digit's value, or more than 15 for what is none.
func unhex(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 0xff
}
