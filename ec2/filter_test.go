package ec2_test

import (
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

// What AWS documents as a filter is one here: those that find the one instance, and those that find nothing because nothing here has such a thing.
func TestInstancesAreFoundByEverythingThatIsShownOfThem(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web := newGroup(h, admin, "web")
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, func(in *api.RunInstancesInput) {
		in.SecurityGroupIds, in.EbsOptimized, in.InstanceType = []string{web}, new(true), new("m5.large")
		in.MetadataOptions = &api.InstanceMetadataOptionsRequest{HttpTokens: new("required"), HttpPutResponseHopLimit: new(int32(3))}
	}))
	stopped := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	h.Now = h.Now.Add(10 * time.Second)
	hosttest.Must[api.StopInstancesOutput](h, admin, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: []string{*stopped.Instances[0].InstanceId}})
	shown := hosttest.Must[api.DescribeInstancesOutput](h, admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{InstanceIds: []string{*made.Instances[0].InstanceId}})
	i := shown.Reservations[0].Instances[0]
	card, device := i.NetworkInterfaces[0], i.BlockDeviceMappings[0]
	const layout = "2006-01-02T15:04:05.000Z"
	for _, c := range []struct {
		name, value string
		want        int
	}{
		{"ebs-optimized", "true", 1},
		{"metadata-options.http-tokens", "required", 1},
		{"metadata-options.http-put-response-hop-limit", "3", 1},
		{"network-interface.group-id", web, 1},
		{"network-interface.group-name", "web", 1},
		{"network-interface.mac-address", *card.MacAddress, 1},
		{"network-interface.private-dns-name", *card.PrivateDnsName, 1},
		{"network-interface.addresses.private-ip-address", *card.PrivateIpAddress, 1},
		{"network-interface.addresses.primary", "true", 2},
		{"network-interface.addresses.association.public-ip", *i.PublicIpAddress, 1},
		{"network-interface.association.public-ip", *i.PublicIpAddress, 1},
		{"network-interface.attachment.attachment-id", *card.Attachment.AttachmentId, 1},
		{"network-interface.attachment.instance-id", *i.InstanceId, 1},
		{"network-interface.attachment.device-index", "0", 2},
		{"network-interface.availability-zone", "us-east-1a", 2},
		{"network-interface.requester-managed", "false", 2},
		{"block-device-mapping.volume-id", *device.Ebs.VolumeId, 1},
		{"block-device-mapping.delete-on-termination", "true", 2},
		{"block-device-mapping.attach-time", device.Ebs.AttachTime.UTC().Format(layout), 2},
		{"launch-time", i.LaunchTime.UTC().Format(layout), 2},
		{"launch-time", i.LaunchTime.UTC().Format("2006-01-02T15:04:") + "*", 2},
		{"state-reason-code", "Client.UserInitiatedShutdown", 1},
		{"reason", "User initiated*", 1},
		{"usage-operation", "RunInstances", 2},
		{"hibernation-options.configured", "false", 2},
		{"operator.managed", "false", 2},
		{"availability-zone-id", "use1-az*", 2},
		{"iam-instance-profile.id", "*", 0},
		{"instance-lifecycle", "*", 0},
		{"spot-instance-request-id", "*", 0},
		{"network-interface.ipv6-addresses.ipv6-address", "*", 0},
		{"host-id", "*", 0},
	} {
		out := hosttest.Must[api.DescribeInstancesOutput](h, admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{Filters: []api.Filter{filter(c.name, c.value)}})
		if got := ids(out.Reservations); len(got) != c.want || (c.want == 1 && c.name != "reason" && c.name != "state-reason-code" && got[0] != *i.InstanceId) {
			t.Errorf("%s %q finds %v, want %d", c.name, c.value, got, c.want)
		}
	}
}

