// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

// The values of AccessLevelType.
const (
	AccessLevelTypeList                  = "List"
	AccessLevelTypeRead                  = "Read"
	AccessLevelTypeWrite                 = "Write"
	AccessLevelTypeTagging               = "Tagging"
	AccessLevelTypePermissionsManagement = "Permissions management"
)

// The values of AssignmentStatusType.
const (
	AssignmentStatusTypeAssigned   = "Assigned"
	AssignmentStatusTypeUnassigned = "Unassigned"
	AssignmentStatusTypeAny        = "Any"
)

// The values of ConditionKeyTypeType.
const (
	ConditionKeyTypeTypeString        = "String"
	ConditionKeyTypeTypeArn           = "ARN"
	ConditionKeyTypeTypeBool          = "Bool"
	ConditionKeyTypeTypeDate          = "Date"
	ConditionKeyTypeTypeIPAddress     = "IPAddress"
	ConditionKeyTypeTypeNumeric       = "Numeric"
	ConditionKeyTypeTypeArrayOfString = "ArrayOfString"
	ConditionKeyTypeTypeArrayOfARN    = "ArrayOfARN"
	ConditionKeyTypeTypeArrayOfBool   = "ArrayOfBool"
)

// The values of SectionType.
const (
	SectionTypeUncategorized = "Uncategorized"
	SectionTypeExplicitDeny  = "ExplicitDeny"
	SectionTypeAllow         = "Allow"
)
