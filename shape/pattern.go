package shape

import (
	"fmt"
	"regexp"
)

// unicodeEscape is Java's escape of one UTF-16 unit: exactly four digits, so that \u10FFFF is U+10FF followed by "FF".
// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html
var unicodeEscape = regexp.MustCompile(`\\u([0-9A-Fa-f]{4})`)

// lookaheads are the published patterns that look ahead, which Go's expressions cannot, written without it. The alias's
// {1,61} says no more than the bounds of its length, which are a rule of their own.
var lookaheads = map[string]string{
	`^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$`: `[a-z0-9](-?[a-z0-9])+`,
}

// translate turns a Java pattern into a Go expression that the whole of a string must match, as Java's matches() asks.
func translate(pattern string) (*regexp.Regexp, error) {
	source := pattern
	if other, ok := lookaheads[pattern]; ok {
		source = other
	}
	source = unicodeEscape.ReplaceAllString(source, `\x{$1}`)
	translated, err := regexp.Compile(`\A(?:` + source + `)\z`)
	if err != nil {
		return nil, fmt.Errorf("translate the pattern %s: %w", pattern, err)
	}
	return translated, nil
}
