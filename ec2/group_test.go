package ec2_test

import (
	"fmt"
	"testing"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

// newGroup makes a security group and answers its identifier.
func newGroup(h *hosttest.Host, as *access.Credential, name string) string {
	out := hosttest.Must[api.CreateSecurityGroupOutput](h, as, "ec2", "CreateSecurityGroup", &api.CreateSecurityGroupInput{GroupName: name, Description: "a group"})
	return *out.GroupId
}

// tcp is a permission for a port from blocks of addresses.
func tcp(port int32, blocks ...string) api.IpPermission {
	p := api.IpPermission{IpProtocol: new("tcp"), FromPort: &port, ToPort: &port}
	for _, block := range blocks {
		p.IpRanges = append(p.IpRanges, api.IpRange{CidrIp: &block})
	}
	return p
}

func TestEveryRegionHasADefaultGroupFromTheStart(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	out := hosttest.Must[api.DescribeSecurityGroupsOutput](h, admin, "ec2", "DescribeSecurityGroups", &api.DescribeSecurityGroupsInput{})
	if len(out.SecurityGroups) != 1 {
		t.Fatalf("%d groups", len(out.SecurityGroups))
	}
	g := out.SecurityGroups[0]
	if *g.GroupName != "default" || *g.IpPermissions[0].UserIdGroupPairs[0].GroupId != *g.GroupId || *g.IpPermissionsEgress[0].IpRanges[0].CidrIp != "0.0.0.0/0" {
		t.Errorf("the default group is %+v", g)
	}
	want(t, h.Fails(admin, "ec2", "DeleteSecurityGroup", &api.DeleteSecurityGroupInput{GroupId: g.GroupId}), "CannotDelete", `name: "default" cannot be deleted by a user`)
	hosttest.Must[api.AuthorizeSecurityGroupIngressOutput](h, admin, "ec2", "AuthorizeSecurityGroupIngress", &api.AuthorizeSecurityGroupIngressInput{
		GroupName: new("default"), IpPermissions: []api.IpPermission{tcp(22, "10.0.0.0/8")},
	})
	out = hosttest.Must[api.DescribeSecurityGroupsOutput](h, admin, "ec2", "DescribeSecurityGroups", &api.DescribeSecurityGroupsInput{GroupNames: []string{"default"}})
	if len(out.SecurityGroups) != 1 || *out.SecurityGroups[0].GroupId != *g.GroupId || len(out.SecurityGroups[0].IpPermissions) != 2 {
		t.Errorf("after a change the default group is %+v", out.SecurityGroups)
	}
}

func TestAGroupIsMadeOnceAndDeletedWhenNothingHangsOnIt(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web := newGroup(h, admin, "web")
	want(t, h.Fails(admin, "ec2", "CreateSecurityGroup", &api.CreateSecurityGroupInput{GroupName: "web", Description: "d"}), "InvalidGroup.Duplicate", "The security group 'web' already exists for VPC 'vpc-")
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, func(in *api.RunInstancesInput) { in.SecurityGroups = []string{"web"} }))
	want(t, h.Fails(admin, "ec2", "DeleteSecurityGroup", &api.DeleteSecurityGroupInput{GroupId: &web}), "DependencyViolation", "resource "+web+" has a dependent object")
	hosttest.Must[api.TerminateInstancesOutput](h, admin, "ec2", "TerminateInstances", &api.TerminateInstancesInput{InstanceIds: ids([]api.Reservation{*made})})
	db := newGroup(h, admin, "db")
	reference := &api.AuthorizeSecurityGroupIngressInput{GroupId: &db, IpPermissions: []api.IpPermission{{
		IpProtocol: new("6"), FromPort: new(int32(5432)), ToPort: new(int32(5432)), UserIdGroupPairs: []api.UserIdGroupPair{{GroupId: &web}},
	}}}
	hosttest.Must[api.AuthorizeSecurityGroupIngressOutput](h, admin, "ec2", "AuthorizeSecurityGroupIngress", reference)
	want(t, h.Fails(admin, "ec2", "DeleteSecurityGroup", &api.DeleteSecurityGroupInput{GroupId: &web}), "DependencyViolation", "has a dependent object")
	hosttest.Must[api.DeleteSecurityGroupOutput](h, admin, "ec2", "DeleteSecurityGroup", &api.DeleteSecurityGroupInput{GroupId: &db})
	hosttest.Must[api.DeleteSecurityGroupOutput](h, admin, "ec2", "DeleteSecurityGroup", &api.DeleteSecurityGroupInput{GroupName: new("web")})
	want(t, h.Fails(admin, "ec2", "DescribeSecurityGroups", &api.DescribeSecurityGroupsInput{GroupIds: []string{web}}), "InvalidGroup.NotFound", "The security group '"+web+"' does not exist")
	want(t, h.Fails(admin, "ec2", "DescribeSecurityGroups", &api.DescribeSecurityGroupsInput{GroupNames: []string{"web"}}), "InvalidGroup.NotFound", "The security group 'web' does not exist in default VPC 'vpc-")
	want(t, h.Fails(admin, "ec2", "DescribeSecurityGroups", &api.DescribeSecurityGroupsInput{GroupIds: []string{"web"}}), "InvalidGroupId.Malformed", `Invalid id: "web" (expecting "sg-...")`)
	want(t, h.Fails(admin, "ec2", "DeleteSecurityGroup", &api.DeleteSecurityGroupInput{}), "MissingParameter", "groupName or groupId")
}

