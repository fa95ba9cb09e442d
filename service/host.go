package service

import (
	"io"
	"log/slog"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/factor/idtoken"
	"github.com/cardea-iam/cardea/factor/passkey"
	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// Host is what operations run on: what the program has built and lends to every call. All fields but Passkeys, Settings and IssuerKeys are required.
type Host struct {
	Store     *store.Store
	Access    *access.Access
	Keys      *access.Keys
	Passwords *password.Hasher
	Quotas    identity.Quotas
	Settings  identity.Settings
	Chance    io.Reader        // identifiers, secrets, seeds
	Clock     func() time.Time // UTC
	Audit     *audit.Log
	Uses      *Uses
	Log       *slog.Logger
	Passkeys  *passkey.Party // at the console's address; nil: security keys do not work there

	IssuerKeys map[string]*idtoken.Keys // the keys of OpenID Connect issuers, by their addresses without https://
}
