package iam

import (
	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

var simulateOperations = []service.Operation{
	service.Op("SimulateCustomPolicy", service.Read, onAccount[api.SimulateCustomPolicyInput]("iam:SimulateCustomPolicy"), simulateCustom),
	service.Op("SimulatePrincipalPolicy", service.Read, onSource("iam:SimulatePrincipalPolicy", func(in *api.SimulatePrincipalPolicyInput) string { return in.PolicySourceArn }), simulatePrincipal),
}

// simulateCustom decides by policies that the caller brings. The trust policy of a role takes part only if the caller may read it: this operation must not
// tell what GetRole would not.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html
func simulateCustom(c *service.Call, in *api.SimulateCustomPolicyInput) (*api.SimulateCustomPolicyOutput, error) {
	if in.ResourcePolicy != nil && in.CallerArn == nil {
		return nil, invalidInput("CallerArn is required when ResourcePolicy is given.")
	}
	s := simulation{c: c, mayTrust: mayReadRole}
	s.set.Identity = policy.NewLayer(policy.Identity)
	return s.answer(&api.SimulatePrincipalPolicyInput{
		ActionNames: in.ActionNames, CallerArn: in.CallerArn, ContextEntries: in.ContextEntries, Marker: in.Marker, MaxItems: in.MaxItems,
		PermissionsBoundaryPolicyInputList: in.PermissionsBoundaryPolicyInputList, PolicyInputList: in.PolicyInputList, ResourceArns: in.ResourceArns,
		ResourceHandlingOption: in.ResourceHandlingOption, ResourceOwner: in.ResourceOwner, ResourcePolicy: in.ResourcePolicy,
	})
}

// mayReadRole reports whether the caller of the simulator may see the trust policy of a role.
func mayReadRole(c *service.Call, role *identity.Role) bool {
	return c.Access.Authorize(c.Tx, c.Caller, &c.Facts, []access.Ask{roleAsk(c, "iam:GetRole", role.Name)}) == nil
}

// simulatePrincipal decides by the policies of a user, group or role, and by those that the caller adds.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
func simulatePrincipal(c *service.Call, in *api.SimulatePrincipalPolicyInput) (*api.SimulatePrincipalPolicyOutput, error) {
	of, err := sourceOf(c, in.PolicySourceArn)
	if err != nil {
		return nil, err
	}
	s := simulation{c: c, source: of, mayTrust: func(*service.Call, *identity.Role) bool { return true }}
	if s.set, err = of.layers(c); err != nil {
		return nil, err
	}
	asks := *in
	if asks.CallerArn == nil {
		asks.CallerArn = &in.PolicySourceArn
	}
	return s.answer(&asks)
}
