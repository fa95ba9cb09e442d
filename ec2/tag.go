package ec2

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var tagOperations = []service.Operation{
	reads("DescribeTags", func(in *api.DescribeTagsInput) *bool { return in.DryRun }, describeTags),
	writes("CreateTags", service.Tagging, func(in *api.CreateTagsInput) *bool { return in.DryRun }, asksCreateTags, createTags),
	writes("DeleteTags", service.Tagging, func(in *api.DeleteTagsInput) *bool { return in.DryRun }, asksDeleteTags, deleteTags),
}

// TagSet is the tags of one resource. There is no row without a tag.
type TagSet struct {
	Account  string        `cbor:"1,keyasint"`
	Region   string        `cbor:"2,keyasint"`
	Resource string        `cbor:"3,keyasint"`
	Tags     identity.Tags `cbor:"4,keyasint"`
}

var tagRows = store.NewTable("ec2tags", func(t *TagSet) string { return row(t.Account, t.Region, t.Resource) })

// What tags may be. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html
const (
	maxTags      = 50
	maxTagKey    = 128
	maxTagValue  = 256
	maxTagged    = 1000 // resources of a call
	reservedTags = "aws:"
)

func tagsOn(c *service.Call, id string) identity.Tags {
	if set, ok := tagRows.Get(c.Tx, here(c)+id); ok {
		return set.Tags
	}
	return nil
}

// tagKeys are the keys of the tags that a resource has.
func tagKeys(c *service.Call, id string) []access.Key {
	return access.ResourceTags("ec2", tagsOn(c, id))
}

func showTags(c *service.Call, id string) []api.Tag {
	shown := []api.Tag{}
	for _, tag := range tagsOn(c, id) {
		shown = append(shown, api.Tag{Key: new(tag.Key), Value: new(tag.Value)})
	}
	return shown
}

// putTags stores the tags of a resource, in place of those that it has.
func putTags(c *service.Call, id string, tags identity.Tags) {
	if len(tags) == 0 {
		tagRows.Delete(c.Tx, here(c)+id)
		return
	}
	tagRows.Put(c.Tx, &TagSet{Account: c.Account(), Region: regionOf(c), Resource: id, Tags: tags})
}

// specified are the tags that a call wants on what it makes, by kind. Kinds that it does not make are refused.
func specified(specs []api.TagSpecification, made ...kind) (map[string]identity.Tags, error) {
	tags := map[string]identity.Tags{}
	for _, spec := range specs {
		name := text(spec.ResourceType)
		if name == "" {
			return nil, invalidValue("Tag specification resource type must have a value")
		}
		if !slices.ContainsFunc(made, func(k kind) bool { return k.name == name }) {
			return nil, invalidValue("'%s' is not a valid taggable resource type for this operation.", name)
		}
		if _, twice := tags[name]; twice {
			return nil, invalidValue("The same resource type may not be specified more than once in tag specifications")
		}
		checked, err := newTags(spec.Tags)
		if err != nil {
			return nil, err
		}
		tags[name] = checked
	}
	return tags, nil
}

// newTags checks the tags of a request: keys are different and not kept for AWS, keys and values not too long.
func newTags(in []api.Tag) (identity.Tags, error) {
	var tags identity.Tags
	for _, tag := range in {
		key, value := text(tag.Key), text(tag.Value)
		twice := slices.ContainsFunc(tags, func(t identity.Tag) bool { return t.Key == key })
		switch {
		case key == "":
			return nil, invalidValue("Tag key cannot be null or empty.")
		case utf8.RuneCountInString(key) > maxTagKey:
			return nil, invalidValue("Tag key exceeds the maximum length of %d characters", maxTagKey)
		case utf8.RuneCountInString(value) > maxTagValue:
			return nil, invalidValue("Tag value exceeds the maximum length of %d characters", maxTagValue)
		case strings.HasPrefix(strings.ToLower(key), reservedTags):
			return nil, invalidValue("Tag keys starting with 'aws:' are reserved for internal use")
		case twice:
			return nil, invalidValue("Duplicate tag key '%s' specified.", key)
		}
		tags = append(tags, identity.Tag{Key: key, Value: value})
	}
	if len(tags) > maxTags {
		return nil, tooManyTags()
	}
	return tags, nil
}

// mergedTags sets tags beside those that are there. Keys differ by their case, other than those of IAM.
func mergedTags(have, more identity.Tags) identity.Tags {
	merged := slices.Clone(have)
	for _, tag := range more {
		if i := slices.IndexFunc(merged, func(t identity.Tag) bool { return t.Key == tag.Key }); i >= 0 {
			merged[i] = tag
		} else {
			merged = append(merged, tag)
		}
	}
	return merged
}

func tooManyTags() error {
	return refuse("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.")
}

// taggable finds the kinds of the resources of a call.
func taggable(ids []string) ([]kind, error) {
	if len(ids) == 0 {
		return nil, missing("resourceIdSet")
	}
	if len(ids) > maxTagged {
		return nil, invalidValue("The number of resources must not be more than %d.", maxTagged)
	}
	var of []kind
	for _, id := range ids {
		k, ok := kindOf(id)
		if !ok {
			return nil, refuse("InvalidID", "The ID '%s' is not valid", id)
		}
		if err := k.check(id); err != nil {
			return nil, err
		}
		of = append(of, k)
	}
	return of, nil
}

