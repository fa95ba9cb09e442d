package policy

// Attached is a policy where it hangs.
type Attached struct {
	Policy *Policy
	Name   string // ARN of a managed policy, name of an inline one
	Via    string // through whom: the user, "group G", the role, the level of the organization
}

// Layer is all policies of one kind that count together: an Allow in any of them allows, a Deny in any denies. It is immutable,
// indexed, and may be shared: principals with the same policies should share one.
type Layer struct {
	kind     Kind
	policies []Attached
	allow    side
	deny     side
}

// NewLayer puts policies of one kind together. A layer without policies allows nothing.
func NewLayer(kind Kind, policies ...Attached) *Layer {
	l := &Layer{kind: kind, policies: policies}
	for i := range policies {
		rules := policies[i].Policy.Rules
		for j := range rules {
			side := &l.allow
			if rules[j].Effect == Deny {
				side = &l.deny
			}
			side.rules = append(side.rules, placed{rule: &rules[j], policy: int32(i), statement: int32(j)})
		}
	}
	l.allow.build()
	l.deny.build()
	return l
}

// Kind is the kind of the layer's policies.
func (l *Layer) Kind() Kind { return l.kind }

// Policies are the layer's policies in order. The slice is not to be changed.
func (l *Layer) Policies() []Attached { return l.policies }

// placed is a rule and where it comes from.
type placed struct {
	rule              *Rule
	policy, statement int32
}

// Set is the layers that apply to one caller and one resource. Those of the caller are put together once; those of a call
// (resource, session, endpoint) are set on a copy. Layers that AWS does not apply to the kind of caller are left out by Decide.
type Set struct {
	Identity *Layer // nil: nothing is allowed by identity policies
	Boundary *Layer // nil: no permissions boundary
	Session  *Layer // nil: no session policy; a GetFederationToken session without one is allowed nothing by it

	SCPs []*Layer // one for each level, from the root of the organization down; none: not in an organization, or its management account
	RCPs []*Layer // the same for the owner of the resource

	Resource *Layer // of kind Resource or Trust; nil: the resource has no policy
	Endpoint *Layer // nil: the request came through no VPC endpoint

	// UsersMayChangePassword is the account's setting that lets users change their own password and read the password policy.
	UsersMayChangePassword bool
}
