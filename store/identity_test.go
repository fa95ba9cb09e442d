package store_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

const account = "111122223333"

// found are the values that name gives for rows.
func found[R any](rows iter.Seq[*R], name func(*R) string) string {
	var names []string
	for row := range rows {
		names = append(names, name(row))
	}
	return strings.Join(names, " ")
}

func userName(u *identity.User) string { return u.Name }

func populate(tx *store.Tx) error {
	store.Accounts.Put(tx, &identity.Account{ID: account, Alias: "acme", RootEmail: "Root@example.com"})
	store.Accounts.Put(tx, &identity.Account{ID: "999"})
	store.Users.Put(tx, &identity.User{Account: account, Name: "Bob", ID: "AIDAB", Groups: []string{"AGPA1"}, Grants: identity.Grants{Attached: []string{"arn:p", "arn:pp"}}})
	store.Users.Put(tx, &identity.User{Account: account, Name: "ann", ID: "AIDAA", Groups: []string{"AGPA1", "AGPA2"}, Boundary: "arn:p", Grants: identity.Grants{Attached: []string{"arn:p"}}})
	store.Users.Put(tx, &identity.User{Account: "999", Name: "zoe", ID: "AIDAZ", Grants: identity.Grants{Attached: []string{"arn:pp"}}})
	store.Groups.Put(tx, &identity.Group{Account: account, Name: "Ops", ID: "AGPA1", Grants: identity.Grants{Attached: []string{"arn:p"}}})
	store.Roles.Put(tx, &identity.Role{Account: account, Name: "Run", ID: "AROA1", Boundary: "arn:b", Grants: identity.Grants{Attached: []string{"arn:p"}}})
	store.Policies.Put(tx, &identity.Policy{Account: account, Name: "Power", ID: "ANPA1", Path: "/x/", Versions: make([]identity.PolicyVersion, 2)})
	store.InstanceProfiles.Put(tx, &identity.InstanceProfile{Account: account, Name: "Web", ID: "AIPA1", Roles: []string{"AROA1"}})
	store.AccessKeys.Put(tx, &identity.AccessKey{ID: "AKIA2", Account: account, Owner: "AIDAA"})
	store.AccessKeys.Put(tx, &identity.AccessKey{ID: "AKIA1", Account: account, Owner: "AIDAA"})
	store.SSHKeys.Put(tx, &identity.SSHKey{ID: "APKA1", Owner: "AIDAA"})
	store.SSHKeys.Put(tx, &identity.SSHKey{ID: "APKA2", Owner: "AIDAB"})
	store.SigningCertificates.Put(tx, &identity.SigningCertificate{ID: "CERT1", Owner: "AIDAA"})
	store.ServiceCredentials.Put(tx, &identity.ServiceCredential{ID: "ACCA1", Owner: "AIDAA"})
	store.MFADevices.Put(tx, &identity.MFADevice{Account: account, Serial: "arn:mfa/Ann", Kind: identity.VirtualDevice, Path: "/", Name: "Ann", Owner: "AIDAA"})
	store.MFADevices.Put(tx, &identity.MFADevice{Account: account, Serial: "arn:mfa/spare", Kind: identity.VirtualDevice, Path: "/", Name: "spare"})
	store.MFADevices.Put(tx, &identity.MFADevice{Account: account, Serial: "GAHT12345678", Kind: identity.HardwareDevice, Owner: "AIDAA"})
	store.MFADevices.Put(tx, &identity.MFADevice{Account: account, Serial: "arn:u2f/bob", Kind: identity.PasskeyDevice, Owner: "AIDAB", Passkey: identity.Passkey{ID: []byte{0xff, 0xfe}}})
	return nil
}

