package shape

// A Rule is the published constraint of one kind of value. The zero Rule accepts everything.
type Rule struct {
	// Min and Max bound a string's length in characters, a list's or map's in members, a blob's in bytes, and a number by
	// its value. Nil does not bound.
	Min, Max *int64

	// Pattern is a Java regular expression that the whole string must match.
	Pattern string

	// Enum holds the values that a string may have, separated by blanks. No published value holds a blank.
	Enum string

	// Hidden marks a secret: no sentence, log or record may show the value.
	Hidden bool

	// Bare marks what AWS words without the value, and without an enum's set, although it is no secret.
	Bare bool

	// Saying is what AWS says of a value that does not fit the pattern, in place of the pattern. Empty: it shows the pattern.
	Saying string

	// Key and Member name the rules of a map's keys and of a list's members or a map's values.
	Key, Member string
}
