package ec2_test

import (
	"crypto/rand"
	"regexp"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

func allow(action, resource, condition string) string {
	return statement("Allow", action, resource, condition)
}

func deny(action, resource, condition string) string {
	return statement("Deny", action, resource, condition)
}

func statement(effect, action, resource, condition string) string {
	if condition != "" {
		condition = `,"Condition":` + condition
	}
	return `{"Version":"2012-10-17","Statement":{"Effect":"` + effect + `","Action":"` + action + `","Resource":"` + resource + `"` + condition + `}}`
}

func TestAReadIsDeniedWithoutAResourceAndWithoutAMessage(t *testing.T) {
	h := newHost(t)
	f := h.Fails(h.User("ann"), "ec2", "DescribeInstances", &api.DescribeInstancesInput{})
	if f.Code != "UnauthorizedOperation" || f.Status != 403 || f.Message != "You are not authorized to perform this operation. "+
		"User: arn:aws:iam::123456789012:user/ann is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action" {
		t.Errorf("got %s %d %q", f.Code, f.Status, f.Message)
	}
	f = h.Fails(h.User("bob", hosttest.Everything, deny("ec2:*", "*", "")), "ec2", "DescribeVpcs", &api.DescribeVpcsInput{})
	if !strings.HasSuffix(f.Message, "ec2:DescribeVpcs with an explicit deny in an identity-based policy") {
		t.Errorf("got %q", f.Message)
	}
}

var blob = regexp.MustCompile(`^You are not authorized to perform this operation\. (.*)\. Encoded authorization failure message: ([A-Za-z0-9_-]+)$`)

func TestAWriteIsDeniedWithItsResourceAndASealedExplanation(t *testing.T) {
	h := newHost(t)
	f := h.Fails(h.User("ann"), "ec2", "RunInstances", launch(1))
	parts := blob.FindStringSubmatch(f.Message)
	if f.Code != "UnauthorizedOperation" || parts == nil || parts[1] != "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: "+
		"ec2:RunInstances on resource: arn:aws:ec2:us-east-1:123456789012:instance/* because no identity-based policy allows the ec2:RunInstances action" {
		t.Fatalf("got %s %q", f.Code, f.Message)
	}
	explained, err := h.Access.DecodeMessage(hosttest.Account, parts[2])
	if err != nil || !strings.Contains(explained, `"ec2:InstanceType"`) || !strings.Contains(explained, "t3.micro") {
		t.Errorf("decoded %q, %v", explained, err)
	}
	if _, err := h.Access.DecodeMessage("210987654321", parts[2]); err == nil {
		t.Error("another account opens the message")
	}
}

func TestADryRunIsDecidedAfterAuthorizationAndDoesNothing(t *testing.T) {
	h := newHost(t)
	admin, ann := h.Administrator(), h.User("ann")
	dry := launch(1, func(in *api.RunInstancesInput) { in.DryRun, in.ClientToken = new(true), new("once") })
	f := h.Fails(admin, "ec2", "RunInstances", dry)
	if f.Code != "DryRunOperation" || f.Status != 412 || f.Message != "Request would have succeeded, but DryRun flag is set." {
		t.Errorf("got %s %d %q", f.Code, f.Status, f.Message)
	}
	want(t, h.Fails(ann, "ec2", "RunInstances", dry), "UnauthorizedOperation", "You are not authorized")
	want(t, h.Fails(admin, "ec2", "CreateKeyPair", &api.CreateKeyPairInput{KeyName: "k", DryRun: new(true)}), "DryRunOperation", "")
	want(t, h.Fails(admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{DryRun: new(true)}), "DryRunOperation", "")
	out := hosttest.Must[api.DescribeInstancesOutput](h, admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{})
	if len(out.Reservations) != 0 {
		t.Errorf("a dry run has started %d reservations", len(out.Reservations))
	}
	hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, func(in *api.RunInstancesInput) { in.ClientToken = new("once") }))
}

