// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

import (
	"github.com/cardea-iam/cardea/shape"
)

var rules = map[string]shape.Rule{
	"accessLevelType":                {Enum: "List Read Write Tagging Permissions management"},
	"assignmentStatusType":           {Enum: "Assigned Unassigned Any"},
	"base32SeedType":                 {Min: new(int64(1)), Max: new(int64(400)), Pattern: `[A-Za-z2-7= -]+`, Hidden: true},
	"checkedDocumentType":            {Min: new(int64(1)), Max: new(int64(131072))},
	"conditionKeyTypeType":           {Enum: "String ARN Bool Date IPAddress Numeric ArrayOfString ArrayOfARN ArrayOfBool"},
	"findingTypeType":                {Enum: "ERROR SECURITY_WARNING SUGGESTION WARNING"},
	"hardwareMFADeviceSeedListType":  {Min: new(int64(1)), Max: new(int64(1000))},
	"hardwareSerialNumberType":       {Min: new(int64(9)), Max: new(int64(64)), Pattern: `[\w-]+`},
	"hexSeedType":                    {Min: new(int64(1)), Max: new(int64(256)), Pattern: `[0-9A-Fa-f]+`, Hidden: true},
	"markerType":                     {Min: new(int64(1)), Max: new(int64(320)), Pattern: `[\u0020-\u00FF]+`},
	"maxItemsType":                   {Min: new(int64(1)), Max: new(int64(1000))},
	"policyDocumentType":             {Min: new(int64(1)), Max: new(int64(131072))},
	"policyTypeType":                 {Enum: "IDENTITY_POLICY RESOURCE_POLICY SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY"},
	"sectionType":                    {Enum: "Uncategorized ExplicitDeny Allow"},
	"servicePrefixType":              {Min: new(int64(1)), Max: new(int64(128)), Pattern: `[\w-]+`},
	"userNameType":                   {Min: new(int64(1)), Max: new(int64(128)), Pattern: `[\w+=,.@-]+`},
	"validatePolicyResourceTypeType": {Enum: "AWS::S3::Bucket AWS::S3::AccessPoint AWS::S3::MultiRegionAccessPoint AWS::S3ObjectLambda::AccessPoint AWS::IAM::AssumeRolePolicyDocument AWS::DynamoDB::Table"},
}
