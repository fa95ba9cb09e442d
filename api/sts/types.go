// Code generated from models/sts.json by api/gen; DO NOT EDIT.

package sts

import (
	"time"
)

// AssumedRoleUser is a published structure.
type AssumedRoleUser struct {
	Arn           string `wire:"Arn,required" rule:"arnType"`
	AssumedRoleId string `wire:"AssumedRoleId,required" rule:"assumedRoleIdType"`
}

// Credentials is a published structure.
type Credentials struct {
	AccessKeyId     string    `wire:"AccessKeyId,required" rule:"accessKeyIdType"`
	Expiration      time.Time `wire:"Expiration,required"`
	SecretAccessKey string    `wire:"SecretAccessKey,required" rule:"accessKeySecretType"`
	SessionToken    string    `wire:"SessionToken,required" rule:"tokenType"`
}

// FederatedUser is a published structure.
type FederatedUser struct {
	Arn             string `wire:"Arn,required" rule:"arnType"`
	FederatedUserId string `wire:"FederatedUserId,required" rule:"federatedIdType"`
}

// PolicyDescriptorType is a published structure.
type PolicyDescriptorType struct {
	Arn *string `wire:"arn" rule:"arnType"`
}

// ProvidedContext is a published structure.
type ProvidedContext struct {
	ContextAssertion *string `wire:"ContextAssertion" rule:"contextAssertionType"`
	ProviderArn      *string `wire:"ProviderArn" rule:"arnType"`
}

// Tag is a published structure.
type Tag struct {
	Key   string `wire:"Key,required" rule:"tagKeyType"`
	Value string `wire:"Value,required" rule:"tagValueType"`
}
