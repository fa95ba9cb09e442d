package policy_test

import (
	"slices"
	"strings"
)

// conditionsMatch holds all conditions of a statement. A comparison that cannot be made is false in an Allow and true in a Deny.
func (q *naiveQuestion) conditionsMatch(s naiveStatement, variables bool) bool {
	all := true
	for _, c := range s.conditions {
		verdict := q.condition(c, variables)
		q.tally.count(c.operator, verdict)
		all = all && (verdict == naiveYes || verdict == naiveImpossible && s.deny)
	}
	return all
}

// condition holds one key of one operator against the request.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
func (q *naiveQuestion) condition(c naiveCondition, variables bool) naiveVerdict {
	rest := naiveLower(c.operator)
	rest, forAll := strings.CutPrefix(rest, "forallvalues:")
	rest, forAny := strings.CutPrefix(rest, "foranyvalue:")
	rest, ifExists := strings.CutSuffix(rest, "ifexists")
	operator, known := naiveFamilies[rest]
	if !known || rest == "null" && ifExists {
		return naiveImpossible
	}
	values, isList, clash := q.key(c.key)
	absent := len(values) == 0
	set := slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	switch {
	case clash:
		return naiveImpossible
	case rest == "null" && (forAll || forAny):
		return naiveIf(forAll)
	case rest == "null":
		return naiveNull(absent, c.values)
	case absent && ifExists:
		return naiveYes
	case (forAll || forAny) && len(set) == 0:
		return naiveIf(forAll)
	case len(c.values) == 0 && (forAll || forAny || ifExists):
		return naiveNo
	case len(c.values) == 0:
		return naiveImpossible
	case absent:
		return naiveIf(operator.negated)
	case !forAll && !forAny && isList:
		return naiveNo
	case !forAll && !forAny:
		return q.passes(operator.positive, operator.negated, values[0], c.values, variables)
	}
	passed := 0
	for _, value := range set {
		switch q.passes(operator.positive, operator.negated, value, c.values, variables) {
		case naiveImpossible:
			return naiveImpossible
		case naiveYes:
			passed++
		}
	}
	return naiveIf(forAny && passed > 0 || forAll && passed == len(set))
}

// passes compares one value of the request with all values of the policy: one must match, or for a negated operator none.
func (q *naiveQuestion) passes(operator string, negated bool, have string, want []string, variables bool) naiveVerdict {
	verdict := naiveNo
	for _, value := range want {
		switch q.compare(operator, have, value, variables) {
		case naiveYes:
			return naiveIf(!negated)
		case naiveImpossible:
			verdict = naiveImpossible
		}
	}
	if verdict == naiveImpossible {
		return naiveImpossible
	}
	return naiveIf(negated)
}

func naiveNull(absent bool, values []string) naiveVerdict {
	verdict := naiveNo
	if len(values) == 0 {
		verdict = naiveImpossible
	}
	for _, value := range values {
		switch naiveLower(value) {
		case "true", "false":
			if absent == (naiveLower(value) == "true") {
				return naiveYes
			}
		default:
			verdict = naiveImpossible
		}
	}
	return verdict
}

// key is what the request says of a condition key. Names fold; two that differ by case clash.
func (q *naiveQuestion) key(name string) (values []string, isList, clash bool) {
	found := 0
	for _, m := range q.context {
		if naiveLower(m.name) == naiveLower(name) {
			found++
			values, _ = naiveScalars(m.value)
			_, isList = m.value.([]any)
		}
	}
	return values, isList, found > 1
}

// variable is the text that stands for ${name}. Only single values count, and not the empty one.
func (q *naiveQuestion) variable(name string) (string, bool) {
	values, isList, clash := q.key(name)
	if isList || clash || len(values) == 0 || values[0] == "" {
		return "", false
	}
	return values[0], true
}
