package sts

import (
	"errors"
	"slices"
	"unicode/utf8"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

// Limits of session policies. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
const (
	maxPolicyText = 2048
	maxPolicyARNs = 10
)

// sessionPolicies checks the policies that a session is limited by: one text, and managed policies of the account or of AWS.
func sessionPolicies(c *service.Call, account string, text *string, descriptors []api.PolicyDescriptorType) (string, []string, error) {
	policyARNs, err := managedPolicies(c, account, descriptors)
	if err != nil || text == nil {
		return "", policyARNs, err
	}
	if utf8.RuneCountInString(*text) > maxPolicyText {
		return "", nil, fault.Validation("1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to %d", maxPolicyText)
	}
	if err := policy.CheckSession(*text); err != nil {
		var finding *policy.Malformed
		if errors.As(err, &finding) {
			return "", nil, api.MalformedPolicyDocument("%s", finding.Text)
		}
		return "", nil, err
	}
	return *text, policyARNs, nil
}

func managedPolicies(c *service.Call, account string, descriptors []api.PolicyDescriptorType) ([]string, error) {
	if len(descriptors) > maxPolicyARNs {
		return nil, fault.Validation("1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to %d", maxPolicyARNs)
	}
	var policyARNs []string
	for _, descriptor := range descriptors {
		if descriptor.Arn == nil || slices.Contains(policyARNs, *descriptor.Arn) {
			continue
		}
		parsed, err := arn.Parse(*descriptor.Arn)
		if err != nil || parsed.Account != "aws" && parsed.Account != account {
			return nil, fault.Validation("The policy ARN %s is not valid", *descriptor.Arn)
		}
		if _, ok := access.ManagedDocument(c.Tx, *descriptor.Arn); !ok {
			return nil, fault.Validation("Policy %s does not exist or is not attachable.", *descriptor.Arn)
		}
		policyARNs = append(policyARNs, *descriptor.Arn)
	}
	return policyARNs, nil
}
