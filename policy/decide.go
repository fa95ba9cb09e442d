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
	if l, level, at := c.denied(); l != nil {
		return l.deny.decision(ExplicitlyDenied, l.kind, level, at)
	}
	kind, l, at, ok := c.allowed()
	switch {
	case !ok:
		return settled(ImplicitlyDenied, kind)
	case l == nil:
		return settled(Allowed, kind)
	}
	return l.allow.decision(Allowed, kind, -1, at)
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

// decision is one that a rule of the side has made.
func (s *side) decision(outcome Outcome, kind Kind, level int, at int32) Decision {
	rule := &s.rules[at]
	return Decision{Outcome: outcome, Kind: kind, Level: int32(level), Policy: rule.policy, Statement: rule.statement}
}

// denied looks for an explicit Deny in the order in which messages name the kinds. It answers the layer, its level and the number of
// the rule; no layer when nothing denies. For resource policies any grant but none is one that applies: a Deny for the account is a
// Deny for everybody in it.
func (c *layerCase) denied() (l *Layer, level int, at int32) {
	for level, l := range c.scps {
		if at := c.deniedBy(l); at >= 0 {
			return l, level, at
		}
	}
	for level, l := range c.rcps {
		if at := c.deniedBy(l); at >= 0 {
			return l, level, at
		}
	}
	for _, l := range [...]*Layer{c.set.Endpoint, c.set.Resource, c.identity, c.bound, c.session} {
		if l != nil {
			if at := c.deniedBy(l); at >= 0 {
				return l, -1, at
			}
		}
	}
	return nil, -1, -1
}

// deniedBy is the number of a Deny of a layer that applies, or -1.
func (c *layerCase) deniedBy(l *Layer) int32 {
	if len(l.deny.rules) == 0 {
		return -1
	}
	_, at := l.deny.find(c.r, l.kind, c.boundary)
	return at
}

// allowedBy is the best grant of a layer and the number of the rule that gives it.
func (c *layerCase) allowedBy(l *Layer) (Grant, int32) {
	if l == nil || len(l.allow.rules) == 0 {
		return NoGrant, -1
	}
	return l.allow.find(c.r, l.kind, c.boundary)
}

func (c *layerCase) allows(l *Layer) bool {
	grant, _ := c.allowedBy(l)
	return grant != NoGrant
}

// allowed decides a request that nothing denies explicitly: ok says whether it is allowed. kind is what a message names; layer and at
// are the Allow that decided, and no layer where none had to.
func (c *layerCase) allowed() (kind Kind, l *Layer, at int32, ok bool) {
	for _, l := range c.scps {
		if !c.allows(l) {
			return SCP, nil, -1, false
		}
	}
	for _, l := range c.rcps {
		if !c.allows(l) {
			return RCP, nil, -1, false
		}
	}
	if c.set.Endpoint != nil && !c.allows(c.set.Endpoint) {
		return Endpoint, nil, -1, false
	}
	if c.r.action.special != ordinary {
		if kind, forbidden := c.neverAllowed(); forbidden {
			return kind, nil, -1, false
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
func (c *layerCase) core() (kind Kind, l *Layer, at int32, ok bool) {
	grant, at := c.allowedBy(c.set.Resource)
	if grant != NoGrant {
		l, kind = c.set.Resource, c.set.Resource.kind
	}
	needs := c.needs(grant)
	if needs.identity {
		kind = Identity
		if l, at, ok = c.identityAllows(); !ok {
			return Identity, nil, -1, false
		}
	}
	if needs.limits && c.bound != nil && !c.allows(c.bound) {
		return Boundary, nil, -1, false
	}
	if needs.limits && !c.sessionAllows() {
		return Session, nil, -1, false
	}
	if needs.resource {
		return c.resourceKind(), nil, -1, false
	}
	return kind, l, at, true
}

// identityAllows also counts for root, whom no identity policy limits, and for the account's setting for passwords.
func (c *layerCase) identityAllows() (l *Layer, at int32, ok bool) {
	if c.r.caller.Kind == Root {
		return nil, -1, true
	}
	if grant, at := c.allowedBy(c.identity); grant != NoGrant {
		return c.identity, at, true
	}
	return nil, -1, c.mayChangeOwnPassword()
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
