package iam

import (
	"context"
	"io"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var samlProviderOperations = []service.Operation{
	service.Op("CreateSAMLProvider", service.Write, asksNewSAMLProvider, createSAMLProvider, service.Prepare(func(_ context.Context, _ *service.Call, in *api.CreateSAMLProviderInput) (*samlMetadata, error) {
		return readSAMLMetadata(in.SAMLMetadataDocument)
	})),
	service.Op("GetSAMLProvider", service.Read, onSAMLProvider("iam:GetSAMLProvider", func(in *api.GetSAMLProviderInput) string { return in.SAMLProviderArn }), getSAMLProvider),
	service.Op("ListSAMLProviders", service.List, onAccount[api.ListSAMLProvidersInput]("iam:ListSAMLProviders"), listSAMLProviders),
	service.Op("UpdateSAMLProvider", service.Write, onSAMLProvider("iam:UpdateSAMLProvider", func(in *api.UpdateSAMLProviderInput) string { return in.SAMLProviderArn }), updateSAMLProvider, service.Prepare(func(_ context.Context, _ *service.Call, in *api.UpdateSAMLProviderInput) (*samlMetadata, error) {
		if in.SAMLMetadataDocument == nil {
			return &samlMetadata{}, nil
		}
		return readSAMLMetadata(*in.SAMLMetadataDocument)
	})),
	service.Op("DeleteSAMLProvider", service.Write, onSAMLProvider("iam:DeleteSAMLProvider", func(in *api.DeleteSAMLProviderInput) string { return in.SAMLProviderArn }), deleteSAMLProvider),
	service.Op("TagSAMLProvider", service.Tagging, onTagged(taggedSAMLProviders, "iam:TagSAMLProvider", func(in *api.TagSAMLProviderInput) (string, []api.Tag) { return in.SAMLProviderArn, in.Tags }), tagSAMLProvider),
	service.Op("UntagSAMLProvider", service.Tagging, onUntagged(taggedSAMLProviders, "iam:UntagSAMLProvider", func(in *api.UntagSAMLProviderInput) (string, []string) { return in.SAMLProviderArn, in.TagKeys }), untagSAMLProvider),
	service.Op("ListSAMLProviderTags", service.List, onUntagged(taggedSAMLProviders, "iam:ListSAMLProviderTags", func(in *api.ListSAMLProviderTagsInput) (string, []string) { return in.SAMLProviderArn, nil }), listSAMLProviderTags),
}

func samlProvider(c *service.Call, providerARN string) (*identity.SAMLProvider, bool) {
	return store.SAMLProviders.Get(c.Tx, store.ProviderKey(c.Account(), providerNamed(c, "saml-provider", providerARN)))
}

func mustSAMLProvider(c *service.Call, providerARN string) (*identity.SAMLProvider, error) {
	if provider, ok := samlProvider(c, providerARN); ok {
		return provider, nil
	}
	return nil, noSuchEntity("Manifest not found for arn %s", providerARN)
}

// onSAMLProvider asks for an action on a provider.
func onSAMLProvider[I any](action string, providerARN func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		ask, err := samlProviderAsk(c, action, providerARN(in))
		return []access.Ask{ask}, err
	}
}

func samlProviderAsk(c *service.Call, action, providerARN string) (access.Ask, error) {
	if err := mustBeARN(providerARN); err != nil {
		return access.Ask{}, err
	}
	ask := access.Ask{Action: action, Resource: providerARN, Owner: c.Account()}
	if provider, ok := samlProvider(c, providerARN); ok {
		ask.Context = access.ResourceTags("iam", provider.Tags)
	}
	return ask, nil
}

func asksNewSAMLProvider(c *service.Call, in *api.CreateSAMLProviderInput) ([]access.Ask, error) {
	tags := tagsOf(in.Tags)
	ask := access.Ask{
		Action: "iam:CreateSAMLProvider", Resource: identity.ARN(c.Account(), "saml-provider", "/", in.Name),
		Context: append(access.RequestTags(tags), access.ResourceTags("iam", tags)...),
	}
	if len(tags) == 0 {
		return one(ask)
	}
	tagging := ask
	tagging.Action = "iam:TagSAMLProvider"
	return []access.Ask{ask, tagging}, nil
}

func createSAMLProvider(c *service.Call, in *api.CreateSAMLProviderInput) (*api.CreateSAMLProviderOutput, error) {
	if err := noDecryption(in.AssertionEncryptionMode, in.AddPrivateKey); err != nil {
		return nil, err
	}
	if has(store.SAMLProviders.Get(c.Tx, store.ProviderKey(c.Account(), in.Name))) {
		return nil, entityExists("Provider with name %s already exists.", in.Name)
	}
	if limit := c.Quota("SAMLProvidersQuota"); store.SAMLProviderCount.Of(c.Tx, c.Account()) >= limit {
		return nil, limitExceeded("SAMLProvidersPerAccount", limit)
	}
	tags, err := exactKeys.fresh(c, in.Tags)
	if err != nil {
		return nil, err
	}
	provider := &identity.SAMLProvider{
		Account: c.Account(), Name: in.Name, UUID: newProviderUUID(c.Chance), Metadata: in.SAMLMetadataDocument, CreatedAt: c.Now,
		ValidUntil: service.Prepared[samlMetadata](c).until(c.Now), Tags: tags,
	}
	store.SAMLProviders.Put(c.Tx, provider)
	return &api.CreateSAMLProviderOutput{SAMLProviderArn: new(provider.ARN()), Tags: showTags(tags)}, nil
}

