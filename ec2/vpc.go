package ec2

import (
	"iter"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var vpcOperations = []service.Operation{
	reads("DescribeVpcs", func(in *api.DescribeVpcsInput) *bool { return in.DryRun }, describeVpcs),
	service.Op("DescribeVpcAttribute", service.List, asksVpcAttribute,
		wet(func(in *api.DescribeVpcAttributeInput) *bool { return in.DryRun }, describeVpcAttribute)),
}

// vpcBlock is the network of a default VPC.
// https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
const vpcBlock = "172.31.0.0/16"

// defaultVpc is the VPC of the call's account and Region. There is no other.
func defaultVpc(c *service.Call) string { return aVpc.given(c.Account(), regionOf(c), "default") }

var vpcNoun = noun[api.Vpc]{
	kind: aVpc,
	all: func(c *service.Call, after string) iter.Seq2[string, api.Vpc] {
		return sorted([]api.Vpc{showVpc(c)}, func(v *api.Vpc) string { return *v.VpcId }, after)
	},
	one:  func(c *service.Call, id string) (api.Vpc, bool) { return showVpc(c), id == defaultVpc(c) },
	tags: func(v *api.Vpc) []api.Tag { return v.Tags },
	fields: joined(fields[api.Vpc]{
		"vpc-id":          field(func(v *api.Vpc) *string { return v.VpcId }),
		"state":           field(func(v *api.Vpc) *string { return v.State }),
		"owner-id":        field(func(v *api.Vpc) *string { return v.OwnerId }),
		"cidr":            field(func(v *api.Vpc) *string { return v.CidrBlock }),
		"cidr-block":      field(func(v *api.Vpc) *string { return v.CidrBlock }),
		"isDefault":       flag(func(v *api.Vpc) *bool { return v.IsDefault }),
		"is-default":      flag(func(v *api.Vpc) *bool { return v.IsDefault }),
		"dhcp-options-id": field(func(v *api.Vpc) *string { return v.DhcpOptionsId }),
	}, under("cidr-block-association.", func(v *api.Vpc) []api.VpcCidrBlockAssociation { return v.CidrBlockAssociationSet }, fields[api.VpcCidrBlockAssociation]{
		"cidr-block":     field(func(a *api.VpcCidrBlockAssociation) *string { return a.CidrBlock }),
		"association-id": field(func(a *api.VpcCidrBlockAssociation) *string { return a.AssociationId }),
		"state":          field(func(a *api.VpcCidrBlockAssociation) *string { return a.CidrBlockState.State }),
	}), nothing[api.Vpc]("ipv6-cidr-block-association.association-id", "ipv6-cidr-block-association.ipv6-cidr-block", "ipv6-cidr-block-association.ipv6-pool", "ipv6-cidr-block-association.state")),
}

func describeVpcs(c *service.Call, in *api.DescribeVpcsInput) (*api.DescribeVpcsOutput, error) {
	if err := aVpc.check(in.VpcIds...); err != nil {
		return nil, err
	}
	found, next, err := vpcNoun.find(c, query{in.VpcIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeVpcsOutput{Vpcs: found, NextToken: next}, nil
}

func showVpc(c *service.Call) api.Vpc {
	id := defaultVpc(c)
	return api.Vpc{
		VpcId: &id, CidrBlock: new(vpcBlock), DhcpOptionsId: new("dopt" + id[len(aVpc.prefix):]), InstanceTenancy: new("default"), IsDefault: new(true),
		OwnerId: new(c.Account()), State: new(api.VpcStateAvailable), Tags: showTags(c, id),
		CidrBlockAssociationSet: []api.VpcCidrBlockAssociation{{
			AssociationId: new("vpc-cidr-assoc" + id[len(aVpc.prefix):]), CidrBlock: new(vpcBlock), CidrBlockState: &api.VpcCidrBlockState{State: new("associated")},
		}},
	}
}

func vpcKeys(c *service.Call, id string) []access.Key {
	return append([]access.Key{access.One("ec2:VpcID", id)}, tagKeys(c, id)...)
}

func asksVpcAttribute(c *service.Call, in *api.DescribeVpcAttributeInput) ([]access.Ask, error) {
	if err := aVpc.check(in.VpcId); err != nil {
		return nil, err
	}
	return []access.Ask{ask(c, "DescribeVpcAttribute", aVpc, in.VpcId, append(vpcKeys(c, in.VpcId), access.One("ec2:Attribute", in.Attribute))...)}, nil
}

func describeVpcAttribute(c *service.Call, in *api.DescribeVpcAttributeInput) (*api.DescribeVpcAttributeOutput, error) {
	if in.VpcId != defaultVpc(c) {
		return nil, aVpc.notFound(in.VpcId)
	}
	out := &api.DescribeVpcAttributeOutput{VpcId: &in.VpcId}
	switch in.Attribute {
	case "enableDnsSupport":
		out.EnableDnsSupport = &api.AttributeBooleanValue{Value: new(true)}
	case "enableDnsHostnames":
		out.EnableDnsHostnames = &api.AttributeBooleanValue{Value: new(true)}
	default:
		out.EnableNetworkAddressUsageMetrics = &api.AttributeBooleanValue{Value: new(false)}
	}
	return out, nil
}
