package iam

import (
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var taggingOperations = []service.Operation{
	service.Op("TagUser", service.Tagging, onTagged(taggedUsers, "iam:TagUser", func(in *api.TagUserInput) (string, []api.Tag) { return in.UserName, in.Tags }), tagUser),
	service.Op("TagRole", service.Tagging, onTagged(taggedRoles, "iam:TagRole", func(in *api.TagRoleInput) (string, []api.Tag) { return in.RoleName, in.Tags }), tagRole),
	service.Op("TagPolicy", service.Tagging, onTagged(taggedPolicies, "iam:TagPolicy", func(in *api.TagPolicyInput) (string, []api.Tag) { return in.PolicyArn, in.Tags }), tagPolicy),
	service.Op("TagMFADevice", service.Tagging, onTagged(taggedDevices, "iam:TagMFADevice", func(in *api.TagMFADeviceInput) (string, []api.Tag) { return in.SerialNumber, in.Tags }), tagMFADevice),
	service.Op("TagInstanceProfile", service.Tagging, onTagged(taggedProfiles, "iam:TagInstanceProfile", func(in *api.TagInstanceProfileInput) (string, []api.Tag) { return in.InstanceProfileName, in.Tags }), tagInstanceProfile),
	service.Op("UntagUser", service.Tagging, onUntagged(taggedUsers, "iam:UntagUser", func(in *api.UntagUserInput) (string, []string) { return in.UserName, in.TagKeys }), untagUser),
	service.Op("UntagRole", service.Tagging, onUntagged(taggedRoles, "iam:UntagRole", func(in *api.UntagRoleInput) (string, []string) { return in.RoleName, in.TagKeys }), untagRole),
	service.Op("UntagPolicy", service.Tagging, onUntagged(taggedPolicies, "iam:UntagPolicy", func(in *api.UntagPolicyInput) (string, []string) { return in.PolicyArn, in.TagKeys }), untagPolicy),
	service.Op("UntagMFADevice", service.Tagging, onUntagged(taggedDevices, "iam:UntagMFADevice", func(in *api.UntagMFADeviceInput) (string, []string) { return in.SerialNumber, in.TagKeys }), untagMFADevice),
	service.Op("UntagInstanceProfile", service.Tagging, onUntagged(taggedProfiles, "iam:UntagInstanceProfile", func(in *api.UntagInstanceProfileInput) (string, []string) { return in.InstanceProfileName, in.TagKeys }), untagInstanceProfile),
	service.Op("ListUserTags", service.List, onUntagged(taggedUsers, "iam:ListUserTags", func(in *api.ListUserTagsInput) (string, []string) { return in.UserName, nil }), listUserTags),
	service.Op("ListRoleTags", service.List, onUntagged(taggedRoles, "iam:ListRoleTags", func(in *api.ListRoleTagsInput) (string, []string) { return in.RoleName, nil }), listRoleTags),
	service.Op("ListPolicyTags", service.List, onUntagged(taggedPolicies, "iam:ListPolicyTags", func(in *api.ListPolicyTagsInput) (string, []string) { return in.PolicyArn, nil }), listPolicyTags),
	service.Op("ListMFADeviceTags", service.List, onUntagged(taggedDevices, "iam:ListMFADeviceTags", func(in *api.ListMFADeviceTagsInput) (string, []string) { return in.SerialNumber, nil }), listMFADeviceTags),
	service.Op("ListInstanceProfileTags", service.List, onUntagged(taggedProfiles, "iam:ListInstanceProfileTags", func(in *api.ListInstanceProfileTagsInput) (string, []string) { return in.InstanceProfileName, nil }), listInstanceProfileTags),
}

// tagged is a thing with tags: those that it has, and how to give it others.
type tagged struct {
	tags identity.Tags
	put  func(identity.Tags)
}

// taggedKind is one kind of such things: how it is found and asked for.
type taggedKind struct {
	keys tagKeys
	find func(c *service.Call, name string) (tagged, error)
	ask  func(c *service.Call, action, name string) (access.Ask, error)
}

// onTagged asks for setting tags: the new ones are in the request's context.
func onTagged[I any](k taggedKind, action string, read func(*I) (string, []api.Tag)) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		name, tags := read(in)
		ask, err := k.ask(c, action, name)
		ask.Context = append(ask.Context, access.RequestTags(tagsOf(tags))...)
		return []access.Ask{ask}, err
	}
}

