// Package sts is the operations of STS: who am I, and temporary credentials. It stores nothing but the step of a one-time code that was used: sessions are sealed
// into their tokens.
package sts

import (
	"slices"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/service"
)

// Table is every operation that is served.
func Table() service.Table {
	return service.Table{Service: "sts", Shapes: api.Service, Denied: denied, Operations: slices.Concat(
		callerOperations, sessionTokenOperations, roleOperations, webIdentityOperations, federationOperations, messageOperations,
	)}
}

// onNothing asks for an action that has no resource.
func onNothing[I any](action string) func(*service.Call, *I) ([]access.Ask, error) {
	return func(*service.Call, *I) ([]access.Ask, error) {
		return []access.Ask{{Action: action, Resource: "*"}}, nil
	}
}

// showCredentials is how an answer carries credentials. It is the only place where their secret is revealed.
func showCredentials(c access.Credentials) *api.Credentials {
	return &api.Credentials{AccessKeyId: c.KeyID, SecretAccessKey: c.Secret.Reveal(), SessionToken: c.Token, Expiration: c.ExpiresAt}
}
