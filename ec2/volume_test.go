package ec2_test

import (
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func TestAVolumeIsMadeAttachedDetachedAndDeleted(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	instance := *made.Instances[0].InstanceId
	volume := *hosttest.Must[api.CreateVolumeOutput](h, admin, "ec2", "CreateVolume", &api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), VolumeType: new("gp3")}).VolumeId
	attach := &api.AttachVolumeInput{VolumeId: volume, InstanceId: instance, Device: "/dev/sdf"}
	want(t, h.Fails(admin, "ec2", "AttachVolume", attach), "IncorrectInstanceState", "is not 'running'")
	h.Now = h.Now.Add(time.Minute)
	want(t, h.Fails(admin, "ec2", "AttachVolume", &api.AttachVolumeInput{VolumeId: volume, InstanceId: instance, Device: "/dev/xvda"}), "InvalidParameterValue", "is already in use")
	attached := hosttest.Must[api.AttachVolumeOutput](h, admin, "ec2", "AttachVolume", attach)
	if *attached.State != "attaching" || *attached.DeleteOnTermination {
		t.Errorf("attached %+v", attached)
	}
	want(t, h.Fails(admin, "ec2", "AttachVolume", attach), "VolumeInUse", volume+" is already attached to an instance")
	want(t, h.Fails(admin, "ec2", "DeleteVolume", &api.DeleteVolumeInput{VolumeId: volume}), "VolumeInUse", "is currently attached to "+instance)
	listed := hosttest.Must[api.DescribeVolumesOutput](h, admin, "ec2", "DescribeVolumes", &api.DescribeVolumesInput{Filters: []api.Filter{filter("attachment.device", "/dev/sdf"), filter("status", "in-use")}})
	if len(listed.Volumes) != 1 || *listed.Volumes[0].VolumeId != volume {
		t.Errorf("listed %+v", listed.Volumes)
	}
	root := *made.Instances[0].BlockDeviceMappings[0].Ebs.VolumeId
	want(t, h.Fails(admin, "ec2", "DetachVolume", &api.DetachVolumeInput{VolumeId: root}), "OperationNotPermitted", "Unable to detach root volume")
	want(t, h.Fails(admin, "ec2", "DetachVolume", &api.DetachVolumeInput{VolumeId: volume, Device: new("/dev/sdx")}), "InvalidAttachment.NotFound", volume)
	hosttest.Must[api.DetachVolumeOutput](h, admin, "ec2", "DetachVolume", &api.DetachVolumeInput{VolumeId: volume})
	want(t, h.Fails(admin, "ec2", "DetachVolume", &api.DetachVolumeInput{VolumeId: volume}), "IncorrectState", "'available' state")
	hosttest.Must[api.DeleteVolumeOutput](h, admin, "ec2", "DeleteVolume", &api.DeleteVolumeInput{VolumeId: volume})
	want(t, h.Fails(admin, "ec2", "DeleteVolume", &api.DeleteVolumeInput{VolumeId: volume}), "InvalidVolume.NotFound", "The volume '"+volume+"' does not exist.")
}

func TestAVolumeCannotLeaveItsZone(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	made := hosttest.Must[api.RunInstancesOutput](h, admin, "ec2", "RunInstances", launch(1))
	volume := hosttest.Must[api.CreateVolumeOutput](h, admin, "ec2", "CreateVolume", &api.CreateVolumeInput{AvailabilityZoneId: new("use1-az2"), Size: new(int32(10))})
	if *volume.AvailabilityZone != "us-east-1b" || *volume.VolumeType != "gp2" || *volume.Iops != 100 {
		t.Errorf("made %+v", volume)
	}
	h.Now = h.Now.Add(time.Minute)
	want(t, h.Fails(admin, "ec2", "AttachVolume", &api.AttachVolumeInput{VolumeId: *volume.VolumeId, InstanceId: *made.Instances[0].InstanceId, Device: "/dev/sdf"}),
		"InvalidVolume.ZoneMismatch", "is not in the same availability zone as instance")
}

func TestVolumesThatCannotBeAreRefused(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	for _, c := range []struct {
		in         api.CreateVolumeInput
		code, text string
	}{
		{api.CreateVolumeInput{Size: new(int32(1))}, "MissingParameter", "AvailabilityZone"},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1z"), Size: new(int32(1))}, "InvalidZone.NotFound", "The zone 'us-east-1z' does not exist."},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a")}, "MissingParameter", "size/snapshot"},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), SnapshotId: new("snap-0123456789abcdef0")}, "InvalidSnapshot.NotFound", "snap-0123456789abcdef0"},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(1)), KmsKeyId: new("alias/k")}, "InvalidParameterDependency", "The parameter KmsKeyId requires the parameter Encrypted to be set."},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(1)), VolumeType: new("st1")}, "InvalidParameterValue", "must be between 125 and 16384GiB"},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), VolumeType: new("io1")}, "MissingParameter", "iops"},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), VolumeType: new("io1"), Iops: new(int32(1))}, "InvalidParameterValue", "Volume iops of 1 is invalid"},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), Iops: new(int32(100))}, "InvalidParameterCombination", "iops is not supported for gp2"},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), Throughput: new(int32(100))}, "InvalidParameterCombination", "throughput is not supported for gp2"},
		{api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), VolumeType: new("gp3"), Throughput: new(int32(1))}, "InvalidParameterValue", "Throughput of 1 MiB/s"},
	} {
		want(t, h.Fails(admin, "ec2", "CreateVolume", &c.in), c.code, c.text)
	}
}

func TestAClientTokenMakesAVolumeOnce(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	in := &api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), ClientToken: new("once")}
	first := hosttest.Must[api.CreateVolumeOutput](h, admin, "ec2", "CreateVolume", in)
	again := hosttest.Must[api.CreateVolumeOutput](h, admin, "ec2", "CreateVolume", in)
	if *first.VolumeId != *again.VolumeId {
		t.Errorf("made %s and %s", *first.VolumeId, *again.VolumeId)
	}
	in = &api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(11)), ClientToken: new("once")}
	want(t, h.Fails(admin, "ec2", "CreateVolume", in), "IdempotentParameterMismatch", "")
}
