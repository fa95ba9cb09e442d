package iam_test

import (
	"fmt"
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
)

// tagOps are the tag operations on one kind of thing, for the thing x of a test.
type tagOps struct {
	kind  string // as operations call it
	make  func(h *host)
	tag   func(tags []api.Tag) any
	untag func(keys ...string) any
	list  func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput
	none  string // what is answered when there is no x
	shown string // in denials
}

const mfaX = "arn:aws:iam::" + account + ":mfa/x"

var tagKinds = []tagOps{
	{
		kind: "User", make: func(h *host) { h.User("x") }, none: "The user with name x cannot be found.", shown: "user x",
		tag:   func(tags []api.Tag) any { return &api.TagUserInput{UserName: "x", Tags: tags} },
		untag: func(keys ...string) any { return &api.UntagUserInput{UserName: "x", TagKeys: keys} },
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput {
			return call[api.ListUserTagsOutput](h, h.root, "ListUserTags", &api.ListUserTagsInput{UserName: "x", Marker: marker, MaxItems: maxItems})
		},
	},
	{
		kind: "Role", make: func(h *host) { newRole(h, "x") }, none: "The role with name x cannot be found.", shown: "role x",
		tag:   func(tags []api.Tag) any { return &api.TagRoleInput{RoleName: "x", Tags: tags} },
		untag: func(keys ...string) any { return &api.UntagRoleInput{RoleName: "x", TagKeys: keys} },
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput {
			return (*api.ListUserTagsOutput)(call[api.ListRoleTagsOutput](h, h.root, "ListRoleTags", &api.ListRoleTagsInput{RoleName: "x", Marker: marker, MaxItems: maxItems}))
		},
	},
	{
		kind: "Policy", make: func(h *host) { newPolicy(h, "x") }, none: "Policy " + policyARN("x") + " was not found.", shown: "policy " + policyARN("x"),
		tag:   func(tags []api.Tag) any { return &api.TagPolicyInput{PolicyArn: policyARN("x"), Tags: tags} },
		untag: func(keys ...string) any { return &api.UntagPolicyInput{PolicyArn: policyARN("x"), TagKeys: keys} },
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput {
			return (*api.ListUserTagsOutput)(call[api.ListPolicyTagsOutput](h, h.root, "ListPolicyTags", &api.ListPolicyTagsInput{PolicyArn: policyARN("x"), Marker: marker, MaxItems: maxItems}))
		},
	},
	{
		kind: "MFADevice", none: "MFA Device with serial number " + mfaX + " does not exist.", shown: mfaX,
		make: func(h *host) {
			call[api.CreateVirtualMFADeviceOutput](h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "x"})
		},
		tag:   func(tags []api.Tag) any { return &api.TagMFADeviceInput{SerialNumber: mfaX, Tags: tags} },
		untag: func(keys ...string) any { return &api.UntagMFADeviceInput{SerialNumber: mfaX, TagKeys: keys} },
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput {
			return (*api.ListUserTagsOutput)(call[api.ListMFADeviceTagsOutput](h, h.root, "ListMFADeviceTags", &api.ListMFADeviceTagsInput{SerialNumber: mfaX, Marker: marker, MaxItems: maxItems}))
		},
	},
	{
		kind: "InstanceProfile", none: "Instance Profile x cannot be found.", shown: "instance profile x",
		make: func(h *host) {
			call[api.CreateInstanceProfileOutput](h, h.root, "CreateInstanceProfile", &api.CreateInstanceProfileInput{InstanceProfileName: "x"})
		},
		tag: func(tags []api.Tag) any { return &api.TagInstanceProfileInput{InstanceProfileName: "x", Tags: tags} },
		untag: func(keys ...string) any {
			return &api.UntagInstanceProfileInput{InstanceProfileName: "x", TagKeys: keys}
		},
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput {
			return (*api.ListUserTagsOutput)(call[api.ListInstanceProfileTagsOutput](h, h.root, "ListInstanceProfileTags",
				&api.ListInstanceProfileTagsInput{InstanceProfileName: "x", Marker: marker, MaxItems: maxItems}))
		},
	},
	{
		kind: "ServerCertificate", none: "The Server Certificate with name x cannot be found.", shown: "server certificate x",
		make: func(h *host) {
			h.done("UploadServerCertificate", uploadServer("x", signedBy(h.t, nil, "x", newKey(h.t), nil)))
		},
		tag: func(tags []api.Tag) any {
			return &api.TagServerCertificateInput{ServerCertificateName: "x", Tags: tags}
		},
		untag: func(keys ...string) any {
			return &api.UntagServerCertificateInput{ServerCertificateName: "x", TagKeys: keys}
		},
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput {
			return (*api.ListUserTagsOutput)(call[api.ListServerCertificateTagsOutput](h, h.root, "ListServerCertificateTags",
				&api.ListServerCertificateTagsInput{ServerCertificateName: "x", Marker: marker, MaxItems: maxItems}))
		},
	},
	{
		kind: "OpenIDConnectProvider", none: "OpenIDConnect Provider not found for arn " + oidcARN("x.example.com"), shown: oidcARN("x.example.com"),
		make: func(h *host) { newOIDC(h, "x.example.com") },
		tag: func(tags []api.Tag) any {
			return &api.TagOpenIDConnectProviderInput{OpenIDConnectProviderArn: oidcARN("x.example.com"), Tags: tags}
		},
		untag: func(keys ...string) any {
			return &api.UntagOpenIDConnectProviderInput{OpenIDConnectProviderArn: oidcARN("x.example.com"), TagKeys: keys}
		},
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput {
			return (*api.ListUserTagsOutput)(call[api.ListOpenIDConnectProviderTagsOutput](h, h.root, "ListOpenIDConnectProviderTags",
				&api.ListOpenIDConnectProviderTagsInput{OpenIDConnectProviderArn: oidcARN("x.example.com"), Marker: marker, MaxItems: maxItems}))
		},
	},
	{
		kind: "SAMLProvider", none: "Manifest not found for arn " + samlARN("x"), shown: samlARN("x"), make: func(h *host) { newSAML(h, "x") },
		tag: func(tags []api.Tag) any { return &api.TagSAMLProviderInput{SAMLProviderArn: samlARN("x"), Tags: tags} },
		untag: func(keys ...string) any {
			return &api.UntagSAMLProviderInput{SAMLProviderArn: samlARN("x"), TagKeys: keys}
		},
		list: func(h *host, marker *string, maxItems *int32) *api.ListUserTagsOutput {
			return (*api.ListUserTagsOutput)(call[api.ListSAMLProviderTagsOutput](h, h.root, "ListSAMLProviderTags",
				&api.ListSAMLProviderTagsInput{SAMLProviderArn: samlARN("x"), Marker: marker, MaxItems: maxItems}))
		},
	},
}

