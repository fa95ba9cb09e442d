// Code generated from models/sts.json by api/gen; DO NOT EDIT.

package sts

import (
	"github.com/cardea-iam/cardea/shape"
)

var rules = map[string]shape.Rule{
	"ProvidedContextsListType":              {Min: new(int64(1)), Max: new(int64(5))},
	"RootDurationSecondsType":               {Min: new(int64(0)), Max: new(int64(900))},
	"SAMLAssertionType":                     {Min: new(int64(4)), Max: new(int64(100000)), Hidden: true},
	"TargetPrincipalType":                   {Min: new(int64(12)), Max: new(int64(2048))},
	"accessKeyIdType":                       {Min: new(int64(16)), Max: new(int64(128)), Pattern: `[\w]*`},
	"accessKeySecretType":                   {Hidden: true},
	"arnType":                               {Min: new(int64(20)), Max: new(int64(2048)), Pattern: `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`},
	"assumedRoleIdType":                     {Min: new(int64(2)), Max: new(int64(193)), Pattern: `[\w+=,.@:-]*`},
	"clientTokenType":                       {Min: new(int64(4)), Max: new(int64(20000)), Hidden: true},
	"contextAssertionType":                  {Min: new(int64(4)), Max: new(int64(2048))},
	"durationSecondsType":                   {Min: new(int64(900)), Max: new(int64(129600))},
	"encodedMessageType":                    {Min: new(int64(1)), Max: new(int64(10240))},
	"externalIdType":                        {Min: new(int64(2)), Max: new(int64(1224)), Pattern: `[\w+=,.@:\/-]*`},
	"federatedIdType":                       {Min: new(int64(2)), Max: new(int64(193)), Pattern: `[\w+=,.@\:-]*`},
	"jwtAlgorithmType":                      {Min: new(int64(5)), Max: new(int64(5))},
	"nonNegativeIntegerType":                {Min: new(int64(0))},
	"roleDurationSecondsType":               {Min: new(int64(900)), Max: new(int64(43200))},
	"roleSessionNameType":                   {Min: new(int64(2)), Max: new(int64(64)), Pattern: `[\w+=,.@-]*`},
	"serialNumberType":                      {Min: new(int64(9)), Max: new(int64(256)), Pattern: `[\w+=/:,.@-]*`},
	"sessionPolicyDocumentType":             {Min: new(int64(1)), Max: new(int64(2048)), Pattern: `[\u0009\u000A\u000D\u0020-\u00FF]+`},
	"sourceIdentityType":                    {Min: new(int64(2)), Max: new(int64(64)), Pattern: `[\w+=,.@-]*`},
	"tagKeyListType":                        {Max: new(int64(50)), Member: "tagKeyType"},
	"tagKeyType":                            {Min: new(int64(1)), Max: new(int64(128)), Pattern: `[\p{L}\p{Z}\p{N}_.:/=+\-@]+`},
	"tagListType":                           {Max: new(int64(50))},
	"tagValueType":                          {Min: new(int64(0)), Max: new(int64(256)), Pattern: `[\p{L}\p{Z}\p{N}_.:/=+\-@]*`},
	"tokenCodeType":                         {Min: new(int64(6)), Max: new(int64(6)), Pattern: `[\d]*`, Hidden: true},
	"tokenType":                             {Hidden: true},
	"tradeInTokenType":                      {Hidden: true},
	"unrestrictedSessionPolicyDocumentType": {Min: new(int64(1)), Pattern: `[\u0009\u000A\u000D\u0020-\u00FF]+`},
	"urlType":                               {Min: new(int64(4)), Max: new(int64(2048))},
	"userNameType":                          {Min: new(int64(2)), Max: new(int64(32)), Pattern: `[\w+=,.@-]*`},
	"webIdentitySubjectType":                {Min: new(int64(6)), Max: new(int64(255))},
	"webIdentityTokenAudienceListType":      {Min: new(int64(1)), Max: new(int64(10)), Member: "webIdentityTokenAudienceStringType"},
	"webIdentityTokenAudienceStringType":    {Min: new(int64(1)), Max: new(int64(1000))},
	"webIdentityTokenDurationSecondsType":   {Min: new(int64(60)), Max: new(int64(3600))},
	"webIdentityTokenType":                  {Hidden: true},
}
