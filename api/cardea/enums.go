// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

// The values of AssignmentStatusType.
const (
	AssignmentStatusTypeAssigned   = "Assigned"
	AssignmentStatusTypeUnassigned = "Unassigned"
	AssignmentStatusTypeAny        = "Any"
)
