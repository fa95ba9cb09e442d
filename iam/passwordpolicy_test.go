package iam_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	api "github.com/cardea-iam/cardea/api/iam"
)

func TestWithoutAPolicyOfItsOwnAnAccountShowsNone(t *testing.T) {
	h := newHost(t)
	const text = "The Password Policy with domain name " + account + " cannot be found."
	refused(h, h.root, "GetAccountPasswordPolicy", &api.GetAccountPasswordPolicyInput{}, "NoSuchEntity", 404, text)
	refused(h, h.root, "DeleteAccountPasswordPolicy", &api.DeleteAccountPasswordPolicyInput{}, "NoSuchEntity", 404, text)
	call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", &api.UpdateAccountPasswordPolicyInput{})
	call[api.DeleteAccountPasswordPolicyOutput](h, h.root, "DeleteAccountPasswordPolicy", &api.DeleteAccountPasswordPolicyInput{})
	refused(h, h.root, "GetAccountPasswordPolicy", &api.GetAccountPasswordPolicyInput{}, "NoSuchEntity", 404, text)
}

func TestUpdatingThePasswordPolicyReplacesAllOfIt(t *testing.T) {
	h := newHost(t)
	full := &api.UpdateAccountPasswordPolicyInput{
		MinimumPasswordLength: new(int32(14)), RequireSymbols: true, RequireNumbers: true, RequireUppercaseCharacters: true, RequireLowercaseCharacters: true,
		AllowUsersToChangePassword: true, MaxPasswordAge: new(int32(90)), PasswordReusePrevention: new(int32(24)), HardExpiry: new(true),
	}
	for _, tc := range []struct {
		set  *api.UpdateAccountPasswordPolicyInput
		want api.PasswordPolicy
	}{
		{full, api.PasswordPolicy{
			MinimumPasswordLength: new(int32(14)), RequireSymbols: true, RequireNumbers: true, RequireUppercaseCharacters: true, RequireLowercaseCharacters: true,
			AllowUsersToChangePassword: true, ExpirePasswords: true, MaxPasswordAge: new(int32(90)), PasswordReusePrevention: new(int32(24)), HardExpiry: new(true),
		}},
		{&api.UpdateAccountPasswordPolicyInput{}, api.PasswordPolicy{MinimumPasswordLength: new(int32(6))}},
		{&api.UpdateAccountPasswordPolicyInput{RequireNumbers: true, HardExpiry: new(false)}, api.PasswordPolicy{MinimumPasswordLength: new(int32(6)), RequireNumbers: true, HardExpiry: new(false)}},
	} {
		call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", tc.set)
		got := call[api.GetAccountPasswordPolicyOutput](h, h.root, "GetAccountPasswordPolicy", &api.GetAccountPasswordPolicyInput{}).PasswordPolicy
		if diff := cmp.Diff(&tc.want, got); diff != "" {
			t.Errorf("after %+v:\n%s", tc.set, diff)
		}
	}
}

func TestEachRuleOfAPasswordPolicyBindsTheNextPassword(t *testing.T) {
	h := newHost(t)
	for name, tc := range map[string]struct {
		policy api.UpdateAccountPasswordPolicyInput
		text   string
		why    string
	}{
		"length":  {api.UpdateAccountPasswordPolicyInput{MinimumPasswordLength: new(int32(20))}, "Correct-Horse-1", "it must have at least 20 characters"},
		"upper":   {api.UpdateAccountPasswordPolicyInput{RequireUppercaseCharacters: true}, "correct-horse-1", "it must have an uppercase letter (A to Z)"},
		"lower":   {api.UpdateAccountPasswordPolicyInput{RequireLowercaseCharacters: true}, "CORRECT-HORSE-1", "it must have a lowercase letter (a to z)"},
		"numbers": {api.UpdateAccountPasswordPolicyInput{RequireNumbers: true}, "Correct-Horse", "it must have a digit (0 to 9)"},
		"symbols": {api.UpdateAccountPasswordPolicyInput{RequireSymbols: true}, "CorrectHorse1", "it must have a symbol (!@#$%^&*()_+-=[]{}|')"},
	} {
		t.Run(name, func(t *testing.T) {
			h.User(name)
			call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", &tc.policy)
			in := &api.CreateLoginProfileInput{UserName: &name, Password: &tc.text}
			refused(h, h.root, "CreateLoginProfile", in, "PasswordPolicyViolation", 400, "Password does not conform to the account password policy: "+tc.why+".")
			call[api.UpdateAccountPasswordPolicyOutput](h, h.root, "UpdateAccountPasswordPolicy", &api.UpdateAccountPasswordPolicyInput{})
			call[api.CreateLoginProfileOutput](h, h.root, "CreateLoginProfile", in)
		})
	}
}

func TestThePasswordPolicyIsAskedForOnTheAccount(t *testing.T) {
	h := newHost(t)
	stranger := h.User("stranger")
	for operation, in := range map[string]any{
		"GetAccountPasswordPolicy":    &api.GetAccountPasswordPolicyInput{},
		"UpdateAccountPasswordPolicy": &api.UpdateAccountPasswordPolicyInput{},
		"DeleteAccountPasswordPolicy": &api.DeleteAccountPasswordPolicyInput{},
	} {
		refused(h, stranger, operation, in, "AccessDenied", 403, denied("stranger", "iam:"+operation, "*"))
	}
}