// noDecryption refuses what has to do with encrypted assertions: no assertion is read here, and a private key that nobody needs is not kept.
func noDecryption(mode, key *string) error {
	if key != nil || mode != nil && *mode == api.AssertionEncryptionModeTypeRequired {
		return invalidInput("Encrypted assertions are not supported here: leave out the private key, and require no encryption.")
	}
	return nil
}

// newProviderUUID draws the unique ID of a provider: 24 letters and digits.
func newProviderUUID(chance io.Reader) string {
	return identity.NewID(chance, "SAMLSP")
}

func getSAMLProvider(c *service.Call, in *api.GetSAMLProviderInput) (*api.GetSAMLProviderOutput, error) {
	provider, err := mustSAMLProvider(c, in.SAMLProviderArn)
	if err != nil {
		return nil, err
	}
	return &api.GetSAMLProviderOutput{
		SAMLMetadataDocument: &provider.Metadata, SAMLProviderUUID: &provider.UUID, CreateDate: &provider.CreatedAt, ValidUntil: &provider.ValidUntil,
		AssertionEncryptionMode: new(api.AssertionEncryptionModeTypeAllowed), PrivateKeyList: []api.SAMLPrivateKey{}, Tags: allTags(provider.Tags),
	}, nil
}

func listSAMLProviders(c *service.Call, _ *api.ListSAMLProvidersInput) (*api.ListSAMLProvidersOutput, error) {
	shown := []api.SAMLProviderListEntry{}
	for provider := range store.SAMLProviders.Prefix(c.Tx, c.Account()+"/") {
		shown = append(shown, api.SAMLProviderListEntry{Arn: new(provider.ARN()), CreateDate: &provider.CreatedAt, ValidUntil: &provider.ValidUntil})
	}
	return &api.ListSAMLProvidersOutput{SAMLProviderList: shown}, nil
}

func updateSAMLProvider(c *service.Call, in *api.UpdateSAMLProviderInput) (*api.UpdateSAMLProviderOutput, error) {
	provider, err := mustSAMLProvider(c, in.SAMLProviderArn)
	if err != nil {
		return nil, err
	}
	if err := noDecryption(in.AssertionEncryptionMode, in.AddPrivateKey); err != nil {
		return nil, err
	}
	if in.RemovePrivateKey != nil {
		return nil, noSuchEntity("The private key with id %s cannot be found.", *in.RemovePrivateKey)
	}
	changed := provider.Clone()
	if in.SAMLMetadataDocument != nil {
		changed.Metadata, changed.ValidUntil = *in.SAMLMetadataDocument, service.Prepared[samlMetadata](c).until(c.Now)
	}
	store.SAMLProviders.Put(c.Tx, changed)
	return &api.UpdateSAMLProviderOutput{SAMLProviderArn: new(changed.ARN())}, nil
}

func deleteSAMLProvider(c *service.Call, in *api.DeleteSAMLProviderInput) (*api.DeleteSAMLProviderOutput, error) {
	provider, err := mustSAMLProvider(c, in.SAMLProviderArn)
	if err != nil {
		return nil, err
	}
	store.SAMLProviders.Delete(c.Tx, store.ProviderKey(provider.Account, provider.Name))
	return &api.DeleteSAMLProviderOutput{}, nil
}

func tagSAMLProvider(c *service.Call, in *api.TagSAMLProviderInput) (*api.TagSAMLProviderOutput, error) {
	return &api.TagSAMLProviderOutput{}, taggedSAMLProviders.tag(c, in.SAMLProviderArn, in.Tags)
}

func untagSAMLProvider(c *service.Call, in *api.UntagSAMLProviderInput) (*api.UntagSAMLProviderOutput, error) {
	return &api.UntagSAMLProviderOutput{}, taggedSAMLProviders.untag(c, in.SAMLProviderArn, in.TagKeys)
}

func listSAMLProviderTags(c *service.Call, in *api.ListSAMLProviderTagsInput) (*api.ListSAMLProviderTagsOutput, error) {
	p, err := taggedSAMLProviders.list(c, in.SAMLProviderArn, in.Marker, in.MaxItems)
	return &api.ListSAMLProviderTagsOutput{Tags: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

var taggedSAMLProviders = taggedKind{
	keys: exactKeys,
	ask:  samlProviderAsk,
	find: func(c *service.Call, providerARN string) (tagged, error) {
		provider, err := mustSAMLProvider(c, providerARN)
		if err != nil {
			return tagged{}, err
		}
		return tagged{provider.Tags, retag(c, store.SAMLProviders, provider.Clone, func(p *identity.SAMLProvider, tags identity.Tags) { p.Tags = tags })}, nil
	},
}

// until is how long metadata is good: as long as it says, or for a hundred years.
func (m *samlMetadata) until(now time.Time) time.Time {
	if !m.validUntil.IsZero() {
		return m.validUntil
	}
	return now.AddDate(100, 0, 0)
}
