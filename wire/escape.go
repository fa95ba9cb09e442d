package wire

import "unicode/utf8"

// appendText appends character data. Markup is escaped, and so are tab, line feed and carriage return, which parsers would
// otherwise normalise away. What XML 1.0 cannot carry at all (other control characters, U+FFFE, broken UTF-8) becomes
// U+FFFD: an answer always parses. https://www.w3.org/TR/xml/#charsets
func appendText(dst []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '<' && c != '>' && c != '&' && c != '"' && c != '\'' {
			i++
			continue
		}
		r, width := utf8.DecodeRuneInString(s[i:])
		escaped := escape(r, width)
		if escaped != "" {
			dst = append(append(dst, s[start:i]...), escaped...)
			start = i + width
		}
		i += width
	}
	return append(dst, s[start:]...)
}

// escape answers what stands for a character, or nothing when it stands for itself.
func escape(r rune, width int) string {
	switch r {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	case '"':
		return "&quot;"
	case '\'':
		return "&#39;"
	case '\t':
		return "&#9;"
	case '\n':
		return "&#10;"
	case '\r':
		return "&#13;"
	}
	broken := r == utf8.RuneError && width == 1
	if r < ' ' || r == 0xFFFE || r == 0xFFFF || broken {
		return "\uFFFD"
	}
	return ""
}
