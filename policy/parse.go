package policy

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// MaxSize is the number of bytes beyond which a text is refused unread. The quotas of the services are far below.
const MaxSize = 16 << 20

// maxDepth is how deep a text may nest. The grammar itself needs six levels.
const maxDepth = 64

// Parse reads a policy document: JSON without duplicate members, and the grammar of the language. It accepts what any kind of
// policy may say: what one kind forbids or needs is the business of CheckIdentity, CheckTrust, CheckSession and NeedResources.
// The error is a *SyntaxError. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
func Parse(text string) (*Document, error) {
	d, err := read(text)
	if err != nil {
		return nil, err
	}
	if err := d.grammar(); err != nil {
		return nil, err
	}
	return d, nil
}

// read takes in the text and its tree, without a look at what elements must or must not stand together.
func read(text string) (*Document, error) {
	if len(text) > MaxSize {
		return nil, &SyntaxError{Position: position(text, 0), Message: fmt.Sprintf("the document has more than %d bytes", MaxSize)}
	}
	if i := strings.IndexFunc(text, outside); i >= 0 {
		return nil, &SyntaxError{Position: position(text, i), Message: badCharacter}
	}
	p := &parser{text: text, dec: jsontext.NewDecoder(bytes.NewBufferString(text))}
	d := &Document{Source: text}
	if err := p.next(); err != nil {
		return nil, err
	}
	if err := p.document(d); err != nil {
		return nil, err
	}
	if _, err := p.dec.ReadToken(); !errors.Is(err, io.EOF) {
		p.start = p.skip(int(p.dec.InputOffset()))
		return nil, &SyntaxError{position(text, p.start), "text after the document", true}
	}
	return d, nil
}

const badCharacter = "a character outside of U+0009, U+000A, U+000D and U+0020 to U+00FF"

// outside says of a character that no policy may hold it. Invalid UTF-8 reads as U+FFFD and is outside too.
func outside(r rune) bool {
	return r > 0xff || r < 0x20 && r != '\t' && r != '\n' && r != '\r'
}

// parser walks over the tokens of a text. tok is the token it stands on, start and end where that token lies.
type parser struct {
	text       string
	dec        *jsontext.Decoder
	tok        jsontext.Token
	start, end int
}

// next reads one token.
func (p *parser) next() error {
	p.start = p.skip(p.end)
	tok, err := p.dec.ReadToken()
	if err != nil {
		return p.broken(err)
	}
	p.tok, p.end = tok, int(p.dec.InputOffset())
	if p.dec.StackDepth() > maxDepth {
		return p.fail("nested too deeply")
	}
	return nil
}

// skip is the offset of the first character from i on that belongs to a token.
func (p *parser) skip(i int) int {
	for i < len(p.text) && strings.IndexByte(" \t\r\n,:", p.text[i]) >= 0 {
		i++
	}
	return i
}

func (p *parser) fail(format string, args ...any) error {
	return &SyntaxError{Position: position(p.text, p.start), Message: fmt.Sprintf(format, args...)}
}

// broken turns the JSON library's error into ours.
func (p *parser) broken(err error) error {
	var syntactic *jsontext.SyntacticError
	switch {
	case errors.As(err, &syntactic):
		at := p.skip(int(syntactic.ByteOffset))
		return &SyntaxError{position(p.text, at), syntactic.Err.Error(), true}
	case errors.Is(err, io.EOF):
		return &SyntaxError{position(p.text, len(p.text)), "the text ends before the document does", true}
	}
	return p.fail("%v", err)
}

// object reads the members of the object that the parser stands on and calls member for each, standing on the member's value.
func (p *parser) object(what string, member func(name Value) error) (Span, error) {
	if p.tok.Kind() != '{' {
		return Span{}, p.fail("%s must be an object", what)
	}
	span := Span{Start: p.start}
	for {
		if err := p.next(); err != nil {
			return span, err
		}
		if p.tok.Kind() == '}' {
			span.End = p.end
			return span, nil
		}
		name, err := p.value(what)
		if err != nil {
			return span, err
		}
		if err := p.next(); err != nil {
			return span, err
		}
		if err := member(name); err != nil {
			return span, err
		}
	}
}

// value takes the string, number or boolean that the parser stands on.
func (p *parser) value(what string) (Value, error) {
	v := Value{Span: Span{p.start, p.end}}
	switch p.tok.Kind() {
	case '"':
		raw := p.text[p.start+1 : p.end-1]
		if strings.IndexByte(raw, '\\') < 0 {
			v.Text = raw
			return v, nil
		}
		v.Text = p.tok.String()
		if strings.ContainsFunc(v.Text, outside) {
			return v, p.fail(badCharacter)
		}
	case '0', 't', 'f':
		v.Text = p.text[p.start:p.end]
	default:
		return v, p.fail("%s must be a string", what)
	}
	return v, nil
}

// str takes the string that the parser stands on.
func (p *parser) str(what string) (Value, error) {
	if p.tok.Kind() != '"' {
		return Value{}, p.fail("%s must be a string", what)
	}
	return p.value(what)
}

// list takes the string or array that the parser stands on. Where null is allowed, it is left out.
func (p *parser) list(what string, one func(what string) (Value, error), skipNull bool) (List, error) {
	l := List{Span: Span{p.start, p.end}}
	if p.tok.Kind() != '[' {
		v, err := one(what)
		l.Values = []Value{v}
		return l, err
	}
	l.Values = []Value{}
	for {
		if err := p.next(); err != nil {
			return l, err
		}
		switch {
		case p.tok.Kind() == ']':
			l.Span.End = p.end
			return l, nil
		case p.tok.Kind() == 'n' && skipNull:
			continue
		}
		v, err := one(what)
		if err != nil {
			return l, err
		}
		l.Values = append(l.Values, v)
	}
}
