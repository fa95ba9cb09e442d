package policy

import "strings"

// longList is how many entries of a list are compared with one another.
const longList = 300

// actions looks at the Action or NotAction element.
func (v *validator) actions(s *Statement) {
	list, element := s.Action, name("Action")
	if list == nil {
		list, element = s.NotAction, name("NotAction")
	}
	switch {
	case list == nil:
		v.add(FindingError, "MISSING_ACTION", s.Span, "The statement needs Action or NotAction.")
		return
	case len(list.Values) == 0:
		v.add(FindingSuggestion, "EMPTY_ARRAY_ACTION", list.Span, "The list has no actions: the statement has no effect.", element)
	case s.NotAction != nil && v.kind == RCP:
		v.add(FindingError, "RCP_SYNTAX_ERROR_NOTACTION", list.Span, "A resource control policy cannot have NotAction.", element)
	}
	for i, value := range list.Values {
		v.action(value, element, i)
	}
	v.redundantActions(list, element)
}

func (v *validator) action(value Value, at PathElement, i int) {
	below := []PathElement{at, element(i)}
	if value.Text == "*" {
		return
	}
	prefix, rest, ok := strings.Cut(value.Text, ":")
	switch {
	case !ok || prefix == "" || rest == "":
		v.add(FindingError, "INVALID_ACTION", value.Span, "An action is a service and a name: iam:CreateUser.", below...)
	case strings.ContainsAny(prefix, "*?"):
		v.add(FindingSuggestion, "WILDCARD_IN_SERVICE_NAME", value.Span, "A wildcard in the name of the service matches nothing. Name the service.", below...)
	case !v.words.Service(prefix):
		v.add(FindingError, "INVALID_SERVICE_IN_ACTION", value.Span, "No service has actions that begin with "+prefix+".", below...)
	case !v.words.Action(value.Text):
		v.add(FindingError, "INVALID_ACTION", value.Span, "The action "+value.Text+" does not exist.", below...)
	}
}

// redundantActions looks for entries that another entry of the list covers.
func (v *validator) redundantActions(list *List, at PathElement) {
	if len(list.Values) > longList {
		return
	}
	for i, value := range list.Values {
		for j, other := range list.Values {
			if i == j || fold(value.Text) == fold(other.Text) && i < j {
				continue
			}
			if covers := NewActionSet(other.Text); covers.Any || coversEntry(other.Text, value.Text) {
				v.add(FindingSuggestion, "REDUNDANT_ACTION", value.Span, value.Text+" is covered by "+other.Text+".", at, element(i))
				break
			}
		}
	}
}

// coversEntry reports whether all that an entry without inner wildcards means is meant by another entry too.
func coversEntry(wide, narrow string) bool {
	if fold(wide) == fold(narrow) {
		return true
	}
	prefix, isPrefix := strings.CutSuffix(fold(wide), "*")
	return isPrefix && !strings.ContainsAny(prefix, "*?") && strings.HasPrefix(fold(narrow), prefix) && strings.Contains(prefix, ":")
}

// delegation looks for permission to hand on any role, or to make any service-linked role, to any service.
func (v *validator) delegation(s *Statement) {
	both := s.Action != nil && s.NotAction != nil
	if s.Effect.Text != "Allow" || v.kind != Identity || both || passedOnlyTo(s.Condition) {
		return
	}
	v.delegates(s, "iam:PassRole", "PASS_ROLE", FindingSecurityWarning, "lets whoever has this policy pass any role to any service")
	v.delegates(s, "iam:CreateServiceLinkedRole", "CREATE_SLR", FindingWarning, "lets whoever has this policy create any service-linked role")
}

func (v *validator) delegates(s *Statement, action, code string, kind FindingType, why string) {
	star, at := starAction(s, action)
	if at == (Span{}) {
		return
	}
	switch {
	case s.NotAction != nil && s.NotResource != nil:
		code += "_WITH_NOT_ACTION_AND_NOT_RESOURCE"
	case s.NotAction != nil && anyResource(s):
		code += "_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION"
	case star && s.NotResource != nil:
		code += "_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE"
	case star && anyResource(s):
		code += "_WITH_STAR_IN_ACTION_AND_RESOURCE"
	case s.NotResource != nil:
		code += "_WITH_NOT_RESOURCE"
	case anyResource(s):
		code += "_WITH_STAR_IN_RESOURCE"
	default:
		return
	}
	v.add(kind, code, at, "The statement "+why+". Name the resources.")
}

// starAction tells whether an action is granted only by a wildcard, and where.
func starAction(s *Statement, action string) (star bool, at Span) {
	if s.NotAction != nil {
		values := make([]string, 0, len(s.NotAction.Values))
		for _, value := range s.NotAction.Values {
			values = append(values, value.Text)
		}
		if set := NewActionSet(values...); set.Covers(action) {
			return false, Span{}
		}
		return false, s.NotAction.Span
	}
	if s.Action == nil {
		return false, Span{}
	}
	for _, value := range s.Action.Values {
		if set := NewActionSet(value.Text); set.Covers(action) {
			return strings.Contains(value.Text, "*"), value.Span
		}
	}
	return false, Span{}
}

func anyResource(s *Statement) bool {
	if s.Resource == nil {
		return false
	}
	for _, value := range s.Resource.Values {
		if value.Text == "*" {
			return true
		}
	}
	return false
}

// passedOnlyTo reports whether a condition says which service a role may be handed to.
func passedOnlyTo(c *Condition) bool {
	if c == nil {
		return false
	}
	for _, block := range c.Operators {
		for _, key := range block.Keys {
			if k := fold(key.Name.Text); k == "iam:passedtoservice" || k == "iam:awsservicename" {
				return true
			}
		}
	}
	return false
}
