package policy

import "slices"

// Policy is a compiled document. It is immutable and may be shared by any number of layers and goroutines; its parts may be looked at.
type Policy struct {
	Document *Document
	Rules    []Rule // one for each statement, in order
}

// Rule is a compiled statement. It applies when its principals (where its kind of policy has any), actions, resources and
// conditions all match.
type Rule struct {
	Effect Effect
	Sid    string
	Span   Span

	Actions   ActionSet
	NotAction bool // the rule is for all other actions

	Resources   []ARNPattern
	NotResource bool // the rule is for all other resources
	HasResource bool // false: it is for whatever resource the policy hangs on

	Grantees     []Grantee
	NotPrincipal bool // the rule is for everybody else
	HasPrincipal bool

	Conditions []Atom // cheap ones first

	cheap        int   // how many of them are
	everywhere   bool  // the rule is about every resource
	unaffordable Grant // what it gives once the budget is spent
}

// Compile makes a document ready for decisions. Every document that Parse accepts compiles.
func Compile(d *Document) *Policy { return CompileResolved(d, nil) }

// CompileResolved is Compile for a policy whose user and role ARNs in Principal stand for the unique identifiers that they had when
// it was saved: ids maps each such ARN, as written, to its identifier. A caller of the same name with another identifier does not
// match. An ARN that is not in the map matches by its text.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
func CompileResolved(d *Document, ids map[string]string) *Policy {
	p := &Policy{Document: d, Rules: make([]Rule, len(d.Statements))}
	vars := d.Version.Text == Version2012
	for i := range d.Statements {
		p.Rules[i] = newRule(&d.Statements[i], vars, ids)
	}
	return p
}

func newRule(s *Statement, vars bool, ids map[string]string) Rule {
	rule := Rule{Span: s.Span}
	if s.Effect.Text == "Deny" {
		rule.Effect, rule.unaffordable = Deny, DirectGrant
	}
	if s.Sid != nil {
		rule.Sid = s.Sid.Text
	}
	actions, not := either(s.Action, s.NotAction)
	rule.Actions, rule.NotAction = newActionSet(actions), not
	rule.HasResource = s.Resource != nil || s.NotResource != nil
	resources, not := either(s.Resource, s.NotResource)
	rule.NotResource = not
	for _, v := range resources {
		rule.Resources = append(rule.Resources, newARNPattern(v.Text, vars))
		rule.everywhere = rule.everywhere || v.Text == "*" && !not
	}
	rule.HasPrincipal = s.Principal != nil || s.NotPrincipal != nil
	switch {
	case s.Principal != nil:
		rule.Grantees = newGrantees(s.Principal, ids)
	case s.NotPrincipal != nil:
		rule.Grantees, rule.NotPrincipal = newGrantees(s.NotPrincipal, ids), true
	}
	rule.compileConditions(s.Condition, vars)
	return rule
}

func either(list, not *List) (values []Value, negated bool) {
	switch {
	case list != nil:
		return list.Values, false
	case not != nil:
		return not.Values, true
	}
	return nil, false
}

func (s *Rule) compileConditions(c *Condition, vars bool) {
	if c == nil {
		return
	}
	for _, block := range c.Operators {
		for i := range block.Keys {
			s.Conditions = append(s.Conditions, newAtom(block.Name.Text, &block.Keys[i], vars))
		}
	}
	slices.SortStableFunc(s.Conditions, func(a, b Atom) int { return rank(&a) - rank(&b) })
	for s.cheap < len(s.Conditions) && s.Conditions[s.cheap].cheap() {
		s.cheap++
	}
}

func rank(a *Atom) int {
	if a.cheap() {
		return 0
	}
	return 1
}
