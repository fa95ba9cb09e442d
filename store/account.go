package store

import "github.com/cardea-iam/cardea/identity"

// Accounts are by their number.
var Accounts = NewTable("account", func(a *identity.Account) string { return a.ID })

// AccountsByAlias finds the account with a folded alias.
var AccountsByAlias = Accounts.Index(func(a *identity.Account) []string { return some(identity.Fold(a.Alias)) })

// AccountsByRootEmail finds the account whose root user signs in with a folded e-mail address.
var AccountsByRootEmail = Accounts.Index(func(a *identity.Account) []string { return some(identity.Fold(a.RootEmail)) })

// Keyring is one row, under KeyringKey.
var Keyring = NewTable("keyring", func(*identity.Keyring) string { return KeyringKey })

// KeyringKey is the key of the only row of Keyring.
const KeyringKey = "keyring"
