package shape

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Check is a rule made ready to be applied. A nil Check accepts everything.
type Check struct {
	rule    Rule
	pattern *regexp.Regexp
	enum    []string
}

// Compile makes a rule ready. The error names a pattern that has no translation.
func Compile(rule Rule) (*Check, error) {
	c := &Check{rule: rule, enum: strings.Fields(rule.Enum)}
	if rule.Pattern != "" {
		pattern, err := translate(rule.Pattern)
		if err != nil {
			return nil, err
		}
		c.pattern = pattern
	}
	return c, nil
}

// A Violation is one constraint that a value does not satisfy.
type Violation struct {
	value      string // quoted with a blank before it, or empty when it is not shown
	constraint string
	saying     bool // the constraint is a sentence of its own
	enum       bool // the value is none of those that there are
}

// Missing is the violation of a member that a request must carry and does not.
func Missing() Violation { return Violation{value: " null", constraint: "Member must not be null"} }

// prefixSaying is what AWS says of a wrong path in a list's filter, which may end anywhere.
const prefixSaying = "It must begin with the / character and contain only alphanumeric characters and/or / characters."

// At says the violation as AWS does, of the member at a path such as tags.1.member.key.
func (v Violation) At(path string) string {
	if v.saying && path == "pathPrefix" {
		return "The specified value for pathPrefix is invalid. " + prefixSaying
	}
	if v.saying {
		return "The specified value for " + path + " is invalid. " + v.constraint
	}
	return "Value" + v.value + " at '" + path + "' failed to satisfy constraint: " + v.constraint
}

// Alone reports whether the sentence is an answer by itself: the service looks at the value only when all constraints that are counted are satisfied.
func (v Violation) Alone() bool { return v.saying }

// Enum reports whether the value is none of those that there are.
func (v Violation) Enum() bool { return v.enum }

// Constraint is the second half of the sentence: what the member must satisfy.
func (v Violation) Constraint() string { return v.constraint }

// Sentence joins what At says into the one message of a ValidationError.
func Sentence(sentences []string) string {
	noun := "errors"
	if len(sentences) == 1 {
		noun = "error"
	}
	return fmt.Sprintf("%d validation %s detected: %s", len(sentences), noun, strings.Join(sentences, "; "))
}

// Text checks a string, in AWS's order: length, pattern, enum. Length counts characters (code points). AWS counts UTF-16
// units; the two differ only outside the Basic Multilingual Plane, which hardly any pattern admits.
func (c *Check) Text(value string) []Violation {
	if c == nil {
		return nil
	}
	var found []Violation
	if c.rule.Min != nil || c.rule.Max != nil {
		found = c.bounds(found, "length", int64(utf8.RuneCountInString(value)), value)
	}
	if c.pattern != nil && !c.pattern.MatchString(value) {
		if c.rule.Saying != "" {
			found = append(found, Violation{constraint: c.rule.Saying, saying: true})
		} else {
			found = append(found, c.violation(value, c.patternText()))
		}
	}
	if len(c.enum) > 0 && !slices.Contains(c.enum, value) {
		none := c.violation(value, c.enumText())
		none.enum = true
		found = append(found, none)
	}
	return found
}

// Members is the violation of a list by any of its members, where AWS says all that a member must be instead of which one is not. It reports whether this is
// such a list: IAM's are.
func (c *Check) Members() (Violation, bool) {
	if c == nil || !c.rule.Bare {
		return Violation{}, false
	}
	var all []string
	if c.rule.Max != nil {
		all = append(all, atMost("length", *c.rule.Max))
	}
	if c.rule.Min != nil {
		all = append(all, atLeast("length", *c.rule.Min))
	}
	if c.pattern != nil {
		all = append(all, c.patternText(), "Member must not be null")
	}
	if len(c.enum) > 0 {
		all = append(all, c.enumText())
	}
	return Violation{constraint: "Member must satisfy constraint: [" + strings.Join(all, ", ") + "]"}, true
}

func (c *Check) patternText() string {
	return "Member must satisfy regular expression pattern: " + c.rule.Pattern
}

func (c *Check) enumText() string {
	if c.rule.Bare {
		return "Member must satisfy enum value set"
	}
	return "Member must satisfy enum value set: [" + strings.Join(c.enum, ", ") + "]"
}

// Number checks an integer by its value.
func (c *Check) Number(value int64) []Violation {
	if c == nil {
		return nil
	}
	return c.bounds(nil, "value", value, strconv.FormatInt(value, 10))
}

// Size checks the length of a list or of a map in members, or of a blob in bytes. Its sentence shows no value.
func (c *Check) Size(length int) []Violation {
	if c == nil {
		return nil
	}
	found := c.bounds(nil, "length", int64(length), "")
	for i := range found {
		found[i].value = ""
	}
	return found
}

// Hidden reports whether no sentence, log or record may show the value.
func (c *Check) Hidden() bool { return c != nil && c.rule.Hidden }

func (c *Check) bounds(found []Violation, what string, measure int64, value string) []Violation {
	if least := c.rule.Min; least != nil && measure < *least {
		found = append(found, c.violation(value, atLeast(what, *least)))
	}
	if most := c.rule.Max; most != nil && measure > *most {
		found = append(found, c.violation(value, atMost(what, *most)))
	}
	return found
}

func atLeast(what string, least int64) string {
	return fmt.Sprintf("Member must have %s greater than or equal to %d", what, least)
}

func atMost(what string, most int64) string {
	return fmt.Sprintf("Member must have %s less than or equal to %d", what, most)
}

func (c *Check) violation(value, constraint string) Violation {
	if c.rule.Hidden || c.rule.Bare {
		return Violation{constraint: constraint}
	}
	return Violation{value: " '" + value + "'", constraint: constraint}
}
