// Code generated from models/accessanalyzer.json by api/gen; DO NOT EDIT.

package accessanalyzer

// ValidatePolicyInput is what ValidatePolicy takes.
type ValidatePolicyInput struct {
	Locale                     *string `wire:"locale" rule:"Locale"`
	MaxResults                 *int32  `wire:"maxResults"`
	NextToken                  *string `wire:"nextToken"`
	PolicyDocument             string  `wire:"policyDocument,required"`
	PolicyType                 string  `wire:"policyType,required" rule:"PolicyType"`
	ValidatePolicyResourceType *string `wire:"validatePolicyResourceType" rule:"ValidatePolicyResourceType"`
}

// ValidatePolicyOutput is what ValidatePolicy answers.
type ValidatePolicyOutput struct {
	Findings  []ValidatePolicyFinding `wire:"findings,required"`
	NextToken *string                 `wire:"nextToken"`
}
