package ec2

import (
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
)

// instanceFields are the filters of DescribeInstances, but for those on reservations.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
var instanceFields = joined(fields[api.Instance]{
	"instance-id":                       field(func(i *api.Instance) *string { return i.InstanceId }),
	"instance-type":                     field(func(i *api.Instance) *string { return i.InstanceType }),
	"instance-state-name":               field(func(i *api.Instance) *string { return i.State.Name }),
	"instance-state-code":               func(i *api.Instance) []string { return []string{decimal(*i.State.Code)} },
	"image-id":                          field(func(i *api.Instance) *string { return i.ImageId }),
	"key-name":                          field(func(i *api.Instance) *string { return i.KeyName }),
	"architecture":                      field(func(i *api.Instance) *string { return i.Architecture }),
	"availability-zone":                 field(func(i *api.Instance) *string { return i.Placement.AvailabilityZone }),
	"availability-zone-id":              field(func(i *api.Instance) *string { return i.Placement.AvailabilityZoneId }),
	"tenancy":                           field(func(i *api.Instance) *string { return i.Placement.Tenancy }),
	"placement-group-name":              field(func(i *api.Instance) *string { return i.Placement.GroupName }),
	"client-token":                      field(func(i *api.Instance) *string { return i.ClientToken }),
	"dns-name":                          field(func(i *api.Instance) *string { return i.PublicDnsName }),
	"private-dns-name":                  field(func(i *api.Instance) *string { return i.PrivateDnsName }),
	"ip-address":                        field(func(i *api.Instance) *string { return i.PublicIpAddress }),
	"private-ip-address":                field(func(i *api.Instance) *string { return i.PrivateIpAddress }),
	"subnet-id":                         field(func(i *api.Instance) *string { return i.SubnetId }),
	"vpc-id":                            field(func(i *api.Instance) *string { return i.VpcId }),
	"platform":                          field(func(i *api.Instance) *string { return i.Platform }),
	"platform-details":                  field(func(i *api.Instance) *string { return i.PlatformDetails }),
	"usage-operation":                   field(func(i *api.Instance) *string { return i.UsageOperation }),
	"usage-operation-update-time":       moment(func(i *api.Instance) *time.Time { return i.UsageOperationUpdateTime }),
	"root-device-name":                  field(func(i *api.Instance) *string { return i.RootDeviceName }),
	"root-device-type":                  field(func(i *api.Instance) *string { return i.RootDeviceType }),
	"hypervisor":                        field(func(i *api.Instance) *string { return i.Hypervisor }),
	"virtualization-type":               field(func(i *api.Instance) *string { return i.VirtualizationType }),
	"boot-mode":                         field(func(i *api.Instance) *string { return i.BootMode }),
	"current-instance-boot-mode":        field(func(i *api.Instance) *string { return i.CurrentInstanceBootMode }),
	"monitoring-state":                  field(func(i *api.Instance) *string { return i.Monitoring.State }),
	"launch-time":                       moment(func(i *api.Instance) *time.Time { return i.LaunchTime }),
	"launch-index":                      func(i *api.Instance) []string { return []string{decimal(*i.AmiLaunchIndex)} },
	"reason":                            field(func(i *api.Instance) *string { return i.StateTransitionReason }),
	"state-reason-code":                 field(func(i *api.Instance) *string { return stateReason(i).Code }),
	"state-reason-message":              field(func(i *api.Instance) *string { return stateReason(i).Message }),
	"source-dest-check":                 flag(func(i *api.Instance) *bool { return i.SourceDestCheck }),
	"ebs-optimized":                     flag(func(i *api.Instance) *bool { return i.EbsOptimized }),
	"ena-support":                       flag(func(i *api.Instance) *bool { return i.EnaSupport }),
	"enclave-options.enabled":           flag(func(i *api.Instance) *bool { return i.EnclaveOptions.Enabled }),
	"hibernation-options.configured":    flag(func(i *api.Instance) *bool { return i.HibernationOptions.Configured }),
	"maintenance-options.auto-recovery": field(func(i *api.Instance) *string { return i.MaintenanceOptions.AutoRecovery }),
	"capacity-reservation-specification.capacity-reservation-preference": field(func(i *api.Instance) *string {
		return i.CapacityReservationSpecification.CapacityReservationPreference
	}),
	"metadata-options.state":                                        field(func(i *api.Instance) *string { return i.MetadataOptions.State }),
	"metadata-options.http-tokens":                                  field(func(i *api.Instance) *string { return i.MetadataOptions.HttpTokens }),
	"metadata-options.http-endpoint":                                field(func(i *api.Instance) *string { return i.MetadataOptions.HttpEndpoint }),
	"metadata-options.http-protocol-ipv6":                           field(func(i *api.Instance) *string { return i.MetadataOptions.HttpProtocolIpv6 }),
	"metadata-options.instance-metadata-tags":                       field(func(i *api.Instance) *string { return i.MetadataOptions.InstanceMetadataTags }),
	"metadata-options.http-put-response-hop-limit":                  field(func(i *api.Instance) *string { return spelled(i.MetadataOptions.HttpPutResponseHopLimit) }),
	"private-dns-name-options.hostname-type":                        field(func(i *api.Instance) *string { return i.PrivateDnsNameOptions.HostnameType }),
	"private-dns-name-options.enable-resource-name-dns-a-record":    flag(func(i *api.Instance) *bool { return i.PrivateDnsNameOptions.EnableResourceNameDnsARecord }),
	"private-dns-name-options.enable-resource-name-dns-aaaa-record": flag(func(i *api.Instance) *bool { return i.PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord }),
	"iam-instance-profile.arn":                                      field(func(i *api.Instance) *string { return profileShown(i).Arn }),
	"iam-instance-profile.id":                                       field(func(i *api.Instance) *string { return profileShown(i).Id }),
	"instance.group-id":                                             each(groupsOfInstance, func(g *api.GroupIdentifier) *string { return g.GroupId }),
	"instance.group-name":                                           each(groupsOfInstance, func(g *api.GroupIdentifier) *string { return g.GroupName }),
	"group-id":                                                      each(groupsOfInstance, func(g *api.GroupIdentifier) *string { return g.GroupId }),
	"group-name":                                                    each(groupsOfInstance, func(g *api.GroupIdentifier) *string { return g.GroupName }),
	"block-device-mapping.volume-id":                                each(devicesOfInstance, func(d *api.InstanceBlockDeviceMapping) *string { return d.Ebs.VolumeId }),
	"block-device-mapping.device-name":                              each(devicesOfInstance, func(d *api.InstanceBlockDeviceMapping) *string { return d.DeviceName }),
	"block-device-mapping.status":                                   each(devicesOfInstance, func(d *api.InstanceBlockDeviceMapping) *string { return d.Ebs.Status }),
	"block-device-mapping.attach-time":                              all(devicesOfInstance, moment(func(d *api.InstanceBlockDeviceMapping) *time.Time { return d.Ebs.AttachTime })),
	"block-device-mapping.delete-on-termination":                    all(devicesOfInstance, flag(func(d *api.InstanceBlockDeviceMapping) *bool { return d.Ebs.DeleteOnTermination })),
	// What an interface does not tell by itself its instance does.
	"network-interface.attachment.instance-id": ofItsCard(func(i *api.Instance) *string { return i.InstanceId }),
	"network-interface.availability-zone":      ofItsCard(func(i *api.Instance) *string { return i.Placement.AvailabilityZone }),
}, cardFields, never[api.Instance]("network-interface.requester-managed", "operator.managed"), nothing[api.Instance](
	"affinity", "capacity-reservation-id", "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id",
	"capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn", "host-id", "instance-lifecycle", "ipv6-address", "kernel-id",
	"network-interface.addresses.association.allocation-id", "network-interface.addresses.association.association-id", "network-interface.addresses.association.carrier-ip",
	"network-interface.addresses.association.customer-owned-ip", "network-interface.association.allocation-id", "network-interface.association.association-id",
	"network-interface.association.carrier-ip", "network-interface.association.customer-owned-ip", "network-interface.ipv6-address", "network-interface.ipv6-addresses.ipv6-address",
	"network-interface.outpost-arn", "network-interface.requester-id", "operator.principal", "outpost-arn", "placement-partition-number", "product-code", "product-code.type", "ramdisk-id",
	"requester-id", "spot-instance-request-id", "tpm-support",
))

