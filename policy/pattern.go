package policy

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// TokenKind is what a piece of a pattern stands for.
type TokenKind uint8

// Kinds of tokens.
const (
	Literal  TokenKind = iota // its text
	AnyRun                    // * : any characters, also none
	AnyOne                    // ? : one character
	Variable                  // ${key}: the request's value, character by character
)

// Token is a piece of a pattern.
type Token struct {
	Kind       TokenKind
	Text       string // of a Literal; of a Variable, the default
	Key        *Key   // of a Variable
	HasDefault bool   // of a Variable
}

// Pattern is a compiled text with wildcards and variables. What stands for a variable is literal text, never a pattern.
type Pattern struct {
	Tokens []Token
	shape  shape
	head   string // what stands before the one wildcard of a simple shape
	tail   string // and behind it
	vars   bool
}

// shape is a form of pattern that is matched without a walk over its tokens.
type shape uint8

const (
	general shape = iota
	exactly       // head
	around        // head*tail
)

// newPattern compiles a text. wild says whether * and ? are wildcards, vars whether ${…} is a variable.
func newPattern(text string, wild, vars bool) Pattern {
	p := Pattern{Tokens: tokens(text, wild, vars)}
	p.vars = slices.ContainsFunc(p.Tokens, func(t Token) bool { return t.Kind == Variable })
	p.shape, p.head, p.tail = shapeOf(p.Tokens)
	return p
}

func shapeOf(tokens []Token) (s shape, head, tail string) {
	star := slices.IndexFunc(tokens, func(t Token) bool { return t.Kind != Literal })
	switch {
	case star < 0 && len(tokens) == 0:
		return exactly, "", ""
	case star < 0:
		return exactly, tokens[0].Text, "" // adjoining literals are one token
	case tokens[star].Kind != AnyRun || len(tokens) > star+2:
		return general, "", ""
	case len(tokens) == star+2 && tokens[star+1].Kind != Literal:
		return general, "", ""
	}
	if star > 0 {
		head = tokens[0].Text
	}
	if len(tokens) == star+2 {
		tail = tokens[star+1].Text
	}
	return around, head, tail
}

// tokens cuts a text into literals, wildcards and variables. Adjoining literals and adjoining stars become one.
func tokens(text string, wild, vars bool) []Token {
	var out []Token
	for text != "" {
		n := nextSpecial(text, wild, vars)
		if n > 0 {
			out = appendToken(out, Token{Text: text[:n]})
			text = text[n:]
			continue
		}
		switch text[0] {
		case '*':
			out, text = appendToken(out, Token{Kind: AnyRun}), text[1:]
		case '?':
			out, text = appendToken(out, Token{Kind: AnyOne}), text[1:]
		default:
			t, n := variableAt(text)
			out, text = appendToken(out, t), text[n:]
		}
	}
	return out
}

// nextSpecial is the offset of the first wildcard or variable, or the length of the text.
func nextSpecial(text string, wild, vars bool) int {
	for i := range len(text) {
		switch c := text[i]; {
		case wild && (c == '*' || c == '?'):
			return i
		case vars && c == '$':
			if _, n := variableAt(text[i:]); n > 0 {
				return i
			}
		}
	}
	return len(text)
}

func appendToken(out []Token, t Token) []Token {
	if len(out) > 0 {
		last := &out[len(out)-1]
		switch {
		case t.Kind == Literal && last.Kind == Literal:
			last.Text += t.Text
			return out
		case t.Kind == AnyRun && last.Kind == AnyRun:
			return out
		}
	}
	return append(out, t)
}

// variableAt reads the variable that a text begins with: ${key}, ${key, 'default'}, or ${*} ${?} ${$} for the character itself.
// n is its length; 0 when the text begins with none. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
func variableAt(text string) (t Token, n int) {
	inner, ok := strings.CutPrefix(text, "${")
	if !ok {
		return Token{}, 0
	}
	if key, rest, ok := strings.Cut(inner, ","); ok && !strings.Contains(key, "}") {
		if quoted, ok := strings.CutPrefix(strings.TrimLeft(rest, " "), "'"); ok {
			value, rest, closed := strings.Cut(quoted, "'")
			rest = strings.TrimLeft(rest, " ")
			if closed && strings.HasPrefix(rest, "}") {
				k := KeyOf(key)
				return Token{Kind: Variable, Key: &k, Text: value, HasDefault: true}, len(text) - len(rest) + 1
			}
		}
	}
	name, _, ok := strings.Cut(inner, "}")
	switch {
	case !ok:
		return Token{}, 0
	case name == "*" || name == "?" || name == "$":
		return Token{Text: name}, len("${*}")
	}
	k := KeyOf(name)
	return Token{Kind: Variable, Key: &k}, len("${}") + len(name)
}

// wild reports whether the pattern has a wildcard.
func (p *Pattern) wild() bool {
	return slices.ContainsFunc(p.Tokens, func(t Token) bool { return t.Kind == AnyRun || t.Kind == AnyOne })
}

