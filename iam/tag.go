package iam

import (
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

// tagsOf reads the tags of a request as they came.
func tagsOf(in []api.Tag) identity.Tags {
	tags := make(identity.Tags, 0, len(in))
	for _, tag := range in {
		tags = append(tags, identity.Tag{Key: tag.Key, Value: tag.Value})
	}
	return tags
}

// newTags checks the tags of a new thing: keys differ by more than their case, none begins with aws:, and they are not too many.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
func newTags(c *service.Call, in []api.Tag) (identity.Tags, error) {
	return mergedTags(c, nil, in)
}

// mergedTags sets tags beside those that are there.
func mergedTags(c *service.Call, have identity.Tags, in []api.Tag) (identity.Tags, error) {
	seen := map[string]bool{}
	for _, tag := range in {
		if seen[identity.Fold(tag.Key)] {
			return nil, invalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.")
		}
		seen[identity.Fold(tag.Key)] = true
		if strings.HasPrefix(identity.Fold(tag.Key), "aws:") {
			return nil, invalidInput("Tag keys that begin with aws: are reserved: %s.", tag.Key)
		}
	}
	merged := have.With(tagsOf(in)...)
	if limit := c.Quota("TagsQuota"); len(merged) > limit {
		return nil, limitExceeded("TagsPerResource", limit)
	}
	return merged, nil
}

// showTags are tags for an answer.
func showTags(tags identity.Tags) []api.Tag {
	var shown []api.Tag
	for _, tag := range tags {
		shown = append(shown, api.Tag{Key: tag.Key, Value: tag.Value})
	}
	return shown
}