// cardFields are the filters on the network interface of an instance.
var cardFields = under("network-interface.", interfacesOfInstance, fields[api.InstanceNetworkInterface]{
	"network-interface-id": field(func(n *api.InstanceNetworkInterface) *string { return n.NetworkInterfaceId }),
	"subnet-id":            field(func(n *api.InstanceNetworkInterface) *string { return n.SubnetId }),
	"vpc-id":               field(func(n *api.InstanceNetworkInterface) *string { return n.VpcId }),
	"description":          field(func(n *api.InstanceNetworkInterface) *string { return n.Description }),
	"mac-address":          field(func(n *api.InstanceNetworkInterface) *string { return n.MacAddress }),
	"owner-id":             field(func(n *api.InstanceNetworkInterface) *string { return n.OwnerId }),
	"private-dns-name":     field(func(n *api.InstanceNetworkInterface) *string { return n.PrivateDnsName }),
	"private-ip-address":   field(func(n *api.InstanceNetworkInterface) *string { return n.PrivateIpAddress }),
	"status":               field(func(n *api.InstanceNetworkInterface) *string { return n.Status }),
	"source-dest-check":    flag(func(n *api.InstanceNetworkInterface) *bool { return n.SourceDestCheck }),
	"group-id":             each(groupsOfCard, func(g *api.GroupIdentifier) *string { return g.GroupId }),
	"group-name":           each(groupsOfCard, func(g *api.GroupIdentifier) *string { return g.GroupName }),

	"addresses.private-ip-address": each(addressesOfCard, func(a *api.InstancePrivateIpAddress) *string { return a.PrivateIpAddress }),
	"addresses.private-dns-name":   each(addressesOfCard, func(a *api.InstancePrivateIpAddress) *string { return a.PrivateDnsName }),
	"addresses.primary":            all(addressesOfCard, flag(func(a *api.InstancePrivateIpAddress) *bool { return a.Primary })),

	"addresses.association.ip-owner-id":     field(func(n *api.InstanceNetworkInterface) *string { return associationOf(n).IpOwnerId }),
	"addresses.association.public-dns-name": field(func(n *api.InstanceNetworkInterface) *string { return associationOf(n).PublicDnsName }),
	"addresses.association.public-ip":       field(func(n *api.InstanceNetworkInterface) *string { return associationOf(n).PublicIp }),
	"association.ip-owner-id":               field(func(n *api.InstanceNetworkInterface) *string { return associationOf(n).IpOwnerId }),
	"association.public-dns-name":           field(func(n *api.InstanceNetworkInterface) *string { return associationOf(n).PublicDnsName }),
	"association.public-ip":                 field(func(n *api.InstanceNetworkInterface) *string { return associationOf(n).PublicIp }),
	"public-dns-name":                       field(func(n *api.InstanceNetworkInterface) *string { return associationOf(n).PublicDnsName }),

	"attachment.attachment-id":         field(func(n *api.InstanceNetworkInterface) *string { return n.Attachment.AttachmentId }),
	"attachment.status":                field(func(n *api.InstanceNetworkInterface) *string { return n.Attachment.Status }),
	"attachment.attach-time":           moment(func(n *api.InstanceNetworkInterface) *time.Time { return n.Attachment.AttachTime }),
	"attachment.delete-on-termination": flag(func(n *api.InstanceNetworkInterface) *bool { return n.Attachment.DeleteOnTermination }),
	"attachment.device-index":          field(func(n *api.InstanceNetworkInterface) *string { return spelled(n.Attachment.DeviceIndex) }),
	"attachment.network-card-index":    field(func(n *api.InstanceNetworkInterface) *string { return spelled(n.Attachment.NetworkCardIndex) }),
	"attachment.instance-owner-id":     field(func(n *api.InstanceNetworkInterface) *string { return n.OwnerId }),
})

