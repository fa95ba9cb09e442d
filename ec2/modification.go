package ec2

import (
	"iter"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var modificationOperations = []service.Operation{
	reads("DescribeVolumesModifications", func(in *api.DescribeVolumesModificationsInput) *bool { return in.DryRun }, describeModifications),
	writes("ModifyVolume", service.Write, func(in *api.ModifyVolumeInput) *bool { return in.DryRun }, asksModifyVolume, modifyVolume),
}

// Modification is the last change of what a volume is like. The volume has the new values from the start; these are those that it had before.
type Modification struct {
	At         time.Time `cbor:"1,keyasint"`
	Size       int32     `cbor:"2,keyasint"`
	Type       string    `cbor:"3,keyasint"`
	IOPS       int32     `cbor:"4,keyasint,omitempty"`
	Throughput int32     `cbor:"5,keyasint,omitempty"`
	Multi      bool      `cbor:"6,keyasint,omitempty"`
}

// stateAt is the state at a time. There is no byte to move: a change takes as long as that of an instance's state.
func (m *Modification) stateAt(now time.Time) string {
	if now.Sub(m.At) < settling {
		return api.VolumeModificationStateModifying
	}
	return api.VolumeModificationStateCompleted
}

// wishes are the attributes that a request sets, with their values as policies see them.
func wishes(in *api.ModifyVolumeInput) []change {
	var wanted []change
	add := func(name string, value *string) {
		if value != nil {
			wanted = append(wanted, change{name: name, value: *value})
		}
	}
	add("Size", spelled(in.Size))
	add("VolumeType", in.VolumeType)
	add("Iops", spelled(in.Iops))
	add("Throughput", spelled(in.Throughput))
	if in.MultiAttachEnabled != nil {
		add("MultiAttachEnabled", new(truth(*in.MultiAttachEnabled)))
	}
	return wanted
}

// asksModifyVolume asks for each attribute by itself: the key ec2:Attribute has one value.
func asksModifyVolume(c *service.Call, in *api.ModifyVolumeInput) ([]access.Ask, error) {
	if err := aVolume.check(in.VolumeId); err != nil {
		return nil, err
	}
	wanted := wishes(in)
	if len(wanted) == 0 {
		return nil, missing("size, volumeType, iops, throughput or multiAttachEnabled")
	}
	var asks []access.Ask
	for _, w := range wanted {
		asks = append(asks, ask(c, "ModifyVolume", aVolume, in.VolumeId, append(w.keys(), storedVolumeKeys(c, in.VolumeId)...)...))
	}
	return asks, nil
}

// modifyVolume changes what a volume is like, attached or not, once the change before is complete.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVolume.html
func modifyVolume(c *service.Call, in *api.ModifyVolumeInput) (*api.ModifyVolumeOutput, error) {
	v, ok := volumeRows.Get(c.Tx, here(c)+in.VolumeId)
	if !ok {
		return nil, aVolume.notFound(in.VolumeId)
	}
	if m := v.Modified; m != nil && m.stateAt(c.Now) != api.VolumeModificationStateCompleted {
		return nil, refuse("IncorrectModificationState", "Volume %s cannot be modified in modification state %s", v.ID, strings.ToUpper(m.stateAt(c.Now)))
	}
	changed := v.Clone()
	if err := changed.become(in); err != nil {
		return nil, err
	}
	changed.Modified = &Modification{At: c.Now, Size: v.Size, Type: v.Type, IOPS: v.IOPS, Throughput: v.Throughput, Multi: v.Multi}
	volumeRows.Put(c.Tx, changed)
	return &api.ModifyVolumeOutput{VolumeModification: new(showModification(c, changed))}, nil
}

// become gives a volume what a request sets. What it does not set stays, where the new type has a place for it.
func (v *Volume) become(in *api.ModifyVolumeInput) error {
	if or(in.Size, v.Size) < v.Size {
		return invalidValue("New size cannot be smaller than existing size")
	}
	before, iops, throughput := *v, in.Iops, in.Throughput
	v.Size, v.Type, v.Multi = or(in.Size, v.Size), or(in.VolumeType, v.Type), or(in.MultiAttachEnabled, v.Multi)
	if chosen := volumeTypes[before.Type].leastIOPS > 0; iops == nil && chosen && volumeTypes[v.Type].leastIOPS > 0 {
		iops = &before.IOPS
	}
	if throughput == nil && before.Throughput > 0 && v.Type == before.Type {
		throughput = &before.Throughput
	}
	v.IOPS, v.Throughput = 0, 0
	return v.shape(iops, throughput)
}

// aModification is named by the identifier of its volume.
var aModification = kind{aVolume.name, aVolume.prefix, aVolume.malformed, "InvalidVolumeModification.NotFound", "Modification for volume '%s' does not exist."}

var modificationNoun = noun[api.VolumeModification]{
	kind: aModification,
	all: func(c *service.Call, after string) iter.Seq2[string, api.VolumeModification] {
		return shown(volumeRows.After(c.Tx, here(c), after), func(v *Volume) (api.VolumeModification, bool) {
			return showModification(c, v), v.Modified != nil
		})
	},
	one: func(c *service.Call, id string) (api.VolumeModification, bool) {
		v, ok := volumeRows.Get(c.Tx, here(c)+id)
		if !ok || v.Modified == nil {
			return api.VolumeModification{}, false
		}
		return showModification(c, v), true
	},
	fields: fields[api.VolumeModification]{
		"volume-id":                  field(func(m *api.VolumeModification) *string { return m.VolumeId }),
		"modification-state":         field(func(m *api.VolumeModification) *string { return m.ModificationState }),
		"original-volume-type":       field(func(m *api.VolumeModification) *string { return m.OriginalVolumeType }),
		"target-volume-type":         field(func(m *api.VolumeModification) *string { return m.TargetVolumeType }),
		"original-size":              field(func(m *api.VolumeModification) *string { return spelled(m.OriginalSize) }),
		"target-size":                field(func(m *api.VolumeModification) *string { return spelled(m.TargetSize) }),
		"original-iops":              field(func(m *api.VolumeModification) *string { return spelled(m.OriginalIops) }),
		"target-iops":                field(func(m *api.VolumeModification) *string { return spelled(m.TargetIops) }),
		"start-time":                 moment(func(m *api.VolumeModification) *time.Time { return m.StartTime }),
		"originalMultiAttachEnabled": flag(func(m *api.VolumeModification) *bool { return m.OriginalMultiAttachEnabled }),
		"targetMultiAttachEnabled":   flag(func(m *api.VolumeModification) *bool { return m.TargetMultiAttachEnabled }),
	},
}

func describeModifications(c *service.Call, in *api.DescribeVolumesModificationsInput) (*api.DescribeVolumesModificationsOutput, error) {
	if err := aModification.check(in.VolumeIds...); err != nil {
		return nil, err
	}
	for _, id := range in.VolumeIds {
		if !exists(c, aVolume, id) {
			return nil, aVolume.notFound(id)
		}
	}
	found, next, err := modificationNoun.find(c, query{in.VolumeIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeVolumesModificationsOutput{VolumesModifications: found, NextToken: next}, nil
}

// showModification is empty for a volume that was never changed.
func showModification(c *service.Call, v *Volume) api.VolumeModification {
	m := v.Modified
	if m == nil {
		return api.VolumeModification{}
	}
	shown := api.VolumeModification{
		VolumeId: &v.ID, StartTime: &m.At, ModificationState: new(m.stateAt(c.Now)), Progress: new(int64(0)),
		OriginalSize: &m.Size, OriginalVolumeType: &m.Type, OriginalMultiAttachEnabled: &m.Multi, OriginalIops: above0(m.IOPS), OriginalThroughput: above0(m.Throughput),
		TargetSize: &v.Size, TargetVolumeType: &v.Type, TargetMultiAttachEnabled: &v.Multi, TargetIops: above0(v.IOPS), TargetThroughput: above0(v.Throughput),
	}
	if *shown.ModificationState == api.VolumeModificationStateCompleted {
		shown.Progress, shown.EndTime = new(int64(100)), new(m.At.Add(settling))
	}
	return shown
}
