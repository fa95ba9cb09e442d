package access_test

import (
	"crypto/rand"
	"testing"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
)

// names prints the policies of a layer with through whom they are held.
func names(l *policy.Layer) (out []string) {
	if l == nil {
		return nil
	}
	for _, p := range l.Policies() {
		out = append(out, p.Name+" via "+p.Via)
	}
	return out
}

func TestLayersOfUsersGroupsAndRolesAreWhatTheyHold(t *testing.T) {
	h := hosttest.New(t, hosttest.Options{})
	limit := put(h, "limit", allow("ec2:*"))
	h.User("ann", allow("iam:ListUsers"))
	group := &identity.Group{Account: hosttest.Account, Name: "staff", ID: identity.NewID(rand.Reader, identity.GroupPrefix), Path: "/"}
	group.Grants.Attached = []string{"arn:aws:iam::aws:policy/ReadOnlyAccess"}
	role := &identity.Role{
		Account: hosttest.Account, Name: "ops", ID: identity.NewID(rand.Reader, identity.RolePrefix), Path: "/", Boundary: limit.ARN(),
		Trust: `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}}`,
	}
	role.Grants.Inline = []identity.InlinePolicy{{Name: "own", Document: allow("s3:*")}}
	h.Update(func(tx *store.Tx) error {
		store.Groups.Put(tx, group)
		store.Roles.Put(tx, role)
		return nil
	})
	change(h, "ann", func(user *identity.User) { user.Groups = []string{group.ID} })

	h.View(func(tx *store.Tx) {
		user, _ := store.Users.Get(tx, identity.Key(hosttest.Account, "ann"))
		ofUser, err := h.Access.UserLayers(tx, user)
		equal(t, err, names(ofUser.Identity), "inlinea via user", "arn:aws:iam::aws:policy/ReadOnlyAccess via group staff")
		equal(t, err, names(ofUser.Boundary))
		ofGroup, err := h.Access.GroupLayers(tx, group)
		equal(t, err, names(ofGroup.Identity), "arn:aws:iam::aws:policy/ReadOnlyAccess via group staff")
		ofRole, err := h.Access.RoleLayers(tx, role)
		equal(t, err, names(ofRole.Identity), "own via role ops")
		equal(t, err, names(ofRole.Boundary), limit.ARN()+" via role ops")
		trust, err := h.Access.TrustLayer(role)
		equal(t, err, names(trust), role.ARN()+" via role ops")
		if trust.Kind() != policy.Trust {
			t.Errorf("a trust policy is of kind %v", trust.Kind())
		}
	})
}

func equal(t *testing.T, err error, got []string, want ...string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Errorf("has %q, want %q", got, want)
		return
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("has %q, want %q", got, want)
		}
	}
}
