package ec2

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var ruleOperations = []service.Operation{
	reads("DescribeSecurityGroupRules", func(in *api.DescribeSecurityGroupRulesInput) *bool { return in.DryRun }, describeRules),
	writes("AuthorizeSecurityGroupIngress", service.Write, func(in *api.AuthorizeSecurityGroupIngressInput) *bool { return in.DryRun }, asksAuthorizeIngress, authorizeIngress),
	writes("AuthorizeSecurityGroupEgress", service.Write, func(in *api.AuthorizeSecurityGroupEgressInput) *bool { return in.DryRun }, asksAuthorizeEgress, authorizeEgress),
	writes("RevokeSecurityGroupIngress", service.Write, func(in *api.RevokeSecurityGroupIngressInput) *bool { return in.DryRun }, asksRevokeIngress, revokeIngress),
	writes("RevokeSecurityGroupEgress", service.Write, func(in *api.RevokeSecurityGroupEgressInput) *bool { return in.DryRun }, asksRevokeEgress, revokeEgress),
}

// Rule lets traffic of a protocol and a range of ports in or out: exactly one of IPv4, IPv6 and Group says from where or to where.
type Rule struct {
	ID          string `cbor:"1,keyasint"`
	Egress      bool   `cbor:"2,keyasint,omitempty"`
	Protocol    string `cbor:"3,keyasint"` // tcp, udp, icmp, icmpv6, a number, or allProtocols
	From        int32  `cbor:"4,keyasint,omitempty"`
	To          int32  `cbor:"5,keyasint,omitempty"`
	IPv4        string `cbor:"6,keyasint,omitempty"` // block
	IPv6        string `cbor:"7,keyasint,omitempty"` // block
	Group       string `cbor:"9,keyasint,omitempty"` // identifier
	Description string `cbor:"10,keyasint,omitempty"`
}

const (
	allProtocols = "-1"
	everywhere   = "0.0.0.0/0"
	maxRules     = 60 // of a group, in each direction. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
)

// same reports whether two rules let the same traffic pass.
func (r Rule) same(other Rule) bool {
	r.ID, r.Description = other.ID, other.Description
	return r == other
}

// ported reports whether ports mean something to the rule.
func (r Rule) ported() bool { return r.Protocol != allProtocols }

// peer is from where, or to where, traffic may go.
func (r Rule) peer() string { return cmp.Or(r.IPv4, r.IPv6, r.Group) }

func (r Rule) duplicate() error {
	protocol, ports := "ALL", ""
	if r.ported() {
		protocol = strings.ToUpper(r.Protocol)
		ports = fmt.Sprintf("from port: %d, to port: %d, ", r.From, r.To)
	}
	return refuse("InvalidPermission.Duplicate", `the specified rule "peer: %s, %s, %sALLOW" already exists`, r.peer(), protocol, ports)
}

func noSuchRule() error {
	return refuse("InvalidPermission.NotFound", "The specified rule does not exist in this security group.")
}

// ruleNamed finds a rule and its group.
func ruleNamed(c *service.Call, id string) (*SecurityGroup, Rule, bool) {
	g, ok := groupsByRule.Get(c.Tx, here(c)+id)
	if !ok {
		g, _ = groupNamed(c, defaultGroupID(c)) // before its rules are changed it is stored nowhere
	}
	i := g.ruleAt(id)
	if i < 0 {
		return nil, Rule{}, false
	}
	return g, g.Rules[i], true
}

func (q *ruleRequest) asks(c *service.Call, action, id string) ([]access.Ask, error) {
	tags, err := specified(q.specs, aRule)
	if err != nil {
		return nil, err
	}
	of := tags[aRule.name]
	asks := []access.Ask{ask(c, action, aGroup, id, groupKeys(c, id)...)}
	if len(of) > 0 {
		asks = append(asks, ask(c, action, aRule, anyOf, newTagKeys(of)...))
	}
	return append(asks, tagging(c, action, aRule, of)...), nil
}

