package iam

import (
	"strings"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// holder is a user, group or role as a thing that policies hang on.
type holder struct {
	Name   string
	Grants identity.Grants // a copy to change
	put    func(identity.Grants)
}

// holderKind is one of the three kinds: what it is called, how it is limited, found and asked for.
type holderKind struct {
	name                        string // as messages say it
	attachedQuota, attachedText string // name in GetAccountSummary, name in LimitExceeded
	sizeQuota                   string
	find                        func(c *service.Call, name string) (holder, error)
	mayChange                   func(c *service.Call, name string) error // refuses what its account may not change
	ask                         func(c *service.Call, action, name string) (access.Ask, error)
}

var userHolders = holderKind{
	name: "user", attachedQuota: "AttachedPoliciesPerUserQuota", attachedText: "PoliciesPerUser", sizeQuota: "UserPolicySizeQuota",
	find: func(c *service.Call, name string) (holder, error) {
		user, err := mustUser(c, name)
		if err != nil {
			return holder{}, err
		}
		return holder{Name: user.Name, Grants: user.Grants.Clone(), put: func(grants identity.Grants) {
			changed := user.Clone()
			changed.Grants = grants
			store.Users.Put(c.Tx, changed)
		}}, nil
	},
	mayChange: func(*service.Call, string) error { return nil },
	ask:       func(c *service.Call, action, name string) (access.Ask, error) { return userAsk(c, action, &name) },
}

var groupHolders = holderKind{
	name: "group", attachedQuota: "AttachedPoliciesPerGroupQuota", attachedText: "PoliciesPerGroup", sizeQuota: "GroupPolicySizeQuota",
	find: func(c *service.Call, name string) (holder, error) {
		group, err := mustGroup(c, name)
		if err != nil {
			return holder{}, err
		}
		return holder{Name: group.Name, Grants: group.Grants.Clone(), put: func(grants identity.Grants) {
			changed := group.Clone()
			changed.Grants = grants
			store.Groups.Put(c.Tx, changed)
		}}, nil
	},
	mayChange: func(*service.Call, string) error { return nil },
	ask:       func(c *service.Call, action, name string) (access.Ask, error) { return groupAsk(c, action, name), nil },
}

var roleHolders = holderKind{
	name: "role", attachedQuota: "AttachedPoliciesPerRoleQuota", attachedText: "PoliciesPerRole", sizeQuota: "RolePolicySizeQuota",
	find: func(c *service.Call, name string) (holder, error) {
		role, err := mustRole(c, name)
		if err != nil {
			return holder{}, err
		}
		return holder{Name: role.Name, Grants: role.Grants.Clone(), put: func(grants identity.Grants) {
			changed := role.Clone()
			changed.Grants = grants
			store.Roles.Put(c.Tx, changed)
		}}, nil
	},
	mayChange: func(c *service.Call, name string) error {
		_, err := mustOwnRole(c, name)
		return err
	},
	ask: func(c *service.Call, action, name string) (access.Ask, error) { return roleAsk(c, action, name), nil },
}

// title is the kind with a capital letter.
func (k holderKind) title() string { return strings.ToUpper(k.name[:1]) + k.name[1:] }

// change finds a holder that may be changed: a role that a service keeps for itself may not.
func (k holderKind) change(c *service.Call, name string) (holder, error) {
	if err := k.mayChange(c, name); err != nil {
		return holder{}, err
	}
	return k.find(c, name)
}

// onHolder asks for an action on a user, group or role.
func onHolder[I any](k holderKind, action string, name func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		ask, err := k.ask(c, action, name(in))
		return []access.Ask{ask}, err
	}
}

// withPolicy asks for an action on a user, group or role and says which managed policy it is about.
func withPolicy[I any](k holderKind, action string, names func(*I) (name, policyARN string)) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		name, policyARN := names(in)
		if _, err := arn.Parse(policyARN); err != nil {
			return nil, fault.Validation("ARN %s is not valid.", policyARN)
		}
		ask, err := k.ask(c, action, name)
		ask.Context = append(ask.Context, access.One("iam:PolicyARN", policyARN))
		return []access.Ask{ask}, err
	}
}
