package iam_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

func aliases(h *host) []string {
	return call[api.ListAccountAliasesOutput](h, h.root, "ListAccountAliases", &api.ListAccountAliasesInput{}).AccountAliases
}

func TestAnAccountHasOneAlias(t *testing.T) {
	h := newHost(t)
	if got := aliases(h); got == nil || len(got) != 0 {
		t.Errorf("aliases of a fresh account: %#v", got)
	}
	h.done("CreateAccountAlias", &api.CreateAccountAliasInput{AccountAlias: "acme"})
	h.done("CreateAccountAlias", &api.CreateAccountAliasInput{AccountAlias: "acme-2"}) // in place of the first
	if diff := cmp.Diff([]string{"acme-2"}, aliases(h)); diff != "" {
		t.Error(diff)
	}
	refused(h, h.root, "DeleteAccountAlias", &api.DeleteAccountAliasInput{AccountAlias: "acme"}, "NoSuchEntity", 404, "The account alias with name acme cannot be found.")
	h.done("DeleteAccountAlias", &api.DeleteAccountAliasInput{AccountAlias: "acme-2"})
	if got := aliases(h); len(got) != 0 {
		t.Errorf("aliases after the last was deleted: %v", got)
	}
}

func TestAliasesThatAreRefused(t *testing.T) {
	h := newHost(t)
	h.update(func(tx *store.Tx) { store.Accounts.Put(tx, &identity.Account{ID: "999999999999", Alias: "taken"}) })
	refused(h, h.root, "CreateAccountAlias", &api.CreateAccountAliasInput{AccountAlias: "taken"}, "EntityAlreadyExists", 409, "The account alias taken already exists.")
	refused(h, h.root, "CreateAccountAlias", &api.CreateAccountAliasInput{AccountAlias: "123456789012"}, "InvalidInput", 400, "The account alias 123456789012 cannot be the number of an account.")
	h.done("CreateAccountAlias", &api.CreateAccountAliasInput{AccountAlias: "12345678901"})
	refused(h, h.root, "CreateAccountAlias", &api.CreateAccountAliasInput{AccountAlias: "12345678901"}, "EntityAlreadyExists", 409, "The account alias 12345678901 already exists.")
}

func TestTheSummaryHasThirtyFourKeysAndCountsWhatIsThere(t *testing.T) {
	h := newHost(t)
	summary := func() map[string]int32 {
		return call[api.GetAccountSummaryOutput](h, h.root, "GetAccountSummary", &api.GetAccountSummaryInput{}).SummaryMap
	}
	want := map[string]int32{
		"Users": 0, "UsersQuota": 5000, "Groups": 0, "GroupsQuota": 300, "Roles": 0, "RolesQuota": 1000, "Policies": 0, "PoliciesQuota": 1500, "PolicyVersionsInUse": 0,
		"PolicyVersionsInUseQuota": 10000, "InstanceProfiles": 0, "InstanceProfilesQuota": 1000, "ServerCertificates": 0, "ServerCertificatesQuota": 20, "Providers": 0,
		"MFADevices": 0, "MFADevicesInUse": 0, "AccountMFAEnabled": 0, "AccountAccessKeysPresent": 1, "AccountPasswordPresent": 0, "AccountSigningCertificatesPresent": 0,
		"UserPolicySizeQuota": 2048, "GroupPolicySizeQuota": 5120, "RolePolicySizeQuota": 10240, "PolicySizeQuota": 6144, "AssumeRolePolicySizeQuota": 2048,
		"GroupsPerUserQuota": 10, "SigningCertificatesPerUserQuota": 2, "AccessKeysPerUserQuota": 2, "AttachedPoliciesPerUserQuota": 10, "AttachedPoliciesPerGroupQuota": 10,
		"AttachedPoliciesPerRoleQuota": 10, "VersionsPerPolicyQuota": 5, "GlobalEndpointTokenVersion": 1,
	}
	if diff := cmp.Diff(want, summary()); diff != "" || len(want) != 34 {
		t.Errorf("a fresh account with a key of root's: %s", diff)
	}

	h.User("ann") // with a key, which is not root's
	newGroup(h, "g")
	newRole(h, "r")
	addVersion(h, *newPolicy(h, "p").Arn, allowing("iam:GetRole"), false)
	h.done("CreateInstanceProfile", &api.CreateInstanceProfileInput{InstanceProfileName: "i"})
	h.done("CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "spare"})
	h.done("SetSecurityTokenServicePreferences", &api.SetSecurityTokenServicePreferencesInput{GlobalEndpointTokenVersion: "v2Token"})
	h.update(func(tx *store.Tx) {
		store.MFADevices.Put(tx, &identity.MFADevice{Account: account, Serial: "GAHT12345678", Kind: identity.HardwareDevice, Owner: account})
		store.LoginProfiles.Put(tx, &identity.LoginProfile{Owner: account})
		store.SigningCertificates.Put(tx, &identity.SigningCertificate{ID: "CERT1", Owner: account})
	})
	h.Quotas["UsersQuota"] = 1000000
	for key, n := range map[string]int32{
		"Users": 1, "Groups": 1, "Roles": 1, "Policies": 1, "PolicyVersionsInUse": 2, "InstanceProfiles": 1, "MFADevices": 2, "MFADevicesInUse": 1, "AccountMFAEnabled": 1,
		"AccountPasswordPresent": 1, "AccountSigningCertificatesPresent": 1, "GlobalEndpointTokenVersion": 2, "UsersQuota": 1000000,
	} {
		want[key] = n
	}
	if diff := cmp.Diff(want, summary()); diff != "" {
		t.Errorf("a busy account: %s", diff)
	}
}

func TestAStrangerMayDoNothingWithTheAccount(t *testing.T) {
	h := newHost(t)
	eve := h.User("eve")
	for operation, in := range map[string]any{
		"CreateAccountAlias":                 &api.CreateAccountAliasInput{AccountAlias: "acme"},
		"DeleteAccountAlias":                 &api.DeleteAccountAliasInput{AccountAlias: "acme"},
		"ListAccountAliases":                 &api.ListAccountAliasesInput{},
		"GetAccountSummary":                  &api.GetAccountSummaryInput{},
		"SetSecurityTokenServicePreferences": &api.SetSecurityTokenServicePreferencesInput{GlobalEndpointTokenVersion: "v2Token"},
	} {
		refused(h, eve, operation, in, "AccessDenied", 403, denied("eve", "iam:"+operation, "*"))
	}
}
