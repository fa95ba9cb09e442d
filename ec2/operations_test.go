package ec2_test

import (
	"reflect"
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

// wellFormed holds an input for every operation, of which nothing but its form has to be right.
func wellFormed() map[string]any {
	const instance, volume, group = "i-0123456789abcdef0", "vol-0123456789abcdef0", "sg-0123456789abcdef0"
	named := []string{instance}
	rule := []api.IpPermission{tcp(22, "10.0.0.0/8")}
	return map[string]any{
		"AttachVolume":                               &api.AttachVolumeInput{VolumeId: volume, InstanceId: instance, Device: "/dev/sdf"},
		"AuthorizeSecurityGroupEgress":               &api.AuthorizeSecurityGroupEgressInput{GroupId: group, IpPermissions: rule},
		"AuthorizeSecurityGroupIngress":              &api.AuthorizeSecurityGroupIngressInput{GroupId: new(group), IpPermissions: rule},
		"CreateKeyPair":                              &api.CreateKeyPairInput{KeyName: "k", KeyType: new("ed25519")},
		"CreateSecurityGroup":                        &api.CreateSecurityGroupInput{GroupName: "g", Description: "d"},
		"CreateTags":                                 &api.CreateTagsInput{Resources: named, Tags: []api.Tag{tag("k", "v")}},
		"CreateVolume":                               &api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(1))},
		"DeleteKeyPair":                              &api.DeleteKeyPairInput{KeyName: new("k")},
		"DeleteSecurityGroup":                        &api.DeleteSecurityGroupInput{GroupId: new(group)},
		"DeleteTags":                                 &api.DeleteTagsInput{Resources: named},
		"DeleteVolume":                               &api.DeleteVolumeInput{VolumeId: volume},
		"DescribeAccountAttributes":                  &api.DescribeAccountAttributesInput{},
		"DescribeAvailabilityZones":                  &api.DescribeAvailabilityZonesInput{},
		"DescribeIamInstanceProfileAssociations":     &api.DescribeIamInstanceProfileAssociationsInput{},
		"DescribeImages":                             &api.DescribeImagesInput{},
		"DescribeInstanceAttribute":                  &api.DescribeInstanceAttributeInput{InstanceId: instance, Attribute: "userData"},
		"DescribeInstanceCreditSpecifications":       &api.DescribeInstanceCreditSpecificationsInput{},
		"DescribeInstanceStatus":                     &api.DescribeInstanceStatusInput{},
		"DescribeInstanceTypes":                      &api.DescribeInstanceTypesInput{},
		"DescribeInstances":                          &api.DescribeInstancesInput{},
		"DescribeKeyPairs":                           &api.DescribeKeyPairsInput{},
		"DescribeNetworkInterfaces":                  &api.DescribeNetworkInterfacesInput{},
		"DescribeRegions":                            &api.DescribeRegionsInput{},
		"DescribeSecurityGroupRules":                 &api.DescribeSecurityGroupRulesInput{},
		"DescribeSecurityGroups":                     &api.DescribeSecurityGroupsInput{},
		"DescribeSubnets":                            &api.DescribeSubnetsInput{},
		"DescribeTags":                               &api.DescribeTagsInput{},
		"DescribeVolumes":                            &api.DescribeVolumesInput{},
		"DescribeVolumesModifications":               &api.DescribeVolumesModificationsInput{},
		"DescribeVpcAttribute":                       &api.DescribeVpcAttributeInput{VpcId: "vpc-0123456789abcdef0", Attribute: "enableDnsSupport"},
		"DescribeVpcs":                               &api.DescribeVpcsInput{},
		"DetachVolume":                               &api.DetachVolumeInput{VolumeId: volume},
		"ImportKeyPair":                              &api.ImportKeyPairInput{KeyName: "k", PublicKeyMaterial: []byte(ed25519Line)},
		"ModifyInstanceAttribute":                    &api.ModifyInstanceAttributeInput{InstanceId: instance, EbsOptimized: &api.AttributeBooleanValue{Value: new(true)}},
		"ModifyNetworkInterfaceAttribute":            &api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: "eni-0123456789abcdef0", Groups: []string{group}},
		"ModifySecurityGroupRules":                   &api.ModifySecurityGroupRulesInput{GroupId: group, SecurityGroupRules: []api.SecurityGroupRuleUpdate{{SecurityGroupRuleId: "sgr-0123456789abcdef0"}}},
		"ModifyVolume":                               &api.ModifyVolumeInput{VolumeId: volume, Size: new(int32(2))},
		"RebootInstances":                            &api.RebootInstancesInput{InstanceIds: named},
		"RevokeSecurityGroupEgress":                  &api.RevokeSecurityGroupEgressInput{GroupId: group, IpPermissions: rule},
		"RevokeSecurityGroupIngress":                 &api.RevokeSecurityGroupIngressInput{GroupId: new(group), IpPermissions: rule},
		"RunInstances":                               launch(1),
		"StartInstances":                             &api.StartInstancesInput{InstanceIds: named},
		"StopInstances":                              &api.StopInstancesInput{InstanceIds: named},
		"TerminateInstances":                         &api.TerminateInstancesInput{InstanceIds: named},
		"UpdateSecurityGroupRuleDescriptionsEgress":  &api.UpdateSecurityGroupRuleDescriptionsEgressInput{GroupId: new(group), IpPermissions: rule},
		"UpdateSecurityGroupRuleDescriptionsIngress": &api.UpdateSecurityGroupRuleDescriptionsIngressInput{GroupId: new(group), IpPermissions: rule},
	}
}

