package iam_test

import (
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

func TestAnAccessKeyCarriesItsAccountAndShowsItsSecretOnce(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	made := call[api.CreateAccessKeyOutput](h, h.root, "CreateAccessKey", &api.CreateAccessKeyInput{UserName: new("ann")}).AccessKey
	if got, ok := identity.KeyAccount(made.AccessKeyId); !ok || got != account || made.AccessKeyId[:4] != "AKIA" || len(made.AccessKeyId) != 20 {
		t.Errorf("the key ID is %s", made.AccessKeyId)
	}
	if len(made.SecretAccessKey) != 40 || made.Status != "Active" || made.UserName != "ann" || !made.CreateDate.Equal(h.Now) {
		t.Errorf("made %+v", made)
	}
	h.View(func(tx *store.Tx) {
		row, _ := store.AccessKeys.Get(tx, made.AccessKeyId)
		secret, err := h.Keys.OpenSecretKey(row)
		check(t, err)
		if secret.Reveal() != made.SecretAccessKey {
			t.Error("the stored secret is another")
		}
	})
}

func TestAUserHasAtMostTwoAccessKeysInactiveOnesIncluded(t *testing.T) {
	h := newHost(t)
	h.User("ann") // has one
	ann := &api.CreateAccessKeyInput{UserName: new("ann")}
	second := call[api.CreateAccessKeyOutput](h, h.root, "CreateAccessKey", ann).AccessKey
	call[api.UpdateAccessKeyOutput](h, h.root, "UpdateAccessKey", &api.UpdateAccessKeyInput{UserName: new("ann"), AccessKeyId: second.AccessKeyId, Status: "Inactive"})
	refused(h, h.root, "CreateAccessKey", ann, "LimitExceeded", 409, "Cannot exceed quota for AccessKeysPerUser: 2")
	call[api.DeleteAccessKeyOutput](h, h.root, "DeleteAccessKey", &api.DeleteAccessKeyInput{UserName: new("ann"), AccessKeyId: second.AccessKeyId})
	call[api.CreateAccessKeyOutput](h, h.root, "CreateAccessKey", ann)

	call[api.CreateAccessKeyOutput](h, h.root, "CreateAccessKey", &api.CreateAccessKeyInput{})
	refused(h, h.root, "CreateAccessKey", &api.CreateAccessKeyInput{}, "LimitExceeded", 409, "Cannot exceed quota for AccessKeysPerUser: 2")
}

func TestAKeyThatIsSwitchedOffOrDeletedOpensNothing(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"*"}}`)
	list := &api.ListAccessKeysInput{}
	status := &api.UpdateAccessKeyInput{UserName: new("ann"), AccessKeyId: ann.KeyID, Status: "Inactive"}
	call[api.UpdateAccessKeyOutput](h, h.root, "UpdateAccessKey", status)
	const invalid = "The security token included in the request is invalid."
	refused(h, ann, "ListAccessKeys", list, "InvalidClientTokenId", 403, invalid)
	status.Status = "Active"
	call[api.UpdateAccessKeyOutput](h, h.root, "UpdateAccessKey", status)
	call[api.DeleteAccessKeyOutput](h, ann, "DeleteAccessKey", &api.DeleteAccessKeyInput{AccessKeyId: ann.KeyID})
	refused(h, ann, "ListAccessKeys", list, "InvalidClientTokenId", 403, invalid)
}

func TestAnotherUsersAccessKeyIsNotThere(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	h.User("bob")
	text := "The Access Key with id " + ann.KeyID + " cannot be found."
	refused(h, h.root, "UpdateAccessKey", &api.UpdateAccessKeyInput{UserName: new("bob"), AccessKeyId: ann.KeyID, Status: "Inactive"}, "NoSuchEntity", 404, text)
	refused(h, h.root, "DeleteAccessKey", &api.DeleteAccessKeyInput{AccessKeyId: ann.KeyID}, "NoSuchEntity", 404, text)
	refused(h, h.root, "UpdateAccessKey", &api.UpdateAccessKeyInput{UserName: new("ann"), AccessKeyId: ann.KeyID, Status: "Expired"}, "InvalidInput", 400, "The status must be Active or Inactive.")
	refused(h, h.root, "CreateAccessKey", &api.CreateAccessKeyInput{UserName: new("nobody")}, "NoSuchEntity", 404, "The user with name nobody cannot be found.")
}

func TestAccessKeysAreListedInPagesWithoutSecrets(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	second := call[api.CreateAccessKeyOutput](h, h.root, "CreateAccessKey", &api.CreateAccessKeyInput{UserName: new("ann")}).AccessKey
	h.User("bob")
	first := call[api.ListAccessKeysOutput](h, h.root, "ListAccessKeys", &api.ListAccessKeysInput{UserName: new("ann"), MaxItems: new(int32(1))})
	rest := call[api.ListAccessKeysOutput](h, h.root, "ListAccessKeys", &api.ListAccessKeysInput{UserName: new("ann"), MaxItems: new(int32(1)), Marker: first.Marker})
	seen := map[string]bool{}
	for _, key := range append(first.AccessKeyMetadata, rest.AccessKeyMetadata...) {
		seen[*key.AccessKeyId] = true
		if *key.UserName != "ann" || *key.Status != "Active" || !key.CreateDate.Equal(h.Now) {
			t.Errorf("listed %+v", key)
		}
	}
	if len(seen) != 2 || !seen[ann.KeyID] || !seen[second.AccessKeyId] || !first.IsTruncated || rest.IsTruncated || rest.Marker != nil {
		t.Errorf("listed %v; truncated %v, %v", seen, first.IsTruncated, rest.IsTruncated)
	}
	refused(h, h.root, "ListAccessKeys", &api.ListAccessKeysInput{UserName: new("ann"), Marker: new("§")}, "ValidationError", 400, "Invalid Marker.")
}

func TestAccessKeysAreOneselfsUnlessAUserIsNamed(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::*:user/${aws:username}"}}`)
	h.User("bob")
	call[api.ListAccessKeysOutput](h, ann, "ListAccessKeys", &api.ListAccessKeysInput{})
	for _, name := range []string{"bob", "nobody"} {
		refused(h, ann, "ListAccessKeys", &api.ListAccessKeysInput{UserName: &name}, "AccessDenied", 403, denied("ann", "iam:ListAccessKeys", "user "+name))
	}
	stranger := h.User("stranger")
	refused(h, stranger, "CreateAccessKey", &api.CreateAccessKeyInput{}, "AccessDenied", 403, denied("stranger", "iam:CreateAccessKey", "user stranger"))
	refused(h, stranger, "UpdateAccessKey", &api.UpdateAccessKeyInput{AccessKeyId: stranger.KeyID, Status: "Inactive"}, "AccessDenied", 403, denied("stranger", "iam:UpdateAccessKey", "user stranger"))
	refused(h, stranger, "DeleteAccessKey", &api.DeleteAccessKeyInput{AccessKeyId: stranger.KeyID}, "AccessDenied", 403, denied("stranger", "iam:DeleteAccessKey", "user stranger"))
}

