package ec2

import (
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var groupOperations = []service.Operation{
	reads("DescribeSecurityGroups", func(in *api.DescribeSecurityGroupsInput) *bool { return in.DryRun }, describeGroups),
	writes("CreateSecurityGroup", service.Write, func(in *api.CreateSecurityGroupInput) *bool { return in.DryRun }, asksCreateGroup, createGroup),
	writes("DeleteSecurityGroup", service.Write, func(in *api.DeleteSecurityGroupInput) *bool { return in.DryRun }, asksDeleteGroup, deleteGroup),
}

// SecurityGroup is a security group with its rules.
type SecurityGroup struct {
	Account     string `cbor:"1,keyasint"`
	Region      string `cbor:"2,keyasint"`
	ID          string `cbor:"3,keyasint"`
	Name        string `cbor:"4,keyasint"`
	Description string `cbor:"5,keyasint"`
	Rules       []Rule `cbor:"6,keyasint,omitempty"` // in order of creation
}

// Clone is a copy to change.
func (g *SecurityGroup) Clone() *SecurityGroup {
	copied := *g
	copied.Rules = slices.Clone(g.Rules)
	return &copied
}

var (
	groupRows    = store.NewTable("ec2securitygroup", func(g *SecurityGroup) string { return row(g.Account, g.Region, g.ID) })
	groupsByName = groupRows.Index(func(g *SecurityGroup) []string { return []string{row(g.Account, g.Region, g.Name)} })

	// groupsByReference finds the groups whose rules name a group.
	groupsByReference = groupRows.Index(func(g *SecurityGroup) []string {
		var keys []string
		for _, r := range g.Rules {
			if key := row(g.Account, g.Region, r.Group); r.Group != "" && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
		return keys
	})
	groupsByRule = groupRows.Index(func(g *SecurityGroup) []string {
		keys := make([]string, 0, len(g.Rules))
		for _, r := range g.Rules {
			keys = append(keys, row(g.Account, g.Region, r.ID))
		}
		return keys
	})

	// groupCount counts the groups of an account in a Region, without a default group that was never changed.
	groupCount = groupRows.CountBy(func(g *SecurityGroup) []string { return []string{row(g.Account, g.Region, "")} })
)

// maxGroups is how many security groups an account may have in a Region.
// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
const maxGroups = 2500

// defaultName is the name of the group in which an interface is that names none.
const defaultName = "default"

func defaultGroupID(c *service.Call) string {
	return aGroup.given(c.Account(), regionOf(c), defaultName)
}

// defaultGroup is the default group as it is before its rules are changed: in from its own members, out to everywhere.
func defaultGroup(c *service.Call) *SecurityGroup {
	id := defaultGroupID(c)
	return &SecurityGroup{
		Account: c.Account(), Region: regionOf(c), ID: id, Name: defaultName, Description: "default VPC security group", Rules: []Rule{
			{ID: aRule.given(c.Account(), regionOf(c), "in"), Protocol: allProtocols, Group: id},
			{ID: aRule.given(c.Account(), regionOf(c), "out"), Protocol: allProtocols, IPv4: everywhere, Egress: true},
		},
	}
}

// groupNamed finds a group by its identifier.
func groupNamed(c *service.Call, id string) (*SecurityGroup, bool) {
	if g, ok := groupRows.Get(c.Tx, here(c)+id); ok {
		return g, true
	}
	if id == defaultGroupID(c) {
		return defaultGroup(c), true
	}
	return nil, false
}

// groupCalled finds a group by its name.
func groupCalled(c *service.Call, name string) (*SecurityGroup, bool) {
	if name == defaultName {
		return groupNamed(c, defaultGroupID(c))
	}
	return groupsByName.Get(c.Tx, here(c)+name)
}

func noGroupCalled(c *service.Call, name string) error {
	return refuse(aGroup.absent, "The security group '%s' does not exist in default VPC '%s'", name, defaultVpc(c))
}

// groupID is the identifier of the group that a request names by identifier or by name. What does not exist has the one that it was asked by.
func groupID(c *service.Call, id, name *string) (string, error) {
	switch {
	case id != nil && *id != "":
		return *id, aGroup.check(*id)
	case name != nil && *name != "":
		if g, ok := groupCalled(c, *name); ok {
			return g.ID, nil
		}
		return *name, nil
	}
	return "", refuse("MissingParameter", "The request must contain the parameter groupName or groupId")
}

// mustGroup finds the group that groupID has named.
func mustGroup(c *service.Call, id, name *string) (*SecurityGroup, error) {
	wanted, err := groupID(c, id, name)
	if err != nil {
		return nil, err
	}
	if g, ok := groupNamed(c, wanted); ok {
		return g, nil
	}
	if id == nil || *id == "" {
		return nil, noGroupCalled(c, wanted)
	}
	return nil, aGroup.notFound(wanted)
}

func groupKeys(c *service.Call, id string) []access.Key {
	return append([]access.Key{access.One("ec2:SecurityGroupID", id), access.One("ec2:Vpc", aVpc.arn(c, defaultVpc(c)))}, tagKeys(c, id)...)
}

// groupTexts are what names and descriptions may be made of.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
var groupTexts = regexp.MustCompile(`^[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]{1,255}$`)

func asksCreateGroup(c *service.Call, in *api.CreateSecurityGroupInput) ([]access.Ask, error) {
	tags, err := specified(in.TagSpecifications, aGroup)
	if err != nil {
		return nil, err
	}
	vpc := defaultVpc(c)
	if in.VpcId != nil && *in.VpcId != "" {
		vpc = *in.VpcId
		if err := aVpc.check(vpc); err != nil {
			return nil, err
		}
	}
	of, inVpc := tags[aGroup.name], access.One("ec2:Vpc", aVpc.arn(c, vpc))
	asks := []access.Ask{
		ask(c, "CreateSecurityGroup", aGroup, anyOf, append(newTagKeys(of), inVpc)...),
		ask(c, "CreateSecurityGroup", aVpc, vpc, vpcKeys(c, vpc)...),
	}
	return append(asks, tagging(c, "CreateSecurityGroup", aGroup, of, inVpc)...), nil
}

func createGroup(c *service.Call, in *api.CreateSecurityGroupInput) (*api.CreateSecurityGroupOutput, error) {
	if in.VpcId != nil && *in.VpcId != "" && *in.VpcId != defaultVpc(c) {
		return nil, aVpc.notFound(*in.VpcId)
	}
	switch {
	case strings.HasPrefix(in.GroupName, "sg-"):
		return nil, invalidValue("Invalid security group name. Group names may not be in the format sg-*.")
	case in.GroupName == defaultName:
		return nil, invalidValue("Cannot use reserved security group name: %s", defaultName)
	case !groupTexts.MatchString(in.GroupName):
		return nil, invalidValue("Invalid security group name. Valid names are non-empty strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*")
	case in.Description == "":
		return nil, missing("GroupDescription")
	case !groupTexts.MatchString(in.Description):
		return nil, invalidValue("Invalid security group description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*")
	}
	if _, taken := groupCalled(c, in.GroupName); taken {
		return nil, refuse("InvalidGroup.Duplicate", "The security group '%s' already exists for VPC '%s'", in.GroupName, defaultVpc(c))
	}
	if groupCount.Of(c.Tx, here(c)) >= maxGroups {
		return nil, refuse("SecurityGroupLimitExceeded", "The maximum number of security groups has been reached.")
	}
	tags, err := specified(in.TagSpecifications, aGroup)
	if err != nil {
		return nil, err
	}
	g := &SecurityGroup{Account: c.Account(), Region: regionOf(c), ID: newID(c, aGroup.prefix), Name: in.GroupName, Description: in.Description}
	g.Rules = []Rule{{ID: newID(c, aRule.prefix), Protocol: allProtocols, IPv4: everywhere, Egress: true}}
	groupRows.Put(c.Tx, g)
	putTags(c, g.ID, tags[aGroup.name])
	return &api.CreateSecurityGroupOutput{GroupId: &g.ID, SecurityGroupArn: new(aGroup.arn(c, g.ID)), Tags: showTags(c, g.ID)}, nil
}

func asksDeleteGroup(c *service.Call, in *api.DeleteSecurityGroupInput) ([]access.Ask, error) {
	id, err := groupID(c, in.GroupId, in.GroupName)
	if err != nil {
		return nil, err
	}
	return []access.Ask{ask(c, "DeleteSecurityGroup", aGroup, id, groupKeys(c, id)...)}, nil
}

func deleteGroup(c *service.Call, in *api.DeleteSecurityGroupInput) (*api.DeleteSecurityGroupOutput, error) {
	g, err := mustGroup(c, in.GroupId, in.GroupName)
	if err != nil {
		return nil, err
	}
	if g.Name == defaultName {
		return nil, refuse("CannotDelete", `the specified group: "%s" name: "%s" cannot be deleted by a user`, g.ID, g.Name)
	}
	_, used := interfacesByGroup.Get(c.Tx, here(c)+g.ID)
	for other := range groupsByReference.All(c.Tx, here(c)+g.ID) {
		used = used || other.ID != g.ID
	}
	if used {
		return nil, refuse("DependencyViolation", "resource %s has a dependent object", g.ID)
	}
	for _, r := range g.Rules {
		putTags(c, r.ID, nil)
	}
	groupRows.Delete(c.Tx, here(c)+g.ID)
	putTags(c, g.ID, nil)
	return &api.DeleteSecurityGroupOutput{GroupId: &g.ID, Return: new(true)}, nil
}

// groupsHere are all groups of the call's account and Region.
func groupsHere(c *service.Call) []*SecurityGroup {
	groups := slices.Collect(groupRows.Prefix(c.Tx, here(c)))
	if _, stored := groupRows.Get(c.Tx, here(c)+defaultGroupID(c)); !stored {
		groups = append(groups, defaultGroup(c))
	}
	return groups
}

var groupNoun = noun[api.SecurityGroup]{
	kind: aGroup,
	all: func(c *service.Call, after string) iter.Seq2[string, api.SecurityGroup] {
		groups := []api.SecurityGroup{}
		for _, g := range groupsHere(c) {
			groups = append(groups, showGroup(c, g))
		}
		return sorted(groups, func(g *api.SecurityGroup) string { return *g.GroupId }, after)
	},
	one: func(c *service.Call, id string) (api.SecurityGroup, bool) {
		g, ok := groupNamed(c, id)
		if !ok {
			return api.SecurityGroup{}, false
		}
		return showGroup(c, g), true
	},
	tags: func(g *api.SecurityGroup) []api.Tag { return g.Tags },
	fields: joined(fields[api.SecurityGroup]{
		"group-id":    field(func(g *api.SecurityGroup) *string { return g.GroupId }),
		"group-name":  field(func(g *api.SecurityGroup) *string { return g.GroupName }),
		"description": field(func(g *api.SecurityGroup) *string { return g.Description }),
		"owner-id":    field(func(g *api.SecurityGroup) *string { return g.OwnerId }),
		"vpc-id":      field(func(g *api.SecurityGroup) *string { return g.VpcId }),
	}, under("ip-permission.", inbound, permissionFields), under("egress.ip-permission.", outbound, permissionFields)),
}

func inbound(g *api.SecurityGroup) []api.IpPermission  { return g.IpPermissions }
func outbound(g *api.SecurityGroup) []api.IpPermission { return g.IpPermissionsEgress }

// permissionFields are the filters on the rules of a group. Groups in them are told by identifier and not by name, as in every VPC.
var permissionFields = joined(fields[api.IpPermission]{
	"protocol":  field(func(p *api.IpPermission) *string { return p.IpProtocol }),
	"from-port": field(func(p *api.IpPermission) *string { return spelled(p.FromPort) }),
	"to-port":   field(func(p *api.IpPermission) *string { return spelled(p.ToPort) }),
	"cidr":      each(func(p *api.IpPermission) []api.IpRange { return p.IpRanges }, func(r *api.IpRange) *string { return r.CidrIp }),
	"ipv6-cidr": each(func(p *api.IpPermission) []api.Ipv6Range { return p.Ipv6Ranges }, func(r *api.Ipv6Range) *string { return r.CidrIpv6 }),
	"group-id":  each(pairsOf, func(u *api.UserIdGroupPair) *string { return u.GroupId }),
	"user-id":   each(pairsOf, func(u *api.UserIdGroupPair) *string { return u.UserId }),
}, nothing[api.IpPermission]("group-name", "prefix-list-id"))

func pairsOf(p *api.IpPermission) []api.UserIdGroupPair { return p.UserIdGroupPairs }

func describeGroups(c *service.Call, in *api.DescribeSecurityGroupsInput) (*api.DescribeSecurityGroupsOutput, error) {
	if err := aGroup.check(in.GroupIds...); err != nil {
		return nil, err
	}
	ids := slices.Clone(in.GroupIds)
	for _, name := range in.GroupNames {
		g, ok := groupCalled(c, name)
		if !ok {
			return nil, noGroupCalled(c, name)
		}
		ids = append(ids, g.ID)
	}
	found, next, err := groupNoun.find(c, query{ids, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeSecurityGroupsOutput{SecurityGroups: found, NextToken: next}, nil
}

func showGroup(c *service.Call, g *SecurityGroup) api.SecurityGroup {
	return api.SecurityGroup{
		GroupId: &g.ID, GroupName: &g.Name, Description: &g.Description, OwnerId: &g.Account, VpcId: new(defaultVpc(c)), SecurityGroupArn: new(aGroup.arn(c, g.ID)),
		Tags: showTags(c, g.ID), IpPermissions: permissionsOf(g, false), IpPermissionsEgress: permissionsOf(g, true),
	}
}

// showGroups names groups by their identifiers.
func showGroups(c *service.Call, ids []string) []api.GroupIdentifier {
	shown := []api.GroupIdentifier{}
	for _, id := range ids {
		if g, ok := groupNamed(c, id); ok {
			shown = append(shown, api.GroupIdentifier{GroupId: &g.ID, GroupName: &g.Name})
		}
	}
	return shown
}
