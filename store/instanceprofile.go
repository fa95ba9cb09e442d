package store

import "github.com/cardea-iam/cardea/identity"

// InstanceProfiles are by identity.Key(account, name).
var InstanceProfiles = NewTable("instanceprofile", func(p *identity.InstanceProfile) string { return identity.Key(p.Account, p.Name) })

// InstanceProfilesByID finds the instance profile with a unique ID.
var InstanceProfilesByID = InstanceProfiles.Index(func(p *identity.InstanceProfile) []string { return some(p.ID) })

// InstanceProfilesByRole finds the instance profiles that carry the role with a unique ID.
var InstanceProfilesByRole = InstanceProfiles.Index(func(p *identity.InstanceProfile) []string { return p.Roles })

// InstanceProfileCount counts the instance profiles of an account.
var InstanceProfileCount = InstanceProfiles.CountBy(func(p *identity.InstanceProfile) []string { return []string{p.Account} })
