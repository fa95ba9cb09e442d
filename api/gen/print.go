package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A printer collects a file.
type printer struct{ bytes.Buffer }

func (p *printer) f(format string, args ...any) { fmt.Fprintf(&p.Buffer, format, args...) }

// imports prints what the text that follows needs.
func (p *printer) imports(body *printer) {
	text := body.String()
	var paths []string
	if strings.Contains(text, "time.Time") {
		paths = append(paths, "time")
	}
	for _, pkg := range []string{"fault", "shape"} {
		if strings.Contains(text, pkg+".") {
			paths = append(paths, "github.com/cardea-iam/cardea/"+pkg)
		}
	}
	if len(paths) > 0 {
		p.f("import (\n")
		for _, path := range paths {
			p.f("%q\n", path)
		}
		p.f(")\n\n")
	}
	p.Write(body.Bytes())
}

func (n *names) printOperations(p *printer) {
	body := new(printer)
	for _, name := range sorted(n.Operations) {
		op, in, out := n.Operations[name], "", ""
		if op.Input != nil {
			in = op.Input.Shape
		}
		if op.Output != nil {
			out = op.Output.Shape
		}
		n.printSide(body, name+"Input", "is what "+name+" takes.", in)
		n.printSide(body, name+"Output", "is what "+name+" answers.", out)
	}
	p.imports(body)
}

func (n *names) printSide(p *printer, goName, comment, shape string) {
	if alias := n.aliases[goName]; alias != "" {
		p.f("// %s %s\ntype %s = %s\n\n", goName, comment, goName, alias)
		return
	}
	n.printStruct(p, goName, comment, shape)
}

func (n *names) printTypes(p *printer) {
	body := new(printer)
	sides := map[string]bool{}
	for _, name := range sorted(n.Operations) {
		sides[name+"Input"], sides[name+"Output"] = true, true
	}
	for _, shape := range sorted(n.of) {
		if n.Shapes[shape].Type == "structure" && !sides[n.of[shape]] {
			n.printStruct(body, n.of[shape], "is a published structure.", shape)
		}
	}
	p.imports(body)
}

func (n *names) enums() []string {
	var enums []string
	for _, shape := range sorted(n.Shapes) {
		if s := n.Shapes[shape]; len(s.Enum) > 0 && n.fields[shape] {
			enums = append(enums, shape)
		}
	}
	return enums
}

func (n *names) printEnums(p *printer) {
	for _, shape := range n.enums() {
		p.f("// The values of %s.\nconst (\n", exported(shape))
		for _, value := range n.Shapes[shape].Enum {
			p.f("%s%s = %q\n", exported(shape), constant(value), value)
		}
		p.f(")\n\n")
	}
}

// A failure is a published error.
type failure struct {
	shape, constructor, code string
	status                   int
}

func (n *names) errors() []failure {
	var errors []failure
	for _, shape := range sorted(n.Shapes) {
		s := n.Shapes[shape]
		if !s.Exception {
			continue
		}
		errors = append(errors, failure{
			shape:       shape,
			constructor: strings.TrimSuffix(exported(shape), "Exception"),
			code:        cmp.Or(s.Error.Code, shape),
			status:      cmp.Or(s.Error.HTTPStatusCode, 400),
		})
	}
	return errors
}

func (n *names) printErrors(p *printer) {
	body := new(printer)
	for _, e := range n.errors() {
		body.f("// %s makes the fault %s with status %d. Without args the format is the message as it stands.\n", e.constructor, e.code, e.status)
		body.f("func %s(format string, args ...any) *fault.Error { return fault.New(%q, %d, format, args...) }\n\n", e.constructor, e.code, e.status)
	}
	p.imports(body)
}

func (n *names) printRules(p *printer) {
	body := new(printer)
	body.f("var rules = map[string]shape.Rule{\n")
	for _, name := range sorted(n.Shapes) {
		if rule := n.rule(name); rule != "" && n.fields[name] {
			body.f("%q: {%s},\n", name, rule)
		}
	}
	body.f("}\n")
	p.imports(body)
}

func (n *names) printService(p *printer) {
	body, m := new(printer), n.Metadata
	dialect := map[string]string{"query": "shape.Query", "ec2": "shape.EC2", "json": "shape.JSON", "rest-json": "shape.REST"}[m.Protocol]
	body.f("// Service describes %s to the codec.\nvar Service = &shape.Service{\n", m.EndpointPrefix)
	body.f("Name: %q,\nVersion: %q,\nNamespace: %q,\nDialect: %s,\n", m.EndpointPrefix, m.APIVersion, m.XMLNamespace, dialect)
	body.f("Rules: rules,\nOperations: operations,\nErrors: map[string]int{\n")
	errors := n.errors()
	slices.SortFunc(errors, func(a, b failure) int { return cmp.Compare(a.code, b.code) })
	for _, e := range errors {
		body.f("%q: %d,\n", e.code, e.status)
	}
	body.f("},\n}\n\nvar operations = []shape.Operation{\n")
	codes := map[string]string{}
	for _, e := range errors {
		codes[e.shape] = e.code
	}
	for _, name := range sorted(n.Operations) {
		op := n.Operations[name]
		body.f("{Name: %[1]q, In: (*%[1]sInput)(nil), Out: (*%[1]sOutput)(nil)", name)
		if op.Output != nil && op.Output.ResultWrapper != "" {
			body.f(", Result: %q", op.Output.ResultWrapper)
		}
		if m.Protocol == "rest-json" {
			body.f(", Method: %q, Path: %q", op.HTTP.Method, op.HTTP.RequestURI)
		}
		if len(op.Errors) > 0 {
			body.f(", Errors: []string{")
			for _, e := range op.Errors {
				body.f("%q, ", codes[e.Shape])
			}
			body.f("}")
		}
		body.f("},\n")
	}
	body.f("}\n")
	p.imports(body)
}
