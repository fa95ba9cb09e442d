package ec2_test

import (
	"context"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

func TestARegionHasItsOwnNetworkAndInstances(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	facts := h.Facts("ec2")
	facts.Region = "eu-west-1"
	there := func(operation string, in any) any {
		t.Helper()
		out, err := h.Do(context.Background(), h.Directory.Find("ec2", operation), admin, facts, in)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if out := there("DescribeInstances", &api.DescribeInstancesInput{}).(*api.DescribeInstancesOutput); len(out.Reservations) != 0 {
		t.Errorf("an instance of another Region is shown")
	}
	here := hosttest.Must[api.DescribeVpcsOutput](h, admin, "ec2", "DescribeVpcs", &api.DescribeVpcsInput{})
	other := there("DescribeVpcs", &api.DescribeVpcsInput{}).(*api.DescribeVpcsOutput)
	if len(here.Vpcs) != 1 || len(other.Vpcs) != 1 || *here.Vpcs[0].VpcId == *other.Vpcs[0].VpcId || *other.Vpcs[0].CidrBlock != "172.31.0.0/16" || !*other.Vpcs[0].IsDefault {
		t.Errorf("the VPCs are %+v and %+v", here.Vpcs, other.Vpcs)
	}
	zones := there("DescribeAvailabilityZones", &api.DescribeAvailabilityZonesInput{}).(*api.DescribeAvailabilityZonesOutput)
	subnets := there("DescribeSubnets", &api.DescribeSubnetsInput{}).(*api.DescribeSubnetsOutput)
	if len(zones.AvailabilityZones) != 3 || len(subnets.Subnets) != 3 || *subnets.Subnets[2].AvailabilityZone != "eu-west-1c" || *zones.AvailabilityZones[2].ZoneId != "euw1-az3" {
		t.Errorf("%d zones and %d subnets", len(zones.AvailabilityZones), len(subnets.Subnets))
	}
	again := hosttest.Must[api.DescribeVpcsOutput](h, admin, "ec2", "DescribeVpcs", &api.DescribeVpcsInput{VpcIds: []string{*here.Vpcs[0].VpcId}})
	if len(again.Vpcs) != 1 {
		t.Error("the VPC has another identifier when it is looked at again")
	}
}

func TestAccountsHaveDifferentNetworks(t *testing.T) {
	h := newHost(t)
	const other = "210987654321"
	h.Update(func(tx *store.Tx) error {
		store.Accounts.Put(tx, &identity.Account{ID: other, CreatedAt: h.Now})
		return nil
	})
	stranger := &access.Credential{Session: &identity.Session{Kind: identity.TokenSession, Account: other, Principal: other, IssuedAt: h.Now, ExpiresAt: h.Now.Add(time.Hour)}}
	mine := hosttest.Must[api.DescribeVpcsOutput](h, h.Root(), "ec2", "DescribeVpcs", &api.DescribeVpcsInput{})
	theirs := hosttest.Must[api.DescribeVpcsOutput](h, stranger, "ec2", "DescribeVpcs", &api.DescribeVpcsInput{})
	if *mine.Vpcs[0].VpcId == *theirs.Vpcs[0].VpcId || *theirs.Vpcs[0].OwnerId != other {
		t.Errorf("the VPCs are %s and %s of %s", *mine.Vpcs[0].VpcId, *theirs.Vpcs[0].VpcId, *theirs.Vpcs[0].OwnerId)
	}
	want(t, h.Fails(stranger, "ec2", "DescribeVpcs", &api.DescribeVpcsInput{VpcIds: []string{*mine.Vpcs[0].VpcId}}), "InvalidVpcID.NotFound", *mine.Vpcs[0].VpcId)
}

func TestRegionsAndZonesAreNamedOrListed(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	all := hosttest.Must[api.DescribeRegionsOutput](h, admin, "ec2", "DescribeRegions", &api.DescribeRegionsInput{})
	europe := hosttest.Must[api.DescribeRegionsOutput](h, admin, "ec2", "DescribeRegions", &api.DescribeRegionsInput{Filters: []api.Filter{filter("region-name", "eu-west-?")}})
	if len(all.Regions) != 17 || len(europe.Regions) != 3 || *europe.Regions[0].Endpoint != "ec2.eu-west-1.amazonaws.com" {
		t.Errorf("%d Regions, %d of them eu-west", len(all.Regions), len(europe.Regions))
	}
	want(t, h.Fails(admin, "ec2", "DescribeRegions", &api.DescribeRegionsInput{RegionNames: []string{"atlantis-1"}}), "InvalidParameterValue", "Invalid region names: atlantis-1")
	want(t, h.Fails(admin, "ec2", "DescribeAvailabilityZones", &api.DescribeAvailabilityZonesInput{ZoneNames: []string{"us-east-1z"}}), "InvalidParameterValue", "Invalid availability zone: [us-east-1z]")
}

func TestImagesAndTypesAreFound(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	for _, c := range []struct {
		in   api.DescribeImagesInput
		want int
	}{
		{api.DescribeImagesInput{}, 4},
		{api.DescribeImagesInput{Owners: []string{"amazon"}}, 4},
		{api.DescribeImagesInput{Owners: []string{"self"}}, 0},
		{api.DescribeImagesInput{Filters: []api.Filter{filter("name", "cardea-linux-*"), filter("architecture", "arm64")}}, 1},
		{api.DescribeImagesInput{Filters: []api.Filter{filter("platform", "Windows")}}, 1},
		{api.DescribeImagesInput{ImageIds: []string{linux}}, 1},
	} {
		out := hosttest.Must[api.DescribeImagesOutput](h, admin, "ec2", "DescribeImages", &c.in)
		if len(out.Images) != c.want {
			t.Errorf("%+v finds %d images, want %d", c.in, len(out.Images), c.want)
		}
	}
	want(t, h.Fails(admin, "ec2", "DescribeImages", &api.DescribeImagesInput{ImageIds: []string{"ami-0123456789abcdef0"}}), "InvalidAMIID.NotFound", "The image id '[ami-0123456789abcdef0]' does not exist")
	types := hosttest.Must[api.DescribeInstanceTypesOutput](h, admin, "ec2", "DescribeInstanceTypes", &api.DescribeInstanceTypesInput{Filters: []api.Filter{filter("processor-info.supported-architecture", "arm64"), filter("burstable-performance-supported", "true")}})
	if len(types.InstanceTypes) != 3 {
		t.Errorf("%d burstable types with ARM processors", len(types.InstanceTypes))
	}
	want(t, h.Fails(admin, "ec2", "DescribeInstanceTypes", &api.DescribeInstanceTypesInput{InstanceTypes: []string{"huge"}}), "InvalidInstanceType", "The following supplied instance types do not exist: [huge]")
}

func TestTheAccountTellsItsDefaultVpc(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	out := hosttest.Must[api.DescribeAccountAttributesOutput](h, admin, "ec2", "DescribeAccountAttributes", &api.DescribeAccountAttributesInput{AttributeNames: []string{"default-vpc"}})
	vpcs := hosttest.Must[api.DescribeVpcsOutput](h, admin, "ec2", "DescribeVpcs", &api.DescribeVpcsInput{})
	if len(out.AccountAttributes) != 1 || *out.AccountAttributes[0].AttributeValues[0].AttributeValue != *vpcs.Vpcs[0].VpcId {
		t.Errorf("got %+v", out.AccountAttributes)
	}
	attribute := hosttest.Must[api.DescribeVpcAttributeOutput](h, admin, "ec2", "DescribeVpcAttribute", &api.DescribeVpcAttributeInput{VpcId: *vpcs.Vpcs[0].VpcId, Attribute: "enableDnsSupport"})
	if !*attribute.EnableDnsSupport.Value {
		t.Error("the VPC resolves no names")
	}
	want(t, h.Fails(admin, "ec2", "DescribeVpcAttribute", &api.DescribeVpcAttributeInput{VpcId: "vpc-0123456789abcdef0", Attribute: "enableDnsSupport"}), "InvalidVpcID.NotFound", "The vpc ID 'vpc-0123456789abcdef0' does not exist")
}
