package store

import (
	"slices"

	"github.com/cardea-iam/cardea/identity"
)

// Policies are the customer managed policies, by identity.Key(account, name).
var Policies = NewTable("policy", func(p *identity.Policy) string { return identity.Key(p.Account, p.Name) })

// PoliciesByID finds the policy with a unique ID.
var PoliciesByID = Policies.Index(func(p *identity.Policy) []string { return some(p.ID) })

// PolicyCount counts the customer managed policies of an account.
var PolicyCount = Policies.CountBy(func(p *identity.Policy) []string { return []string{p.Account} })

// PolicyVersionCount counts the versions of the customer managed policies of an account.
var PolicyVersionCount = Policies.CountBy(func(p *identity.Policy) []string { return slices.Repeat([]string{p.Account}, len(p.Versions)) })

// PolicyUse is the key under which the counters of uses know a managed policy, AWS's or a customer's, inside of an account.
func PolicyUse(account, policyARN string) string { return account + "/" + policyARN }

// policyUses are the keys of an account's uses of policies.
func policyUses(account string, policyARNs []string) []string {
	keys := make([]string, 0, len(policyARNs))
	for _, policyARN := range policyARNs {
		keys = append(keys, PolicyUse(account, policyARN))
	}
	return keys
}

// The counters of uses, by PolicyUse: to how many users, groups and roles a managed policy is attached, and of how many users and roles it is the
// permissions boundary.
var (
	UsersByPolicyCount   = Users.CountBy(func(u *identity.User) []string { return policyUses(u.Account, u.Grants.Attached) })
	GroupsByPolicyCount  = Groups.CountBy(func(g *identity.Group) []string { return policyUses(g.Account, g.Grants.Attached) })
	RolesByPolicyCount   = Roles.CountBy(func(r *identity.Role) []string { return policyUses(r.Account, r.Grants.Attached) })
	UsersByBoundaryCount = Users.CountBy(func(u *identity.User) []string { return policyUses(u.Account, some(u.Boundary)) })
	RolesByBoundaryCount = Roles.CountBy(func(r *identity.Role) []string { return policyUses(r.Account, some(r.Boundary)) })
)
