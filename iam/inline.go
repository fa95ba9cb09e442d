package iam

import (
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
)

var inlineOperations = []service.Operation{
	service.Op("PutUserPolicy", service.Permissions, onHolder(userHolders, "iam:PutUserPolicy", func(in *api.PutUserPolicyInput) string { return in.UserName }), putUserPolicy),
	service.Op("PutGroupPolicy", service.Permissions, onHolder(groupHolders, "iam:PutGroupPolicy", func(in *api.PutGroupPolicyInput) string { return in.GroupName }), putGroupPolicy),
	service.Op("PutRolePolicy", service.Permissions, onHolder(roleHolders, "iam:PutRolePolicy", func(in *api.PutRolePolicyInput) string { return in.RoleName }), putRolePolicy),
	service.Op("GetUserPolicy", service.Read, onHolder(userHolders, "iam:GetUserPolicy", func(in *api.GetUserPolicyInput) string { return in.UserName }), getUserPolicy),
	service.Op("GetGroupPolicy", service.Read, onHolder(groupHolders, "iam:GetGroupPolicy", func(in *api.GetGroupPolicyInput) string { return in.GroupName }), getGroupPolicy),
	service.Op("GetRolePolicy", service.Read, onHolder(roleHolders, "iam:GetRolePolicy", func(in *api.GetRolePolicyInput) string { return in.RoleName }), getRolePolicy),
	service.Op("DeleteUserPolicy", service.Permissions, onHolder(userHolders, "iam:DeleteUserPolicy", func(in *api.DeleteUserPolicyInput) string { return in.UserName }), deleteUserPolicy),
	service.Op("DeleteGroupPolicy", service.Permissions, onHolder(groupHolders, "iam:DeleteGroupPolicy", func(in *api.DeleteGroupPolicyInput) string { return in.GroupName }), deleteGroupPolicy),
	service.Op("DeleteRolePolicy", service.Permissions, onHolder(roleHolders, "iam:DeleteRolePolicy", func(in *api.DeleteRolePolicyInput) string { return in.RoleName }), deleteRolePolicy),
	service.Op("ListUserPolicies", service.List, onHolder(userHolders, "iam:ListUserPolicies", func(in *api.ListUserPoliciesInput) string { return in.UserName }), listUserPolicies),
	service.Op("ListGroupPolicies", service.List, onHolder(groupHolders, "iam:ListGroupPolicies", func(in *api.ListGroupPoliciesInput) string { return in.GroupName }), listGroupPolicies),
	service.Op("ListRolePolicies", service.List, onHolder(roleHolders, "iam:ListRolePolicies", func(in *api.ListRolePoliciesInput) string { return in.RoleName }), listRolePolicies),
}

func putUserPolicy(c *service.Call, in *api.PutUserPolicyInput) (*api.PutUserPolicyOutput, error) {
	return &api.PutUserPolicyOutput{}, putInline(c, userHolders, in.UserName, in.PolicyName, in.PolicyDocument)
}

func putGroupPolicy(c *service.Call, in *api.PutGroupPolicyInput) (*api.PutGroupPolicyOutput, error) {
	return &api.PutGroupPolicyOutput{}, putInline(c, groupHolders, in.GroupName, in.PolicyName, in.PolicyDocument)
}

func putRolePolicy(c *service.Call, in *api.PutRolePolicyInput) (*api.PutRolePolicyOutput, error) {
	return &api.PutRolePolicyOutput{}, putInline(c, roleHolders, in.RoleName, in.PolicyName, in.PolicyDocument)
}

// putInline sets an inline policy. What counts against the quota is the sum of all of the holder's.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
func putInline(c *service.Call, k holderKind, name, policyName, document string) error {
	of, err := k.change(c, name)
	if err != nil {
		return err
	}
	if err := checkDocument(document); err != nil {
		return err
	}
	i, found := inlineAt(of.Grants.Inline, policyName)
	if found {
		of.Grants.Inline[i].Document = document
	} else {
		of.Grants.Inline = slices.Insert(of.Grants.Inline, i, identity.InlinePolicy{Name: policyName, Document: document})
	}
	size, limit := 0, c.Quota(k.sizeQuota)
	for _, inline := range of.Grants.Inline {
		size += policy.Size(inline.Document)
	}
	if size > limit {
		return fault.New("LimitExceeded", fault.Conflict, "Maximum policy size of %d bytes exceeded for %s %s", limit, k.name, of.Name)
	}
	of.put(of.Grants)
	return nil
}

