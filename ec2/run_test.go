package ec2_test

import (
	"encoding/base64"
	"net/netip"
	"strings"
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func TestWhatIsLaunchedIsShown(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(3))
	if len(made.Instances) != 3 || !strings.HasPrefix(*made.ReservationId, "r-") || *made.OwnerId != hosttest.Account {
		t.Fatalf("made %+v", made)
	}
	addresses := map[string]bool{}
	for n, i := range made.Instances {
		address := netip.MustParseAddr(*i.PrivateIpAddress)
		if !netip.MustParsePrefix("172.31.0.0/20").Contains(address) || addresses[*i.PrivateIpAddress] || *i.AmiLaunchIndex != int32(n) {
			t.Errorf("instance %d has the address %s and the index %d", n, address, *i.AmiLaunchIndex)
		}
		addresses[*i.PrivateIpAddress] = true
		if *i.State.Name != "pending" || *i.SecurityGroups[0].GroupName != "default" || len(i.NetworkInterfaces) != 1 || len(i.BlockDeviceMappings) != 1 ||
			!strings.HasPrefix(*i.PrivateDnsName, "ip-172-31-") || !netip.MustParsePrefix("198.18.0.0/15").Contains(netip.MustParseAddr(*i.PublicIpAddress)) {
			t.Errorf("instance %d is %+v", n, i)
		}
		if !strings.Contains(*i.StateReason.Message, "this server starts no machine") {
			t.Errorf("the instance's reason is %q", *i.StateReason.Message)
		}
	}
	cards := hosttest.Must[api.DescribeNetworkInterfacesOutput](h, admin, "ec2", "DescribeNetworkInterfaces", &api.DescribeNetworkInterfacesInput{Filters: []api.Filter{filter("attachment.instance-id", *made.Instances[0].InstanceId)}})
	if len(cards.NetworkInterfaces) != 1 || *cards.NetworkInterfaces[0].NetworkInterfaceId != *made.Instances[0].NetworkInterfaces[0].NetworkInterfaceId {
		t.Errorf("interfaces %+v", cards.NetworkInterfaces)
	}
	subnets := hosttest.Must[api.DescribeSubnetsOutput](h, admin, "ec2", "DescribeSubnets", &api.DescribeSubnetsInput{SubnetIds: []string{*made.Instances[0].SubnetId}})
	if *subnets.Subnets[0].AvailableIpAddressCount != 4096-5-3 {
		t.Errorf("%d addresses are free", *subnets.Subnets[0].AvailableIpAddressCount)
	}
}

func TestAClientTokenStartsInstancesOnce(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	token := func(in *api.RunInstancesInput) { in.ClientToken = new("once") }
	first := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(2, token))
	again := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(2, token))
	if *first.ReservationId != *again.ReservationId || len(again.Instances) != 2 {
		t.Errorf("the second call has made %s with %d instances", *again.ReservationId, len(again.Instances))
	}
	want(t, h.Fails(admin, "ec2", "RunInstances", launch(1, token)), "IdempotentParameterMismatch", "Arguments on this idempotent request are inconsistent")
}

