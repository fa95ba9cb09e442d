package sigv4

import (
	"net/http"
	"strings"
)

// Headers that may come once only: of two values, a reader after us might take the other.
var singleHeaders = []string{"Authorization", "Date", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Content-Sha256", "Content-Type"}

func checkSingle(h http.Header) *Error {
	for _, name := range singleHeaders {
		if len(h[name]) > 1 {
			return refuse(Incomplete, "The request has more than one '%s' header.", name)
		}
	}
	return nil
}

func first(h http.Header, name string) string {
	if values := h[name]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// appendHeaders writes the canonical headers and checks the list of their names: lower-case, sorted, no repeats, each one
// present, the host among them.
func (s *Signed) appendHeaders(to []byte, r *http.Request) ([]byte, *Error) {
	previous, host := "", false
	for name := range strings.SplitSeq(s.SignedHeaders, ";") {
		if name <= previous {
			return nil, refuse(Coverage, "'SignedHeaders' must be sorted and without repeats.")
		}
		previous = name
		to = append(append(to, name...), ':')
		if name == "host" || name == ":authority" {
			if r.Host == "" {
				return nil, refuse(Coverage, "The request has no 'Host'.")
			}
			host = true
			to = append(appendTrimmed(to, r.Host), '\n')
			continue
		}
		values, ok := lookup(r.Header, name)
		if !ok {
			return nil, refuse(Coverage, "'%s' is a 'SignedHeader', but the request has no such header.", name)
		}
		for i, value := range values {
			if i > 0 {
				to = append(to, ',')
			}
			to = appendTrimmed(to, value)
		}
		to = append(to, '\n')
	}
	if !host {
		return nil, refuse(Coverage, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")
	}
	return to, nil
}

// lookup finds a header by its lower-case name. A name with another character than those of tokens, or in upper case, is not found.
func lookup(h http.Header, name string) ([]string, bool) {
	var buffer [64]byte
	key, up := buffer[:0], true
	for i := range len(name) {
		c := name[i]
		switch {
		case 'A' <= c && c <= 'Z':
			return nil, false
		case up && 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		}
		up = c == '-'
		key = append(key, c)
	}
	values, ok := h[string(key)]
	return values, ok && len(values) > 0
}

// appendTrimmed writes a value without blanks at its ends and with one blank for each run of them inside.
func appendTrimmed(to []byte, value string) []byte {
	start, gap := len(to), false
	for i := range len(value) {
		if c := value[i]; c == ' ' || c == '\t' {
			gap = true
			continue
		}
		if gap && len(to) > start {
			to = append(to, ' ')
		}
		gap = false
		to = append(to, value[i])
	}
	return to
}

// checkCoverage refuses a request with a header that means something to us and is not signed.
func (s *Signed) checkCoverage(h http.Header, opts Options) *Error {
	for name := range h {
		if !isAmazon(name) && (name != "Content-Type" || opts.UnsignedContentType) {
			continue
		}
		if strings.IndexByte(name, '_') >= 0 {
			// Some servers take X_Amz_Date for X-Amz-Date.
			return refuse(Coverage, "The request has a header '%s' that can be mistaken for another.", name)
		}
		if !s.covers(name) {
			return refuse(Coverage, "'%s' must be a 'SignedHeader' in the AWS Authorization.", strings.ToLower(name))
		}
	}
	return nil
}

// isAmazon reports whether a header is one of x-amz-*, or of its look-alikes with underscores.
func isAmazon(name string) bool {
	const prefix = "x-amz-"
	if len(name) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		c := name[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '_':
			c = '-'
		}
		if c != prefix[i] {
			return false
		}
	}
	return true
}

// covers reports whether the list of signed headers, which is in lower case by now, names this one.
func (s *Signed) covers(header string) bool {
	for name := range strings.SplitSeq(s.SignedHeaders, ";") {
		if strings.EqualFold(name, header) {
			return true
		}
	}
	return false
}
