package policy

import (
	"regexp"
	"strconv"
	"strings"
)

// writableDate is what AWS takes as the value of a Date operator when a policy is written: ISO 8601 in which parts may be missing, or a
// whole number of seconds or milliseconds. It is wider than what a decision can compare.
func writableDate(text string) bool {
	if !strings.ContainsAny(text, "tT-") {
		n, err := strconv.ParseInt(text, 10, 64)
		return err == nil && n >= 0
	}
	m := isoParts.FindStringSubmatch(text)
	if m == nil || m[0] == "" {
		return false
	}
	year, err := strconv.ParseInt(or0(m[1]), 10, 64)
	return err == nil && -292275054 <= year && year <= 292278993 &&
		within(m[2], 1, 12) && within(m[3], 1, 31) && within(m[4], 0, 23) && within(m[5], 0, 59) && within(m[6], 0, 59) &&
		within(m[7], 0, 23) && within(m[8], 0, 59)
}

// isoParts cuts a date into year, month, day, hour, minute, second, and the hours and minutes of the zone.
var isoParts = regexp.MustCompile(`^([+-]?\d{1,9})?(?:-(\d{1,2})(?:-(\d{1,2}))?)?` +
	`(?:[tT](?:(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,9})?)?)?)?(?:[zZ]|[+-](\d{2})(?::?(\d{2}))?)?)?$`)

func or0(s string) string {
	if s == "" {
		return "0"
	}
	return s
}

// within reports whether a number lies in a range; a missing one does.
func within(s string, low, high int) bool {
	if s == "" {
		return true
	}
	n, err := strconv.Atoi(s)
	return err == nil && low <= n && n <= high
}
