package ec2

import (
	"cmp"
	"fmt"
	"iter"
	"net/netip"
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

// ruleNamed finds a rule and its group.
func ruleNamed(c *service.Call, id string) (*SecurityGroup, Rule, bool) {
	g, ok := groupsByRule.Get(c.Tx, here(c)+id)
	if !ok {
		g, _ = groupNamed(c, defaultGroupID(c)) // before its rules are changed it is stored nowhere
	}
	i := slices.IndexFunc(g.Rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return nil, Rule{}, false
	}
	return g, g.Rules[i], true
}

// protocols are the names of protocol numbers.
var protocols = map[string]string{"1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6", "all": allProtocols}

// ruleRequest is what the four operations have in common.
type ruleRequest struct {
	egress              bool
	permissions         []api.IpPermission
	ids                 []string // of rules to revoke
	protocol, block     *string  // the older form: one rule
	from, to            *int32
	sourceGroup, source *string // by name, and its owner
	specs               []api.TagSpecification
}

// rules are the rules that a request describes, without identifiers.
func (q *ruleRequest) rules(c *service.Call) ([]Rule, error) {
	permissions := q.permissions
	if q.protocol != nil || q.block != nil || q.sourceGroup != nil {
		if len(permissions) > 0 {
			return nil, invalidCombination("The parameter 'ipPermissions' may not be used in combination with 'ipProtocol'")
		}
		permissions = []api.IpPermission{q.single()}
	}
	if len(permissions) == 0 && len(q.ids) == 0 {
		return nil, missing("ipPermissions")
	}
	var rules []Rule
	for i := range permissions {
		more, err := rulesOf(c, &permissions[i], q.egress)
		if err != nil {
			return nil, err
		}
		rules = append(rules, more...)
	}
	return rules, nil
}

// single is the rule of the older form.
func (q *ruleRequest) single() api.IpPermission {
	p := api.IpPermission{IpProtocol: q.protocol, FromPort: q.from, ToPort: q.to}
	if q.block != nil {
		p.IpRanges = []api.IpRange{{CidrIp: q.block}}
	}
	if q.sourceGroup != nil {
		p.UserIdGroupPairs = []api.UserIdGroupPair{{GroupName: q.sourceGroup, UserId: q.source}}
		if q.protocol == nil {
			p.IpProtocol = new(allProtocols)
		}
	}
	return p
}

// rulesOf are the rules of one permission: one for each of its peers.
func rulesOf(c *service.Call, p *api.IpPermission, egress bool) ([]Rule, error) {
	base, err := ruleBase(p, egress)
	if err != nil {
		return nil, err
	}
	var rules []Rule
	add := func(description *string, peer func(*Rule)) {
		r := base
		r.Description = text(description)
		peer(&r)
		rules = append(rules, r)
	}
	for _, block := range p.IpRanges {
		canonical, err := canonicalBlock(text(block.CidrIp), true)
		if err != nil {
			return nil, err
		}
		add(block.Description, func(r *Rule) { r.IPv4 = canonical })
	}
	for _, block := range p.Ipv6Ranges {
		canonical, err := canonicalBlock(text(block.CidrIpv6), false)
		if err != nil {
			return nil, err
		}
		add(block.Description, func(r *Rule) { r.IPv6 = canonical })
	}
	for _, list := range p.PrefixListIds {
		return nil, refuse("InvalidPrefixListId.NotFound", "The prefix list ID '%s' does not exist", text(list.PrefixListId))
	}
	for _, pair := range p.UserIdGroupPairs {
		if pair.UserId != nil && *pair.UserId != "" && *pair.UserId != c.Account() {
			return nil, aGroup.notFound(or(pair.GroupId, text(pair.GroupName)))
		}
		g, err := mustGroup(c, pair.GroupId, pair.GroupName)
		if err != nil {
			return nil, err
		}
		add(pair.Description, func(r *Rule) { r.Group = g.ID })
	}
	if len(rules) == 0 {
		return nil, refuse("MissingParameter", "The request must contain at least one of CIDR block, prefix list or security group")
	}
	return rules, nil
}

// ruleBase is the protocol and the ports of a permission.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
func ruleBase(p *api.IpPermission, egress bool) (Rule, error) {
	protocol := strings.ToLower(text(p.IpProtocol))
	if protocol == "" {
		return Rule{}, missing("ipProtocol")
	}
	if name, ok := protocols[protocol]; ok {
		protocol = name
	}
	r := Rule{Egress: egress, Protocol: protocol, From: or(p.FromPort, -1), To: or(p.ToPort, -1)}
	switch protocol {
	case allProtocols:
		r.From, r.To = 0, 0
	case "tcp", "udp":
		if p.FromPort == nil || p.ToPort == nil {
			return Rule{}, invalidValue("Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.")
		}
		if r.From < 0 || r.To > 65535 || r.From > r.To {
			return Rule{}, invalidValue("Invalid %s port range (%d:%d)", strings.ToUpper(protocol), r.From, r.To)
		}
	case "icmp", "icmpv6":
		if r.From < -1 || r.From > 255 || r.To < -1 || r.To > 255 {
			return Rule{}, invalidValue("Invalid value 'ICMP type %d and code %d' for portRange.", r.From, r.To)
		}
	default:
		var number uint8
		if _, err := fmt.Sscanf(protocol, "%d", &number); err != nil || protocol != decimal(int(number)) {
			return Rule{}, invalidValue("Invalid value '%s' for IP protocol. Unknown protocol.", text(p.IpProtocol))
		}
		r.From, r.To = -1, -1
	}
	return r, nil
}

// canonicalBlock checks a block of addresses and drops the bits that do not count.
func canonicalBlock(block string, four bool) (string, error) {
	prefix, err := netip.ParsePrefix(block)
	if err != nil || prefix.Addr().Is4() != four {
		return "", invalidValue("CIDR block %s is malformed", block)
	}
	return prefix.Masked().String(), nil
}

func (q *ruleRequest) asks(c *service.Call, action, id string) ([]access.Ask, error) {
	tags, err := specified(q.specs, aRule)
	if err != nil {
		return nil, err
	}
	of := tags[aRule.name]
	asks := []access.Ask{ask(c, action, aGroup, id, groupKeys(c, id)...)}
	if len(of) > 0 {
		asks = append(asks, ask(c, action, aRule, anyOf, access.RequestTags(of)...))
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
			return nil, refuse("InvalidPermission.NotFound", "The specified rule does not exist in this security group.")
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

func describeRules(c *service.Call, in *api.DescribeSecurityGroupRulesInput) (*api.DescribeSecurityGroupRulesOutput, error) {
	if err := aRule.check(in.SecurityGroupRuleIds...); err != nil {
		return nil, err
	}
	found, next, err := ruleNoun.find(c, query{in.SecurityGroupRuleIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeSecurityGroupRulesOutput{SecurityGroupRules: found, NextToken: next}, nil
}

// ports are the ports of a rule for an answer: -1 where they mean nothing.
func (r Rule) ports() (from, to *int32) {
	if !r.ported() {
		return new(int32(-1)), new(int32(-1))
	}
	return &r.From, &r.To
}

func showRule(c *service.Call, g *SecurityGroup, r Rule) api.SecurityGroupRule {
	shown := api.SecurityGroupRule{
		SecurityGroupRuleId: &r.ID, SecurityGroupRuleArn: new(aRule.arn(c, r.ID)), GroupId: &g.ID, GroupOwnerId: &g.Account, IsEgress: &r.Egress, IpProtocol: &r.Protocol,
		CidrIpv4: some(r.IPv4), CidrIpv6: some(r.IPv6), Description: some(r.Description), Tags: showTags(c, r.ID),
	}
	shown.FromPort, shown.ToPort = r.ports()
	if r.Group != "" {
		shown.ReferencedGroupInfo = &api.ReferencedSecurityGroup{GroupId: &r.Group, UserId: &g.Account, VpcId: new(defaultVpc(c))}
	}
	return shown
}

func showRevoked(g *SecurityGroup, r Rule) api.RevokedSecurityGroupRule {
	shown := api.RevokedSecurityGroupRule{
		SecurityGroupRuleId: &r.ID, GroupId: &g.ID, IsEgress: &r.Egress, IpProtocol: &r.Protocol, CidrIpv4: some(r.IPv4), CidrIpv6: some(r.IPv6),
		ReferencedGroupId: some(r.Group), Description: some(r.Description),
	}
	shown.FromPort, shown.ToPort = r.ports()
	return shown
}

// permissionsOf are the rules of a direction as groups show them: those of the same protocol and ports together.
func permissionsOf(g *SecurityGroup, egress bool) []api.IpPermission {
	permissions := []api.IpPermission{}
	for _, r := range g.Rules {
		if r.Egress != egress {
			continue
		}
		i := slices.IndexFunc(permissions, func(p api.IpPermission) bool {
			return *p.IpProtocol == r.Protocol && or(p.FromPort, 0) == r.From && or(p.ToPort, 0) == r.To
		})
		if i < 0 {
			i = len(permissions)
			permissions = append(permissions, newPermission(r))
		}
		p, description := &permissions[i], some(r.Description)
		switch {
		case r.IPv4 != "":
			p.IpRanges = append(p.IpRanges, api.IpRange{CidrIp: &r.IPv4, Description: description})
		case r.IPv6 != "":
			p.Ipv6Ranges = append(p.Ipv6Ranges, api.Ipv6Range{CidrIpv6: &r.IPv6, Description: description})
		default:
			p.UserIdGroupPairs = append(p.UserIdGroupPairs, api.UserIdGroupPair{GroupId: &r.Group, UserId: &g.Account, Description: description})
		}
	}
	return permissions
}

func newPermission(r Rule) api.IpPermission {
	p := api.IpPermission{
		IpProtocol: &r.Protocol, IpRanges: []api.IpRange{}, Ipv6Ranges: []api.Ipv6Range{}, PrefixListIds: []api.PrefixListId{}, UserIdGroupPairs: []api.UserIdGroupPair{},
	}
	if r.ported() {
		p.FromPort, p.ToPort = &r.From, &r.To
	}
	return p
}
