package ec2

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

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
	add := func(description *string, peer func(*Rule)) error {
		r := base
		r.Description = text(description)
		peer(&r)
		rules = append(rules, r)
		return checkDescription(r.Description)
	}
	for _, block := range p.IpRanges {
		canonical, err := canonicalBlock(text(block.CidrIp), true)
		if err != nil {
			return nil, err
		}
		if err := add(block.Description, func(r *Rule) { r.IPv4 = canonical }); err != nil {
			return nil, err
		}
	}
	for _, block := range p.Ipv6Ranges {
		canonical, err := canonicalBlock(text(block.CidrIpv6), false)
		if err != nil {
			return nil, err
		}
		if err := add(block.Description, func(r *Rule) { r.IPv6 = canonical }); err != nil {
			return nil, err
		}
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
		if err := add(pair.Description, func(r *Rule) { r.Group = g.ID }); err != nil {
			return nil, err
		}
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

// checkDescription refuses what can be no description of a rule.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html
func checkDescription(description string) error {
	if description != "" && !groupTexts.MatchString(description) {
		return invalidValue("Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*")
	}
	return nil
}

// canonicalBlock checks a block of addresses and drops the bits that do not count.
func canonicalBlock(block string, four bool) (string, error) {
	prefix, err := netip.ParsePrefix(block)
	if err != nil || prefix.Addr().Is4() != four {
		return "", invalidValue("CIDR block %s is malformed", block)
	}
	return prefix.Masked().String(), nil
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
