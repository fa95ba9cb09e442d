package iam

import (
	"regexp"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var accountOperations = []service.Operation{
	service.Op("CreateAccountAlias", service.Write, onAccount[api.CreateAccountAliasInput]("iam:CreateAccountAlias"), createAccountAlias),
	service.Op("DeleteAccountAlias", service.Write, onAccount[api.DeleteAccountAliasInput]("iam:DeleteAccountAlias"), deleteAccountAlias),
	service.Op("ListAccountAliases", service.List, onAccount[api.ListAccountAliasesInput]("iam:ListAccountAliases"), listAccountAliases),
	service.Op("GetAccountSummary", service.List, onAccount[api.GetAccountSummaryInput]("iam:GetAccountSummary"), getAccountSummary),
	service.Op("SetSecurityTokenServicePreferences", service.Write, onAccount[api.SetSecurityTokenServicePreferencesInput]("iam:SetSecurityTokenServicePreferences"), setTokenPreferences),
}

var accountNumber = regexp.MustCompile(`^[0-9]{12}$`)

// createAccountAlias gives the account its one alias, in place of one that it has. A sign-in address is made of it, so it cannot look like an account's number.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html
func createAccountAlias(c *service.Call, in *api.CreateAccountAliasInput) (*api.CreateAccountAliasOutput, error) {
	if accountNumber.MatchString(in.AccountAlias) {
		return nil, invalidInput("The account alias %s cannot be the number of an account.", in.AccountAlias)
	}
	if has(store.AccountsByAlias.Get(c.Tx, identity.Fold(in.AccountAlias))) {
		return nil, entityExists("The account alias %s already exists.", in.AccountAlias)
	}
	changed := *c.AccountRow()
	changed.Alias = in.AccountAlias
	store.Accounts.Put(c.Tx, &changed)
	return &api.CreateAccountAliasOutput{}, nil
}

func deleteAccountAlias(c *service.Call, in *api.DeleteAccountAliasInput) (*api.DeleteAccountAliasOutput, error) {
	account := c.AccountRow()
	if account.Alias != in.AccountAlias {
		return nil, noSuchEntity("The account alias with name %s cannot be found.", in.AccountAlias)
	}
	changed := *account
	changed.Alias = ""
	store.Accounts.Put(c.Tx, &changed)
	return &api.DeleteAccountAliasOutput{}, nil
}

func listAccountAliases(c *service.Call, _ *api.ListAccountAliasesInput) (*api.ListAccountAliasesOutput, error) {
	out := &api.ListAccountAliasesOutput{AccountAliases: []string{}}
	if alias := c.AccountRow().Alias; alias != "" {
		out.AccountAliases = append(out.AccountAliases, alias)
	}
	return out, nil
}

func setTokenPreferences(c *service.Call, in *api.SetSecurityTokenServicePreferencesInput) (*api.SetSecurityTokenServicePreferencesOutput, error) {
	versions := map[string]int{"v1Token": 1, "v2Token": 2}
	version, ok := versions[in.GlobalEndpointTokenVersion]
	if !ok {
		return nil, fault.Validation("The token version must be v1Token or v2Token.")
	}
	changed := *c.AccountRow()
	changed.TokenVersion = version
	store.Accounts.Put(c.Tx, &changed)
	return &api.SetSecurityTokenServicePreferencesOutput{}, nil
}
