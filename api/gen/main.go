// Command gen turns a published service model into a Go package: the structs of its operations, the constants of its enums,
// constructors of its errors, and the tables that the codec reads. The same model gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	path := flag.String("model", "", "the model `file`")
	out := flag.String("out", "", "the `directory` of the package, which has its name")
	flag.Parse()
	m, err := readModel(*path)
	if err != nil {
		log.Fatal(err)
	}
	if err := generate(m, *path, *out); err != nil {
		log.Fatal(err)
	}
}

func generate(m *model, path, dir string) error {
	n := nameTypes(m)
	if err := n.check(); err != nil {
		return err
	}
	for _, file := range []struct {
		name  string
		print func(*printer)
	}{
		{"operations.go", n.printOperations},
		{"types.go", n.printTypes},
		{"enums.go", n.printEnums},
		{"errors.go", n.printErrors},
		{"rules.go", n.printRules},
		{"service.go", n.printService},
	} {
		p := new(printer)
		p.f("// Code generated from %s by api/gen; DO NOT EDIT.\n\n", filepath.ToSlash(path))
		if file.name == "service.go" {
			p.f("// Package %[1]s holds the published shapes of %[1]s, version %[2]s.\n", filepath.Base(dir), m.Metadata.APIVersion)
		}
		p.f("package %s\n\n", filepath.Base(dir))
		head := p.Len()
		file.print(p)
		if p.Len() == head {
			continue // this service has none
		}
		text, err := format.Source(p.Bytes())
		if err != nil {
			return fmt.Errorf("%s: %w", file.name, err)
		}
		name := filepath.Join(dir, file.name)
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// check refuses a model that would declare one Go name twice.
func (n *names) check() error {
	seen := map[string]string{}
	declare := func(name, by string) error {
		if other, ok := seen[name]; ok && other != by {
			return fmt.Errorf("%s is declared for %s and for %s", name, other, by)
		}
		seen[name] = by
		return nil
	}
	for _, shape := range sorted(n.of) {
		if n.Shapes[shape].Type == "structure" {
			if err := declare(n.of[shape], shape); err != nil {
				return err
			}
		}
	}
	for _, shape := range n.enums() {
		for _, value := range n.Shapes[shape].Enum {
			if err := declare(exported(shape)+constant(value), shape+" "+value); err != nil {
				return err
			}
		}
	}
	for _, e := range n.errors() {
		if err := declare(e.constructor, e.code); err != nil {
			return err
		}
	}
	return nil
}
