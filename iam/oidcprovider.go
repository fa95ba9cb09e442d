package iam

import (
	"net/url"
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var oidcProviderOperations = []service.Operation{
	service.Op("CreateOpenIDConnectProvider", service.Write, asksNewOIDCProvider, createOIDCProvider),
	service.Op("GetOpenIDConnectProvider", service.Read, onOIDCProvider("iam:GetOpenIDConnectProvider", func(in *api.GetOpenIDConnectProviderInput) string { return in.OpenIDConnectProviderArn }), getOIDCProvider),
	service.Op("ListOpenIDConnectProviders", service.List, onAccount[api.ListOpenIDConnectProvidersInput]("iam:ListOpenIDConnectProviders"), listOIDCProviders),
	service.Op("UpdateOpenIDConnectProviderThumbprint", service.Write, onOIDCProvider("iam:UpdateOpenIDConnectProviderThumbprint", func(in *api.UpdateOpenIDConnectProviderThumbprintInput) string {
		return in.OpenIDConnectProviderArn
	}), updateThumbprints),
	service.Op("AddClientIDToOpenIDConnectProvider", service.Write, onOIDCProvider("iam:AddClientIDToOpenIDConnectProvider", func(in *api.AddClientIDToOpenIDConnectProviderInput) string {
		return in.OpenIDConnectProviderArn
	}), addClientID),
	service.Op("RemoveClientIDFromOpenIDConnectProvider", service.Write, onOIDCProvider("iam:RemoveClientIDFromOpenIDConnectProvider", func(in *api.RemoveClientIDFromOpenIDConnectProviderInput) string {
		return in.OpenIDConnectProviderArn
	}), removeClientID),
	service.Op("DeleteOpenIDConnectProvider", service.Write, onOIDCProvider("iam:DeleteOpenIDConnectProvider", func(in *api.DeleteOpenIDConnectProviderInput) string { return in.OpenIDConnectProviderArn }), deleteOIDCProvider),
	service.Op("TagOpenIDConnectProvider", service.Tagging, onTagged(taggedOIDCProviders, "iam:TagOpenIDConnectProvider", func(in *api.TagOpenIDConnectProviderInput) (string, []api.Tag) {
		return in.OpenIDConnectProviderArn, in.Tags
	}), tagOIDCProvider),
	service.Op("UntagOpenIDConnectProvider", service.Tagging, onUntagged(taggedOIDCProviders, "iam:UntagOpenIDConnectProvider", func(in *api.UntagOpenIDConnectProviderInput) (string, []string) {
		return in.OpenIDConnectProviderArn, in.TagKeys
	}), untagOIDCProvider),
	service.Op("ListOpenIDConnectProviderTags", service.List, onUntagged(taggedOIDCProviders, "iam:ListOpenIDConnectProviderTags", func(in *api.ListOpenIDConnectProviderTagsInput) (string, []string) {
		return in.OpenIDConnectProviderArn, nil
	}), listOIDCProviderTags),
}

// maxThumbprints is how many certificates of an issuer a provider may name.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
const maxThumbprints = 5

// providerNamed is the name in the ARN of a provider of the call's account, and "" where it is none.
func providerNamed(c *service.Call, kind, providerARN string) string {
	name, ok := strings.CutPrefix(providerARN, identity.ARN(c.Account(), kind, "/", ""))
	if !ok {
		return ""
	}
	return name
}

func oidcProvider(c *service.Call, providerARN string) (*identity.OIDCProvider, bool) {
	return store.OIDCProviders.Get(c.Tx, store.ProviderKey(c.Account(), providerNamed(c, "oidc-provider", providerARN)))
}

func mustOIDCProvider(c *service.Call, providerARN string) (*identity.OIDCProvider, error) {
	if provider, ok := oidcProvider(c, providerARN); ok {
		return provider, nil
	}
	return nil, noSuchEntity("OpenIDConnect Provider not found for arn %s", providerARN)
}

// onOIDCProvider asks for an action on a provider.
func onOIDCProvider[I any](action string, providerARN func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		ask, err := oidcProviderAsk(c, action, providerARN(in))
		return []access.Ask{ask}, err
	}
}

func oidcProviderAsk(c *service.Call, action, providerARN string) (access.Ask, error) {
	if err := mustBeARN(providerARN); err != nil {
		return access.Ask{}, err
	}
	ask := access.Ask{Action: action, Resource: providerARN, Owner: c.Account()}
	if provider, ok := oidcProvider(c, providerARN); ok {
		ask.Context = access.ResourceTags("iam", provider.Tags)
	}
	return ask, nil
}