// A terminated instance has no interface any more, and so neither checks its source and destination nor leaves them unchecked.
func TestWhatAThingDoesNotTellIsNoFalsehood(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	hosttest.Must[api.TerminateInstancesOutput](h, admin, "ec2", "TerminateInstances", &api.TerminateInstancesInput{InstanceIds: ids([]api.Reservation{*made})})
	h.Now = h.Now.Add(10 * time.Second)
	for _, value := range []string{"true", "false"} {
		out := hosttest.Must[api.DescribeInstancesOutput](h, admin, "ec2", "DescribeInstances", &api.DescribeInstancesInput{Filters: []api.Filter{filter("source-dest-check", value)}})
		if len(out.Reservations) != 0 {
			t.Errorf("source-dest-check %s finds a terminated instance", value)
		}
	}
}

func TestVolumesGroupsAndStatusesAreFoundByWhatIsShownOfThem(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	web, db := newGroup(h, admin, "web"), newGroup(h, admin, "db")
	hosttest.Must[api.AuthorizeSecurityGroupIngressOutput](h, admin, "ec2", "AuthorizeSecurityGroupIngress", &api.AuthorizeSecurityGroupIngressInput{GroupId: &db, IpPermissions: []api.IpPermission{
		{IpProtocol: new("tcp"), FromPort: new(int32(5432)), ToPort: new(int32(5432)), UserIdGroupPairs: []api.UserIdGroupPair{{GroupId: &web}}},
		{IpProtocol: new("tcp"), FromPort: new(int32(22)), ToPort: new(int32(22)), Ipv6Ranges: []api.Ipv6Range{{CidrIpv6: new("2001:db8::/32")}}},
	}})
	hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	h.Now = h.Now.Add(10 * time.Second)
	volumes := func(f api.Filter) int {
		return len(hosttest.Must[api.DescribeVolumesOutput](h, admin, "ec2", "DescribeVolumes", &api.DescribeVolumesInput{Filters: []api.Filter{f}}).Volumes)
	}
	groups := func(f api.Filter) int {
		return len(hosttest.Must[api.DescribeSecurityGroupsOutput](h, admin, "ec2", "DescribeSecurityGroups", &api.DescribeSecurityGroupsInput{Filters: []api.Filter{f}}).SecurityGroups)
	}
	statuses := func(f api.Filter) int {
		return len(hosttest.Must[api.DescribeInstanceStatusOutput](h, admin, "ec2", "DescribeInstanceStatus", &api.DescribeInstanceStatusInput{Filters: []api.Filter{f}}).InstanceStatuses)
	}
	root := hosttest.Must[api.DescribeVolumesOutput](h, admin, "ec2", "DescribeVolumes", &api.DescribeVolumesInput{}).Volumes[0]
	for _, c := range []struct {
		found       func(api.Filter) int
		name, value string
		want        int
	}{
		{volumes, "attachment.attach-time", root.Attachments[0].AttachTime.UTC().Format("2006-01-02T15:04:05.000Z"), 1},
		{volumes, "create-time", root.CreateTime.UTC().Format("2006-01-02") + "*", 1},
		{volumes, "attachment.delete-on-termination", "true", 1},
		{volumes, "fast-restored", "true", 0},
		{groups, "ip-permission.group-id", web, 1},
		{groups, "ip-permission.user-id", hosttest.Account, 2}, // and the default group, whose members may talk to each other
		{groups, "ip-permission.ipv6-cidr", "2001:db8::/32", 1},
		{groups, "ip-permission.group-name", "web", 0},
		{groups, "egress.ip-permission.cidr", "0.0.0.0/0", 3},
		{groups, "egress.ip-permission.group-name", "web", 0},
		{groups, "egress.ip-permission.prefix-list-id", "*", 0},
		{statuses, "instance-status.reachability", "passed", 1},
		{statuses, "system-status.reachability", "failed", 0},
		{statuses, "event.code", "*", 0},
	} {
		if got := c.found(filter(c.name, c.value)); got != c.want {
			t.Errorf("%s %q finds %d, want %d", c.name, c.value, got, c.want)
		}
	}
}
