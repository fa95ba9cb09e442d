package iam_test

import (
	"fmt"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
)

func TestMembersHaveTheRightsOfTheirGroupAsLongAsTheyAreMembers(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	newGroup(h, "g")
	call[api.PutGroupPolicyOutput](h, h.root, "PutGroupPolicy", &api.PutGroupPolicyInput{GroupName: "g", PolicyName: "p", PolicyDocument: allowing("iam:ListGroupsForUser")})
	join(h, "g", "ann")
	join(h, "g", "ann") // twice is no error
	in := &api.ListGroupsForUserInput{UserName: "ann"}
	if got := call[api.ListGroupsForUserOutput](h, ann, "ListGroupsForUser", in).Groups; len(got) != 1 || got[0].GroupName != "g" {
		t.Errorf("ann is in %+v", got)
	}
	call[api.RemoveUserFromGroupOutput](h, h.root, "RemoveUserFromGroup", &api.RemoveUserFromGroupInput{GroupName: "g", UserName: "ann"})
	refused(h, ann, "ListGroupsForUser", in, "AccessDenied", 403, denied("ann", "iam:ListGroupsForUser", "user ann"))
	call[api.RemoveUserFromGroupOutput](h, h.root, "RemoveUserFromGroup", &api.RemoveUserFromGroupInput{GroupName: "g", UserName: "ann"}) // who is no member need not leave
}

func TestGroupAndUserOfAMembershipMustExist(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newGroup(h, "g")
	for _, c := range []struct{ group, user, text string }{
		{"none", "ann", "The group with name none cannot be found."},
		{"g", "nobody", "The user with name nobody cannot be found."},
		{"none", "nobody", "The user with name nobody cannot be found."},
	} {
		refused(h, h.root, "AddUserToGroup", &api.AddUserToGroupInput{GroupName: c.group, UserName: c.user}, "NoSuchEntity", 404, c.text)
		refused(h, h.root, "RemoveUserFromGroup", &api.RemoveUserFromGroupInput{GroupName: c.group, UserName: c.user}, "NoSuchEntity", 404, c.text)
	}
	refused(h, h.root, "ListGroupsForUser", &api.ListGroupsForUserInput{UserName: "nobody"}, "NoSuchEntity", 404, "The user with name nobody cannot be found.")
}

func TestAUserIsInAtMostTenGroups(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	for i := range 11 {
		newGroup(h, fmt.Sprintf("g%02d", i))
		if i < 10 {
			join(h, fmt.Sprintf("g%02d", i), "ann")
		}
	}
	refused(h, h.root, "AddUserToGroup", &api.AddUserToGroupInput{GroupName: "g10", UserName: "ann"}, "LimitExceeded", 409, "Cannot exceed quota for GroupsPerUser: 10")
	join(h, "g03", "ann") // where one is a member already nothing is exceeded

	first := call[api.ListGroupsForUserOutput](h, h.root, "ListGroupsForUser", &api.ListGroupsForUserInput{UserName: "ann", MaxItems: new(int32(7))})
	rest := call[api.ListGroupsForUserOutput](h, h.root, "ListGroupsForUser", &api.ListGroupsForUserInput{UserName: "ann", Marker: first.Marker})
	if len(first.Groups) != 7 || !first.IsTruncated || len(rest.Groups) != 3 || rest.Groups[2].GroupName != "g09" || rest.IsTruncated {
		t.Errorf("first %+v, rest %+v", first, rest)
	}
}

func TestTheMembersOfAGroupComeInPages(t *testing.T) {
	h := newHost(t)
	newGroup(h, "g")
	for i := range 5 {
		h.User(fmt.Sprintf("u%d", i))
		join(h, "g", fmt.Sprintf("u%d", i))
	}
	h.User("other")
	in, seen := &api.GetGroupInput{GroupName: "g", MaxItems: new(int32(2))}, ""
	for pages := 1; ; pages++ {
		out := call[api.GetGroupOutput](h, h.root, "GetGroup", in)
		for _, user := range out.Users {
			seen += user.UserName + " "
		}
		if in.Marker = out.Marker; in.Marker == nil {
			if pages != 3 || out.IsTruncated {
				t.Errorf("%d pages, the last truncated: %v", pages, out.IsTruncated)
			}
			break
		}
	}
	if seen != "u0 u1 u2 u3 u4 " {
		t.Errorf("members: %s", seen)
	}
}
