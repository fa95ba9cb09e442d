package iam

import (
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

var grantingOperations = []service.Operation{
	service.Op("ListPoliciesGrantingServiceAccess", service.List,
		onSource("iam:ListPoliciesGrantingServiceAccess", func(in *api.ListPoliciesGrantingServiceAccessInput) string { return in.Arn }), listPoliciesGranting),
}

// listPoliciesGranting answers, for each service, the policies of a user, group or role that give access to it.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html
func listPoliciesGranting(c *service.Call, in *api.ListPoliciesGrantingServiceAccessInput) (*api.ListPoliciesGrantingServiceAccessOutput, error) {
	of, err := sourceOf(c, in.Arn)
	if err != nil {
		return nil, err
	}
	services := make([]*catalog.Service, 0, len(in.ServiceNamespaces))
	for _, namespace := range in.ServiceNamespaces {
		known, err := mustService(namespace)
		if err != nil {
			return nil, err
		}
		services = append(services, known)
	}
	w, err := windowOf(in.Marker, nil)
	if err != nil {
		return nil, err
	}
	policies, err := subject{source: of}.policies(c)
	if err != nil {
		return nil, err
	}
	g := newGranting()
	p := collect(w, numbered(services, w.after), nil, func(s **catalog.Service) api.ListPoliciesGrantingServiceAccessEntry {
		return api.ListPoliciesGrantingServiceAccessEntry{ServiceNamespace: &(*s).Prefix, Policies: of.granting(policies, func(p *policy.Policy) bool { return g.grants(p, *s) })}
	})
	return &api.ListPoliciesGrantingServiceAccessOutput{PoliciesGrantingServiceAccess: p.Items, IsTruncated: p.IsTruncated, Marker: p.Marker}, nil
}

// mustService finds a service that policies can speak of, or answers InvalidInput.
func mustService(namespace string) (*catalog.Service, error) {
	known, ok := catalog.ServiceByPrefix(namespace)
	if !ok {
		return nil, invalidInput("Invalid Service Namespace: %s is not the prefix of a service.", namespace)
	}
	return known, nil
}

// granting shows those of the entity's policies that grant. A managed policy that it has in several ways comes once.
func (s source) granting(policies []policy.Attached, grants func(*policy.Policy) bool) []api.PolicyGrantingServiceAccess {
	found := []api.PolicyGrantingServiceAccess{}
	for _, p := range policies {
		if !grants(p.Policy) {
			continue
		}
		shown := s.showGranting(p)
		if shown.PolicyArn == nil || !slices.ContainsFunc(found, func(o api.PolicyGrantingServiceAccess) bool {
			return o.PolicyArn != nil && *o.PolicyArn == *shown.PolicyArn
		}) {
			found = append(found, shown)
		}
	}
	return found
}

func (s source) showGranting(p policy.Attached) api.PolicyGrantingServiceAccess {
	if parsed, err := arn.Parse(p.Name); err == nil {
		return api.PolicyGrantingServiceAccess{PolicyName: parsed.Name(), PolicyType: api.PolicyTypeManaged, PolicyArn: &p.Name}
	}
	kind, name, _ := strings.Cut(p.Via, " ")
	if name == "" {
		name = s.user.Name // of whose policies it is said only that they are the user's
	}
	return api.PolicyGrantingServiceAccess{PolicyName: p.Name, PolicyType: api.PolicyTypeInline, EntityType: new(strings.ToUpper(kind)), EntityName: &name}
}

// granting tells which policies give access to which services, within a budget of comparisons: beyond it a policy passes for giving the access, so that none is
// overlooked.
type granting struct{ budget int }

func newGranting() *granting { return &granting{budget: 2_000_000} }

// grants reports whether a policy allows any action of a service. Resources, conditions and denials are not looked at: what is denied today can be allowed by the
// same policies tomorrow.
func (g *granting) grants(p *policy.Policy, s *catalog.Service) bool {
	for i := range p.Rules {
		if rule := &p.Rules[i]; rule.Effect == policy.Allow && g.reaches(rule, s) {
			return true
		}
	}
	return false
}

func (g *granting) reaches(rule *policy.Rule, s *catalog.Service) bool {
	if !rule.NotAction && !speaksOf(&rule.Actions, s.Prefix) {
		return false
	}
	actions := s.Actions()
	for i := range actions {
		if g.budget -= 1 + len(rule.Actions.Patterns); g.budget < 0 || rule.Actions.Covers(actions[i].String()) != rule.NotAction {
			return true
		}
	}
	return false
}

// speaksOf reports whether an entry may be about an action of a service.
func speaksOf(set *policy.ActionSet, prefix string) bool {
	return set.Any ||
		slices.ContainsFunc(set.Names, func(name string) bool {
			return strings.HasPrefix(name, prefix) && strings.HasPrefix(name[len(prefix):], ":")
		}) ||
		slices.ContainsFunc(set.Patterns, func(p policy.ActionPattern) bool { return p.Vendor == prefix })
}
