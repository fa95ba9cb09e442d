// Code generated from models/sts.json by api/gen; DO NOT EDIT.

package sts

import (
	"time"
)

// AssumeRoleInput is what AssumeRole takes.
type AssumeRoleInput struct {
	DurationSeconds   *int32                 `wire:"DurationSeconds" rule:"roleDurationSecondsType"`
	ExternalId        *string                `wire:"ExternalId" rule:"externalIdType"`
	Policy            *string                `wire:"Policy" rule:"unrestrictedSessionPolicyDocumentType"`
	PolicyArns        []PolicyDescriptorType `wire:"PolicyArns"`
	ProvidedContexts  []ProvidedContext      `wire:"ProvidedContexts" rule:"ProvidedContextsListType"`
	RoleArn           string                 `wire:"RoleArn,required" rule:"arnType"`
	RoleSessionName   string                 `wire:"RoleSessionName,required" rule:"roleSessionNameType"`
	SerialNumber      *string                `wire:"SerialNumber" rule:"serialNumberType"`
	SourceIdentity    *string                `wire:"SourceIdentity" rule:"sourceIdentityType"`
	Tags              []Tag                  `wire:"Tags" rule:"tagListType"`
	TokenCode         *string                `wire:"TokenCode" rule:"tokenCodeType"`
	TransitiveTagKeys []string               `wire:"TransitiveTagKeys" rule:"tagKeyListType"`
}

// AssumeRoleOutput is what AssumeRole answers.
type AssumeRoleOutput struct {
	AssumedRoleUser  *AssumedRoleUser `wire:"AssumedRoleUser"`
	Credentials      *Credentials     `wire:"Credentials"`
	PackedPolicySize *int32           `wire:"PackedPolicySize" rule:"nonNegativeIntegerType"`
	SourceIdentity   *string          `wire:"SourceIdentity" rule:"sourceIdentityType"`
}

// AssumeRoleWithSAMLInput is what AssumeRoleWithSAML takes.
type AssumeRoleWithSAMLInput struct {
	DurationSeconds *int32                 `wire:"DurationSeconds" rule:"roleDurationSecondsType"`
	Policy          *string                `wire:"Policy" rule:"sessionPolicyDocumentType"`
	PolicyArns      []PolicyDescriptorType `wire:"PolicyArns"`
	PrincipalArn    string                 `wire:"PrincipalArn,required" rule:"arnType"`
	RoleArn         string                 `wire:"RoleArn,required" rule:"arnType"`
	SAMLAssertion   string                 `wire:"SAMLAssertion,required" rule:"SAMLAssertionType"`
}

// AssumeRoleWithSAMLOutput is what AssumeRoleWithSAML answers.
type AssumeRoleWithSAMLOutput struct {
	AssumedRoleUser  *AssumedRoleUser `wire:"AssumedRoleUser"`
	Audience         *string          `wire:"Audience"`
	Credentials      *Credentials     `wire:"Credentials"`
	Issuer           *string          `wire:"Issuer"`
	NameQualifier    *string          `wire:"NameQualifier"`
	PackedPolicySize *int32           `wire:"PackedPolicySize" rule:"nonNegativeIntegerType"`
	SourceIdentity   *string          `wire:"SourceIdentity" rule:"sourceIdentityType"`
	Subject          *string          `wire:"Subject"`
	SubjectType      *string          `wire:"SubjectType"`
}

// AssumeRoleWithWebIdentityInput is what AssumeRoleWithWebIdentity takes.
type AssumeRoleWithWebIdentityInput struct {
	DurationSeconds  *int32                 `wire:"DurationSeconds" rule:"roleDurationSecondsType"`
	Policy           *string                `wire:"Policy" rule:"sessionPolicyDocumentType"`
	PolicyArns       []PolicyDescriptorType `wire:"PolicyArns"`
	ProviderId       *string                `wire:"ProviderId" rule:"urlType"`
	RoleArn          string                 `wire:"RoleArn,required" rule:"arnType"`
	RoleSessionName  string                 `wire:"RoleSessionName,required" rule:"roleSessionNameType"`
	WebIdentityToken string                 `wire:"WebIdentityToken,required" rule:"clientTokenType"`
}

// AssumeRoleWithWebIdentityOutput is what AssumeRoleWithWebIdentity answers.
type AssumeRoleWithWebIdentityOutput struct {
	AssumedRoleUser             *AssumedRoleUser `wire:"AssumedRoleUser"`
	Audience                    *string          `wire:"Audience"`
	Credentials                 *Credentials     `wire:"Credentials"`
	PackedPolicySize            *int32           `wire:"PackedPolicySize" rule:"nonNegativeIntegerType"`
	Provider                    *string          `wire:"Provider"`
	SourceIdentity              *string          `wire:"SourceIdentity" rule:"sourceIdentityType"`
	SubjectFromWebIdentityToken *string          `wire:"SubjectFromWebIdentityToken" rule:"webIdentitySubjectType"`
}

