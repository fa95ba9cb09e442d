package iam_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

const mayChangePassword = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ChangePassword","Resource":"arn:aws:iam::*:user/${aws:username}"}}`

const wrongPassword = "The old password was incorrect."

func newPasswordHost(t *testing.T) (*host, *access.Credential) {
	t.Helper()
	h := newHost(t)
	ann := h.User("ann", mayChangePassword)
	h.setPassword("ann", goodPassword)
	return h, ann
}

func change(from, to string) *api.ChangePasswordInput {
	return &api.ChangePasswordInput{OldPassword: from, NewPassword: to}
}

func TestAUserChangesTheirPasswordAndTheResetFlagGoes(t *testing.T) {
	h, ann := newPasswordHost(t)
	call[api.UpdateLoginProfileOutput](h, h.root, "UpdateLoginProfile", &api.UpdateLoginProfileInput{UserName: "ann", PasswordResetRequired: new(true)})
	h.Now = h.Now.Add(time.Hour)
	call[api.ChangePasswordOutput](h, ann, "ChangePassword", change(goodPassword, nextPassword))
	p := h.profile("ann")
	if p.ResetRequired || !p.ChangedAt.Equal(h.Now) || !h.opens("ann", nextPassword) || h.opens("ann", goodPassword) {
		t.Errorf("the profile is %+v", p)
	}
}

func TestAWrongOldPasswordIsCountedAndTheSixthIsNotLookedAt(t *testing.T) {
	h, ann := newPasswordHost(t)
	for range 5 {
		refused(h, ann, "ChangePassword", change("wrong", nextPassword), "AccessDenied", 403, wrongPassword)
	}
	refused(h, ann, "ChangePassword", change(goodPassword, nextPassword), "AccessDenied", 403, wrongPassword)
	h.View(func(tx *store.Tx) {
		if access.MayTry(tx, access.PasswordGuess(h.userID("ann")), h.Now) {
			t.Error("the failures do not count against a sign-in")
		}
	})
	h.Now = h.Now.Add(15 * time.Minute)
	call[api.ChangePasswordOutput](h, ann, "ChangePassword", change(goodPassword, nextPassword))
}

func TestAtMostFiveOfAHundredParallelGuessesAreAnswered(t *testing.T) {
	h, ann := newPasswordHost(t)
	done := make(chan error)
	for i := range 100 {
		go func() {
			_, err := h.Do(context.Background(), h.Directory.Find("iam", "ChangePassword"), ann, h.Facts("iam"), change(fmt.Sprint("guess", i), nextPassword))
			done <- err
		}()
	}
	kept := 0
	for range 100 {
		if fault.Of(<-done).Keep {
			kept++
		}
	}
	if kept != 5 {
		t.Errorf("%d guesses were compared and answered, want 5", kept)
	}
}

func TestANewPasswordMustConformToThePolicy(t *testing.T) {
	h, ann := newPasswordHost(t)
	h.update(func(tx *store.Tx) { store.Accounts.Put(tx, &identity.Account{ID: account, Alias: "Wonder-Land-9"}) })
	const no = "Password does not conform to the account password policy: "
	const kinds = "it must have at least 3 of uppercase letters, lowercase letters, digits and symbols (!@#$%^&*()_+-=[]{}|')"
	for text, why := range map[string]string{
		"Sh0rt!":        "it must have at least 8 characters",
		"onlylowercase": kinds,
		"lower4digits":  kinds,
		"Wonder-Land-9": "it must not be the name of the account",
		"wonder-land-9": "it must not be the name of the account",
	} {
		for operation, in := range map[string]any{
			"ChangePassword":     change(goodPassword, text),
			"UpdateLoginProfile": &api.UpdateLoginProfileInput{UserName: "ann", Password: &text},
		} {
			who := ann
			if operation != "ChangePassword" {
				who = h.root
			}
			refused(h, who, operation, in, "PasswordPolicyViolation", 400, no+why+".")
		}
	}
	h.User("bob")
	refused(h, h.root, "CreateLoginProfile", &api.CreateLoginProfileInput{UserName: new("bob"), Password: new("short")}, "PasswordPolicyViolation", 400,
		no+"it must have at least 8 characters; "+kinds+".")
}

func TestAViolationDoesNotTellWhetherTheOldPasswordIsRight(t *testing.T) {
	h, ann := newPasswordHost(t)
	call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", &api.UpdateAccountPasswordPolicyInput{PasswordReusePrevention: new(int32(1))})
	refused(h, ann, "ChangePassword", change("wrong", "abc"), "PasswordPolicyViolation", 400, "Password does not conform to the account password policy: it must have at least 6 characters.")
	refused(h, ann, "ChangePassword", change("wrong", goodPassword), "AccessDenied", 403, wrongPassword)
}

func TestTheLastPasswordsMayNotComeBack(t *testing.T) {
	h, ann := newPasswordHost(t)
	call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", &api.UpdateAccountPasswordPolicyInput{PasswordReusePrevention: new(int32(2))})
	const reused = "Password does not conform to the account password policy: it must not be one of the last 2 passwords."
	refused(h, ann, "ChangePassword", change(goodPassword, goodPassword), "PasswordPolicyViolation", 400, reused)
	call[api.ChangePasswordOutput](h, ann, "ChangePassword", change(goodPassword, nextPassword))
	refused(h, ann, "ChangePassword", change(nextPassword, goodPassword), "PasswordPolicyViolation", 400, reused)
	refused(h, h.root, "UpdateLoginProfile", &api.UpdateLoginProfileInput{UserName: "ann", Password: new(goodPassword)}, "PasswordPolicyViolation", 400, reused)
	call[api.ChangePasswordOutput](h, ann, "ChangePassword", change(nextPassword, "Third-Password-3"))
	call[api.ChangePasswordOutput](h, ann, "ChangePassword", change("Third-Password-3", goodPassword))
}