// inlineAt finds an inline policy by its name, without regard to case, or the place where it would stand.
func inlineAt(inline []identity.InlinePolicy, name string) (int, bool) {
	return slices.BinarySearchFunc(inline, name, func(have identity.InlinePolicy, want string) int {
		return strings.Compare(identity.Fold(have.Name), identity.Fold(want))
	})
}

func getUserPolicy(c *service.Call, in *api.GetUserPolicyInput) (*api.GetUserPolicyOutput, error) {
	of, inline, err := getInline(c, userHolders, in.UserName, in.PolicyName)
	return &api.GetUserPolicyOutput{UserName: of, PolicyName: inline.Name, PolicyDocument: encodeDocument(inline.Document)}, err
}

func getGroupPolicy(c *service.Call, in *api.GetGroupPolicyInput) (*api.GetGroupPolicyOutput, error) {
	of, inline, err := getInline(c, groupHolders, in.GroupName, in.PolicyName)
	return &api.GetGroupPolicyOutput{GroupName: of, PolicyName: inline.Name, PolicyDocument: encodeDocument(inline.Document)}, err
}

func getRolePolicy(c *service.Call, in *api.GetRolePolicyInput) (*api.GetRolePolicyOutput, error) {
	of, inline, err := getInline(c, roleHolders, in.RoleName, in.PolicyName)
	return &api.GetRolePolicyOutput{RoleName: of, PolicyName: inline.Name, PolicyDocument: encodeDocument(inline.Document)}, err
}

func getInline(c *service.Call, k holderKind, name, policyName string) (string, identity.InlinePolicy, error) {
	of, err := k.find(c, name)
	if err != nil {
		return "", identity.InlinePolicy{}, err
	}
	i, found := inlineAt(of.Grants.Inline, policyName)
	if !found {
		return "", identity.InlinePolicy{}, noInline(k.name, policyName)
	}
	return of.Name, of.Grants.Inline[i], nil
}

func noInline(kind, policyName string) error {
	return noSuchEntity("The %s policy with name %s cannot be found.", kind, policyName)
}

func deleteUserPolicy(c *service.Call, in *api.DeleteUserPolicyInput) (*api.DeleteUserPolicyOutput, error) {
	return &api.DeleteUserPolicyOutput{}, deleteInline(c, userHolders, in.UserName, in.PolicyName)
}

func deleteGroupPolicy(c *service.Call, in *api.DeleteGroupPolicyInput) (*api.DeleteGroupPolicyOutput, error) {
	return &api.DeleteGroupPolicyOutput{}, deleteInline(c, groupHolders, in.GroupName, in.PolicyName)
}

func deleteRolePolicy(c *service.Call, in *api.DeleteRolePolicyInput) (*api.DeleteRolePolicyOutput, error) {
	return &api.DeleteRolePolicyOutput{}, deleteInline(c, roleHolders, in.RoleName, in.PolicyName)
}

func deleteInline(c *service.Call, k holderKind, name, policyName string) error {
	of, err := k.change(c, name)
	if err != nil {
		return err
	}
	i, found := inlineAt(of.Grants.Inline, policyName)
	if !found {
		return noInline(k.name, policyName)
	}
	of.Grants.Inline = slices.Delete(of.Grants.Inline, i, i+1)
	of.put(of.Grants)
	return nil
}

func listUserPolicies(c *service.Call, in *api.ListUserPoliciesInput) (*api.ListUserPoliciesOutput, error) {
	p, err := inlinePage(c, userHolders, in.UserName, in.Marker, in.MaxItems)
	return &api.ListUserPoliciesOutput{PolicyNames: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func listGroupPolicies(c *service.Call, in *api.ListGroupPoliciesInput) (*api.ListGroupPoliciesOutput, error) {
	p, err := inlinePage(c, groupHolders, in.GroupName, in.Marker, in.MaxItems)
	return &api.ListGroupPoliciesOutput{PolicyNames: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func listRolePolicies(c *service.Call, in *api.ListRolePoliciesInput) (*api.ListRolePoliciesOutput, error) {
	p, err := inlinePage(c, roleHolders, in.RoleName, in.Marker, in.MaxItems)
	return &api.ListRolePoliciesOutput{PolicyNames: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func inlinePage(c *service.Call, k holderKind, name string, marker *string, maxItems *int32) (page[string], error) {
	of, err := k.find(c, name)
	if err != nil {
		return page[string]{}, err
	}
	w, err := windowOf(marker, maxItems)
	if err != nil {
		return page[string]{}, err
	}
	return collect(w, numbered(of.Grants.Inline, w.after), nil, func(p *identity.InlinePolicy) string { return p.Name }), nil
}