// resolvable reports whether the request has a value for every variable of the pattern.
func (p *Pattern) resolvable(r *Request) bool {
	if !p.vars {
		return true
	}
	for i := range p.Tokens {
		if t := &p.Tokens[i]; t.Kind == Variable {
			if _, ok := t.value(r); !ok {
				return false
			}
		}
	}
	return true
}

// value is the literal text that a Literal or Variable stands for.
func (t *Token) value(r *Request) (string, bool) {
	if t.Kind == Literal {
		return t.Text, true
	}
	if text, ok := r.variable(t.Key); ok {
		return text, true
	}
	return t.Text, t.HasDefault
}

// steps is what a comparison with the token's text costs: a variable has to be looked up.
func (t *Token) steps(text string) int {
	n := 1 + len(text)/16
	if t.Kind == Variable {
		n += 4
	}
	return n
}

// match reports whether the pattern covers the whole text. A variable without a value covers nothing.
func (p *Pattern) match(r *Request, text string) bool {
	switch p.shape {
	case exactly:
		return text == p.head
	case around:
		return len(text) >= len(p.head)+len(p.tail) && strings.HasPrefix(text, p.head) && strings.HasSuffix(text, p.tail)
	}
	return matchTokens(r, p.Tokens, text)
}

// matchTokens walks over the pieces between the stars: the first is anchored at the front, the last at the end, each of the others
// is taken where it first occurs. That is right for this language because a piece always covers the same number of characters.
func matchTokens(r *Request, pattern []Token, text string) bool {
	star := nextStar(pattern)
	rest, ok := cutFront(r, pattern[:star], text)
	if !ok || star == len(pattern) {
		return ok && rest == ""
	}
	for {
		pattern = pattern[star+1:]
		if star = nextStar(pattern); star == len(pattern) {
			return cutBack(r, pattern, rest)
		}
		if rest, ok = cutFirst(r, pattern[:star], rest); !ok {
			return false
		}
	}
}

func nextStar(pattern []Token) int {
	for i := range pattern {
		if pattern[i].Kind == AnyRun {
			return i
		}
	}
	return len(pattern)
}

// cutFront takes a piece from the front of the text.
func cutFront(r *Request, piece []Token, text string) (rest string, ok bool) {
	for i := range piece {
		t := &piece[i]
		if t.Kind == AnyOne {
			_, n := utf8.DecodeRuneInString(text)
			if n == 0 || !r.spend(1) {
				return "", false
			}
			text = text[n:]
			continue
		}
		lit, ok := t.value(r)
		if !ok || !r.spend(t.steps(lit)) {
			return "", false
		}
		if text, ok = strings.CutPrefix(text, lit); !ok {
			return "", false
		}
	}
	return text, true
}

// cutBack reports whether the text ends in a piece.
func cutBack(r *Request, piece []Token, text string) bool {
	for i := len(piece) - 1; i >= 0; i-- {
		t := &piece[i]
		if t.Kind == AnyOne {
			_, n := utf8.DecodeLastRuneInString(text)
			if n == 0 || !r.spend(1) {
				return false
			}
			text = text[:len(text)-n]
			continue
		}
		lit, ok := t.value(r)
		if !ok || !r.spend(t.steps(lit)) {
			return false
		}
		if text, ok = strings.CutSuffix(text, lit); !ok {
			return false
		}
	}
	return true
}

// cutFirst finds the first place where a piece occurs and answers what follows it.
func cutFirst(r *Request, piece []Token, text string) (rest string, ok bool) {
	for len(piece) > 0 && piece[0].Kind == AnyOne { // behind a star, ?x is x somewhere after the first character
		_, n := utf8.DecodeRuneInString(text)
		if n == 0 {
			return "", false
		}
		piece, text = piece[1:], text[n:]
	}
	if len(piece) == 0 {
		return text, true
	}
	lit, ok := piece[0].value(r)
	for ok {
		at := strings.Index(text, lit)
		if at < 0 || !r.spend(1+at/16+len(lit)/16) {
			return "", false
		}
		if rest, ok := cutFront(r, piece[1:], text[at+len(lit):]); ok {
			return rest, true
		}
		if text == "" {
			return "", false
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		text = text[at+max(n, 1):]
	}
	return "", false
}

// equalFold reports whether a pattern without wildcards covers the whole text under simple case folding.
func (p *Pattern) equalFold(r *Request, text string) bool {
	for i := range p.Tokens {
		lit, ok := p.Tokens[i].value(r)
		if !ok || !r.spend(1+len(lit)/4) {
			return false
		}
		if text, ok = foldPrefix(text, lit); !ok {
			return false
		}
	}
	return text == ""
}

// spells reports whether a pattern without wildcards is an ASCII word but for the case of its letters.
func (p *Pattern) spells(r *Request, word string) bool {
	n := 0
	for i := range p.Tokens {
		lit, _ := p.Tokens[i].value(r)
		n += len(lit)
	}
	return n == len(word) && p.equalFold(r, word)
}
