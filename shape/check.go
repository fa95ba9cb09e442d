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
}

// Missing is the violation of a member that a request must carry and does not.
func Missing() Violation { return Violation{" null", "Member must not be null"} }

// At says the violation as AWS does, of the member at a path such as tags.1.member.key.
func (v Violation) At(path string) string {
	return "Value" + v.value + " at '" + path + "' failed to satisfy constraint: " + v.constraint
}

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
		found = append(found, c.violation(value, "Member must satisfy regular expression pattern: "+c.rule.Pattern))
	}
	if len(c.enum) > 0 && !slices.Contains(c.enum, value) {
		set := "Member must satisfy enum value set"
		if !c.rule.Bare {
			set += ": [" + strings.Join(c.enum, ", ") + "]"
		}
		found = append(found, c.violation(value, set))
	}
	return found
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
		found = append(found, c.violation(value, fmt.Sprintf("Member must have %s greater than or equal to %d", what, *least)))
	}
	if most := c.rule.Max; most != nil && measure > *most {
		found = append(found, c.violation(value, fmt.Sprintf("Member must have %s less than or equal to %d", what, *most)))
	}
	return found
}

func (c *Check) violation(value, constraint string) Violation {
	if c.rule.Hidden || c.rule.Bare {
		return Violation{"", constraint}
	}
	return Violation{" '" + value + "'", constraint}
}
