package identity

import "time"

// SessionKind is how a temporary credential came about.
type SessionKind uint8

// Kinds of sessions. What each may do: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
const (
	TokenSession      SessionKind = iota + 1 // GetSessionToken
	RoleSession                              // AssumeRole
	FederationSession                        // GetFederationToken
	ConsoleSession                           // a person signed in
	PendingSession                           // a person has proven who they are and must change their password before they are in
	LoginSession                             // a person who is signed in has let a program act for them
)

// Session is what a session token seals: everything about a temporary credential that is not in the store.
type Session struct {
	Kind      SessionKind `cbor:"1,keyasint"`
	Account   string      `cbor:"2,keyasint"`
	Principal string      `cbor:"3,keyasint"` // unique ID of the user or role; the account's for root
	KeyID     string      `cbor:"4,keyasint"` // the temporary access key it belongs to
	IssuedAt  time.Time   `cbor:"5,keyasint"`
	ExpiresAt time.Time   `cbor:"6,keyasint"`
	MFAAt     time.Time   `cbor:"7,keyasint,omitzero"`  // zero: without MFA
	Name      string      `cbor:"8,keyasint,omitempty"` // role session name, or federated user's name

	Policy         string   `cbor:"9,keyasint,omitempty"`  // inline session policy
	PolicyARNs     []string `cbor:"10,keyasint,omitempty"` // managed session policies
	Tags           Tags     `cbor:"11,keyasint,omitempty"`
	Transitive     []string `cbor:"12,keyasint,omitempty"` // keys of the tags that go on along a chain of roles
	SourceIdentity string   `cbor:"13,keyasint,omitempty"`
	Chained        bool     `cbor:"14,keyasint,omitempty"` // made by a role session
	IssuerKey      string   `cbor:"15,keyasint,omitempty"` // the key that asked
	Login          string   `cbor:"16,keyasint,omitempty"` // ID of the login that the credential was given for: it ends with that

	Web *WebIdentity `cbor:"17,keyasint,omitempty"` // for whom an identity provider has vouched; nil: it did not begin so
}

// WebIdentity is somebody for whom an OpenID Connect provider vouches, by an ID token.
type WebIdentity struct {
	Provider string   `cbor:"1,keyasint"` // ARN
	Issuer   string   `cbor:"2,keyasint"` // without https://
	Audience string   `cbor:"3,keyasint"` // the client that the token was made for
	Subject  string   `cbor:"4,keyasint"`
	Methods  []string `cbor:"5,keyasint,omitempty"` // how the person has proven who they are
	Original string   `cbor:"6,keyasint,omitempty"` // the audience that the token names, where the client is named apart
}

// HasPolicy reports whether a session policy limits the session.
func (s *Session) HasPolicy() bool { return s.Policy != "" || len(s.PolicyARNs) > 0 }
