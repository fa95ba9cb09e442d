package ec2_test

import (
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func TestAVolumeGrowsAndChangesItsTypeOneChangeAfterTheOther(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	id := *hosttest.Must[api.CreateVolumeOutput](h, admin, "ec2", "CreateVolume", &api.CreateVolumeInput{
		AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), VolumeType: new("gp3"), Iops: new(int32(4000)), Throughput: new(int32(200)),
	}).VolumeId
	changes := &api.DescribeVolumesModificationsInput{VolumeIds: []string{id}}
	want(t, h.Fails(admin, "ec2", "DescribeVolumesModifications", changes), "InvalidVolumeModification.NotFound", "Modification for volume '"+id+"' does not exist.")
	grow := &api.ModifyVolumeInput{VolumeId: id, Size: new(int32(20))}
	made := hosttest.Must[api.ModifyVolumeOutput](h, admin, "ec2", "ModifyVolume", grow).VolumeModification
	if *made.ModificationState != "modifying" || *made.OriginalSize != 10 || *made.TargetSize != 20 || *made.TargetIops != 4000 || *made.TargetThroughput != 200 || made.EndTime != nil {
		t.Errorf("the modification is %+v", made)
	}
	want(t, h.Fails(admin, "ec2", "ModifyVolume", grow), "IncorrectModificationState", "Volume "+id+" cannot be modified in modification state MODIFYING")
	h.Now = h.Now.Add(time.Minute)
	listed := hosttest.Must[api.DescribeVolumesModificationsOutput](h, admin, "ec2", "DescribeVolumesModifications", changes).VolumesModifications
	if len(listed) != 1 || *listed[0].ModificationState != "completed" || *listed[0].Progress != 100 || listed[0].EndTime == nil {
		t.Errorf("listed %+v", listed)
	}
	want(t, h.Fails(admin, "ec2", "ModifyVolume", &api.ModifyVolumeInput{VolumeId: id, Size: new(int32(19))}), "InvalidParameterValue", "New size cannot be smaller than existing size")
	hosttest.Must[api.ModifyVolumeOutput](h, admin, "ec2", "ModifyVolume", &api.ModifyVolumeInput{VolumeId: id, VolumeType: new("io2")})
	v := hosttest.Must[api.DescribeVolumesOutput](h, admin, "ec2", "DescribeVolumes", &api.DescribeVolumesInput{VolumeIds: []string{id}}).Volumes[0]
	if *v.Size != 20 || *v.VolumeType != "io2" || *v.Iops != 4000 || v.Throughput != nil {
		t.Errorf("the volume has become %+v", v)
	}
	for value, n := range map[string]int{"io2": 1, "gp3": 0} {
		in := &api.DescribeVolumesModificationsInput{Filters: []api.Filter{filter("target-volume-type", value), filter("target-size", "20"), filter("original-size", "20")}}
		if out := hosttest.Must[api.DescribeVolumesModificationsOutput](h, admin, "ec2", "DescribeVolumesModifications", in); len(out.VolumesModifications) != n {
			t.Errorf("%d modifications lead to %s", len(out.VolumesModifications), value)
		}
	}
}

func TestAChangeOfAVolumeThatCannotBeIsRefused(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	id := *hosttest.Must[api.CreateVolumeOutput](h, admin, "ec2", "CreateVolume", &api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10))}).VolumeId
	for _, c := range []struct {
		in         api.ModifyVolumeInput
		code, text string
	}{
		{api.ModifyVolumeInput{VolumeId: id}, "MissingParameter", "size"},
		{api.ModifyVolumeInput{VolumeId: id, VolumeType: new("st1")}, "InvalidParameterValue", "must be between 125 and 16384GiB"},
		{api.ModifyVolumeInput{VolumeId: id, VolumeType: new("io1")}, "MissingParameter", "iops"},
		{api.ModifyVolumeInput{VolumeId: id, Iops: new(int32(3000))}, "InvalidParameterCombination", "iops is not supported for gp2"},
		{api.ModifyVolumeInput{VolumeId: "vol-0123456789abcdef0", Size: new(int32(20))}, "InvalidVolume.NotFound", "vol-0123456789abcdef0"},
		{api.ModifyVolumeInput{VolumeId: "vol-x", Size: new(int32(20))}, "InvalidVolumeID.Malformed", "vol-x"},
	} {
		want(t, h.Fails(admin, "ec2", "ModifyVolume", &c.in), c.code, c.text)
	}
	want(t, h.Fails(admin, "ec2", "DescribeVolumesModifications", &api.DescribeVolumesModificationsInput{VolumeIds: []string{"vol-0123456789abcdef0"}}), "InvalidVolume.NotFound", "")
}

func TestAPolicyMayForbidOneAttributeOfAVolume(t *testing.T) {
	h := newHost(t)
	id := *hosttest.Must[api.CreateVolumeOutput](h, h.Administrator(), "ec2", "CreateVolume", &api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(10)), VolumeType: new("gp3")}).VolumeId
	ann := h.User("ann", allow("ec2:ModifyVolume", "*", ""), deny("ec2:ModifyVolume", "*", `{"StringEquals":{"ec2:Attribute":"VolumeType"}}`),
		deny("ec2:ModifyVolume", "*", `{"NumericGreaterThan":{"ec2:Attribute/Size":"100"}}`))
	both := &api.ModifyVolumeInput{VolumeId: id, Size: new(int32(20)), VolumeType: new("io1"), Iops: new(int32(100))}
	want(t, h.Fails(ann, "ec2", "ModifyVolume", both), "UnauthorizedOperation", "volume/"+id)
	want(t, h.Fails(ann, "ec2", "ModifyVolume", &api.ModifyVolumeInput{VolumeId: id, Size: new(int32(200))}), "UnauthorizedOperation", "volume/"+id)
	hosttest.Must[api.ModifyVolumeOutput](h, ann, "ec2", "ModifyVolume", &api.ModifyVolumeInput{VolumeId: id, Size: new(int32(20))})
}
