package ec2_test

import (
	"fmt"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func tag(key, value string) api.Tag { return api.Tag{Key: &key, Value: &value} }

func TestEverythingCanBeTagged(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	i := made.Instances[0]
	pair := hosttest.Must[api.CreateKeyPairOutput](h, admin, "ec2", "CreateKeyPair", &api.CreateKeyPairInput{KeyName: "k", KeyType: new("ed25519")})
	rules := hosttest.Must[api.DescribeSecurityGroupRulesOutput](h, admin, "ec2", "DescribeSecurityGroupRules", &api.DescribeSecurityGroupRulesInput{})
	all := []string{
		*i.InstanceId, *i.BlockDeviceMappings[0].Ebs.VolumeId, *i.NetworkInterfaces[0].NetworkInterfaceId, *i.SecurityGroups[0].GroupId, *i.VpcId, *i.SubnetId,
		linux, *pair.KeyPairId, *rules.SecurityGroupRules[0].SecurityGroupRuleId,
	}
	hosttest.Must[api.CreateTagsOutput](h, admin, "ec2", "CreateTags", &api.CreateTagsInput{Resources: all, Tags: []api.Tag{tag("team", "red"), tag("Team", "Red")}})
	out := hosttest.Must[api.DescribeTagsOutput](h, admin, "ec2", "DescribeTags", &api.DescribeTagsInput{Filters: []api.Filter{filter("key", "team")}})
	if len(out.Tags) != len(all) {
		t.Errorf("%d of %d resources have the tag", len(out.Tags), len(all))
	}
	kinds := map[string]bool{}
	for _, one := range out.Tags {
		kinds[*one.ResourceType] = true
	}
	if len(kinds) != len(all) {
		t.Errorf("tags are on the kinds %v", kinds)
	}
	vpcs := hosttest.Must[api.DescribeVpcsOutput](h, admin, "ec2", "DescribeVpcs", &api.DescribeVpcsInput{Filters: []api.Filter{filter("tag:Team", "Red")}})
	if len(vpcs.Vpcs) != 1 || len(vpcs.Vpcs[0].Tags) != 2 {
		t.Errorf("the VPC is %+v", vpcs.Vpcs)
	}
	hosttest.Must[api.DeleteTagsOutput](h, admin, "ec2", "DeleteTags", &api.DeleteTagsInput{Resources: all, Tags: []api.Tag{tag("team", "blue"), {Key: new("Team")}}})
	out = hosttest.Must[api.DescribeTagsOutput](h, admin, "ec2", "DescribeTags", &api.DescribeTagsInput{})
	if len(out.Tags) != len(all) || *out.Tags[0].Key != "team" {
		t.Errorf("a tag with another value is gone, or one is left that was named: %+v", out.Tags)
	}
	hosttest.Must[api.DeleteTagsOutput](h, admin, "ec2", "DeleteTags", &api.DeleteTagsInput{Resources: all})
	if out = hosttest.Must[api.DescribeTagsOutput](h, admin, "ec2", "DescribeTags", &api.DescribeTagsInput{}); len(out.Tags) != 0 {
		t.Errorf("left are %+v", out.Tags)
	}
}

func TestTagsHaveLimits(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	volume := *hosttest.Must[api.CreateVolumeOutput](h, admin, "ec2", "CreateVolume", &api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(1))}).VolumeId
	want(t, h.Fails(admin, "ec2", "CreateTags", &api.CreateTagsInput{Tags: []api.Tag{tag("x", "")}}), "MissingParameter", "The request must contain the parameter resourceIdSet")
	want(t, h.Fails(admin, "ec2", "DeleteTags", &api.DeleteTagsInput{Tags: []api.Tag{tag("x", "")}}), "MissingParameter", "The request must contain the parameter resourceIdSet")
	want(t, h.Fails(admin, "ec2", "CreateTags", &api.CreateTagsInput{Resources: []string{volume}}), "MissingParameter", "The request must contain the parameter tagSet")
	var fifty []api.Tag
	for i := range 50 {
		fifty = append(fifty, tag(fmt.Sprint("key", i), ""))
	}
	hosttest.Must[api.CreateTagsOutput](h, admin, "ec2", "CreateTags", &api.CreateTagsInput{Resources: []string{volume}, Tags: fifty})
	for _, c := range []struct {
		resource   string
		tag        []api.Tag
		code, text string
	}{
		{volume, []api.Tag{tag("one more", "")}, "TagLimitExceeded", "The maximum number of Tags for a resource has been reached."},
		{volume, []api.Tag{tag("aws:x", "")}, "InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use"},
		{volume, []api.Tag{tag("", "x")}, "InvalidParameterValue", "Tag key cannot be null or empty."},
		{volume, []api.Tag{tag(strings.Repeat("x", 129), "")}, "InvalidParameterValue", "Tag key exceeds the maximum length of 128 characters"},
		{volume, []api.Tag{tag("x", strings.Repeat("x", 257))}, "InvalidParameterValue", "Tag value exceeds the maximum length of 256 characters"},
		{volume, []api.Tag{tag("x", ""), tag("x", "")}, "InvalidParameterValue", "Duplicate tag key 'x' specified."},
		{"thing-1", []api.Tag{tag("x", "")}, "InvalidID", "The ID 'thing-1' is not valid"},
		{"vol-0123456789abcdef0", []api.Tag{tag("x", "")}, "InvalidVolume.NotFound", "The volume 'vol-0123456789abcdef0' does not exist."},
	} {
		want(t, h.Fails(admin, "ec2", "CreateTags", &api.CreateTagsInput{Resources: []string{c.resource}, Tags: c.tag}), c.code, c.text)
	}
	hosttest.Must[api.DeleteVolumeOutput](h, admin, "ec2", "DeleteVolume", &api.DeleteVolumeInput{VolumeId: volume})
	if out := hosttest.Must[api.DescribeTagsOutput](h, admin, "ec2", "DescribeTags", &api.DescribeTagsInput{}); len(out.Tags) != 0 {
		t.Errorf("%d tags outlive their volume", len(out.Tags))
	}
}
