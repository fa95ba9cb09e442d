package iam

import (
	"slices"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var membershipOperations = []service.Operation{
	service.Op("AddUserToGroup", service.Write, onGroup("iam:AddUserToGroup", func(in *api.AddUserToGroupInput) string { return in.GroupName }), addUserToGroup),
	service.Op("RemoveUserFromGroup", service.Write, onGroup("iam:RemoveUserFromGroup", func(in *api.RemoveUserFromGroupInput) string { return in.GroupName }), removeUserFromGroup),
	service.Op("ListGroupsForUser", service.List, onUser("iam:ListGroupsForUser", func(in *api.ListGroupsForUserInput) *string { return &in.UserName }, nil), listGroupsForUser),
}

// addUserToGroup makes a user a member. To do it twice is no error.
func addUserToGroup(c *service.Call, in *api.AddUserToGroupInput) (*api.AddUserToGroupOutput, error) {
	group, user, err := membership(c, in.GroupName, in.UserName)
	if err != nil {
		return nil, err
	}
	if slices.Contains(user.Groups, group.ID) {
		return &api.AddUserToGroupOutput{}, nil
	}
	if limit := c.Quota("GroupsPerUserQuota"); len(user.Groups) >= limit {
		return nil, limitExceeded("GroupsPerUser", limit)
	}
	changed := user.Clone()
	changed.Groups = append(changed.Groups, group.ID)
	store.Users.Put(c.Tx, changed)
	return &api.AddUserToGroupOutput{}, nil
}

// removeUserFromGroup ends a membership. To end one that there is not is no error.
func removeUserFromGroup(c *service.Call, in *api.RemoveUserFromGroupInput) (*api.RemoveUserFromGroupOutput, error) {
	group, user, err := membership(c, in.GroupName, in.UserName)
	if err != nil {
		return nil, err
	}
	i := slices.Index(user.Groups, group.ID)
	if i < 0 {
		return &api.RemoveUserFromGroupOutput{}, nil
	}
	changed := user.Clone()
	changed.Groups = slices.Delete(changed.Groups, i, i+1)
	store.Users.Put(c.Tx, changed)
	return &api.RemoveUserFromGroupOutput{}, nil
}

// membership finds both sides. Where neither exists it is the user that AWS misses.
func membership(c *service.Call, groupName, userName string) (*identity.Group, *identity.User, error) {
	user, err := mustUser(c, userName)
	if err != nil {
		return nil, nil, err
	}
	group, err := mustGroup(c, groupName)
	return group, user, err
}

func listGroupsForUser(c *service.Call, in *api.ListGroupsForUserInput) (*api.ListGroupsForUserOutput, error) {
	user, err := mustUser(c, in.UserName)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	var groups []identity.Group
	for _, id := range user.Groups {
		if group, ok := store.GroupsByID.Get(c.Tx, id); ok {
			groups = append(groups, *group)
		}
	}
	p := collect(w, numbered(groups, w.after), nil, showGroup)
	return &api.ListGroupsForUserOutput{Groups: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}
