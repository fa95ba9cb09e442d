package iam

import (
	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var groupOperations = []service.Operation{
	service.Op("CreateGroup", service.Write, asksNewGroup, createGroup),
	service.Op("GetGroup", service.Read, onGroup("iam:GetGroup", func(in *api.GetGroupInput) string { return in.GroupName }), getGroup),
	service.Op("ListGroups", service.List, onKind("iam:ListGroups", "group", func(in *api.ListGroupsInput) *string { return in.PathPrefix }), listGroups),
	service.Op("UpdateGroup", service.Write, asksUpdateGroup, updateGroup),
	service.Op("DeleteGroup", service.Write, onGroup("iam:DeleteGroup", func(in *api.DeleteGroupInput) string { return in.GroupName }), deleteGroup),
}

func groupNamed(c *service.Call, name string) (*identity.Group, bool) {
	return store.Groups.Get(c.Tx, identity.Key(c.Account(), name))
}

// mustGroup finds a group, or answers NoSuchEntity.
func mustGroup(c *service.Call, name string) (*identity.Group, error) {
	if group, ok := groupNamed(c, name); ok {
		return group, nil
	}
	return nil, noSuchEntity("The group with name %s cannot be found.", name)
}

// onGroup asks for an action on a group.
func onGroup[I any](action string, name func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) { return one(groupAsk(c, action, name(in))) }
}

// groupAsk asks for an action on a group. One that does not exist is asked for by the ARN that it would have at the root path.
func groupAsk(c *service.Call, action, name string) access.Ask {
	ask := access.Ask{Action: action, Resource: identity.ARN(c.Account(), "group", "/", name), Shown: "group " + name}
	if group, ok := groupNamed(c, name); ok {
		ask.Resource, ask.Shown = group.ARN(), "group "+group.Name
	}
	return ask
}

func asksNewGroup(c *service.Call, in *api.CreateGroupInput) ([]access.Ask, error) {
	return one(access.Ask{
		Action:   "iam:CreateGroup",
		Resource: identity.ARN(c.Account(), "group", pathOf(in.Path), in.GroupName),
		Shown:    identity.ARN(c.Account(), "group", "/", in.GroupName),
	})
}

func createGroup(c *service.Call, in *api.CreateGroupInput) (*api.CreateGroupOutput, error) {
	if _, taken := groupNamed(c, in.GroupName); taken {
		return nil, groupExists(in.GroupName)
	}
	if limit := c.Quota("GroupsQuota"); store.GroupCount.Of(c.Tx, c.Account()) >= limit {
		return nil, limitExceeded("GroupsPerAccount", limit)
	}
	group := &identity.Group{Account: c.Account(), Name: in.GroupName, ID: c.NewID(identity.GroupPrefix), Path: pathOf(in.Path), CreatedAt: c.Now}
	store.Groups.Put(c.Tx, group)
	return &api.CreateGroupOutput{Group: new(showGroup(group))}, nil
}

func groupExists(name string) error { return entityExists("Group with name %s already exists.", name) }

func getGroup(c *service.Call, in *api.GetGroupInput) (*api.GetGroupOutput, error) {
	group, err := mustGroup(c, in.GroupName)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	p := collect(w, store.UsersByGroup.After(c.Tx, store.Exactly(group.ID), w.after), nil, func(u *identity.User) api.User { return listedUser(c, u) })
	return &api.GetGroupOutput{Group: new(showGroup(group)), Users: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

func listGroups(c *service.Call, in *api.ListGroupsInput) (*api.ListGroupsOutput, error) {
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	under := underPath(in.PathPrefix, func(g *identity.Group) string { return g.Path })
	p := collect(w, store.Groups.After(c.Tx, c.Account()+"/", w.after), under, showGroup)
	return &api.ListGroupsOutput{Groups: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

// asksUpdateGroup asks for the group as it is and as it is to be called.
func asksUpdateGroup(c *service.Call, in *api.UpdateGroupInput) ([]access.Ask, error) {
	before := groupAsk(c, "iam:UpdateGroup", in.GroupName)
	group, ok := groupNamed(c, in.GroupName)
	if !ok || in.NewGroupName == nil && in.NewPath == nil {
		return one(before)
	}
	after, renamed := before, renamedGroup(group, in)
	after.Resource, after.Shown = renamed.ARN(), "group "+renamed.Name
	return []access.Ask{before, after}, nil
}

func updateGroup(c *service.Call, in *api.UpdateGroupInput) (*api.UpdateGroupOutput, error) {
	group, err := mustGroup(c, in.GroupName)
	if err != nil {
		return nil, err
	}
	renamed := renamedGroup(group, in)
	if other, taken := groupNamed(c, renamed.Name); taken && other.ID != group.ID {
		return nil, groupExists(renamed.Name)
	}
	store.Groups.Delete(c.Tx, identity.Key(group.Account, group.Name))
	store.Groups.Put(c.Tx, renamed)
	return &api.UpdateGroupOutput{}, nil
}

func renamedGroup(group *identity.Group, in *api.UpdateGroupInput) *identity.Group {
	renamed := group.Clone()
	if in.NewGroupName != nil {
		renamed.Name = *in.NewGroupName
	}
	if in.NewPath != nil {
		renamed.Path = *in.NewPath
	}
	return renamed
}

func deleteGroup(c *service.Call, in *api.DeleteGroupInput) (*api.DeleteGroupOutput, error) {
	group, err := mustGroup(c, in.GroupName)
	if err != nil {
		return nil, err
	}
	switch {
	case has(store.UsersByGroup.Get(c.Tx, group.ID)):
		return nil, mustFirst("remove users from group")
	case len(group.Grants.Attached) > 0:
		return nil, mustFirst("detach all policies")
	case len(group.Grants.Inline) > 0:
		return nil, mustFirst("delete policies")
	}
	store.Groups.Delete(c.Tx, identity.Key(group.Account, group.Name))
	return &api.DeleteGroupOutput{}, nil
}

func showGroup(group *identity.Group) api.Group {
	return api.Group{GroupName: group.Name, GroupId: group.ID, Arn: group.ARN(), Path: group.Path, CreateDate: group.CreatedAt}
}
