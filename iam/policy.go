package iam

import (
	"iter"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var policyOperations = []service.Operation{
	service.Op("CreatePolicy", service.Permissions, asksNewPolicy, createPolicy),
	service.Op("GetPolicy", service.Read, onPolicy("iam:GetPolicy", func(in *api.GetPolicyInput) string { return in.PolicyArn }), getPolicy),
	service.Op("ListPolicies", service.List, asksListPolicies, listPolicies),
	service.Op("DeletePolicy", service.Permissions, onPolicy("iam:DeletePolicy", func(in *api.DeletePolicyInput) string { return in.PolicyArn }), deletePolicy),
}

// onPolicy asks for an action on a managed policy.
func onPolicy[I any](action string, policyARN func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		name := policyARN(in)
		if err := mustBeARN(name); err != nil {
			return nil, err
		}
		ask := access.Ask{Action: action, Resource: name, Owner: c.Account(), Shown: "policy " + name}
		if row, ok := access.CustomerPolicy(c.Tx, name); ok {
			ask.Context = access.ResourceTags("iam", row.Tags)
		}
		return one(ask)
	}
}

func asksNewPolicy(c *service.Call, in *api.CreatePolicyInput) ([]access.Ask, error) {
	tags := tagsOf(in.Tags)
	ask := access.Ask{
		Action: "iam:CreatePolicy", Resource: identity.ARN(c.Account(), "policy", pathOf(in.Path), in.PolicyName), Shown: "policy " + in.PolicyName,
		Context: append(access.RequestTags(tags), access.ResourceTags("iam", tags)...),
	}
	if len(tags) == 0 {
		return one(ask)
	}
	tagging := ask
	tagging.Action = "iam:TagPolicy"
	return []access.Ask{ask, tagging}, nil
}

func createPolicy(c *service.Call, in *api.CreatePolicyInput) (*api.CreatePolicyOutput, error) {
	if err := fitPolicy(c, in.PolicyDocument); err != nil {
		return nil, err
	}
	if _, taken := store.Policies.Get(c.Tx, identity.Key(c.Account(), in.PolicyName)); taken {
		return nil, entityExists("A policy called %s already exists. Duplicate names are not allowed.", in.PolicyName)
	}
	if limit := c.Quota("PoliciesQuota"); store.PolicyCount.Of(c.Tx, c.Account()) >= limit {
		return nil, limitExceeded("PoliciesPerAccount", limit)
	}
	tags, err := exactKeys.fresh(c, in.Tags)
	if err != nil {
		return nil, err
	}
	row := &identity.Policy{
		Account: c.Account(), Name: in.PolicyName, ID: c.NewID(identity.PolicyPrefix), Path: pathOf(in.Path), Description: orEmpty(in.Description),
		CreatedAt: c.Now, UpdatedAt: c.Now, Tags: tags, Default: 1, LastVersion: 1,
		Versions: []identity.PolicyVersion{{Number: 1, Document: in.PolicyDocument, CreatedAt: c.Now}},
	}
	store.Policies.Put(c.Tx, row)
	shown := listedPolicy(c, customerManaged(row))
	shown.Tags = showTags(tags)
	return &api.CreatePolicyOutput{Policy: &shown}, nil
}

// fitPolicy checks the document of a new version of a managed policy, its size, and that the account has room for one more.
func fitPolicy(c *service.Call, document string) error {
	if err := checkDocument(document); err != nil {
		return err
	}
	if limit := c.Quota("PolicySizeQuota"); policy.Size(document) > limit {
		return limitExceeded("PolicySize", limit)
	}
	if limit := c.Quota("PolicyVersionsInUseQuota"); store.PolicyVersionCount.Of(c.Tx, c.Account()) >= limit {
		return limitExceeded("PolicyVersionsInUse", limit)
	}
	return nil
}

// mustPolicy finds a managed policy, or answers NoSuchEntity.
func mustPolicy(c *service.Call, policyARN string) (managed, error) {
	if m, ok := managedPolicy(c, policyARN); ok {
		return m, nil
	}
	return managed{}, noSuchEntity("Policy %s was not found.", policyARN)
}

// mustOwnPolicy finds a policy that its account may change. Those of AWS are denied before, by the policy engine; this is the second line.
func mustOwnPolicy(c *service.Call, policyARN string) (*identity.Policy, error) {
	m, err := mustPolicy(c, policyARN)
	if err != nil {
		return nil, err
	}
	if m.row == nil {
		return nil, fault.AccessDenied("Policy %s is managed by AWS and cannot be changed.", policyARN)
	}
	return m.row, nil
}