// authorize adds the rules of a request to a group: all, or none.
func (q *ruleRequest) authorize(c *service.Call, g *SecurityGroup) ([]api.SecurityGroupRule, error) {
	rules, err := q.rules(c)
	if err != nil {
		return nil, err
	}
	tags, err := specified(q.specs, aRule)
	if err != nil {
		return nil, err
	}
	changed := g.Clone()
	for i := range rules {
		if slices.ContainsFunc(changed.Rules, rules[i].same) {
			return nil, rules[i].duplicate()
		}
		rules[i].ID = newID(c, aRule.prefix)
		changed.Rules = append(changed.Rules, rules[i])
	}
	if len(slices.DeleteFunc(slices.Clone(changed.Rules), func(r Rule) bool { return r.Egress != q.egress })) > maxRules {
		return nil, refuse("RulesPerSecurityGroupLimitExceeded", "The maximum number of rules per security group has been reached.")
	}
	groupRows.Put(c.Tx, changed)
	var shown []api.SecurityGroupRule
	for _, r := range rules {
		putTags(c, r.ID, tags[aRule.name])
		shown = append(shown, showRule(c, changed, r))
	}
	return shown, nil
}

// revoke takes rules from a group: those of the request, or those of the identifiers.
func (q *ruleRequest) revoke(c *service.Call, g *SecurityGroup) ([]api.RevokedSecurityGroupRule, error) {
	rules, err := q.rules(c)
	if err != nil {
		return nil, err
	}
	changed, revoked := g.Clone(), []api.RevokedSecurityGroupRule{}
	take := func(is func(Rule) bool) bool {
		i := slices.IndexFunc(changed.Rules, is)
		if i < 0 {
			return false
		}
		revoked = append(revoked, showRevoked(g, changed.Rules[i]))
		putTags(c, changed.Rules[i].ID, nil)
		changed.Rules = slices.Delete(changed.Rules, i, i+1)
		return true
	}
	for _, id := range q.ids {
		if !take(func(r Rule) bool { return r.ID == id && r.Egress == q.egress }) {
			return nil, aRule.notFound(id)
		}
	}
	for _, r := range rules {
		if !take(r.same) {
			return nil, noSuchRule()
		}
	}
	groupRows.Put(c.Tx, changed)
	return revoked, nil
}

func ingressOf(in *api.AuthorizeSecurityGroupIngressInput) *ruleRequest {
	return &ruleRequest{
		permissions: in.IpPermissions, protocol: in.IpProtocol, block: in.CidrIp, from: in.FromPort, to: in.ToPort,
		sourceGroup: in.SourceSecurityGroupName, source: in.SourceSecurityGroupOwnerId, specs: in.TagSpecifications,
	}
}

func asksAuthorizeIngress(c *service.Call, in *api.AuthorizeSecurityGroupIngressInput) ([]access.Ask, error) {
	id, err := groupID(c, in.GroupId, in.GroupName)
	if err != nil {
		return nil, err
	}
	return ingressOf(in).asks(c, "AuthorizeSecurityGroupIngress", id)
}

func authorizeIngress(c *service.Call, in *api.AuthorizeSecurityGroupIngressInput) (*api.AuthorizeSecurityGroupIngressOutput, error) {
	g, err := mustGroup(c, in.GroupId, in.GroupName)
	if err != nil {
		return nil, err
	}
	rules, err := ingressOf(in).authorize(c, g)
	if err != nil {
		return nil, err
	}
	return &api.AuthorizeSecurityGroupIngressOutput{Return: new(true), SecurityGroupRules: rules}, nil
}

func egressOf(in *api.AuthorizeSecurityGroupEgressInput) *ruleRequest {
	return &ruleRequest{
		egress: true, permissions: in.IpPermissions, protocol: in.IpProtocol, block: in.CidrIp, from: in.FromPort, to: in.ToPort,
		sourceGroup: in.SourceSecurityGroupName, source: in.SourceSecurityGroupOwnerId, specs: in.TagSpecifications,
	}
}

func asksAuthorizeEgress(c *service.Call, in *api.AuthorizeSecurityGroupEgressInput) ([]access.Ask, error) {
	id, err := groupID(c, &in.GroupId, nil)
	if err != nil {
		return nil, err
	}
	return egressOf(in).asks(c, "AuthorizeSecurityGroupEgress", id)
}

func authorizeEgress(c *service.Call, in *api.AuthorizeSecurityGroupEgressInput) (*api.AuthorizeSecurityGroupEgressOutput, error) {
	g, err := mustGroup(c, &in.GroupId, nil)
	if err != nil {
		return nil, err
	}
	rules, err := egressOf(in).authorize(c, g)
	if err != nil {
		return nil, err
	}
	return &api.AuthorizeSecurityGroupEgressOutput{Return: new(true), SecurityGroupRules: rules}, nil
}

