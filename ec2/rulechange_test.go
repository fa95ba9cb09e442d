package ec2_test

import (
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

// rulesOf are the rules of a group, by identifier.
func rulesOf(h *hosttest.Host, as *access.Credential, group string) map[string]api.SecurityGroupRule {
	out := hosttest.Must[api.DescribeSecurityGroupRulesOutput](h, as, "ec2", "DescribeSecurityGroupRules", &api.DescribeSecurityGroupRulesInput{Filters: []api.Filter{filter("group-id", group)}})
	found := map[string]api.SecurityGroupRule{}
	for _, r := range out.SecurityGroupRules {
		found[*r.SecurityGroupRuleId] = r
	}
	return found
}

// letOut adds rules for traffic to blocks and answers their identifiers.
func letOut(h *hosttest.Host, as *access.Credential, group string, permission api.IpPermission) (ids []string) {
	out := hosttest.Must[api.AuthorizeSecurityGroupEgressOutput](h, as, "ec2", "AuthorizeSecurityGroupEgress", &api.AuthorizeSecurityGroupEgressInput{GroupId: group, IpPermissions: []api.IpPermission{permission}})
	for _, r := range out.SecurityGroupRules {
		ids = append(ids, *r.SecurityGroupRuleId)
	}
	return ids
}

func TestARuleKeepsItsIdentifierAndDirectionWhenItIsModified(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web, db := newGroup(h, admin, "web"), newGroup(h, admin, "db")
	ids := letOut(h, admin, web, tcp(443, "10.0.0.0/8", "192.0.2.0/24"))
	modify := func(id string, wish api.SecurityGroupRuleRequest) *api.ModifySecurityGroupRulesInput {
		return &api.ModifySecurityGroupRulesInput{GroupId: web, SecurityGroupRules: []api.SecurityGroupRuleUpdate{{SecurityGroupRuleId: id, SecurityGroupRule: &wish}}}
	}
	https := api.SecurityGroupRuleRequest{IpProtocol: new("tcp"), FromPort: new(int32(443)), ToPort: new(int32(443)), CidrIpv4: new("192.0.2.0/24")}
	want(t, h.Fails(admin, "ec2", "ModifySecurityGroupRules", modify(ids[0], https)), "InvalidPermission.Duplicate", "peer: 192.0.2.0/24")
	hosttest.Must[api.ModifySecurityGroupRulesOutput](h, admin, "ec2", "ModifySecurityGroupRules", modify(ids[0], api.SecurityGroupRuleRequest{
		IpProtocol: new("-1"), ReferencedGroupId: &db, Description: new("to the database"),
	}))
	r := rulesOf(h, admin, web)[ids[0]]
	if !*r.IsEgress || *r.ReferencedGroupInfo.GroupId != db || *r.IpProtocol != "-1" || *r.Description != "to the database" || r.CidrIpv4 != nil {
		t.Errorf("the rule has become %+v", r)
	}
	both := https
	both.CidrIpv6 = new("2001:db8::/32")
	want(t, h.Fails(admin, "ec2", "ModifySecurityGroupRules", modify(ids[0], both)), "InvalidParameterCombination", "exactly one")
	want(t, h.Fails(admin, "ec2", "ModifySecurityGroupRules", modify(ids[0], api.SecurityGroupRuleRequest{IpProtocol: new("-1")})), "MissingParameter", "CIDR block")
	want(t, h.Fails(admin, "ec2", "ModifySecurityGroupRules", modify("sgr-0123456789abcdef0", https)), "InvalidSecurityGroupRuleId.NotFound", "sgr-0123456789abcdef0")
	want(t, h.Fails(admin, "ec2", "ModifySecurityGroupRules", &api.ModifySecurityGroupRulesInput{GroupId: web, SecurityGroupRules: []api.SecurityGroupRuleUpdate{{SecurityGroupRuleId: ids[0]}}}),
		"MissingParameter", "SecurityGroupRule")
	listed := modify(ids[0], https)
	listed.SecurityGroupRules[0].SecurityGroupRule = &api.SecurityGroupRuleRequest{IpProtocol: new("-1"), PrefixListId: new("pl-1")}
	want(t, h.Fails(admin, "ec2", "ModifySecurityGroupRules", listed), "InvalidPrefixListId.NotFound", "pl-1")
}

func TestARuleIsModifiedOnlyByWhoMayModifyTheRuleItself(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web := newGroup(h, admin, "web")
	ids := letOut(h, admin, web, tcp(443, "10.0.0.0/8"))
	hosttest.Must[api.CreateTagsOutput](h, admin, "ec2", "CreateTags", &api.CreateTagsInput{Resources: ids, Tags: []api.Tag{tag("keep", "yes")}})
	ann := h.User("ann", allow("ec2:ModifySecurityGroupRules", "*", ""), deny("ec2:ModifySecurityGroupRules", "arn:aws:ec2:*:*:security-group-rule/*", `{"StringEquals":{"aws:ResourceTag/keep":"yes"}}`))
	in := &api.ModifySecurityGroupRulesInput{GroupId: web, SecurityGroupRules: []api.SecurityGroupRuleUpdate{{
		SecurityGroupRuleId: ids[0], SecurityGroupRule: &api.SecurityGroupRuleRequest{IpProtocol: new("-1"), CidrIpv4: new("10.0.0.0/8")},
	}}}
	want(t, h.Fails(ann, "ec2", "ModifySecurityGroupRules", in), "UnauthorizedOperation", "security-group-rule/"+ids[0])
	hosttest.Must[api.DeleteTagsOutput](h, admin, "ec2", "DeleteTags", &api.DeleteTagsInput{Resources: ids})
	hosttest.Must[api.ModifySecurityGroupRulesOutput](h, ann, "ec2", "ModifySecurityGroupRules", in)
}

func TestDescriptionsOfRulesAreChangedByTheTrafficOrByTheIdentifier(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web := newGroup(h, admin, "web")
	permission := tcp(443, "10.0.0.0/8")
	out := letOut(h, admin, web, permission)[0]
	in := *hosttest.Must[api.AuthorizeSecurityGroupIngressOutput](h, admin, "ec2", "AuthorizeSecurityGroupIngress", &api.AuthorizeSecurityGroupIngressInput{
		GroupId: &web, IpPermissions: []api.IpPermission{permission},
	}).SecurityGroupRules[0].SecurityGroupRuleId
	permission.IpRanges[0].Description = new("by traffic")
	byTraffic := &api.UpdateSecurityGroupRuleDescriptionsEgressInput{GroupId: &web, IpPermissions: []api.IpPermission{permission}}
	hosttest.Must[api.UpdateSecurityGroupRuleDescriptionsEgressOutput](h, admin, "ec2", "UpdateSecurityGroupRuleDescriptionsEgress", byTraffic)
	byID := func(id, description string) *api.UpdateSecurityGroupRuleDescriptionsIngressInput {
		return &api.UpdateSecurityGroupRuleDescriptionsIngressInput{GroupName: new("web"), SecurityGroupRuleDescriptions: []api.SecurityGroupRuleDescription{{SecurityGroupRuleId: &id, Description: &description}}}
	}
	hosttest.Must[api.UpdateSecurityGroupRuleDescriptionsIngressOutput](h, admin, "ec2", "UpdateSecurityGroupRuleDescriptionsIngress", byID(in, "by identifier"))
	rules := rulesOf(h, admin, web)
	if *rules[out].Description != "by traffic" || *rules[in].Description != "by identifier" {
		t.Errorf("the rules are described as %q and %q", *rules[out].Description, *rules[in].Description)
	}
	want(t, h.Fails(admin, "ec2", "UpdateSecurityGroupRuleDescriptionsIngress", byID(out, "in the wrong direction")), "InvalidSecurityGroupRuleId.NotFound", out)
	want(t, h.Fails(admin, "ec2", "UpdateSecurityGroupRuleDescriptionsIngress", byID(in, strings.Repeat("x", 256))), "InvalidParameterValue", "Invalid rule description.")
	byTraffic.IpPermissions = []api.IpPermission{tcp(80, "10.0.0.0/8")}
	want(t, h.Fails(admin, "ec2", "UpdateSecurityGroupRuleDescriptionsEgress", byTraffic), "InvalidPermission.NotFound", "does not exist in this security group")
	byTraffic.SecurityGroupRuleDescriptions = []api.SecurityGroupRuleDescription{{SecurityGroupRuleId: &out}}
	want(t, h.Fails(admin, "ec2", "UpdateSecurityGroupRuleDescriptionsEgress", byTraffic), "InvalidParameterCombination", "securityGroupRuleDescriptions")
	want(t, h.Fails(admin, "ec2", "UpdateSecurityGroupRuleDescriptionsEgress", &api.UpdateSecurityGroupRuleDescriptionsEgressInput{GroupId: &web}), "MissingParameter", "ipPermissions")
	hosttest.Must[api.UpdateSecurityGroupRuleDescriptionsEgressOutput](h, admin, "ec2", "UpdateSecurityGroupRuleDescriptionsEgress", &api.UpdateSecurityGroupRuleDescriptionsEgressInput{
		GroupId: &web, SecurityGroupRuleDescriptions: []api.SecurityGroupRuleDescription{{SecurityGroupRuleId: &out}},
	})
	if d := rulesOf(h, admin, web)[out].Description; d != nil {
		t.Errorf("the description %q is still there", *d)
	}
}

func TestRulesAreNotLookedForInWhatCanBeNoGroup(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	rules := func(group string) *api.DescribeSecurityGroupRulesInput {
		return &api.DescribeSecurityGroupRulesInput{Filters: []api.Filter{filter("group-id", group)}}
	}
	want(t, h.Fails(admin, "ec2", "DescribeSecurityGroupRules", rules("web")), "InvalidGroupId.Malformed", "The security group ID 'web' is malformed")
	for _, group := range []string{"sg-0123456789abcdef0", "sg-012345*"} {
		if out := hosttest.Must[api.DescribeSecurityGroupRulesOutput](h, admin, "ec2", "DescribeSecurityGroupRules", rules(group)); len(out.SecurityGroupRules) != 0 {
			t.Errorf("%s has %d rules", group, len(out.SecurityGroupRules))
		}
	}
}
