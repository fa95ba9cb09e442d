package policy

import (
	"regexp"
	"strings"
)

// The sentences of IAM about identity policies. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
const (
	textSyntax      = "Syntax errors in policy."
	textVersion     = "Policy document must be version 2012-10-17 or greater."
	textLegacy      = "The policy failed legacy parsing"
	textSid         = "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
	textSidTwice    = "Statement IDs (SID) in a single policy must be unique."
	textPrincipal   = "Policy document should not specify a principal."
	textNoActions   = "Policy statement must contain actions."
	textNoResources = "Policy statement must contain resources."
	textVendor      = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
	textOneColon    = "Actions/Condition can contain only one colon."
)

// CheckIdentity tells whether IAM takes the text as an identity policy, managed or inline. The error is a *Malformed with
// the first sentence of AWS that fits, in AWS's order of checks. What passes compiles.
func CheckIdentity(text string) error { return check(text, true) }

// CheckSession tells whether STS takes the text as a session policy: an identity policy, of any version.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
func CheckSession(text string) error { return check(text, false) }

func check(text string, onlyNew bool) error {
	d, err := read(text)
	if err != nil {
		return malformedSyntax(err, textSyntax)
	}
	if m := d.checkGrammar(); m != nil {
		return m
	}
	if onlyNew && d.Version.Text != Version2012 {
		return d.malformed(d.Version.Span, textVersion)
	}
	if m := d.checkLegacy(); m != nil {
		return m
	}
	kept, m := d.checkResources()
	if m != nil {
		return m
	}
	if m := d.checkSids(textSidTwice); m != nil {
		return m
	}
	if m := d.checkElements(kept); m != nil {
		return m
	}
	return nil
}

// checkElements is the end of the order: principals, actions, resources, what was found in the resources, vendors.
func (d *Document) checkElements(kept *Malformed) *Malformed {
	if m := d.first(func(s *Statement) *Malformed {
		if s.Principal == nil && s.NotPrincipal == nil {
			return nil
		}
		return d.malformed(s.Span, textPrincipal)
	}); m != nil {
		return m
	}
	if m := d.first(func(s *Statement) *Malformed { return d.checkPresent(s, s.Action, s.NotAction, textNoActions) }); m != nil {
		return m
	}
	if m := d.first(func(s *Statement) *Malformed { return d.checkPresent(s, s.Resource, s.NotResource, textNoResources) }); m != nil {
		return m
	}
	if kept != nil {
		return kept
	}
	if m := d.first(func(s *Statement) *Malformed { return d.checkActions(s.Action) }); m != nil {
		return m
	}
	return d.first(func(s *Statement) *Malformed { return d.checkActions(s.NotAction) })
}

// first asks the statements in order.
func (d *Document) first(check func(s *Statement) *Malformed) *Malformed {
	for i := range d.Statements {
		if m := check(&d.Statements[i]); m != nil {
			return m
		}
	}
	return nil
}

// checkGrammar is what no policy may say, whatever its kind.
func (d *Document) checkGrammar() *Malformed {
	if v := d.Version; v.Span != (Span{}) && v.Text != Version2008 && v.Text != Version2012 {
		return d.malformed(v.Span, textSyntax)
	}
	return d.first(func(s *Statement) *Malformed {
		if effect := fold(s.Effect.Text); effect != "allow" && effect != "deny" {
			return d.malformed(s.Span, textSyntax)
		}
		if d.exclusive(s) != nil {
			return d.malformed(s.Span, textSyntax)
		}
		if at, ok := s.Condition.unknownOperator(); ok {
			return d.malformed(at.Span, textSyntax)
		}
		return nil
	})
}

// unknownOperator finds an operator that the language does not have. One without keys passes.
func (c *Condition) unknownOperator() (Value, bool) {
	if c == nil {
		return Value{}, false
	}
	for _, block := range c.Operators {
		if len(block.Keys) > 0 && !spelled(block.Name.Text) {
			return block.Name, true
		}
	}
	return Value{}, false
}

// checkLegacy is what an older parser of AWS refuses: an effect in the wrong case, a date that is none.
func (d *Document) checkLegacy() *Malformed {
	return d.first(func(s *Statement) *Malformed {
		if s.Effect.Text != "Allow" && s.Effect.Text != "Deny" {
			return d.malformed(s.Effect.Span, textLegacy)
		}
		if s.Condition == nil {
			return nil
		}
		for _, block := range s.Condition.Operators {
			if op := parseOperator(block.Name.Text).operator; op < DateEquals || op > DateGreaterThanEquals {
				continue
			}
			for _, key := range block.Keys {
				for _, v := range key.Values {
					if !writableDate(v.Text) {
						return d.malformed(v.Span, textLegacy)
					}
				}
			}
		}
		return nil
	})
}

var (
	sidCharacters = regexp.MustCompile(`^[0-9A-Za-z]*$`)
	vendorName    = regexp.MustCompile(`^[A-Za-z0-9.-]+$`)
)

func (d *Document) checkSids(twice string) *Malformed {
	if m := d.first(func(s *Statement) *Malformed {
		if s.Sid == nil || sidCharacters.MatchString(s.Sid.Text) {
			return nil
		}
		return d.malformed(s.Sid.Span, textSid)
	}); m != nil {
		return m
	}
	seen := map[string]bool{}
	return d.first(func(s *Statement) *Malformed {
		if s.Sid == nil || s.Sid.Text == "" {
			return nil
		}
		if seen[s.Sid.Text] {
			return d.malformed(s.Sid.Span, twice)
		}
		seen[s.Sid.Text] = true
		return nil
	})
}

// checkPresent refuses a pair of elements of which neither says anything.
func (d *Document) checkPresent(s *Statement, list, not *List, text string) *Malformed {
	if list == nil {
		list = not
	}
	if list == nil {
		return d.malformed(s.Span, text)
	}
	if len(list.Values) == 0 {
		return d.malformed(list.Span, text)
	}
	return nil
}

func (d *Document) checkActions(list *List) *Malformed {
	if list == nil {
		return nil
	}
	for _, v := range list.Values {
		vendor, _, _ := strings.Cut(v.Text, ":")
		switch colons := strings.Count(v.Text, ":"); {
		case v.Text == "*":
		case colons == 0:
			return d.malformed(v.Span, textVendor)
		case colons > 1:
			return d.malformed(v.Span, textOneColon)
		case !vendorName.MatchString(vendor):
			return d.malformed(v.Span, "Vendor "+vendor+" is not valid")
		}
	}
	return nil
}
