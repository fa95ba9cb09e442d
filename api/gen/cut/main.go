// Command cut makes a model file from one of botocore's: it keeps the facts, drops the prose, and keeps only the operations that are
// named, those that the file held before, and the shapes that they reach.
//
//	go run ./gen/cut -full botocore/data/ec2/2016-11-15/service-2.json -out models/ec2.json DescribeInstances ...
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"maps"
	"os"
	"slices"
)

type object = map[string]any

// kept are the keys of operations and shapes that hold facts.
var kept = map[string]bool{
	"name": true, "http": true, "input": true, "output": true, "errors": true, "resultWrapper": true, "auth": true, "authtype": true,
	"type": true, "members": true, "required": true, "member": true, "key": true, "value": true, "shape": true, "locationName": true,
	"queryName": true, "flattened": true, "min": true, "max": true, "pattern": true, "enum": true, "sensitive": true, "box": true,
	"exception": true, "error": true, "idempotencyToken": true, "deprecated": true, "timestampFormat": true,
}

func main() {
	log.SetFlags(0)
	full := flag.String("full", "", "the complete model `file`")
	out := flag.String("out", "", "the model `file` to make or to add to")
	flag.Parse()
	if err := cut(*full, *out, flag.Args()); err != nil {
		log.Fatal(err)
	}
}

func cut(full, out string, operations []string) error {
	model, err := read(full)
	if err != nil {
		return err
	}
	before, err := read(out)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	all, _ := model["operations"].(object)
	wanted, reached := object{}, object{}
	held, _ := before["operations"].(object)
	for _, name := range slices.Concat(operations, slices.Collect(maps.Keys(held))) {
		op, ok := all[name].(object)
		if !ok {
			return fmt.Errorf("%s has no operation %s", full, name)
		}
		wanted[name] = strip(op)
		reach(model, op, reached)
	}
	metadata, _ := model["metadata"].(object)
	maps.DeleteFunc(metadata, func(key string, _ any) bool {
		return !slices.Contains([]string{"apiVersion", "endpointPrefix", "protocol", "serviceId", "xmlNamespace"}, key)
	})
	return write(out, metadata, wanted, reached)
}

func read(path string) (object, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var model object
	if err := json.Unmarshal(text, &model); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return model, nil
}

// strip drops what is no fact. The names of members are not keys of ours: they stay.
func strip(of object) object {
	facts := object{}
	for key, value := range of {
		members, isObject := value.(object)
		switch {
		case !kept[key]:
		case key == "members" && isObject:
			stripped := object{}
			for name, member := range members {
				stripped[name] = strip(member.(object))
			}
			facts[key] = stripped
		case key == "http" || key == "error" || !isObject:
			facts[key] = value
		default:
			facts[key] = strip(members)
		}
	}
	return facts
}

// reach adds every shape that something refers to.
func reach(model object, from any, reached object) {
	switch from := from.(type) {
	case []any:
		for _, each := range from {
			reach(model, each, reached)
		}
	case object:
		if name, ok := from["shape"].(string); ok && reached[name] == nil {
			shapes, _ := model["shapes"].(object)
			shape, _ := shapes[name].(object)
			reached[name] = strip(shape)
			reach(model, shape, reached)
		}
		for _, each := range from {
			reach(model, each, reached)
		}
	}
}

// write puts one operation or shape on a line, so that a change reads well.
func write(path string, metadata, operations, shapes object) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text) // ends every value with a line feed
	encoder.SetEscapeHTML(false)
	text.WriteString("{\"metadata\":\n")
	err := encoder.Encode(metadata)
	for _, part := range []struct {
		name string
		of   object
	}{{"operations", operations}, {"shapes", shapes}} {
		fmt.Fprintf(&text, ",%q: {\n", part.name)
		for i, name := range slices.Sorted(maps.Keys(part.of)) {
			if i > 0 {
				text.WriteString(",")
			}
			fmt.Fprintf(&text, "%q: ", name)
			err = errors.Join(err, encoder.Encode(part.of[name]))
		}
		text.WriteString("}\n")
	}
	text.WriteString("}\n")
	if err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}
