package ec2

import (
	"iter"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

var profileOperations = []service.Operation{
	reads("DescribeIamInstanceProfileAssociations", func(*api.DescribeIamInstanceProfileAssociationsInput) *bool { return nil }, describeProfiles),
}

var profileNoun = noun[api.IamInstanceProfileAssociation]{
	kind: kind{name: "iam-instance-profile-association", prefix: "iip-assoc", absent: "InvalidAssociationID.NotFound", sentence: "An invalid association-id of '%s' was given"},
	all: func(c *service.Call, after string) iter.Seq2[string, api.IamInstanceProfileAssociation] {
		return shown(instanceRows.After(c.Tx, here(c), after), func(i *Instance) (api.IamInstanceProfileAssociation, bool) {
			if i.Profile == nil {
				return api.IamInstanceProfileAssociation{}, false
			}
			return showProfile(i), true
		})
	},
	one: func(c *service.Call, id string) (api.IamInstanceProfileAssociation, bool) {
		for i := range instanceRows.Prefix(c.Tx, here(c)) {
			if i.Profile != nil && i.Profile.Association == id {
				return showProfile(i), true
			}
		}
		return api.IamInstanceProfileAssociation{}, false
	},
	fields: fields[api.IamInstanceProfileAssociation]{
		"instance-id": field(func(a *api.IamInstanceProfileAssociation) *string { return a.InstanceId }),
		"state":       field(func(a *api.IamInstanceProfileAssociation) *string { return a.State }),
	},
}

func describeProfiles(c *service.Call, in *api.DescribeIamInstanceProfileAssociationsInput) (*api.DescribeIamInstanceProfileAssociationsOutput, error) {
	found, next, err := profileNoun.find(c, query{in.AssociationIds, in.Filters, in.MaxResults, in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeIamInstanceProfileAssociationsOutput{IamInstanceProfileAssociations: found, NextToken: next}, nil
}

func showProfile(i *Instance) api.IamInstanceProfileAssociation {
	return api.IamInstanceProfileAssociation{
		AssociationId: &i.Profile.Association, InstanceId: &i.ID, State: new("associated"), Timestamp: &i.Profile.At,
		IamInstanceProfile: &api.IamInstanceProfile{Arn: &i.Profile.ARN, Id: &i.Profile.ID},
	}
}
