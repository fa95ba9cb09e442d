package identity

import (
	"fmt"
	"slices"
	"time"
)

// Policy is a customer managed policy with its versions.
type Policy struct {
	Account     string          `cbor:"1,keyasint"`
	Name        string          `cbor:"2,keyasint"`
	ID          string          `cbor:"3,keyasint"`
	Path        string          `cbor:"4,keyasint"`
	Description string          `cbor:"5,keyasint,omitempty"`
	CreatedAt   time.Time       `cbor:"6,keyasint"`
	UpdatedAt   time.Time       `cbor:"7,keyasint"`
	Tags        Tags            `cbor:"8,keyasint,omitempty"`
	Versions    []PolicyVersion `cbor:"9,keyasint"`  // oldest first
	Default     int             `cbor:"10,keyasint"` // number of the version in force
	LastVersion int             `cbor:"11,keyasint"` // numbers are never used again
}

// PolicyVersion is one text of a managed policy.
type PolicyVersion struct {
	Number    int       `cbor:"1,keyasint"`
	Document  string    `cbor:"2,keyasint"`
	CreatedAt time.Time `cbor:"3,keyasint"`
}

// ID is the version's name: v1, v2 ...
func (v PolicyVersion) ID() string { return fmt.Sprintf("v%d", v.Number) }

// ARN is the policy's ARN, path included.
func (p *Policy) ARN() string { return ARN(p.Account, "policy", p.Path, p.Name) }

// Version finds a version by its name.
func (p *Policy) Version(id string) (PolicyVersion, bool) {
	for _, v := range p.Versions {
		if v.ID() == id {
			return v, true
		}
	}
	return PolicyVersion{}, false
}

// InForce is the text that counts: the default version's.
func (p *Policy) InForce() PolicyVersion {
	for _, v := range p.Versions {
		if v.Number == p.Default {
			return v
		}
	}
	return PolicyVersion{} // unreachable: the default version cannot be deleted
}

// Clone is a copy to change.
func (p *Policy) Clone() *Policy {
	c := *p
	c.Tags, c.Versions = slices.Clone(p.Tags), slices.Clone(p.Versions)
	return &c
}
