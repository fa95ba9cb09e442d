package store

import "github.com/cardea-iam/cardea/identity"

// Groups are by identity.Key(account, name).
var Groups = NewTable("group", func(g *identity.Group) string { return identity.Key(g.Account, g.Name) })

// GroupsByID finds the group with a unique ID.
var GroupsByID = Groups.Index(func(g *identity.Group) []string { return some(g.ID) })

// GroupsByPolicy finds the groups to which the managed policy with an ARN is attached.
var GroupsByPolicy = Groups.Index(func(g *identity.Group) []string { return g.Grants.Attached })

// GroupCount counts the groups of an account.
var GroupCount = Groups.CountBy(func(g *identity.Group) []string { return []string{g.Account} })
