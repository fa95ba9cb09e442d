package ec2

import (
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

// showInstance is an instance as DescribeInstances and RunInstances show it.
func showInstance(c *service.Call, i *Instance) api.Instance {
	now := i.stateAt(c.Now)
	picture, _ := imageNamed(i.Image)
	size, _ := typeNamed(i.Type)
	s, _ := subnetNamed(c, i.Subnet)
	reason, transition := i.reasons(c.Now)
	shown := api.Instance{
		InstanceId: &i.ID, ImageId: &i.Image, InstanceType: &i.Type, State: showState(now), StateReason: reason, StateTransitionReason: &transition, AmiLaunchIndex: &i.Index,
		LaunchTime: &i.LaunchedAt, KeyName: some(i.KeyPair), ClientToken: &i.Token, EbsOptimized: &i.EbsOptimized, Architecture: &picture.architecture,
		PlatformDetails: &picture.platform, UsageOperation: &picture.usage, UsageOperationUpdateTime: &i.CreatedAt, Hypervisor: new("xen"), VirtualizationType: new("hvm"),
		RootDeviceName: new(rootDevice), RootDeviceType: new("ebs"), EnaSupport: new(size.nitro()), BootMode: new("uefi-preferred"), CurrentInstanceBootMode: new("legacy-bios"),
		Monitoring: showMonitoring(i), Placement: &api.Placement{AvailabilityZone: &s.Zone, AvailabilityZoneId: new(zoneID(s.Zone)), GroupName: new(""), Tenancy: &i.Tenancy},
		CpuOptions:                       &api.CpuOptions{CoreCount: &i.Cores, ThreadsPerCore: &i.Threads},
		EnclaveOptions:                   &api.EnclaveOptions{Enabled: &i.Enclave},
		HibernationOptions:               &api.HibernationOptions{Configured: &i.Hibernates},
		MaintenanceOptions:               &api.InstanceMaintenanceOptions{AutoRecovery: &i.Recovery, RebootMigration: new("default")},
		MetadataOptions:                  showMetadata(i, now),
		CapacityReservationSpecification: &api.CapacityReservationSpecificationResponse{CapacityReservationPreference: new("open")},
		PrivateDnsNameOptions: &api.PrivateDnsNameOptionsResponse{
			HostnameType: &i.Names.Type, EnableResourceNameDnsARecord: &i.Names.A, EnableResourceNameDnsAAAARecord: &i.Names.AAAA,
		},
		ProductCodes: []api.ProductCode{}, Tags: showTags(c, i.ID), PublicDnsName: new(""), PrivateDnsName: new(""),
		SecurityGroups: []api.GroupIdentifier{}, NetworkInterfaces: []api.InstanceNetworkInterface{}, BlockDeviceMappings: showDevices(c, i),
	}
	if picture.platform == "Windows" {
		shown.Platform = new(picture.platform)
	}
	if i.Profile != nil {
		shown.IamInstanceProfile = &api.IamInstanceProfile{Arn: &i.Profile.ARN, Id: &i.Profile.ID}
	}
	if n := interfaceOf(c, i.ID); n != nil {
		showNetwork(c, &shown, n)
	}
	return shown
}

func showMonitoring(i *Instance) *api.Monitoring {
	if i.Monitored {
		return &api.Monitoring{State: new("enabled")}
	}
	return &api.Monitoring{State: new("disabled")}
}

func showMetadata(i *Instance, now state) *api.InstanceMetadataOptionsResponse {
	shown := &api.InstanceMetadataOptionsResponse{
		State: new("applied"), HttpTokens: &i.Metadata.Tokens, HttpEndpoint: &i.Metadata.Endpoint, HttpPutResponseHopLimit: &i.Metadata.HopLimit,
		HttpProtocolIpv6: &i.Metadata.IPv6, InstanceMetadataTags: &i.Metadata.Tags,
	}
	if now == pending {
		shown.State = new("pending")
	}
	return shown
}

// showNetwork puts the interface of an instance into what is shown of it.
func showNetwork(c *service.Call, shown *api.Instance, n *NetworkInterface) {
	shown.SubnetId, shown.VpcId, shown.PrivateIpAddress, shown.PrivateDnsName = &n.Subnet, new(defaultVpc(c)), &n.Private, new(n.privateName(n.Private))
	shown.SourceDestCheck, shown.SecurityGroups = new(!n.Unchecked), showGroups(c, n.Groups)
	card := api.InstanceNetworkInterface{
		NetworkInterfaceId: &n.ID, SubnetId: &n.Subnet, VpcId: new(defaultVpc(c)), OwnerId: &n.Account, Description: &n.Description, MacAddress: &n.MAC, Status: new("in-use"),
		PrivateIpAddress: &n.Private, PrivateDnsName: new(n.privateName(n.Private)), SourceDestCheck: new(!n.Unchecked), InterfaceType: new("interface"), Groups: showGroups(c, n.Groups),
		Ipv6Addresses: []api.InstanceIpv6Address{}, Attachment: &api.InstanceNetworkInterfaceAttachment{
			AttachTime: &n.AttachedAt, AttachmentId: &n.Attachment, DeleteOnTermination: new(true), DeviceIndex: new(int32(0)), NetworkCardIndex: new(int32(0)), Status: new("attached"),
		},
	}
	for i, address := range n.addresses() {
		card.PrivateIpAddresses = append(card.PrivateIpAddresses, api.InstancePrivateIpAddress{Primary: new(i == 0), PrivateIpAddress: &address, PrivateDnsName: new(n.privateName(address))})
	}
	if n.Public != "" {
		shown.PublicIpAddress, shown.PublicDnsName = &n.Public, new(publicName(n))
		card.Association = &api.InstanceNetworkInterfaceAssociation{IpOwnerId: new("amazon"), PublicIp: &n.Public, PublicDnsName: new(publicName(n))}
		card.PrivateIpAddresses[0].Association = card.Association
	}
	shown.NetworkInterfaces = append(shown.NetworkInterfaces, card)
}

func showDevices(c *service.Call, i *Instance) []api.InstanceBlockDeviceMapping {
	devices := []api.InstanceBlockDeviceMapping{}
	for v := range volumesByInstance.All(c.Tx, here(c)+i.ID) {
		devices = append(devices, api.InstanceBlockDeviceMapping{DeviceName: &v.Attachment.Device, Ebs: &api.EbsInstanceBlockDevice{
			VolumeId: &v.ID, AttachTime: &v.Attachment.At, DeleteOnTermination: &v.Attachment.Deletes, Status: new("attached"),
		}})
	}
	return devices
}
