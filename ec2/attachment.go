package ec2

import (
	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var attachmentOperations = []service.Operation{
	writes("AttachVolume", service.Write, func(in *api.AttachVolumeInput) *bool { return in.DryRun }, asksAttachVolume, attachVolume),
	writes("DetachVolume", service.Write, func(in *api.DetachVolumeInput) *bool { return in.DryRun }, asksDetachVolume, detachVolume),
}

func asksAttachVolume(c *service.Call, in *api.AttachVolumeInput) ([]access.Ask, error) {
	return attachmentAsks(c, "AttachVolume", in.VolumeId, in.InstanceId)
}

// attachmentAsks asks for the volume, and for the instance where it is known.
func attachmentAsks(c *service.Call, action, volume, instance string) ([]access.Ask, error) {
	if err := aVolume.check(volume); err != nil {
		return nil, err
	}
	asks := []access.Ask{ask(c, action, aVolume, volume, storedVolumeKeys(c, volume)...)}
	if instance == "" {
		return asks, nil
	}
	if err := anInstance.check(instance); err != nil {
		return nil, err
	}
	return append(asks, ask(c, action, anInstance, instance, instanceKeys(c, instance)...)), nil
}

func attachVolume(c *service.Call, in *api.AttachVolumeInput) (*api.AttachVolumeOutput, error) {
	v, ok := volumeRows.Get(c.Tx, here(c)+in.VolumeId)
	if !ok {
		return nil, aVolume.notFound(in.VolumeId)
	}
	i, ok := instanceNamed(c, in.InstanceId)
	if !ok {
		return nil, anInstance.notFound(in.InstanceId)
	}
	s, _ := subnetNamed(c, i.Subnet)
	switch state := i.stateAt(c.Now); {
	case v.Attachment != nil:
		return nil, refuse("VolumeInUse", "%s is already attached to an instance", v.ID)
	case state != running && state != stopped:
		return nil, incorrectState("Instance '%s' is not 'running'.", i.ID)
	case v.Zone != s.Zone:
		return nil, refuse("InvalidVolume.ZoneMismatch", "The volume '%s' is not in the same availability zone as instance '%s'", v.ID, i.ID)
	}
	for other := range volumesByInstance.All(c.Tx, here(c)+i.ID) {
		if other.Attachment.Device == in.Device {
			return nil, invalidValue("Invalid value '%s' for unixDevice. Attachment point %s is already in use", in.Device, in.Device)
		}
	}
	attached := v.Clone()
	attached.Attachment = &Attachment{Instance: i.ID, Device: in.Device, At: second(c)}
	volumeRows.Put(c.Tx, attached)
	return new(showAttachment(attached, api.VolumeAttachmentStateAttaching)), nil
}

func asksDetachVolume(c *service.Call, in *api.DetachVolumeInput) ([]access.Ask, error) {
	instance := text(in.InstanceId)
	if v, ok := volumeRows.Get(c.Tx, here(c)+in.VolumeId); ok && instance == "" && v.Attachment != nil {
		instance = v.Attachment.Instance
	}
	return attachmentAsks(c, "DetachVolume", in.VolumeId, instance)
}

func detachVolume(c *service.Call, in *api.DetachVolumeInput) (*api.DetachVolumeOutput, error) {
	v, ok := volumeRows.Get(c.Tx, here(c)+in.VolumeId)
	if !ok {
		return nil, aVolume.notFound(in.VolumeId)
	}
	if v.Attachment == nil {
		return nil, refuse("IncorrectState", "Volume '%s' is in the 'available' state.", v.ID)
	}
	at := v.Attachment
	if (in.InstanceId != nil && *in.InstanceId != at.Instance) || (in.Device != nil && *in.Device != at.Device) {
		return nil, refuse("InvalidAttachment.NotFound", "The volume '%s' is not attached to instance '%s' as device '%s'.", v.ID, or(in.InstanceId, at.Instance), or(in.Device, at.Device))
	}
	if i, ok := instanceNamed(c, at.Instance); ok && at.Device == rootDevice && i.stateAt(c.Now) != stopped {
		return nil, refuse("OperationNotPermitted", "Unable to detach root volume '%s' from instance '%s'", v.ID, i.ID)
	}
	shown := showAttachment(v, api.VolumeAttachmentStateDetaching)
	detached := v.Clone()
	detached.Attachment = nil
	volumeRows.Put(c.Tx, detached)
	return &shown, nil
}