func tagText(out *api.ListUserTagsOutput) string {
	var all []string
	for _, tag := range out.Tags {
		all = append(all, tag.Key+"="+tag.Value)
	}
	return strings.Join(all, " ")
}

func TestTagsAreSetListedAndRemoved(t *testing.T) {
	for _, k := range tagKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			refused(h, h.root, "Tag"+k.kind, k.tag(tag("a", "b")), "NoSuchEntity", 404, k.none)
			refused(h, h.root, "Untag"+k.kind, k.untag("a"), "NoSuchEntity", 404, k.none)
			k.make(h)
			h.done("Tag"+k.kind, k.tag([]api.Tag{{Key: "team", Value: "red"}, {Key: "cost", Value: ""}}))
			h.done("Tag"+k.kind, k.tag([]api.Tag{{Key: "team", Value: "blue"}, {Key: "env", Value: "test"}})) // in place of red
			if got := tagText(k.list(h, nil, nil)); got != "cost= env=test team=blue" {
				t.Errorf("tags %s", got)
			}
			first := k.list(h, nil, new(int32(2)))
			rest := k.list(h, first.Marker, new(int32(2)))
			if tagText(first) != "cost= env=test" || !first.IsTruncated || tagText(rest) != "team=blue" || rest.IsTruncated {
				t.Errorf("first %+v, rest %+v", first, rest)
			}
			h.done("Untag"+k.kind, k.untag("team", "unknown"))
			if got := tagText(k.list(h, nil, nil)); got != "cost= env=test" {
				t.Errorf("tags left: %s", got)
			}
		})
	}
}

// caseless are the kinds that take tag keys which differ in case only for one key.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
var caseless = map[string]bool{"User": true, "Role": true}

