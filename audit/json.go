package audit

import (
	"encoding/json"
	"time"
	"unicode/utf8"
)

// object appends the members of a JSON object, and of objects inside of it, to a buffer.
type object struct{ buf []byte }

// name begins a member. The names used here need no escapes.
func (o *object) name(name string) {
	if o.buf[len(o.buf)-1] != '{' {
		o.buf = append(o.buf, ',')
	}
	o.buf = append(o.buf, '"')
	o.buf = append(o.buf, name...)
	o.buf = append(o.buf, '"', ':')
}

func (o *object) open(name string) {
	o.name(name)
	o.buf = append(o.buf, '{')
}

func (o *object) close() { o.buf = append(o.buf, '}') }

// text appends a member with a string, unless it is empty.
func (o *object) text(name, value string) {
	if value == "" {
		return
	}
	o.name(name)
	o.buf = appendString(o.buf, value)
}

func (o *object) bool(name string, value bool) {
	o.name(name)
	o.buf = append(o.buf, truth(value)...)
}

func (o *object) time(name string, value time.Time) {
	o.name(name)
	o.buf = append(o.buf, '"')
	o.buf = value.UTC().AppendFormat(o.buf, timeLayout)
	o.buf = append(o.buf, '"')
}

// json appends a member that is JSON already: null if it is empty, and a string if it is no JSON.
func (o *object) json(name string, raw []byte) {
	o.name(name)
	switch {
	case len(raw) == 0:
		o.buf = append(o.buf, "null"...)
	case json.Valid(raw):
		o.buf = appendJSON(o.buf, raw)
	default:
		o.buf = appendString(o.buf, string(raw))
	}
}

// plain are the bytes that stand for themselves in a JSON string and on a terminal.
var plain = func() (set [256]bool) {
	for b := 0x20; b < 0x7f; b++ {
		set[b] = b != '"' && b != '\\'
	}
	return set
}()

func appendString(buf []byte, s string) []byte {
	buf = append(buf, '"')
	start := 0
	for i := 0; i < len(s); {
		if plain[s[i]] {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !harmless(r, size) {
			buf = append(buf, s[start:i]...)
			buf = appendEscape(buf, r)
			start = i + size
		}
		i += size
	}
	buf = append(buf, s[start:]...)
	return append(buf, '"')
}

// appendJSON appends a valid JSON text on one line. What must be escaped can only stand inside of a string there, except for line breaks, which are
// blanks outside of one.
func appendJSON(buf, raw []byte) []byte {
	start := 0
	for i := 0; i < len(raw); {
		if b := raw[i]; plain[b] || b == '"' || b == '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		if !harmless(r, size) {
			buf = append(buf, raw[start:i]...)
			if r < ' ' {
				buf = append(buf, ' ')
			} else {
				buf = appendEscape(buf, r)
			}
			start = i + size
		}
		i += size
	}
	return append(buf, raw[start:]...)
}

// harmless reports whether a rune that is not plain may be written as it is: it is well-formed, and neither a quote nor a control character nor one that moves
// the text around it (line and paragraph separators, directions of writing).
func harmless(r rune, size int) bool {
	switch {
	case r == utf8.RuneError && size == 1, r < 0xa0:
		return false
	case r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return false
	}
	return true
}

const hexDigits = "0123456789abcdef"

// appendEscape appends a rune of the basic plane that is not to be written as it is.
func appendEscape(buf []byte, r rune) []byte {
	if r == '"' || r == '\\' {
		return append(buf, '\\', byte(r))
	}
	return append(buf, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}
