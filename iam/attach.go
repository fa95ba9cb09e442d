package iam

import (
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/arn"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
)

var attachOperations = []service.Operation{
	service.Op("AttachUserPolicy", service.Permissions, withPolicy(userHolders, "iam:AttachUserPolicy", attachUser), attach[api.AttachUserPolicyInput, api.AttachUserPolicyOutput](userHolders, attachUser)),
	service.Op("AttachGroupPolicy", service.Permissions, withPolicy(groupHolders, "iam:AttachGroupPolicy", attachGroup), attach[api.AttachGroupPolicyInput, api.AttachGroupPolicyOutput](groupHolders, attachGroup)),
	service.Op("AttachRolePolicy", service.Permissions, withPolicy(roleHolders, "iam:AttachRolePolicy", attachRole), attach[api.AttachRolePolicyInput, api.AttachRolePolicyOutput](roleHolders, attachRole)),
	service.Op("DetachUserPolicy", service.Permissions, withPolicy(userHolders, "iam:DetachUserPolicy", detachUser), detach[api.DetachUserPolicyInput, api.DetachUserPolicyOutput](userHolders, detachUser)),
	service.Op("DetachGroupPolicy", service.Permissions, withPolicy(groupHolders, "iam:DetachGroupPolicy", detachGroup), detach[api.DetachGroupPolicyInput, api.DetachGroupPolicyOutput](groupHolders, detachGroup)),
	service.Op("DetachRolePolicy", service.Permissions, withPolicy(roleHolders, "iam:DetachRolePolicy", detachRole), detach[api.DetachRolePolicyInput, api.DetachRolePolicyOutput](roleHolders, detachRole)),
	service.Op("ListAttachedUserPolicies", service.List, onHolder(userHolders, "iam:ListAttachedUserPolicies", func(in *api.ListAttachedUserPoliciesInput) string { return in.UserName }), listAttachedToUser),
	service.Op("ListAttachedGroupPolicies", service.List, onHolder(groupHolders, "iam:ListAttachedGroupPolicies", func(in *api.ListAttachedGroupPoliciesInput) string { return in.GroupName }), listAttachedToGroup),
	service.Op("ListAttachedRolePolicies", service.List, onHolder(roleHolders, "iam:ListAttachedRolePolicies", func(in *api.ListAttachedRolePoliciesInput) string { return in.RoleName }), listAttachedToRole),
}

func attachUser(in *api.AttachUserPolicyInput) (name, policyARN string) {
	return in.UserName, in.PolicyArn
}

func attachGroup(in *api.AttachGroupPolicyInput) (name, policyARN string) {
	return in.GroupName, in.PolicyArn
}

func attachRole(in *api.AttachRolePolicyInput) (name, policyARN string) {
	return in.RoleName, in.PolicyArn
}

func detachUser(in *api.DetachUserPolicyInput) (name, policyARN string) {
	return in.UserName, in.PolicyArn
}

func detachGroup(in *api.DetachGroupPolicyInput) (name, policyARN string) {
	return in.GroupName, in.PolicyArn
}

func detachRole(in *api.DetachRolePolicyInput) (name, policyARN string) {
	return in.RoleName, in.PolicyArn
}

// mustBeARN refuses a text that is no ARN before anything is asked. The two blanks are AWS's.
func mustBeARN(text string) error {
	if _, err := arn.Parse(text); err != nil {
		return fault.Validation("Invalid ARN:  Could not be parsed!")
	}
	return nil
}

// attach hangs a managed policy on a holder. To do it twice is no error.
func attach[I, O any](k holderKind, names func(*I) (name, policyARN string)) func(*service.Call, *I) (*O, error) {
	return func(c *service.Call, in *I) (*O, error) {
		name, policyARN := names(in)
		to, err := k.change(c, name)
		if err != nil {
			return nil, err
		}
		m, ok := managedPolicy(c, policyARN)
		if !ok {
			return nil, notAttachable(policyARN)
		}
		if strings.HasPrefix(m.Path, serviceLinkedPath) {
			return nil, api.PolicyNotAttachable("Cannot attach a Service Role Policy to a Customer %s.", k.title())
		}
		if slices.Contains(to.Grants.Attached, policyARN) {
			return new(O), nil
		}
		if limit := c.Quota(k.attachedQuota); len(to.Grants.Attached) >= limit {
			return nil, limitExceeded(k.attachedText, limit)
		}
		to.Grants.Attached = append(to.Grants.Attached, policyARN)
		to.put(to.Grants)
		return new(O), nil
	}
}

func notAttachable(policyARN string) error {
	return noSuchEntity("Policy %s does not exist or is not attachable.", policyARN)
}

// detach takes a managed policy off a holder. To do it twice is NoSuchEntity.
func detach[I, O any](k holderKind, names func(*I) (name, policyARN string)) func(*service.Call, *I) (*O, error) {
	return func(c *service.Call, in *I) (*O, error) {
		name, policyARN := names(in)
		from, err := k.change(c, name)
		if err != nil {
			return nil, err
		}
		i := slices.Index(from.Grants.Attached, policyARN)
		if i < 0 {
			return nil, noSuchEntity("Policy %s was not found.", policyARN)
		}
		from.Grants.Attached = slices.Delete(from.Grants.Attached, i, i+1)
		from.put(from.Grants)
		return new(O), nil
	}
}

func listAttachedToUser(c *service.Call, in *api.ListAttachedUserPoliciesInput) (*api.ListAttachedUserPoliciesOutput, error) {
	p, err := attachedPage(c, userHolders, in.UserName, in.PathPrefix, in.Marker, in.MaxItems)
	return &api.ListAttachedUserPoliciesOutput{AttachedPolicies: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func listAttachedToGroup(c *service.Call, in *api.ListAttachedGroupPoliciesInput) (*api.ListAttachedGroupPoliciesOutput, error) {
	p, err := attachedPage(c, groupHolders, in.GroupName, in.PathPrefix, in.Marker, in.MaxItems)
	return &api.ListAttachedGroupPoliciesOutput{AttachedPolicies: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func listAttachedToRole(c *service.Call, in *api.ListAttachedRolePoliciesInput) (*api.ListAttachedRolePoliciesOutput, error) {
	p, err := attachedPage(c, roleHolders, in.RoleName, in.PathPrefix, in.Marker, in.MaxItems)
	return &api.ListAttachedRolePoliciesOutput{AttachedPolicies: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

func attachedPage(c *service.Call, k holderKind, name string, pathPrefix, marker *string, maxItems *int32) (page[api.AttachedPolicy], error) {
	of, err := k.find(c, name)
	if err != nil {
		return page[api.AttachedPolicy]{}, err
	}
	w, err := windowOf(marker, maxItems)
	if err != nil {
		return page[api.AttachedPolicy]{}, err
	}
	policies := attachedTo(c, of.Grants.Attached)
	under := underPath(pathPrefix, func(m *managed) string { return m.Path })
	return collect(w, numbered(policies, w.after), under, showAttached), nil
}

// attachedTo are the managed policies behind a list of ARNs.
func attachedTo(c *service.Call, policyARNs []string) (policies []managed) {
	for _, policyARN := range policyARNs {
		if m, ok := managedPolicy(c, policyARN); ok {
			policies = append(policies, m)
		}
	}
	return policies
}

func showAttached(m *managed) api.AttachedPolicy {
	return api.AttachedPolicy{PolicyArn: &m.ARN, PolicyName: &m.Name}
}
