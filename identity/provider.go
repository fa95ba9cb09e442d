package identity

import (
	"slices"
	"time"
)

// OIDCProvider is an identity provider that speaks OpenID Connect.
type OIDCProvider struct {
	Account     string    `cbor:"1,keyasint"`
	URL         string    `cbor:"2,keyasint"` // the issuer, without https://
	Clients     []string  `cbor:"3,keyasint,omitempty"`
	Thumbprints []string  `cbor:"4,keyasint,omitempty"`
	CreatedAt   time.Time `cbor:"5,keyasint"`
	Tags        Tags      `cbor:"6,keyasint,omitempty"`
}

// ARN is the provider's ARN, whose name is the issuer.
func (p *OIDCProvider) ARN() string { return ARN(p.Account, "oidc-provider", "/", p.URL) }

// Clone is a copy to change.
func (p *OIDCProvider) Clone() *OIDCProvider {
	c := *p
	c.Clients, c.Thumbprints, c.Tags = slices.Clone(p.Clients), slices.Clone(p.Thumbprints), slices.Clone(p.Tags)
	return &c
}

// SAMLProvider is an identity provider that speaks SAML 2.0.
type SAMLProvider struct {
	Account    string    `cbor:"1,keyasint"`
	Name       string    `cbor:"2,keyasint"`
	UUID       string    `cbor:"3,keyasint"`
	Metadata   string    `cbor:"4,keyasint"` // as it was sent
	CreatedAt  time.Time `cbor:"5,keyasint"`
	ValidUntil time.Time `cbor:"6,keyasint"`
	Tags       Tags      `cbor:"7,keyasint,omitempty"`
}

// ARN is the provider's ARN.
func (p *SAMLProvider) ARN() string { return ARN(p.Account, "saml-provider", "/", p.Name) }

// Clone is a copy to change.
func (p *SAMLProvider) Clone() *SAMLProvider {
	c := *p
	c.Tags = slices.Clone(p.Tags)
	return &c
}
