package ec2_test

import (
	"testing"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func TestTheTagsOfWhatIsMadeAreTheResourcesAlready(t *testing.T) {
	for _, key := range []string{"aws:ResourceTag/team", "ec2:ResourceTag/team", "aws:RequestTag/team"} {
		t.Run(key, func(t *testing.T) {
			h := newHost(t)
			ann := h.User("ann", `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ec2:CreateVolume","ec2:CreateTags"],"Resource":"*","Condition":{"StringEquals":{"`+key+`":"red"}}}]}`)
			in := func(team string) *api.CreateVolumeInput {
				return &api.CreateVolumeInput{AvailabilityZone: new("us-east-1a"), Size: new(int32(1)), TagSpecifications: []api.TagSpecification{
					{ResourceType: new("volume"), Tags: []api.Tag{{Key: new("team"), Value: &team}}},
				}}
			}
			hosttest.Must[api.CreateVolumeOutput](h, ann, "ec2", "CreateVolume", in("red"))
			if f := h.Fails(ann, "ec2", "CreateVolume", in("blue")); f.Code != "UnauthorizedOperation" {
				t.Errorf("got %v", f)
			}
		})
	}
}
