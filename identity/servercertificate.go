package identity

import (
	"slices"
	"time"
)

// ServerCertificate is a certificate for TLS servers, with the chain above it. Its private key was seen once and is not kept: nothing here serves with it.
type ServerCertificate struct {
	Account    string    `cbor:"1,keyasint"`
	Name       string    `cbor:"2,keyasint"`
	ID         string    `cbor:"3,keyasint"`
	Path       string    `cbor:"4,keyasint"`
	Body       string    `cbor:"5,keyasint"` // PEM
	Chain      string    `cbor:"6,keyasint,omitempty"`
	UploadedAt time.Time `cbor:"7,keyasint"`
	ExpiresAt  time.Time `cbor:"8,keyasint"`
	Tags       Tags      `cbor:"9,keyasint,omitempty"`
}

// ARN is the certificate's ARN, path included.
func (s *ServerCertificate) ARN() string { return ARN(s.Account, "server-certificate", s.Path, s.Name) }

// Clone is a copy to change.
func (s *ServerCertificate) Clone() *ServerCertificate {
	c := *s
	c.Tags = slices.Clone(s.Tags)
	return &c
}
