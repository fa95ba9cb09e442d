package iam

import (
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var passwordPolicyOperations = []service.Operation{
	service.Op("GetAccountPasswordPolicy", service.Read, onAccount[api.GetAccountPasswordPolicyInput]("iam:GetAccountPasswordPolicy"), getPasswordPolicy),
	service.Op("UpdateAccountPasswordPolicy", service.Write, onAccount[api.UpdateAccountPasswordPolicyInput]("iam:UpdateAccountPasswordPolicy"), updatePasswordPolicy),
	service.Op("DeleteAccountPasswordPolicy", service.Permissions, onAccount[api.DeleteAccountPasswordPolicyInput]("iam:DeleteAccountPasswordPolicy"), deletePasswordPolicy),
}

// leastMinimum is the minimum length of a policy that does not name one.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html
const leastMinimum = 6

func getPasswordPolicy(c *service.Call, _ *api.GetAccountPasswordPolicyInput) (*api.GetAccountPasswordPolicyOutput, error) {
	p := c.AccountRow().PasswordPolicy
	if p == nil {
		return nil, noPasswordPolicy(c)
	}
	shown := &api.PasswordPolicy{
		MinimumPasswordLength: new(int32(p.MinimumLength)),
		RequireSymbols:        p.RequireSymbols, RequireNumbers: p.RequireNumbers,
		RequireUppercaseCharacters: p.RequireUpper, RequireLowercaseCharacters: p.RequireLower,
		AllowUsersToChangePassword: p.UsersMayChange,
		ExpirePasswords:            p.MaxAgeDays > 0,
		MaxPasswordAge:             numberOrNil(p.MaxAgeDays), PasswordReusePrevention: numberOrNil(p.ReusePrevention),
	}
	if p.HardExpiryIsSet {
		shown.HardExpiry = &p.HardExpiry
	}
	return &api.GetAccountPasswordPolicyOutput{PasswordPolicy: shown}, nil
}

// updatePasswordPolicy replaces the whole policy: what is not sent falls to its default.
func updatePasswordPolicy(c *service.Call, in *api.UpdateAccountPasswordPolicyInput) (*api.UpdateAccountPasswordPolicyOutput, error) {
	p := &identity.PasswordPolicy{
		MinimumLength:  numberOr(in.MinimumPasswordLength, leastMinimum),
		RequireSymbols: in.RequireSymbols, RequireNumbers: in.RequireNumbers,
		RequireUpper: in.RequireUppercaseCharacters, RequireLower: in.RequireLowercaseCharacters,
		UsersMayChange: in.AllowUsersToChangePassword,
		MaxAgeDays:     numberOr(in.MaxPasswordAge, 0), ReusePrevention: numberOr(in.PasswordReusePrevention, 0),
	}
	if in.HardExpiry != nil {
		p.HardExpiry, p.HardExpiryIsSet = *in.HardExpiry, true
	}
	putPasswordPolicy(c, p)
	return &api.UpdateAccountPasswordPolicyOutput{}, nil
}

func deletePasswordPolicy(c *service.Call, _ *api.DeleteAccountPasswordPolicyInput) (*api.DeleteAccountPasswordPolicyOutput, error) {
	if c.AccountRow().PasswordPolicy == nil {
		return nil, noPasswordPolicy(c)
	}
	putPasswordPolicy(c, nil)
	return &api.DeleteAccountPasswordPolicyOutput{}, nil
}

func putPasswordPolicy(c *service.Call, p *identity.PasswordPolicy) {
	account := *c.AccountRow()
	account.PasswordPolicy = p
	store.Accounts.Put(c.Tx, &account)
}

func noPasswordPolicy(c *service.Call) error {
	return noSuchEntity("The Password Policy with domain name %s cannot be found.", c.Account())
}

// passwordRules are what a new password must be like in an account: its own policy, or the default one.
func passwordRules(account *identity.Account) password.Policy {
	p := account.PasswordPolicy
	if p == nil {
		return password.Default
	}
	return password.Policy{MinLength: p.MinimumLength, Upper: p.RequireUpper, Lower: p.RequireLower, Digit: p.RequireNumbers, Symbol: p.RequireSymbols}
}

// reusePrevention is how many of a user's last passwords may not come back.
func reusePrevention(account *identity.Account) int {
	if account.PasswordPolicy == nil {
		return 0
	}
	return account.PasswordPolicy.ReusePrevention
}

// numberOr is an optional number of a request, or another one.
func numberOr(n *int32, otherwise int) int {
	if n == nil {
		return otherwise
	}
	return int(*n)
}

// numberOrNil is a number for an answer: nil where 0 means that there is none.
func numberOrNil(n int) *int32 {
	if n == 0 {
		return nil
	}
	return new(int32(n))
}
