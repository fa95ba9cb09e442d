package iam

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
)

// The decisions of simulators. https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html
var decisionNames = map[policy.Outcome]string{
	policy.Allowed: "allowed", policy.ExplicitlyDenied: "explicitDeny", policy.ImplicitlyDenied: "implicitDeny",
}

// sourceTypes are the kinds of policy as simulators call them.
var sourceTypes = map[policy.Kind]string{
	policy.Identity: "IAM Policy", policy.Boundary: "Permissions Boundary Policy", policy.Resource: "Resource Policy", policy.Trust: "Resource Policy",
}

// restriction orders decisions: the most restrictive of several counts for all.
var restriction = map[string]int{"allowed": 0, "implicitDeny": 1, "explicitDeny": 2}

// action decides one action on every resource, and sums up: the most restrictive decision, the statements that made it, and what is missing anywhere.
func (s *simulation) action(name *string) api.EvaluationResult {
	results := make([]api.ResourceSpecificResult, len(s.resources))
	decision := "allowed"
	s.most = s.request.Spent() + maxWork
	for i, resource := range s.resources {
		if s.over() {
			break // and the whole simulation is refused
		}
		results[i] = s.decide(*name, resource)
		decision = stricter(decision, results[i].EvalResourceDecision)
	}
	out := api.EvaluationResult{EvalActionName: *name, EvalDecision: decision, EvalResourceName: new(s.resourceName(*name))}
	var matched once[statementKey, api.Statement]
	var missing once[string, string]
	for i := range results {
		r := &results[i]
		if r.EvalResourceDecision == decision {
			matched.add(keyOfStatement, r.MatchedStatements...)
		}
		missing.add(identity.Fold, r.MissingContextValues...)
		out.EvalDecisionDetails = strictest(out.EvalDecisionDetails, r.EvalDecisionDetails)
		out.PermissionsBoundaryDecisionDetail = both(out.PermissionsBoundaryDecisionDetail, r.PermissionsBoundaryDecisionDetail)
	}
	out.MatchedStatements, out.MissingContextValues = matched.list(), missing.list()
	if s.source.arn() != "" {
		// An account that is in no organization is limited by none.
		out.OrganizationsDecisionDetail = &api.OrganizationsDecisionDetail{AllowedByOrganizations: true}
	}
	if !s.everywhere() {
		out.ResourceSpecificResults = results
		out.EvalDecisionDetails = strictest(out.EvalDecisionDetails, map[string]string{}) // there, although it may be empty
	}
	return out
}

// both is what a boundary says of several resources: it allows all of them or not.
func both(have, more *api.PermissionsBoundaryDecisionDetail) *api.PermissionsBoundaryDecisionDetail {
	if have == nil || more == nil || !more.AllowedByPermissionsBoundary {
		return more
	}
	return have
}

// everywhere reports whether no resource was named: then the answer has no results for single ones.
func (s *simulation) everywhere() bool { return len(s.resources) == 1 && s.resources[0] == "*" }

// resourceName is what an answer calls the resource: itself where there is one, else the form in ARNs of the one kind that the action works on.
func (s *simulation) resourceName(action string) string {
	if len(s.resources) == 1 {
		return s.resources[0]
	}
	published, ok := catalog.ActionByName(action)
	if !ok || len(published.Resources) != 1 {
		return "*"
	}
	service, _ := catalog.ServiceByPrefix(published.Service)
	kind, ok := service.ResourceType(published.Resources[0].Type)
	if !ok {
		return "*"
	}
	return kind.ARN
}

// decide decides one action on one resource.
func (s *simulation) decide(action, resource string) api.ResourceSpecificResult {
	s.fill(action, resource)
	set := s.set
	set.Resource = s.resourcePolicy(action, resource)
	r := &s.request
	e := policy.Explain(&set, r)
	out := api.ResourceSpecificResult{
		EvalResourceName: resource, EvalResourceDecision: decisionNames[e.Outcome], EvalDecisionDetails: s.conditions(&set, &e),
		MatchedStatements: s.matched(&set, &e), MissingContextValues: s.missing(&set),
	}
	if limit, ok := policy.Opinion(&set, r, policy.Boundary); ok {
		out.PermissionsBoundaryDecisionDetail = &api.PermissionsBoundaryDecisionDetail{AllowedByPermissionsBoundary: limit == policy.Allowed}
	}
	if r.ResourceAccount != s.principal.Account {
		out.EvalDecisionDetails = strictest(out.EvalDecisionDetails, opinions(&set, r))
	}
	return out
}

// opinions is what each kind of policy says by itself, as answers to questions across accounts tell.
func opinions(set *policy.Set, r *policy.Request) map[string]string {
	out := map[string]string{}
	for kind, name := range sourceTypes {
		if outcome, ok := policy.Opinion(set, r, kind); ok {
			out[name] = decisionNames[outcome]
		}
	}
	return out
}

// matched are the statements that made a decision; an implicit denial has none. A boundary only limits: its statements are told when they deny.
func (s *simulation) matched(set *policy.Set, e *policy.Explanation) []api.Statement {
	out := []api.Statement{}
	for i := range e.Reasons {
		reason := &e.Reasons[i]
		if reason.Statement >= 0 && reason.Name != "" && (reason.Kind != policy.Boundary || reason.Effect == policy.Deny) {
			out = append(out, s.statement(set, reason))
		}
	}
	return out
}

