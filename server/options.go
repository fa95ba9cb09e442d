package server

import (
	"crypto/tls"
	"log/slog"
	"net/url"
	"time"

	"github.com/cardea-iam/cardea/factor/idtoken"
	"github.com/cardea-iam/cardea/identity"
)

// Options are what a server is put together from. The zero value is a throw-away server in memory.
type Options struct {
	// Dir is the data directory; empty: everything is kept in memory.
	Dir string
	// KeyFile holds the key that seals secrets; empty: Dir.key, beside the directory.
	KeyFile string
	// AuditLog is the file of the audit records; empty: audit.log in the directory, or a temporary file of a server in memory.
	AuditLog string

	// Account is what a server without data begins with.
	Account Founding

	// Quotas are the limits; nil: AWS's defaults.
	Quotas identity.Quotas
	// Settings are what the operator has otherwise than AWS.
	Settings identity.Settings
	// IssuerKeys are the keys of OpenID Connect issuers, by their addresses without https://. They are never fetched.
	IssuerKeys map[string]*idtoken.Keys
	// AllowReset opens /_cardea/reset, and TestClock /_cardea/clock.
	AllowReset, TestClock bool
	// TLS makes the listener a secure one; nil: plain HTTP.
	TLS *tls.Config
	// PublicURL is the one address under which people reach the console; nil: http://localhost:4567. Security keys are bound to its host.
	PublicURL *url.URL
	// Clock is the time; nil: the system's.
	Clock func() time.Time
	// Log is where the events of the program go; nil: nowhere.
	Log *slog.Logger
}

// Founding says how the first account is made.
type Founding struct {
	ID            string // 12 digits; empty: drawn
	Alias         string // empty: none
	RootAccessKey bool   // root gets an access key too
}
