package identity

import "time"

// Limits of what a program is given that a person has signed in for. docs/operating.md tells people of them.
const (
	AuthorizationCodeTime = 5 * time.Minute  // from the person's consent to the program's asking
	LoginCredentialsTime  = 15 * time.Minute // of the credentials that it gets then, again and again
)

// Grant is what a person has let a program do: to act as their session, until that would have ended.
type Grant struct {
	Client  string  `cbor:"1,keyasint"` // ID of the program
	Person  string  `cbor:"2,keyasint"` // whose sign-in it was, as BrowserSession has it
	Device  string  `cbor:"3,keyasint,omitempty"`
	Session Session `cbor:"4,keyasint"` // what credentials are made of. It ends when the sign-in does
}

// AuthorizationCode is what the browser hands to the program, which gets a Login for it once.
type AuthorizationCode struct {
	ID          string    `cbor:"1,keyasint"` // digest of its text
	Grant       Grant     `cbor:"2,keyasint"`
	RedirectURI string    `cbor:"3,keyasint"`
	Challenge   string    `cbor:"4,keyasint"` // RFC 7636: the digest of what the program will show
	ExpiresAt   time.Time `cbor:"5,keyasint"`
	Used        string    `cbor:"6,keyasint,omitempty"` // ID of the login that was made with it; "-" for none
}

// Login is a program's sign-in by consent of a person: what `aws login` keeps.
type Login struct {
	ID         string       `cbor:"1,keyasint"` // digest of its refresh token
	Grant      Grant        `cbor:"2,keyasint"`
	Thumbprint string       `cbor:"3,keyasint"` // of the program's key: with another the refresh token is of no use
	CreatedAt  time.Time    `cbor:"4,keyasint"`
	UsedAt     time.Time    `cbor:"5,keyasint"` // when credentials were last given
	SourceIP   string       `cbor:"6,keyasint,omitempty"`
	UserAgent  string       `cbor:"7,keyasint,omitempty"`
	Proofs     []LoginProof `cbor:"8,keyasint,omitempty"` // that would still be in time if they came again
	Ended      LoginEnd     `cbor:"9,keyasint,omitempty"` // before its time
}

// LoginProof is a proof of the program's key that was used.
type LoginProof struct {
	Digest string    `cbor:"1,keyasint"` // of its ID
	At     time.Time `cbor:"2,keyasint"` // when it says that it was made
}

// LoginEnd is why a login is over before its time: the program is told.
type LoginEnd uint8

// Ends of logins; 0: not yet.
const (
	LoginRevoked        LoginEnd = iota + 1 // signed out, or the device of the sign-in is gone
	CredentialsReplaced                     // the password is another
)

// Alive reports whether the login gives credentials, and those it has given are good.
func (l *Login) Alive(now time.Time) bool {
	return l.Ended == 0 && now.Before(l.Grant.Session.ExpiresAt)
}
