package ec2

import (
	"iter"
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var imageOperations = []service.Operation{
	reads("DescribeImages", func(in *api.DescribeImagesInput) *bool { return in.DryRun }, describeImages),
}

// image is one of the images that every account sees. They are invented: nothing boots from them.
type image struct {
	id, name, architecture, platform, usage, description string
	size                                                 int32 // of its root volume, in GiB
}

// imageOwner is the account that images belong to. It is nobody's; its alias is the one that scripts ask for.
const (
	imageOwner = "100000000000"
	ownerAlias = "amazon"
)

const (
	rootDevice  = "/dev/xvda"
	noMachine   = "A record only: this server starts no machine."
	imageMadeAt = "2026-01-01T00:00:00.000Z"
)

var images = []image{
	{"ami-0cadea00000000001", "cardea-linux-2026.1-x86_64", "x86_64", "Linux/UNIX", "RunInstances", "Cardea Linux 2026.1, x86_64. " + noMachine, 8},
	{"ami-0cadea00000000002", "cardea-linux-2026.1-arm64", "arm64", "Linux/UNIX", "RunInstances", "Cardea Linux 2026.1, arm64. " + noMachine, 8},
	{"ami-0cadea00000000003", "cardea-minimal-2026.1-x86_64", "x86_64", "Linux/UNIX", "RunInstances", "Cardea Linux 2026.1 minimal, x86_64. " + noMachine, 2},
	{"ami-0cadea00000000004", "cardea-windows-2026.1-x86_64", "x86_64", "Windows", "RunInstances:0002", "A Windows image, x86_64. " + noMachine, 30},
}

func imageNamed(id string) (image, bool) {
	i := slices.IndexFunc(images, func(i image) bool { return i.id == id })
	if i < 0 {
		return image{}, false
	}
	return images[i], true
}

// snapshot is what the root volume of an instance of the image is made of.
func (i image) snapshot() string { return strings.Replace(i.id, anImage.prefix, "snap", 1) }

// imageKeys are the keys of an image in asks. One that does not exist has no more than its identifier.
func imageKeys(c *service.Call, id string) []access.Key {
	keys := []access.Key{access.One("ec2:ImageID", id)}
	if _, ok := imageNamed(id); ok {
		keys = append(keys,
			access.One("ec2:ImageType", "machine"), access.One("ec2:Owner", ownerAlias), access.One("ec2:Public", "true"), access.One("ec2:RootDeviceType", "ebs"))
	}
	return append(keys, tagKeys(c, id)...)
}

var imageNoun = noun[api.Image]{
	kind: anImage,
	all: func(c *service.Call, after string) iter.Seq2[string, api.Image] {
		shown := make([]api.Image, 0, len(images))
		for _, i := range images {
			shown = append(shown, showImage(c, i))
		}
		return sorted(shown, func(i *api.Image) string { return *i.ImageId }, after)
	},
	one: func(c *service.Call, id string) (api.Image, bool) {
		i, ok := imageNamed(id)
		if !ok {
			return api.Image{}, false
		}
		return showImage(c, i), true
	},
	tags: func(i *api.Image) []api.Tag { return i.Tags },
	fields: joined(fields[api.Image]{
		"image-id":            field(func(i *api.Image) *string { return i.ImageId }),
		"name":                field(func(i *api.Image) *string { return i.Name }),
		"architecture":        field(func(i *api.Image) *string { return i.Architecture }),
		"description":         field(func(i *api.Image) *string { return i.Description }),
		"platform":            field(func(i *api.Image) *string { return i.Platform }),
		"platform-details":    field(func(i *api.Image) *string { return i.PlatformDetails }),
		"owner-id":            field(func(i *api.Image) *string { return i.OwnerId }),
		"owner-alias":         field(func(i *api.Image) *string { return i.ImageOwnerAlias }),
		"state":               field(func(i *api.Image) *string { return i.State }),
		"root-device-type":    field(func(i *api.Image) *string { return i.RootDeviceType }),
		"root-device-name":    field(func(i *api.Image) *string { return i.RootDeviceName }),
		"virtualization-type": field(func(i *api.Image) *string { return i.VirtualizationType }),
		"hypervisor":          field(func(i *api.Image) *string { return i.Hypervisor }),
		"image-type":          field(func(i *api.Image) *string { return i.ImageType }),
		"creation-date":       field(func(i *api.Image) *string { return i.CreationDate }),
		"boot-mode":           field(func(i *api.Image) *string { return i.BootMode }),
		"is-public":           flag(func(i *api.Image) *bool { return i.Public }),
		"ena-support":         flag(func(i *api.Image) *bool { return i.EnaSupport }),
		"imds-support":        field(func(i *api.Image) *string { return i.ImdsSupport }),
		"sriov-net-support":   field(func(i *api.Image) *string { return i.SriovNetSupport }),
		"manifest-location":   field(func(i *api.Image) *string { return i.ImageLocation }),
		"usage-operation":     field(func(i *api.Image) *string { return i.UsageOperation }),
	}, under("block-device-mapping.", func(i *api.Image) []api.BlockDeviceMapping { return i.BlockDeviceMappings }, fields[api.BlockDeviceMapping]{
		"device-name":           field(func(m *api.BlockDeviceMapping) *string { return m.DeviceName }),
		"volume-type":           field(func(m *api.BlockDeviceMapping) *string { return m.Ebs.VolumeType }),
		"volume-size":           field(func(m *api.BlockDeviceMapping) *string { return spelled(m.Ebs.VolumeSize) }),
		"snapshot-id":           field(func(m *api.BlockDeviceMapping) *string { return m.Ebs.SnapshotId }),
		"encrypted":             flag(func(m *api.BlockDeviceMapping) *bool { return m.Ebs.Encrypted }),
		"delete-on-termination": flag(func(m *api.BlockDeviceMapping) *bool { return m.Ebs.DeleteOnTermination }),
	}), nothing[api.Image]("kernel-id", "product-code", "product-code.type", "ramdisk-id", "source-image-id", "source-image-region", "source-instance-id", "state-reason-code", "state-reason-message")),
}

func describeImages(c *service.Call, in *api.DescribeImagesInput) (*api.DescribeImagesOutput, error) {
	if err := anImage.check(in.ImageIds...); err != nil {
		return nil, err
	}
	q := query{ids: in.ImageIds, filters: slices.Clone(in.Filters), max: in.MaxResults, token: in.NextToken}
	found, next, err := imageNoun.find(c, q)
	if err != nil {
		return nil, err
	}
	return &api.DescribeImagesOutput{NextToken: next, Images: slices.DeleteFunc(found, func(i api.Image) bool {
		return !(among(in.Owners, imageOwner) || slices.Contains(in.Owners, ownerAlias)) || !among(in.ExecutableUsers, "all")
	})}, nil
}

func showImage(c *service.Call, i image) api.Image {
	shown := api.Image{
		ImageId: &i.id, Name: &i.name, Architecture: &i.architecture, Description: &i.description, PlatformDetails: &i.platform, UsageOperation: &i.usage,
		OwnerId: new(imageOwner), ImageOwnerAlias: new(ownerAlias), ImageLocation: new(ownerAlias + "/" + i.name), Public: new(true), State: new(api.ImageStateAvailable),
		ImageType: new("machine"), CreationDate: new(imageMadeAt), Hypervisor: new("xen"), VirtualizationType: new("hvm"), BootMode: new("uefi-preferred"),
		RootDeviceName: new(rootDevice), RootDeviceType: new("ebs"), EnaSupport: new(true), SriovNetSupport: new("simple"), ImdsSupport: new("v2.0"), Tags: showTags(c, i.id),
		BlockDeviceMappings: []api.BlockDeviceMapping{{DeviceName: new(rootDevice), Ebs: &api.EbsBlockDevice{
			DeleteOnTermination: new(true), Encrypted: new(false), SnapshotId: new(i.snapshot()), VolumeSize: new(i.size), VolumeType: new("gp3"), Iops: new(gp3Iops), Throughput: new(gp3Throughput),
		}}},
	}
	if i.platform == "Windows" {
		shown.Platform = new("Windows")
	}
	return shown
}
