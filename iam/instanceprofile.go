package iam

import (
	"iter"
	"slices"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var instanceProfileOperations = []service.Operation{
	service.Op("CreateInstanceProfile", service.Write, asksNewInstanceProfile, createInstanceProfile),
	service.Op("GetInstanceProfile", service.Read, onInstanceProfile("iam:GetInstanceProfile", func(in *api.GetInstanceProfileInput) string { return in.InstanceProfileName }), getInstanceProfile),
	service.Op("ListInstanceProfiles", service.List, onKind("iam:ListInstanceProfiles", "instance-profile", func(in *api.ListInstanceProfilesInput) *string { return in.PathPrefix }), listInstanceProfiles),
	service.Op("ListInstanceProfilesForRole", service.List, onRole("iam:ListInstanceProfilesForRole", func(in *api.ListInstanceProfilesForRoleInput) string { return in.RoleName }), listInstanceProfilesForRole),
	service.Op("AddRoleToInstanceProfile", service.Write, asksAddRole, addRoleToInstanceProfile),
	service.Op("RemoveRoleFromInstanceProfile", service.Write, onInstanceProfile("iam:RemoveRoleFromInstanceProfile", func(in *api.RemoveRoleFromInstanceProfileInput) string { return in.InstanceProfileName }), removeRoleFromInstanceProfile),
	service.Op("DeleteInstanceProfile", service.Write, onInstanceProfile("iam:DeleteInstanceProfile", func(in *api.DeleteInstanceProfileInput) string { return in.InstanceProfileName }), deleteInstanceProfile),
}

func instanceProfileNamed(c *service.Call, name string) (*identity.InstanceProfile, bool) {
	return store.InstanceProfiles.Get(c.Tx, identity.Key(c.Account(), name))
}

func mustInstanceProfile(c *service.Call, name string) (*identity.InstanceProfile, error) {
	if profile, ok := instanceProfileNamed(c, name); ok {
		return profile, nil
	}
	return nil, noSuchEntity("Instance Profile %s cannot be found.", name)
}

// onInstanceProfile asks for an action on an instance profile.
func onInstanceProfile[I any](action string, name func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		return one(instanceProfileAsk(c, action, name(in)))
	}
}

func instanceProfileAsk(c *service.Call, action, name string) access.Ask {
	ask := access.Ask{Action: action, Resource: identity.ARN(c.Account(), "instance-profile", "/", name), Shown: "instance profile " + name}
	if profile, ok := instanceProfileNamed(c, name); ok {
		ask.Resource, ask.Context, ask.Shown = profile.ARN(), access.ResourceTags("iam", profile.Tags), "instance profile "+profile.Name
	}
	return ask
}

func asksNewInstanceProfile(c *service.Call, in *api.CreateInstanceProfileInput) ([]access.Ask, error) {
	tags := tagsOf(in.Tags)
	ask := access.Ask{
		Action:   "iam:CreateInstanceProfile",
		Resource: identity.ARN(c.Account(), "instance-profile", pathOf(in.Path), in.InstanceProfileName),
		Shown:    identity.ARN(c.Account(), "instance-profile", "/", in.InstanceProfileName),
		Context:  append(access.RequestTags(tags), access.ResourceTags("iam", tags)...),
	}
	asks := []access.Ask{ask}
	if len(tags) > 0 {
		tagging := ask
		tagging.Action = "iam:TagInstanceProfile"
		asks = append(asks, tagging)
	}
	return asks, nil
}

func createInstanceProfile(c *service.Call, in *api.CreateInstanceProfileInput) (*api.CreateInstanceProfileOutput, error) {
	if _, taken := instanceProfileNamed(c, in.InstanceProfileName); taken {
		return nil, entityExists("Instance Profile %s already exists.", in.InstanceProfileName)
	}
	if limit := c.Quota("InstanceProfilesQuota"); store.InstanceProfileCount.Of(c.Tx, c.Account()) >= limit {
		return nil, limitExceeded("InstanceProfilesPerAccount", limit)
	}
	tags, err := exactKeys.fresh(c, in.Tags)
	if err != nil {
		return nil, err
	}
	profile := &identity.InstanceProfile{
		Account: c.Account(), Name: in.InstanceProfileName, ID: c.NewID(identity.InstanceProfilePrefix), Path: pathOf(in.Path), CreatedAt: c.Now, Tags: tags,
	}
	store.InstanceProfiles.Put(c.Tx, profile)
	return &api.CreateInstanceProfileOutput{InstanceProfile: showInstanceProfile(c, profile)}, nil
}

