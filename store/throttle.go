package store

import "github.com/cardea-iam/cardea/identity"

// Throttles are by what is being guessed at.
var Throttles = NewTable("throttle", func(t *identity.Throttle) string { return t.Key })
