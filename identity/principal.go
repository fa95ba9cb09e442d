package identity

import (
	"slices"
	"time"
)

// Grants is what users, groups and roles have in common: the policies that speak for them.
type Grants struct {
	Inline   []InlinePolicy `cbor:"1,keyasint,omitempty"` // in order of name
	Attached []string       `cbor:"2,keyasint,omitempty"` // ARNs of managed policies, in order of attachment
}

// InlinePolicy is a policy that lives and dies with its user, group or role.
type InlinePolicy struct {
	Name     string `cbor:"1,keyasint"`
	Document string `cbor:"2,keyasint"`
}

// User is an IAM user.
type User struct {
	Account   string    `cbor:"1,keyasint"`
	Name      string    `cbor:"2,keyasint"`
	ID        string    `cbor:"3,keyasint"`
	Path      string    `cbor:"4,keyasint"`
	CreatedAt time.Time `cbor:"5,keyasint"`
	Tags      Tags      `cbor:"6,keyasint,omitempty"`
	Boundary  string    `cbor:"7,keyasint,omitempty"` // ARN of a managed policy
	Grants    Grants    `cbor:"8,keyasint"`
	Groups    []string  `cbor:"9,keyasint,omitempty"` // unique IDs of groups, in order of joining
}

// ARN is the user's ARN, path included.
func (u *User) ARN() string { return ARN(u.Account, "user", u.Path, u.Name) }

// Clone is a copy to change.
func (u *User) Clone() *User {
	c := *u
	c.Tags, c.Grants, c.Groups = slices.Clone(u.Tags), u.Grants.Clone(), slices.Clone(u.Groups)
	return &c
}

// Group is a group of users.
type Group struct {
	Account   string    `cbor:"1,keyasint"`
	Name      string    `cbor:"2,keyasint"`
	ID        string    `cbor:"3,keyasint"`
	Path      string    `cbor:"4,keyasint"`
	CreatedAt time.Time `cbor:"5,keyasint"`
	Grants    Grants    `cbor:"6,keyasint"`
}

// ARN is the group's ARN, path included.
func (g *Group) ARN() string { return ARN(g.Account, "group", g.Path, g.Name) }

// Clone is a copy to change.
func (g *Group) Clone() *Group {
	c := *g
	c.Grants = g.Grants.Clone()
	return &c
}

// Role is a role: an identity that others take on when its trust policy lets them.
type Role struct {
	Account     string            `cbor:"1,keyasint"`
	Name        string            `cbor:"2,keyasint"`
	ID          string            `cbor:"3,keyasint"`
	Path        string            `cbor:"4,keyasint"`
	CreatedAt   time.Time         `cbor:"5,keyasint"`
	Tags        Tags              `cbor:"6,keyasint,omitempty"`
	Boundary    string            `cbor:"7,keyasint,omitempty"`
	Grants      Grants            `cbor:"8,keyasint"`
	Trust       string            `cbor:"9,keyasint"`            // the trust policy as it was written
	TrustIDs    map[string]string `cbor:"10,keyasint,omitempty"` // principal ARN in it -> unique ID at the time of writing
	Description string            `cbor:"11,keyasint,omitempty"`
	MaxSession  int               `cbor:"12,keyasint,omitempty"` // seconds
}

// DefaultMaxSession is how long a role's sessions may last at most unless the role says otherwise, in seconds.
const DefaultMaxSession = 3600

// ARN is the role's ARN, path included.
func (r *Role) ARN() string { return ARN(r.Account, "role", r.Path, r.Name) }

// Clone is a copy to change.
func (r *Role) Clone() *Role {
	c := *r
	c.Tags, c.Grants = slices.Clone(r.Tags), r.Grants.Clone()
	return &c
}

// Clone is a copy to change.
func (g Grants) Clone() Grants {
	return Grants{Inline: slices.Clone(g.Inline), Attached: slices.Clone(g.Attached)}
}

// InstanceProfile carries a role to an instance.
type InstanceProfile struct {
	Account   string    `cbor:"1,keyasint"`
	Name      string    `cbor:"2,keyasint"`
	ID        string    `cbor:"3,keyasint"`
	Path      string    `cbor:"4,keyasint"`
	CreatedAt time.Time `cbor:"5,keyasint"`
	Tags      Tags      `cbor:"6,keyasint,omitempty"`
	Roles     []string  `cbor:"7,keyasint,omitempty"` // unique IDs: at most one
}

// ARN is the profile's ARN, path included.
func (p *InstanceProfile) ARN() string { return ARN(p.Account, "instance-profile", p.Path, p.Name) }

// Clone is a copy to change.
func (p *InstanceProfile) Clone() *InstanceProfile {
	c := *p
	c.Tags, c.Roles = slices.Clone(p.Tags), slices.Clone(p.Roles)
	return &c
}
