package store

import "github.com/cardea-iam/cardea/identity"

// Policies are the customer managed policies, by identity.Key(account, name).
var Policies = NewTable("policy", func(p *identity.Policy) string { return identity.Key(p.Account, p.Name) })

// PoliciesByID finds the policy with a unique ID.
var PoliciesByID = Policies.Index(func(p *identity.Policy) []string { return some(p.ID) })

// PolicyCount counts the customer managed policies of an account.
var PolicyCount = Policies.CountBy(func(p *identity.Policy) []string { return []string{p.Account} })