// onUntagged asks for removing tags, whose keys are in the request's context, or for listing them.
func onUntagged[I any](k taggedKind, action string, read func(*I) (string, []string)) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		name, keys := read(in)
		ask, err := k.ask(c, action, name)
		if len(keys) > 0 {
			ask.Context = append(ask.Context, access.Set("aws:TagKeys", keys...))
		}
		return []access.Ask{ask}, err
	}
}

func (k taggedKind) tag(c *service.Call, name string, in []api.Tag) error {
	thing, err := k.find(c, name)
	if err != nil {
		return err
	}
	merged, err := k.keys.merged(c, thing.tags, in)
	if err != nil {
		return err
	}
	thing.put(merged)
	return nil
}

func (k taggedKind) untag(c *service.Call, name string, keys []string) error {
	thing, err := k.find(c, name)
	if err != nil {
		return err
	}
	thing.put(k.keys.without(thing.tags, keys))
	return nil
}

// list shows tags in order of their keys. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html
func (k taggedKind) list(c *service.Call, name string, marker *string, maxItems *int32) (page[api.Tag], error) {
	thing, err := k.find(c, name)
	if err != nil {
		return page[api.Tag]{}, err
	}
	w, err := windowOf(marker, maxItems)
	if err != nil {
		return page[api.Tag]{}, err
	}
	sorted := slices.SortedFunc(slices.Values(thing.tags), func(a, b identity.Tag) int { return strings.Compare(a.Key, b.Key) })
	return collect(w, numbered(sorted, w.after), nil, func(t *identity.Tag) api.Tag { return api.Tag{Key: t.Key, Value: t.Value} }), nil
}

func tagUser(c *service.Call, in *api.TagUserInput) (*api.TagUserOutput, error) {
	return &api.TagUserOutput{}, taggedUsers.tag(c, in.UserName, in.Tags)
}

func tagRole(c *service.Call, in *api.TagRoleInput) (*api.TagRoleOutput, error) {
	return &api.TagRoleOutput{}, taggedRoles.tag(c, in.RoleName, in.Tags)
}

func tagPolicy(c *service.Call, in *api.TagPolicyInput) (*api.TagPolicyOutput, error) {
	return &api.TagPolicyOutput{}, taggedPolicies.tag(c, in.PolicyArn, in.Tags)
}

func tagMFADevice(c *service.Call, in *api.TagMFADeviceInput) (*api.TagMFADeviceOutput, error) {
	return &api.TagMFADeviceOutput{}, taggedDevices.tag(c, in.SerialNumber, in.Tags)
}

func tagInstanceProfile(c *service.Call, in *api.TagInstanceProfileInput) (*api.TagInstanceProfileOutput, error) {
	return &api.TagInstanceProfileOutput{}, taggedProfiles.tag(c, in.InstanceProfileName, in.Tags)
}

func untagUser(c *service.Call, in *api.UntagUserInput) (*api.UntagUserOutput, error) {
	return &api.UntagUserOutput{}, taggedUsers.untag(c, in.UserName, in.TagKeys)
}

func untagRole(c *service.Call, in *api.UntagRoleInput) (*api.UntagRoleOutput, error) {
	return &api.UntagRoleOutput{}, taggedRoles.untag(c, in.RoleName, in.TagKeys)
}

func untagPolicy(c *service.Call, in *api.UntagPolicyInput) (*api.UntagPolicyOutput, error) {
	return &api.UntagPolicyOutput{}, taggedPolicies.untag(c, in.PolicyArn, in.TagKeys)
}

func untagMFADevice(c *service.Call, in *api.UntagMFADeviceInput) (*api.UntagMFADeviceOutput, error) {
	return &api.UntagMFADeviceOutput{}, taggedDevices.untag(c, in.SerialNumber, in.TagKeys)
}

func untagInstanceProfile(c *service.Call, in *api.UntagInstanceProfileInput) (*api.UntagInstanceProfileOutput, error) {
	return &api.UntagInstanceProfileOutput{}, taggedProfiles.untag(c, in.InstanceProfileName, in.TagKeys)
}

