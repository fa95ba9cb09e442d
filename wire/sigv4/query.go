package sigv4

import (
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/wire"
)

// maxPairs bounds the parameters of one query string.
const maxPairs = 2000

// Pair is one decoded parameter of a query string.
type Pair struct {
	Name, Value string
}

// Query splits and decodes the raw query of a request target with wire's decoder: what it answers is what the signature
// covers, and what wire.ParseQuery reads an operation's parameters from.
//
// Pairs are separated by & alone; a name ends at the first =; a name without = has the empty value; an empty piece counts
// for nothing. Percent escapes are decoded. A + is a plus: Signature Version 4 knows no other meaning of it, although in
// a form body it stands for a blank.
// Source: "Create a signed AWS API request", step 1, canonical query string.
func Query(raw string) ([]Pair, error) {
	if strings.Count(raw, "&") >= maxPairs {
		return nil, refuse(MalformedQuery, "The query string has more than %d parameters.", maxPairs)
	}
	params, ok := wire.SplitQuery(raw)
	if !ok {
		return nil, refuse(MalformedQuery, "The query string contains a malformed percent escape.")
	}
	pairs := make([]Pair, len(params))
	for i, param := range params {
		pairs[i] = Pair(param)
	}
	return pairs, nil
}

// appendQuery writes the canonical query: everything but the signature, encoded again, sorted by name and then by value.
func appendQuery(to []byte, pairs []Pair) []byte {
	if len(pairs) == 0 {
		return to
	}
	encoded := make([]Pair, 0, len(pairs))
	for _, p := range pairs {
		if p.Name != paramSignature {
			encoded = append(encoded, Pair{escape(p.Name), escape(p.Value)})
		}
	}
	slices.SortFunc(encoded, func(a, b Pair) int {
		if byName := strings.Compare(a.Name, b.Name); byName != 0 {
			return byName
		}
		return strings.Compare(a.Value, b.Value)
	})
	for i, p := range encoded {
		if i > 0 {
			to = append(to, '&')
		}
		to = append(to, p.Name...)
		to = append(to, '=')
		to = append(to, p.Value...)
	}
	return to
}

func escape(s string) string {
	for i := range len(s) {
		if !unreserved(s[i]) {
			return string(appendEscaped(make([]byte, 0, len(s)+16), s, false))
		}
	}
	return s
}

// appendEscaped percent-encodes all but the unreserved characters of RFC 3986, section 2.3, and slashes if they are to stay.
func appendEscaped(to []byte, s string, slashes bool) []byte {
	const digits = "0123456789ABCDEF"
	for i := range len(s) {
		if c := s[i]; unreserved(c) || slashes && c == '/' {
			to = append(to, c)
		} else {
			to = append(to, '%', digits[c>>4], digits[c&15])
		}
	}
	return to
}

func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '-' || c == '.' || c == '_' || c == '~'
}
