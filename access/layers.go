package access

import (
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/store"
)

// UserLayers are the policies that speak for a user with a long-term key: own and groups' policies, boundary. They are those that the user's next call is
// decided by.
func (a *Access) UserLayers(tx *store.Tx, user *identity.User) (policy.Set, error) {
	return a.setOf(tx, &identity.Caller{Kind: identity.IAMUser, Account: user.Account, User: user})
}

// RoleLayers are the policies that speak for a session of a role without session policies.
func (a *Access) RoleLayers(tx *store.Tx, role *identity.Role) (policy.Set, error) {
	return a.setOf(tx, &identity.Caller{Kind: identity.AssumedRole, Account: role.Account, Role: role})
}

// GroupLayers are the policies that a group gives to its members.
func (a *Access) GroupLayers(tx *store.Tx, group *identity.Group) (policy.Set, error) {
	g := gathering{access: a, tx: tx, made: &assembled{}}
	if err := g.grants(&group.Grants, "group "+group.Name); err != nil {
		return policy.Set{}, err
	}
	return policy.Set{Identity: policy.NewLayer(policy.Identity, g.attached...)}, nil
}

// TrustLayer is the trust policy of a role.
func (a *Access) TrustLayer(role *identity.Role) (*policy.Layer, error) { return a.trustLayer(role) }