func getPolicy(c *service.Call, in *api.GetPolicyInput) (*api.GetPolicyOutput, error) {
	m, err := mustPolicy(c, in.PolicyArn)
	if err != nil {
		return nil, err
	}
	shown := listedPolicy(c, m)
	shown.Tags = allTags(m.Tags)
	if m.Description != "" {
		shown.Description = &m.Description
	}
	return &api.GetPolicyOutput{Policy: &shown}, nil
}

func asksListPolicies(_ *service.Call, in *api.ListPoliciesInput) ([]access.Ask, error) {
	path := "/"
	if in.PathPrefix != nil {
		path = *in.PathPrefix
	}
	return one(access.Ask{Action: "iam:ListPolicies", Resource: "*", Shown: "policy path " + path})
}

// listPolicies lists the customer's policies, then AWS's, each in order of name.
func listPolicies(c *service.Call, in *api.ListPoliciesInput) (*api.ListPoliciesOutput, error) {
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	p := collect(w, joined(w.after, policyParts(c, in.Scope)...), keepPolicy(c, in), func(m *managed) api.Policy { return listedPolicy(c, *m) })
	return &api.ListPoliciesOutput{Policies: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

// policyParts are the customer's policies and AWS's, as the scope wants them.
func policyParts(c *service.Call, scope *string) (parts []part[managed]) {
	wants := func(owner string) bool { return scope == nil || *scope == api.PolicyScopeTypeAll || *scope == owner }
	if wants(api.PolicyScopeTypeLocal) {
		parts = append(parts, part[managed]{"a", func(after string) iter.Seq2[string, *managed] { return customerPolicies(c, after) }})
	}
	if wants(api.PolicyScopeTypeAws) {
		parts = append(parts, part[managed]{"b", awsPolicies})
	}
	return parts
}

func customerPolicies(c *service.Call, after string) iter.Seq2[string, *managed] {
	return func(yield func(string, *managed) bool) {
		for key, row := range store.Policies.After(c.Tx, c.Account()+"/", after) {
			if !yield(key, new(customerManaged(row))) {
				return
			}
		}
	}
}

func awsPolicies(after string) iter.Seq2[string, *managed] {
	return func(yield func(string, *managed) bool) {
		for aws := range catalog.PoliciesAfter(after) {
			if !yield(aws.Name, new(awsManaged(aws))) {
				return
			}
		}
	}
}

// keepPolicy is the caller's wishes: a path prefix, only those that are attached to somebody, only those that somebody uses in a certain way.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html
func keepPolicy(c *service.Call, in *api.ListPoliciesInput) func(*managed) bool {
	under := underPath(in.PathPrefix, func(m *managed) string { return m.Path })
	return func(m *managed) bool {
		switch {
		case under != nil && !under(m):
			return false
		case in.PolicyUsageFilter == nil:
			return !in.OnlyAttached || m.attachments(c) > 0
		case *in.PolicyUsageFilter == api.PolicyUsageTypePermissionsBoundary:
			return m.boundaries(c) > 0
		}
		return m.attachments(c) > 0
	}
}

// deletePolicy deletes a policy that is attached nowhere and has one version.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
func deletePolicy(c *service.Call, in *api.DeletePolicyInput) (*api.DeletePolicyOutput, error) {
	row, err := mustOwnPolicy(c, in.PolicyArn)
	if err != nil {
		return nil, err
	}
	m := customerManaged(row)
	switch {
	case m.attachments(c) > 0 || m.boundaries(c) > 0:
		return nil, deleteConflict("Cannot delete a policy attached to entities.")
	case len(row.Versions) > 1:
		return nil, deleteConflict("This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.")
	}
	store.Policies.Delete(c.Tx, identity.Key(row.Account, row.Name))
	return &api.DeletePolicyOutput{}, nil
}

// listedPolicy is a policy as lists show it: without description and tags.
func listedPolicy(c *service.Call, m managed) api.Policy {
	return api.Policy{
		Arn: &m.ARN, PolicyName: &m.Name, PolicyId: &m.ID, Path: &m.Path, DefaultVersionId: &m.DefaultVersionID, IsAttachable: true,
		AttachmentCount: new(int32(m.attachments(c))), PermissionsBoundaryUsageCount: new(int32(m.boundaries(c))),
		CreateDate: &m.CreatedAt, UpdateDate: &m.UpdatedAt,
	}
}
