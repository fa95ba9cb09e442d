package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/catalog/pack"
)

// The authorization reference as the package writes it: for each service one file of actions, one of resource types
// and one of condition keys, each a map from the name in lower case.
type (
	action struct {
		Name             string     `json:"name"`
		AccessLevel      string     `json:"accessLevel"`
		ResourceTypes    []resource `json:"resourceTypes"`
		ConditionKeys    []string   `json:"conditionKeys"`
		DependentActions []string   `json:"dependentActions"`
	}
	resource struct {
		Name             string   `json:"name"`
		Required         bool     `json:"required"`
		ConditionKeys    []string `json:"conditionKeys"`
		DependentActions []string `json:"dependentActions"`
	}
	resourceType struct {
		Key           string   `json:"key"`
		ARN           string   `json:"arn"`
		ConditionKeys []string `json:"conditionKeys"`
	}
	conditionKey struct {
		Key  string `json:"key"`
		Type string `json:"type"`
	}
)

// serviceEntries writes every service, in order of prefix, and says when the package was updated.
func serviceEntries(f files) (entries []pack.Entry, date string, err error) {
	var about struct {
		UpdatedAt string `json:"updatedAt"`
	}
	var names map[string]string
	var takesRCPs []string
	err = errors.Join(
		f.read("package.json", &about),
		f.read("data/serviceNames.json", &names),
		f.read("data/rcpSupportedServices.json", &takesRCPs))
	if err != nil {
		return nil, "", err
	}
	for _, prefix := range slices.Sorted(maps.Keys(names)) {
		record, err := f.service(prefix)
		if err != nil {
			return nil, "", fmt.Errorf("service %s: %w", prefix, err)
		}
		text, err := json.Marshal(record)
		if err != nil {
			return nil, "", err
		}
		facts := []string{names[prefix]}
		if slices.Contains(takesRCPs, prefix) {
			facts = append(facts, "rcp")
		}
		entries = append(entries, pack.Entry{Key: prefix, Facts: facts, Text: string(text)})
	}
	date, _, _ = strings.Cut(about.UpdatedAt, "T")
	return entries, date, nil
}

func (f files) read(path string, into any) error {
	if err := json.Unmarshal(f[path], into); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}

func (f files) service(prefix string) (pack.Service, error) {
	var actions map[string]action
	var types map[string]resourceType
	var keys map[string]conditionKey
	err := errors.Join(
		f.read("data/actions/"+prefix+".json", &actions),
		f.read("data/resourceTypes/"+prefix+".json", &types),
		f.read("data/conditionKeys/"+prefix+".json", &keys))
	if err != nil {
		return pack.Service{}, err
	}
	n := numbers{types: slices.Sorted(maps.Keys(types))}
	var s pack.Service
	for _, key := range keys {
		s.ConditionKeys = append(s.ConditionKeys, key.record())
	}
	sortKeys(s.ConditionKeys)
	for _, key := range s.ConditionKeys {
		n.keys = append(n.keys, strings.ToLower(key.Name))
	}
	for _, name := range n.types {
		t := types[name]
		s.ResourceTypes = append(s.ResourceTypes, pack.ResourceType{Name: t.Key, ARN: t.ARN, Keys: n.ofKeys(t.ConditionKeys)})
	}
	for _, name := range slices.Sorted(maps.Keys(actions)) {
		record, err := actions[name].record(&n)
		if err != nil {
			return pack.Service{}, err
		}
		s.Actions = append(s.Actions, record)
	}
	return s, n.err
}

// levels are the letters that stand for the access levels. An action that tags or that manages permissions writes too, and is not called so.
var levels = map[string]string{
	"List":                          "L",
	"Read":                          "R",
	"Write":                         "W",
	"Tagging, Write":                "T",
	"Permissions management, Write": "P",
}

func (a action) record(n *numbers) (pack.Action, error) {
	level, ok := levels[a.AccessLevel]
	if !ok {
		return pack.Action{}, fmt.Errorf("action %s has the unknown access level %q", a.Name, a.AccessLevel)
	}
	record := pack.Action{Name: a.Name, Level: level, Keys: n.ofKeys(a.ConditionKeys)}
	dependent := a.DependentActions
	for _, r := range a.ResourceTypes {
		dependent = append(dependent, r.DependentActions...)
		record.Resources = append(record.Resources, pack.Resource{
			Type: n.ofType(r.Name), Required: r.Required, Keys: n.ofKeys(r.ConditionKeys),
		})
	}
	if len(dependent) > 0 {
		return pack.Action{}, fmt.Errorf("action %s depends on %v, for which the record has no place", a.Name, dependent)
	}
	return record, nil
}

// numbers finds the numbers of names. Its first failure is kept.
type numbers struct {
	keys, types []string // in lower case, sorted
	err         error
}

func (n *numbers) ofKeys(names []string) []int {
	var found []int
	for _, name := range names {
		found = append(found, n.find(n.keys, published(name)))
	}
	return found
}

func (n *numbers) ofType(name string) int { return n.find(n.types, name) }

func (n *numbers) find(in []string, name string) int {
	i, ok := slices.BinarySearch(in, strings.ToLower(name))
	if !ok && n.err == nil {
		n.err = fmt.Errorf("%s is used and not defined", name)
	}
	return i
}

// placeholder is the part of a condition key that a policy's author fills in, where it is not written as ${Name}.
var placeholder = regexp.MustCompile(`/(tag-key|<key>)$`)

// published is the name of a condition key with its part to fill in written as ${Name}.
func published(key string) string { return placeholder.ReplaceAllLiteralString(key, "/${TagKey}") }

func (k conditionKey) record() pack.ConditionKey {
	return pack.ConditionKey{Name: published(k.Key), Type: k.Type}
}

func sortKeys(keys []pack.ConditionKey) {
	slices.SortFunc(keys, func(a, b pack.ConditionKey) int {
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
}

// globalKey finds a condition key in the program text of the package, the one place where it lists those of all services.
var globalKey = regexp.MustCompile(`key: '([^']+)',\s+category: '[^']*',\s+type: '([^']+)'`)

// globalEntry writes the condition keys that any request may have, in order of name.
func globalEntry(f files) (pack.Entry, error) {
	var record pack.Service
	for _, match := range globalKey.FindAllSubmatch(f["dist/cjs/globalConditionKeys.js"], -1) {
		key := conditionKey{Key: string(match[1]), Type: string(match[2])}
		record.ConditionKeys = append(record.ConditionKeys, key.record())
	}
	if len(record.ConditionKeys) < 40 {
		return pack.Entry{}, fmt.Errorf("found %d global condition keys, which cannot be all", len(record.ConditionKeys))
	}
	sortKeys(record.ConditionKeys)
	text, err := json.Marshal(record)
	return pack.Entry{Key: "global", Text: string(text)}, err
}
