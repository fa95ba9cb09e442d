package sts

import (
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

// sessionTags are the tags of a new role session: those of the call, and what goes on from the session that calls.
type sessionTags struct {
	all            identity.Tags
	transitive     []string
	sourceIdentity string
}

// roleTags checks the tags of a call and adds what the calling session hands on: its transitive tags and its source identity.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
func roleTags(c *service.Call, in *api.AssumeRoleInput) (sessionTags, error) {
	if err := distinct(in.Tags); err != nil {
		return sessionTags{}, err
	}
	tags := sessionTags{all: tagsOf(in.Tags), transitive: slices.Clone(in.TransitiveTagKeys)}
	if in.SourceIdentity != nil {
		tags.sourceIdentity = *in.SourceIdentity
	}
	for _, key := range in.TransitiveTagKeys {
		if _, there := tags.all.Get(key); !there {
			return sessionTags{}, invalidValue("The specified transitive tag key must be included in the requested tags.")
		}
	}
	if c.Caller.Kind == identity.AssumedRole {
		return tags.after(c.Caller.Session)
	}
	return tags, nil
}

// after adds what a session hands on to the next of its chain.
func (t sessionTags) after(before *identity.Session) (sessionTags, error) {
	for _, key := range before.Transitive {
		if _, again := t.all.Get(key); again {
			return sessionTags{}, invalidValue("One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.")
		}
		if tag, there := before.Tags.Get(key); there {
			t.all = append(t.all, tag)
			t.transitive = append(t.transitive, key)
		}
	}
	if before.SourceIdentity == "" {
		return t, nil
	}
	if t.sourceIdentity != "" && t.sourceIdentity != before.SourceIdentity {
		return sessionTags{}, fault.AccessDenied("The source identity of the calling session cannot be changed.")
	}
	t.sourceIdentity = before.SourceIdentity
	return t, nil
}

// distinct refuses keys that differ by their case only, and those that AWS keeps for itself.
func distinct(tags []api.Tag) error {
	seen := map[string]bool{}
	for _, tag := range tags {
		key := identity.Fold(tag.Key)
		if seen[key] {
			return invalidValue("Duplicate tag keys found. Please note that Tag keys are case insensitive.")
		}
		if strings.HasPrefix(key, "aws:") {
			return invalidValue("Tag keys that begin with aws: are reserved: " + tag.Key)
		}
		seen[key] = true
	}
	return nil
}

func tagsOf(in []api.Tag) identity.Tags {
	tags := make(identity.Tags, 0, len(in))
	for _, tag := range in {
		tags = append(tags, identity.Tag{Key: tag.Key, Value: tag.Value})
	}
	return tags
}

func invalidValue(text string) error {
	return fault.New("InvalidParameterValue", fault.BadRequest, "%s", text)
}
