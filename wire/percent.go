package wire

import "strings"

// A Param is one parameter, decoded.
type Param struct{ Name, Value string }

// SplitQuery decodes a raw query string into its parameters, in the order of their arrival, for the signature that covers them.
// It judges nothing but percent-encoding. The caller has bounded the number of parameters.
func SplitQuery(raw string) ([]Param, bool) { return split(raw, false) }

// Unescape undoes percent-encoding, and reports whether every escape is one. A plus is a plus.
func Unescape(s string) (string, bool) { return unescape(s, false) }

// split cuts at & and at the first = of a piece. An empty piece counts for nothing.
func split(raw string, plusIsBlank bool) ([]Param, bool) {
	if raw == "" {
		return nil, true
	}
	params := make([]Param, 0, 1+strings.Count(raw, "&"))
	for piece := range strings.SplitSeq(raw, "&") {
		if piece == "" {
			continue
		}
		name, value, _ := strings.Cut(piece, "=")
		name, nameOK := unescape(name, plusIsBlank)
		value, valueOK := unescape(value, plusIsBlank)
		if !nameOK || !valueOK {
			return nil, false
		}
		params = append(params, Param{name, value})
	}
	return params, true
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
