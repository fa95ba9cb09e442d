package ec2

import (
	"slices"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// launch is what a RunInstances request comes down to, before it is known whether everything that it names exists.
type launch struct {
	in        *api.RunInstancesInput
	instance  *Instance // what each of them will be like
	card      *NetworkInterface
	address   string   // the one that the caller wants
	secondary []string // addresses beside it that the caller wants
	others    int      // how many more addresses the caller wants
	subnetID  string   // as it was asked for; Subnet of the instance is empty if there is none
	groups    []string
	byName    []string // groups that were asked for by a name which no group has
	volumes   []*Volume
	tags      map[string]identity.Tags
	role      *identity.Role
	profile   *identity.InstanceProfile
}

// newLaunch reads a request. Its errors are those of parameters that say nothing about what exists.
func newLaunch(c *service.Call, in *api.RunInstancesInput) (*launch, error) {
	if text(in.ImageId) == "" {
		return nil, missing("ImageId")
	}
	if err := anImage.check(*in.ImageId); err != nil {
		return nil, err
	}
	if in.MinCount < 1 || in.MaxCount < in.MinCount {
		return nil, invalidValue("Value (%d) for parameter maxCount is invalid. It must be at least 1 and not less than minCount.", in.MaxCount)
	}
	if in.LaunchTemplate != nil {
		return nil, refuse("InvalidLaunchTemplateId.NotFound", "The specified launch template, with template ID %s, does not exist.", or(in.LaunchTemplate.LaunchTemplateId, text(in.LaunchTemplate.LaunchTemplateName)))
	}
	if in.InstanceMarketOptions != nil && text(in.InstanceMarketOptions.MarketType) != "" {
		return nil, refuse("UnsupportedOperation", "This server has on-demand instances only.")
	}
	if err := checkToken(text(in.ClientToken)); err != nil {
		return nil, err
	}
	if err := checkUserData(text(in.UserData)); err != nil {
		return nil, err
	}
	tags, err := specified(in.TagSpecifications, anInstance, aVolume, anInterface)
	if err != nil {
		return nil, err
	}
	l := &launch{in: in, tags: tags, instance: newInstance(c, in)}
	if err := l.network(c); err != nil {
		return nil, err
	}
	l.findProfile(c)
	return l, l.devices(c)
}

// newInstance is what all instances of a launch have in common.
func newInstance(c *service.Call, in *api.RunInstancesInput) *Instance {
	i := &Instance{
		Account: c.Account(), Region: regionOf(c), LaunchedAt: second(c), CreatedAt: second(c), State: pending, Since: c.Now, Image: *in.ImageId, Type: or(in.InstanceType, defaultType),
		KeyPair: text(in.KeyName), Token: text(in.ClientToken), Monitored: in.Monitoring != nil && in.Monitoring.Enabled, EbsOptimized: yes(in.EbsOptimized),
		KeepsRunning: yes(in.DisableApiStop), KeepsExisting: yes(in.DisableApiTermination), OnShutdown: or(in.InstanceInitiatedShutdownBehavior, "stop"),
		Tenancy: "default", Recovery: "default", Metadata: MetadataOptions{Tokens: "optional", Endpoint: "enabled", HopLimit: 1, IPv6: "disabled", Tags: "disabled"},
		Names: HostNameOptions{Type: "ip-name"},
	}
	if p := in.Placement; p != nil {
		i.Tenancy = or(p.Tenancy, i.Tenancy)
	}
	if m := in.MetadataOptions; m != nil {
		i.Metadata = MetadataOptions{
			Tokens: or(m.HttpTokens, i.Metadata.Tokens), Endpoint: or(m.HttpEndpoint, i.Metadata.Endpoint), HopLimit: or(m.HttpPutResponseHopLimit, i.Metadata.HopLimit),
			IPv6: or(m.HttpProtocolIpv6, i.Metadata.IPv6), Tags: or(m.InstanceMetadataTags, i.Metadata.Tags),
		}
	}
	if in.MaintenanceOptions != nil {
		i.Recovery = or(in.MaintenanceOptions.AutoRecovery, i.Recovery)
	}
	if in.HibernationOptions != nil {
		i.Hibernates = yes(in.HibernationOptions.Configured)
	}
	if in.EnclaveOptions != nil {
		i.Enclave = yes(in.EnclaveOptions.Enabled)
	}
	if n := in.PrivateDnsNameOptions; n != nil {
		i.Names = HostNameOptions{Type: or(n.HostnameType, "ip-name"), A: yes(n.EnableResourceNameDnsARecord), AAAA: yes(n.EnableResourceNameDnsAAAARecord)}
	}
	if size, ok := typeNamed(i.Type); ok {
		i.Cores, i.Threads, i.Credits = size.vcpus/size.threads, size.threads, size.credits()
	}
	if o := in.CpuOptions; o != nil {
		i.Cores, i.Threads = or(o.CoreCount, i.Cores), or(o.ThreadsPerCore, i.Threads)
	}
	if in.CreditSpecification != nil {
		i.Credits = in.CreditSpecification.CpuCredits
	}
	return i
}

// network reads where the instances will be: from the request itself or from its one network interface.
func (l *launch) network(c *service.Call) error {
	in := l.in
	l.card = &NetworkInterface{Account: c.Account(), Region: regionOf(c), AttachedAt: second(c), WantsPublic: true}
	l.subnetID, l.groups, l.address = text(in.SubnetId), slices.Clone(in.SecurityGroupIds), text(in.PrivateIpAddress)
	names := in.SecurityGroups
	if len(in.NetworkInterfaces) > 0 {
		if len(in.NetworkInterfaces) > 1 || or(in.NetworkInterfaces[0].DeviceIndex, 0) != 0 || in.NetworkInterfaces[0].NetworkInterfaceId != nil {
			return refuse("UnsupportedOperation", "This server gives an instance one network interface of its own, with device index 0.")
		}
		if err := l.onlyOnce(); err != nil {
			return err
		}
		wish := in.NetworkInterfaces[0]
		l.subnetID, l.groups = text(wish.SubnetId), slices.Clone(wish.Groups)
		if err := l.addresses(&wish); err != nil {
			return err
		}
		l.card.Description, l.card.WantsPublic = text(wish.Description), or(wish.AssociatePublicIpAddress, true)
	}
	if l.subnetID != "" {
		if err := aSubnet.check(l.subnetID); err != nil {
			return err
		}
	}
	if err := l.place(c); err != nil {
		return err
	}
	if err := aGroup.check(l.groups...); err != nil {
		return err
	}
	for _, name := range names {
		if g, ok := groupCalled(c, name); ok {
			l.groups = append(l.groups, g.ID)
		} else {
			l.byName = append(l.byName, name)
		}
	}
	if len(l.groups)+len(l.byName) == 0 {
		l.groups = []string{defaultGroupID(c)}
	}
	slices.Sort(l.groups)
	l.groups = slices.Compact(l.groups)
	return nil
}

// addresses reads the private addresses that the network interface is to have: the primary one, and others that are named or counted.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterfaceSpecification.html
func (l *launch) addresses(wish *api.InstanceNetworkInterfaceSpecification) error {
	l.address, l.others = text(wish.PrivateIpAddress), int(or(wish.SecondaryPrivateIpAddressCount, 0))
	for _, a := range wish.PrivateIpAddresses {
		switch {
		case !yes(a.Primary):
			l.secondary = append(l.secondary, text(a.PrivateIpAddress))
		case l.address != "":
			return invalidCombination("Only one primary private IP address can be specified.")
		default:
			l.address = text(a.PrivateIpAddress)
		}
	}
	switch {
	case l.others < 0:
		return invalidValue("Value (%d) for parameter secondaryPrivateIpAddressCount is invalid.", l.others)
	case l.others > 0 && len(wish.PrivateIpAddresses) > 1:
		return invalidCombination("The parameters privateIpAddresses and secondaryPrivateIpAddressCount cannot be used together")
	case 1+len(l.secondary)+l.others > maxAddresses:
		return refuse("PrivateIpAddressLimitExceeded", "Number of private addresses will exceed limit.")
	}
	return nil
}

// onlyOnce refuses what the request says beside its network interface and could say of it.
func (l *launch) onlyOnce() error {
	const both = "Network interfaces and an instance-level %s may not be specified on the same request"
	switch {
	case l.subnetID != "":
		return invalidCombination(both, "subnet ID")
	case len(l.groups)+len(l.in.SecurityGroups) > 0:
		return invalidCombination(both, "security groups")
	case l.address != "":
		return invalidCombination(both, "private IP address")
	}
	return nil
}

// place chooses the subnet: the one that was asked for, that of the zone, or the first.
func (l *launch) place(c *service.Call) error {
	zone := ""
	if l.in.Placement != nil {
		zone = text(l.in.Placement.AvailabilityZone)
	}
	for _, s := range subnetsOf(c) {
		if s.ID == l.subnetID || (l.subnetID == "" && (zone == "" || s.Zone == zone)) {
			if zone != "" && zone != s.Zone {
				return invalidValue("The availability zone '%s' is not that of the subnet '%s'.", zone, s.ID)
			}
			l.instance.Subnet, l.card.Subnet, l.subnetID = s.ID, s.ID, s.ID
			return nil
		}
	}
	if l.subnetID == "" {
		return invalidValue("Invalid availability zone: [%s]", zone)
	}
	return nil // a subnet that does not exist: run says so
}

// findProfile looks for the instance profile that was asked for, and for the role that it carries.
func (l *launch) findProfile(c *service.Call) {
	wish := l.in.IamInstanceProfile
	if wish == nil {
		return
	}
	var profile *identity.InstanceProfile
	for p := range store.InstanceProfiles.Prefix(c.Tx, c.Account()+"/") {
		if (text(wish.Name) != "" && p.Name == *wish.Name) || (text(wish.Arn) != "" && p.ARN() == *wish.Arn) {
			profile = p
		}
	}
	if profile == nil {
		return
	}
	l.profile = profile
	l.instance.Profile = &Profile{ARN: profile.ARN(), ID: profile.ID, At: c.Now}
	for _, id := range profile.Roles {
		l.role, _ = store.RolesByID.Get(c.Tx, id)
	}
}

// devices are the volumes that each instance will have: the root volume, as the image has it or as the caller changes it, and others that the caller wants.
func (l *launch) devices(c *service.Call) error {
	picture, known := imageNamed(l.instance.Image)
	root := &api.EbsBlockDevice{VolumeSize: new(picture.size), VolumeType: new("gp3")}
	if !known {
		root.VolumeSize = new(int32(8)) // for the asks: run refuses
	}
	wishes := slices.Clone(l.in.BlockDeviceMappings)
	if !slices.ContainsFunc(wishes, func(w api.BlockDeviceMapping) bool { return text(w.DeviceName) == rootDevice }) {
		wishes = slices.Insert(wishes, 0, api.BlockDeviceMapping{DeviceName: new(rootDevice), Ebs: root})
	}
	var used []string
	for _, wish := range wishes {
		device := text(wish.DeviceName)
		if device == "" {
			return refuse("InvalidBlockDeviceMapping", "Missing device name")
		}
		if slices.Contains(used, device) {
			return refuse("InvalidBlockDeviceMapping", "The device '%s' is used in more than one block-device mapping", device)
		}
		used = append(used, device)
		switch {
		case text(wish.NoDevice) != "":
			return refuse("InvalidRequest", "The request received was invalid")
		case wish.NoDevice != nil || wish.VirtualName != nil:
			continue // nothing to make: types of this server have no disks of their own
		case wish.Ebs == nil:
			return missing("ebs")
		}
		v, err := l.device(c, device, wish.Ebs, root)
		if err != nil {
			return err
		}
		l.volumes = append(l.volumes, v)
	}
	return nil
}

func (l *launch) device(c *service.Call, device string, wish, root *api.EbsBlockDevice) (*Volume, error) {
	s, _ := subnetNamed(c, l.instance.Subnet)
	v := &Volume{
		Account: c.Account(), Region: regionOf(c), Zone: s.Zone, CreatedAt: c.Now, Size: or(wish.VolumeSize, 0), Type: or(wish.VolumeType, defaultVolumeType),
		Encrypted: yes(wish.Encrypted), KMSKey: text(wish.KmsKeyId), Snapshot: text(wish.SnapshotId),
		Attachment: &Attachment{Device: device, At: second(c), Deletes: or(wish.DeleteOnTermination, true)},
	}
	if !v.Encrypted && v.KMSKey != "" {
		return nil, keyWithoutEncryption()
	}
	picture, known := imageNamed(l.instance.Image)
	if device == rootDevice {
		v.Size, v.Type, v.Snapshot = or(wish.VolumeSize, *root.VolumeSize), or(wish.VolumeType, *root.VolumeType), picture.snapshot()
		if v.Size < *root.VolumeSize {
			return nil, refuse("InvalidBlockDeviceMapping", "Volume of size %dGB is smaller than snapshot '%s', expect size >= %dGB", v.Size, v.Snapshot, *root.VolumeSize)
		}
	} else if v.Snapshot != "" && (!known || v.Snapshot != picture.snapshot()) {
		return nil, refuse("InvalidSnapshot.NotFound", "The snapshot '%s' does not exist.", v.Snapshot)
	}
	if v.Size == 0 {
		return nil, missing("size or snapshotId")
	}
	return v, v.shape(wish.Iops, wish.Throughput)
}
