// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

import (
	"github.com/cardea-iam/cardea/shape"
)

var rules = map[string]shape.Rule{
	"accessLevelType":               {Enum: "List Read Write Tagging Permissions management"},
	"assignmentStatusType":          {Enum: "Assigned Unassigned Any"},
	"base32SeedType":                {Min: new(int64(1)), Max: new(int64(400)), Pattern: `[A-Za-z2-7= -]+`, Hidden: true},
	"conditionKeyTypeType":          {Enum: "String ARN Bool Date IPAddress Numeric ArrayOfString ArrayOfARN ArrayOfBool"},
	"hardwareMFADeviceSeedListType": {Min: new(int64(1)), Max: new(int64(1000))},
	"hardwareSerialNumberType":      {Min: new(int64(9)), Max: new(int64(64)), Pattern: `[\w-]+`},
	"hexSeedType":                   {Min: new(int64(1)), Max: new(int64(256)), Pattern: `[0-9A-Fa-f]+`, Hidden: true},
	"markerType":                    {Min: new(int64(1)), Max: new(int64(320)), Pattern: `[\u0020-\u00FF]+`},
	"maxItemsType":                  {Min: new(int64(1)), Max: new(int64(1000))},
	"policyDocumentType":            {Min: new(int64(1)), Max: new(int64(131072))},
	"sectionType":                   {Enum: "Uncategorized ExplicitDeny Allow"},
	"servicePrefixType":             {Min: new(int64(1)), Max: new(int64(128)), Pattern: `[\w-]+`},
	"userNameType":                  {Min: new(int64(1)), Max: new(int64(128)), Pattern: `[\w+=,.@-]+`},
}
