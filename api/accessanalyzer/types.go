// Code generated from models/accessanalyzer.json by api/gen; DO NOT EDIT.

package accessanalyzer

// Location is a published structure.
type Location struct {
	Path []PathElement `wire:"path,required"`
	Span *Span         `wire:"span,required"`
}

// PathElement is a published structure.
type PathElement struct {
	Index     *int32     `wire:"index"`
	Key       *string    `wire:"key"`
	Substring *Substring `wire:"substring"`
	Value     *string    `wire:"value"`
}

// Position is a published structure.
type Position struct {
	Column int32 `wire:"column,required"`
	Line   int32 `wire:"line,required"`
	Offset int32 `wire:"offset,required"`
}

// Span is a published structure.
type Span struct {
	End   *Position `wire:"end,required"`
	Start *Position `wire:"start,required"`
}

// Substring is a published structure.
type Substring struct {
	Length int32 `wire:"length,required"`
	Start  int32 `wire:"start,required"`
}

// ValidatePolicyFinding is a published structure.
type ValidatePolicyFinding struct {
	FindingDetails string     `wire:"findingDetails,required"`
	FindingType    string     `wire:"findingType,required" rule:"ValidatePolicyFindingType"`
	IssueCode      string     `wire:"issueCode,required"`
	LearnMoreLink  string     `wire:"learnMoreLink,required"`
	Locations      []Location `wire:"locations,required"`
}