func TestLaunchesOfWhatDoesNotExistOrFitAreRefused(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	for _, c := range []struct {
		change     func(*api.RunInstancesInput)
		code, text string
	}{
		{func(in *api.RunInstancesInput) { in.ImageId = nil }, "MissingParameter", "ImageId"},
		{func(in *api.RunInstancesInput) { in.ImageId = new("linux") }, "InvalidAMIID.Malformed", `Invalid id: "linux" (expecting "ami-...")`},
		{func(in *api.RunInstancesInput) { in.ImageId = new("ami-0123456789abcdef0") }, "InvalidAMIID.NotFound", "The image id '[ami-0123456789abcdef0]' does not exist"},
		{func(in *api.RunInstancesInput) { in.InstanceType = new("x1e.32xlarge") }, "InvalidParameterValue", "Invalid value 'x1e.32xlarge' for InstanceType."},
		{func(in *api.RunInstancesInput) { in.ImageId = new(arm) }, "InvalidParameterValue", "The architecture 'x86_64' of the specified instance type does not match the architecture 'arm64' of the specified AMI."},
		{func(in *api.RunInstancesInput) { in.MinCount, in.MaxCount = 0, 0 }, "InvalidParameterValue", "maxCount"},
		{func(in *api.RunInstancesInput) { in.MinCount, in.MaxCount = 2000, 2000 }, "InstanceLimitExceeded", "You have requested more instances (2000)"},
		{func(in *api.RunInstancesInput) { in.KeyName = new("none") }, "InvalidKeyPair.NotFound", "The key pair 'none' does not exist"},
		{func(in *api.RunInstancesInput) { in.SubnetId = new("subnet-0123456789abcdef0") }, "InvalidSubnetID.NotFound", "The subnet ID 'subnet-0123456789abcdef0' does not exist"},
		{func(in *api.RunInstancesInput) { in.SecurityGroupIds = []string{"sg-0123456789abcdef0"} }, "InvalidGroup.NotFound", "The security group 'sg-0123456789abcdef0' does not exist"},
		{func(in *api.RunInstancesInput) { in.SecurityGroups = []string{"none"} }, "InvalidGroup.NotFound", "The security group 'none' does not exist in default VPC"},
		{func(in *api.RunInstancesInput) { in.Placement = &api.Placement{AvailabilityZone: new("eu-west-1a")} }, "InvalidParameterValue", "Invalid availability zone: [eu-west-1a]"},
		{func(in *api.RunInstancesInput) { in.ClientToken = new(strings.Repeat("t", 65)) }, "InvalidParameterValue", "clientToken"},
		{func(in *api.RunInstancesInput) { in.ClientToken = new("a\x00b") }, "InvalidParameterValue", "clientToken"},
		{func(in *api.RunInstancesInput) { in.UserData = new("not base64") }, "InvalidParameterValue", "Invalid BASE64 encoding of user data."},
		{func(in *api.RunInstancesInput) {
			in.UserData = new(base64.StdEncoding.EncodeToString(make([]byte, 16385)))
		}, "InvalidParameterValue", "User data is limited to 16384 bytes"},
		{func(in *api.RunInstancesInput) { in.PrivateIpAddress = new("10.0.0.1") }, "InvalidParameterValue", "does not fall within the subnet's address range"},
		{func(in *api.RunInstancesInput) { in.PrivateIpAddress = new("172.31.0.1") }, "InvalidParameterValue", "reserved address range"},
		{func(in *api.RunInstancesInput) {
			in.BlockDeviceMappings = []api.BlockDeviceMapping{{DeviceName: new("/dev/xvda"), Ebs: &api.EbsBlockDevice{VolumeSize: new(int32(1))}}}
		}, "InvalidBlockDeviceMapping", "Volume of size 1GB is smaller than snapshot"},
		{devices(api.BlockDeviceMapping{Ebs: &api.EbsBlockDevice{VolumeSize: new(int32(9))}}), "InvalidBlockDeviceMapping", "Missing device name"},
		{devices(api.BlockDeviceMapping{DeviceName: new("/dev/sdf")}), "MissingParameter", "The request must contain the parameter ebs"},
		{devices(api.BlockDeviceMapping{DeviceName: new("/dev/sdf"), Ebs: &api.EbsBlockDevice{VolumeType: new("gp3")}}), "MissingParameter", "The request must contain the parameter size or snapshotId"},
		{devices(api.BlockDeviceMapping{DeviceName: new("/dev/sdf"), NoDevice: new("yes")}), "InvalidRequest", "The request received was invalid"},
		{
			devices(api.BlockDeviceMapping{DeviceName: new("/dev/sdf"), Ebs: &api.EbsBlockDevice{VolumeSize: new(int32(9)), KmsKeyId: new("alias/k")}}),
			"InvalidParameterDependency", "The parameter KmsKeyId requires the parameter Encrypted to be set.",
		},
		{func(in *api.RunInstancesInput) {
			in.NetworkInterfaces, in.SubnetId = []api.InstanceNetworkInterfaceSpecification{{DeviceIndex: new(int32(0))}}, new("subnet-0123456789abcdef0")
		}, "InvalidParameterCombination", "Network interfaces and an instance-level subnet ID may not be specified on the same request"},
		{func(in *api.RunInstancesInput) {
			in.NetworkInterfaces, in.SecurityGroups = []api.InstanceNetworkInterfaceSpecification{{DeviceIndex: new(int32(0))}}, []string{"web"}
		}, "InvalidParameterCombination", "Network interfaces and an instance-level security groups may not be specified on the same request"},
		{func(in *api.RunInstancesInput) {
			in.NetworkInterfaces, in.PrivateIpAddress = []api.InstanceNetworkInterfaceSpecification{{DeviceIndex: new(int32(0))}}, new("172.31.4.7")
		}, "InvalidParameterCombination", "Network interfaces and an instance-level private IP address may not be specified on the same request"},
		{func(in *api.RunInstancesInput) {
			in.TagSpecifications = []api.TagSpecification{{ResourceType: new("vpc"), Tags: []api.Tag{{Key: new("k"), Value: new("v")}}}}
		}, "InvalidParameterValue", "'vpc' is not a valid taggable resource type for this operation."},
		{func(in *api.RunInstancesInput) {
			in.LaunchTemplate = &api.LaunchTemplateSpecification{LaunchTemplateId: new("lt-1")}
		}, "InvalidLaunchTemplateId.NotFound", "lt-1"},
	} {
		want(t, h.Fails(admin, "ec2", "RunInstances", launch(1, c.change)), c.code, c.text)
	}
}

