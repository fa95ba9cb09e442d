package policy

import (
	"errors"
	"regexp"
	"strings"
)

// trustActions are what a trust policy may be about. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
var trustActions = []string{
	"assumerole", "assumerolewithsaml", "assumerolewithwebidentity", "tagsession", "setsourceidentity", "setcontext",
}

// CheckTrust tells whether IAM takes the text as a role's trust policy. The error is a *Malformed. Whether the principals exist is for
// the caller to find out: PrincipalARNs lists them.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html
func CheckTrust(text string) error {
	d, err := read(text)
	if err != nil {
		return malformedSyntax(err, trustSyntax(err))
	}
	if v := d.Version; v.Span != (Span{}) && v.Text != Version2008 && v.Text != Version2012 {
		return d.malformed(v.Span, "The policy must contain a valid version string")
	}
	for _, check := range []func(s *Statement) *Malformed{d.trustFields, d.trustActions, d.trustPrincipals, d.trustConditions} {
		if m := d.first(check); m != nil {
			return m
		}
	}
	if m := d.checkSids("The Statement Ids in the policy are not unique"); m != nil {
		return m
	}
	return nil
}

// trustSyntax is the sentence about a text that has no tree.
func trustSyntax(err error) string {
	var syntax *SyntaxError
	switch {
	case !errors.As(err, &syntax) || syntax.json:
		return "This policy contains invalid Json"
	case strings.Contains(syntax.Message, "Statement"):
		return "Could not parse the policy: Statement is empty!"
	}
	return "Could not parse the policy: " + syntax.Message
}

// trustFields is which elements there must and must not be.
func (d *Document) trustFields(s *Statement) *Malformed {
	text := ""
	switch {
	case s.Effect.Span == Span{}:
		text = "Missing required field Effect"
	case s.Effect.Text != "Allow" && s.Effect.Text != "Deny":
		text = "Invalid effect: " + s.Effect.Text
	case s.NotPrincipal != nil:
		text = "AssumeRole policy must not contain NotPrincipal field."
	case s.Principal == nil:
		text = "Missing required field Principal"
	case s.Principal.empty():
		text = "Missing required field Principal cannot be empty!"
	case s.Action == nil && s.NotAction == nil:
		text = "Missing required field Action"
	case s.Resource != nil:
		text = "Has prohibited field Resource"
	case s.NotResource != nil:
		text = "AssumeRole policy must not contain resources."
	default:
		return nil
	}
	return d.malformed(s.Span, text)
}

func (p *Principals) empty() bool {
	for _, m := range p.Members {
		if len(m.Values) > 0 {
			return false
		}
	}
	return !p.Everyone
}

func (d *Document) trustActions(s *Statement) *Malformed {
	const text = "AssumeRole policy may only specify STS AssumeRole actions."
	if s.Action == nil || len(s.Action.Values) == 0 {
		return d.malformed(s.Span, text)
	}
	for _, v := range s.Action.Values {
		name, ok := strings.CutPrefix(fold(v.Text), "sts:")
		if !ok || !coversTrustAction(name) {
			return d.malformed(v.Span, text)
		}
	}
	return nil
}

func coversTrustAction(name string) bool {
	p, r := newPattern(name, true, false), Request{steps: maxSteps}
	for _, action := range trustActions {
		if p.match(&r, action) {
			return true
		}
	}
	return false
}

func (d *Document) trustConditions(s *Statement) *Malformed {
	if op, ok := s.Condition.unknownOperator(); ok {
		return d.malformed(op.Span, textSyntax)
	}
	return nil
}

func (d *Document) trustPrincipals(s *Statement) *Malformed {
	for _, m := range s.Principal.Members {
		for _, v := range m.Values {
			if !validPrincipal(m.Kind.Text, v.Text) {
				return d.malformed(v.Span, `Invalid principal in policy: "`+m.Kind.Text+`":"`+v.Text+`"`)
			}
		}
	}
	return nil
}

var (
	accountNumber = regexp.MustCompile(`^\d{12}$`)
	hostName      = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)
	providerARN   = regexp.MustCompile(`^arn:[a-z-]+:iam::\d{12}:(saml-provider|oidc-provider)/.+$`)
	canonicalID   = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// validPrincipal is the shape of a principal that a role may trust.
func validPrincipal(kind, name string) bool {
	switch kind {
	case "Service":
		return hostName.MatchString(name)
	case "Federated":
		return hostName.MatchString(name) || providerARN.MatchString(name)
	case "CanonicalUser":
		return canonicalID.MatchString(name)
	}
	g := newAWSGrantee(name)
	switch g.Kind {
	case Nobody:
		return false
	case AnAccount:
		return accountNumber.MatchString(g.Name)
	}
	return true
}

// PrincipalARNs lists the user and role ARNs that Principal and NotPrincipal elements name, each once, in order: those that stand
// for unique identifiers in a saved policy (CompileResolved).
func (d *Document) PrincipalARNs() []string {
	var out []string
	seen := map[string]bool{}
	for i := range d.Statements {
		for _, p := range []*Principals{d.Statements[i].Principal, d.Statements[i].NotPrincipal} {
			if p == nil {
				continue
			}
			for _, g := range newGrantees(p, nil) {
				if (g.Kind == AUser || g.Kind == ARole) && g.ID == "" && !seen[g.Name] {
					seen[g.Name] = true
					out = append(out, g.Name)
				}
			}
		}
	}
	return out
}
