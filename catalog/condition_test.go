package catalog_test

import (
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/catalog"
)

func TestConditionKeysAreFoundByNameWithoutCase(t *testing.T) {
	tests := []struct {
		ask, name string
		kind      catalog.ConditionType
	}{
		{"aws:MultiFactorAuthPresent", "aws:MultiFactorAuthPresent", catalog.Bool},
		{"AWS:multifactorauthage", "aws:MultiFactorAuthAge", catalog.Numeric},
		{"aws:SourceIp", "aws:SourceIp", catalog.IPAddress},
		{"aws:CurrentTime", "aws:CurrentTime", catalog.Date},
		{"aws:TagKeys", "aws:TagKeys", catalog.ArrayOfString},
		{"aws:PrincipalArn", "aws:PrincipalArn", catalog.ARN},
		{"aws:RequestTag/${TagKey}", "aws:RequestTag/${TagKey}", catalog.String},
		{"aws:requesttag/team", "aws:RequestTag/${TagKey}", catalog.String},
		{"aws:PrincipalTag/cost:center", "aws:PrincipalTag/${TagKey}", catalog.String},
		{"iam:PassedToService", "iam:PassedToService", catalog.String},
		{"iam:ResourceTag/team", "iam:ResourceTag/${TagKey}", catalog.String},
		{"s3:ExistingObjectTag/colour", "s3:ExistingObjectTag/${TagKey}", catalog.String},
		{"kms:EncryptionContext:project", "kms:EncryptionContext:${EncryptionContextKey}", catalog.String},
		{"codebuild:secondarysources/main.buildspec", "codebuild:secondarySources/${sourceIdentifier}.buildspec", catalog.Bool},
		{"catalog:changetype", "catalog:ChangeType", catalog.String},
		{"cognito-identity-auth:AccountId", "cognito-identity-auth:AccountId", catalog.String},
		{"accounts.google.com:aud", "accounts.google.com:aud", catalog.String},
		{"saml:sub", "saml:sub", catalog.String},
		{"identitycenter:InstanceArn", "identitycenter:InstanceArn", catalog.ARN},
	}
	for _, tt := range tests {
		k, ok := catalog.ConditionKeyByName(tt.ask)
		if !ok || k.Name != tt.name || k.Type != tt.kind {
			t.Errorf("%s: got %+v, want %s, %s", tt.ask, k, tt.name, tt.kind)
		}
	}
	for _, ask := range []string{"", ":", "aws", "aws:", "aws:NoSuchKey", "aws:RequestTag/", "aws:RequestTag", "iam:NoSuchKey", "nosuch:Key", "${x}:y", "codebuild:secondarySources/main.nosuch"} {
		if k, ok := catalog.ConditionKeyByName(ask); ok {
			t.Errorf("%q finds %s", ask, k.Name)
		}
	}
}

func TestEveryConditionKeyHasATypeAndIsFound(t *testing.T) {
	for s := range catalog.Services() {
		for _, k := range s.ConditionKeys() {
			if got, ok := s.ConditionKey(strings.ToUpper(k.Name)); !ok || got.Name != k.Name {
				t.Errorf("%s: %s finds %+v in its service", s.Prefix, k.Name, got)
			}
			got, ok := catalog.ConditionKeyByName(k.Name)
			if strings.HasPrefix(k.Name, s.Prefix+":") && (!ok || !strings.EqualFold(got.Name, k.Name)) {
				t.Errorf("%s: %s finds %+v", s.Prefix, k.Name, got)
			}
			if !knownType(k.Type) {
				t.Errorf("%s: %s has the type %q", s.Prefix, k.Name, k.Type)
			}
		}
	}
	for _, k := range catalog.GlobalConditionKeys() {
		if !knownType(k.Type) {
			t.Errorf("%s has the type %q", k.Name, k.Type)
		}
	}
}

func knownType(kind catalog.ConditionType) bool {
	switch kind {
	case catalog.String, catalog.ARN, catalog.Bool, catalog.Date, catalog.IPAddress, catalog.Numeric:
		return !kind.MultiValued()
	case catalog.ArrayOfString, catalog.ArrayOfARN, catalog.ArrayOfBool:
		return kind.MultiValued()
	}
	return false
}
