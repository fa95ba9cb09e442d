package analyzer

import (
	"strconv"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/accessanalyzer"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

// https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html
var validationOperations = []service.Operation{
	service.Op("ValidatePolicy", service.Read, asksValidation, validatePolicy),
}

// learnMore is the page that explains all codes.
const learnMore = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"

const (
	// mostFindings is how many findings a page has, unless the caller wants fewer.
	mostFindings = 200
	// maxComparisons bounds the work for one policy. The largest managed policies of AWS need a tenth of it.
	maxComparisons = 500_000
)

func asksValidation(*service.Call, *api.ValidatePolicyInput) ([]access.Ask, error) {
	return []access.Ask{{Action: "access-analyzer:ValidatePolicy", Resource: "*"}}, nil
}

// validatePolicy answers what the validator finds. A document that is no policy is no failure: its finding says so.
func validatePolicy(_ *service.Call, in *api.ValidatePolicyInput) (*api.ValidatePolicyOutput, error) {
	from, limit, err := pageOf(in)
	if err != nil {
		return nil, err
	}
	found := policy.Validate(in.PolicyDocument, kindOf(in), vocabulary())
	from = min(from, len(found))
	to := min(from+limit, len(found))
	document := &policy.Document{Source: in.PolicyDocument}
	out := &api.ValidatePolicyOutput{Findings: []api.ValidatePolicyFinding{}}
	for _, f := range found[from:to] {
		out.Findings = append(out.Findings, api.ValidatePolicyFinding{
			FindingType: string(f.Type), IssueCode: f.Code, FindingDetails: f.Details, LearnMoreLink: learnMore,
			Locations: []api.Location{{
				Path: showPath(f.Path),
				Span: &api.Span{Start: showPosition(document, f.Span.Start), End: showPosition(document, f.Span.End)},
			}},
		})
	}
	if to < len(found) {
		out.NextToken = new(strconv.Itoa(to))
	}
	return out, nil
}

// pageOf is which findings are asked for: the first of them, and how many. A token is the number of findings before it.
func pageOf(in *api.ValidatePolicyInput) (from, limit int, err error) {
	limit = mostFindings
	if in.MaxResults != nil {
		if *in.MaxResults < 1 {
			return 0, 0, fault.Validation("maxResults must be at least 1.")
		}
		limit = min(limit, int(*in.MaxResults))
	}
	if in.NextToken != nil {
		if from, err = strconv.Atoi(*in.NextToken); err != nil || from < 0 {
			return 0, 0, fault.Validation("Invalid nextToken.")
		}
	}
	return from, limit, nil
}

func kindOf(in *api.ValidatePolicyInput) policy.Kind {
	switch in.PolicyType {
	case api.PolicyTypeResourcePolicy:
		if in.ValidatePolicyResourceType != nil && *in.ValidatePolicyResourceType == api.ValidatePolicyResourceTypeAwsIamAssumeRolePolicyDocument {
			return policy.Trust
		}
		return policy.Resource
	case api.PolicyTypeServiceControlPolicy:
		return policy.SCP
	case api.PolicyTypeResourceControlPolicy:
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