// AssumeRootInput is what AssumeRoot takes.
type AssumeRootInput struct {
	DurationSeconds *int32                `wire:"DurationSeconds" rule:"RootDurationSecondsType"`
	TargetPrincipal string                `wire:"TargetPrincipal,required" rule:"TargetPrincipalType"`
	TaskPolicyArn   *PolicyDescriptorType `wire:"TaskPolicyArn,required"`
}

// AssumeRootOutput is what AssumeRoot answers.
type AssumeRootOutput struct {
	Credentials    *Credentials `wire:"Credentials"`
	SourceIdentity *string      `wire:"SourceIdentity" rule:"sourceIdentityType"`
}

// DecodeAuthorizationMessageInput is what DecodeAuthorizationMessage takes.
type DecodeAuthorizationMessageInput struct {
	EncodedMessage string `wire:"EncodedMessage,required" rule:"encodedMessageType"`
}

// DecodeAuthorizationMessageOutput is what DecodeAuthorizationMessage answers.
type DecodeAuthorizationMessageOutput struct {
	DecodedMessage *string `wire:"DecodedMessage"`
}

// GetAccessKeyInfoInput is what GetAccessKeyInfo takes.
type GetAccessKeyInfoInput struct {
	AccessKeyId string `wire:"AccessKeyId,required" rule:"accessKeyIdType"`
}

// GetAccessKeyInfoOutput is what GetAccessKeyInfo answers.
type GetAccessKeyInfoOutput struct {
	Account *string `wire:"Account"`
}

// GetCallerIdentityInput is what GetCallerIdentity takes.
type GetCallerIdentityInput struct {
}

// GetCallerIdentityOutput is what GetCallerIdentity answers.
type GetCallerIdentityOutput struct {
	Account *string `wire:"Account"`
	Arn     *string `wire:"Arn" rule:"arnType"`
	UserId  *string `wire:"UserId"`
}

// GetDelegatedAccessTokenInput is what GetDelegatedAccessToken takes.
type GetDelegatedAccessTokenInput struct {
	TradeInToken string `wire:"TradeInToken,required" rule:"tradeInTokenType"`
}

// GetDelegatedAccessTokenOutput is what GetDelegatedAccessToken answers.
type GetDelegatedAccessTokenOutput struct {
	AssumedPrincipal *string      `wire:"AssumedPrincipal" rule:"arnType"`
	Credentials      *Credentials `wire:"Credentials"`
	PackedPolicySize *int32       `wire:"PackedPolicySize" rule:"nonNegativeIntegerType"`
}

// GetFederationTokenInput is what GetFederationToken takes.
type GetFederationTokenInput struct {
	DurationSeconds *int32                 `wire:"DurationSeconds" rule:"durationSecondsType"`
	Name            string                 `wire:"Name,required" rule:"userNameType"`
	Policy          *string                `wire:"Policy" rule:"sessionPolicyDocumentType"`
	PolicyArns      []PolicyDescriptorType `wire:"PolicyArns"`
	Tags            []Tag                  `wire:"Tags" rule:"tagListType"`
}

// GetFederationTokenOutput is what GetFederationToken answers.
type GetFederationTokenOutput struct {
	Credentials      *Credentials   `wire:"Credentials"`
	FederatedUser    *FederatedUser `wire:"FederatedUser"`
	PackedPolicySize *int32         `wire:"PackedPolicySize" rule:"nonNegativeIntegerType"`
}

// GetSessionTokenInput is what GetSessionToken takes.
type GetSessionTokenInput struct {
	DurationSeconds *int32  `wire:"DurationSeconds" rule:"durationSecondsType"`
	SerialNumber    *string `wire:"SerialNumber" rule:"serialNumberType"`
	TokenCode       *string `wire:"TokenCode" rule:"tokenCodeType"`
}

// GetSessionTokenOutput is what GetSessionToken answers.
type GetSessionTokenOutput struct {
	Credentials *Credentials `wire:"Credentials"`
}

// GetWebIdentityTokenInput is what GetWebIdentityToken takes.
type GetWebIdentityTokenInput struct {
	Audience         []string `wire:"Audience,required" rule:"webIdentityTokenAudienceListType"`
	DurationSeconds  *int32   `wire:"DurationSeconds" rule:"webIdentityTokenDurationSecondsType"`
	SigningAlgorithm string   `wire:"SigningAlgorithm,required" rule:"jwtAlgorithmType"`
	Tags             []Tag    `wire:"Tags" rule:"tagListType"`
}

// GetWebIdentityTokenOutput is what GetWebIdentityToken answers.
type GetWebIdentityTokenOutput struct {
	Expiration       *time.Time `wire:"Expiration"`
	WebIdentityToken *string    `wire:"WebIdentityToken" rule:"webIdentityTokenType"`
}
