package policy

import (
	"slices"
	"strings"
)

// arnParts is how many parts an ARN has.
const arnParts = 6

// arnText is the name of a requested resource, cut at its first five colons.
type arnText struct {
	text   string
	colons [arnParts - 1]int
	ok     bool // it has six parts and begins with arn
}

func cutARN(text string) arnText {
	a := arnText{text: text}
	from := 0
	for i := range a.colons {
		n := strings.IndexByte(text[from:], ':')
		if n < 0 {
			return a
		}
		a.colons[i] = from + n
		from += n + 1
	}
	a.ok = text[:a.colons[0]] == "arn"
	return a
}

func (a *arnText) part(i int) string {
	start, end := 0, len(a.text)
	if i > 0 {
		start = a.colons[i-1] + 1
	}
	if i < len(a.colons) {
		end = a.colons[i]
	}
	return a.text[start:end]
}

// ARNPattern is a resource of a policy: "*", or an ARN with wildcards and variables, matched part by part so that no star
// ever crosses one of the first five colons.
type ARNPattern struct {
	Source string
	Any    bool      // the pattern is "*": it covers everything, also requests that name nothing
	Parts  []Pattern // up to six; parts that are missing cover everything

	head  string // the first five parts with their colons, when they are literal
	where uint16 // kinds of policy in which the pattern has a meaning, one bit for each
	vars  bool
}

// everywhere has the bits of all kinds of policy.
const everywhere = 1<<kinds - 1

// newARNPattern compiles a resource. Variables stand in the region, the account and the resource part only.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
func newARNPattern(text string, vars bool) ARNPattern {
	p := ARNPattern{Source: text}
	if text == "*" {
		p.Any, p.where = true, everywhere
		return p
	}
	for i, part := range cutPattern(text, vars) {
		p.Parts = append(p.Parts, newPattern(part, true, vars && i >= 3))
		p.vars = p.vars || p.Parts[i].vars
	}
	if p.Parts[0].shape == exactly && p.Parts[0].head == "arn" {
		p.where = p.meaning()
	}
	p.head = p.literalHead()
	return p
}

// cutPattern cuts at the first five colons that are not inside of a variable.
func cutPattern(text string, vars bool) []string {
	var parts []string
	start := 0
	for i := 0; i < len(text) && len(parts) < arnParts-1; i++ {
		switch text[i] {
		case ':':
			parts = append(parts, text[start:i])
			start = i + 1
		case '$':
			if vars {
				_, n := variableAt(text[i:])
				i += max(n-1, 0)
			}
		}
	}
	return append(parts, text[start:])
}

// meaning is the kinds of policy in which the pattern counts: an ARN with fewer than six parts does so in some only.
func (p *ARNPattern) meaning() uint16 {
	if len(p.Parts) == arnParts {
		return everywhere
	}
	where := uint16(1<<Identity | 1<<Boundary | 1<<Session)
	last := p.Parts[len(p.Parts)-1].Tokens
	if len(last) > 0 && last[len(last)-1].Kind == AnyRun {
		where |= 1 << SCP
	}
	if slices.ContainsFunc(p.Parts, func(part Pattern) bool { return part.wild() }) {
		where |= 1<<Resource | 1<<Trust | 1<<Endpoint
	}
	return where
}

func (p *ARNPattern) literalHead() string {
	if len(p.Parts) < arnParts {
		return ""
	}
	var head strings.Builder
	for i := range p.Parts[:arnParts-1] {
		if p.Parts[i].shape != exactly {
			return ""
		}
		head.WriteString(p.Parts[i].head)
		head.WriteByte(':')
	}
	return head.String()
}

// resolvable reports whether the request has a value for every variable of the pattern.
func (p *ARNPattern) resolvable(r *Request) bool {
	if !p.vars {
		return true
	}
	for i := range p.Parts {
		if !p.Parts[i].resolvable(r) {
			return false
		}
	}
	return true
}

// covers reports whether the pattern, in a policy of that kind, covers a requested resource.
func (p *ARNPattern) covers(r *Request, a *arnText, kind Kind) bool {
	switch {
	case p.Any:
		return true
	case !a.ok || p.where&(1<<kind) == 0:
		return false
	case p.head != "":
		return strings.HasPrefix(a.text, p.head) && p.Parts[arnParts-1].match(r, a.text[len(p.head):])
	}
	for i := 1; i < len(p.Parts); i++ {
		if !p.Parts[i].match(r, a.part(i)) {
			return false
		}
	}
	return true
}

// literals are the stretches of plain text in the pattern, in order. Whatever it covers begins with the first and holds them all.
func (p *ARNPattern) literals() []string {
	var out []string
	var run strings.Builder
	flush := func() {
		if run.Len() > 0 {
			out = append(out, run.String())
			run.Reset()
		}
	}
	for i := range p.Parts {
		if i > 0 {
			run.WriteByte(':')
		}
		for _, t := range p.Parts[i].Tokens {
			if t.Kind == Literal {
				run.WriteString(t.Text)
			} else {
				flush()
			}
		}
	}
	flush()
	return out
}
