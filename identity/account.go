package identity

import (
	"slices"
	"time"
)

// Account is one account of the cell: its root user, its settings, its alias.
type Account struct {
	ID             string          `cbor:"1,keyasint"`
	Alias          string          `cbor:"2,keyasint,omitempty"`
	CreatedAt      time.Time       `cbor:"3,keyasint"`
	RootEmail      string          `cbor:"4,keyasint,omitempty"`
	PasswordPolicy *PasswordPolicy `cbor:"5,keyasint,omitempty"` // nil: the default policy

	TokenVersion int               `cbor:"6,keyasint,omitempty"` // GlobalEndpointTokenVersion
	Report       *CredentialReport `cbor:"7,keyasint,omitempty"`
}

// CredentialReport is the last report that was generated.
type CredentialReport struct {
	GeneratedAt time.Time `cbor:"1,keyasint"`
	Content     []byte    `cbor:"2,keyasint"`
}

// Name is the alias if there is one, else the ID: what people see.
func (a *Account) Name() string {
	if a.Alias != "" {
		return a.Alias
	}
	return a.ID
}

// PasswordPolicy is an account's own rules for the passwords of its users.
type PasswordPolicy struct {
	MinimumLength   int  `cbor:"1,keyasint"`
	RequireSymbols  bool `cbor:"2,keyasint,omitempty"`
	RequireNumbers  bool `cbor:"3,keyasint,omitempty"`
	RequireUpper    bool `cbor:"4,keyasint,omitempty"`
	RequireLower    bool `cbor:"5,keyasint,omitempty"`
	UsersMayChange  bool `cbor:"6,keyasint,omitempty"`
	MaxAgeDays      int  `cbor:"7,keyasint,omitempty"` // 0: passwords do not expire
	ReusePrevention int  `cbor:"8,keyasint,omitempty"` // how many old passwords may not come back
	HardExpiry      bool `cbor:"9,keyasint,omitempty"`
	HardExpiryIsSet bool `cbor:"10,keyasint,omitempty"`
}

// Expiry is when a user's password expires under the account's policy; zero: never.
func (a *Account) Expiry(profile *LoginProfile) time.Time {
	if a.PasswordPolicy == nil || a.PasswordPolicy.MaxAgeDays == 0 {
		return time.Time{}
	}
	return profile.ChangedAt.AddDate(0, 0, a.PasswordPolicy.MaxAgeDays)
}

// Keyring is the wrapped data keys of the cell. The key that unwraps them lies outside of the store.
type Keyring struct {
	Wrapped []byte `cbor:"1,keyasint"`
}

// Tag is a key and a value that a person hangs on a thing. Keys are compared without regard to case.
type Tag struct {
	Key   string `cbor:"1,keyasint"`
	Value string `cbor:"2,keyasint,omitempty"`
}

// Tags is a list of tags, in the order in which they came.
type Tags []Tag

// Get finds a tag by its key, without regard to case.
func (t Tags) Get(key string) (Tag, bool) {
	for _, tag := range t {
		if Fold(tag.Key) == Fold(key) {
			return tag, true
		}
	}
	return Tag{}, false
}

// With answers the tags with more of them set; a key that is there already gets the new value and the new spelling.
func (t Tags) With(more ...Tag) Tags {
	out := slices.Clone(t)
	for _, tag := range more {
		i := slices.IndexFunc(out, func(have Tag) bool { return Fold(have.Key) == Fold(tag.Key) })
		if i < 0 {
			out = append(out, tag)
		} else {
			out[i] = tag
		}
	}
	return out
}
