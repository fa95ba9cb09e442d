package iam

import (
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// summaryQuotas are the quotas that the summary reports.
var summaryQuotas = []string{
	api.SummaryKeyTypeUsersQuota, api.SummaryKeyTypeGroupsQuota, api.SummaryKeyTypeRolesQuota, api.SummaryKeyTypePoliciesQuota, api.SummaryKeyTypePolicyVersionsInUseQuota,
	api.SummaryKeyTypeInstanceProfilesQuota, api.SummaryKeyTypeServerCertificatesQuota, api.SummaryKeyTypeUserPolicySizeQuota, api.SummaryKeyTypeGroupPolicySizeQuota,
	api.SummaryKeyTypeRolePolicySizeQuota, api.SummaryKeyTypePolicySizeQuota, api.SummaryKeyTypeAssumeRolePolicySizeQuota, api.SummaryKeyTypeGroupsPerUserQuota,
	api.SummaryKeyTypeSigningCertificatesPerUserQuota, api.SummaryKeyTypeAccessKeysPerUserQuota, api.SummaryKeyTypeAttachedPoliciesPerUserQuota,
	api.SummaryKeyTypeAttachedPoliciesPerGroupQuota, api.SummaryKeyTypeAttachedPoliciesPerRoleQuota, api.SummaryKeyTypeVersionsPerPolicyQuota,
}

// getAccountSummary counts what the account holds, with its limits. Those that begin with Account are root's: 0 or 1.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
func getAccountSummary(c *service.Call, _ *api.GetAccountSummaryInput) (*api.GetAccountSummaryOutput, error) {
	account := c.Account()
	summary := map[string]int32{
		api.SummaryKeyTypeUsers:                             int32(store.UserCount.Of(c.Tx, account)),
		api.SummaryKeyTypeGroups:                            int32(store.GroupCount.Of(c.Tx, account)),
		api.SummaryKeyTypeRoles:                             int32(store.RoleCount.Of(c.Tx, account)),
		api.SummaryKeyTypePolicies:                          int32(store.PolicyCount.Of(c.Tx, account)),
		api.SummaryKeyTypePolicyVersionsInUse:               int32(store.PolicyVersionCount.Of(c.Tx, account)),
		api.SummaryKeyTypeInstanceProfiles:                  int32(store.InstanceProfileCount.Of(c.Tx, account)),
		api.SummaryKeyTypeServerCertificates:                int32(store.ServerCertificateCount.Of(c.Tx, account)),
		api.SummaryKeyTypeProviders:                         int32(store.OIDCProviderCount.Of(c.Tx, account) + store.SAMLProviderCount.Of(c.Tx, account)),
		api.SummaryKeyTypeMFADevices:                        int32(store.MFADeviceCount.Of(c.Tx, account)),
		api.SummaryKeyTypeMFADevicesInUse:                   int32(store.AssignedMFADeviceCount.Of(c.Tx, account)),
		api.SummaryKeyTypeAccountMFAEnabled:                 present(has(store.MFADevicesByOwner.Get(c.Tx, account))),
		api.SummaryKeyTypeAccountAccessKeysPresent:          present(has(store.AccessKeysByOwner.Get(c.Tx, account))),
		api.SummaryKeyTypeAccountPasswordPresent:            present(has(store.LoginProfiles.Get(c.Tx, account))),
		api.SummaryKeyTypeAccountSigningCertificatesPresent: present(some(store.SigningCertificates.Prefix(c.Tx, store.OwnedKey(account, "")))),
		api.SummaryKeyTypeGlobalEndpointTokenVersion:        int32(max(c.AccountRow().TokenVersion, 1)),
	}
	for _, quota := range summaryQuotas {
		summary[quota] = int32(c.Quota(quota))
	}
	return &api.GetAccountSummaryOutput{SummaryMap: summary}, nil
}

func present(yes bool) int32 {
	if yes {
		return 1
	}
	return 0
}
