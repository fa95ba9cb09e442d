package store

import "github.com/cardea-iam/cardea/identity"

// Users are by identity.Key(account, name).
var Users = NewTable("user", func(u *identity.User) string { return identity.Key(u.Account, u.Name) })

// UsersByID finds the user with a unique ID.
var UsersByID = Users.Index(func(u *identity.User) []string { return some(u.ID) })

// UsersByGroup finds the members of the group with a unique ID.
var UsersByGroup = Users.Index(func(u *identity.User) []string { return u.Groups })

// UsersByPolicy finds the users to whom the managed policy with an ARN is attached.
var UsersByPolicy = Users.Index(func(u *identity.User) []string { return u.Grants.Attached })

// UsersByBoundary finds the users whose permissions boundary is the managed policy with an ARN.
var UsersByBoundary = Users.Index(func(u *identity.User) []string { return some(u.Boundary) })

// UserCount counts the users of an account.
var UserCount = Users.CountBy(func(u *identity.User) []string { return []string{u.Account} })
