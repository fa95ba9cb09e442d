package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"
)

// A model is the part of a botocore service model that generation needs.
type model struct {
	Metadata struct {
		APIVersion     string
		EndpointPrefix string
		Protocol       string
		XMLNamespace   string
	}
	Operations map[string]*operation
	Shapes     map[string]*shape
}

type operation struct {
	Name string
	HTTP struct {
		Method     string
		RequestURI string
	}
	Input  *ref
	Output *struct {
		ref
		ResultWrapper string
	}
	Errors []ref
}

type ref struct {
	Shape        string
	LocationName string
	QueryName    string
}

type shape struct {
	Type               string
	Members            map[string]ref
	Required           []string
	Member, Key, Value *ref
	Min, Max           *float64
	Pattern            string
	Enum               []string
	Sensitive          bool
	Box                bool
	Exception          bool
	Error              struct {
		Code           string
		HTTPStatusCode int
	}
}

func readModel(path string) (*model, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m := new(model)
	if err := json.Unmarshal(text, m); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return m, nil
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// exported writes a model's name as a Go name: the model's spelling with an upper-case first letter.
func exported(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// constant writes an enum's value as the end of a Go name: "IN_PROGRESS" is InProgress.
func constant(value string) string {
	parts := strings.FieldsFunc(value, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, part := range parts {
		if part == strings.ToUpper(part) {
			part = strings.ToLower(part)
		}
		parts[i] = exported(part)
	}
	return strings.Join(parts, "")
}
