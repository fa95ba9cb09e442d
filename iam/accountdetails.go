package iam

import (
	"iter"
	"slices"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var accountDetailsOperations = []service.Operation{
	service.Op("GetAccountAuthorizationDetails", service.Read, onAccount[api.GetAccountAuthorizationDetailsInput]("iam:GetAccountAuthorizationDetails"), getAccountAuthorizationDetails),
}

// detail is one line of the details: one of the four is set.
type detail struct {
	user   *api.UserDetail
	group  *api.GroupDetail
	role   *api.RoleDetail
	policy *api.ManagedPolicyDetail
}

// getAccountAuthorizationDetails pages over users, groups, roles, the account's policies and those of AWS that are attached, in this order.
func getAccountAuthorizationDetails(c *service.Call, in *api.GetAccountAuthorizationDetailsInput) (*api.GetAccountAuthorizationDetailsOutput, error) {
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	wants := func(kind string) bool { return len(in.Filter) == 0 || slices.Contains(in.Filter, kind) }
	p := collect(w, joined(w.after, detailParts(c, wants)...), nil, func(d *detail) detail { return *d })
	out := &api.GetAccountAuthorizationDetailsOutput{Marker: p.Marker, IsTruncated: p.IsTruncated}
	for _, d := range p.Items {
		switch {
		case d.user != nil:
			out.UserDetailList = append(out.UserDetailList, *d.user)
		case d.group != nil:
			out.GroupDetailList = append(out.GroupDetailList, *d.group)
		case d.role != nil:
			out.RoleDetailList = append(out.RoleDetailList, *d.role)
		default:
			out.Policies = append(out.Policies, *d.policy)
		}
	}
	return out, nil
}

// detailParts are the kinds that are wanted.
func detailParts(c *service.Call, wants func(kind string) bool) (parts []part[detail]) {
	users := detailsOf(store.Users, c, func(u *identity.User) detail { return detail{user: userDetail(c, u)} })
	groups := detailsOf(store.Groups, c, func(g *identity.Group) detail { return detail{group: groupDetail(c, g)} })
	roles := detailsOf(store.Roles, c, func(r *identity.Role) detail { return detail{role: roleDetail(c, r)} })
	policies := detailsOf(store.Policies, c, func(p *identity.Policy) detail { return detail{policy: policyDetail(c, customerManaged(p))} })
	aws := func(after string) iter.Seq2[string, *detail] { return awsDetails(c, after) }
	for _, p := range []struct {
		kind string
		part part[detail]
	}{
		{api.EntityTypeUser, part[detail]{"a", users}},
		{api.EntityTypeGroup, part[detail]{"b", groups}},
		{api.EntityTypeRole, part[detail]{"c", roles}},
		{api.EntityTypeLocalManagedPolicy, part[detail]{"d", policies}},
		{api.EntityTypeAWSManagedPolicy, part[detail]{"e", aws}},
	} {
		if wants(p.kind) {
			parts = append(parts, p.part)
		}
	}
	return parts
}

func detailsOf[R any](table *store.Table[R], c *service.Call, show func(*R) detail) func(string) iter.Seq2[string, *detail] {
	return func(after string) iter.Seq2[string, *detail] {
		return func(yield func(string, *detail) bool) {
			for key, row := range table.After(c.Tx, c.Account()+"/", after) {
				if !yield(key, new(show(row))) {
					return
				}
			}
		}
	}
}

// awsDetails are AWS's policies that somebody in the account uses.
func awsDetails(c *service.Call, after string) iter.Seq2[string, *detail] {
	return func(yield func(string, *detail) bool) {
		for aws := range catalog.PoliciesAfter(after) {
			m := awsManaged(aws)
			if m.attachments(c)+m.boundaries(c) > 0 && !yield(aws.Name, &detail{policy: policyDetail(c, m)}) {
				return
			}
		}
	}
}

func userDetail(c *service.Call, u *identity.User) *api.UserDetail {
	groups := []string{}
	for _, id := range u.Groups {
		if group, ok := store.GroupsByID.Get(c.Tx, id); ok {
			groups = append(groups, group.Name)
		}
	}
	return &api.UserDetail{
		Arn: new(u.ARN()), UserId: &u.ID, UserName: &u.Name, Path: &u.Path, CreateDate: &u.CreatedAt, GroupList: groups,
		AttachedManagedPolicies: attachedDetail(c, u.Grants), UserPolicyList: inlineOrNil(u.Grants), Tags: allTags(u.Tags), PermissionsBoundary: showBoundary(u.Boundary),
	}
}

func groupDetail(c *service.Call, g *identity.Group) *api.GroupDetail {
	return &api.GroupDetail{
		Arn: new(g.ARN()), GroupId: &g.ID, GroupName: &g.Name, Path: &g.Path, CreateDate: &g.CreatedAt,
		AttachedManagedPolicies: attachedDetail(c, g.Grants), GroupPolicyList: inlineDetail(g.Grants),
	}
}

func roleDetail(c *service.Call, r *identity.Role) *api.RoleDetail {
	profiles := []api.InstanceProfile{}
	for profile := range store.InstanceProfilesByRole.All(c.Tx, r.ID) {
		profiles = append(profiles, *showInstanceProfile(c, profile))
	}
	return &api.RoleDetail{
		Arn: new(r.ARN()), RoleId: &r.ID, RoleName: &r.Name, Path: &r.Path, CreateDate: &r.CreatedAt, AssumeRolePolicyDocument: new(encodeDocument(shownTrust(c, r))),
		InstanceProfileList: profiles, AttachedManagedPolicies: attachedDetail(c, r.Grants), RolePolicyList: inlineDetail(r.Grants), Tags: allTags(r.Tags),
		PermissionsBoundary: showBoundary(r.Boundary), RoleLastUsed: showRoleUse(c, r),
	}
}

// policyDetail shows a policy with the texts of all its versions.
func policyDetail(c *service.Call, m managed) *api.ManagedPolicyDetail {
	shown := &api.ManagedPolicyDetail{
		Arn: &m.ARN, PolicyId: &m.ID, PolicyName: &m.Name, Path: &m.Path, DefaultVersionId: &m.DefaultVersionID, IsAttachable: true, CreateDate: &m.CreatedAt, UpdateDate: &m.UpdatedAt,
		AttachmentCount: new(int32(m.attachments(c))), PermissionsBoundaryUsageCount: new(int32(m.boundaries(c))),
	}
	if m.Description != "" {
		shown.Description = &m.Description
	}
	if m.row == nil {
		shown.PolicyVersionList = []api.PolicyVersion{{VersionId: &m.DefaultVersionID, IsDefaultVersion: true, CreateDate: &m.UpdatedAt, Document: new(encodeDocument(m.aws.Document()))}}
		return shown
	}
	for _, v := range m.versions() {
		version := listedVersion(v, v.Number == m.row.Default)
		version.Document = new(encodeDocument(v.Document))
		shown.PolicyVersionList = append(shown.PolicyVersionList, version)
	}
	return shown
}

func attachedDetail(c *service.Call, grants identity.Grants) []api.AttachedPolicy {
	shown := []api.AttachedPolicy{}
	for _, m := range attachedTo(c, grants.Attached) {
		shown = append(shown, showAttached(&m))
	}
	return shown
}

// inlineOrNil are a user's inline policies, which are left out where there are none. Groups and roles have an empty list.
func inlineOrNil(grants identity.Grants) []api.PolicyDetail {
	if len(grants.Inline) == 0 {
		return nil
	}
	return inlineDetail(grants)
}

func inlineDetail(grants identity.Grants) []api.PolicyDetail {
	shown := []api.PolicyDetail{}
	for _, inline := range grants.Inline {
		shown = append(shown, api.PolicyDetail{PolicyName: &inline.Name, PolicyDocument: new(encodeDocument(inline.Document))})
	}
	return shown
}