func TestEverythingIsFoundByWhatOperationsLookFor(t *testing.T) {
	s := open(t)
	must(t, s.Update(t.Context(), populate))
	must(t, s.View(t.Context(), func(tx *store.Tx) error {
		for _, c := range []struct{ what, got, want string }{
			{"account by alias", found(store.AccountsByAlias.All(tx, "acme"), func(a *identity.Account) string { return a.ID }), account},
			{"account by no alias", found(store.AccountsByAlias.All(tx, ""), func(a *identity.Account) string { return a.ID }), ""},
			{"account by root's e-mail", found(store.AccountsByRootEmail.All(tx, "root@example.com"), func(a *identity.Account) string { return a.ID }), account},
			{"users of an account", found(store.Users.Prefix(tx, identity.Key(account, "")), userName), "ann Bob"},
			{"user by ID", found(store.UsersByID.All(tx, "AIDAB"), userName), "Bob"},
			{"members", found(store.UsersByGroup.All(tx, "AGPA1"), userName), "ann Bob"},
			{"users by policy", found(store.UsersByPolicy.All(tx, "arn:p"), userName), "ann Bob"},
			{"users by longer policy", found(store.UsersByPolicy.All(tx, "arn:pp"), userName), "Bob zoe"},
			{"users by boundary", found(store.UsersByBoundary.All(tx, "arn:p"), userName), "ann"},
			{"groups by ID", found(store.GroupsByID.All(tx, "AGPA1"), func(g *identity.Group) string { return g.Name }), "Ops"},
			{"groups by policy", found(store.GroupsByPolicy.All(tx, "arn:p"), func(g *identity.Group) string { return g.Name }), "Ops"},
			{"roles by ID", found(store.RolesByID.All(tx, "AROA1"), func(r *identity.Role) string { return r.Name }), "Run"},
			{"roles by policy", found(store.RolesByPolicy.All(tx, "arn:p"), func(r *identity.Role) string { return r.Name }), "Run"},
			{"roles by boundary", found(store.RolesByBoundary.All(tx, "arn:b"), func(r *identity.Role) string { return r.Name }), "Run"},
			{"policy by ID", found(store.PoliciesByID.All(tx, "ANPA1"), func(p *identity.Policy) string { return p.Name }), "Power"},
			{"profile by ID", found(store.InstanceProfilesByID.All(tx, "AIPA1"), func(p *identity.InstanceProfile) string { return p.Name }), "Web"},
			{"profiles by role", found(store.InstanceProfilesByRole.All(tx, "AROA1"), func(p *identity.InstanceProfile) string { return p.Name }), "Web"},
			{"keys by owner", found(store.AccessKeysByOwner.All(tx, "AIDAA"), func(k *identity.AccessKey) string { return k.ID }), "AKIA1 AKIA2"},
			{"SSH keys of an owner", found(store.SSHKeys.Prefix(tx, store.OwnedKey("AIDAA", "")), func(k *identity.SSHKey) string { return k.ID }), "APKA1"},
			{"SSH key by ID", found(store.SSHKeysByID.All(tx, "APKA2"), func(k *identity.SSHKey) string { return k.Owner }), "AIDAB"},
			{"certificate by ID", found(store.SigningCertificatesByID.All(tx, "CERT1"), func(c *identity.SigningCertificate) string { return c.Owner }), "AIDAA"},
			{"service credential by ID", found(store.ServiceCredentialsByID.All(tx, "ACCA1"), func(c *identity.ServiceCredential) string { return c.Owner }), "AIDAA"},
			{"devices by owner", found(store.MFADevicesByOwner.All(tx, "AIDAA"), func(d *identity.MFADevice) string { return d.Serial }), "GAHT12345678 arn:mfa/Ann"},
			{"devices of nobody", found(store.MFADevicesByOwner.All(tx, ""), func(d *identity.MFADevice) string { return d.Serial }), ""},
			{"device by credential", found(store.MFADevicesByPasskey.All(tx, store.PasskeyKey([]byte{0xff, 0xfe})), func(d *identity.MFADevice) string { return d.Serial }), "arn:u2f/bob"},
			{"device by no credential", found(store.MFADevicesByPasskey.All(tx, store.PasskeyKey(nil)), func(d *identity.MFADevice) string { return d.Serial }), ""},
			{"device by name", found(store.MFADevicesByName.All(tx, identity.Key(account, "/ANN")), func(d *identity.MFADevice) string { return d.Serial }), "arn:mfa/Ann"},
		} {
			if c.got != c.want {
				t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
			}
		}
		counts := []int{
			store.UserCount.Of(tx, account), store.GroupCount.Of(tx, account), store.RoleCount.Of(tx, account), store.PolicyCount.Of(tx, account),
			store.InstanceProfileCount.Of(tx, account), store.VirtualMFADeviceCount.Of(tx, account), store.AssignedMFADeviceCount.Of(tx, account), store.UserCount.Of(tx, "none"),
		}
		if want := []int{2, 1, 1, 1, 1, 2, 3, 0}; !slices.Equal(counts, want) {
			t.Errorf("counted %v, want %v", counts, want)
		}
		uses := []int{
			store.UsersByPolicyCount.Of(tx, store.PolicyUse(account, "arn:p")), store.UsersByPolicyCount.Of(tx, store.PolicyUse(account, "arn:pp")),
			store.GroupsByPolicyCount.Of(tx, store.PolicyUse(account, "arn:p")), store.RolesByPolicyCount.Of(tx, store.PolicyUse(account, "arn:p")),
			store.UsersByBoundaryCount.Of(tx, store.PolicyUse(account, "arn:p")), store.RolesByBoundaryCount.Of(tx, store.PolicyUse(account, "arn:b")),
			store.UsersByBoundaryCount.Of(tx, store.PolicyUse(account, "")), store.PolicyVersionCount.Of(tx, account),
			store.MFADeviceCount.Of(tx, account), store.AssignedMFADeviceCount.Of(tx, account),
		}
		if want := []int{2, 1, 1, 1, 1, 1, 0, 2, 4, 3}; !slices.Equal(uses, want) {
			t.Errorf("counted uses %v, want %v", uses, want)
		}
		return nil
	}))
}
