package policy

// Trial is how one statement fares against a request, part by part. Every part is judged by the rules that Decide uses, with the
// whole budget for this one statement.
type Trial struct {
	Reason // which statement it is; Effect is the statement's own

	// Action, Resource and Principal say whether these parts of the statement match. In a kind of policy without principals, and in
	// a resource policy without resources, there is nothing that could not match.
	Action, Resource, Principal bool
	Conditions                  []ConditionTrial // in the order of the text
}

// ConditionTrial is how one key of one operator of a statement fares.
type ConditionTrial struct {
	Operator string   // as written
	Key      string   // as written
	Wanted   []string // the policy's values, as written
	Span     Span     // of the key's name in the policy's text

	Present bool     // the request has the key
	Got     []string // the request's values; nil when the key is absent or given in two spellings
	// Met says whether the condition lets the statement apply. One that cannot be compared is met in a Deny and not met in an Allow.
	Met     bool
	Unclear bool // no comparison could be made
}

// Applies reports whether the statement applies.
func (t *Trial) Applies() bool {
	return t.Action && t.Resource && t.Principal && len(t.Unmet()) == 0
}

// ByConditionOnly reports whether the statement would apply but for its conditions.
func (t *Trial) ByConditionOnly() bool {
	return t.Action && t.Resource && t.Principal && len(t.Unmet()) > 0
}

// Unmet are the conditions that keep the statement from applying.
func (t *Trial) Unmet() []ConditionTrial {
	var out []ConditionTrial
	for _, c := range t.Conditions {
		if !c.Met {
			out = append(out, c)
		}
	}
	return out
}

// Try tells how the statement that a reason names fares against the request. ok is false when the reason names none: a missing
// Allow, or a statement that the set does not have.
func Try(set *Set, r *Request, reason Reason) (t Trial, ok bool) {
	l := set.layer(reason.Kind, reason.Level)
	if l == nil || reason.Policy < 0 || reason.Policy >= len(l.policies) {
		return Trial{}, false
	}
	if rules := l.policies[reason.Policy].Policy.Rules; reason.Statement < 0 || reason.Statement >= len(rules) {
		return Trial{}, false
	}
	var c layerCase
	c.gather(set, r)
	return c.try(l, reason.Level, reason.Policy, reason.Statement), true
}

// maxSearch bounds a search for the nearest statement: so many statements that use up their budgets.
const maxSearch = 64 * maxSteps

// Nearest finds, for a layer in which an Allow is missing, the Allow statement that comes nearest to applying: one whose action,
// principal and resource match before one whose do not, in this order, then the one with the fewest unmet conditions, then the first.
// ok is false where no statement of the layer could have made a difference: it has no Allow, or one that applies and does not help.
// Of statements whose patterns cost more than any honest ones not all are looked at.
func Nearest(set *Set, r *Request, missing Reason) (nearest Trial, ok bool) {
	l := set.layer(missing.Kind, missing.Level)
	if l == nil {
		return Trial{}, false
	}
	var c layerCase
	c.gather(set, r)
	most := r.spent + maxSearch
	for _, p := range l.allow.rules {
		if r.spent > most {
			return nearest, ok
		}
		t := c.try(l, missing.Level, int(p.policy), int(p.statement))
		if t.Applies() {
			return Trial{}, false
		}
		if !ok || t.nearer(&nearest) {
			nearest, ok = t, true
		}
	}
	return nearest, ok
}

// nearer compares part by part, the most telling first.
func (t *Trial) nearer(than *Trial) bool {
	switch {
	case t.Action != than.Action:
		return t.Action
	case t.Principal != than.Principal:
		return t.Principal
	case t.Resource != than.Resource:
		return t.Resource
	}
	return len(t.Unmet()) < len(than.Unmet())
}

// try judges a statement with the functions that a decision is made of.
func (c *layerCase) try(l *Layer, level, policy, statement int) Trial {
	from := l.policies[policy]
	rule := &from.Policy.Rules[statement]
	t := Trial{Reason: Reason{
		Kind: l.kind, Effect: rule.Effect, Level: level, Policy: policy, Statement: statement,
		Name: from.Name, Via: from.Via, Sid: rule.Sid, Span: rule.Span,
	}}
	c.r.steps = maxSteps
	t.Action = rule.Actions.has(c.r) != rule.NotAction
	t.Resource = rule.concerns(c.r, l.kind)
	t.Principal = l.kind < RCP || rule.grantTo(c.r, l.kind, c.boundary) != NoGrant
	t.Conditions = rule.tryConditions(c.r, from.Policy.Document, statement)
	return t
}

// tryConditions judges the conditions in the order of the text. They are compiled again for it: the rule has its own in the order in
// which they cost least.
func (s *Rule) tryConditions(r *Request, d *Document, statement int) []ConditionTrial {
	written := d.Statements[statement].Condition
	if written == nil {
		return nil
	}
	var out []ConditionTrial
	for _, block := range written.Operators {
		for i := range block.Keys {
			key := &block.Keys[i]
			atoms := []Atom{newAtom(block.Name.Text, key, d.Version.Text == Version2012)}
			t := atoms[0].try(r)
			t.Met = s.meets(r, atoms)
			t.Operator, t.Key, t.Span = block.Name.Text, key.Name.Text, key.Name.Span
			for _, v := range key.Values {
				t.Wanted = append(t.Wanted, v.Text)
			}
			out = append(out, t)
		}
	}
	return out
}

func (a *Atom) try(r *Request) ConditionTrial {
	t := ConditionTrial{Unclear: a.holds(r) == failed}
	e := r.find(&a.Key)
	if t.Present = e != nil; t.Present && e.state != clash {
		for i := range e.count() {
			t.Got = append(t.Got, e.value(i))
		}
	}
	return t
}
