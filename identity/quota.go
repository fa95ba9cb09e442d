package identity

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Quotas are the limits of an account, by the names under which GetAccountSummary reports them, and a few that it does not report.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
type Quotas map[string]int

// DefaultQuotas are the limits of a fresh account.
func DefaultQuotas() Quotas {
	return Quotas{
		"UsersQuota": 5000, "GroupsQuota": 300, "RolesQuota": 1000, "PoliciesQuota": 1500, "PolicyVersionsInUseQuota": 10000,
		"InstanceProfilesQuota": 1000, "ServerCertificatesQuota": 20,
		"UserPolicySizeQuota": 2048, "GroupPolicySizeQuota": 5120, "RolePolicySizeQuota": 10240, "PolicySizeQuota": 6144, "AssumeRolePolicySizeQuota": 2048,
		"GroupsPerUserQuota": 10, "SigningCertificatesPerUserQuota": 2, "AccessKeysPerUserQuota": 2,
		"AttachedPoliciesPerUserQuota": 10, "AttachedPoliciesPerGroupQuota": 10, "AttachedPoliciesPerRoleQuota": 10, "VersionsPerPolicyQuota": 5,
		"MFADevicesPerUserQuota": 8, "SSHPublicKeysPerUserQuota": 5, "ServiceSpecificCredentialsPerUserQuota": 2, "TagsQuota": 50,
		"OpenIDConnectProvidersQuota": 100, "SAMLProvidersQuota": 100, "ClientIDsPerOpenIDConnectProviderQuota": 100,
	}
}

// Set raises or lowers one limit, given as NAME=N. An unknown name is an error that lists the known ones.
func (q Quotas) Set(assignment string) error {
	name, value, ok := strings.Cut(assignment, "=")
	if !ok {
		return fmt.Errorf("quota %q: want NAME=N, such as UsersQuota=100000", assignment)
	}
	if _, known := q[name]; !known {
		return fmt.Errorf("quota %q is not known: choose one of %s", name, strings.Join(slices.Sorted(maps.Keys(q)), ", "))
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return fmt.Errorf("quota %s: %q is no number of 0 or more", name, value)
	}
	q[name] = n
	return nil
}