func asksNewOIDCProvider(c *service.Call, in *api.CreateOpenIDConnectProviderInput) ([]access.Ask, error) {
	issuer, err := issuerOf(in.Url)
	if err != nil {
		return nil, err
	}
	tags := tagsOf(in.Tags)
	ask := access.Ask{
		Action: "iam:CreateOpenIDConnectProvider", Resource: identity.ARN(c.Account(), "oidc-provider", "/", issuer),
		Context: append(access.RequestTags(tags), access.ResourceTags("iam", tags)...),
	}
	if len(tags) == 0 {
		return one(ask)
	}
	tagging := ask
	tagging.Action = "iam:TagOpenIDConnectProvider"
	return []access.Ask{ask, tagging}, nil
}

// issuerOf reads the address of an issuer, which is https with a host, and perhaps a path, and nothing else. The answer has no https:// before it.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
func issuerOf(text string) (string, error) {
	u, err := url.Parse(text)
	switch {
	case err != nil, u.Scheme != "https", u.Host == "", u.Port() != "" || strings.HasSuffix(u.Host, ":"), u.User != nil, strings.ContainsAny(text, "?#"):
		return "", fault.Validation("Invalid Open ID Connect Provider URL")
	}
	return text[len("https://"):], nil
}

func createOIDCProvider(c *service.Call, in *api.CreateOpenIDConnectProviderInput) (*api.CreateOpenIDConnectProviderOutput, error) {
	issuer, err := issuerOf(in.Url)
	if err != nil {
		return nil, err
	}
	if err := fewThumbprints(in.ThumbprintList); err != nil {
		return nil, err
	}
	clients := distinct(in.ClientIDList)
	if err := fewClients(c, clients); err != nil {
		return nil, err
	}
	if has(store.OIDCProviders.Get(c.Tx, store.ProviderKey(c.Account(), issuer))) {
		return nil, entityExists("Provider with url %s already exists.", in.Url)
	}
	if limit := c.Quota("OpenIDConnectProvidersQuota"); store.OIDCProviderCount.Of(c.Tx, c.Account()) >= limit {
		return nil, limitExceeded("OpenIDConnectProvidersPerAccount", limit)
	}
	tags, err := exactKeys.fresh(c, in.Tags)
	if err != nil {
		return nil, err
	}
	provider := &identity.OIDCProvider{Account: c.Account(), URL: issuer, Clients: clients, Thumbprints: distinct(in.ThumbprintList), CreatedAt: c.Now, Tags: tags}
	store.OIDCProviders.Put(c.Tx, provider)
	return &api.CreateOpenIDConnectProviderOutput{OpenIDConnectProviderArn: new(provider.ARN()), Tags: showTags(tags)}, nil
}

func fewThumbprints(thumbprints []string) error {
	if len(thumbprints) > maxThumbprints {
		return invalidInput("Thumbprint list must contain fewer than %d entries.", maxThumbprints)
	}
	return nil
}

func fewClients(c *service.Call, clients []string) error {
	if limit := c.Quota("ClientIDsPerOpenIDConnectProviderQuota"); len(clients) > limit {
		return limitExceeded("ClientIdsPerOpenIdConnectProvider", limit)
	}
	return nil
}

