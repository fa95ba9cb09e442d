package policy

// Kind is what a policy is attached to, and so what it is good for.
type Kind uint8

// Kinds of policy. In those before RCP a Principal means nothing. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html
const (
	Identity Kind = iota // of a user, its groups, a role
	Boundary             // permissions boundary of a user or role
	Session              // passed when the session was made
	SCP                  // service control policy of an organization
	RCP                  // resource control policy of an organization
	Resource             // hangs on the resource
	Trust                // hangs on a role: who may assume it
	Endpoint             // of the VPC endpoint that the request came through
	kinds
)

// kindNames are the names of the kinds in words: on the JSONL door, with an indefinite or definite article, and bare.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
var kindNames = [kinds]struct{ short, explicit, implicit string }{
	Identity: {"identity", "an identity-based policy", "identity-based policy"},
	Boundary: {"boundary", "a permissions boundary", "permissions boundary"},
	Session:  {"session", "a session policy", "session policy"},
	SCP:      {"scp", "a service control policy", "service control policy"},
	RCP:      {"rcp", "a resource control policy", "resource control policy"},
	Resource: {"resource", "a resource-based policy", "resource-based policy"},
	Trust:    {"resource", "the role trust policy", "role trust policy"},
	Endpoint: {"endpoint", "a VPC endpoint policy", "VPC endpoint policy"},
}

// String is the kind in words: "identity-based policy", "role trust policy".
func (k Kind) String() string { return kindNames[k].implicit }

// Effect is what a statement does when it applies.
type Effect uint8

// Effects.
const (
	Allow Effect = iota
	Deny
)

// String is the effect as policies spell it.
func (e Effect) String() string {
	if e == Deny {
		return "Deny"
	}
	return "Allow"
}

// Outcome is the answer to a request.
type Outcome uint8

// Outcomes. The zero value denies.
const (
	ImplicitlyDenied Outcome = iota // nothing allows it
	ExplicitlyDenied                // a statement denies it
	Allowed
)

// String is the outcome in one word.
func (o Outcome) String() string {
	return [...]string{"ImplicitlyDenied", "ExplicitlyDenied", "Allowed"}[o]
}

// Grant is how much a resource policy gives to a caller: it decides what else must allow.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
type Grant uint8

// Grants, from nothing to the best.
const (
	NoGrant      Grant = iota
	AccountGrant       // to the caller's account: it delegates to the account's identity policies
	ParentGrant        // to the role or user that the session came from
	DirectGrant        // to the caller itself
)
