package iam

import (
	"slices"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

var contextKeyOperations = []service.Operation{
	service.Op("GetContextKeysForCustomPolicy", service.Read, onAccount[api.GetContextKeysForCustomPolicyInput]("iam:GetContextKeysForCustomPolicy"), contextKeysOfDocuments),
	service.Op("GetContextKeysForPrincipalPolicy", service.Read, onSource("iam:GetContextKeysForPrincipalPolicy", func(in *api.GetContextKeysForPrincipalPolicyInput) string { return in.PolicySourceArn }), contextKeysOfPrincipal),
}

func contextKeysOfDocuments(_ *service.Call, in *api.GetContextKeysForCustomPolicyInput) (*api.GetContextKeysForCustomPolicyOutput, error) {
	given, err := readDocuments("PolicyInputList", in.PolicyInputList)
	if err != nil {
		return nil, err
	}
	return &api.GetContextKeysForCustomPolicyOutput{ContextKeyNames: contextKeysOf(given)}, nil
}

func contextKeysOfPrincipal(c *service.Call, in *api.GetContextKeysForPrincipalPolicyInput) (*api.GetContextKeysForPrincipalPolicyOutput, error) {
	of, err := sourceOf(c, in.PolicySourceArn)
	if err != nil {
		return nil, err
	}
	given, err := readDocuments("PolicyInputList", in.PolicyInputList)
	if err != nil {
		return nil, err
	}
	set, err := of.layers(c)
	if err != nil {
		return nil, err
	}
	return &api.GetContextKeysForPrincipalPolicyOutput{ContextKeyNames: contextKeysOf(slices.Concat(set.Identity.Policies(), given))}, nil
}

// contextKeysOf are the keys that policies refer to, each once.
func contextKeysOf(policies []policy.Attached) []string {
	names, seen := []string{}, map[string]bool{}
	for _, p := range policies {
		for _, name := range p.Policy.Document.ContextKeys() {
			if folded := identity.Fold(name); !seen[folded] {
				seen[folded] = true
				names = append(names, name)
			}
		}
	}
	return names
}