// distinct leaves out what was there before, and keeps the order.
func distinct(texts []string) []string {
	out := make([]string, 0, len(texts))
	for _, text := range texts {
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

func getOIDCProvider(c *service.Call, in *api.GetOpenIDConnectProviderInput) (*api.GetOpenIDConnectProviderOutput, error) {
	provider, err := mustOIDCProvider(c, in.OpenIDConnectProviderArn)
	if err != nil {
		return nil, err
	}
	return &api.GetOpenIDConnectProviderOutput{
		Url: &provider.URL, ClientIDList: append([]string{}, provider.Clients...), ThumbprintList: append([]string{}, provider.Thumbprints...),
		CreateDate: &provider.CreatedAt, Tags: allTags(provider.Tags),
	}, nil
}

func listOIDCProviders(c *service.Call, _ *api.ListOpenIDConnectProvidersInput) (*api.ListOpenIDConnectProvidersOutput, error) {
	shown := []api.OpenIDConnectProviderListEntry{}
	for provider := range store.OIDCProviders.Prefix(c.Tx, c.Account()+"/") {
		shown = append(shown, api.OpenIDConnectProviderListEntry{Arn: new(provider.ARN())})
	}
	return &api.ListOpenIDConnectProvidersOutput{OpenIDConnectProviderList: shown}, nil
}

func updateThumbprints(c *service.Call, in *api.UpdateOpenIDConnectProviderThumbprintInput) (*api.UpdateOpenIDConnectProviderThumbprintOutput, error) {
	provider, err := mustOIDCProvider(c, in.OpenIDConnectProviderArn)
	if err != nil {
		return nil, err
	}
	if err := fewThumbprints(in.ThumbprintList); err != nil {
		return nil, err
	}
	changed := provider.Clone()
	changed.Thumbprints = distinct(in.ThumbprintList)
	store.OIDCProviders.Put(c.Tx, changed)
	return &api.UpdateOpenIDConnectProviderThumbprintOutput{}, nil
}

// addClientID adds an audience. To do it twice is no error.
func addClientID(c *service.Call, in *api.AddClientIDToOpenIDConnectProviderInput) (*api.AddClientIDToOpenIDConnectProviderOutput, error) {
	provider, err := mustOIDCProvider(c, in.OpenIDConnectProviderArn)
	if err != nil {
		return nil, err
	}
	changed := provider.Clone()
	changed.Clients = distinct(append(changed.Clients, in.ClientID))
	if err := fewClients(c, changed.Clients); err != nil {
		return nil, err
	}
	store.OIDCProviders.Put(c.Tx, changed)
	return &api.AddClientIDToOpenIDConnectProviderOutput{}, nil
}

// removeClientID removes an audience. To do it twice is no error.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveClientIDFromOpenIDConnectProvider.html
func removeClientID(c *service.Call, in *api.RemoveClientIDFromOpenIDConnectProviderInput) (*api.RemoveClientIDFromOpenIDConnectProviderOutput, error) {
	provider, err := mustOIDCProvider(c, in.OpenIDConnectProviderArn)
	if err != nil {
		return nil, err
	}
	changed := provider.Clone()
	changed.Clients = slices.DeleteFunc(changed.Clients, func(id string) bool { return id == in.ClientID })
	store.OIDCProviders.Put(c.Tx, changed)
	return &api.RemoveClientIDFromOpenIDConnectProviderOutput{}, nil
}

// deleteOIDCProvider leaves the roles that trust the provider as they are: nobody gets into them by it any more.
func deleteOIDCProvider(c *service.Call, in *api.DeleteOpenIDConnectProviderInput) (*api.DeleteOpenIDConnectProviderOutput, error) {
	provider, ok := oidcProvider(c, in.OpenIDConnectProviderArn)
	if !ok {
		return nil, noSuchEntity("OpenId connect Provider %s cannot be found.", in.OpenIDConnectProviderArn)
	}
	store.OIDCProviders.Delete(c.Tx, store.ProviderKey(provider.Account, provider.URL))
	return &api.DeleteOpenIDConnectProviderOutput{}, nil
}

func tagOIDCProvider(c *service.Call, in *api.TagOpenIDConnectProviderInput) (*api.TagOpenIDConnectProviderOutput, error) {
	return &api.TagOpenIDConnectProviderOutput{}, taggedOIDCProviders.tag(c, in.OpenIDConnectProviderArn, in.Tags)
}

func untagOIDCProvider(c *service.Call, in *api.UntagOpenIDConnectProviderInput) (*api.UntagOpenIDConnectProviderOutput, error) {
	return &api.UntagOpenIDConnectProviderOutput{}, taggedOIDCProviders.untag(c, in.OpenIDConnectProviderArn, in.TagKeys)
}

func listOIDCProviderTags(c *service.Call, in *api.ListOpenIDConnectProviderTagsInput) (*api.ListOpenIDConnectProviderTagsOutput, error) {
	p, err := taggedOIDCProviders.list(c, in.OpenIDConnectProviderArn, in.Marker, in.MaxItems)
	return &api.ListOpenIDConnectProviderTagsOutput{Tags: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

var taggedOIDCProviders = taggedKind{
	keys: exactKeys,
	ask:  oidcProviderAsk,
	find: func(c *service.Call, providerARN string) (tagged, error) {
		provider, err := mustOIDCProvider(c, providerARN)
		if err != nil {
			return tagged{}, err
		}
		return tagged{provider.Tags, retag(c, store.OIDCProviders, provider.Clone, func(p *identity.OIDCProvider, tags identity.Tags) { p.Tags = tags })}, nil
	},
}
