package iam

import (
	"context"
	"errors"
	"fmt"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var passwordOperations = []service.Operation{
	service.Op("ChangePassword", service.Write, asksChangePassword, changePassword, service.Prepare(preparePassword)),
}

// maxHistory is how many former passwords are remembered: as many as a policy can ask for.
const maxHistory = 24

// asksChangePassword refuses everybody who has no password of their own to change.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html
func asksChangePassword(c *service.Call, _ *api.ChangePasswordInput) ([]access.Ask, error) {
	if c.Caller.Kind != identity.IAMUser {
		return nil, api.InvalidUserType("Only IAM Users can change their own password.")
	}
	ask, err := userAsk(c, "iam:ChangePassword", nil)
	return []access.Ask{ask}, err
}

// proven is what was found out of an old password, and the new one made ready.
type proven struct {
	hashed
	right bool // whether the old password is
}

// preparePassword compares the old password and hashes the new one. While too many guesses count against the user it looks at neither: changePassword refuses then.
// What the history says of the new password is of no use to somebody who does not know the old one, so it is not asked before.
func preparePassword(ctx context.Context, c *service.Call, in *api.ChangePasswordInput) (*proven, error) {
	_, profile, err := mustProfile(c, nil)
	if err != nil {
		return nil, err
	}
	if err := conforms(c, in.NewPassword); err != nil {
		return nil, err
	}
	p := &proven{hashed: hashed{version: profile.Version}}
	if !access.MayTry(c.Tx, access.PasswordGuess(profile.Owner), c.Now) {
		return p, nil
	}
	verdict, err := c.Passwords.Verify(ctx, profile.Hash, in.OldPassword)
	if err != nil || !verdict.OK {
		return p, err
	}
	fresh, err := hashNew(ctx, c, profile, in.NewPassword)
	if err != nil {
		return nil, err
	}
	return &proven{hashed: *fresh, right: true}, nil
}

// changePassword is throttled as a sign-in is, and counts against the same limit: otherwise it would be the better place to guess at a password.
func changePassword(c *service.Call, in *api.ChangePasswordInput) (*api.ChangePasswordOutput, error) {
	user, profile, err := mustProfile(c, nil)
	if err != nil {
		return nil, err
	}
	p := service.Prepared[proven](c)
	guess := access.PasswordGuess(user.ID)
	if !access.MayTry(c.Tx, guess, c.Now) {
		return nil, wrongPassword()
	}
	if p.version == profile.Version && !p.right {
		access.CountFailure(c.Tx, guess, c.Now)
		return nil, wrongPassword().Kept()
	}
	changed := *profile
	changed.Version++
	changed.ResetRequired = false
	if err := withPassword(c, user, &changed, p.hashed, in.NewPassword); err != nil {
		return nil, err
	}
	store.LoginProfiles.Put(c.Tx, &changed)
	store.EndSignIns(c.Tx, user.ID, c.Caller.Browser)
	return &api.ChangePasswordOutput{}, nil
}

func wrongPassword() *fault.Error { return fault.AccessDenied("The old password was incorrect.") }

// conforms refuses a new password that the account's policy refuses. It asks everything but the user's history.
func conforms(c *service.Call, text string) error {
	account := c.AccountRow()
	return violation(passwordRules(account).Check(text, account.ID, account.Alias))
}

// hashNew hashes a user's next password, and finds out whether it is one of the last ones.
func hashNew(ctx context.Context, c *service.Call, profile *identity.LoginProfile, text string) (*hashed, error) {
	h := &hashed{version: profile.Version, last: reusePrevention(c.AccountRow())}
	var err error
	if h.reused, err = c.Passwords.Used(ctx, lastPasswords(profile, h.last), text); err != nil {
		return nil, fmt.Errorf("look for a password in the history: %w", err)
	}
	if h.reused {
		return h, nil
	}
	if h.text, err = c.Passwords.Hash(ctx, text); err != nil {
		return nil, fmt.Errorf("hash a password: %w", err)
	}
	return h, nil
}

// lastPasswords are the hashes of a user's last n passwords, the present one being the first.
func lastPasswords(profile *identity.LoginProfile, n int) []string {
	all := append([]string{profile.Hash}, profile.History...)
	return all[:min(n, len(all))]
}

// withPassword gives a login profile that is being changed the password that was prepared for it. It refuses if the profile was changed since, or if the policy was.
func withPassword(c *service.Call, user *identity.User, changed *identity.LoginProfile, p hashed, text string) error {
	if p.version != changed.Version-1 || p.last != reusePrevention(c.AccountRow()) {
		return api.EntityTemporarilyUnmodifiable("The login profile of user %s was changed at the same time. Please try again.", user.Name)
	}
	if err := conforms(c, text); err != nil {
		return err
	}
	if p.reused {
		rule := fmt.Sprintf("it must not be one of the last %d passwords", p.last)
		return violation(&password.Violation{Rules: []string{rule}})
	}
	changed.History = lastPasswords(changed, maxHistory)
	changed.Hash, changed.ChangedAt = p.text, c.Now
	return nil
}

// violation is a policy's refusal as a fault.
func violation(err error) error {
	var refused *password.Violation
	if errors.As(err, &refused) {
		return api.PasswordPolicyViolation("%s", refused.Error())
	}
	return err
}
