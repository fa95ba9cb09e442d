package iam_test

import (
	"strings"
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

const (
	goodPassword = "Correct-Horse-1"
	nextPassword = "Battery-Staple-2"
)

func (h *host) setPassword(user, text string) {
	h.t.Helper()
	call[api.CreateLoginProfileOutput](h, h.root, "CreateLoginProfile", &api.CreateLoginProfileInput{UserName: &user, Password: &text})
}

// opens reports whether a password is a user's.
func (h *host) opens(user, text string) bool {
	h.t.Helper()
	profile := h.profile(user)
	verdict, err := h.Passwords.Verify(h.t.Context(), profile.Hash, text)
	check(h.t, err)
	return verdict.OK
}

func (h *host) profile(user string) identity.LoginProfile {
	h.t.Helper()
	id, found := h.userID(user), identity.LoginProfile{}
	h.View(func(tx *store.Tx) {
		profile, ok := store.LoginProfiles.Get(tx, id)
		if !ok {
			h.t.Fatalf("%s has no password", user)
		}
		found = *profile
	})
	return found
}

func TestALoginProfileIsMadeOnceShownAndDeleted(t *testing.T) {
	h := newHost(t)
	h.User("Ann")
	in := &api.CreateLoginProfileInput{UserName: new("ann"), Password: new(goodPassword), PasswordResetRequired: true}
	want := api.LoginProfile{UserName: "Ann", CreateDate: h.Now, PasswordResetRequired: true}
	if made := call[api.CreateLoginProfileOutput](h, h.root, "CreateLoginProfile", in).LoginProfile; *made != want {
		t.Errorf("made %+v", made)
	}
	refused(h, h.root, "CreateLoginProfile", in, "EntityAlreadyExists", 409, "Login Profile for user Ann already exists.")
	if shown := call[api.GetLoginProfileOutput](h, h.root, "GetLoginProfile", &api.GetLoginProfileInput{UserName: new("ann")}).LoginProfile; *shown != want {
		t.Errorf("shown %+v", shown)
	}
	if !h.opens("ann", goodPassword) || h.opens("ann", strings.ToLower(goodPassword)) {
		t.Error("the stored hash is not the password's")
	}
	call[api.DeleteLoginProfileOutput](h, h.root, "DeleteLoginProfile", &api.DeleteLoginProfileInput{UserName: new("ann")})
	const gone = "Login Profile for User Ann cannot be found."
	refused(h, h.root, "DeleteLoginProfile", &api.DeleteLoginProfileInput{UserName: new("ann")}, "NoSuchEntity", 404, gone)
	refused(h, h.root, "GetLoginProfile", &api.GetLoginProfileInput{UserName: new("ann")}, "NoSuchEntity", 404, gone)
	refused(h, h.root, "UpdateLoginProfile", &api.UpdateLoginProfileInput{UserName: "ann", Password: new(nextPassword)}, "NoSuchEntity", 404, gone)
	in.UserName = new("nobody")
	refused(h, h.root, "CreateLoginProfile", in, "NoSuchEntity", 404, "The user with name nobody cannot be found.")
}

func TestANewLoginProfileNeedsAPassword(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	refused(h, h.root, "CreateLoginProfile", &api.CreateLoginProfileInput{UserName: new("ann")}, "ValidationError", 400,
		"1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null")
}

func TestRootsPasswordIsNotToBeHadByTheseOperations(t *testing.T) {
	h := newHost(t)
	h.update(func(tx *store.Tx) { store.LoginProfiles.Put(tx, &identity.LoginProfile{Owner: account, Hash: "x"}) })
	const text = "Must specify userName when calling with non-User credentials"
	refused(h, h.root, "DeleteLoginProfile", &api.DeleteLoginProfileInput{}, "ValidationError", 400, text)
	refused(h, h.root, "CreateLoginProfile", &api.CreateLoginProfileInput{Password: new(goodPassword)}, "ValidationError", 400, text)
	refused(h, h.root, "GetLoginProfile", &api.GetLoginProfileInput{}, "ValidationError", 400, text)
}

func TestUpdatingALoginProfileChangesOnlyWhatIsSent(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	h.setPassword("ann", goodPassword)
	h.Now = h.Now.Add(time.Hour)
	call[api.UpdateLoginProfileOutput](h, h.root, "UpdateLoginProfile", &api.UpdateLoginProfileInput{UserName: "ann", PasswordResetRequired: new(true)})
	p := h.profile("ann")
	if !p.ResetRequired || !p.ChangedAt.Equal(h.Now.Add(-time.Hour)) || !h.opens("ann", goodPassword) {
		t.Errorf("after the flag was set: %+v", p)
	}
	call[api.UpdateLoginProfileOutput](h, h.root, "UpdateLoginProfile", &api.UpdateLoginProfileInput{UserName: "ann", Password: new(nextPassword)})
	p = h.profile("ann")
	if !p.ResetRequired || !p.ChangedAt.Equal(h.Now) || !h.opens("ann", nextPassword) || h.opens("ann", goodPassword) {
		t.Errorf("after the password was set: %+v", p)
	}
}

func TestOnlyThoseWhoMayTouchALoginProfile(t *testing.T) {
	h := newHost(t)
	stranger := h.User("stranger")
	h.User("ann")
	h.setPassword("ann", goodPassword)
	name := new("ann")
	for operation, in := range map[string]any{
		"CreateLoginProfile": &api.CreateLoginProfileInput{UserName: name, Password: new(goodPassword)},
		"GetLoginProfile":    &api.GetLoginProfileInput{UserName: name},
		"UpdateLoginProfile": &api.UpdateLoginProfileInput{UserName: "ann", Password: new(nextPassword)},
		"DeleteLoginProfile": &api.DeleteLoginProfileInput{UserName: name},
	} {
		refused(h, stranger, operation, in, "AccessDenied", 403, denied("stranger", "iam:"+operation, "user ann"))
	}
}
