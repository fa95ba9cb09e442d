package policy

import "strings"

// conditions looks at the Condition element.
func (v *validator) conditions(s *Statement) {
	if s.Condition == nil {
		return
	}
	if len(s.Condition.Operators) == 0 {
		v.add(FindingSuggestion, "EMPTY_OBJECT_CONDITION", s.Condition.Span, "The condition is empty. Remove it, or add an operator.", name("Condition"))
	}
	for _, block := range s.Condition.Operators {
		if !spelled(block.Name.Text) {
			v.unknownOperator(block.Name)
			continue
		}
		op := parseOperator(block.Name.Text)
		if op.operator == Null && op.quantifier != OneValue {
			v.add(FindingSuggestion, "NULL_WITH_QUALIFIER", block.Name.Span, "Null asks whether the key is there: ForAllValues and ForAnyValue add nothing.", name("Condition"), name(block.Name.Text))
		}
		for _, key := range block.Keys {
			v.conditionKey(block.Name.Text, op, key)
		}
	}
}

func (v *validator) unknownOperator(operator Value) {
	below := []PathElement{name("Condition"), name(operator.Text)}
	bare := strings.TrimPrefix(strings.TrimPrefix(operator.Text, "ForAllValues:"), "ForAnyValue:")
	if bare == "NullIfExists" {
		v.add(FindingError, "NULL_WITH_IF_EXISTS", operator.Span, "Null asks whether the key is there, and takes no IfExists.", below...)
		return
	}
	v.add(FindingError, "INVALID_CONDITION_OPERATOR", operator.Span, "There is no operator "+operator.Text+".", below...)
}

func (v *validator) conditionKey(operator string, op parsedOperator, key ConditionKey) {
	below := []PathElement{name("Condition"), name(operator), name(key.Name.Text)}
	known, multi := v.words.Key(key.Name.Text)
	prefix, rest, ok := strings.Cut(key.Name.Text, ":")
	switch {
	case !ok || prefix == "" || rest == "":
		v.add(FindingError, "INVALID_CONDITION_KEY_FORMAT", key.Name.Span, "A condition key is a prefix and a name: aws:username.", below...)
	case strings.HasSuffix(fold(key.Name.Text), "tag/"):
		v.add(FindingError, "MISSING_TAG_KEY_IN_CONDITION", key.Name.Span, "The key of the tag is missing after the slash.", below...)
	case !known && fold(prefix) == "aws":
		v.add(FindingError, "INVALID_GLOBAL_CONDITION_KEY", key.Name.Span, "There is no global condition key "+key.Name.Text+".", below...)
	case !known && v.words.Service(prefix):
		v.add(FindingError, "INVALID_SERVICE_CONDITION_KEY", key.Name.Span, "The service "+prefix+" has no condition key "+key.Name.Text+".", below...)
	case known && !multi && op.quantifier == ForAllValues:
		v.add(FindingSecurityWarning, "FORALLVALUES_WITH_SINGLE_VALUED_KEY", key.Name.Span,
			"ForAllValues is also true when the request has no such key. The key has one value at most: leave ForAllValues out.", below...)
	}
	if len(key.Values) == 0 {
		v.emptyCondition(op, key, below)
	}
	if op.operator == Bool && len(key.Values) > 1 {
		v.add(FindingError, "INVALID_CONDITION_MULTIPLE_BOOLEAN", key.Span, "Bool takes one value.", below...)
	}
	for i, value := range key.Values {
		v.conditionValue(op, value, append(below, element(i)))
	}
}

func (v *validator) emptyCondition(op parsedOperator, key ConditionKey, below []PathElement) {
	code := "EMPTY_ARRAY_CONDITION"
	switch {
	case op.quantifier == ForAllValues:
		code += "_FORALLVALUES"
	case op.quantifier == ForAnyValue:
		code += "_FORANYVALUE"
	case op.ifExists:
		code += "_IFEXISTS"
	}
	v.add(FindingSuggestion, code, key.Span, "The key has no values to be compared with.", below...)
}

// wrongValues are the findings about values that an operator cannot read.
var wrongValues = map[Operator]struct {
	kind    FindingType
	code    string
	details string
}{
	Bool:      {FindingWarning, "TYPE_MISMATCH_BOOLEAN", "The operator compares with true or false."},
	Null:      {FindingWarning, "TYPE_MISMATCH_BOOLEAN", "Null takes true or false."},
	IPAddress: {FindingError, "TYPE_MISMATCH_IP_RANGE", "The operator compares with addresses or ranges: 203.0.113.0/24."},
}

func (v *validator) conditionValue(op parsedOperator, value Value, below []PathElement) {
	v.variables(value, below...)
	if strings.Contains(value.Text, "${") {
		return
	}
	if wrong, ok := wrongValues[op.operator]; ok && !readable(op.operator, value.Text) {
		v.add(wrong.kind, wrong.code, value.Span, wrong.details, below...)
		return
	}
	switch {
	case op.operator >= NumericEquals && op.operator <= NumericGreaterThanEquals && !NumberValue.Fits(value.Text):
		v.add(FindingWarning, "TYPE_MISMATCH_NUMBER", value.Span, "The operator compares with numbers.", below...)
	case op.operator >= DateEquals && op.operator <= DateGreaterThanEquals && !writableDate(value.Text):
		v.add(FindingWarning, "TYPE_MISMATCH_DATE", value.Span, "The operator compares with dates: 2026-01-31T12:00:00Z.", below...)
	case op.operator == StringEquals && strings.ContainsAny(value.Text, "*?"):
		v.add(FindingWarning, "WILDCARD_WITHOUT_LIKE_OPERATOR", value.Span, "The operator takes * and ? for plain characters. Use StringLike for wildcards.", below...)
	}
}

func readable(op Operator, text string) bool {
	if op == IPAddress {
		_, ok := parseNetwork(text)
		return ok
	}
	return BoolValue.Fits(text)
}