func TestAtMostTwentyFourFormerPasswordsAreKept(t *testing.T) {
	h, ann := newPasswordHost(t)
	last := goodPassword
	for i := range 26 {
		next := fmt.Sprintf("Password-Number-%d", i)
		call[api.ChangePasswordOutput](h, ann, "ChangePassword", change(last, next))
		last = next
	}
	if n := len(h.profile("ann").History); n != 24 {
		t.Errorf("%d former passwords are kept, want 24", n)
	}
	call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", &api.UpdateAccountPasswordPolicyInput{PasswordReusePrevention: new(int32(24))})
	refused(h, ann, "ChangePassword", change(last, "Password-Number-2"), "PasswordPolicyViolation", 400, "Password does not conform to the account password policy: it must not be one of the last 24 passwords.")
	call[api.ChangePasswordOutput](h, ann, "ChangePassword", change(last, "Password-Number-1"))
}

// meanwhile runs something while the next call hashes, which is before its transaction.
func (h *host) meanwhile(change func(*store.Tx)) {
	var once sync.Once
	h.Passwords = password.New(password.Options{Params: password.Params{MemoryKiB: 8, Passes: 1, Lanes: 1}, Peppers: func(version uint32) (password.Pepper, error) {
		once.Do(func() { h.update(change) })
		return h.Keys.Pepper(version)
	}})
}

func TestAPasswordMadeReadyForWhatHasChangedSinceIsRefused(t *testing.T) {
	changed := func(policy identity.PasswordPolicy) func(*host) func(*store.Tx) {
		return func(*host) func(*store.Tx) {
			return func(tx *store.Tx) { store.Accounts.Put(tx, &identity.Account{ID: account, PasswordPolicy: &policy}) }
		}
	}
	const again = "The login profile of user ann was changed at the same time. Please try again."
	for name, tc := range map[string]struct {
		change     func(*host) func(*store.Tx)
		code, text string
		status     int
	}{
		"another password": {func(h *host) func(*store.Tx) {
			profile := h.profile("ann")
			profile.Version++
			return func(tx *store.Tx) { store.LoginProfiles.Put(tx, &profile) }
		}, "EntityTemporarilyUnmodifiable", again, 409},
		"a longer memory": {changed(identity.PasswordPolicy{MinimumLength: 6, ReusePrevention: 3}), "EntityTemporarilyUnmodifiable", again, 409},
		"a stricter policy": {
			changed(identity.PasswordPolicy{MinimumLength: 30}), "PasswordPolicyViolation",
			"Password does not conform to the account password policy: it must have at least 30 characters.", 400,
		},
		"no password any more": {func(h *host) func(*store.Tx) {
			id := h.userID("ann")
			return func(tx *store.Tx) { store.LoginProfiles.Delete(tx, id) }
		}, "NoSuchEntity", "Login Profile for User ann cannot be found.", 404},
	} {
		t.Run(name, func(t *testing.T) {
			for operation, in := range map[string]any{
				"ChangePassword":     change(goodPassword, nextPassword),
				"UpdateLoginProfile": &api.UpdateLoginProfileInput{UserName: "ann", Password: new(nextPassword)},
			} {
				h, who := newPasswordHost(t)
				if operation == "UpdateLoginProfile" {
					who = h.root
				}
				h.meanwhile(tc.change(h))
				refused(h, who, operation, in, tc.code, tc.status, tc.text)
			}
		})
	}
}

func TestAPasswordThatWasGivenMeanwhileStays(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	id := h.userID("ann")
	h.meanwhile(func(tx *store.Tx) {
		store.LoginProfiles.Put(tx, &identity.LoginProfile{Owner: id, Hash: "the other one"})
	})
	refused(h, h.root, "CreateLoginProfile", &api.CreateLoginProfileInput{UserName: new("ann"), Password: new(goodPassword)}, "EntityAlreadyExists", 409, "Login Profile for user ann already exists.")
	if h.profile("ann").Hash != "the other one" {
		t.Error("the other password was replaced")
	}
}

func TestOnlyUsersHaveAPasswordToChange(t *testing.T) {
	h := newHost(t)
	refused(h, h.root, "ChangePassword", change(goodPassword, nextPassword), "InvalidUserType", 400, "Only IAM Users can change their own password.")
	ann := h.User("ann", mayChangePassword)
	refused(h, ann, "ChangePassword", change(goodPassword, nextPassword), "NoSuchEntity", 404, "Login Profile for User ann cannot be found.")
	stranger := h.User("stranger")
	refused(h, stranger, "ChangePassword", change(goodPassword, nextPassword), "AccessDenied", 403, denied("stranger", "iam:ChangePassword", "user stranger"))
}

func TestThePolicyMayLetEveryUserChangeTheirPassword(t *testing.T) {
	h := newHost(t)
	bob := h.User("bob")
	h.setPassword("bob", goodPassword)
	call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", &api.UpdateAccountPasswordPolicyInput{AllowUsersToChangePassword: true})
	call[api.ChangePasswordOutput](h, bob, "ChangePassword", change(goodPassword, nextPassword))
	call[api.GetAccountPasswordPolicyOutput](h, bob, "GetAccountPasswordPolicy", &api.GetAccountPasswordPolicyInput{})
	forbidden := h.User("forbidden", `{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:ChangePassword","Resource":"*"}}`)
	h.setPassword("forbidden", goodPassword)
	if f := h.Fails(forbidden, "iam", "ChangePassword", change(goodPassword, nextPassword)); f.Code != "AccessDenied" {
		t.Errorf("an explicit deny does not win: %v", f)
	}
}
