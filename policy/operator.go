package policy

import "strings"

// Operator is how a condition compares, without its prefix, its IfExists and its negation.
type Operator uint8

// Operators. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
const (
	UnknownOperator Operator = iota // not in the language: no comparison can be made
	StringEquals
	StringEqualsIgnoreCase
	StringLike
	NumericEquals
	NumericLessThan
	NumericLessThanEquals
	NumericGreaterThan
	NumericGreaterThanEquals
	DateEquals
	DateLessThan
	DateLessThanEquals
	DateGreaterThan
	DateGreaterThanEquals
	Bool
	BinaryEquals
	IPAddress
	ARNLike
	Null
)

// Quantifier is a set operator before an operator.
type Quantifier uint8

// Quantifiers. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
const (
	OneValue Quantifier = iota
	ForAllValues
	ForAnyValue
)

// comparison is what an operator's name says.
type comparison struct {
	operator Operator
	negated  bool
}

// operatorNames are the operators as policies spell them.
var operatorNames = map[string]comparison{
	"StringEquals":              {StringEquals, false},
	"StringNotEquals":           {StringEquals, true},
	"StringEqualsIgnoreCase":    {StringEqualsIgnoreCase, false},
	"StringNotEqualsIgnoreCase": {StringEqualsIgnoreCase, true},
	"StringLike":                {StringLike, false},
	"StringNotLike":             {StringLike, true},
	"NumericEquals":             {NumericEquals, false},
	"NumericNotEquals":          {NumericEquals, true},
	"NumericLessThan":           {NumericLessThan, false},
	"NumericLessThanEquals":     {NumericLessThanEquals, false},
	"NumericGreaterThan":        {NumericGreaterThan, false},
	"NumericGreaterThanEquals":  {NumericGreaterThanEquals, false},
	"DateEquals":                {DateEquals, false},
	"DateNotEquals":             {DateEquals, true},
	"DateLessThan":              {DateLessThan, false},
	"DateLessThanEquals":        {DateLessThanEquals, false},
	"DateGreaterThan":           {DateGreaterThan, false},
	"DateGreaterThanEquals":     {DateGreaterThanEquals, false},
	"Bool":                      {Bool, false},
	"BinaryEquals":              {BinaryEquals, false},
	"IpAddress":                 {IPAddress, false},
	"NotIpAddress":              {IPAddress, true},
	"ArnEquals":                 {ARNLike, false},
	"ArnLike":                   {ARNLike, false},
	"ArnNotEquals":              {ARNLike, true},
	"ArnNotLike":                {ARNLike, true},
	"Null":                      {Null, false},
}

// foldedOperators are the same by folded name: policies that are in force may spell them in any case.
var foldedOperators = func() map[string]comparison {
	m := make(map[string]comparison, len(operatorNames))
	for name, c := range operatorNames {
		m[fold(name)] = c
	}
	return m
}()

// parsedOperator is a whole operator name, taken apart.
type parsedOperator struct {
	comparison
	quantifier Quantifier
	ifExists   bool
}

// parseOperator takes an operator name apart, in any case. An unknown one has UnknownOperator.
func parseOperator(name string) parsedOperator {
	return takeApart(fold(name), "forallvalues:", "foranyvalue:", "ifexists", foldedOperators)
}

// spelled reports whether an operator is spelled exactly as the language has it, as policies that are written must.
func spelled(name string) bool {
	return takeApart(name, "ForAllValues:", "ForAnyValue:", "IfExists", operatorNames).operator != UnknownOperator
}

func takeApart(name, all, some, ifExists string, names map[string]comparison) (p parsedOperator) {
	if rest, ok := strings.CutPrefix(name, all); ok {
		name, p.quantifier = rest, ForAllValues
	} else if rest, ok := strings.CutPrefix(name, some); ok {
		name, p.quantifier = rest, ForAnyValue
	}
	name, p.ifExists = strings.CutSuffix(name, ifExists)
	p.comparison = names[name]
	if p.ifExists && p.operator == Null {
		return parsedOperator{}
	}
	return p
}
