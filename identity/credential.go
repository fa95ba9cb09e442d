package identity

import (
	"slices"
	"time"
)

// Status of a credential that can be switched off.
const (
	Active   = "Active"
	Inactive = "Inactive"
)

// AccessKey is a long-term access key of a user or of root.
type AccessKey struct {
	ID        string    `cbor:"1,keyasint"`
	Account   string    `cbor:"2,keyasint"`
	Owner     string    `cbor:"3,keyasint"` // the user's unique ID, or the account's for root
	Secret    []byte    `cbor:"4,keyasint"` // sealed
	Status    string    `cbor:"5,keyasint"`
	CreatedAt time.Time `cbor:"6,keyasint"`
	ChangedAt time.Time `cbor:"7,keyasint,omitzero"` // when the status was last set
}

// KeyUse is when and for what an access key was last used. Written coarsely.
type KeyUse struct {
	ID      string    `cbor:"1,keyasint"`
	At      time.Time `cbor:"2,keyasint"`
	Service string    `cbor:"3,keyasint,omitempty"`
	Region  string    `cbor:"4,keyasint,omitempty"`
}

// RoleUse is when a role was last used.
type RoleUse struct {
	ID     string    `cbor:"1,keyasint"` // the role's unique ID
	At     time.Time `cbor:"2,keyasint"`
	Region string    `cbor:"3,keyasint,omitempty"`
}

// LoginProfile is the password of a user, or of root. Only hashes are kept.
type LoginProfile struct {
	Owner         string    `cbor:"1,keyasint"` // the user's unique ID, or the account's for root
	Hash          string    `cbor:"2,keyasint"`
	CreatedAt     time.Time `cbor:"3,keyasint"`
	ChangedAt     time.Time `cbor:"4,keyasint"`
	ResetRequired bool      `cbor:"5,keyasint,omitempty"`
	History       []string  `cbor:"6,keyasint,omitempty"` // hashes of former passwords, newest first, at most 24
	UsedAt        time.Time `cbor:"7,keyasint,omitzero"`
	Version       int       `cbor:"8,keyasint,omitempty"` // goes up with every change: what was prepared from an older one is refused
}

// SSHKey is an uploaded SSH public key.
type SSHKey struct {
	ID          string    `cbor:"1,keyasint"`
	Owner       string    `cbor:"2,keyasint"`
	Body        string    `cbor:"3,keyasint"` // as uploaded
	Fingerprint string    `cbor:"4,keyasint"`
	Status      string    `cbor:"5,keyasint"`
	UploadedAt  time.Time `cbor:"6,keyasint"`
}

// SigningCertificate is an uploaded X.509 certificate.
type SigningCertificate struct {
	ID         string    `cbor:"1,keyasint"`
	Owner      string    `cbor:"2,keyasint"`
	Body       string    `cbor:"3,keyasint"`
	Status     string    `cbor:"4,keyasint"`
	UploadedAt time.Time `cbor:"5,keyasint"`
}

// ServiceCredential is a user name and password for one service. The password is kept as a hash.
type ServiceCredential struct {
	ID        string    `cbor:"1,keyasint"`
	Owner     string    `cbor:"2,keyasint"`
	Service   string    `cbor:"3,keyasint"`
	UserName  string    `cbor:"4,keyasint"`
	Hash      string    `cbor:"5,keyasint"`
	Status    string    `cbor:"6,keyasint"`
	CreatedAt time.Time `cbor:"7,keyasint"`
	ExpiresAt time.Time `cbor:"8,keyasint,omitzero"`
	Alias     string    `cbor:"9,keyasint,omitempty"` // the credential's own name, where the service has one
}

// Kinds of MFA device.
const (
	VirtualDevice  = "virtual"
	HardwareDevice = "hardware"
	PasskeyDevice  = "passkey"
)

// MFADevice is a second factor. An unassigned one has no owner and proves nothing.
type MFADevice struct {
	Account   string    `cbor:"1,keyasint"`
	Serial    string    `cbor:"2,keyasint"` // ARN of a virtual device or passkey, serial number of a hardware token
	Kind      string    `cbor:"3,keyasint"`
	Name      string    `cbor:"4,keyasint,omitempty"`
	Path      string    `cbor:"5,keyasint,omitempty"`
	Seed      []byte    `cbor:"6,keyasint,omitempty"` // sealed
	CreatedAt time.Time `cbor:"7,keyasint"`
	Tags      Tags      `cbor:"8,keyasint,omitempty"`
	Owner     string    `cbor:"9,keyasint,omitempty"` // the user's unique ID, or the account's for root; empty: unassigned
	EnabledAt time.Time `cbor:"10,keyasint,omitzero"`
	Drift     int64     `cbor:"11,keyasint,omitempty"` // steps by which the device's clock is ahead of ours
	LastStep  int64     `cbor:"12,keyasint,omitempty"` // the newest step that was accepted: it and all before are used up
	Digits    int       `cbor:"13,keyasint,omitempty"` // 0: six
	CreatedBy string    `cbor:"14,keyasint,omitempty"` // unique ID of who made it
	Passkey   Passkey   `cbor:"15,keyasint,omitzero"`  // of a passkey
}

// Assigned reports whether the device stands for somebody.
func (d *MFADevice) Assigned() bool { return d.Owner != "" }

// Clone is a copy to change.
func (d *MFADevice) Clone() *MFADevice {
	c := *d
	c.Tags = slices.Clone(d.Tags)
	return &c
}

// Throttle is the failed attempts that are remembered for one thing that somebody may be guessing at.
type Throttle struct {
	Key      string      `cbor:"1,keyasint"`
	Failures []time.Time `cbor:"2,keyasint,omitempty"`
}