func devices(wish api.BlockDeviceMapping) func(*api.RunInstancesInput) {
	return func(in *api.RunInstancesInput) { in.BlockDeviceMappings = []api.BlockDeviceMapping{wish} }
}

func TestNoTwoInstancesHaveTheSameAddress(t *testing.T) {
	h := newHost(t)
	made := hosttest.Must[api.RunInstancesOutput](h, h.Administrator(), "ec2", "RunInstances", launch(400)) // of 4091 addresses: drawn blindly, some would be drawn twice
	seen := map[string]bool{}
	for _, i := range made.Instances {
		seen[*i.PrivateIpAddress] = true
	}
	if len(seen) != 400 {
		t.Errorf("400 instances have %d addresses", len(seen))
	}
}

func TestAnAddressThatWasAskedForIsGivenOnce(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	wish := func(in *api.RunInstancesInput) { in.PrivateIpAddress = new("172.31.4.7") }
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, wish))
	if *made.Instances[0].PrivateIpAddress != "172.31.4.7" {
		t.Errorf("got %s", *made.Instances[0].PrivateIpAddress)
	}
	want(t, h.Fails(admin, "ec2", "RunInstances", launch(1, wish)), "InvalidIPAddress.InUse", "Address 172.31.4.7 is in use.")
}

// card is a launch whose network interface is to have addresses, as the AWS CLI asks for them with --secondary-private-ip-addresses and --associate-public-ip-address.
func card(wish api.InstanceNetworkInterfaceSpecification) func(*api.RunInstancesInput) {
	wish.DeviceIndex = new(int32(0))
	return func(in *api.RunInstancesInput) {
		in.NetworkInterfaces = []api.InstanceNetworkInterfaceSpecification{wish}
	}
}

func addresses(primary string, others ...string) (wish []api.PrivateIpAddressSpecification) {
	if primary != "" {
		wish = append(wish, api.PrivateIpAddressSpecification{Primary: new(true), PrivateIpAddress: &primary})
	}
	for _, other := range others {
		wish = append(wish, api.PrivateIpAddressSpecification{PrivateIpAddress: &other})
	}
	return wish
}

