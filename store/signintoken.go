package store

import "github.com/cardea-iam/cardea/identity"

// SigninTokens are by ID.
var SigninTokens = NewTable("signintoken", func(t *identity.SigninToken) string { return t.ID })

// SigninTokensByKey finds the tokens that were made with a temporary access key.
var SigninTokensByKey = SigninTokens.Index(func(t *identity.SigninToken) []string { return some(t.Session.KeyID) })
