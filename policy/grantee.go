package policy

import (
	"strings"

	"github.com/cardea-iam/cardea/arn"
)

// GranteeKind is what an entry of a Principal element names.
type GranteeKind uint8

// Kinds of grantees.
const (
	Nobody       GranteeKind = iota // an entry that can match nobody, such as a partial wildcard
	Everybody                       // *
	AnAccount                       // an account, by its number or its root ARN
	AUser                           // an IAM user
	ARole                           // every session of a role
	ASession                        // one session of a role, or one federated user
	AService                        // a service principal
	AProvider                       // an identity provider
	ACanonicalID                    // an account by its canonical user identifier
)

// Grantee is an entry of a Principal or NotPrincipal element.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
type Grantee struct {
	Kind GranteeKind
	Name string // ARN, account number, service name, provider
	ID   string // unique identifier that the ARN of a user or role stood for when the policy was saved; then the ARN no longer counts

	role roleName
}

func newGrantees(p *Principals, ids map[string]string) []Grantee {
	if p.Everyone {
		return []Grantee{{Kind: Everybody, Name: "*"}}
	}
	var out []Grantee
	for _, m := range p.Members {
		for _, v := range m.Values {
			out = append(out, newGrantee(m.Kind.Text, v.Text, ids))
		}
	}
	return out
}

func newGrantee(kind, name string, ids map[string]string) Grantee {
	switch kind {
	case "Service":
		return Grantee{Kind: AService, Name: name}
	case "Federated":
		return Grantee{Kind: AProvider, Name: name}
	case "CanonicalUser":
		return Grantee{Kind: ACanonicalID, Name: name}
	}
	g := newAWSGrantee(name)
	if g.Kind == AUser || g.Kind == ARole {
		if id, ok := ids[name]; ok {
			g.ID = id
		}
	}
	return g
}

func newAWSGrantee(name string) Grantee {
	switch {
	case name == "*":
		return Grantee{Kind: Everybody, Name: name}
	case digits(name):
		return Grantee{Kind: AnAccount, Name: name}
	case strings.HasPrefix(name, "AIDA"):
		return Grantee{Kind: AUser, Name: name, ID: name}
	case strings.HasPrefix(name, "AROA"):
		return Grantee{Kind: ARole, Name: name, ID: name}
	}
	a, err := arn.Parse(name)
	if err != nil || strings.ContainsAny(name, "*?") {
		return Grantee{Name: name}
	}
	kind, rest, slash := strings.Cut(a.Resource, "/")
	switch {
	case a.Service == "iam" && a.Resource == "root":
		return Grantee{Kind: AnAccount, Name: a.Account}
	case !slash || rest == "":
		return Grantee{Name: name}
	case a.Service == "iam" && kind == "user":
		return Grantee{Kind: AUser, Name: name}
	case a.Service == "iam" && kind == "role":
		role, _ := roleOf(name)
		return Grantee{Kind: ARole, Name: name, role: role}
	case a.Service == "sts" && (kind == "assumed-role" || kind == "federated-user"):
		return Grantee{Kind: ASession, Name: name}
	}
	return Grantee{Name: name}
}

// grants is what the entry gives to a caller.
func (g *Grantee) grants(c *caller) Grant {
	switch g.Kind {
	case Everybody:
		return DirectGrant
	case AnAccount:
		if c.Account != "" && c.Account == g.Name {
			return AccountGrant
		}
	case AUser:
		return g.grantsUser(c)
	case ARole:
		if c.Kind == RoleSession && (g.ID != "" && g.ID == c.ID || g.ID == "" && c.role.same(g.role)) {
			return ParentGrant
		}
	case ASession:
		return direct((c.Kind == RoleSession || c.Kind == FederatedUser) && c.ARN == g.Name)
	case AService:
		return direct(c.Kind == Service && c.Name == g.Name)
	case AProvider:
		return direct(c.Kind == Provider && c.Name == g.Name)
	case ACanonicalID:
		return direct(c.CanonicalUser != "" && c.CanonicalUser == g.Name)
	}
	return NoGrant
}

func direct(yes bool) Grant {
	if yes {
		return DirectGrant
	}
	return NoGrant
}

func (g *Grantee) grantsUser(c *caller) Grant {
	name, grant := c.ARN, DirectGrant
	switch c.Kind {
	case User:
	case FederatedUser:
		name, grant = c.Parent, ParentGrant
	default:
		return NoGrant
	}
	if g.ID != "" && g.ID == c.ID || g.ID == "" && g.Name == name {
		return grant
	}
	return NoGrant
}

// grantTo is what a rule's principals give to a caller, in a kind of policy that has principals: RCP and what comes behind it.
func (s *Rule) grantTo(r *Request, kind Kind, boundary bool) Grant {
	switch {
	case !s.HasPrincipal && (kind == Endpoint || kind == RCP):
		return DirectGrant
	case !s.HasPrincipal:
		return NoGrant
	case s.NotPrincipal:
		return s.grantToOthers(&r.caller, boundary)
	}
	best := NoGrant
	for i := range s.Grantees {
		if best = max(best, s.Grantees[i].grants(&r.caller)); best == DirectGrant {
			break
		}
	}
	return best
}

// grantToOthers is NotPrincipal. A Deny spares who is listed as user, role or account, but neither a session that is listed by its
// own ARN alone nor anybody with a permissions boundary.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
func (s *Rule) grantToOthers(c *caller, boundary bool) Grant {
	if s.Effect == Deny && boundary {
		return DirectGrant
	}
	for i := range s.Grantees {
		g := &s.Grantees[i]
		if g.grants(c) != NoGrant && (s.Effect == Allow || g.Kind != ASession) {
			return NoGrant
		}
	}
	return DirectGrant
}