func twice(kind string) string {
	if caseless[kind] {
		return "Duplicate tag keys found. Please note that Tag keys are case insensitive."
	}
	return "Duplicate tag keys found."
}

func TestOnlyUsersAndRolesTakeTagKeysThatDifferInCaseForOne(t *testing.T) {
	for _, k := range tagKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			k.make(h)
			both := k.tag([]api.Tag{{Key: "team", Value: "red"}, {Key: "Team", Value: "blue"}})
			if caseless[k.kind] {
				refused(h, h.root, "Tag"+k.kind, both, "InvalidInput", 400, twice(k.kind))
				h.done("Tag"+k.kind, k.tag(tag("team", "red")))
				h.done("Tag"+k.kind, k.tag(tag("Team", "blue"))) // a new spelling of the same key
				if got := tagText(k.list(h, nil, nil)); got != "Team=blue" {
					t.Errorf("tags %s", got)
				}
				h.done("Untag"+k.kind, k.untag("TEAM"))
				if got := tagText(k.list(h, nil, nil)); got != "" {
					t.Errorf("tags left: %s", got)
				}
				return
			}
			h.done("Tag"+k.kind, both)
			h.done("Untag"+k.kind, k.untag("TEAM"))
			if got := tagText(k.list(h, nil, nil)); got != "Team=blue team=red" {
				t.Errorf("tags %s", got)
			}
			h.done("Untag"+k.kind, k.untag("team"))
			if got := tagText(k.list(h, nil, nil)); got != "Team=blue" {
				t.Errorf("tags left: %s", got)
			}
		})
	}
}

func TestTagsThatAreRefused(t *testing.T) {
	for _, k := range tagKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			k.make(h)
			refused(h, h.root, "Tag"+k.kind, k.tag([]api.Tag{{Key: "team", Value: "1"}, {Key: "team", Value: "2"}}), "InvalidInput", 400, twice(k.kind))
			refused(h, h.root, "Tag"+k.kind, k.tag(tag("AWS:x", "1")), "InvalidInput", 400, "Tag keys that begin with aws: are reserved: AWS:x.")
			var fifty []api.Tag
			for i := range 50 {
				fifty = append(fifty, api.Tag{Key: fmt.Sprintf("k%d", i), Value: "v"})
			}
			h.done("Tag"+k.kind, k.tag(fifty))
			refused(h, h.root, "Tag"+k.kind, k.tag(tag("one-more", "v")), "LimitExceeded", 409, "The number of tags has reached the maximum limit.")
			h.done("Tag"+k.kind, k.tag(tag("k7", "other"))) // a new value is no new tag
		})
	}
}

// Tags in the request, the keys alone when they are removed, and the tags that are there already: all are in the context.
func TestTaggingCanBeLimitedByTags(t *testing.T) {
	for _, k := range tagKinds {
		t.Run(k.kind, func(t *testing.T) {
			h := newHost(t)
			k.make(h)
			lead := h.User("lead", `{"Version":"2012-10-17","Statement":[
				{"Effect":"Allow","Action":"iam:Tag*","Resource":"*","Condition":{"StringEquals":{"aws:RequestTag/team":"red"}}},
				{"Effect":"Allow","Action":"iam:Untag*","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":["cost"]},"StringEquals":{"aws:ResourceTag/team":"red"}}}]}`)
			try := func(operation string, in any) error {
				_, err := h.Do(t.Context(), h.Directory.Find("iam", operation), lead, h.Facts("iam"), in)
				return err
			}
			refused(h, lead, "Tag"+k.kind, k.tag(tag("team", "blue")), "AccessDenied", 403, denied("lead", "iam:Tag"+k.kind, k.shown))
			refused(h, lead, "Untag"+k.kind, k.untag("cost"), "AccessDenied", 403, denied("lead", "iam:Untag"+k.kind, k.shown)) // not red yet
			check(t, try("Tag"+k.kind, k.tag(tag("team", "red"))))
			refused(h, lead, "Untag"+k.kind, k.untag("cost", "team"), "AccessDenied", 403, denied("lead", "iam:Untag"+k.kind, k.shown))
			check(t, try("Untag"+k.kind, k.untag("cost")))
		})
	}
}
