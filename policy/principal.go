package policy

import (
	"strings"

	"github.com/cardea-iam/cardea/arn"
)

// PrincipalKind is what kind of caller asks.
type PrincipalKind uint8

// Kinds of callers. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
const (
	Anonymous     PrincipalKind = iota
	Root                        // an account's root user
	User                        // an IAM user, with a key, a console session or a GetSessionToken session
	RoleSession                 // a session of a role
	FederatedUser               // a GetFederationToken session
	Service                     // a service principal, by its name
	Provider                    // an identity provider that vouches for somebody (AssumeRoleWithSAML, AssumeRoleWithWebIdentity)
)

// Principal is who asks.
type Principal struct {
	Kind    PrincipalKind
	Account string // 12 digits; "" for anonymous callers, services and providers
	ARN     string // as others see the caller: of the user, the role session, the federated user, the root user; "" when not known
	Parent  string // ARN with path of the role of a RoleSession, of the user of a FederatedUser; "" when not known
	ID      string // unique identifier of the user or role behind the caller (AIDA…, AROA…); "" when not known
	Name    string // of a Service (ec2.amazonaws.com) or Provider

	CanonicalUser string // the caller's canonical user identifier, where there is one
}

// caller is a principal with what is derived from its ARNs.
type caller struct {
	Principal
	role          roleName // of a RoleSession
	serviceLinked bool
}

// roleName is a role as an ARN names it. The ARN of a session does not know the role's path.
type roleName struct {
	account, path, name string
	pathless            bool
}

func newCaller(p Principal) caller {
	c := caller{Principal: p}
	if p.Kind != RoleSession {
		return c
	}
	if name, ok := roleOf(p.Parent); ok {
		c.role = name
	} else if a, err := arn.Parse(p.ARN); err == nil && a.Service == "sts" {
		rest, _ := strings.CutPrefix(a.Resource, "assumed-role/")
		name, _, _ := strings.Cut(rest, "/")
		c.role = roleName{account: a.Account, name: name, pathless: true}
	}
	c.serviceLinked = strings.HasPrefix(c.role.path, "/aws-service-role/")
	return c
}

// roleOf cuts the ARN of a role.
func roleOf(text string) (roleName, bool) {
	a, err := arn.Parse(text)
	if err != nil || a.Service != "iam" {
		return roleName{}, false
	}
	rest, ok := strings.CutPrefix(a.Resource, "role/")
	if !ok {
		return roleName{}, false
	}
	rest = "/" + rest
	cut := strings.LastIndexByte(rest, '/') + 1
	return roleName{account: a.Account, path: rest[:cut], name: rest[cut:]}, true
}

// same reports whether an ARN in a policy names the role. Role names are unique in an account without regard to case, so a
// session whose role's path is not known is recognised by the name alone.
func (n roleName) same(written roleName) bool {
	return n.name != "" && n.account == written.account && (n.pathless || n.path == written.path) && strings.EqualFold(n.name, written.name)
}
