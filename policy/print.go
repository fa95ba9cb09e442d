package policy

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// String prints the document in its normal form: two blanks of indentation, elements in the order of the grammar, a list of one
// as a bare string, numbers and booleans as strings. Parsed again, it gives a document that is Equal to this one.
func (d *Document) String() string {
	var out bytes.Buffer
	p := printer{jsontext.NewEncoder(&out, jsontext.WithIndent("  "))}
	p.put(jsontext.BeginObject)
	if d.Version.Span != (Span{}) {
		p.member("Version", &d.Version)
	}
	p.member("Id", d.ID)
	p.name("Statement")
	p.put(jsontext.BeginArray)
	for i := range d.Statements {
		p.statement(&d.Statements[i])
	}
	p.put(jsontext.EndArray)
	p.put(jsontext.EndObject)
	return out.String()
}

// printer writes to memory, and only what the parser has accepted: it cannot fail.
type printer struct{ enc *jsontext.Encoder }

func (p printer) put(t jsontext.Token) { _ = p.enc.WriteToken(t) }
func (p printer) name(name string)     { p.put(jsontext.String(name)) }

func (p printer) member(name string, v *Value) {
	if v != nil {
		p.name(name)
		p.name(v.Text)
	}
}

func (p printer) statement(s *Statement) {
	p.put(jsontext.BeginObject)
	p.member("Sid", s.Sid)
	p.member("Effect", &s.Effect)
	p.principals("Principal", s.Principal)
	p.principals("NotPrincipal", s.NotPrincipal)
	p.list("Action", s.Action)
	p.list("NotAction", s.NotAction)
	p.list("Resource", s.Resource)
	p.list("NotResource", s.NotResource)
	p.condition(s.Condition)
	p.put(jsontext.EndObject)
}

func (p printer) list(name string, l *List) {
	if l == nil {
		return
	}
	p.name(name)
	if len(l.Values) == 1 {
		p.name(l.Values[0].Text)
		return
	}
	p.put(jsontext.BeginArray)
	for _, v := range l.Values {
		p.name(v.Text)
	}
	p.put(jsontext.EndArray)
}

func (p printer) principals(name string, l *Principals) {
	if l == nil {
		return
	}
	p.name(name)
	if l.Everyone {
		p.name("*")
		return
	}
	p.put(jsontext.BeginObject)
	for i := range l.Members {
		p.list(l.Members[i].Kind.Text, &l.Members[i].List)
	}
	p.put(jsontext.EndObject)
}

func (p printer) condition(c *Condition) {
	if c == nil {
		return
	}
	p.name("Condition")
	p.put(jsontext.BeginObject)
	for _, block := range c.Operators {
		p.name(block.Name.Text)
		p.put(jsontext.BeginObject)
		for i := range block.Keys {
			p.list(block.Keys[i].Name.Text, &block.Keys[i].List)
		}
		p.put(jsontext.EndObject)
	}
	p.put(jsontext.EndObject)
}