func TestEveryPublishedOperationIsServed(t *testing.T) {
	h := newHost(t)
	for _, o := range api.Service.Operations {
		if h.Directory.Find("ec2", o.Name) == nil {
			t.Errorf("%s has shapes and is not served", o.Name)
		}
	}
}

func TestEveryOperationDeniesAStrangerAndHonoursADryRun(t *testing.T) {
	h := newHost(t)
	admin, stranger := h.Administrator(), h.User("stranger")
	inputs := wellFormed()
	for _, o := range h.Directory.All("ec2") {
		in, ok := inputs[o.Name]
		if !ok {
			t.Errorf("no input for %s", o.Name)
			continue
		}
		want(t, h.Fails(stranger, "ec2", o.Name, in), "UnauthorizedOperation", "is not authorized to perform: ec2:"+o.Name)
		dry := reflect.ValueOf(in).Elem().FieldByName("DryRun")
		if !dry.IsValid() {
			continue
		}
		dry.Set(reflect.ValueOf(new(true)))
		want(t, h.Fails(stranger, "ec2", o.Name, in), "UnauthorizedOperation", "is not authorized to perform: ec2:"+o.Name)
		if f := h.Fails(admin, "ec2", o.Name, in); f.Code != "DryRunOperation" || f.Status != 412 {
			t.Errorf("a dry %s answers %s %d", o.Name, f.Code, f.Status)
		}
	}
}

func TestAnInstanceThatIsGoneLeavesNoTagsAndNoClientToken(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	token := func(in *api.RunInstancesInput) { in.ClientToken = new("again and again") }
	seen := map[string]bool{}
	for range 3 {
		made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(2, token, func(in *api.RunInstancesInput) {
			in.TagSpecifications = []api.TagSpecification{{ResourceType: new("instance"), Tags: []api.Tag{tag("k", "v")}}}
		}))
		hosttest.Must[api.TerminateInstancesOutput](h, admin, "ec2", "TerminateInstances", &api.TerminateInstancesInput{InstanceIds: ids([]api.Reservation{*made})})
		seen[*made.ReservationId] = true
		h.Now = h.Now.Add(2 * time.Hour)
	}
	tags := hosttest.Must[api.DescribeTagsOutput](h, admin, "ec2", "DescribeTags", &api.DescribeTagsInput{})
	if len(tags.Tags) != 0 || len(seen) != 3 {
		t.Errorf("the token has made %d launches, and the tags of %d instances are left", len(seen), len(tags.Tags))
	}
}

func TestStatusIsShownOfRunningInstancesUnlessAllAreAskedFor(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	status := func(all bool) []api.InstanceStatus {
		return hosttest.Must[api.DescribeInstanceStatusOutput](h, admin, "ec2", "DescribeInstanceStatus", &api.DescribeInstanceStatusInput{IncludeAllInstances: &all}).InstanceStatuses
	}
	if got := status(false); len(got) != 0 {
		t.Errorf("a pending instance has the status %+v", got)
	}
	if got := status(true); len(got) != 1 || *got[0].InstanceStatus.Status != "not-applicable" {
		t.Errorf("a pending instance has the status %+v", got)
	}
	h.Now = h.Now.Add(time.Minute)
	if got := status(false); len(got) != 1 || *got[0].InstanceStatus.Status != "ok" || *got[0].SystemStatus.Status != "ok" {
		t.Errorf("a running instance has the status %+v", got)
	}
	credits := hosttest.Must[api.DescribeInstanceCreditSpecificationsOutput](h, admin, "ec2", "DescribeInstanceCreditSpecifications", &api.DescribeInstanceCreditSpecificationsInput{InstanceIds: ids([]api.Reservation{*made})})
	if *credits.InstanceCreditSpecifications[0].CpuCredits != "unlimited" {
		t.Errorf("credits %+v", credits.InstanceCreditSpecifications)
	}
}
