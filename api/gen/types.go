package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// names assigns a Go type to every shape of a structure: the input and output of an operation by the operation's name where
// the shape serves nothing else, and the shape's own name everywhere else.
type names struct {
	*model
	of      map[string]string // Go type by shape
	aliases map[string]string // Go type of an operation's side that is another type
	empty   []string          // sides without a shape
	fields  map[string]bool   // shapes reached as members
}

func nameTypes(m *model) *names {
	n := &names{model: m, of: map[string]string{}, aliases: map[string]string{}, fields: map[string]bool{}}
	uses := map[string]int{}
	sides := func(visit func(goName, shape string)) {
		for _, name := range sorted(m.Operations) {
			op, in, out := m.Operations[name], "", ""
			if op.Input != nil {
				in = op.Input.Shape
			}
			if op.Output != nil {
				out = op.Output.Shape
			}
			visit(name+"Input", in)
			visit(name+"Output", out)
		}
	}
	sides(func(_, shape string) { uses[shape]++; n.reach(shape) })
	sides(func(goName, shape string) {
		switch {
		case shape == "":
			n.empty = append(n.empty, goName)
		case uses[shape] > 1 || n.fields[shape]:
			n.of[shape] = exported(shape)
			n.aliases[goName] = exported(shape)
		default:
			n.of[shape] = goName
		}
	})
	for shape := range n.fields {
		if n.of[shape] == "" {
			n.of[shape] = exported(shape)
		}
	}
	return n
}

// reach marks everything that a shape's members lead to.
func (n *names) reach(shape string) {
	s := n.Shapes[shape]
	if s == nil {
		return
	}
	refs := []*ref{s.Member, s.Key, s.Value}
	for _, member := range s.Members {
		refs = append(refs, &member)
	}
	for _, r := range refs {
		if r != nil && !n.fields[r.Shape] {
			n.fields[r.Shape] = true
			n.reach(r.Shape)
		}
	}
}

// goType writes the type of a member; optional says whether its absence must show.
func (n *names) goType(shape string, optional bool) string {
	s := n.Shapes[shape]
	pointer := ""
	if optional && (s.Type != "boolean" || s.Box || n.Metadata.Protocol == "ec2") {
		pointer = "*"
	}
	switch s.Type {
	case "string":
		return pointer + "string"
	case "integer":
		return pointer + "int32"
	case "long":
		return pointer + "int64"
	case "float", "double":
		return pointer + "float64"
	case "boolean":
		return pointer + "bool"
	case "timestamp":
		return pointer + "time.Time"
	case "blob":
		return "[]byte"
	case "list":
		return "[]" + n.goType(s.Member.Shape, false)
	case "map":
		return "map[string]" + n.goType(s.Value.Shape, false)
	case "structure":
		return pointer + n.of[shape]
	}
	panic("unknown type " + s.Type + " of " + shape)
}

func (n *names) printStruct(p *printer, goName, comment, shape string) {
	p.f("// %s %s\ntype %s struct {\n", goName, comment, goName)
	if s := n.Shapes[shape]; s != nil {
		for _, member := range sorted(s.Members) {
			required := slices.Contains(s.Required, member)
			of := s.Members[member]
			optional := !required || n.Shapes[of.Shape].Type == "structure"
			p.f("%s %s `%s`\n", exported(member), n.goType(of.Shape, optional), n.tag(member, of, required))
		}
	}
	p.f("}\n\n")
}

func (n *names) tag(member string, r ref, required bool) string {
	wire := member
	if r.LocationName != "" {
		wire = r.LocationName
	}
	if required {
		wire += ",required"
	}
	tags := []string{fmt.Sprintf("wire:%q", wire)}
	if r.QueryName != "" {
		tags = append(tags, fmt.Sprintf("query:%q", r.QueryName))
	}
	if s := n.Shapes[r.Shape]; s.Type == "list" {
		// What the model does not name is "member" to every dialect's clients.
		item, usual := cmp.Or(s.Member.LocationName, "member"), map[string]string{"query": "member", "json": "member", "rest-json": "member", "ec2": "item"}[n.Metadata.Protocol]
		if item != usual {
			tags = append(tags, fmt.Sprintf("item:%q", item))
		}
	}
	if n.rule(r.Shape) != "" {
		tags = append(tags, fmt.Sprintf("rule:%q", r.Shape))
	}
	return strings.Join(tags, " ")
}