func TestRootsKeysHaveNoUserName(t *testing.T) {
	h := newHost(t)
	keys := call[api.ListAccessKeysOutput](h, h.root, "ListAccessKeys", &api.ListAccessKeysInput{}).AccessKeyMetadata
	if len(keys) != 1 || *keys[0].AccessKeyId != h.root.KeyID || keys[0].UserName != nil {
		t.Errorf("root's keys: %+v", keys)
	}
}

func TestLastUseOfAKeyIsNotAvailableUntilItIsUsed(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann")
	in := &api.GetAccessKeyLastUsedInput{AccessKeyId: ann.KeyID}
	unused := call[api.GetAccessKeyLastUsedOutput](h, h.root, "GetAccessKeyLastUsed", in)
	if u := unused.AccessKeyLastUsed; u.LastUsedDate != nil || u.ServiceName != "N/A" || u.Region != "N/A" || *unused.UserName != "ann" {
		t.Errorf("an unused key: %+v", u)
	}
	h.update(func(tx *store.Tx) {
		store.KeyUses.Put(tx, &identity.KeyUse{ID: ann.KeyID, At: h.Now.Add(-time.Hour), Service: "ec2", Region: "eu-west-1"})
	})
	used := call[api.GetAccessKeyLastUsedOutput](h, h.root, "GetAccessKeyLastUsed", in).AccessKeyLastUsed
	if !used.LastUsedDate.Equal(h.Now.Add(-time.Hour)) || used.ServiceName != "ec2" || used.Region != "eu-west-1" {
		t.Errorf("a used key: %+v", used)
	}
	call[api.DeleteAccessKeyOutput](h, h.root, "DeleteAccessKey", &api.DeleteAccessKeyInput{UserName: new("ann"), AccessKeyId: ann.KeyID})
	refused(h, h.root, "GetAccessKeyLastUsed", in, "AccessDenied", 403, "User: arn:aws:iam::"+account+":root is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key "+ann.KeyID)
	h.View(func(tx *store.Tx) {
		if _, ok := store.KeyUses.Get(tx, ann.KeyID); ok {
			t.Error("the use of a deleted key is kept")
		}
	})
}

func TestADenialDoesNotTellWhetherAnAccessKeyExists(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetAccessKeyLastUsed","Resource":"arn:aws:iam::*:user/ann"}}`)
	bob := h.User("bob")
	for _, id := range []string{bob.KeyID, "AKIAIOSFODNN7EXAMPLE", h.root.KeyID} {
		refused(h, ann, "GetAccessKeyLastUsed", &api.GetAccessKeyLastUsedInput{AccessKeyId: id}, "AccessDenied", 403, denied("ann", "iam:GetAccessKeyLastUsed", "access key "+id))
	}
	call[api.GetAccessKeyLastUsedOutput](h, ann, "GetAccessKeyLastUsed", &api.GetAccessKeyLastUsedInput{AccessKeyId: ann.KeyID})
}
