package policy

import "errors"

// Malformed says in AWS's own words why a document may not be written: the text of MalformedPolicyDocument.
type Malformed struct {
	Text   string
	Line   int // where, counted from 1; 0 when the text is about the whole document
	Column int
}

// Error is AWS's sentence.
func (e *Malformed) Error() string { return e.Text }

// malformed is a finding about a place of the document.
func (d *Document) malformed(at Span, text string) *Malformed {
	p := d.Position(at.Start)
	return &Malformed{Text: text, Line: p.Line, Column: p.Column}
}

// malformedSyntax is a finding about a text that has no tree.
func malformedSyntax(err error, text string) *Malformed {
	var syntax *SyntaxError
	if errors.As(err, &syntax) {
		return &Malformed{Text: text, Line: syntax.Line, Column: syntax.Column}
	}
	return &Malformed{Text: text}
}

// Size is the number of characters that count against a quota: all but white space outside of strings.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
func Size(text string) int {
	n, quoted, escaped := 0, false, false
	for _, r := range text {
		switch {
		case escaped:
			escaped = false
		case quoted && r == '\\':
			escaped = true
		case r == '"':
			quoted = !quoted
		case !quoted && (r == ' ' || r == '\t' || r == '\r' || r == '\n'):
			continue
		}
		n++
	}
	return n
}