// ofItsCard is a filter on the interface of an instance that asks for what the instance tells: one without an interface does not match.
func ofItsCard(of func(*api.Instance) *string) func(*api.Instance) []string {
	return func(i *api.Instance) []string {
		if len(i.NetworkInterfaces) == 0 {
			return nil
		}
		return field(of)(i)
	}
}

func groupsOfInstance(i *api.Instance) []api.GroupIdentifier { return i.SecurityGroups }

func interfacesOfInstance(i *api.Instance) []api.InstanceNetworkInterface { return i.NetworkInterfaces }

func devicesOfInstance(i *api.Instance) []api.InstanceBlockDeviceMapping {
	return i.BlockDeviceMappings
}

func groupsOfCard(n *api.InstanceNetworkInterface) []api.GroupIdentifier { return n.Groups }

func addressesOfCard(n *api.InstanceNetworkInterface) []api.InstancePrivateIpAddress {
	return n.PrivateIpAddresses
}

func associationOf(n *api.InstanceNetworkInterface) *api.InstanceNetworkInterfaceAssociation {
	return orEmpty(n.Association)
}

func profileShown(i *api.Instance) *api.IamInstanceProfile { return orEmpty(i.IamInstanceProfile) }

func stateReason(i *api.Instance) *api.StateReason { return orEmpty(i.StateReason) }
