package policy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold lowers ASCII letters and leaves everything else: the form in which keys, actions and operators are compared.
func fold(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return foldFrom(s, i)
		}
	}
	return s
}

func foldFrom(s string, i int) string {
	var out strings.Builder
	out.Grow(len(s))
	out.WriteString(s[:i])
	for ; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		out.WriteByte(c)
	}
	return out.String()
}

// foldPrefix takes prefix from the front of text under simple case folding and answers what is left.
func foldPrefix(text, prefix string) (rest string, ok bool) {
	for prefix != "" {
		if text == "" {
			return "", false
		}
		p, pn := utf8.DecodeRuneInString(prefix)
		t, tn := utf8.DecodeRuneInString(text)
		if p != t && !foldsTo(p, t) {
			return "", false
		}
		prefix, text = prefix[pn:], text[tn:]
	}
	return text, true
}

func foldsTo(a, b rune) bool {
	for r := unicode.SimpleFold(a); r != a; r = unicode.SimpleFold(r) {
		if r == b {
			return true
		}
	}
	return false
}

// hashSeed and hashPrime are those of FNV-1a with 64 bits. A hash only narrows a search: equality is always checked on the text.
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func hash(s string) uint64 {
	h := uint64(hashSeed)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}
