package catalog

import (
	"strings"

	"github.com/cardea-iam/cardea/catalog/pack"
)

// Action is one action that a policy can allow.
type Action struct {
	Service string // ec2
	Name    string // RunInstances, in its published case
	Level   AccessLevel
	// Resources are the kinds of resource that the action works on. An action without any works on all resources (*).
	Resources []ActionResource
	// ConditionKeys are those that hold for the action whatever its resource.
	ConditionKeys []string
}

// ActionResource is a kind of resource that an action works on.
type ActionResource struct {
	Type          string // the Name of a ResourceType of the service
	Required      bool   // a statement that allows the action must cover a resource of this kind
	ConditionKeys []string
}

// AccessLevel is what kind of thing an action does:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
type AccessLevel string

// The access levels.
const (
	List                  AccessLevel = "List"
	Read                  AccessLevel = "Read"
	Write                 AccessLevel = "Write"
	Tagging               AccessLevel = "Tagging"
	PermissionsManagement AccessLevel = "Permissions management"
)

// levels are the access levels by the letters that the data has for them.
var levels = map[string]AccessLevel{"L": List, "R": Read, "W": Write, "T": Tagging, "P": PermissionsManagement}

// ActionByName finds an action by its whole name: iam:CreateUser. Upper and lower case are the same, and wildcards find nothing.
func ActionByName(name string) (*Action, bool) {
	prefix, rest, ok := strings.Cut(name, ":")
	if !ok {
		return nil, false
	}
	s, ok := ServiceByPrefix(prefix)
	if !ok {
		return nil, false
	}
	return s.Action(rest)
}

// String is the whole name of the action.
func (a *Action) String() string { return a.Service + ":" + a.Name }

func newAction(service string, record pack.Action, types []ResourceType, keys []string) Action {
	a := Action{
		Service:       service,
		Name:          record.Name,
		Level:         levels[record.Level],
		ConditionKeys: pick(keys, record.Keys),
	}
	for _, r := range record.Resources {
		a.Resources = append(a.Resources, ActionResource{
			Type:          types[r.Type].Name,
			Required:      r.Required,
			ConditionKeys: pick(keys, r.Keys),
		})
	}
	return a
}