func asksRevokeIngress(c *service.Call, in *api.RevokeSecurityGroupIngressInput) ([]access.Ask, error) {
	id, err := groupID(c, in.GroupId, in.GroupName)
	if err != nil {
		return nil, err
	}
	return []access.Ask{ask(c, "RevokeSecurityGroupIngress", aGroup, id, groupKeys(c, id)...)}, nil
}

func revokeIngress(c *service.Call, in *api.RevokeSecurityGroupIngressInput) (*api.RevokeSecurityGroupIngressOutput, error) {
	g, err := mustGroup(c, in.GroupId, in.GroupName)
	if err != nil {
		return nil, err
	}
	q := &ruleRequest{
		permissions: in.IpPermissions, ids: in.SecurityGroupRuleIds, protocol: in.IpProtocol, block: in.CidrIp, from: in.FromPort, to: in.ToPort,
		sourceGroup: in.SourceSecurityGroupName, source: in.SourceSecurityGroupOwnerId,
	}
	revoked, err := q.revoke(c, g)
	if err != nil {
		return nil, err
	}
	return &api.RevokeSecurityGroupIngressOutput{Return: new(true), RevokedSecurityGroupRules: revoked, UnknownIpPermissions: []api.IpPermission{}}, nil
}

func asksRevokeEgress(c *service.Call, in *api.RevokeSecurityGroupEgressInput) ([]access.Ask, error) {
	id, err := groupID(c, &in.GroupId, nil)
	if err != nil {
		return nil, err
	}
	return []access.Ask{ask(c, "RevokeSecurityGroupEgress", aGroup, id, groupKeys(c, id)...)}, nil
}

func revokeEgress(c *service.Call, in *api.RevokeSecurityGroupEgressInput) (*api.RevokeSecurityGroupEgressOutput, error) {
	g, err := mustGroup(c, &in.GroupId, nil)
	if err != nil {
		return nil, err
	}
	q := &ruleRequest{
		egress: true, permissions: in.IpPermissions, ids: in.SecurityGroupRuleIds, protocol: in.IpProtocol, block: in.CidrIp, from: in.FromPort, to: in.ToPort,
		sourceGroup: in.SourceSecurityGroupName, source: in.SourceSecurityGroupOwnerId,
	}
	revoked, err := q.revoke(c, g)
	if err != nil {
		return nil, err
	}
	return &api.RevokeSecurityGroupEgressOutput{Return: new(true), RevokedSecurityGroupRules: revoked, UnknownIpPermissions: []api.IpPermission{}}, nil
}

var ruleNoun = noun[api.SecurityGroupRule]{
	kind: aRule,
	all: func(c *service.Call, after string) iter.Seq2[string, api.SecurityGroupRule] {
		rules := []api.SecurityGroupRule{}
		for _, g := range groupsHere(c) {
			for _, r := range g.Rules {
				rules = append(rules, showRule(c, g, r))
			}
		}
		return sorted(rules, func(r *api.SecurityGroupRule) string { return *r.SecurityGroupRuleId }, after)
	},
	one: func(c *service.Call, id string) (api.SecurityGroupRule, bool) {
		g, r, ok := ruleNamed(c, id)
		if !ok {
			return api.SecurityGroupRule{}, false
		}
		return showRule(c, g, r), true
	},
	tags: func(r *api.SecurityGroupRule) []api.Tag { return r.Tags },
	fields: fields[api.SecurityGroupRule]{
		"group-id":               field(func(r *api.SecurityGroupRule) *string { return r.GroupId }),
		"security-group-rule-id": field(func(r *api.SecurityGroupRule) *string { return r.SecurityGroupRuleId }),
	},
}

// groupFilters refuses filters on groups that no group can pass. Other than elsewhere, EC2 looks at what an identifier is like here.
func groupFilters(filters []api.Filter) error {
	for _, filter := range filters {
		if text(filter.Name) != "group-id" {
			continue
		}
		for _, value := range filter.Values {
			if aGroup.check(value) != nil && !strings.ContainsAny(value, "*?") {
				return refuse(aGroup.malformed, "The security group ID '%s' is malformed", value)
			}
		}
	}
	return nil
}

func describeRules(c *service.Call, in *api.DescribeSecurityGroupRulesInput) (*api.DescribeSecurityGroupRulesOutput, error) {
	if err := aRule.check(in.SecurityGroupRuleIds...); err != nil {
		return nil, err
	}
	if err := groupFilters(in.Filters); err != nil {
		return nil, err
	}
	found, next, err := ruleNoun.find(c, query{in.SecurityGroupRuleIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeSecurityGroupRulesOutput{SecurityGroupRules: found, NextToken: next}, nil
}
