// Code generated from models/sts.json by api/gen; DO NOT EDIT.

// Package sts holds the published shapes of sts, version 2011-06-15.
package sts

import (
	"github.com/cardea-iam/cardea/shape"
)

// Service describes sts to the codec.
var Service = &shape.Service{
	Name:       "sts",
	Version:    "2011-06-15",
	Namespace:  "https://sts.amazonaws.com/doc/2011-06-15/",
	Dialect:    shape.Query,
	Rules:      rules,
	Operations: operations,
	Errors: map[string]int{
		"ExpiredTokenException":                          400,
		"ExpiredTradeInTokenException":                   400,
		"IDPCommunicationError":                          400,
		"IDPRejectedClaim":                               403,
		"InvalidAuthorizationMessageException":           400,
		"InvalidIdentityToken":                           400,
		"JWTPayloadSizeExceededException":                400,
		"MalformedPolicyDocument":                        400,
		"OutboundWebIdentityFederationDisabledException": 403,
		"PackedPolicyTooLarge":                           400,
		"RegionDisabledException":                        403,
		"SessionDurationEscalationException":             403,
	},
}

var operations = []shape.Operation{
	{Name: "AssumeRole", In: (*AssumeRoleInput)(nil), Out: (*AssumeRoleOutput)(nil), Result: "AssumeRoleResult", Errors: []string{"MalformedPolicyDocument", "PackedPolicyTooLarge", "RegionDisabledException", "ExpiredTokenException"}},
	{Name: "AssumeRoleWithSAML", In: (*AssumeRoleWithSAMLInput)(nil), Out: (*AssumeRoleWithSAMLOutput)(nil), Result: "AssumeRoleWithSAMLResult", Errors: []string{"MalformedPolicyDocument", "PackedPolicyTooLarge", "IDPRejectedClaim", "InvalidIdentityToken", "ExpiredTokenException", "RegionDisabledException"}},
	{Name: "AssumeRoleWithWebIdentity", In: (*AssumeRoleWithWebIdentityInput)(nil), Out: (*AssumeRoleWithWebIdentityOutput)(nil), Result: "AssumeRoleWithWebIdentityResult", Errors: []string{"MalformedPolicyDocument", "PackedPolicyTooLarge", "IDPRejectedClaim", "IDPCommunicationError", "InvalidIdentityToken", "ExpiredTokenException", "RegionDisabledException"}},
	{Name: "AssumeRoot", In: (*AssumeRootInput)(nil), Out: (*AssumeRootOutput)(nil), Result: "AssumeRootResult", Errors: []string{"RegionDisabledException", "ExpiredTokenException"}},
	{Name: "DecodeAuthorizationMessage", In: (*DecodeAuthorizationMessageInput)(nil), Out: (*DecodeAuthorizationMessageOutput)(nil), Result: "DecodeAuthorizationMessageResult", Errors: []string{"InvalidAuthorizationMessageException"}},
	{Name: "GetAccessKeyInfo", In: (*GetAccessKeyInfoInput)(nil), Out: (*GetAccessKeyInfoOutput)(nil), Result: "GetAccessKeyInfoResult"},
	{Name: "GetCallerIdentity", In: (*GetCallerIdentityInput)(nil), Out: (*GetCallerIdentityOutput)(nil), Result: "GetCallerIdentityResult"},
	{Name: "GetDelegatedAccessToken", In: (*GetDelegatedAccessTokenInput)(nil), Out: (*GetDelegatedAccessTokenOutput)(nil), Result: "GetDelegatedAccessTokenResult", Errors: []string{"ExpiredTradeInTokenException", "RegionDisabledException", "PackedPolicyTooLarge"}},
	{Name: "GetFederationToken", In: (*GetFederationTokenInput)(nil), Out: (*GetFederationTokenOutput)(nil), Result: "GetFederationTokenResult", Errors: []string{"MalformedPolicyDocument", "PackedPolicyTooLarge", "RegionDisabledException"}},
	{Name: "GetSessionToken", In: (*GetSessionTokenInput)(nil), Out: (*GetSessionTokenOutput)(nil), Result: "GetSessionTokenResult", Errors: []string{"RegionDisabledException"}},
	{Name: "GetWebIdentityToken", In: (*GetWebIdentityTokenInput)(nil), Out: (*GetWebIdentityTokenOutput)(nil), Result: "GetWebIdentityTokenResult", Errors: []string{"SessionDurationEscalationException", "OutboundWebIdentityFederationDisabledException", "JWTPayloadSizeExceededException"}},
}
