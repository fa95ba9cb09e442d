package ec2

import (
	"strconv"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

// anyOf stands for the identifier of what is still to be made.
const anyOf = "*"

// ask asks for an action on a resource, with the keys of the resource.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
func ask(c *service.Call, action string, k kind, id string, keys ...access.Key) access.Ask {
	return access.Ask{Action: "ec2:" + action, Resource: k.arn(c, id), Context: append(keys, access.One("ec2:Region", regionOf(c)))}
}

// tagging asks whether tags may be set on what an action makes.
func tagging(c *service.Call, creator string, k kind, tags identity.Tags, keys ...access.Key) []access.Ask {
	if len(tags) == 0 {
		return nil
	}
	keys = append(keys, access.One("ec2:CreateAction", creator))
	return []access.Ask{ask(c, "CreateTags", k, anyOf, append(keys, newTagKeys(tags)...)...)}
}

func truth(b bool) string { return strconv.FormatBool(b) }

func decimal[N int | int32 | int64](n N) string { return strconv.FormatInt(int64(n), 10) }

// spelled is the text of a number that may be missing.
func spelled(n *int32) *string {
	if n == nil {
		return nil
	}
	return new(decimal(*n))
}

// newTagKeys are the keys of tags that something gets as it is made: they are in the request, and they are the resource's already.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
func newTagKeys(tags identity.Tags) []access.Key {
	return append(access.RequestTags(tags), access.ResourceTags("ec2", tags)...)
}
