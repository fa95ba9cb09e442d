package ec2

import (
	"maps"
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var regionOperations = []service.Operation{
	reads("DescribeRegions", func(in *api.DescribeRegionsInput) *bool { return in.DryRun }, describeRegions),
	reads("DescribeAvailabilityZones", func(in *api.DescribeAvailabilityZonesInput) *bool { return in.DryRun }, describeZones),
	reads("DescribeAccountAttributes", func(in *api.DescribeAccountAttributesInput) *bool { return in.DryRun }, describeAccount),
}

// home is the Region of a request that names none.
const home = "us-east-1"

// regionCodes are the Regions that every account has, with what the identifiers of their zones begin with.
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
var regionCodes = map[string]string{
	"ap-northeast-1": "apne1", "ap-northeast-2": "apne2", "ap-northeast-3": "apne3", "ap-south-1": "aps1", "ap-southeast-1": "apse1", "ap-southeast-2": "apse2",
	"ca-central-1": "cac1", "eu-central-1": "euc1", "eu-north-1": "eun1", "eu-west-1": "euw1", "eu-west-2": "euw2", "eu-west-3": "euw3",
	"sa-east-1": "sae1", "us-east-1": "use1", "us-east-2": "use2", "us-west-1": "usw1", "us-west-2": "usw2",
}

// zoneLetters tell the zones of a Region apart.
const zoneLetters = "abc"

// regionOf is the Region that a call works in.
func regionOf(c *service.Call) string {
	if c.Region == "" {
		return home
	}
	return c.Region
}

// zonesOf are the names of a Region's zones.
func zonesOf(region string) []string {
	names := make([]string, 0, len(zoneLetters))
	for _, letter := range zoneLetters {
		names = append(names, region+string(letter))
	}
	return names
}

// zoneID is the identifier of a zone: that of us-east-1a is use1-az1.
func zoneID(zone string) string {
	region, letter := zone[:len(zone)-1], zone[len(zone)-1:]
	code, ok := regionCodes[region]
	if !ok {
		code = region
	}
	return code + "-az" + string(rune('1'+strings.Index(zoneLetters, letter)))
}

var regionFields = fields[api.Region]{
	"region-name":   field(func(r *api.Region) *string { return r.RegionName }),
	"endpoint":      field(func(r *api.Region) *string { return r.Endpoint }),
	"opt-in-status": field(func(r *api.Region) *string { return r.OptInStatus }),
}

func describeRegions(_ *service.Call, in *api.DescribeRegionsInput) (*api.DescribeRegionsOutput, error) {
	if err := regionFields.check(in.Filters); err != nil {
		return nil, err
	}
	for _, name := range in.RegionNames {
		if _, ok := regionCodes[name]; !ok {
			return nil, invalidValue("Invalid region names: %s", name)
		}
	}
	out := &api.DescribeRegionsOutput{Regions: []api.Region{}}
	for _, name := range slices.Sorted(maps.Keys(regionCodes)) {
		region := api.Region{RegionName: &name, Endpoint: new("ec2." + name + ".amazonaws.com"), OptInStatus: new(api.AvailabilityZoneOptInStatusOptInNotRequired)}
		if among(in.RegionNames, name) && regionFields.matches(in.Filters, &region, nil) {
			out.Regions = append(out.Regions, region)
		}
	}
	return out, nil
}

var zoneFields = joined(fields[api.AvailabilityZone]{
	"zone-name":       field(func(z *api.AvailabilityZone) *string { return z.ZoneName }),
	"zone-id":         field(func(z *api.AvailabilityZone) *string { return z.ZoneId }),
	"zone-type":       field(func(z *api.AvailabilityZone) *string { return z.ZoneType }),
	"region-name":     field(func(z *api.AvailabilityZone) *string { return z.RegionName }),
	"group-name":      field(func(z *api.AvailabilityZone) *string { return z.GroupName }),
	"opt-in-status":   field(func(z *api.AvailabilityZone) *string { return z.OptInStatus }),
	"state":           field(func(z *api.AvailabilityZone) *string { return z.State }),
	"group-long-name": field(func(z *api.AvailabilityZone) *string { return z.GroupLongName }),
}, nothing[api.AvailabilityZone]("message", "parent-zone-id", "parent-zone-name"))

func describeZones(c *service.Call, in *api.DescribeAvailabilityZonesInput) (*api.DescribeAvailabilityZonesOutput, error) {
	if err := zoneFields.check(in.Filters); err != nil {
		return nil, err
	}
	region := regionOf(c)
	zones := zonesOf(region)
	ids := make([]string, 0, len(zones))
	for _, zone := range zones {
		ids = append(ids, zoneID(zone))
	}
	for _, name := range in.ZoneNames {
		if !slices.Contains(zones, name) {
			return nil, invalidValue("Invalid availability zone: [%s]", name)
		}
	}
	for _, id := range in.ZoneIds {
		if !slices.Contains(ids, id) {
			return nil, invalidValue("Invalid availability zone-id: [%s]", id)
		}
	}
	out := &api.DescribeAvailabilityZonesOutput{AvailabilityZones: []api.AvailabilityZone{}}
	for i, name := range zones {
		zone := api.AvailabilityZone{
			ZoneName: &name, ZoneId: &ids[i], RegionName: &region, GroupName: new(region + "-zg-1"), NetworkBorderGroup: &region, ZoneType: new("availability-zone"),
			OptInStatus: new(api.AvailabilityZoneOptInStatusOptInNotRequired), State: new(api.AvailabilityZoneStateAvailable), Messages: []api.AvailabilityZoneMessage{},
		}
		if among(in.ZoneNames, name) && among(in.ZoneIds, ids[i]) && zoneFields.matches(in.Filters, &zone, nil) {
			out.AvailabilityZones = append(out.AvailabilityZones, zone)
		}
	}
	return out, nil
}

// describeAccount shows the attributes of the account in this Region, with limits that are our own.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAccountAttributes.html
func describeAccount(c *service.Call, in *api.DescribeAccountAttributesInput) (*api.DescribeAccountAttributesOutput, error) {
	out := &api.DescribeAccountAttributesOutput{AccountAttributes: []api.AccountAttribute{}}
	for _, attribute := range [][2]string{
		{"supported-platforms", "VPC"},
		{"default-vpc", defaultVpc(c)},
		{"max-instances", decimal(maxInstances)},
		{"vpc-max-security-groups-per-interface", decimal(maxGroupsOfInterface)},
		{"max-elastic-ips", "0"},
		{"vpc-max-elastic-ips", "0"},
	} {
		if among(in.AttributeNames, attribute[0]) {
			out.AccountAttributes = append(out.AccountAttributes, api.AccountAttribute{
				AttributeName: &attribute[0], AttributeValues: []api.AccountAttributeValue{{AttributeValue: &attribute[1]}},
			})
		}
	}
	return out, nil
}

// among reports whether a value is wanted: all are where none is named.
func among(wanted []string, value string) bool {
	return len(wanted) == 0 || slices.Contains(wanted, value)
}
