package policy

import (
	"cmp"
	"strings"
)

// Decimal is a number of any length, exactly: 10 equals 10.0, and nothing is rounded.
type Decimal struct {
	negative    bool
	whole, frac string // without leading and trailing zeros
}

// parseDecimal reads an optional sign, digits, and an optional fraction.
func parseDecimal(s string) (d Decimal, ok bool) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		d.negative = s[0] == '-'
		s = s[1:]
	}
	whole, frac, point := strings.Cut(s, ".")
	if !digits(whole) || point && !digits(frac) {
		return Decimal{}, false
	}
	d.whole, d.frac = strings.TrimLeft(whole, "0"), strings.TrimRight(frac, "0")
	if d.whole == "" && d.frac == "" {
		d.negative = false
	}
	return d, true
}

// digits reports whether a text is one or more decimal digits.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Compare is negative, 0 or positive as a is less than, equal to or greater than b.
func (a Decimal) Compare(b Decimal) int {
	switch {
	case a.negative && !b.negative:
		return -1
	case !a.negative && b.negative:
		return 1
	case a.negative:
		a, b = b, a
	}
	return cmp.Or(cmp.Compare(len(a.whole), len(b.whole)), strings.Compare(a.whole, b.whole), strings.Compare(a.frac, b.frac))
}
