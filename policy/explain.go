package policy

// Reason is one statement that took part in a decision, or one layer in which an Allow is missing.
type Reason struct {
	Kind      Kind
	Effect    Effect
	Level     int // of an organization, from 0, outermost first; -1 for other kinds
	Policy    int // place in the layer; -1: no statement, the layer's Allow is missing
	Statement int // place in the policy; -1 likewise
	Name, Via string
	Sid       string
	// Span is the statement in the policy's text. What simulators call its start is the position of Span.Start+1, its end that of Span.End.
	Span Span
}

// Explanation is a decision with everything that it rests on: every Deny that applied, or the Allow statements that made
// it, or the layers that have no Allow.
type Explanation struct {
	Decision
	Reasons []Reason
}

// Explain decides again and lists all statements that took part, in the order in which messages name the kinds. It asks the same
// rules as Decide, all of them, without the index.
func Explain(set *Set, r *Request) Explanation {
	e := Explanation{Decision: Decide(set, r)}
	if _, done := r.beyondPolicies(); done {
		if e.Outcome != Allowed {
			e.Reasons = []Reason{missing(e.Kind, -1)}
		}
		return e
	}
	var c layerCase
	c.gather(set, r)
	r.steps = maxSteps
	switch e.Outcome {
	case ExplicitlyDenied:
		for _, l := range c.layers() {
			e.Reasons = append(e.Reasons, c.statements(l.Layer, l.level, Deny, NoGrant)...)
		}
	case Allowed:
		e.Reasons = c.reasonsToAllow()
	default:
		e.Reasons = c.missingAllows()
	}
	return e
}

// level is a layer with its level.
type level struct {
	*Layer
	level int
}

// layers are the layers that apply, in the order in which messages name them.
func (c *layerCase) layers() []level {
	out := c.guards()
	for _, l := range [...]*Layer{c.set.Resource, c.identity, c.bound, c.session} {
		if l != nil {
			out = append(out, level{l, -1})
		}
	}
	return out
}

// guards are the layers that must all allow whatever caller and resource say of each other.
func (c *layerCase) guards() []level {
	var out []level
	for i, l := range c.scps {
		out = append(out, level{l, i})
	}
	for i, l := range c.rcps {
		out = append(out, level{l, i})
	}
	if c.set.Endpoint != nil {
		out = append(out, level{c.set.Endpoint, -1})
	}
	return out
}

// statements lists the statements of an effect that apply and give more than a grant.
func (c *layerCase) statements(l *Layer, level int, effect Effect, above Grant) []Reason {
	if l == nil {
		return nil
	}
	side := &l.allow
	if effect == Deny {
		side = &l.deny
	}
	var out []Reason
	for _, p := range side.rules {
		if p.rule.applies(c.r, l.kind, c.boundary) > above {
			from := l.policies[p.policy]
			out = append(out, Reason{
				Kind: l.kind, Effect: effect, Level: level, Policy: int(p.policy), Statement: int(p.statement),
				Name: from.Name, Via: from.Via, Sid: p.rule.Sid, Span: p.rule.Span,
			})
		}
	}
	return out
}

func missing(kind Kind, level int) Reason {
	return Reason{Kind: kind, Effect: Deny, Level: level, Policy: -1, Statement: -1}
}

// reasonsToAllow lists the Allow statements of the way by which the request is allowed.
func (c *layerCase) reasonsToAllow() []Reason {
	var out []Reason
	for _, l := range c.guards() {
		out = append(out, c.statements(l.Layer, l.level, Allow, NoGrant)...)
	}
	grant, _ := c.allowedBy(c.set.Resource)
	needs := c.needs(grant)
	if grant != NoGrant {
		out = append(out, c.statements(c.set.Resource, -1, Allow, grant-1)...)
	}
	if needs.identity {
		out = append(out, c.statements(c.identity, -1, Allow, NoGrant)...)
	}
	if needs.limits {
		out = append(out, c.statements(c.bound, -1, Allow, NoGrant)...)
		out = append(out, c.statements(c.session, -1, Allow, NoGrant)...)
	}
	return out
}

// missingAllows lists the layers that would have to allow and do not.
func (c *layerCase) missingAllows() []Reason {
	var out []Reason
	for _, l := range c.guards() {
		if !c.allows(l.Layer) {
			out = append(out, missing(l.kind, l.level))
		}
	}
	if kind, forbidden := c.neverAllowed(); forbidden {
		return append(out, missing(kind, -1))
	}
	grant, _ := c.allowedBy(c.set.Resource)
	needs := c.needs(grant)
	if needs.identity {
		if _, _, ok := c.identityAllows(); !ok {
			out = append(out, missing(Identity, -1))
		}
	}
	if needs.limits && c.bound != nil && !c.allows(c.bound) {
		out = append(out, missing(Boundary, -1))
	}
	if needs.limits && !c.sessionAllows() {
		out = append(out, missing(Session, -1))
	}
	if needs.resource {
		out = append(out, missing(c.resourceKind(), -1))
	}
	return out
}

// Phrase is the end of AWS's sentence for a denied request: "with an explicit deny in an identity-based policy" or "because no
// identity-based policy allows the ec2:RunInstances action". It is "" for an allowed one. The action is printed as given.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
func (d Decision) Phrase(action string) string {
	switch d.Outcome {
	case ExplicitlyDenied:
		return "with an explicit deny in " + kindNames[d.Kind].explicit
	case ImplicitlyDenied:
		return "because no " + kindNames[d.Kind].implicit + " allows the " + action + " action"
	}
	return ""
}

// Reason is the policy whose statement decided: the layer's attachment and the rule. ok is false where no statement did.
func (d Decision) Reason(set *Set) (from Attached, rule *Rule, ok bool) {
	l := set.layer(d.Kind, int(d.Level))
	if l == nil || d.Policy < 0 {
		return Attached{}, nil, false
	}
	from = l.policies[d.Policy]
	return from, &from.Policy.Rules[d.Statement], true
}

func (set *Set) layer(kind Kind, level int) *Layer {
	switch kind {
	case Identity:
		return set.Identity
	case Boundary:
		return set.Boundary
	case Session:
		return set.Session
	case Endpoint:
		return set.Endpoint
	case SCP:
		if level >= 0 {
			return set.SCPs[level]
		}
	case RCP:
		if level >= 0 {
			return set.RCPs[level]
		}
	case Resource, Trust:
		return set.Resource
	}
	return nil
}
