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

// The values of FindingTypeType.
const (
	FindingTypeTypeError           = "ERROR"
	FindingTypeTypeSecurityWarning = "SECURITY_WARNING"
	FindingTypeTypeSuggestion      = "SUGGESTION"
	FindingTypeTypeWarning         = "WARNING"
)

// The values of PolicyTypeType.
const (
	PolicyTypeTypeIdentityPolicy        = "IDENTITY_POLICY"
	PolicyTypeTypeResourcePolicy        = "RESOURCE_POLICY"
	PolicyTypeTypeServiceControlPolicy  = "SERVICE_CONTROL_POLICY"
	PolicyTypeTypeResourceControlPolicy = "RESOURCE_CONTROL_POLICY"
)

// The values of SectionType.
const (
	SectionTypeUncategorized = "Uncategorized"
	SectionTypeExplicitDeny  = "ExplicitDeny"
	SectionTypeAllow         = "Allow"
)

// The values of ValidatePolicyResourceTypeType.
const (
	ValidatePolicyResourceTypeTypeAwsS3Bucket                    = "AWS::S3::Bucket"
	ValidatePolicyResourceTypeTypeAwsS3AccessPoint               = "AWS::S3::AccessPoint"
	ValidatePolicyResourceTypeTypeAwsS3MultiRegionAccessPoint    = "AWS::S3::MultiRegionAccessPoint"
	ValidatePolicyResourceTypeTypeAwsS3ObjectLambdaAccessPoint   = "AWS::S3ObjectLambda::AccessPoint"
	ValidatePolicyResourceTypeTypeAwsIamAssumeRolePolicyDocument = "AWS::IAM::AssumeRolePolicyDocument"
	ValidatePolicyResourceTypeTypeAwsDynamoDBTable               = "AWS::DynamoDB::Table"
)