func TestALaunchIsAuthorizedForEachOfItsResources(t *testing.T) {
	tagged := func(in *api.RunInstancesInput) {
		in.TagSpecifications = []api.TagSpecification{
			{ResourceType: new("instance"), Tags: []api.Tag{{Key: new("team"), Value: new("red")}}},
			{ResourceType: new("volume"), Tags: []api.Tag{{Key: new("team"), Value: new("red")}}},
		}
	}
	keyed := func(in *api.RunInstancesInput) { in.KeyName = new("k") }
	for _, c := range []struct {
		name, denied string
		change       func(*api.RunInstancesInput)
		ok           bool
	}{
		{name: "instances", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", "")},
		{name: "images", denied: deny("ec2:RunInstances", "arn:aws:ec2:*::image/*", "")},
		{name: "interfaces", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:network-interface/*", "")},
		{name: "groups", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:security-group/*", "")},
		{name: "subnets", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:subnet/*", "")},
		{name: "volumes", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:volume/*", "")},
		{name: "key pairs", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:key-pair/k", ""), change: keyed},
		{name: "key pairs, unused", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:key-pair/k", ""), ok: true},
		{name: "tags of volumes", denied: deny("ec2:CreateTags", "arn:aws:ec2:*:*:volume/*", `{"StringEquals":{"ec2:CreateAction":"RunInstances","aws:RequestTag/team":"red"}}`), change: tagged},
		{name: "tags, unused", denied: deny("ec2:CreateTags", "*", ""), ok: true},
		{name: "the type", denied: deny("ec2:RunInstances", "*", `{"StringEquals":{"ec2:InstanceType":"t3.micro"}}`)},
		{name: "another type", denied: deny("ec2:RunInstances", "*", `{"StringEquals":{"ec2:InstanceType":"m5.large"}}`), ok: true},
		{name: "the image's owner", denied: deny("ec2:RunInstances", "*", `{"StringEquals":{"ec2:Owner":"amazon"}}`)},
		{name: "the Region", denied: deny("ec2:RunInstances", "*", `{"StringEquals":{"ec2:Region":"us-east-1"}}`)},
		{name: "the size of a volume", denied: deny("ec2:RunInstances", "*", `{"NumericGreaterThan":{"ec2:VolumeSize":"7"}}`)},
		{name: "metadata without tokens", denied: deny("ec2:RunInstances", "*", `{"StringEquals":{"ec2:MetadataHttpTokens":"optional"}}`)},
		{
			name: "metadata with tokens", denied: deny("ec2:RunInstances", "*", `{"StringEquals":{"ec2:MetadataHttpTokens":"optional"}}`), ok: true,
			change: func(in *api.RunInstancesInput) {
				in.MetadataOptions = &api.InstanceMetadataOptionsRequest{HttpTokens: new("required")}
			},
		},
		{name: "a missing tag", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", `{"Null":{"aws:RequestTag/team":"true"}}`)},
		{name: "a tag that is there", denied: deny("ec2:RunInstances", "arn:aws:ec2:*:*:instance/*", `{"Null":{"aws:RequestTag/team":"true"}}`), change: tagged, ok: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHost(t)
			ann := h.User("ann", allow("ec2:*", "*", ""), c.denied)
			hosttest.Must[api.CreateKeyPairOutput](h, ann, "ec2", "CreateKeyPair", &api.CreateKeyPairInput{KeyName: "k", KeyType: new("ed25519")})
			in := launch(1)
			if c.change != nil {
				c.change(in)
			}
			if c.ok {
				hosttest.Must[api.RunInstancesOutput](h, ann, "ec2", "RunInstances", in)
				return
			}
			want(t, h.Fails(ann, "ec2", "RunInstances", in), "UnauthorizedOperation", "with an explicit deny in an identity-based policy")
		})
	}
}

func TestARoleIsHandedToAnInstanceOnlyByWhoMayPassIt(t *testing.T) {
	h := newHost(t)
	role := &identity.Role{Account: hosttest.Account, Name: "app", ID: identity.NewID(rand.Reader, identity.RolePrefix), Path: "/", CreatedAt: h.Now, Trust: "{}"}
	profile := &identity.InstanceProfile{Account: hosttest.Account, Name: "web", ID: identity.NewID(rand.Reader, identity.InstanceProfilePrefix), Path: "/", CreatedAt: h.Now, Roles: []string{role.ID}}
	empty := &identity.InstanceProfile{Account: hosttest.Account, Name: "empty", ID: identity.NewID(rand.Reader, identity.InstanceProfilePrefix), Path: "/", CreatedAt: h.Now}
	h.Update(func(tx *store.Tx) error {
		store.Roles.Put(tx, role)
		store.InstanceProfiles.Put(tx, profile)
		store.InstanceProfiles.Put(tx, empty)
		return nil
	})
	with := func(name string) *api.RunInstancesInput {
		return launch(1, func(in *api.RunInstancesInput) {
			in.IamInstanceProfile = &api.IamInstanceProfileSpecification{Name: &name}
		})
	}
	ann := h.User("ann", allow("ec2:*", "*", ""))
	want(t, h.Fails(ann, "ec2", "RunInstances", with("web")), "UnauthorizedOperation", "is not authorized to perform: iam:PassRole on resource: "+role.ARN())
	bob := h.User("bob", allow("ec2:*", "*", ""), allow("iam:PassRole", "*", `{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}`))
	made := hosttest.Must[api.RunInstancesOutput](h, bob, "ec2", "RunInstances", with("web"))
	if *made.Instances[0].IamInstanceProfile.Arn != profile.ARN() {
		t.Errorf("the instance has the profile %s", *made.Instances[0].IamInstanceProfile.Arn)
	}
	out := hosttest.Must[api.DescribeIamInstanceProfileAssociationsOutput](h, bob, "ec2", "DescribeIamInstanceProfileAssociations", &api.DescribeIamInstanceProfileAssociationsInput{
		Filters: []api.Filter{filter("instance-id", *made.Instances[0].InstanceId)},
	})
	if len(out.IamInstanceProfileAssociations) != 1 {
		t.Errorf("%d associations", len(out.IamInstanceProfileAssociations))
	}
	want(t, h.Fails(bob, "ec2", "RunInstances", with("none")), "InvalidParameterValue", "Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name")
	want(t, h.Fails(bob, "ec2", "RunInstances", with("empty")), "InvalidParameterValue", "has no associated IAM Roles")
}

func TestOnlyTaggedInstancesMayBeStopped(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(2))
	mine, other := *made.Instances[0].InstanceId, *made.Instances[1].InstanceId
	hosttest.Must[api.CreateTagsOutput](h, admin, "ec2", "CreateTags", &api.CreateTagsInput{Resources: []string{mine}, Tags: []api.Tag{{Key: new("owner"), Value: new("ann")}}})
	ann := h.User("ann", allow("ec2:StopInstances", "*", `{"StringEquals":{"ec2:ResourceTag/owner":"${aws:username}"}}`))
	want(t, h.Fails(ann, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: []string{other}}), "UnauthorizedOperation", "instance/"+other)
	want(t, h.Fails(ann, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: []string{mine, other}}), "UnauthorizedOperation", "instance/"+other)
	hosttest.Must[api.StopInstancesOutput](h, ann, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: []string{mine}})
}

func TestWhoIsDeniedDoesNotLearnWhatExists(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	for operation, in := range map[string]any{
		"TerminateInstances":                        &api.TerminateInstancesInput{InstanceIds: []string{"i-0123456789abcdef0"}},
		"DeleteSecurityGroup":                       &api.DeleteSecurityGroupInput{GroupName: new("none")},
		"DeleteKeyPair":                             &api.DeleteKeyPairInput{KeyName: new("none")},
		"DeleteVolume":                              &api.DeleteVolumeInput{VolumeId: "vol-0123456789abcdef0"},
		"CreateTags":                                &api.CreateTagsInput{Resources: []string{"i-0123456789abcdef0"}, Tags: []api.Tag{{Key: new("k"), Value: new("v")}}},
		"DescribeInstanceAttribute":                 &api.DescribeInstanceAttributeInput{InstanceId: "i-0123456789abcdef0", Attribute: "userData"},
		"ModifyInstanceAttribute":                   &api.ModifyInstanceAttributeInput{InstanceId: "i-0123456789abcdef0", EbsOptimized: &api.AttributeBooleanValue{Value: new(true)}},
		"AuthorizeSecurityGroupIngress":             &api.AuthorizeSecurityGroupIngressInput{GroupId: new("sg-0123456789abcdef0")},
		"ModifyVolume":                              &api.ModifyVolumeInput{VolumeId: "vol-0123456789abcdef0", Size: new(int32(2))},
		"ModifySecurityGroupRules":                  &api.ModifySecurityGroupRulesInput{GroupId: "sg-0123456789abcdef0", SecurityGroupRules: []api.SecurityGroupRuleUpdate{{SecurityGroupRuleId: "sgr-0123456789abcdef0"}}},
		"ModifyNetworkInterfaceAttribute":           &api.ModifyNetworkInterfaceAttributeInput{NetworkInterfaceId: "eni-0123456789abcdef0", Description: &api.AttributeValue{}},
		"UpdateSecurityGroupRuleDescriptionsEgress": &api.UpdateSecurityGroupRuleDescriptionsEgressInput{GroupId: new("sg-0123456789abcdef0")},
		"AttachVolume":                              &api.AttachVolumeInput{VolumeId: "vol-0123456789abcdef0", InstanceId: "i-0123456789abcdef0", Device: "/dev/sdf"},
		"RunInstances":                              launch(1, func(in *api.RunInstancesInput) { in.ImageId = new("ami-0123456789abcdef0") }),
	} {
		want(t, h.Fails(ann, "ec2", operation, in), "UnauthorizedOperation", "ec2:"+operation+" on resource: arn:aws:ec2:us-east-1:")
	}
}
