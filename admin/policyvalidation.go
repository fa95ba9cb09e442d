package admin

import (
	"strings"

	api "github.com/cardea-iam/cardea/api/cardea"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

// What is wrong with a policy, or unwise, in the codes and the shape of IAM Access Analyzer's operation of that name:
// https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html
var policyValidationOperations = []service.Operation{
	service.Op("ValidatePolicy", service.Read, asksEverything[api.ValidatePolicyInput]("cardea:ValidatePolicy"), validatePolicy),
}

// learnMore is the page that explains all codes.
const learnMore = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"

// mostFindings is how many findings are answered. Whoever has mended those gets the next.
const mostFindings = 200

// validatePolicy answers what the validator finds. A document that is no policy is no failure: its finding says so.
func validatePolicy(_ *service.Call, in *api.ValidatePolicyInput) (*api.ValidatePolicyOutput, error) {
	found := policy.Validate(in.PolicyDocument, kindOf(in), vocabulary())
	document := &policy.Document{Source: in.PolicyDocument}
	out := &api.ValidatePolicyOutput{Findings: []api.Finding{}}
	for _, f := range found[:min(len(found), mostFindings)] {
		out.Findings = append(out.Findings, api.Finding{
			FindingType: string(f.Type), IssueCode: f.Code, FindingDetails: f.Details, LearnMoreLink: learnMore,
			Locations: []api.Location{{
				Path: showPath(f.Path),
				Span: &api.Span{Start: showPosition(document, f.Span.Start), End: showPosition(document, f.Span.End)},
			}},
		})
	}
	return out, nil
}

func kindOf(in *api.ValidatePolicyInput) policy.Kind {
	switch in.PolicyType {
	case api.PolicyTypeTypeResourcePolicy:
		if in.ValidatePolicyResourceType != nil && *in.ValidatePolicyResourceType == api.ValidatePolicyResourceTypeTypeAwsIamAssumeRolePolicyDocument {
			return policy.Trust
		}
		return policy.Resource
	case api.PolicyTypeTypeServiceControlPolicy:
		return policy.SCP
	case api.PolicyTypeTypeResourceControlPolicy:
		return policy.RCP
	}
	return policy.Identity
}

// vocabulary is what the catalogue knows, within a budget: beyond it every action passes for known.
func vocabulary() policy.Vocabulary {
	budget := maxComparisons
	return policy.Vocabulary{
		Service: func(prefix string) bool {
			_, ok := catalog.ServiceByPrefix(prefix)
			return ok
		},
		Action: func(entry string) bool {
			if _, ok := catalog.ActionByName(entry); ok {
				return true
			}
			prefix, _, _ := strings.Cut(entry, ":")
			known, ok := catalog.ServiceByPrefix(prefix)
			if !ok || !strings.ContainsAny(entry, "*?") {
				return false
			}
			set := policy.NewActionSet(entry)
			for i := range known.Actions() {
				if budget--; budget < 0 || set.Covers(known.Actions()[i].String()) {
					return true
				}
			}
			return false
		},
		Key: func(name string) (known, multi bool) {
			key, ok := catalog.ConditionKeyByName(name)
			return ok, ok && key.Type.MultiValued()
		},
	}
}

func showPath(path []policy.PathElement) []api.PathElement {
	shown := make([]api.PathElement, 0, len(path))
	for _, e := range path {
		if e.Name != "" {
			shown = append(shown, api.PathElement{Value: &e.Name})
		} else {
			shown = append(shown, api.PathElement{Index: new(int32(e.Index))})
		}
	}
	return shown
}

// showPosition counts columns from 0, as that operation does.
func showPosition(d *policy.Document, offset int) *api.Position {
	p := d.Position(offset)
	return &api.Position{Line: int32(p.Line), Column: int32(p.Column - 1), Offset: int32(p.Offset)}
}
