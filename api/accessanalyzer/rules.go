// Code generated from models/accessanalyzer.json by api/gen; DO NOT EDIT.

package accessanalyzer

import (
	"github.com/cardea-iam/cardea/shape"
)

var rules = map[string]shape.Rule{
	"Locale":                     {Enum: "DE EN ES FR IT JA KO PT_BR ZH_CN ZH_TW"},
	"PolicyType":                 {Enum: "IDENTITY_POLICY RESOURCE_POLICY SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY"},
	"ValidatePolicyFindingType":  {Enum: "ERROR SECURITY_WARNING SUGGESTION WARNING"},
	"ValidatePolicyResourceType": {Enum: "AWS::S3::Bucket AWS::S3::AccessPoint AWS::S3::MultiRegionAccessPoint AWS::S3ObjectLambda::AccessPoint AWS::IAM::AssumeRolePolicyDocument AWS::DynamoDB::Table"},
}