func TestAnInterfaceHasTheAddressesThatTheLaunchAsksFor(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	free := func() int32 {
		subnets := hosttest.Must[api.DescribeSubnetsOutput](h, admin, "ec2", "DescribeSubnets", &api.DescribeSubnetsInput{Filters: []api.Filter{filter("availability-zone", "us-east-1a")}})
		return *subnets.Subnets[0].AvailableIpAddressCount
	}
	before := free()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, card(api.InstanceNetworkInterfaceSpecification{PrivateIpAddresses: addresses("172.31.4.7", "172.31.4.8", "172.31.4.9")})))
	i := made.Instances[0]
	shown := hosttest.Must[api.DescribeNetworkInterfacesOutput](h, admin, "ec2", "DescribeNetworkInterfaces", &api.DescribeNetworkInterfacesInput{
		Filters: []api.Filter{filter("addresses.private-ip-address", "172.31.4.9")},
	})
	if *i.PrivateIpAddress != "172.31.4.7" || len(i.NetworkInterfaces[0].PrivateIpAddresses) != 3 || len(shown.NetworkInterfaces) != 1 || len(shown.NetworkInterfaces[0].PrivateIpAddresses) != 3 {
		t.Fatalf("got %+v and %+v", i.NetworkInterfaces, shown.NetworkInterfaces)
	}
	for n, a := range shown.NetworkInterfaces[0].PrivateIpAddresses {
		if *a.Primary != (n == 0) || *a.PrivateIpAddress != []string{"172.31.4.7", "172.31.4.8", "172.31.4.9"}[n] || *a.PrivateDnsName != []string{"ip-172-31-4-7", "ip-172-31-4-8", "ip-172-31-4-9"}[n]+".ec2.internal" {
			t.Errorf("address %d is %s %s, primary %t", n, *a.PrivateIpAddress, *a.PrivateDnsName, *a.Primary)
		}
	}
	if got := before - free(); got != 3 {
		t.Errorf("three addresses take %d from the subnet", got)
	}
	want(t, h.Fails(admin, "ec2", "RunInstances", launch(1, func(in *api.RunInstancesInput) { in.PrivateIpAddress = new("172.31.4.8") })), "InvalidIPAddress.InUse", "Address 172.31.4.8 is in use.")
	counted := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, card(api.InstanceNetworkInterfaceSpecification{SecondaryPrivateIpAddressCount: new(int32(4))})))
	seen := map[string]bool{}
	for _, a := range counted.Instances[0].NetworkInterfaces[0].PrivateIpAddresses {
		seen[*a.PrivateIpAddress] = true
	}
	if len(seen) != 5 || !seen[*counted.Instances[0].PrivateIpAddress] {
		t.Errorf("four more addresses make %v", seen)
	}
	hosttest.Must[api.TerminateInstancesOutput](h, admin, "ec2", "TerminateInstances", &api.TerminateInstancesInput{InstanceIds: []string{*i.InstanceId}})
	h.Now = h.Now.Add(10 * time.Second)
	hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, func(in *api.RunInstancesInput) { in.PrivateIpAddress = new("172.31.4.8") }))
}

func TestAddressesThatAnInterfaceCannotHaveAreRefused(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	for _, c := range []struct {
		wish       api.InstanceNetworkInterfaceSpecification
		count      int32
		code, text string
	}{
		{api.InstanceNetworkInterfaceSpecification{PrivateIpAddresses: addresses("172.31.4.7", "172.31.4.7")}, 1, "InvalidParameterValue", "Address 172.31.4.7 is specified more than once"},
		{api.InstanceNetworkInterfaceSpecification{PrivateIpAddresses: addresses("", "10.0.0.1")}, 1, "InvalidParameterValue", "does not fall within the subnet's address range"},
		{api.InstanceNetworkInterfaceSpecification{PrivateIpAddresses: addresses("", "")}, 1, "InvalidParameterValue", "Invalid IP address"},
		{api.InstanceNetworkInterfaceSpecification{PrivateIpAddress: new("172.31.4.6"), PrivateIpAddresses: addresses("172.31.4.7")}, 1, "InvalidParameterCombination", "Only one primary"},
		{api.InstanceNetworkInterfaceSpecification{PrivateIpAddresses: addresses("172.31.4.7", "172.31.4.8"), SecondaryPrivateIpAddressCount: new(int32(1))}, 1, "InvalidParameterCombination", "cannot be used together"},
		{api.InstanceNetworkInterfaceSpecification{SecondaryPrivateIpAddressCount: new(int32(50))}, 1, "PrivateIpAddressLimitExceeded", "Number of private addresses will exceed limit."},
		{api.InstanceNetworkInterfaceSpecification{SecondaryPrivateIpAddressCount: new(int32(-1))}, 1, "InvalidParameterValue", "secondaryPrivateIpAddressCount"},
		{api.InstanceNetworkInterfaceSpecification{SecondaryPrivateIpAddressCount: new(int32(1))}, 2, "InvalidParameterCombination", "a single instance only"},
	} {
		want(t, h.Fails(admin, "ec2", "RunInstances", launch(c.count, card(c.wish))), c.code, c.text)
	}
}

