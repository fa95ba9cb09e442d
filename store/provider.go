package store

import "github.com/cardea-iam/cardea/identity"

// OIDCProviders are by account and issuer, to the letter.
var OIDCProviders = NewTable("oidcprovider", func(p *identity.OIDCProvider) string { return ProviderKey(p.Account, p.URL) })

// SAMLProviders are by account and name, to the letter.
var SAMLProviders = NewTable("samlprovider", func(p *identity.SAMLProvider) string { return ProviderKey(p.Account, p.Name) })

// OIDCProviderCount and SAMLProviderCount count the providers of an account.
var (
	OIDCProviderCount = OIDCProviders.CountBy(func(p *identity.OIDCProvider) []string { return []string{p.Account} })
	SAMLProviderCount = SAMLProviders.CountBy(func(p *identity.SAMLProvider) []string { return []string{p.Account} })
)

// ProviderKey is the key of a provider.
func ProviderKey(account, name string) string { return account + "/" + name }
