package policy

import (
	"regexp"
	"slices"
	"strings"
)

// resources looks at the Resource or NotResource element.
func (v *validator) resources(s *Statement) {
	list, at := s.Resource, name("Resource")
	if list == nil {
		list, at = s.NotResource, name("NotResource")
	}
	switch {
	case v.kind == Trust && list != nil:
		v.add(FindingError, "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", list.Span, "A trust policy names no resources: it is for its role.", at)
		return
	case list == nil && (v.kind == Identity || v.kind == SCP || v.kind == RCP):
		v.add(FindingError, "MISSING_RESOURCE", s.Span, "The statement needs Resource or NotResource.")
		return
	case list == nil:
		return
	case len(list.Values) == 0:
		v.add(FindingSuggestion, "EMPTY_ARRAY_RESOURCE", list.Span, "The list has no resources: the statement has no effect.", at)
	}
	for i, value := range list.Values {
		v.variables(value, at, element(i))
		v.resource(value, at, i)
	}
	v.redundantResources(list, at)
}

var accountPattern = regexp.MustCompile(`^(\d{12}|aws|cloudfront)?$`)

func (v *validator) resource(value Value, at PathElement, i int) {
	below := []PathElement{at, element(i)}
	if value.Text == "*" {
		return
	}
	parts := cutPattern(value.Text, true)
	switch {
	case parts[0] != "arn" && !wildOrVariable(parts[0]):
		v.add(FindingError, "INVALID_ARN_PREFIX", value.Span, `A resource is an ARN, which begins with arn:, or "*".`, below...)
		return
	case len(parts) < arnParts && !strings.HasSuffix(value.Text, "*"):
		v.add(FindingError, "MISSING_ARN_FIELD", value.Span, "An ARN has six parts: arn:partition:service:region:account:resource.", below...)
		return
	case len(parts) < arnParts:
		return
	}
	partition, service, account := parts[1], parts[2], parts[4]
	if !slices.Contains(partitions, partition) && !wildOrVariable(partition) {
		v.add(FindingError, "INVALID_PARTITION", value.Span, "There is no partition "+partition+".", below...)
	}
	switch {
	case wildOrVariable(service):
	case service != fold(service):
		v.add(FindingError, "INVALID_ARN_SERVICE_CASE", value.Span, "The service of an ARN is written in lower case.", below...)
	case (service == "iam" || service == "s3") && parts[3] != "" && !wildOrVariable(parts[3]) && !strings.HasPrefix(parts[5], "accesspoint/"):
		v.add(FindingError, "ARN_REGION_NOT_ALLOWED", value.Span, "ARNs of "+service+" have no region.", below...)
	}
	if !wildOrVariable(account) && !accountPattern.MatchString(account) {
		v.add(FindingError, "INVALID_ARN_ACCOUNT", value.Span, "The account of an ARN has 12 digits.", below...)
	}
}

func wildOrVariable(part string) bool { return strings.ContainsAny(part, "*?$") }

// redundantResources looks for entries that another entry of the list covers.
func (v *validator) redundantResources(list *List, at PathElement) {
	if len(list.Values) > longList {
		return
	}
	for i, value := range list.Values {
		for j, other := range list.Values {
			if i == j || value.Text == other.Text && i < j {
				continue
			}
			if other.Text == "*" || other.Text == value.Text {
				v.add(FindingSuggestion, "REDUNDANT_RESOURCE", value.Span, value.Text+" is covered by "+other.Text+".", at, element(i))
				break
			}
		}
	}
}

// variables looks at the variables in a value.
func (v *validator) variables(value Value, below ...PathElement) {
	rest := value.Text
	for {
		start := strings.Index(rest, "${")
		if start < 0 {
			return
		}
		rest = rest[start+2:]
		end := strings.IndexByte(rest, '}')
		switch {
		case v.document.Version.Text != Version2012:
			v.add(FindingError, "VARIABLE_UNSUPPORTED_IN_VERSION", value.Span, "Variables need \"Version\": \""+Version2012+"\". Before it they are plain text.", below...)
			return
		case end < 0:
			v.add(FindingError, "MISSING_BRACE_IN_VARIABLE", value.Span, "The variable does not end with }.", below...)
			return
		}
		variable, _, _ := strings.Cut(rest[:end], ",")
		switch {
		case variable == "":
			v.add(FindingError, "EMPTY_VARIABLE", value.Span, "The variable has no name.", below...)
		case strings.Contains(strings.TrimRight(variable, " "), " "):
			v.add(FindingError, "UNSUPPORTED_SPACE_IN_VARIABLE", value.Span, "The name of a variable has no spaces.", below...)
		}
		rest = rest[end+1:]
	}
}
