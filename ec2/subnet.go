package ec2

import (
	"iter"
	"net/netip"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var subnetOperations = []service.Operation{
	reads("DescribeSubnets", func(in *api.DescribeSubnetsInput) *bool { return in.DryRun }, describeSubnets),
}

// subnet is the default subnet of a zone.
type subnet struct {
	ID, Zone string
	Block    netip.Prefix
}

// subnetSize is how many addresses a subnet has, and reserved how many of them it keeps: four at its beginning, one at its end.
// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
const (
	subnetSize = 4096
	reserved   = 5
)

// subnetsOf are the subnets of the call's account and Region, in order of their zones.
func subnetsOf(c *service.Call) []subnet {
	subnets := make([]subnet, 0, len(zoneLetters))
	for i, zone := range zonesOf(regionOf(c)) {
		block := netip.PrefixFrom(netip.AddrFrom4([4]byte{172, 31, byte(16 * i), 0}), 20)
		subnets = append(subnets, subnet{ID: aSubnet.given(c.Account(), regionOf(c), zone), Zone: zone, Block: block})
	}
	return subnets
}

func subnetNamed(c *service.Call, id string) (subnet, bool) {
	for _, s := range subnetsOf(c) {
		if s.ID == id {
			return s, true
		}
	}
	return subnet{}, false
}

// address is one of a subnet's addresses, by its number.
func (s subnet) address(n int) netip.Addr {
	a := s.Block.Addr().As4()
	return netip.AddrFrom4([4]byte{a[0], a[1], a[2] + byte(n>>8), byte(n)})
}

func subnetKeys(c *service.Call, s subnet) []access.Key {
	return append([]access.Key{
		access.One("ec2:SubnetID", s.ID), access.One("ec2:AvailabilityZone", s.Zone), access.One("ec2:Vpc", aVpc.arn(c, defaultVpc(c))),
	}, tagKeys(c, s.ID)...)
}

var subnetNoun = noun[api.Subnet]{
	kind: aSubnet,
	all: func(c *service.Call, after string) iter.Seq2[string, api.Subnet] {
		var shown []api.Subnet
		for _, s := range subnetsOf(c) {
			shown = append(shown, showSubnet(c, s))
		}
		return sorted(shown, func(s *api.Subnet) string { return *s.AvailabilityZone }, after)
	},
	one: func(c *service.Call, id string) (api.Subnet, bool) {
		s, ok := subnetNamed(c, id)
		if !ok {
			return api.Subnet{}, false
		}
		return showSubnet(c, s), true
	},
	tags: func(s *api.Subnet) []api.Tag { return s.Tags },
	fields: joined(fields[api.Subnet]{
		"subnet-id":                  field(func(s *api.Subnet) *string { return s.SubnetId }),
		"vpc-id":                     field(func(s *api.Subnet) *string { return s.VpcId }),
		"availability-zone":          field(func(s *api.Subnet) *string { return s.AvailabilityZone }),
		"availabilityZone":           field(func(s *api.Subnet) *string { return s.AvailabilityZone }),
		"availability-zone-id":       field(func(s *api.Subnet) *string { return s.AvailabilityZoneId }),
		"cidr":                       field(func(s *api.Subnet) *string { return s.CidrBlock }),
		"cidr-block":                 field(func(s *api.Subnet) *string { return s.CidrBlock }),
		"cidrBlock":                  field(func(s *api.Subnet) *string { return s.CidrBlock }),
		"state":                      field(func(s *api.Subnet) *string { return s.State }),
		"owner-id":                   field(func(s *api.Subnet) *string { return s.OwnerId }),
		"subnet-arn":                 field(func(s *api.Subnet) *string { return s.SubnetArn }),
		"default-for-az":             flag(func(s *api.Subnet) *bool { return s.DefaultForAz }),
		"defaultForAz":               flag(func(s *api.Subnet) *bool { return s.DefaultForAz }),
		"map-public-ip-on-launch":    flag(func(s *api.Subnet) *bool { return s.MapPublicIpOnLaunch }),
		"available-ip-address-count": field(func(s *api.Subnet) *string { return spelled(s.AvailableIpAddressCount) }),
	}, never[api.Subnet]("enable-dns64", "ipv6-native", "map-customer-owned-ip-on-launch"), nothing[api.Subnet]("customer-owned-ipv4-pool", "enable-lni-at-device-index",
		"ipv6-cidr-block-association.association-id", "ipv6-cidr-block-association.ipv6-cidr-block", "ipv6-cidr-block-association.state", "outpost-arn")),
}

func describeSubnets(c *service.Call, in *api.DescribeSubnetsInput) (*api.DescribeSubnetsOutput, error) {
	if err := aSubnet.check(in.SubnetIds...); err != nil {
		return nil, err
	}
	found, next, err := subnetNoun.find(c, query{in.SubnetIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeSubnetsOutput{Subnets: found, NextToken: next}, nil
}

func showSubnet(c *service.Call, s subnet) api.Subnet {
	free := subnetSize - reserved - addressCount.Of(c.Tx, here(c)+s.ID)
	return api.Subnet{
		SubnetId: &s.ID, SubnetArn: new(aSubnet.arn(c, s.ID)), VpcId: new(defaultVpc(c)), OwnerId: new(c.Account()), State: new(api.SubnetStateAvailable),
		AvailabilityZone: &s.Zone, AvailabilityZoneId: new(zoneID(s.Zone)), CidrBlock: new(s.Block.String()), AvailableIpAddressCount: new(int32(free)),
		DefaultForAz: new(true), MapPublicIpOnLaunch: new(true), AssignIpv6AddressOnCreation: new(false), Ipv6Native: new(false), EnableDns64: new(false),
		MapCustomerOwnedIpOnLaunch: new(false), Ipv6CidrBlockAssociationSet: []api.SubnetIpv6CidrBlockAssociation{}, Tags: showTags(c, s.ID),
		PrivateDnsNameOptionsOnLaunch: &api.PrivateDnsNameOptionsOnLaunch{
			HostnameType: new("ip-name"), EnableResourceNameDnsARecord: new(false), EnableResourceNameDnsAAAARecord: new(false),
		},
	}
}
