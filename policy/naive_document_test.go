package policy_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
)

type naiveDocument struct {
	variables  bool // Version 2012-10-17
	statements []naiveStatement
}

type naiveStatement struct {
	deny         bool
	actions      []string
	notAction    bool
	resources    []string
	notResource  bool
	hasResource  bool
	principals   []naiveEntry
	notPrincipal bool
	hasPrincipal bool
	conditions   []naiveCondition
}

// A naiveEntry is one name of a Principal element: AWS, Service, Federated or CanonicalUser.
type naiveEntry struct{ kind, name string }

type naiveCondition struct {
	operator, key string
	values        []string
}

// naiveRead checks a document by the grammar and takes it apart.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
func naiveRead(tree any, resourceNeeded bool) (d naiveDocument, err error) {
	if err := naiveClean(tree); err != nil {
		return d, err
	}
	object, ok := tree.(naiveObject)
	if !ok {
		return d, errors.New("a document is an object")
	}
	var statements []any
	for _, m := range object {
		switch m.name {
		case "Version":
			if m.value != "2012-10-17" && m.value != "2008-10-17" {
				return d, errors.New("unknown version")
			}
			d.variables = m.value == "2012-10-17"
		case "Id":
			if _, ok := m.value.(string); !ok {
				return d, errors.New("Id is a string")
			}
		case "Statement":
			if list, ok := m.value.([]any); ok {
				statements = list
			} else {
				statements = []any{m.value}
			}
		default:
			return d, fmt.Errorf("unknown element %q", m.name)
		}
	}
	if len(statements) == 0 {
		return d, errors.New("no statement")
	}
	for _, tree := range statements {
		s, err := naiveReadStatement(tree, resourceNeeded)
		if err != nil {
			return d, err
		}
		d.statements = append(d.statements, s)
	}
	return d, nil
}

func naiveReadStatement(tree any, resourceNeeded bool) (s naiveStatement, err error) {
	object, ok := tree.(naiveObject)
	if !ok {
		return s, errors.New("a statement is an object")
	}
	count := map[string]int{}
	for _, m := range object {
		count[m.name]++
		switch m.name {
		case "Sid":
			if _, ok := m.value.(string); !ok {
				return s, errors.New("Sid is a string")
			}
		case "Effect":
			if m.value != "Allow" && m.value != "Deny" {
				return s, errors.New("bad effect")
			}
			s.deny = m.value == "Deny"
		case "Action", "NotAction":
			s.notAction = m.name == "NotAction"
			s.actions, err = naiveStrings(m.value)
		case "Resource", "NotResource":
			s.hasResource, s.notResource = true, m.name == "NotResource"
			s.resources, err = naiveStrings(naiveWithoutNulls(m.value))
		case "Principal", "NotPrincipal":
			s.hasPrincipal, s.notPrincipal = true, m.name == "NotPrincipal"
			s.principals, err = naiveReadPrincipals(m.value)
		case "Condition":
			s.conditions, err = naiveReadConditions(m.value)
		default:
			err = fmt.Errorf("unknown element %q", m.name)
		}
		if err != nil {
			return s, err
		}
	}
	resources := count["Resource"] + count["NotResource"]
	if count["Effect"] != 1 || count["Action"]+count["NotAction"] != 1 || count["Principal"]+count["NotPrincipal"] > 1 ||
		resources > 1 || resources == 0 && resourceNeeded {
		return s, errors.New("an element is missing, or has its opposite beside it")
	}
	return s, nil
}

// naiveStrings takes a string or an array of strings.
func naiveStrings(value any) ([]string, error) {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	out := []string{}
	for _, item := range list {
		text, ok := item.(string)
		if !ok {
			return nil, errors.New("not a string")
		}
		out = append(out, text)
	}
	return out, nil
}

func naiveWithoutNulls(value any) any {
	list, ok := value.([]any)
	if !ok {
		return value
	}
	out := []any{}
	for _, item := range list {
		if item != nil {
			out = append(out, item)
		}
	}
	return out
}

func naiveReadPrincipals(value any) (entries []naiveEntry, err error) {
	if value == "*" {
		return []naiveEntry{{"AWS", "*"}}, nil
	}
	object, ok := value.(naiveObject)
	if !ok {
		return nil, errors.New(`a principal is "*" or an object`)
	}
	for _, m := range object {
		switch m.name {
		case "AWS", "Service", "Federated", "CanonicalUser":
		default:
			return nil, fmt.Errorf("unknown kind of principal %q", m.name)
		}
		names, err := naiveStrings(m.value)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			entries = append(entries, naiveEntry{m.name, name})
		}
	}
	return entries, nil
}

func naiveReadConditions(value any) (conditions []naiveCondition, err error) {
	operators, ok := value.(naiveObject)
	if !ok {
		return nil, errors.New("a condition is an object")
	}
	for _, operator := range operators {
		keys, ok := operator.value.(naiveObject)
		if !ok {
			return nil, errors.New("an operator holds an object")
		}
		seen := map[string]bool{}
		for _, key := range keys {
			if seen[naiveLower(key.name)] {
				return nil, fmt.Errorf("key %q twice", key.name)
			}
			seen[naiveLower(key.name)] = true
			values, err := naiveScalars(key.value)
			if err != nil {
				return nil, err
			}
			conditions = append(conditions, naiveCondition{operator.name, key.name, values})
		}
	}
	return conditions, nil
}

// naiveScalars takes a string, number or boolean, or an array of them. A number or boolean counts as its text.
func naiveScalars(value any) ([]string, error) {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	out := []string{}
	for _, item := range list {
		switch v := item.(type) {
		case string:
			out = append(out, v)
		case json.Number:
			out = append(out, v.String())
		case bool:
			out = append(out, strconv.FormatBool(v))
		default:
			return nil, errors.New("not a string, number or boolean")
		}
	}
	return out, nil
}
