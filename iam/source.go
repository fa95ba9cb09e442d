package iam

import (
	"strings"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

// source is a user, group or role whose policies are looked at: one of the three.
type source struct {
	user  *identity.User
	group *identity.Group
	role  *identity.Role
}

// sourceKinds are the kinds of entities that hold policies, as ARNs name them.
var sourceKinds = map[string]holderKind{"user": userHolders, "group": groupHolders, "role": roleHolders}

// parseSource reads the ARN of a user, group or role.
func parseSource(text string) (arn.ARN, error) {
	parsed, err := arn.Parse(text)
	if _, known := sourceKinds[parsed.Type()]; err != nil || parsed.Service != "iam" || !known || parsed.Name() == "" || !isAccount(parsed.Account) {
		return arn.ARN{}, invalidInput("Invalid Entity Arn: %s does not clearly define entity type and name.", text)
	}
	return parsed, nil
}

// isAccount reports whether a text is the number of an account.
func isAccount(text string) bool { return len(text) == 12 && strings.Trim(text, "0123456789") == "" }

// onSource asks for an action on the user, group or role of an ARN. One that does not exist is asked for by that ARN.
func onSource[I any](action string, of func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		text := of(in)
		parsed, err := parseSource(text)
		if err != nil {
			return nil, err
		}
		ask := access.Ask{Action: action, Resource: text, Shown: parsed.Type() + " " + parsed.Name()}
		if _, err := sourceOf(c, text); err == nil {
			ask, err = sourceKinds[parsed.Type()].ask(c, action, parsed.Name())
			return []access.Ask{ask}, err
		}
		return one(ask)
	}
}

// sourceOf finds a user, group or role of the caller's account by its ARN, or answers NoSuchEntity.
func sourceOf(c *service.Call, text string) (source, error) {
	parsed, err := parseSource(text)
	if err != nil {
		return source{}, err
	}
	var of source
	switch parsed.Type() {
	case "user":
		of.user, _ = userNamed(c, parsed.Name())
	case "group":
		of.group, _ = groupNamed(c, parsed.Name())
	case "role":
		of.role, _ = roleNamed(c, parsed.Name())
	}
	if of.arn() != text {
		return source{}, noSuchEntity("The %s with name %s cannot be found.", parsed.Type(), parsed.Name())
	}
	return of, nil
}

// arn is the entity's own; "" when there is none.
func (s source) arn() string {
	switch {
	case s.user != nil:
		return s.user.ARN()
	case s.group != nil:
		return s.group.ARN()
	case s.role != nil:
		return s.role.ARN()
	}
	return ""
}

// id is the unique ID; "" when there is no entity.
func (s source) id() string {
	switch {
	case s.user != nil:
		return s.user.ID
	case s.group != nil:
		return s.group.ID
	case s.role != nil:
		return s.role.ID
	}
	return ""
}

// tags are those of a user or role.
func (s source) tags() identity.Tags {
	switch {
	case s.user != nil:
		return s.user.Tags
	case s.role != nil:
		return s.role.Tags
	}
	return nil
}

// layers are the entity's policies; with a user those of the user's groups too.
func (s source) layers(c *service.Call) (policy.Set, error) {
	switch {
	case s.user != nil:
		return c.Access.UserLayers(c.Tx, s.user)
	case s.group != nil:
		return c.Access.GroupLayers(c.Tx, s.group)
	default:
		return c.Access.RoleLayers(c.Tx, s.role)
	}
}

// policyID is how simulators name a policy: one that came with the call by its parameter, a managed one by its name, an inline one by the kind and name of
// its holder before its own, the trust policy of a role by the role.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html
func (s source) policyID(kind policy.Kind, name, via string) string {
	if via == byInput || kind == policy.Trust {
		return name
	}
	if parsed, err := arn.Parse(name); err == nil {
		return parsed.Name()
	}
	if s.user != nil && via == "user" {
		via += " " + s.user.Name
	}
	return strings.Replace(via, " ", "_", 1) + "_" + name
}
