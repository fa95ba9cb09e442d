package iam

import (
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var roleOperations = []service.Operation{
	service.Op("CreateRole", service.Write, asksNewRole, createRole),
	service.Op("GetRole", service.Read, onRole("iam:GetRole", func(in *api.GetRoleInput) string { return in.RoleName }), getRole),
	service.Op("ListRoles", service.List, onKind("iam:ListRoles", "role", func(in *api.ListRolesInput) *string { return in.PathPrefix }), listRoles),
	service.Op("UpdateRole", service.Write, onRole("iam:UpdateRole", func(in *api.UpdateRoleInput) string { return in.RoleName }), updateRole),
	service.Op("UpdateRoleDescription", service.Write, onRole("iam:UpdateRoleDescription", func(in *api.UpdateRoleDescriptionInput) string { return in.RoleName }), updateRoleDescription),
	service.Op("UpdateAssumeRolePolicy", service.Permissions, onRole("iam:UpdateAssumeRolePolicy", func(in *api.UpdateAssumeRolePolicyInput) string { return in.RoleName }), updateTrust),
	service.Op("DeleteRole", service.Write, onRole("iam:DeleteRole", func(in *api.DeleteRoleInput) string { return in.RoleName }), deleteRole),
}

// roleNamed finds a role of the call's account.
func roleNamed(c *service.Call, name string) (*identity.Role, bool) {
	return store.Roles.Get(c.Tx, identity.Key(c.Account(), name))
}

// mustRole finds a role, or answers NoSuchEntity.
func mustRole(c *service.Call, name string) (*identity.Role, error) {
	if role, ok := roleNamed(c, name); ok {
		return role, nil
	}
	return nil, noSuchEntity("The role with name %s cannot be found.", name)
}

// mustOwnRole finds a role that its account may change: not one that a service keeps for itself.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
func mustOwnRole(c *service.Call, name string) (*identity.Role, error) {
	role, err := mustRole(c, name)
	if err != nil {
		return nil, err
	}
	if isServiceLinked(role) {
		return nil, fault.New("UnmodifiableEntity", fault.BadRequest,
			"Cannot perform the operation on the protected role '%s' - this role is only modifiable by AWS", role.Name)
	}
	return role, nil
}

// onRole asks for an action on a role.
func onRole[I any](action string, name func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) { return one(roleAsk(c, action, name(in))) }
}

// roleAsk asks for an action on a role. One that does not exist is asked for by the ARN that it would have at the root path.
func roleAsk(c *service.Call, action, name string) access.Ask {
	ask := access.Ask{Action: action, Resource: identity.ARN(c.Account(), "role", "/", name), Shown: "role " + name}
	if role, ok := roleNamed(c, name); ok {
		ask.Resource, ask.Context, ask.Shown = role.ARN(), entityKeys(role.Tags, role.Boundary), "role "+role.Name
	}
	return ask
}

func asksNewRole(c *service.Call, in *api.CreateRoleInput) ([]access.Ask, error) {
	tags := tagsOf(in.Tags)
	ask := access.Ask{
		Action:   "iam:CreateRole",
		Resource: identity.ARN(c.Account(), "role", pathOf(in.Path), in.RoleName),
		Shown:    identity.ARN(c.Account(), "role", "/", in.RoleName),
		Context:  append(access.RequestTags(tags), access.ResourceTags("iam", tags)...),
	}
	if in.PermissionsBoundary != nil {
		if err := mustBeARN(*in.PermissionsBoundary); err != nil {
			return nil, err
		}
		ask.Context = append(ask.Context, access.One("iam:PermissionsBoundary", *in.PermissionsBoundary))
	}
	asks := []access.Ask{ask}
	if len(tags) > 0 {
		tagging := ask
		tagging.Action = "iam:TagRole"
		asks = append(asks, tagging)
	}
	return asks, nil
}

func createRole(c *service.Call, in *api.CreateRoleInput) (*api.CreateRoleOutput, error) {
	if strings.HasPrefix(pathOf(in.Path), serviceLinkedPath) {
		return nil, invalidInput("The path %s is kept for roles that are linked to services.", serviceLinkedPath)
	}
	tags, err := foldedKeys.fresh(c, in.Tags)
	if err != nil {
		return nil, err
	}
	boundary, err := boundaryOf(c, in.PermissionsBoundary)
	if err != nil {
		return nil, err
	}
	role := &identity.Role{
		Account: c.Account(), Name: in.RoleName, ID: c.NewID(identity.RolePrefix), Path: pathOf(in.Path), CreatedAt: c.Now,
		Tags: tags, Boundary: boundary, Description: orEmpty(in.Description), MaxSession: maxSession(in.MaxSessionDuration),
	}
	if err := setTrust(c, role, in.AssumeRolePolicyDocument); err != nil {
		return nil, err
	}
	if err := putNewRole(c, role); err != nil {
		return nil, err
	}
	shown := listedRole(c, role)
	shown.MaxSessionDuration, shown.Description = nil, nil // CreateRole answers neither
	shown.Tags, shown.PermissionsBoundary = showTags(role.Tags), showBoundary(role.Boundary)
	return &api.CreateRoleOutput{Role: shown}, nil
}