func getInstanceProfile(c *service.Call, in *api.GetInstanceProfileInput) (*api.GetInstanceProfileOutput, error) {
	profile, err := mustInstanceProfile(c, in.InstanceProfileName)
	if err != nil {
		return nil, err
	}
	shown := showInstanceProfile(c, profile)
	shown.Tags = allTags(profile.Tags)
	return &api.GetInstanceProfileOutput{InstanceProfile: shown}, nil
}

func listInstanceProfiles(c *service.Call, in *api.ListInstanceProfilesInput) (*api.ListInstanceProfilesOutput, error) {
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	under := underPath(in.PathPrefix, func(p *identity.InstanceProfile) string { return p.Path })
	p := instanceProfilePage(c, w, store.InstanceProfiles.After(c.Tx, c.Account()+"/", w.after), under)
	return &api.ListInstanceProfilesOutput{InstanceProfiles: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

func listInstanceProfilesForRole(c *service.Call, in *api.ListInstanceProfilesForRoleInput) (*api.ListInstanceProfilesForRoleOutput, error) {
	role, err := mustRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	p := instanceProfilePage(c, w, store.InstanceProfilesByRole.After(c.Tx, store.Exactly(role.ID), w.after), nil)
	return &api.ListInstanceProfilesForRoleOutput{InstanceProfiles: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

func instanceProfilePage(c *service.Call, w window, rows iter.Seq2[string, *identity.InstanceProfile], keep func(*identity.InstanceProfile) bool) page[api.InstanceProfile] {
	return collect(w, rows, keep, func(p *identity.InstanceProfile) api.InstanceProfile {
		shown := showInstanceProfile(c, p)
		shown.Tags = nil // lists do not show tags
		return *shown
	})
}

// asksAddRole asks for the profile, and for handing the role on to whatever instance gets it.
func asksAddRole(c *service.Call, in *api.AddRoleToInstanceProfileInput) ([]access.Ask, error) {
	pass := roleAsk(c, "iam:PassRole", in.RoleName)
	pass.Shown = "" // AWS shows the role's ARN here
	pass.Context = append(pass.Context, access.One("iam:PassedToService", "ec2.amazonaws.com"))
	return []access.Ask{instanceProfileAsk(c, "iam:AddRoleToInstanceProfile", in.InstanceProfileName), pass}, nil
}

func addRoleToInstanceProfile(c *service.Call, in *api.AddRoleToInstanceProfileInput) (*api.AddRoleToInstanceProfileOutput, error) {
	profile, err := mustInstanceProfile(c, in.InstanceProfileName)
	if err != nil {
		return nil, err
	}
	role, err := mustRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	if len(profile.Roles) > 0 {
		return nil, limitExceeded("InstanceSessionsPerInstanceProfile", 1)
	}
	changed := profile.Clone()
	changed.Roles = []string{role.ID}
	store.InstanceProfiles.Put(c.Tx, changed)
	return &api.AddRoleToInstanceProfileOutput{}, nil
}

func removeRoleFromInstanceProfile(c *service.Call, in *api.RemoveRoleFromInstanceProfileInput) (*api.RemoveRoleFromInstanceProfileOutput, error) {
	profile, err := mustInstanceProfile(c, in.InstanceProfileName)
	if err != nil {
		return nil, err
	}
	role, err := mustRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(profile.Roles, role.ID) {
		return nil, noSuchEntity("Role %s in Instance Profile %s cannot be found.", role.Name, profile.Name)
	}
	changed := profile.Clone()
	changed.Roles = nil
	store.InstanceProfiles.Put(c.Tx, changed)
	return &api.RemoveRoleFromInstanceProfileOutput{}, nil
}

func deleteInstanceProfile(c *service.Call, in *api.DeleteInstanceProfileInput) (*api.DeleteInstanceProfileOutput, error) {
	profile, err := mustInstanceProfile(c, in.InstanceProfileName)
	if err != nil {
		return nil, err
	}
	if len(profile.Roles) > 0 {
		return nil, mustFirst("remove roles from instance profile")
	}
	store.InstanceProfiles.Delete(c.Tx, identity.Key(profile.Account, profile.Name))
	return &api.DeleteInstanceProfileOutput{}, nil
}

func showInstanceProfile(c *service.Call, profile *identity.InstanceProfile) *api.InstanceProfile {
	shown := &api.InstanceProfile{
		InstanceProfileName: profile.Name, InstanceProfileId: profile.ID, Arn: profile.ARN(), Path: profile.Path, CreateDate: profile.CreatedAt,
		Roles: []api.Role{}, Tags: showTags(profile.Tags),
	}
	for _, id := range profile.Roles {
		if role, ok := store.RolesByID.Get(c.Tx, id); ok {
			carried := listedRole(c, role)
			carried.MaxSessionDuration = nil
			shown.Roles = append(shown.Roles, *carried)
		}
	}
	return shown
}
