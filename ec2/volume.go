package ec2

import (
	"bytes"
	"iter"
	"slices"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var volumeOperations = []service.Operation{
	reads("DescribeVolumes", func(in *api.DescribeVolumesInput) *bool { return in.DryRun }, describeVolumes),
	writes("CreateVolume", service.Write, func(in *api.CreateVolumeInput) *bool { return in.DryRun }, asksCreateVolume, createVolume),
	writes("DeleteVolume", service.Write, func(in *api.DeleteVolumeInput) *bool { return in.DryRun }, asksDeleteVolume, deleteVolume),
}

// Volume is a volume. It holds no byte.
type Volume struct {
	Account    string      `cbor:"1,keyasint"`
	Region     string      `cbor:"2,keyasint"`
	ID         string      `cbor:"3,keyasint"`
	Zone       string      `cbor:"4,keyasint"`
	CreatedAt  time.Time   `cbor:"5,keyasint"`
	Size       int32       `cbor:"6,keyasint"` // GiB
	Type       string      `cbor:"7,keyasint"`
	IOPS       int32       `cbor:"8,keyasint,omitempty"`
	Throughput int32       `cbor:"9,keyasint,omitempty"` // MiB/s
	Encrypted  bool        `cbor:"10,keyasint,omitempty"`
	KMSKey     string      `cbor:"11,keyasint,omitempty"`
	Snapshot   string      `cbor:"12,keyasint,omitempty"`
	Multi      bool        `cbor:"13,keyasint,omitempty"` // may be attached to several instances; it is to one at most
	Token      string      `cbor:"14,keyasint,omitempty"`
	Print      []byte      `cbor:"15,keyasint,omitempty"` // of the request that the token was used with
	Attachment *Attachment `cbor:"16,keyasint,omitempty"`

	Modified *Modification `cbor:"17,keyasint,omitempty"` // nil: never
}

// Attachment is how a volume hangs on an instance.
type Attachment struct {
	Instance string    `cbor:"1,keyasint"`
	Device   string    `cbor:"2,keyasint"`
	At       time.Time `cbor:"3,keyasint"`
	Deletes  bool      `cbor:"4,keyasint,omitempty"` // the volume, on termination
}

// Clone is a copy to change.
func (v *Volume) Clone() *Volume {
	copied := *v
	if v.Attachment != nil {
		copied.Attachment = new(*v.Attachment)
	}
	return &copied
}

var (
	volumeRows = store.NewTable("ec2volume", func(v *Volume) string { return row(v.Account, v.Region, v.ID) })

	volumesByInstance = volumeRows.Index(func(v *Volume) []string {
		if v.Attachment == nil {
			return nil
		}
		return []string{row(v.Account, v.Region, v.Attachment.Instance)}
	})
	volumesByToken = volumeRows.Index(func(v *Volume) []string {
		if v.Token == "" {
			return nil
		}
		return []string{row(v.Account, v.Region, v.Token)}
	})

	// volumeCount counts the volumes of an account in a Region.
	volumeCount = volumeRows.CountBy(func(v *Volume) []string { return []string{row(v.Account, v.Region, "")} })
)

// maxVolumes is how many volumes an account may have in a Region. AWS limits their storage instead.
const maxVolumes = 5000

// Every gp3 volume performs so well unless it is asked for more.
// https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
const (
	gp3Iops       = int32(3000)
	gp3Throughput = int32(125)
)

// volumeType is what a type of volume may be like.
// https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
type volumeType struct {
	least, most         int32 // GiB
	leastIOPS, mostIOPS int32 // 0: they cannot be chosen
}

var volumeTypes = map[string]volumeType{
	"gp3": {1, 65536, 3000, 80000}, "gp2": {1, 16384, 0, 0}, "io1": {4, 16384, 100, 64000}, "io2": {4, 65536, 100, 256000},
	"st1": {125, 16384, 0, 0}, "sc1": {125, 16384, 0, 0}, "standard": {1, 1024, 0, 0},
}

// defaultVolumeType is the type of a volume for which none is named.
const defaultVolumeType = "gp2"

// shape fills in and checks what a volume is like.
func (v *Volume) shape(iops, throughput *int32) error {
	t, ok := volumeTypes[v.Type]
	if !ok {
		return invalidValue("Invalid value '%s' for volumeType.", v.Type)
	}
	if v.Size < t.least || v.Size > t.most {
		return invalidValue("Volume of %dGiB is invalid for volume type '%s': it must be between %d and %dGiB.", v.Size, v.Type, t.least, t.most)
	}
	switch {
	case t.leastIOPS == 0 && iops != nil:
		return invalidCombination("The parameter iops is not supported for %s volumes.", v.Type)
	case t.leastIOPS > 0 && v.Type != "gp3" && iops == nil:
		return missing("iops")
	case iops != nil && (*iops < t.leastIOPS || *iops > t.mostIOPS):
		return invalidValue("Volume iops of %d is invalid: it must be between %d and %d for %s volumes.", *iops, t.leastIOPS, t.mostIOPS, v.Type)
	case v.Type != "gp3" && throughput != nil:
		return invalidCombination("The parameter throughput is not supported for %s volumes.", v.Type)
	case throughput != nil && (*throughput < gp3Throughput || *throughput > 2000):
		return invalidValue("Throughput of %d MiB/s is invalid: it must be between %d and 2000 MiB/s.", *throughput, gp3Throughput)
	}
	v.IOPS = or(iops, v.baseIOPS())
	if v.Type == "gp3" {
		v.Throughput = or(throughput, gp3Throughput)
	}
	return nil
}

func (v *Volume) baseIOPS() int32 {
	switch v.Type {
	case "gp3":
		return gp3Iops
	case "gp2":
		return min(max(3*v.Size, 100), 16000)
	}
	return 0
}

// volumeKeys are the keys of a volume that is or will be.
func volumeKeys(v *Volume) []access.Key {
	keys := []access.Key{
		access.One("ec2:AvailabilityZone", v.Zone), access.One("ec2:Encrypted", truth(v.Encrypted)),
		access.One("ec2:VolumeSize", decimal(v.Size)), access.One("ec2:VolumeType", v.Type),
	}
	if v.IOPS > 0 {
		keys = append(keys, access.One("ec2:VolumeIops", decimal(v.IOPS)))
	}
	if v.Throughput > 0 {
		keys = append(keys, access.One("ec2:VolumeThroughput", decimal(v.Throughput)))
	}
	return keys
}

// storedVolumeKeys are the keys of a volume by its identifier; one that does not exist has no more than that.
func storedVolumeKeys(c *service.Call, id string) []access.Key {
	keys := append([]access.Key{access.One("ec2:VolumeID", id)}, tagKeys(c, id)...)
	if v, ok := volumeRows.Get(c.Tx, here(c)+id); ok {
		keys = append(keys, volumeKeys(v)...)
	}
	return keys
}

// volumeOf is the volume that a request describes.
func volumeOf(c *service.Call, in *api.CreateVolumeInput) (*Volume, error) {
	v := &Volume{
		Account: c.Account(), Region: regionOf(c), Zone: text(in.AvailabilityZone), Size: or(in.Size, 0), Type: or(in.VolumeType, defaultVolumeType),
		Encrypted: yes(in.Encrypted), KMSKey: text(in.KmsKeyId), Multi: yes(in.MultiAttachEnabled), Token: text(in.ClientToken),
	}
	if err := checkToken(v.Token); err != nil {
		return nil, err
	}
	if !v.Encrypted && v.KMSKey != "" {
		return nil, keyWithoutEncryption()
	}
	if v.Zone == "" && in.AvailabilityZoneId == nil {
		return nil, missing("AvailabilityZone")
	}
	for _, zone := range zonesOf(regionOf(c)) {
		if in.AvailabilityZoneId != nil && zoneID(zone) == *in.AvailabilityZoneId {
			v.Zone = zone
		}
	}
	if !slices.Contains(zonesOf(regionOf(c)), v.Zone) {
		return nil, refuse("InvalidZone.NotFound", "The zone '%s' does not exist.", or(in.AvailabilityZone, text(in.AvailabilityZoneId)))
	}
	if in.SnapshotId != nil && *in.SnapshotId != "" {
		return nil, refuse("InvalidSnapshot.NotFound", "The snapshot '%s' does not exist.", *in.SnapshotId)
	}
	if in.Size == nil {
		return nil, missing("size/snapshot")
	}
	return v, v.shape(in.Iops, in.Throughput)
}

func keyWithoutEncryption() error {
	return refuse("InvalidParameterDependency", "The parameter KmsKeyId requires the parameter Encrypted to be set.")
}

func asksCreateVolume(c *service.Call, in *api.CreateVolumeInput) ([]access.Ask, error) {
	v, err := volumeOf(c, in)
	if err != nil {
		return nil, err
	}
	tags, err := specified(in.TagSpecifications, aVolume)
	if err != nil {
		return nil, err
	}
	of := tags[aVolume.name]
	making := ask(c, "CreateVolume", aVolume, anyOf, append(volumeKeys(v), newTagKeys(of)...)...)
	return append([]access.Ask{making}, tagging(c, "CreateVolume", aVolume, of, volumeKeys(v)...)...), nil
}

func createVolume(c *service.Call, in *api.CreateVolumeInput) (*api.CreateVolumeOutput, error) {
	v, err := volumeOf(c, in)
	if err != nil {
		return nil, err
	}
	tags, err := specified(in.TagSpecifications, aVolume)
	if err != nil {
		return nil, err
	}
	if v.Token != "" {
		v.Print = printOf(in)
		if made, ok := volumesByToken.Get(c.Tx, here(c)+v.Token); ok {
			if !bytes.Equal(made.Print, v.Print) {
				return nil, tokenMismatch()
			}
			return new(showVolume(c, made)), nil
		}
	}
	if volumeCount.Of(c.Tx, here(c)) >= maxVolumes {
		return nil, refuse("VolumeLimitExceeded", "You have exceeded the maximum number of volumes, %d.", maxVolumes)
	}
	v.ID, v.CreatedAt = newID(c, aVolume.prefix), c.Now
	volumeRows.Put(c.Tx, v)
	putTags(c, v.ID, tags[aVolume.name])
	created := showVolume(c, v)
	created.State = new(api.VolumeStateCreating)
	return &created, nil
}

func asksDeleteVolume(c *service.Call, in *api.DeleteVolumeInput) ([]access.Ask, error) {
	if err := aVolume.check(in.VolumeId); err != nil {
		return nil, err
	}
	return []access.Ask{ask(c, "DeleteVolume", aVolume, in.VolumeId, storedVolumeKeys(c, in.VolumeId)...)}, nil
}

func deleteVolume(c *service.Call, in *api.DeleteVolumeInput) (*api.DeleteVolumeOutput, error) {
	v, ok := volumeRows.Get(c.Tx, here(c)+in.VolumeId)
	if !ok {
		return nil, aVolume.notFound(in.VolumeId)
	}
	if v.Attachment != nil {
		return nil, refuse("VolumeInUse", "Volume %s is currently attached to %s", v.ID, v.Attachment.Instance)
	}
	dropVolume(c, v)
	return &api.DeleteVolumeOutput{}, nil
}

func dropVolume(c *service.Call, v *Volume) {
	volumeRows.Delete(c.Tx, here(c)+v.ID)
	putTags(c, v.ID, nil)
}

func attachmentsOf(v *api.Volume) []api.VolumeAttachment { return v.Attachments }

var volumeNoun = noun[api.Volume]{
	kind: aVolume,
	all: func(c *service.Call, after string) iter.Seq2[string, api.Volume] {
		return shown(volumeRows.After(c.Tx, here(c), after), func(v *Volume) (api.Volume, bool) { return showVolume(c, v), true })
	},
	one: func(c *service.Call, id string) (api.Volume, bool) {
		v, ok := volumeRows.Get(c.Tx, here(c)+id)
		if !ok {
			return api.Volume{}, false
		}
		return showVolume(c, v), true
	},
	tags: func(v *api.Volume) []api.Tag { return v.Tags },
	fields: joined(fields[api.Volume]{
		"volume-id":            field(func(v *api.Volume) *string { return v.VolumeId }),
		"status":               field(func(v *api.Volume) *string { return v.State }),
		"volume-type":          field(func(v *api.Volume) *string { return v.VolumeType }),
		"availability-zone":    field(func(v *api.Volume) *string { return v.AvailabilityZone }),
		"availability-zone-id": field(func(v *api.Volume) *string { return v.AvailabilityZoneId }),
		"snapshot-id":          field(func(v *api.Volume) *string { return v.SnapshotId }),
		"create-time":          moment(func(v *api.Volume) *time.Time { return v.CreateTime }),
		"encrypted":            flag(func(v *api.Volume) *bool { return v.Encrypted }),
		"multi-attach-enabled": flag(func(v *api.Volume) *bool { return v.MultiAttachEnabled }),
		"size":                 func(v *api.Volume) []string { return []string{decimal(*v.Size)} },
	}, under("attachment.", attachmentsOf, fields[api.VolumeAttachment]{
		"instance-id":           field(func(a *api.VolumeAttachment) *string { return a.InstanceId }),
		"device":                field(func(a *api.VolumeAttachment) *string { return a.Device }),
		"status":                field(func(a *api.VolumeAttachment) *string { return a.State }),
		"attach-time":           moment(func(a *api.VolumeAttachment) *time.Time { return a.AttachTime }),
		"delete-on-termination": flag(func(a *api.VolumeAttachment) *bool { return a.DeleteOnTermination }),
	}), never[api.Volume]("fast-restored", "operator.managed"), nothing[api.Volume]("operator.principal")),
}

func describeVolumes(c *service.Call, in *api.DescribeVolumesInput) (*api.DescribeVolumesOutput, error) {
	if err := aVolume.check(in.VolumeIds...); err != nil {
		return nil, err
	}
	found, next, err := volumeNoun.find(c, query{in.VolumeIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeVolumesOutput{Volumes: found, NextToken: next}, nil
}

func showVolume(c *service.Call, v *Volume) api.Volume {
	shown := api.Volume{
		VolumeId: &v.ID, AvailabilityZone: &v.Zone, AvailabilityZoneId: new(zoneID(v.Zone)), CreateTime: &v.CreatedAt, Size: &v.Size, VolumeType: &v.Type, SnapshotId: &v.Snapshot,
		Encrypted: &v.Encrypted, KmsKeyId: some(v.KMSKey), MultiAttachEnabled: &v.Multi, State: new(api.VolumeStateAvailable), Tags: showTags(c, v.ID), Attachments: []api.VolumeAttachment{},
		Iops: above0(v.IOPS), Throughput: above0(v.Throughput),
	}
	if v.Attachment != nil {
		shown.State, shown.Attachments = new(api.VolumeStateInUse), []api.VolumeAttachment{showAttachment(v, "attached")}
	}
	return shown
}

// above0 is a number for an answer: nil where there is none.
func above0(n int32) *int32 {
	if n <= 0 {
		return nil
	}
	return &n
}

func showAttachment(v *Volume, state string) api.VolumeAttachment {
	a := v.Attachment
	return api.VolumeAttachment{VolumeId: &v.ID, InstanceId: &a.Instance, Device: &a.Device, AttachTime: &a.At, DeleteOnTermination: &a.Deletes, State: &state}
}
