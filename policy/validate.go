package policy

import (
	"cmp"
	"slices"
	"strings"
)

// FindingType is how grave a finding is.
type FindingType string

// Types of findings. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
const (
	FindingError           FindingType = "ERROR"
	FindingSecurityWarning FindingType = "SECURITY_WARNING"
	FindingWarning         FindingType = "WARNING"
	FindingSuggestion      FindingType = "SUGGESTION"
)

// Finding is something that a validator says about a document: what, and where. Code is the one that IAM Access Analyzer publishes.
type Finding struct {
	Type    FindingType
	Code    string
	Details string
	Path    []PathElement // from the document to the place
	Span    Span
}

// PathElement is one step on the way to a place in a document: the name of a member, or an index of an array.
type PathElement struct {
	Name  string
	Index int // when Name is empty
}

// Vocabulary is what a validator has to be told of services, since this package knows none. Names are compared without case.
type Vocabulary struct {
	Service func(prefix string) bool // whether actions begin so
	Action  func(entry string) bool  // whether an entry of an Action element, with wildcards, is about any action
	// Key finds a condition key: whether there is one, and whether a request may have several values for it.
	Key func(name string) (known, multi bool)
}

// Validate says everything that it finds in a document of that kind, in the order of the places. The text need not be a policy, and not even JSON:
// then the one finding says where it stops being one. It is made for who is typing, and takes no part in a decision: CheckIdentity and CheckTrust say what is refused.
func Validate(text string, kind Kind, words Vocabulary) []Finding {
	v := &validator{kind: kind, words: words}
	d, err := read(text)
	if err != nil {
		v.syntax(err)
		return v.findings
	}
	v.document = d
	v.whole()
	for i := range d.Statements {
		v.statement(i, &d.Statements[i])
	}
	slices.SortStableFunc(v.findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), strings.Compare(a.Code, b.Code))
	})
	return v.findings
}

// validator collects findings about one document.
type validator struct {
	kind     Kind
	words    Vocabulary
	document *Document
	findings []Finding
	path     []PathElement // of the statement that is looked at
}

// add notes a finding at a place that lies below the current path.
func (v *validator) add(kind FindingType, code string, at Span, details string, below ...PathElement) {
	v.findings = append(v.findings, Finding{Type: kind, Code: code, Details: details, Span: at, Path: append(slices.Clone(v.path), below...)})
}

func name(s string) PathElement { return PathElement{Name: s} }
func element(i int) PathElement { return PathElement{Index: i} }

// unreadable are the codes for texts that have no tree, by how the parser's sentence goes.
var unreadable = []struct{ part, code string }{
	{"unknown element", "INVALID_POLICY_ELEMENT"},
	{"Statement", "MISSING_STATEMENT"},
	{"in different case", "DUPLICATE_KEYS_WITH_DIFFERENT_CASE"},
	{"must be", "DATA_TYPE_MISMATCH"},
}

// syntax is the one finding about a text that has no tree.
func (v *validator) syntax(err error) {
	e, ok := err.(*SyntaxError) //nolint:errorlint // read answers no other, and wraps none
	if !ok {
		return
	}
	code := "JSON_SYNTAX_ERROR"
	if !e.json {
		for _, u := range unreadable {
			if strings.Contains(e.Message, u.part) {
				code = u.code
				break
			}
		}
	}
	v.add(FindingError, code, Span{e.Offset, e.Offset}, e.Message)
}

// quotas are how many characters policies of a kind may have: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
var quotas = map[Kind]struct {
	most int
	kind FindingType
	code string
}{
	Identity: {6144, FindingWarning, "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"},
	Resource: {20480, FindingWarning, "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA"},
	Trust:    {2048, FindingWarning, "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA"},
	SCP:      {5120, FindingError, "POLICY_SIZE_EXCEEDS_SCP_QUOTA"},
	RCP:      {5120, FindingError, "POLICY_SIZE_EXCEEDS_RCP_QUOTA"},
}

// whole looks at what concerns the document and not one statement.
func (v *validator) whole() {
	d := v.document
	everything := Span{0, len(d.Source)}
	switch version := d.Version; {
	case version.Span == Span{}:
		v.add(FindingWarning, "MISSING_VERSION", everything, "The policy has no Version and counts as "+Version2008+". Add \"Version\": \""+Version2012+"\".")
	case version.Text != Version2008 && version.Text != Version2012:
		v.add(FindingError, "INVALID_VERSION", version.Span, "Version must be "+Version2012+" or "+Version2008+".", name("Version"))
	}
	if quota, ok := quotas[v.kind]; ok && Size(d.Source) > quota.most {
		v.add(quota.kind, quota.code, everything, "The policy has more characters than the quota allows.")
	}
	v.sids()
}

func (v *validator) sids() {
	seen := map[string]bool{}
	for i := range v.document.Statements {
		sid := v.document.Statements[i].Sid
		if sid == nil {
			continue
		}
		at := []PathElement{name("Statement"), element(i), name("Sid")}
		switch {
		case sid.Text == "":
			v.add(FindingSuggestion, "EMPTY_SID_VALUE", sid.Span, "The Sid is empty. Give it a value or remove it.", at...)
		case !sidCharacters.MatchString(sid.Text):
			v.add(FindingError, "UNSUPPORTED_SID", sid.Span, "A Sid consists of letters and digits.", at...)
		case seen[sid.Text] && v.kind == Resource:
			v.add(FindingWarning, "UNIQUE_SIDS_RECOMMENDED", sid.Span, "Another statement has this Sid.", at...)
		case seen[sid.Text]:
			v.add(FindingError, "UNIQUE_SIDS_REQUIRED", sid.Span, "Another statement has this Sid. Sids must be unique.", at...)
		}
		seen[sid.Text] = true
	}
}
