package policy

import "slices"

// Document is a policy as it was written: the text, and the tree of what it says with the place of every value.
// A document that Parse has answered is well-formed. It is not to be changed.
type Document struct {
	Source     string
	Version    Value  // Text is "" when the document has none
	ID         *Value // nil when the document has none
	Statements []Statement
}

// The versions of the language. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
const (
	Version2008 = "2008-10-17"
	Version2012 = "2012-10-17"
)

// Statement is one statement. An element that is absent is nil; an element that is present may be an empty list.
type Statement struct {
	Span         Span // from its opening to behind its closing brace
	Sid          *Value
	Effect       Value // Allow or Deny
	Principal    *Principals
	NotPrincipal *Principals
	Action       *List
	NotAction    *List
	Resource     *List
	NotResource  *List
	Condition    *Condition
}

// Value is a string, number or boolean of the document: numbers and booleans count as their JSON text.
type Value struct {
	Text string
	Span Span // with the quotes
}

// List is a string or an array of strings: the two mean the same.
type List struct {
	Values []Value
	Span   Span
}

// Principals is what a Principal or NotPrincipal element says: everybody, or lists of names by kind (AWS, Service, Federated, CanonicalUser).
type Principals struct {
	Span     Span
	Everyone bool // the element is "*"
	Members  []PrincipalMember
}

// PrincipalMember is the names of one kind.
type PrincipalMember struct {
	Kind Value
	List
}

// Condition is a Condition element: all of it must hold.
type Condition struct {
	Span      Span
	Operators []OperatorBlock
}

// OperatorBlock is one operator with its keys.
type OperatorBlock struct {
	Name Value
	Keys []ConditionKey
}

// ConditionKey is one key of an operator with the values that it is compared with.
type ConditionKey struct {
	Name Value
	List
}

// Equal reports whether two documents say the same in the same order, wherever it stands in their texts.
func (d *Document) Equal(other *Document) bool {
	return d.Version.Text == other.Version.Text && equalValue(d.ID, other.ID) &&
		slices.EqualFunc(d.Statements, other.Statements, func(a, b Statement) bool { return a.equal(&b) })
}

func (s *Statement) equal(o *Statement) bool {
	return equalValue(s.Sid, o.Sid) && s.Effect.Text == o.Effect.Text &&
		s.Principal.equal(o.Principal) && s.NotPrincipal.equal(o.NotPrincipal) &&
		s.Action.equal(o.Action) && s.NotAction.equal(o.NotAction) &&
		s.Resource.equal(o.Resource) && s.NotResource.equal(o.NotResource) &&
		s.Condition.equal(o.Condition)
}

func equalValue(a, b *Value) bool {
	return (a == nil) == (b == nil) && (a == nil || a.Text == b.Text)
}

func (l *List) equal(o *List) bool {
	return (l == nil) == (o == nil) && (l == nil || slices.EqualFunc(l.Values, o.Values, func(a, b Value) bool { return a.Text == b.Text }))
}

func (p *Principals) equal(o *Principals) bool {
	return (p == nil) == (o == nil) && (p == nil || p.Everyone == o.Everyone &&
		slices.EqualFunc(p.Members, o.Members, func(a, b PrincipalMember) bool {
			return a.Kind.Text == b.Kind.Text && a.equal(&b.List)
		}))
}

func (c *Condition) equal(o *Condition) bool {
	return (c == nil) == (o == nil) && (c == nil ||
		slices.EqualFunc(c.Operators, o.Operators, func(a, b OperatorBlock) bool {
			return a.Name.Text == b.Name.Text && slices.EqualFunc(a.Keys, b.Keys, func(a, b ConditionKey) bool {
				return a.Name.Text == b.Name.Text && a.equal(&b.List)
			})
		}))
}
