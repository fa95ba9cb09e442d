package iam

import (
	"slices"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var policyVersionOperations = []service.Operation{
	service.Op("CreatePolicyVersion", service.Permissions, onPolicy("iam:CreatePolicyVersion", func(in *api.CreatePolicyVersionInput) string { return in.PolicyArn }), createPolicyVersion),
	service.Op("GetPolicyVersion", service.Read, onPolicy("iam:GetPolicyVersion", func(in *api.GetPolicyVersionInput) string { return in.PolicyArn }), getPolicyVersion),
	service.Op("ListPolicyVersions", service.List, onPolicy("iam:ListPolicyVersions", func(in *api.ListPolicyVersionsInput) string { return in.PolicyArn }), listPolicyVersions),
	service.Op("SetDefaultPolicyVersion", service.Permissions, onPolicy("iam:SetDefaultPolicyVersion", func(in *api.SetDefaultPolicyVersionInput) string { return in.PolicyArn }), setDefaultPolicyVersion),
	service.Op("DeletePolicyVersion", service.Permissions, onPolicy("iam:DeletePolicyVersion", func(in *api.DeletePolicyVersionInput) string { return in.PolicyArn }), deletePolicyVersion),
}

// createPolicyVersion adds a text. Its number was never used before, also not by a version that is gone.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
func createPolicyVersion(c *service.Call, in *api.CreatePolicyVersionInput) (*api.CreatePolicyVersionOutput, error) {
	row, err := mustOwnPolicy(c, in.PolicyArn)
	if err != nil {
		return nil, err
	}
	if err := fitPolicy(c, in.PolicyDocument); err != nil {
		return nil, err
	}
	if limit := c.Quota("VersionsPerPolicyQuota"); len(row.Versions) >= limit {
		return nil, fault.New("LimitExceeded", fault.Conflict,
			"A managed policy can have up to %d versions. Before you create a new version, you must delete an existing version.", limit)
	}
	changed := row.Clone()
	changed.LastVersion++
	version := identity.PolicyVersion{Number: changed.LastVersion, Document: in.PolicyDocument, CreatedAt: c.Now}
	changed.Versions = append(changed.Versions, version)
	changed.UpdatedAt = c.Now
	if in.SetAsDefault {
		changed.Default = version.Number
	}
	store.Policies.Put(c.Tx, changed)
	return &api.CreatePolicyVersionOutput{PolicyVersion: new(listedVersion(version, in.SetAsDefault))}, nil
}

func getPolicyVersion(c *service.Call, in *api.GetPolicyVersionInput) (*api.GetPolicyVersionOutput, error) {
	m, ok := managedPolicy(c, in.PolicyArn)
	if !ok {
		return nil, noVersion(in.PolicyArn, in.VersionId)
	}
	if m.row == nil {
		if in.VersionId != m.DefaultVersionID {
			return nil, noVersion(in.PolicyArn, in.VersionId)
		}
		return &api.GetPolicyVersionOutput{PolicyVersion: &api.PolicyVersion{
			VersionId: &m.DefaultVersionID, IsDefaultVersion: true, CreateDate: &m.UpdatedAt, Document: new(encodeDocument(m.aws.Document())),
		}}, nil
	}
	version, ok := m.row.Version(in.VersionId)
	if !ok {
		return nil, noVersion(in.PolicyArn, in.VersionId)
	}
	shown := listedVersion(version, version.Number == m.row.Default)
	shown.Document = new(encodeDocument(version.Document))
	return &api.GetPolicyVersionOutput{PolicyVersion: &shown}, nil
}

// mustOwnVersion finds a version of a policy that its account may change. A policy that does not exist is answered as a version that does not.
func mustOwnVersion(c *service.Call, policyARN, id string) (*identity.Policy, identity.PolicyVersion, error) {
	if _, ok := managedPolicy(c, policyARN); !ok {
		return nil, identity.PolicyVersion{}, noVersion(policyARN, id)
	}
	row, err := mustOwnPolicy(c, policyARN)
	if err != nil {
		return nil, identity.PolicyVersion{}, err
	}
	version, ok := row.Version(id)
	if !ok {
		return nil, identity.PolicyVersion{}, noVersion(policyARN, id)
	}
	return row, version, nil
}

func noVersion(policyARN, version string) error {
	return noSuchEntity("Policy %s version %s does not exist or is not attachable.", policyARN, version)
}

func listPolicyVersions(c *service.Call, in *api.ListPolicyVersionsInput) (*api.ListPolicyVersionsOutput, error) {
	m, err := mustPolicy(c, in.PolicyArn)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	shown := []api.PolicyVersion{{VersionId: &m.DefaultVersionID, IsDefaultVersion: true, CreateDate: &m.UpdatedAt}}
	if m.row != nil {
		shown = nil
		for _, version := range m.versions() {
			shown = append(shown, listedVersion(version, version.Number == m.row.Default))
		}
	}
	p := collect(w, numbered(shown, w.after), nil, func(v *api.PolicyVersion) api.PolicyVersion { return *v })
	return &api.ListPolicyVersionsOutput{Versions: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

func setDefaultPolicyVersion(c *service.Call, in *api.SetDefaultPolicyVersionInput) (*api.SetDefaultPolicyVersionOutput, error) {
	row, version, err := mustOwnVersion(c, in.PolicyArn, in.VersionId)
	if err != nil {
		return nil, err
	}
	changed := row.Clone()
	changed.Default = version.Number // the policy is as old as its newest version
	store.Policies.Put(c.Tx, changed)
	return &api.SetDefaultPolicyVersionOutput{}, nil
}

func deletePolicyVersion(c *service.Call, in *api.DeletePolicyVersionInput) (*api.DeletePolicyVersionOutput, error) {
	row, version, err := mustOwnVersion(c, in.PolicyArn, in.VersionId)
	if err != nil {
		return nil, err
	}
	if version.Number == row.Default {
		return nil, deleteConflict("Cannot delete the default version of a policy.")
	}
	changed := row.Clone()
	changed.Versions = slices.DeleteFunc(changed.Versions, func(v identity.PolicyVersion) bool { return v.Number == version.Number })
	store.Policies.Put(c.Tx, changed)
	return &api.DeletePolicyVersionOutput{}, nil
}

// listedVersion is a version as lists show it: without its document.
func listedVersion(v identity.PolicyVersion, isDefault bool) api.PolicyVersion {
	return api.PolicyVersion{VersionId: new(v.ID()), IsDefaultVersion: isDefault, CreateDate: &v.CreatedAt}
}

// versions are all texts of a policy that there are, newest first. Of AWS's policies only the one in force is known.
func (m managed) versions() []identity.PolicyVersion {
	if m.row == nil {
		return nil
	}
	newest := slices.Clone(m.row.Versions)
	slices.Reverse(newest)
	return newest
}