// putNewRole stores a role if its name is free and there is room for it.
func putNewRole(c *service.Call, role *identity.Role) error {
	if _, taken := roleNamed(c, role.Name); taken {
		return entityExists("Role with name %s already exists.", role.Name)
	}
	if limit := c.Quota("RolesQuota"); store.RoleCount.Of(c.Tx, c.Account()) >= limit {
		return limitExceeded("RolesPerAccount", limit)
	}
	store.Roles.Put(c.Tx, role)
	return nil
}

// maxSession is the longest session of a role, in seconds: an hour unless the caller says otherwise.
func maxSession(wish *int32) int {
	if wish == nil {
		return identity.DefaultMaxSession
	}
	return int(*wish)
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

func getRole(c *service.Call, in *api.GetRoleInput) (*api.GetRoleOutput, error) {
	role, err := mustRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	return &api.GetRoleOutput{Role: showRole(c, role)}, nil
}

func listRoles(c *service.Call, in *api.ListRolesInput) (*api.ListRolesOutput, error) {
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	under := underPath(in.PathPrefix, func(r *identity.Role) string { return r.Path })
	p := collect(w, store.Roles.After(c.Tx, c.Account()+"/", w.after), under, func(r *identity.Role) api.Role { return *listedRole(c, r) })
	return &api.ListRolesOutput{Roles: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

// updateRole leaves a description that is not sent as it is, and sets the longest session that is not sent to an hour, as the API says.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html
func updateRole(c *service.Call, in *api.UpdateRoleInput) (*api.UpdateRoleOutput, error) {
	role, err := mustRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	changed := role.Clone()
	changed.MaxSession = maxSession(in.MaxSessionDuration)
	if in.Description != nil {
		changed.Description = *in.Description
	}
	store.Roles.Put(c.Tx, changed)
	return &api.UpdateRoleOutput{}, nil
}

func updateRoleDescription(c *service.Call, in *api.UpdateRoleDescriptionInput) (*api.UpdateRoleDescriptionOutput, error) {
	role, err := mustRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	changed := role.Clone()
	changed.Description = in.Description
	store.Roles.Put(c.Tx, changed)
	shown := listedRole(c, changed)
	shown.MaxSessionDuration = nil // nor does it answer tags, boundary and last use
	return &api.UpdateRoleDescriptionOutput{Role: shown}, nil
}

func deleteRole(c *service.Call, in *api.DeleteRoleInput) (*api.DeleteRoleOutput, error) {
	role, err := mustOwnRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	switch {
	case len(role.Grants.Attached) > 0:
		return nil, mustFirst("detach all policies")
	case len(role.Grants.Inline) > 0:
		return nil, mustFirst("delete policies")
	case has(store.InstanceProfilesByRole.Get(c.Tx, role.ID)):
		return nil, mustFirst("remove roles from instance profile")
	}
	store.Roles.Delete(c.Tx, identity.Key(role.Account, role.Name))
	store.RoleUses.Delete(c.Tx, role.ID)
	store.ForgetServiceUses(c.Tx, role.ID)
	return &api.DeleteRoleOutput{}, nil
}

// showRole is a role as GetRole shows it.
func showRole(c *service.Call, role *identity.Role) *api.Role {
	shown := listedRole(c, role)
	shown.Tags, shown.PermissionsBoundary = showTags(role.Tags), showBoundary(role.Boundary)
	shown.RoleLastUsed = showRoleUse(c, role)
	return shown
}

func showRoleUse(c *service.Call, role *identity.Role) *api.RoleLastUsed {
	use, ok := c.RoleUse(role.ID)
	if !ok {
		return &api.RoleLastUsed{}
	}
	return &api.RoleLastUsed{LastUsedDate: new(use.At.UTC().Truncate(time.Second)), Region: &use.Region}
}

// listedRole is a role as lists show it: without tags, boundary and last use.
func listedRole(c *service.Call, role *identity.Role) *api.Role {
	shown := &api.Role{
		RoleName: role.Name, RoleId: role.ID, Arn: role.ARN(), Path: role.Path, CreateDate: role.CreatedAt,
		AssumeRolePolicyDocument: new(encodeDocument(shownTrust(c, role))), MaxSessionDuration: new(int32(role.MaxSession)),
	}
	if role.Description != "" {
		shown.Description = &role.Description
	}
	return shown
}
