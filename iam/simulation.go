package iam

import (
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

// maxTrials bounds the work of one page of a simulation: how many statements are tried on how many resources.
const maxTrials = 100_000

// maxWork bounds what the patterns of policies may cost, in steps of policy.Request: of one action on all resources, and of a page before its last action. It is about half a
// second, and patterns have to be made for it to come near.
const maxWork = 1 << 27

// simulation is one call of a simulator: the policies, who asks, and what is known of the request.
type simulation struct {
	c        *service.Call
	source   source // whose policies they are; empty: nobody's
	set      policy.Set
	mayTrust func(*service.Call, *identity.Role) bool // whether the trust policy of a role of the store may take part

	principal policy.Principal
	keys      []access.Key
	known     map[string]bool // their names, folded
	owner     string          // the account that owns resources whose ARNs do not say
	resources []string
	given     []policy.Attached // the resource policy that came with the call, if one did
	delegate  policy.Attached   // a resource policy that leaves the decision to the caller's account
	needs     []needing
	request   policy.Request
	shown     map[place]api.Statement // the statements that answers have shown so far
	most      int                     // what the request may have spent when the action is done
}

// needing is a statement that refers to context keys which nobody gave.
type needing struct {
	at   policy.Reason
	keys []string
}

// answer reads the rest of the input and decides a page of actions.
func (s *simulation) answer(in *api.SimulatePrincipalPolicyInput) (*api.SimulatePolicyResponse, error) {
	s.shown = map[place]api.Statement{}
	if err := s.read(in); err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	trials := max(1, s.statements()) * len(s.resources)
	if trials > maxTrials {
		return nil, tooLarge()
	}
	// A page may be shorter than the caller allows.
	w.limit = min(w.limit, maxTrials/trials)
	w.full = func() bool { return s.request.Spent() > maxWork || s.over() }
	p := collect(w, numbered(in.ActionNames, w.after), nil, s.action)
	if s.over() {
		return nil, tooLarge()
	}
	return &api.SimulatePolicyResponse{EvaluationResults: p.Items, IsTruncated: p.IsTruncated, Marker: p.Marker}, nil
}

func tooLarge() error {
	return invalidInput("The simulation is too large: ask about fewer resources at a time.")
}

// over reports whether an action has cost more than any may.
func (s *simulation) over() bool { return s.request.Spent() > s.most }

// statements counts what may have to be tried for one request.
func (s *simulation) statements() (n int) {
	policies := slices.Concat(s.set.Identity.Policies(), s.given)
	if s.set.Boundary != nil {
		policies = slices.Concat(policies, s.set.Boundary.Policies())
	}
	for _, p := range policies {
		n += len(p.Policy.Rules)
	}
	return n
}

// read checks the parameters and puts together what every request of the simulation has.
func (s *simulation) read(in *api.SimulatePrincipalPolicyInput) error {
	s.most = maxWork
	if err := checkActions(in.ActionNames); err != nil {
		return err
	}
	if err := checkResources(in.ResourceArns); err != nil {
		return err
	}
	if in.ResourceHandlingOption != nil {
		if err := checkHandling(*in.ResourceHandlingOption, in.ResourceArns); err != nil {
			return err
		}
	}
	s.resources = in.ResourceArns
	if len(s.resources) == 0 {
		s.resources = []string{"*"}
	}
	if err := s.readPolicies(in); err != nil {
		return err
	}
	if err := s.readCaller(in.CallerArn); err != nil {
		return err
	}
	if err := s.readKeys(in.ContextEntries); err != nil {
		return err
	}
	delegate, err := delegating(s.principal.Account)
	if err != nil {
		return err
	}
	s.delegate, s.owner = delegate, s.principal.Account
	if in.ResourceOwner != nil {
		owner, err := readOwner(*in.ResourceOwner)
		if err != nil {
			return err
		}
		s.owner = owner
	}
	for _, l := range []*policy.Layer{s.set.Identity, s.set.Boundary} {
		s.needs = append(s.needs, s.needsOf(l)...)
	}
	return s.checkApplicable()
}

// readPolicies puts the documents that came with the call beside those of the source. A boundary that came takes the place of the source's.
func (s *simulation) readPolicies(in *api.SimulatePrincipalPolicyInput) error {
	more, err := readDocuments("PolicyInputList", in.PolicyInputList)
	if err != nil {
		return err
	}
	if len(more) > 0 {
		s.set.Identity = policy.NewLayer(policy.Identity, slices.Concat(s.set.Identity.Policies(), more)...)
	}
	if len(in.PermissionsBoundaryPolicyInputList) > 1 {
		return invalidInput("PermissionsBoundaryPolicyInputList may have one policy.")
	}
	boundary, err := readDocuments("PermissionsBoundaryPolicyInputList", in.PermissionsBoundaryPolicyInputList)
	if err != nil {
		return err
	}
	if len(boundary) > 0 {
		s.set.Boundary = policy.NewLayer(policy.Boundary, boundary...)
	}
	if in.ResourcePolicy == nil {
		return nil
	}
	d, err := policy.Parse(*in.ResourcePolicy)
	if err != nil {
		return invalidInput("ResourcePolicy is not a valid policy: %s", err)
	}
	s.given = []policy.Attached{{Policy: policy.Compile(d), Name: "ResourcePolicy", Via: byInput}}
	return nil
}

// readCaller says who asks: a user, a session of a role, or somebody of whom only the account is known.
func (s *simulation) readCaller(text *string) error {
	s.principal = policy.Principal{Kind: policy.User, Account: s.c.Account()}
	if text == nil {
		return nil
	}
	parsed, err := parseSource(*text)
	if err != nil {
		return err
	}
	s.principal.Account = parsed.Account
	found, _ := sourceOf(s.c, *text)
	switch parsed.Type() {
	case "user":
		s.principal.ARN, s.principal.ID = *text, found.id()
	case "role":
		s.principal.Kind, s.principal.Parent, s.principal.ID = policy.RoleSession, *text, found.id()
	}
	return nil
}

// readKeys takes the context keys that came, and adds what follows from who asks.
func (s *simulation) readKeys(entries []api.ContextEntry) (err error) {
	if s.keys, err = readContext(entries); err != nil {
		return err
	}
	s.known = map[string]bool{}
	for _, key := range s.keys {
		s.known[identity.Fold(key.Name)] = true
	}
	for _, key := range s.callerKeys() {
		if folded := identity.Fold(key.Name); !s.known[folded] {
			s.known[folded] = true
			s.keys = append(s.keys, key)
		}
	}
	return nil
}

// callerKeys are the keys that every call of the simulated user or role would have. Those that only the store knows are told of the source alone.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
func (s *simulation) callerKeys() []access.Key {
	name := s.principal.ARN + s.principal.Parent // one of them is set, or none
	if name == "" {
		return nil
	}
	keys := []access.Key{access.One("aws:PrincipalArn", name), access.One("aws:PrincipalAccount", s.principal.Account)}
	if s.principal.Kind == policy.User {
		parsed, _ := arn.Parse(name)
		keys = append(keys, access.One("aws:PrincipalType", "User"), access.One("aws:username", parsed.Name()))
	} else {
		keys = append(keys, access.One("aws:PrincipalType", "AssumedRole"))
	}
	if name != s.source.arn() {
		return keys
	}
	if s.source.user != nil {
		keys = append(keys, access.One("aws:userid", s.source.id()))
	}
	for _, tag := range s.source.tags() {
		keys = append(keys, access.One("aws:PrincipalTag/"+tag.Key, tag.Value))
	}
	return keys
}

// needsOf lists the statements of a layer that refer to keys which the context lacks.
func (s *simulation) needsOf(l *policy.Layer) (needs []needing) {
	if l == nil {
		return nil
	}
	for i, p := range l.Policies() {
		for j := range p.Policy.Rules {
			missing := slices.DeleteFunc(p.Policy.ContextKeys(j), func(name string) bool { return s.known[identity.Fold(name)] })
			if len(missing) > 0 {
				needs = append(needs, needing{policy.Reason{Kind: l.Kind(), Level: -1, Policy: i, Statement: j}, missing})
			}
		}
	}
	return needs
}

// checkApplicable refuses a resource policy none of whose statements is about a resource of the simulation.
func (s *simulation) checkApplicable() error {
	if len(s.given) == 0 {
		return nil
	}
	set := policy.Set{Resource: policy.NewLayer(policy.Resource, s.given...)}
	for _, resource := range s.resources {
		s.fill("", resource)
		about := resource == "*"
		for j := range s.given[0].Policy.Rules {
			if s.over() {
				return tooLarge()
			}
			t, _ := policy.Try(&set, &s.request, policy.Reason{Kind: policy.Resource, Level: -1, Statement: j})
			about = about || t.Resource
		}
		if !about {
			return invalidInput("The ResourcePolicy is not applicable to the resource %s.", resource)
		}
	}
	return nil
}

// fill writes a request.
func (s *simulation) fill(action, resource string) {
	r := &s.request
	r.Reset()
	r.SetPrincipal(s.principal)
	r.SetAction(action)
	r.SetResource(resource)
	r.ResourceAccount = s.owner
	if parsed, err := arn.Parse(resource); err == nil && parsed.Account != "" && parsed.Account != "aws" {
		r.ResourceAccount = parsed.Account
	}
	for i := range s.keys {
		if key := &s.keys[i]; key.Many {
			r.SetList(key.Name, key.Values)
		} else {
			r.Set(key.Name, key.Values[0])
		}
	}
	if !r.Has("aws:ResourceAccount") {
		r.Set("aws:ResourceAccount", r.ResourceAccount)
	}
}

// resourcePolicy is the policy of a resource: the one that came with the call, the trust policy of a role of the account, or, where the policy is not
// known and AWS would not decide without one, one that leaves it to the policies of the caller.
func (s *simulation) resourcePolicy(action, resource string) *policy.Layer {
	parsed, _ := arn.Parse(resource)
	vendor, _, _ := strings.Cut(identity.Fold(action), ":")
	assumes := vendor == "sts" && parsed.Service == "iam" && parsed.Type() == "role"
	kind := policy.Resource
	if assumes {
		kind = policy.Trust
	}
	switch {
	case len(s.given) > 0:
		return policy.NewLayer(kind, s.given...)
	case assumes:
		if role := s.trusting(resource); role != nil {
			return s.trust(role)
		}
		return policy.NewLayer(kind, s.delegate)
	case vendor == "kms" && parsed.Service == "kms" && parsed.Type() == "key":
		return policy.NewLayer(kind, s.delegate)
	}
	return nil
}

// trusting is the role of the account whose trust policy takes part; nil when there is no such role or the caller may not see its policy.
func (s *simulation) trusting(resource string) *identity.Role {
	found, err := sourceOf(s.c, resource)
	if err != nil || found.role == nil || !s.mayTrust(s.c, found.role) {
		return nil
	}
	return found.role
}

// trust is a role's trust policy. One that cannot be read trusts nobody, as when the role is assumed.
func (s *simulation) trust(role *identity.Role) *policy.Layer {
	layer, err := s.c.Access.TrustLayer(role)
	if err != nil {
		return policy.NewLayer(policy.Trust)
	}
	return layer
}

// delegating leaves the decision to the policies of an account: what AWS's simulator does where it knows no trust policy or key policy. It has no name, and no
// answer shows it.
func delegating(account string) (policy.Attached, error) {
	d, err := policy.Parse(`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"` + account + `"},"Action":"*","Resource":"*"}}`)
	if err != nil {
		return policy.Attached{}, err
	}
	return policy.Attached{Policy: policy.Compile(d)}, nil
}
