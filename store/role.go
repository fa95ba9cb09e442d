package store

import "github.com/cardea-iam/cardea/identity"

// Roles are by identity.Key(account, name).
var Roles = NewTable("role", func(r *identity.Role) string { return identity.Key(r.Account, r.Name) })

// RolesByID finds the role with a unique ID.
var RolesByID = Roles.Index(func(r *identity.Role) []string { return some(r.ID) })

// RolesByPolicy finds the roles to which the managed policy with an ARN is attached.
var RolesByPolicy = Roles.Index(func(r *identity.Role) []string { return r.Grants.Attached })

// RolesByBoundary finds the roles whose permissions boundary is the managed policy with an ARN.
var RolesByBoundary = Roles.Index(func(r *identity.Role) []string { return some(r.Boundary) })

// RoleCount counts the roles of an account.
var RoleCount = Roles.CountBy(func(r *identity.Role) []string { return []string{r.Account} })

// RoleUses are by the role's unique ID.
var RoleUses = NewTable("roleuse", func(u *identity.RoleUse) string { return u.ID })
