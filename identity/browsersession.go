package identity

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"time"
)

// Limits of what a browser is given. docs/operating.md tells people of them.
const (
	BrowserSessionTime = 12 * time.Hour       // from sign-in to its end, whatever happens
	BrowserIdleTime    = time.Hour            // without a request, unless a setting says otherwise
	PendingSignInTime  = 5 * time.Minute      // from the password to the last proof
	KnownBrowserTime   = 400 * 24 * time.Hour // what browsers keep a cookie for at most
)

// BrowserSession is a session of a browser: of a person who has signed in with it, or of a role or federated user whose credentials were exchanged for it. The value of its cookie is stored nowhere: its digest is the ID.
type BrowserSession struct {
	ID        string      `cbor:"1,keyasint"`
	Account   string      `cbor:"2,keyasint"` // of the principal
	Principal string      `cbor:"3,keyasint"` // unique ID of the user or role; the account's for root
	Person    string      `cbor:"4,keyasint"` // who signed in: unique ID of the user; the account's for root
	Kind      SessionKind `cbor:"5,keyasint"` // ConsoleSession; RoleSession of a switched or federated role; FederationSession
	CreatedAt time.Time   `cbor:"6,keyasint"` // of the sign-in, or of the switch
	ExpiresAt time.Time   `cbor:"7,keyasint"`
	SeenAt    time.Time   `cbor:"8,keyasint"`            // last request; kept coarsely
	MFAAt     time.Time   `cbor:"9,keyasint,omitzero"`   // zero: without MFA
	Device    string      `cbor:"10,keyasint,omitempty"` // serial number of the MFA device
	SourceIP  string      `cbor:"11,keyasint,omitempty"`
	UserAgent string      `cbor:"12,keyasint,omitempty"`

	Parent      string `cbor:"13,keyasint,omitempty"` // ID of the session that the role was switched from
	Name        string `cbor:"14,keyasint,omitempty"` // role session name
	DisplayName string `cbor:"15,keyasint,omitempty"` // how the person calls the switched role
	Color       string `cbor:"16,keyasint,omitempty"`

	IdleTime time.Duration `cbor:"17,keyasint,omitempty"` // 0: BrowserIdleTime

	// Federated is the session whose credentials opened this one; nil: a person signed in here. The Person is its access key then.
	Federated *Session `cbor:"18,keyasint,omitempty"`
}

// Alive reports whether the session is neither at its end nor idle for too long.
func (s *BrowserSession) Alive(now time.Time) bool {
	return now.Before(s.ExpiresAt) && now.Sub(s.SeenAt) < cmp.Or(s.IdleTime, BrowserIdleTime)
}

// PendingSignIn is a sign-in whose password was right and that is not done. It opens nothing.
type PendingSignIn struct {
	ID        string    `cbor:"1,keyasint"` // digest of the cookie's value
	Account   string    `cbor:"2,keyasint"`
	Person    string    `cbor:"3,keyasint"`
	StartedAt time.Time `cbor:"4,keyasint"`
	ExpiresAt time.Time `cbor:"5,keyasint"`
	Proven    bool      `cbor:"6,keyasint,omitempty"`  // every factor is: what is left is a new password
	MFAAt     time.Time `cbor:"7,keyasint,omitzero"`   // zero: no second factor was proven
	Device    string    `cbor:"8,keyasint,omitempty"`  // serial number of the one that was
	Failures  int       `cbor:"9,keyasint,omitempty"`  // wrong codes
	Next      string    `cbor:"10,keyasint,omitempty"` // where the person wanted to go
}

// KnownBrowser is a browser that a person has signed in with. It proves nothing; only guesses by others do not count against it.
type KnownBrowser struct {
	Person string    `cbor:"1,keyasint"`
	Digest string    `cbor:"2,keyasint"` // of the cookie's value
	SeenAt time.Time `cbor:"3,keyasint"`
}

// NewCookie makes the value of a cookie: 256 random bits.
func NewCookie(chance io.Reader) string {
	var raw [32]byte
	mustRead(chance, raw[:])
	return base64.RawURLEncoding.EncodeToString(raw[:])
}

// CookieDigest is what is stored of a cookie's value.
func CookieDigest(value string) string {
	sum := sha256.Sum256([]byte(value))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}
