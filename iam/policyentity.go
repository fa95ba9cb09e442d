package iam

import (
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var policyEntityOperations = []service.Operation{
	service.Op("ListEntitiesForPolicy", service.List, onPolicy("iam:ListEntitiesForPolicy", func(in *api.ListEntitiesForPolicyInput) string { return in.PolicyArn }), listEntitiesForPolicy),
}

// entity is a user, group or role that uses a policy: one of the three is set.
type entity struct {
	path  string
	group *api.PolicyGroup
	user  *api.PolicyUser
	role  *api.PolicyRole
}

func listEntitiesForPolicy(c *service.Call, in *api.ListEntitiesForPolicyInput) (*api.ListEntitiesForPolicyOutput, error) {
	m, err := mustPolicy(c, in.PolicyArn)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	keep := func(e *entity) bool { return in.PathPrefix == nil || strings.HasPrefix(e.path, *in.PathPrefix) }
	p := collect(w, numbered(entitiesOf(c, m, in), w.after), keep, func(e *entity) entity { return *e })
	out := &api.ListEntitiesForPolicyOutput{Marker: p.Marker, IsTruncated: p.IsTruncated}
	for _, e := range p.Items {
		switch {
		case e.group != nil:
			out.PolicyGroups = append(out.PolicyGroups, *e.group)
		case e.user != nil:
			out.PolicyUsers = append(out.PolicyUsers, *e.user)
		case e.role != nil:
			out.PolicyRoles = append(out.PolicyRoles, *e.role)
		}
	}
	return out, nil
}

// entitiesOf are who uses a policy, by the kinds and uses that are asked for: groups, then users, then roles.
func entitiesOf(c *service.Call, m managed, in *api.ListEntitiesForPolicyInput) (found []entity) {
	wants := func(kind string) bool { return in.EntityFilter == nil || *in.EntityFilter == kind }
	asPolicy := in.PolicyUsageFilter == nil || *in.PolicyUsageFilter == api.PolicyUsageTypePermissionsPolicy
	asBoundary := in.PolicyUsageFilter == nil || *in.PolicyUsageFilter == api.PolicyUsageTypePermissionsBoundary
	if wants(api.EntityTypeGroup) && asPolicy {
		for group := range store.GroupsByPolicy.All(c.Tx, m.ARN) {
			if group.Account == c.Account() {
				found = append(found, entity{path: group.Path, group: &api.PolicyGroup{GroupId: &group.ID, GroupName: &group.Name}})
			}
		}
	}
	if wants(api.EntityTypeUser) {
		found = append(found, userEntities(c, m.ARN, asPolicy, asBoundary)...)
	}
	if wants(api.EntityTypeRole) {
		found = append(found, roleEntities(c, m.ARN, asPolicy, asBoundary)...)
	}
	return found
}

// userEntities are the users of the account that a policy is attached to, or whose boundary it is; each once.
func userEntities(c *service.Call, policyARN string, asPolicy, asBoundary bool) (found []entity) {
	seen := map[string]bool{}
	for _, use := range []struct {
		wanted bool
		by     *store.Index[identity.User]
	}{{asPolicy, store.UsersByPolicy}, {asBoundary, store.UsersByBoundary}} {
		if !use.wanted {
			continue
		}
		for user := range use.by.All(c.Tx, policyARN) {
			if user.Account == c.Account() && !seen[user.ID] {
				seen[user.ID] = true
				found = append(found, entity{path: user.Path, user: &api.PolicyUser{UserId: &user.ID, UserName: &user.Name}})
			}
		}
	}
	return found
}

// roleEntities are the roles of the account that a policy is attached to, or whose boundary it is; each once.
func roleEntities(c *service.Call, policyARN string, asPolicy, asBoundary bool) (found []entity) {
	seen := map[string]bool{}
	for _, use := range []struct {
		wanted bool
		by     *store.Index[identity.Role]
	}{{asPolicy, store.RolesByPolicy}, {asBoundary, store.RolesByBoundary}} {
		if !use.wanted {
			continue
		}
		for role := range use.by.All(c.Tx, policyARN) {
			if role.Account == c.Account() && !seen[role.ID] {
				seen[role.ID] = true
				found = append(found, entity{path: role.Path, role: &api.PolicyRole{RoleId: &role.ID, RoleName: &role.Name}})
			}
		}
	}
	return found
}
