package iam

import (
	"iter"
	"slices"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var policyEntityOperations = []service.Operation{
	service.Op("ListEntitiesForPolicy", service.List, onPolicy("iam:ListEntitiesForPolicy", func(in *api.ListEntitiesForPolicyInput) string { return in.PolicyArn }), listEntitiesForPolicy),
}

// entity is a group, role or user that uses a policy: one of the three is set.
type entity struct {
	path  string
	group *api.PolicyGroup
	role  *api.PolicyRole
	user  *api.PolicyUser
}

func listEntitiesForPolicy(c *service.Call, in *api.ListEntitiesForPolicyInput) (*api.ListEntitiesForPolicyOutput, error) {
	m, ok := managedPolicy(c, in.PolicyArn)
	if !ok {
		return nil, notAttachable(in.PolicyArn)
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	under := underPath(in.PathPrefix, func(e *entity) string { return e.path })
	p := collect(w, joined(w.after, entityParts(c, m, in)...), under, func(e *entity) entity { return *e })
	out := &api.ListEntitiesForPolicyOutput{Marker: p.Marker, IsTruncated: p.IsTruncated}
	for _, e := range p.Items {
		switch {
		case e.group != nil:
			out.PolicyGroups = append(out.PolicyGroups, *e.group)
		case e.role != nil:
			out.PolicyRoles = append(out.PolicyRoles, *e.role)
		case e.user != nil:
			out.PolicyUsers = append(out.PolicyUsers, *e.user)
		}
	}
	return out, nil
}

// entityParts are the lists of who uses a policy, by the kinds and uses that are asked for. Whoever has it attached and as boundary is in one of them.
func entityParts(c *service.Call, m managed, in *api.ListEntitiesForPolicyInput) (parts []part[entity]) {
	wants := func(filter *string, value string) bool { return filter == nil || *filter == value }
	attached := wants(in.PolicyUsageFilter, api.PolicyUsageTypePermissionsPolicy)
	boundary := wants(in.PolicyUsageFilter, api.PolicyUsageTypePermissionsBoundary)
	listed := func(grants *identity.Grants) bool { return attached && slices.Contains(grants.Attached, m.ARN) }
	if attached && wants(in.EntityFilter, api.EntityTypeGroup) {
		parts = append(parts, users(c, "group", store.GroupsByPolicy, m, groupEntity, nil))
	}
	if attached && wants(in.EntityFilter, api.EntityTypeRole) {
		parts = append(parts, users(c, "role", store.RolesByPolicy, m, roleEntity, nil))
	}
	if boundary && wants(in.EntityFilter, api.EntityTypeRole) {
		parts = append(parts, users(c, "role-boundary", store.RolesByBoundary, m, roleEntity, func(r *identity.Role) bool { return listed(&r.Grants) }))
	}
	if attached && wants(in.EntityFilter, api.EntityTypeUser) {
		parts = append(parts, users(c, "user", store.UsersByPolicy, m, userEntity, nil))
	}
	if boundary && wants(in.EntityFilter, api.EntityTypeUser) {
		parts = append(parts, users(c, "user-boundary", store.UsersByBoundary, m, userEntity, func(u *identity.User) bool { return listed(&u.Grants) }))
	}
	return parts
}

func groupEntity(g *identity.Group) entity {
	return entity{path: g.Path, group: &api.PolicyGroup{GroupId: &g.ID, GroupName: &g.Name}}
}

func roleEntity(r *identity.Role) entity {
	return entity{path: r.Path, role: &api.PolicyRole{RoleId: &r.ID, RoleName: &r.Name}}
}

func userEntity(u *identity.User) entity {
	return entity{path: u.Path, user: &api.PolicyUser{UserId: &u.ID, UserName: &u.Name}}
}

// users lists the rows of the account that an index has under a policy, but for those to skip. What all of their keys begin with is left out of them:
// an ARN is too long for a marker.
func users[R any](c *service.Call, name string, index *store.Index[R], m managed, show func(*R) entity, skip func(*R) bool) part[entity] {
	common := store.Exactly(m.ARN) + c.Account() + "/"
	return part[entity]{name, func(after string) iter.Seq2[string, *entity] {
		return func(yield func(string, *entity) bool) {
			for key, row := range index.After(c.Tx, common, common+after) {
				if skip != nil && skip(row) {
					continue
				}
				if !yield(key[len(common):], new(show(row))) {
					return
				}
			}
		}
	}}
}