func TestNamesOfGroupsAreChecked(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	for _, c := range []struct{ name, description, text string }{
		{"sg-mine", "d", "may not be in the format sg-*"},
		{"default", "d", "Cannot use reserved security group name: default"},
		{"é", "d", "Invalid security group name"},
		{"ok", "é", "Invalid security group description"},
	} {
		want(t, h.Fails(admin, "ec2", "CreateSecurityGroup", &api.CreateSecurityGroupInput{GroupName: c.name, Description: c.description}), "InvalidParameterValue", c.text)
	}
	want(t, h.Fails(admin, "ec2", "CreateSecurityGroup", &api.CreateSecurityGroupInput{GroupName: "g"}), "MissingParameter", "The request must contain the parameter GroupDescription")
	want(t, h.Fails(admin, "ec2", "CreateSecurityGroup", &api.CreateSecurityGroupInput{GroupName: "g", Description: "d", VpcId: new("vpc-0123456789abcdef0")}),
		"InvalidVpcID.NotFound", "The vpc ID 'vpc-0123456789abcdef0' does not exist")
}

func TestRulesAreAddedOnceAndTakenBack(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web := newGroup(h, admin, "web")
	in := &api.AuthorizeSecurityGroupIngressInput{
		GroupId: &web, IpPermissions: []api.IpPermission{tcp(22, "10.1.2.3/8", "192.0.2.0/24"), {IpProtocol: new("icmp"), Ipv6Ranges: []api.Ipv6Range{{CidrIpv6: new("2001:db8::1/32")}}}},
		TagSpecifications: []api.TagSpecification{{ResourceType: new("security-group-rule"), Tags: []api.Tag{{Key: new("for"), Value: new("ssh")}}}},
	}
	out := hosttest.Must[api.AuthorizeSecurityGroupIngressOutput](h, admin, "ec2", "AuthorizeSecurityGroupIngress", in)
	if len(out.SecurityGroupRules) != 3 || *out.SecurityGroupRules[0].CidrIpv4 != "10.0.0.0/8" || *out.SecurityGroupRules[2].CidrIpv6 != "2001:db8::/32" {
		t.Fatalf("made the rules %+v", out.SecurityGroupRules)
	}
	want(t, h.Fails(admin, "ec2", "AuthorizeSecurityGroupIngress", &api.AuthorizeSecurityGroupIngressInput{GroupId: &web, IpPermissions: []api.IpPermission{tcp(80, "10.0.0.0/8"), tcp(22, "10.0.0.0/8")}}),
		"InvalidPermission.Duplicate", `the specified rule "peer: 10.0.0.0/8, TCP, from port: 22, to port: 22, ALLOW" already exists`)
	listed := hosttest.Must[api.DescribeSecurityGroupRulesOutput](h, admin, "ec2", "DescribeSecurityGroupRules", &api.DescribeSecurityGroupRulesInput{Filters: []api.Filter{filter("group-id", web), filter("tag:for", "ssh")}})
	if len(listed.SecurityGroupRules) != 3 {
		t.Errorf("%d rules are listed: a request with a duplicate must add none", len(listed.SecurityGroupRules))
	}
	revoke := &api.RevokeSecurityGroupIngressInput{GroupId: &web, CidrIp: new("10.0.0.0/8"), IpProtocol: new("tcp"), FromPort: new(int32(22)), ToPort: new(int32(22))}
	gone := hosttest.Must[api.RevokeSecurityGroupIngressOutput](h, admin, "ec2", "RevokeSecurityGroupIngress", revoke)
	if len(gone.RevokedSecurityGroupRules) != 1 || *gone.RevokedSecurityGroupRules[0].SecurityGroupRuleId != *out.SecurityGroupRules[0].SecurityGroupRuleId {
		t.Errorf("revoked %+v", gone.RevokedSecurityGroupRules)
	}
	want(t, h.Fails(admin, "ec2", "RevokeSecurityGroupIngress", revoke), "InvalidPermission.NotFound", "The specified rule does not exist in this security group.")
	hosttest.Must[api.RevokeSecurityGroupIngressOutput](h, admin, "ec2", "RevokeSecurityGroupIngress", &api.RevokeSecurityGroupIngressInput{GroupId: &web, SecurityGroupRuleIds: []string{*out.SecurityGroupRules[1].SecurityGroupRuleId}})
	want(t, h.Fails(admin, "ec2", "RevokeSecurityGroupIngress", &api.RevokeSecurityGroupIngressInput{GroupId: &web, SecurityGroupRuleIds: []string{"sgr-0123456789abcdef0"}}),
		"InvalidSecurityGroupRuleId.NotFound", "sgr-0123456789abcdef0")
	egress := api.IpPermission{IpProtocol: new("-1"), FromPort: new(int32(0)), ToPort: new(int32(0)), IpRanges: []api.IpRange{{CidrIp: new("0.0.0.0/0")}}}
	want(t, h.Fails(admin, "ec2", "AuthorizeSecurityGroupEgress", &api.AuthorizeSecurityGroupEgressInput{GroupId: web, IpPermissions: []api.IpPermission{egress}}),
		"InvalidPermission.Duplicate", `the specified rule "peer: 0.0.0.0/0, ALL, ALLOW" already exists`)
	hosttest.Must[api.RevokeSecurityGroupEgressOutput](h, admin, "ec2", "RevokeSecurityGroupEgress", &api.RevokeSecurityGroupEgressInput{GroupId: web, IpPermissions: []api.IpPermission{egress}})
	hosttest.Must[api.AuthorizeSecurityGroupEgressOutput](h, admin, "ec2", "AuthorizeSecurityGroupEgress", &api.AuthorizeSecurityGroupEgressInput{GroupId: web, IpPermissions: []api.IpPermission{egress}})
}