func listUserTags(c *service.Call, in *api.ListUserTagsInput) (*api.ListUserTagsOutput, error) {
	p, err := taggedUsers.list(c, in.UserName, in.Marker, in.MaxItems)
	return &api.ListUserTagsOutput{Tags: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func listRoleTags(c *service.Call, in *api.ListRoleTagsInput) (*api.ListRoleTagsOutput, error) {
	p, err := taggedRoles.list(c, in.RoleName, in.Marker, in.MaxItems)
	return &api.ListRoleTagsOutput{Tags: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func listPolicyTags(c *service.Call, in *api.ListPolicyTagsInput) (*api.ListPolicyTagsOutput, error) {
	p, err := taggedPolicies.list(c, in.PolicyArn, in.Marker, in.MaxItems)
	return &api.ListPolicyTagsOutput{Tags: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func listMFADeviceTags(c *service.Call, in *api.ListMFADeviceTagsInput) (*api.ListMFADeviceTagsOutput, error) {
	p, err := taggedDevices.list(c, in.SerialNumber, in.Marker, in.MaxItems)
	return &api.ListMFADeviceTagsOutput{Tags: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func listInstanceProfileTags(c *service.Call, in *api.ListInstanceProfileTagsInput) (*api.ListInstanceProfileTagsOutput, error) {
	p, err := taggedProfiles.list(c, in.InstanceProfileName, in.Marker, in.MaxItems)
	return &api.ListInstanceProfileTagsOutput{Tags: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

// retag stores a changed copy of a row.
func retag[R any](c *service.Call, table *store.Table[R], clone func() *R, set func(*R, identity.Tags)) func(identity.Tags) {
	return func(tags identity.Tags) {
		changed := clone()
		set(changed, tags)
		table.Put(c.Tx, changed)
	}
}

var taggedUsers = taggedKind{
	ask: userHolders.ask,
	find: func(c *service.Call, name string) (tagged, error) {
		user, err := mustUser(c, name)
		if err != nil {
			return tagged{}, err
		}
		return tagged{user.Tags, retag(c, store.Users, user.Clone, func(u *identity.User, tags identity.Tags) { u.Tags = tags })}, nil
	},
}

var taggedRoles = taggedKind{
	ask: roleHolders.ask,
	find: func(c *service.Call, name string) (tagged, error) {
		role, err := mustRole(c, name)
		if err != nil {
			return tagged{}, err
		}
		return tagged{role.Tags, retag(c, store.Roles, role.Clone, func(r *identity.Role, tags identity.Tags) { r.Tags = tags })}, nil
	},
}

var taggedPolicies = taggedKind{
	keys: exactKeys,
	ask: func(c *service.Call, action, policyARN string) (access.Ask, error) {
		asked, err := onPolicy(action, func(arn *string) string { return *arn })(c, &policyARN)
		if err != nil {
			return access.Ask{}, err
		}
		return asked[0], nil
	},
	find: func(c *service.Call, policyARN string) (tagged, error) {
		m, err := mustPolicy(c, policyARN)
		if err != nil {
			return tagged{}, err
		}
		if m.row == nil {
			return tagged{put: func(identity.Tags) {}}, nil // AWS's policies have no tags, and nobody is allowed to give them any
		}
		return tagged{m.Tags, retag(c, store.Policies, m.row.Clone, func(p *identity.Policy, tags identity.Tags) { p.Tags = tags })}, nil
	},
}

var taggedDevices = taggedKind{
	keys: exactKeys,
	ask: func(c *service.Call, action, serial string) (access.Ask, error) {
		ask := access.Ask{Action: action, Resource: serial}
		if device, ok := virtualDevice(c, serial); ok {
			if err := guardRootDevice(c, device.Name, device); err != nil {
				return access.Ask{}, err
			}
			ask.Context = access.ResourceTags("iam", device.Tags)
		} else if mustBeARN(serial) != nil {
			ask.Resource = identity.ARN(c.Account(), "mfa", "/", serial)
		}
		return ask, nil
	},
	find: func(c *service.Call, serial string) (tagged, error) {
		device, ok := virtualDevice(c, serial)
		if !ok {
			return tagged{}, noDevice(serial)
		}
		return tagged{device.Tags, retag(c, store.MFADevices, device.Clone, func(d *identity.MFADevice, tags identity.Tags) { d.Tags = tags })}, nil
	},
}

var taggedProfiles = taggedKind{
	keys: exactKeys,
	ask: func(c *service.Call, action, name string) (access.Ask, error) {
		return instanceProfileAsk(c, action, name), nil
	},
	find: func(c *service.Call, name string) (tagged, error) {
		profile, err := mustInstanceProfile(c, name)
		if err != nil {
			return tagged{}, err
		}
		return tagged{profile.Tags, retag(c, store.InstanceProfiles, profile.Clone, func(p *identity.InstanceProfile, tags identity.Tags) { p.Tags = tags })}, nil
	},
}
