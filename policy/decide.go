package policy

// Decision is the answer to one request, with numbers instead of names: Reason, Phrase and Explain turn them into words.
type Decision struct {
	Outcome Outcome
	// Kind is the one kind of policy that an error message names: whose Deny it is, or whose Allow is missing. Of an Allowed
	// request it is the kind whose Allow decided last.
	Kind Kind
	// Level, Policy and Statement say where the deciding statement stands: the level of an organization (from 0, outermost first),
	// the policy in its layer, the statement in its policy. They are -1 where no statement decided.
	Level, Policy, Statement int32
}

// settled is a decision that no statement made.
func settled(outcome Outcome, kind Kind) Decision {
	return Decision{Outcome: outcome, Kind: kind, Level: -1, Policy: -1, Statement: -1}
}

// Decide answers a request. It allocates nothing and does not change the set. An explicit Deny in any layer ends it; then every
// level of the organization, the endpoint, and the policies of caller and resource must allow.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
func Decide(set *Set, r *Request) Decision {
	r.steps = maxSteps
	if r.action.special != ordinary {
		if d, done := r.beyondPolicies(); done {
			return d
		}
	}
	var c layerCase
	c.gather(set, r)
	if d, denied := c.denied(); denied {
		return d
	}
	return c.allowed()
}

// layerCase is one request with the layers that apply to it. It lives on the stack of one decision.
type layerCase struct {
	set      *Set
	r        *Request
	boundary bool // the caller has a permissions boundary
	identity *Layer
	bound    *Layer
	session  *Layer
	scps     []*Layer
	rcps     []*Layer
}

// gather leaves out the layers that do not apply to the kind of caller.
func (c *layerCase) gather(set *Set, r *Request) {
	c.set, c.r = set, r
	switch r.caller.Kind {
	case User:
		c.identity, c.bound = set.Identity, set.Boundary
	case RoleSession, FederatedUser:
		c.identity, c.bound, c.session = set.Identity, set.Boundary, set.Session
	case Root:
		c.session = set.Session // of AssumeRoot
	}
	c.boundary = c.bound != nil
	if len(set.SCPs) > 0 && r.caller.takesSCPs() {
		c.scps = set.SCPs
	}
	if len(set.RCPs) > 0 && r.takesRCPs() {
		c.rcps = set.RCPs
	}
}

// deniedBy finds a Deny of a layer that applies.
func (c *layerCase) deniedBy(l *Layer, level int) (Decision, bool) {
	grant, at := l.deny.find(c.r, l.kind, c.boundary)
	if grant == NoGrant {
		return Decision{}, false
	}
	return l.deny.decision(ExplicitlyDenied, l.kind, level, at), true
}

func (s *side) decision(outcome Outcome, kind Kind, level int, at int32) Decision {
	rule := &s.rules[at]
	return Decision{Outcome: outcome, Kind: kind, Level: int32(level), Policy: rule.policy, Statement: rule.statement}
}

// denied looks for an explicit Deny in the order in which messages name the kinds. For resource policies any grant but none is one
// that applies: a Deny for the account is a Deny for everybody in it.
func (c *layerCase) denied() (Decision, bool) {
	for level, l := range c.scps {
		if l.denies() {
			if d, ok := c.deniedBy(l, level); ok {
				return d, true
			}
		}
	}
	for level, l := range c.rcps {
		if l.denies() {
			if d, ok := c.deniedBy(l, level); ok {
				return d, true
			}
		}
	}
	for _, l := range [...]*Layer{c.set.Endpoint, c.set.Resource, c.identity, c.bound, c.session} {
		if l.denies() {
			if d, ok := c.deniedBy(l, -1); ok {
				return d, true
			}
		}
	}
	return Decision{}, false
}

// denies reports whether the layer has any Deny.
func (l *Layer) denies() bool { return l != nil && len(l.deny.rules) > 0 }

// allowedBy is the best grant of a layer, and the decision that rests on it.
func (c *layerCase) allowedBy(l *Layer) (Grant, Decision) {
	if l == nil || len(l.allow.rules) == 0 {
		return NoGrant, Decision{}
	}
	grant, at := l.allow.find(c.r, l.kind, c.boundary)
	if grant == NoGrant {
		return NoGrant, Decision{}
	}
	return grant, l.allow.decision(Allowed, l.kind, -1, at)
}

func (c *layerCase) allows(l *Layer) bool {
	grant, _ := c.allowedBy(l)
	return grant != NoGrant
}

// allowed decides a request that nothing denies explicitly.
func (c *layerCase) allowed() Decision {
	for _, l := range c.scps {
		if !c.allows(l) {
			return settled(ImplicitlyDenied, SCP)
		}
	}
	for _, l := range c.rcps {
		if !c.allows(l) {
			return settled(ImplicitlyDenied, RCP)
		}
	}
	if c.set.Endpoint != nil && !c.allows(c.set.Endpoint) {
		return settled(ImplicitlyDenied, Endpoint)
	}
	if c.r.action.special != ordinary {
		if kind, forbidden := c.neverAllowed(); forbidden {
			return settled(ImplicitlyDenied, kind)
		}
	}
	return c.core()
}

// needs is what has to allow besides the grant that the policy of the resource gives.
type needs struct {
	identity bool // the identity policies
	limits   bool // boundary and session policy, where there are any
	resource bool // a better grant: nothing else helps
}

// needs says for a grant what else it takes.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
func (c *layerCase) needs(grant Grant) needs {
	switch c.r.caller.Kind {
	case Anonymous, Service, Provider:
		return needs{resource: grant != DirectGrant}
	}
	same := c.r.ResourceAccount != "" && c.r.ResourceAccount == c.r.caller.Account
	if same && grant == DirectGrant {
		return needs{}
	}
	return needs{
		identity: !same || grant != ParentGrant,
		limits:   true,
		resource: grant == NoGrant && (!same || c.mustGrant()),
	}
}

// core weighs the policies of the caller and of the resource against each other. What is missing first is what a message names.
func (c *layerCase) core() Decision {
	grant, d := c.allowedBy(c.set.Resource)
	needs := c.needs(grant)
	if needs.identity {
		var ok bool
		if d, ok = c.identityAllows(); !ok {
			return settled(ImplicitlyDenied, Identity)
		}
	}
	if needs.limits && c.bound != nil && !c.allows(c.bound) {
		return settled(ImplicitlyDenied, Boundary)
	}
	if needs.limits && !c.sessionAllows() {
		return settled(ImplicitlyDenied, Session)
	}
	if needs.resource {
		return settled(ImplicitlyDenied, c.resourceKind())
	}
	return d
}

// identityAllows also counts for root, whom no identity policy limits, and for the account's setting for passwords.
func (c *layerCase) identityAllows() (Decision, bool) {
	if c.r.caller.Kind == Root {
		return settled(Allowed, Identity), true
	}
	if grant, d := c.allowedBy(c.identity); grant != NoGrant {
		return d, true
	}
	return settled(Allowed, Identity), c.mayChangeOwnPassword()
}

// sessionAllows: a session without a policy is not limited by one, except that of GetFederationToken, which then may do nothing.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
func (c *layerCase) sessionAllows() bool {
	if c.session == nil {
		return c.r.caller.Kind != FederatedUser
	}
	return c.allows(c.session)
}

// resourceKind is how the policy of the resource is called, also when there is none.
func (c *layerCase) resourceKind() Kind {
	if c.set.Resource != nil {
		return c.set.Resource.kind
	}
	if c.r.assumesRole() {
		return Trust
	}
	return Resource
}