func TestRulesThatMeanNothingAreRefused(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web := newGroup(h, admin, "web")
	for _, c := range []struct {
		permission api.IpPermission
		code, text string
	}{
		{tcp(22, "10.0.0.0/33"), "InvalidParameterValue", "CIDR block 10.0.0.0/33 is malformed"},
		{tcp(22, "2001:db8::/32"), "InvalidParameterValue", "is malformed"},
		{tcp(65536, "10.0.0.0/8"), "InvalidParameterValue", "Invalid TCP port range (65536:65536)"},
		{tcp(22), "MissingParameter", "CIDR block"},
		{api.IpPermission{IpProtocol: new("tcp"), IpRanges: []api.IpRange{{CidrIp: new("10.0.0.0/8")}}}, "InvalidParameterValue", "Must specify both from and to ports"},
		{api.IpPermission{IpProtocol: new("carrier-pigeon"), IpRanges: []api.IpRange{{CidrIp: new("10.0.0.0/8")}}}, "InvalidParameterValue", "Unknown protocol"},
		{api.IpPermission{IpRanges: []api.IpRange{{CidrIp: new("10.0.0.0/8")}}}, "MissingParameter", "ipProtocol"},
		{api.IpPermission{IpProtocol: new("-1"), UserIdGroupPairs: []api.UserIdGroupPair{{GroupId: new("sg-0123456789abcdef0")}}}, "InvalidGroup.NotFound", "The security group 'sg-0123456789abcdef0' does not exist"},
		{api.IpPermission{IpProtocol: new("-1"), PrefixListIds: []api.PrefixListId{{PrefixListId: new("pl-1")}}}, "InvalidPrefixListId.NotFound", "pl-1"},
	} {
		in := &api.AuthorizeSecurityGroupIngressInput{GroupId: &web, IpPermissions: []api.IpPermission{c.permission}}
		want(t, h.Fails(admin, "ec2", "AuthorizeSecurityGroupIngress", in), c.code, c.text)
	}
	want(t, h.Fails(admin, "ec2", "AuthorizeSecurityGroupIngress", &api.AuthorizeSecurityGroupIngressInput{GroupId: &web}), "MissingParameter", "ipPermissions")
}

func TestAGroupHasAtMostSixtyRulesInADirection(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web := newGroup(h, admin, "web")
	var blocks []string
	for i := range 60 {
		blocks = append(blocks, fmt.Sprintf("10.%d.0.0/16", i))
	}
	hosttest.Must[api.AuthorizeSecurityGroupIngressOutput](h, admin, "ec2", "AuthorizeSecurityGroupIngress", &api.AuthorizeSecurityGroupIngressInput{GroupId: &web, IpPermissions: []api.IpPermission{tcp(22, blocks...)}})
	want(t, h.Fails(admin, "ec2", "AuthorizeSecurityGroupIngress", &api.AuthorizeSecurityGroupIngressInput{GroupId: &web, IpPermissions: []api.IpPermission{tcp(23, "10.0.0.0/8")}}),
		"RulesPerSecurityGroupLimitExceeded", "The maximum number of rules per security group has been reached.")
}
