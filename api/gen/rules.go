package main

import (
	"fmt"
	"strconv"
	"strings"
)

// hidden are secrets that the models do not call sensitive.
var hidden = map[string]bool{
	"authenticationCodeType": true, "tokenCodeType": true, // a one-time code may still be unused when somebody reads the log
	"tokenType": true, // a session token
	"Blob":      true, // of EC2: user data, which often holds passwords
}

// bare are the shapes whose violations AWS words without the value, and without an enum's set, as recorded answers show.
var bare = map[string]bool{"statusType": true, "serviceSpecificCredentialId": true}

// rule writes a shape's constraint as a literal, or nothing when it has none.
func (n *names) rule(shape string) string {
	s := n.Shapes[shape]
	var fields []string
	add := func(format string, args ...any) { fields = append(fields, fmt.Sprintf(format, args...)) }
	if s.Min != nil {
		add("Min: new(int64(%d))", int64(*s.Min))
	}
	if s.Max != nil {
		add("Max: new(int64(%d))", int64(*s.Max))
	}
	if s.Pattern != "" {
		add("Pattern: %s", quote(s.Pattern))
	}
	if len(s.Enum) > 0 {
		add("Enum: %q", strings.Join(s.Enum, " "))
	}
	if s.Key != nil && n.rule(s.Key.Shape) != "" {
		add("Key: %q", s.Key.Shape)
	}
	for _, r := range []*ref{s.Member, s.Value} {
		if r != nil && n.Shapes[r.Shape].Type != "structure" && n.rule(r.Shape) != "" {
			add("Member: %q", r.Shape)
		}
	}
	if s.Type != "structure" && (s.Sensitive || hidden[shape]) {
		add("Hidden: true")
	}
	if bare[shape] {
		add("Bare: true")
	}
	return strings.Join(fields, ", ")
}

func quote(pattern string) string {
	if strconv.CanBackquote(pattern) {
		return "`" + pattern + "`"
	}
	return strconv.Quote(pattern)
}