func TestATerminatedInstanceLeavesOnlyWhatWasToStay(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, func(in *api.RunInstancesInput) {
		in.BlockDeviceMappings = []api.BlockDeviceMapping{{DeviceName: new("/dev/sdf"), Ebs: &api.EbsBlockDevice{VolumeSize: new(int32(5)), DeleteOnTermination: new(false)}}}
	}))
	hosttest.Must[api.TerminateInstancesOutput](h, admin, "ec2", "TerminateInstances", &api.TerminateInstancesInput{InstanceIds: ids([]api.Reservation{*made})})
	volumes := hosttest.Must[api.DescribeVolumesOutput](h, admin, "ec2", "DescribeVolumes", &api.DescribeVolumesInput{})
	if len(volumes.Volumes) != 1 || *volumes.Volumes[0].Size != 5 || *volumes.Volumes[0].State != "available" {
		t.Errorf("volumes %+v", volumes.Volumes)
	}
	cards := hosttest.Must[api.DescribeNetworkInterfacesOutput](h, admin, "ec2", "DescribeNetworkInterfaces", &api.DescribeNetworkInterfacesInput{})
	if len(cards.NetworkInterfaces) != 0 {
		t.Errorf("interfaces %+v", cards.NetworkInterfaces)
	}
}

func TestUserDataIsShownToWhoAsksForItAndSealedAtRest(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	secret := base64.StdEncoding.EncodeToString([]byte("#!/bin/sh\nexport PASSWORD=hunter2"))
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1, func(in *api.RunInstancesInput) { in.UserData = &secret }))
	id := *made.Instances[0].InstanceId
	shown := hosttest.Must[api.DescribeInstanceAttributeOutput](h, admin, "ec2", "DescribeInstanceAttribute", &api.DescribeInstanceAttributeInput{InstanceId: id, Attribute: "userData"})
	if *shown.UserData.Value != secret {
		t.Errorf("user data %q", *shown.UserData.Value)
	}
	other := base64.StdEncoding.EncodeToString([]byte("other"))
	change := &api.ModifyInstanceAttributeInput{InstanceId: id, UserData: &api.BlobAttributeValue{Value: []byte("other")}}
	want(t, h.Fails(admin, "ec2", "ModifyInstanceAttribute", change), "IncorrectInstanceState", "is not in the 'stopped' state")
	hosttest.Must[api.StopInstancesOutput](h, admin, "ec2", "StopInstances", &api.StopInstancesInput{InstanceIds: []string{id}})
	h.Now = h.Now.Add(time.Minute)
	hosttest.Must[api.ModifyInstanceAttributeOutput](h, admin, "ec2", "ModifyInstanceAttribute", change)
	shown = hosttest.Must[api.DescribeInstanceAttributeOutput](h, admin, "ec2", "DescribeInstanceAttribute", &api.DescribeInstanceAttributeInput{InstanceId: id, Attribute: "userData"})
	if *shown.UserData.Value != other {
		t.Errorf("user data %q", *shown.UserData.Value)
	}
}
