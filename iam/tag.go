package iam

import (
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
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

// tagKeys says which keys are the same key. Users and roles take keys that differ in case only for one, the other kinds for two.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
type tagKeys int

const (
	foldedKeys tagKeys = iota
	exactKeys
)

func (k tagKeys) of(key string) string {
	if k == foldedKeys {
		return identity.Fold(key)
	}
	return key
}

func (k tagKeys) twice() error {
	if k == foldedKeys {
		return invalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.")
	}
	return invalidInput("Duplicate tag keys found.")
}

// fresh checks the tags of a new thing: no key comes twice, none begins with aws:, and they are not too many.
func (k tagKeys) fresh(c *service.Call, in []api.Tag) (identity.Tags, error) {
	return k.merged(c, nil, in)
}

// merged sets tags beside those that are there. A key that is there already gets the new value and the new spelling.
func (k tagKeys) merged(c *service.Call, have identity.Tags, in []api.Tag) (identity.Tags, error) {
	seen := map[string]bool{}
	merged := slices.Clone(have)
	for _, tag := range tagsOf(in) {
		key := k.of(tag.Key)
		if seen[key] {
			return nil, k.twice()
		}
		seen[key] = true
		if strings.HasPrefix(identity.Fold(tag.Key), "aws:") {
			return nil, invalidInput("Tag keys that begin with aws: are reserved: %s.", tag.Key)
		}
		if i := slices.IndexFunc(merged, func(have identity.Tag) bool { return k.of(have.Key) == key }); i >= 0 {
			merged[i] = tag
		} else {
			merged = append(merged, tag)
		}
	}
	if len(merged) > c.Quota("TagsQuota") {
		return nil, fault.New("LimitExceeded", fault.Conflict, "The number of tags has reached the maximum limit.")
	}
	return merged, nil
}

// without leaves tags out.
func (k tagKeys) without(have identity.Tags, keys []string) identity.Tags {
	return slices.DeleteFunc(slices.Clone(have), func(tag identity.Tag) bool {
		return slices.ContainsFunc(keys, func(key string) bool { return k.of(key) == k.of(tag.Key) })
	})
}

// allTags are tags for the answers that carry an empty list where there are none.
func allTags(tags identity.Tags) []api.Tag {
	if len(tags) == 0 {
		return []api.Tag{}
	}
	return showTags(tags)
}

// showTags are tags for an answer.
func showTags(tags identity.Tags) []api.Tag {
	var shown []api.Tag
	for _, tag := range tags {
		shown = append(shown, api.Tag{Key: tag.Key, Value: tag.Value})
	}
	return shown
}