// exists reports whether there is a resource of that identifier.
func exists(c *service.Call, k kind, id string) bool {
	var ok bool
	switch k.name {
	case anInstance.name:
		_, ok = instanceNamed(c, id)
	case aVolume.name:
		_, ok = volumeRows.Get(c.Tx, here(c)+id)
	case anInterface.name:
		_, ok = interfaceRows.Get(c.Tx, here(c)+id)
	case aGroup.name:
		_, ok = groupNamed(c, id)
	case aRule.name:
		_, _, ok = ruleNamed(c, id)
	case aKeyPair.name:
		_, ok = keyPairsByID.Get(c.Tx, here(c)+id)
	case anImage.name:
		_, ok = imageNamed(id)
	case aSubnet.name:
		_, ok = subnetNamed(c, id)
	case aVpc.name:
		ok = id == defaultVpc(c)
	}
	return ok
}

// inARN is what stands for a resource in its ARN: its identifier, and for a key pair its name.
func inARN(c *service.Call, k kind, id string) string {
	if k.name == aKeyPair.name {
		if pair, ok := keyPairsByID.Get(c.Tx, here(c)+id); ok {
			return pair.Name
		}
	}
	return id
}

func asksCreateTags(c *service.Call, in *api.CreateTagsInput) ([]access.Ask, error) {
	of, err := taggable(in.Resources)
	if err != nil {
		return nil, err
	}
	if len(in.Tags) == 0 {
		return nil, missing("tagSet")
	}
	tags, err := newTags(in.Tags)
	if err != nil {
		return nil, err
	}
	var asks []access.Ask
	for i, id := range in.Resources {
		asks = append(asks, ask(c, "CreateTags", of[i], inARN(c, of[i], id), append(tagKeys(c, id), access.RequestTags(tags)...)...))
	}
	return asks, nil
}

func createTags(c *service.Call, in *api.CreateTagsInput) (*api.CreateTagsOutput, error) {
	of, err := taggable(in.Resources)
	if err != nil {
		return nil, err
	}
	tags, err := newTags(in.Tags)
	if err != nil {
		return nil, err
	}
	for i, id := range in.Resources {
		if !exists(c, of[i], id) {
			return nil, of[i].notFound(id)
		}
		merged := mergedTags(tagsOn(c, id), tags)
		if len(merged) > maxTags {
			return nil, tooManyTags()
		}
		putTags(c, id, merged)
	}
	return &api.CreateTagsOutput{}, nil
}

func asksDeleteTags(c *service.Call, in *api.DeleteTagsInput) ([]access.Ask, error) {
	of, err := taggable(in.Resources)
	if err != nil {
		return nil, err
	}
	var tags identity.Tags
	for _, tag := range in.Tags {
		tags = append(tags, identity.Tag{Key: text(tag.Key), Value: text(tag.Value)})
	}
	var asks []access.Ask
	for i, id := range in.Resources {
		asks = append(asks, ask(c, "DeleteTags", of[i], inARN(c, of[i], id), append(tagKeys(c, id), access.RequestTags(tags)...)...))
	}
	return asks, nil
}

// deleteTags removes tags: all where none is named, and one that is given with a value only if it has that value.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html
func deleteTags(c *service.Call, in *api.DeleteTagsInput) (*api.DeleteTagsOutput, error) {
	of, err := taggable(in.Resources)
	if err != nil {
		return nil, err
	}
	for i, id := range in.Resources {
		if !exists(c, of[i], id) {
			return nil, of[i].notFound(id)
		}
		putTags(c, id, slices.DeleteFunc(slices.Clone(tagsOn(c, id)), func(have identity.Tag) bool {
			return len(in.Tags) == 0 || slices.ContainsFunc(in.Tags, func(tag api.Tag) bool {
				return text(tag.Key) == have.Key && (tag.Value == nil || *tag.Value == have.Value)
			})
		}))
	}
	return &api.DeleteTagsOutput{}, nil
}

var tagNoun = noun[api.TagDescription]{
	all: func(c *service.Call, after string) iter.Seq2[string, api.TagDescription] {
		return func(yield func(string, api.TagDescription) bool) {
			for set := range tagRows.Prefix(c.Tx, here(c)) {
				k, _ := kindOf(set.Resource)
				if !exists(c, k, set.Resource) {
					continue // an instance that is no longer to be seen
				}
				for _, tag := range set.Tags {
					at := set.Resource + "\x00" + tag.Key
					shown := api.TagDescription{ResourceId: &set.Resource, ResourceType: &k.name, Key: new(tag.Key), Value: new(tag.Value)}
					if at > after && !yield(at, shown) {
						return
					}
				}
			}
		}
	},
	tags: func(t *api.TagDescription) []api.Tag { return []api.Tag{{Key: t.Key, Value: t.Value}} },
	fields: fields[api.TagDescription]{
		"key":           field(func(t *api.TagDescription) *string { return t.Key }),
		"value":         field(func(t *api.TagDescription) *string { return t.Value }),
		"resource-id":   field(func(t *api.TagDescription) *string { return t.ResourceId }),
		"resource-type": field(func(t *api.TagDescription) *string { return t.ResourceType }),
	},
}

func describeTags(c *service.Call, in *api.DescribeTagsInput) (*api.DescribeTagsOutput, error) {
	found, next, err := tagNoun.find(c, query{filters: in.Filters, max: in.MaxResults, token: in.NextToken})
	if err != nil {
		return nil, err
	}
	return &api.DescribeTagsOutput{Tags: found, NextToken: next}, nil
}
