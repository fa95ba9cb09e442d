package catalog

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/cardea-iam/cardea/catalog/pack"
)

// Service is what the service authorization reference says of one service:
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
type Service struct {
	Prefix string // what its actions begin with in a policy: ec2
	Name   string // Amazon EC2
	// TakesRCPs is whether resource control policies apply to the service's resources.
	TakesRCPs bool

	item      *pack.Item
	once      sync.Once
	reference *reference
}

// reference is the part of a Service that is read when it is first asked for. Its lists are in the order of names without case.
type reference struct {
	actions       []Action
	resourceTypes []ResourceType
	conditionKeys []ConditionKey
}

// ResourceType is a kind of resource that a service has.
type ResourceType struct {
	Name          string // instance
	ARN           string // arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}
	ConditionKeys []string
}

// ServiceByPrefix finds a service by the prefix of its actions. Upper and lower case are the same, as in policies.
func ServiceByPrefix(prefix string) (*Service, bool) {
	s, ok := services()[strings.ToLower(prefix)]
	return s, ok
}

// Services lists all services in the order of their prefixes.
func Services() iter.Seq[*Service] {
	return func(yield func(*Service) bool) {
		for _, prefix := range slices.Sorted(maps.Keys(services())) {
			if !yield(services()[prefix]) {
				return
			}
		}
	}
}

// Actions lists the actions of the service in the order of their names.
func (s *Service) Actions() []Action { return s.read().actions }

// ResourceTypes lists the kinds of resource of the service in the order of their names.
func (s *Service) ResourceTypes() []ResourceType { return s.read().resourceTypes }

// ConditionKeys lists the condition keys of the service in the order of their names, with those global ones that it documents.
func (s *Service) ConditionKeys() []ConditionKey { return s.read().conditionKeys }

// Action finds an action by its name without the prefix. Upper and lower case are the same.
func (s *Service) Action(name string) (*Action, bool) {
	return find(s.read().actions, name, func(a *Action) string { return a.Name })
}

// ResourceType finds a kind of resource by its name. Upper and lower case are the same.
func (s *Service) ResourceType(name string) (*ResourceType, bool) {
	return find(s.read().resourceTypes, name, func(t *ResourceType) string { return t.Name })
}

// find searches a list that is in the order of names in lower case.
func find[T any](in []T, name string, nameOf func(*T) string) (*T, bool) {
	i := sort.Search(len(in), func(i int) bool { return compareFold(nameOf(&in[i]), name) >= 0 })
	if i == len(in) || compareFold(nameOf(&in[i]), name) != 0 {
		return nil, false
	}
	return &in[i], true
}

// compareFold compares as bytes what would be left of ASCII texts in lower case.
func compareFold(a, b string) int {
	for i := range min(len(a), len(b)) {
		if c := cmp.Compare(lower(a[i]), lower(b[i])); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + ('a' - 'A')
	}
	return c
}

// services reads the index of the services, once.
var services = sync.OnceValue(func() map[string]*Service {
	items := open(serviceData).Items()
	index := make(map[string]*Service, len(items))
	for i := range items {
		item := &items[i]
		index[item.Key] = &Service{
			Prefix: item.Key, Name: item.Facts[0], TakesRCPs: slices.Contains(item.Facts[1:], "rcp"), item: item,
		}
	}
	return index
})

func (s *Service) read() *reference {
	s.once.Do(func() { s.reference = newReference(s.Prefix, s.item) })
	return s.reference
}

func newReference(prefix string, item *pack.Item) *reference {
	var record pack.Service
	if err := json.Unmarshal([]byte(text(item)), &record); err != nil {
		panic(fmt.Sprintf("catalog: read the embedded data of %s: %v", item.Key, err))
	}
	r := &reference{}
	keys := make([]string, len(record.ConditionKeys))
	for i, k := range record.ConditionKeys {
		keys[i] = k.Name
		r.conditionKeys = append(r.conditionKeys, ConditionKey{Name: k.Name, Type: ConditionType(k.Type)})
	}
	for _, t := range record.ResourceTypes {
		r.resourceTypes = append(r.resourceTypes, ResourceType{Name: t.Name, ARN: t.ARN, ConditionKeys: pick(keys, t.Keys)})
	}
	for _, a := range record.Actions {
		r.actions = append(r.actions, newAction(prefix, a, r.resourceTypes, keys))
	}
	return r
}

// pick gives the names that the numbers stand for.
func pick(names []string, numbers []int) []string {
	if len(numbers) == 0 {
		return nil
	}
	picked := make([]string, len(numbers))
	for i, n := range numbers {
		picked[i] = names[n]
	}
	return picked
}