// place is where a statement stands.
type place struct {
	d         *policy.Document
	kind      policy.Kind
	policy    int
	statement int
}

// statement shows a statement that took part. Finding its line is work, so it is done once.
func (s *simulation) statement(set *policy.Set, reason *policy.Reason) api.Statement {
	d := documentOf(set, reason)
	at := place{d, reason.Kind, reason.Policy, reason.Statement}
	shown, ok := s.shown[at]
	if !ok {
		shown = api.Statement{
			SourcePolicyId: new(s.source.policyID(reason.Kind, reason.Name, reason.Via)), SourcePolicyType: new(sourceTypes[reason.Kind]),
			StartPosition: position(d, reason.Span.Start+1), EndPosition: position(d, reason.Span.End), // each behind the brace
		}
		s.shown[at] = shown
	}
	return shown
}

// documentOf is the text that a reason is about.
func documentOf(set *policy.Set, reason *policy.Reason) *policy.Document {
	l := set.Identity
	switch reason.Kind {
	case policy.Boundary:
		l = set.Boundary
	case policy.Resource, policy.Trust:
		l = set.Resource
	}
	return l.Policies()[reason.Policy].Policy.Document
}

func position(d *policy.Document, offset int) *api.Position {
	at := d.Position(offset)
	return &api.Position{Line: new(int32(at.Line)), Column: new(int32(at.Column))}
}

// missing are the context keys that nobody gave and that a statement refers to whose action and principal match. Its resource may hang on such a key.
func (s *simulation) missing(set *policy.Set) []string {
	var out once[string, string]
	for _, need := range slices.Concat(s.needs, s.needsOf(set.Resource)) {
		if s.over() {
			break
		}
		if t, ok := policy.Try(set, &s.request, need.at); ok && t.Action && t.Principal {
			out.add(identity.Fold, need.keys...)
		}
	}
	return out.list()
}

// conditions tells of a denial by condition which: the conditions that made a Deny apply, or those that kept the nearest Allow from applying. AWS's answer
// has no place for it. Decision details are a map from a name to a decision, so a name says which condition of which statement it was.
func (s *simulation) conditions(set *policy.Set, e *policy.Explanation) map[string]string {
	if e.Outcome == policy.Allowed {
		return nil
	}
	var out map[string]string
	for _, reason := range e.Reasons {
		if s.over() {
			break
		}
		t, ok := policy.Try(set, &s.request, reason)
		told, verb := t.Conditions, "met-condition"
		if !ok {
			if t, ok = policy.Nearest(set, &s.request, reason); !ok || !t.ByConditionOnly() {
				continue
			}
			told, verb = t.Unmet(), "failed-condition"
		}
		for _, c := range told {
			if out == nil {
				out = map[string]string{}
			}
			out[s.conditionName(verb, &t, &c)] = decisionNames[e.Outcome]
		}
	}
	return out
}

// maxDetail is how long the name of a decision detail may be, by the published shape.
const maxDetail = 256

// conditionName says which condition, what the request had, and where the condition stands:
// failed-condition: Bool aws:MultiFactorAuthPresent [true], request: absent (PolicyInputList.1, statement 1)
func (s *simulation) conditionName(verb string, t *policy.Trial, c *policy.ConditionTrial) string {
	got := "absent"
	if c.Present {
		got = "[" + strings.Join(c.Got, " ") + "]"
	}
	name := []rune(fmt.Sprintf("%s: %s %s [%s], request: %s (%s, statement %d)", verb, c.Operator, c.Key, strings.Join(c.Wanted, " "), got,
		s.source.policyID(t.Kind, t.Name, t.Via), t.Statement+1))
	return string(name[:min(len(name), maxDetail)])
}

// once collects items, each once, in the order in which they come.
type once[K comparable, T any] struct {
	items []T
	seen  map[K]bool
}

func (o *once[K, T]) add(keyOf func(T) K, items ...T) {
	if o.seen == nil {
		o.seen = map[K]bool{}
	}
	for _, item := range items {
		if key := keyOf(item); !o.seen[key] {
			o.seen[key] = true
			o.items = append(o.items, item)
		}
	}
}

// list is never nil: an answer has an empty list where there is nothing.
func (o *once[K, T]) list() []T { return append([]T{}, o.items...) }

// statementKey tells statements of an answer apart.
type statementKey struct {
	id, kind     string
	line, column int32
}

func keyOfStatement(s api.Statement) statementKey {
	return statementKey{*s.SourcePolicyId, *s.SourcePolicyType, *s.StartPosition.Line, *s.StartPosition.Column}
}

// stricter is the more restrictive of two decisions.
func stricter(a, b string) string {
	if restriction[b] > restriction[a] {
		return b
	}
	return a
}

// strictest joins decision details: of each name the most restrictive decision. It is nil only if both are.
func strictest(have, more map[string]string) map[string]string {
	if more == nil {
		return have
	}
	out := maps.Clone(have)
	if out == nil {
		out = map[string]string{}
	}
	for name, decision := range more {
		if old, ok := out[name]; ok {
			decision = stricter(old, decision)
		}
		out[name] = decision
	}
	return out
}
