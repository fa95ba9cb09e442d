package ec2

import (
	"slices"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var ruleChangeOperations = []service.Operation{
	writes("ModifySecurityGroupRules", service.Write, func(in *api.ModifySecurityGroupRulesInput) *bool { return in.DryRun }, asksModifyRules, modifyRules),
	writes("UpdateSecurityGroupRuleDescriptionsIngress", service.Write, func(in *api.UpdateSecurityGroupRuleDescriptionsIngressInput) *bool { return in.DryRun },
		asksDescribeAnew("UpdateSecurityGroupRuleDescriptionsIngress", func(in *api.UpdateSecurityGroupRuleDescriptionsIngressInput) (id, name *string) {
			return in.GroupId, in.GroupName
		}),
		describeIngressAnew),
	writes("UpdateSecurityGroupRuleDescriptionsEgress", service.Write, func(in *api.UpdateSecurityGroupRuleDescriptionsEgressInput) *bool { return in.DryRun },
		asksDescribeAnew("UpdateSecurityGroupRuleDescriptionsEgress", func(in *api.UpdateSecurityGroupRuleDescriptionsEgressInput) (id, name *string) {
			return in.GroupId, in.GroupName
		}),
		describeEgressAnew),
}

func asksModifyRules(c *service.Call, in *api.ModifySecurityGroupRulesInput) ([]access.Ask, error) {
	id, err := groupID(c, &in.GroupId, nil)
	if err != nil {
		return nil, err
	}
	if len(in.SecurityGroupRules) == 0 {
		return nil, missing("SecurityGroupRule")
	}
	asks := []access.Ask{ask(c, "ModifySecurityGroupRules", aGroup, id, groupKeys(c, id)...)}
	for _, update := range in.SecurityGroupRules {
		if err := aRule.check(update.SecurityGroupRuleId); err != nil {
			return nil, err
		}
		asks = append(asks, ask(c, "ModifySecurityGroupRules", aRule, update.SecurityGroupRuleId, tagKeys(c, update.SecurityGroupRuleId)...))
	}
	return asks, nil
}

// modifyRules puts other traffic in the place of that of a rule, which keeps its identifier and its direction: all of the request's, or none.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySecurityGroupRules.html
func modifyRules(c *service.Call, in *api.ModifySecurityGroupRulesInput) (*api.ModifySecurityGroupRulesOutput, error) {
	g, err := mustGroup(c, &in.GroupId, nil)
	if err != nil {
		return nil, err
	}
	changed := g.Clone()
	for _, update := range in.SecurityGroupRules {
		i := changed.ruleAt(update.SecurityGroupRuleId)
		if i < 0 {
			return nil, aRule.notFound(update.SecurityGroupRuleId)
		}
		if changed.Rules[i], err = newRule(c, changed.Rules[i], update.SecurityGroupRule); err != nil {
			return nil, err
		}
	}
	for i, r := range changed.Rules {
		if slices.ContainsFunc(changed.Rules[:i], r.same) {
			return nil, r.duplicate()
		}
	}
	groupRows.Put(c.Tx, changed)
	return &api.ModifySecurityGroupRulesOutput{Return: new(true)}, nil
}

// ruleAt is the place of a rule in its group; -1 if it is not in it.
func (g *SecurityGroup) ruleAt(id string) int {
	return slices.IndexFunc(g.Rules, func(r Rule) bool { return r.ID == id })
}

// newRule is a rule as a request wants it to become.
func newRule(c *service.Call, old Rule, wish *api.SecurityGroupRuleRequest) (Rule, error) {
	if wish == nil {
		return Rule{}, missing("SecurityGroupRule")
	}
	p := api.IpPermission{IpProtocol: wish.IpProtocol, FromPort: wish.FromPort, ToPort: wish.ToPort}
	if wish.CidrIpv4 != nil {
		p.IpRanges = []api.IpRange{{CidrIp: wish.CidrIpv4, Description: wish.Description}}
	}
	if wish.CidrIpv6 != nil {
		p.Ipv6Ranges = []api.Ipv6Range{{CidrIpv6: wish.CidrIpv6, Description: wish.Description}}
	}
	if wish.PrefixListId != nil {
		p.PrefixListIds = []api.PrefixListId{{PrefixListId: wish.PrefixListId}}
	}
	if wish.ReferencedGroupId != nil {
		p.UserIdGroupPairs = []api.UserIdGroupPair{{GroupId: wish.ReferencedGroupId, Description: wish.Description}}
	}
	rules, err := rulesOf(c, &p, old.Egress)
	if err != nil {
		return Rule{}, err
	}
	if len(rules) > 1 {
		return Rule{}, invalidCombination("A rule has exactly one of a CIDR block, a prefix list and a security group.")
	}
	rules[0].ID = old.ID
	return rules[0], nil
}

// asksDescribeAnew asks for the group that a request names.
func asksDescribeAnew[I any](action string, group func(*I) (id, name *string)) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		byID, byName := group(in)
		id, err := groupID(c, byID, byName)
		if err != nil {
			return nil, err
		}
		return []access.Ask{ask(c, action, aGroup, id, groupKeys(c, id)...)}, nil
	}
}

func describeIngressAnew(c *service.Call, in *api.UpdateSecurityGroupRuleDescriptionsIngressInput) (*api.UpdateSecurityGroupRuleDescriptionsIngressOutput, error) {
	q := &ruleRequest{permissions: in.IpPermissions}
	if err := q.describeAnew(c, in.GroupId, in.GroupName, in.SecurityGroupRuleDescriptions); err != nil {
		return nil, err
	}
	return &api.UpdateSecurityGroupRuleDescriptionsIngressOutput{Return: new(true)}, nil
}

func describeEgressAnew(c *service.Call, in *api.UpdateSecurityGroupRuleDescriptionsEgressInput) (*api.UpdateSecurityGroupRuleDescriptionsEgressOutput, error) {
	q := &ruleRequest{egress: true, permissions: in.IpPermissions}
	if err := q.describeAnew(c, in.GroupId, in.GroupName, in.SecurityGroupRuleDescriptions); err != nil {
		return nil, err
	}
	return &api.UpdateSecurityGroupRuleDescriptionsEgressOutput{Return: new(true)}, nil
}

// describeAnew gives rules of a group other descriptions: those that let the request's traffic pass, or those that it names. None takes a description away.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UpdateSecurityGroupRuleDescriptionsIngress.html
func (q *ruleRequest) describeAnew(c *service.Call, id, name *string, named []api.SecurityGroupRuleDescription) error {
	g, err := mustGroup(c, id, name)
	if err != nil {
		return err
	}
	if len(q.permissions) > 0 && len(named) > 0 {
		return invalidCombination("The parameter 'ipPermissions' may not be used in combination with 'securityGroupRuleDescriptions'")
	}
	changed := g.Clone()
	for _, wish := range named {
		i := changed.ruleAt(text(wish.SecurityGroupRuleId))
		if i < 0 || changed.Rules[i].Egress != q.egress {
			return aRule.notFound(text(wish.SecurityGroupRuleId))
		}
		if err := checkDescription(text(wish.Description)); err != nil {
			return err
		}
		changed.Rules[i].Description = text(wish.Description)
	}
	if len(named) == 0 {
		rules, err := q.rules(c)
		if err != nil {
			return err
		}
		for _, r := range rules {
			i := slices.IndexFunc(changed.Rules, r.same)
			if i < 0 {
				return noSuchRule()
			}
			changed.Rules[i].Description = r.Description
		}
	}
	groupRows.Put(c.Tx, changed)
	return nil
}
