package policy

import (
	"fmt"
	"unicode/utf8"
)

// Span is a stretch of a document's text in bytes, End exclusive.
type Span struct{ Start, End int }

// Position is a place in a text. Lines and columns count from 1, columns in characters; the offset counts bytes from 0.
type Position struct{ Line, Column, Offset int }

// Position finds the line and column of a byte offset of the document's text.
func (d *Document) Position(offset int) Position { return position(d.Source, offset) }

func position(text string, offset int) Position {
	offset = max(0, min(offset, len(text)))
	line, start := 1, 0
	for i := range offset {
		if text[i] == '\n' {
			line, start = line+1, i+1
		}
	}
	return Position{Line: line, Column: utf8.RuneCountInString(text[start:offset]) + 1, Offset: offset}
}

// SyntaxError says where a text stops being a policy, and why.
type SyntaxError struct {
	Position
	Message string
	json    bool // the text is no JSON at all, or says one thing twice
}

// Error is the place and the reason: "line 3, column 14: unknown element Efect".
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Message)
}
