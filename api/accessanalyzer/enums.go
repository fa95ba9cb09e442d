// Code generated from models/accessanalyzer.json by api/gen; DO NOT EDIT.

package accessanalyzer

// The values of Locale.
const (
	LocaleDe   = "DE"
	LocaleEn   = "EN"
	LocaleEs   = "ES"
	LocaleFr   = "FR"
	LocaleIt   = "IT"
	LocaleJa   = "JA"
	LocaleKo   = "KO"
	LocalePtBr = "PT_BR"
	LocaleZhCn = "ZH_CN"
	LocaleZhTw = "ZH_TW"
)

// The values of PolicyType.
const (
	PolicyTypeIdentityPolicy        = "IDENTITY_POLICY"
	PolicyTypeResourcePolicy        = "RESOURCE_POLICY"
	PolicyTypeServiceControlPolicy  = "SERVICE_CONTROL_POLICY"
	PolicyTypeResourceControlPolicy = "RESOURCE_CONTROL_POLICY"
)

// The values of ValidatePolicyFindingType.
const (
	ValidatePolicyFindingTypeError           = "ERROR"
	ValidatePolicyFindingTypeSecurityWarning = "SECURITY_WARNING"
	ValidatePolicyFindingTypeSuggestion      = "SUGGESTION"
	ValidatePolicyFindingTypeWarning         = "WARNING"
)

// The values of ValidatePolicyResourceType.
const (
	ValidatePolicyResourceTypeAwsS3Bucket                    = "AWS::S3::Bucket"
	ValidatePolicyResourceTypeAwsS3AccessPoint               = "AWS::S3::AccessPoint"
	ValidatePolicyResourceTypeAwsS3MultiRegionAccessPoint    = "AWS::S3::MultiRegionAccessPoint"
	ValidatePolicyResourceTypeAwsS3ObjectLambdaAccessPoint   = "AWS::S3ObjectLambda::AccessPoint"
	ValidatePolicyResourceTypeAwsIamAssumeRolePolicyDocument = "AWS::IAM::AssumeRolePolicyDocument"
	ValidatePolicyResourceTypeAwsDynamoDBTable               = "AWS::DynamoDB::Table"
)
