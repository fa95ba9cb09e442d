package iam_test

import (
	"strings"
	"testing"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

const codecommit = "codecommit.amazonaws.com"

func credentialFor(user, serviceName string) *api.CreateServiceSpecificCredentialInput {
	return &api.CreateServiceSpecificCredentialInput{UserName: user, ServiceName: serviceName}
}

func newCredential(h *host, in *api.CreateServiceSpecificCredentialInput) *api.ServiceSpecificCredential {
	h.t.Helper()
	return call[api.CreateServiceSpecificCredentialOutput](h, h.root, "CreateServiceSpecificCredential", in).ServiceSpecificCredential
}

func TestServiceCredentialsAreNumberedAndTheirPasswordIsShownOnce(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	first, second := newCredential(h, credentialFor("ann", codecommit)), newCredential(h, credentialFor("ann", codecommit))
	if *first.ServiceUserName != "ann-at-"+account || *second.ServiceUserName != "ann-at-"+account+"+1" {
		t.Errorf("the names are %s and %s", *first.ServiceUserName, *second.ServiceUserName)
	}
	if len(*first.ServicePassword) != 44 || *first.ServicePassword == *second.ServicePassword || !strings.HasPrefix(first.ServiceSpecificCredentialId, "ACCA") || first.Status != "Active" {
		t.Errorf("made %+v", first)
	}
	if !h.opensService("ann", first, *first.ServicePassword) {
		t.Error("the stored hash is not the password's")
	}
	refused(h, h.root, "CreateServiceSpecificCredential", credentialFor("ann", codecommit), "LimitExceeded", 409, "Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2")
	if other := newCredential(h, credentialFor("ann", "cassandra.amazonaws.com")); *other.ServiceUserName != "ann-at-"+account {
		t.Errorf("at another service the name is %s", *other.ServiceUserName)
	}
}

// opensService reports whether a password is that of a service-specific credential.
func (h *host) opensService(user string, s *api.ServiceSpecificCredential, text string) bool {
	h.t.Helper()
	hash, owner := "", h.userID(user)
	h.View(func(tx *store.Tx) {
		row, _ := store.ServiceCredentials.Get(tx, store.OwnedKey(owner, s.ServiceSpecificCredentialId))
		hash = row.Hash
	})
	verdict, err := h.Passwords.Verify(h.t.Context(), hash, text)
	check(h.t, err)
	return verdict.OK
}

func TestAnotherAccountsCredentialsAreNotThere(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	newCredential(h, credentialFor("ann", codecommit))
	const key = "AKIAIOSFODNN7EXAMPLE"
	h.update(func(tx *store.Tx) {
		store.Users.Put(tx, &identity.User{Account: "210987654321", Name: "eve", ID: "AIDAEVE", Path: "/"})
		store.ServiceCredentials.Put(tx, &identity.ServiceCredential{ID: "ACCAEVE", Owner: "AIDAEVE", Service: codecommit, UserName: "eve-at-210987654321"})
		store.AccessKeys.Put(tx, &identity.AccessKey{ID: key, Account: "210987654321", Owner: "AIDAEVE", Status: identity.Active})
	})
	all := call[api.ListServiceSpecificCredentialsOutput](h, h.root, "ListServiceSpecificCredentials", &api.ListServiceSpecificCredentialsInput{AllUsers: new(true), ServiceName: new(codecommit)})
	if len(all.ServiceSpecificCredentials) != 1 || all.ServiceSpecificCredentials[0].UserName != "ann" {
		t.Errorf("listed %+v", all.ServiceSpecificCredentials)
	}
	refused(h, h.root, "GetAccessKeyLastUsed", &api.GetAccessKeyLastUsedInput{AccessKeyId: key}, "AccessDenied", 403,
		"User: arn:aws:iam::"+account+":root is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key "+key)
	refused(h, h.root, "ListAccessKeys", &api.ListAccessKeysInput{UserName: new("eve")}, "NoSuchEntity", 404, "The user with name eve cannot be found.")
}

func TestTheUserIsLookedAtBeforeTheService(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	refused(h, h.root, "CreateServiceSpecificCredential", credentialFor("nobody", "nothing"), "NoSuchEntity", 404, "The user with name nobody cannot be found.")
	const text = "No such service nothing is supported for Service Specific Credentials"
	refused(h, h.root, "CreateServiceSpecificCredential", credentialFor("ann", "nothing"), "NoSuchEntity", 404, text)
	refused(h, h.root, "ListServiceSpecificCredentials", &api.ListServiceSpecificCredentialsInput{UserName: new("ann"), ServiceName: new("nothing")}, "NoSuchEntity", 404, text)
}

func TestACredentialThatIsNotTheUsersIsNotThere(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	h.User("bob")
	id := newCredential(h, credentialFor("ann", codecommit)).ServiceSpecificCredentialId
	text := "No such credential " + id + " exists"
	bob := new("bob")
	refused(h, h.root, "ResetServiceSpecificCredential", &api.ResetServiceSpecificCredentialInput{UserName: bob, ServiceSpecificCredentialId: id}, "NoSuchEntity", 404, text)
	refused(h, h.root, "UpdateServiceSpecificCredential", &api.UpdateServiceSpecificCredentialInput{UserName: bob, ServiceSpecificCredentialId: id, Status: "Inactive"}, "NoSuchEntity", 404, text)
	refused(h, h.root, "DeleteServiceSpecificCredential", &api.DeleteServiceSpecificCredentialInput{UserName: bob, ServiceSpecificCredentialId: id}, "NoSuchEntity", 404, text)
	ann := new("ann")
	refused(h, h.root, "UpdateServiceSpecificCredential", &api.UpdateServiceSpecificCredentialInput{UserName: ann, ServiceSpecificCredentialId: id, Status: "Expired"}, "InvalidInput", 400, "The status must be Active or Inactive.")
	call[api.UpdateServiceSpecificCredentialOutput](h, h.root, "UpdateServiceSpecificCredential", &api.UpdateServiceSpecificCredentialInput{UserName: ann, ServiceSpecificCredentialId: id, Status: "Inactive"})
	call[api.DeleteServiceSpecificCredentialOutput](h, h.root, "DeleteServiceSpecificCredential", &api.DeleteServiceSpecificCredentialInput{UserName: ann, ServiceSpecificCredentialId: id})
	refused(h, h.root, "DeleteServiceSpecificCredential", &api.DeleteServiceSpecificCredentialInput{UserName: ann, ServiceSpecificCredentialId: id}, "NoSuchEntity", 404, text)
}

func TestAResetMakesAnotherPasswordForTheSameName(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	made := newCredential(h, credentialFor("ann", codecommit))
	reset := call[api.ResetServiceSpecificCredentialOutput](h, h.root, "ResetServiceSpecificCredential",
		&api.ResetServiceSpecificCredentialInput{UserName: new("ann"), ServiceSpecificCredentialId: made.ServiceSpecificCredentialId}).ServiceSpecificCredential
	if *reset.ServicePassword == *made.ServicePassword || *reset.ServiceUserName != *made.ServiceUserName || reset.ServiceSpecificCredentialId != made.ServiceSpecificCredentialId {
		t.Errorf("made %+v, reset %+v", made, reset)
	}
	if h.opensService("ann", made, *made.ServicePassword) || !h.opensService("ann", made, *reset.ServicePassword) {
		t.Error("the old password still opens, or the new one does not")
	}
}

func TestAnAPIKeyIsOneSecretAndMayExpire(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	in := credentialFor("ann", "bedrock.amazonaws.com")
	in.CredentialAgeDays = new(int32(30))
	made := newCredential(h, in)
	if made.ServicePassword != nil || made.ServiceUserName != nil || len(*made.ServiceCredentialSecret) != 44 || *made.ServiceCredentialAlias != "ann-at-"+account {
		t.Errorf("made %+v", made)
	}
	if want := h.Now.AddDate(0, 0, 30); !made.ExpirationDate.Equal(want) {
		t.Errorf("it expires %v, want %v", made.ExpirationDate, want)
	}
	status := func() string {
		return call[api.ListServiceSpecificCredentialsOutput](h, h.root, "ListServiceSpecificCredentials", &api.ListServiceSpecificCredentialsInput{UserName: new("ann")}).ServiceSpecificCredentials[0].Status
	}
	if got := status(); got != "Active" {
		t.Errorf("before it expires it is %s", got)
	}
	h.Now = h.Now.AddDate(0, 0, 30)
	if got := status(); got != "Expired" {
		t.Errorf("after it has expired it is %s", got)
	}
	in = credentialFor("ann", codecommit)
	in.CredentialAgeDays = new(int32(30))
	refused(h, h.root, "CreateServiceSpecificCredential", in, "ValidationError", 400, "CredentialAgeDays is not supported for service codecommit.amazonaws.com.")
}

func TestServiceCredentialsAreListedByUserServiceOrForAllUsers(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::*:user/ann"}}`)
	h.User("bob")
	newCredential(h, credentialFor("ann", codecommit))
	newCredential(h, credentialFor("ann", "cassandra.amazonaws.com"))
	newCredential(h, credentialFor("bob", codecommit))
	for _, tc := range []struct {
		in   api.ListServiceSpecificCredentialsInput
		want int
	}{
		{api.ListServiceSpecificCredentialsInput{UserName: new("ann")}, 2},
		{api.ListServiceSpecificCredentialsInput{UserName: new("ann"), ServiceName: new(codecommit)}, 1},
		{api.ListServiceSpecificCredentialsInput{AllUsers: new(true), ServiceName: new(codecommit)}, 2},
		{api.ListServiceSpecificCredentialsInput{AllUsers: new(false), UserName: new("bob")}, 1},
	} {
		got := 0
		tc.in.MaxItems = new(int32(1))
		for more := true; more; {
			out := call[api.ListServiceSpecificCredentialsOutput](h, h.root, "ListServiceSpecificCredentials", &tc.in)
			for _, s := range out.ServiceSpecificCredentials {
				if s.UserName == "" || !strings.HasPrefix(*s.ServiceUserName, s.UserName+"-at-") {
					t.Errorf("listed %+v", s)
				}
			}
			got += len(out.ServiceSpecificCredentials)
			tc.in.Marker, more = out.Marker, out.IsTruncated
		}
		if got != tc.want {
			t.Errorf("%+v lists %d, want %d", tc.in, got, tc.want)
		}
	}
	mine := call[api.ListServiceSpecificCredentialsOutput](h, ann, "ListServiceSpecificCredentials", &api.ListServiceSpecificCredentialsInput{})
	if len(mine.ServiceSpecificCredentials) != 2 {
		t.Errorf("ann's own list has %d", len(mine.ServiceSpecificCredentials))
	}
	refused(h, ann, "ListServiceSpecificCredentials", &api.ListServiceSpecificCredentialsInput{AllUsers: new(true), ServiceName: new(codecommit)}, "AccessDenied", 403, denied("ann", "iam:ListServiceSpecificCredentials", "*"))
	const text = "AllUsers must come with a ServiceName and without a UserName."
	refused(h, h.root, "ListServiceSpecificCredentials", &api.ListServiceSpecificCredentialsInput{AllUsers: new(true)}, "ValidationError", 400, text)
	refused(h, h.root, "ListServiceSpecificCredentials", &api.ListServiceSpecificCredentialsInput{AllUsers: new(true), UserName: new("ann"), ServiceName: new(codecommit)}, "ValidationError", 400, text)
}

func TestPoliciesSeeTheServiceOfACredential(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"*","Condition":{"StringEquals":{"iam:ServiceSpecificCredentialServiceName":"codecommit.amazonaws.com"}}}}`)
	made := call[api.CreateServiceSpecificCredentialOutput](h, ann, "CreateServiceSpecificCredential", credentialFor("ann", codecommit)).ServiceSpecificCredential
	refused(h, ann, "CreateServiceSpecificCredential", credentialFor("ann", "cassandra.amazonaws.com"), "AccessDenied", 403, denied("ann", "iam:CreateServiceSpecificCredential", "user ann"))
	foreign := newCredential(h, credentialFor("ann", "cassandra.amazonaws.com"))
	for id, allowed := range map[string]bool{made.ServiceSpecificCredentialId: true, foreign.ServiceSpecificCredentialId: false} {
		for operation, in := range map[string]any{
			"ResetServiceSpecificCredential":  &api.ResetServiceSpecificCredentialInput{ServiceSpecificCredentialId: id},
			"UpdateServiceSpecificCredential": &api.UpdateServiceSpecificCredentialInput{ServiceSpecificCredentialId: id, Status: "Inactive"},
		} {
			if !allowed {
				refused(h, ann, operation, in, "AccessDenied", 403, denied("ann", "iam:"+operation, "user ann"))
				continue
			}
			if operation == "ResetServiceSpecificCredential" {
				call[api.ResetServiceSpecificCredentialOutput](h, ann, operation, in)
			} else {
				call[api.UpdateServiceSpecificCredentialOutput](h, ann, operation, in)
			}
		}
	}
	refused(h, ann, "DeleteServiceSpecificCredential", &api.DeleteServiceSpecificCredentialInput{ServiceSpecificCredentialId: foreign.ServiceSpecificCredentialId}, "AccessDenied", 403, denied("ann", "iam:DeleteServiceSpecificCredential", "user ann"))
}
