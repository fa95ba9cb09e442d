package policy_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The naive_*_test.go files are a second evaluator of the policy language, for comparison only: written from the rules as
// AWS documents them, as plainly as possible, sharing nothing with the package. It compiles nothing and indexes nothing.
// It answers the question of the JSONL door. naiveAnswer in naive_question_test.go is its entrance.

// A naiveMember is a member of a JSON object. Objects keep their members in order, twins included.
type naiveMember struct {
	name  string
	value any
}

type naiveObject []naiveMember

// get is the value of the first member of that name, nil if there is none.
func (o naiveObject) get(name string) any {
	for _, m := range o {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

// naiveTree reads one JSON text: string, json.Number, bool, nil, []any and naiveObject.
func naiveTree(text string) (any, error) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	tree, err := naiveNode(dec)
	if err != nil {
		return nil, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("text after the value")
	}
	return tree, nil
}

func naiveNode(dec *json.Decoder) (any, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		list := []any{}
		for dec.More() {
			item, err := naiveNode(dec)
			if err != nil {
				return nil, err
			}
			list = append(list, item)
		}
		_, err := dec.Token()
		return list, err
	case json.Delim('{'):
		object := naiveObject{}
		for dec.More() {
			name, err := dec.Token()
			if err != nil {
				return nil, err
			}
			value, err := naiveNode(dec)
			if err != nil {
				return nil, err
			}
			object = append(object, naiveMember{name.(string), value})
		}
		_, err := dec.Token()
		return object, err
	}
	return token, nil
}

// naiveClean refuses members that are there twice, at every level, and characters that policies may not have.
func naiveClean(tree any) error {
	switch v := tree.(type) {
	case string:
		for _, r := range v {
			if r != '\t' && r != '\n' && r != '\r' && (r < 0x20 || r > 0xff) {
				return fmt.Errorf("character %U", r)
			}
		}
	case []any:
		for _, item := range v {
			if err := naiveClean(item); err != nil {
				return err
			}
		}
	case naiveObject:
		seen := map[string]bool{}
		for _, m := range v {
			if seen[m.name] {
				return fmt.Errorf("%q twice", m.name)
			}
			seen[m.name] = true
			if err := errors.Join(naiveClean(m.name), naiveClean(m.value)); err != nil {
				return err
			}
		}
	}
	return nil
}

// naiveLower folds ASCII letters only.
func naiveLower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
