package iam

import (
	"context"
	"crypto/x509"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var serverCertificateOperations = []service.Operation{
	service.Op("UploadServerCertificate", service.Write, asksNewServerCertificate, uploadServerCertificate, service.Prepare(readServerCertificate)),
	service.Op("GetServerCertificate", service.Read, onServerCertificate("iam:GetServerCertificate", func(in *api.GetServerCertificateInput) string { return in.ServerCertificateName }), getServerCertificate),
	service.Op("ListServerCertificates", service.List, onKind("iam:ListServerCertificates", "server-certificate", func(in *api.ListServerCertificatesInput) *string { return in.PathPrefix }), listServerCertificates),
	service.Op("UpdateServerCertificate", service.Write, asksUpdateServerCertificate, updateServerCertificate),
	service.Op("DeleteServerCertificate", service.Write, onServerCertificate("iam:DeleteServerCertificate", func(in *api.DeleteServerCertificateInput) string { return in.ServerCertificateName }), deleteServerCertificate),
	service.Op("TagServerCertificate", service.Tagging, onTagged(taggedServerCertificates, "iam:TagServerCertificate", func(in *api.TagServerCertificateInput) (string, []api.Tag) { return in.ServerCertificateName, in.Tags }), tagServerCertificate),
	service.Op("UntagServerCertificate", service.Tagging, onUntagged(taggedServerCertificates, "iam:UntagServerCertificate", func(in *api.UntagServerCertificateInput) (string, []string) {
		return in.ServerCertificateName, in.TagKeys
	}), untagServerCertificate),
	service.Op("ListServerCertificateTags", service.List, onUntagged(taggedServerCertificates, "iam:ListServerCertificateTags", func(in *api.ListServerCertificateTagsInput) (string, []string) { return in.ServerCertificateName, nil }), listServerCertificateTags),
}

func serverCertificateNamed(c *service.Call, name string) (*identity.ServerCertificate, bool) {
	return store.ServerCertificates.Get(c.Tx, identity.Key(c.Account(), name))
}

func mustServerCertificate(c *service.Call, name string) (*identity.ServerCertificate, error) {
	if certificate, ok := serverCertificateNamed(c, name); ok {
		return certificate, nil
	}
	return nil, noSuchEntity("The Server Certificate with name %s cannot be found.", name)
}

// onServerCertificate asks for an action on a server certificate.
func onServerCertificate[I any](action string, name func(*I) string) asks[I] {
	return func(c *service.Call, in *I) ([]access.Ask, error) {
		return one(serverCertificateAsk(c, action, name(in)))
	}
}

func serverCertificateAsk(c *service.Call, action, name string) access.Ask {
	ask := access.Ask{Action: action, Resource: identity.ARN(c.Account(), "server-certificate", "/", name), Shown: "server certificate " + name}
	if certificate, ok := serverCertificateNamed(c, name); ok {
		ask.Resource, ask.Context, ask.Shown = certificate.ARN(), access.ResourceTags("iam", certificate.Tags), "server certificate "+certificate.Name
	}
	return ask
}

func asksNewServerCertificate(c *service.Call, in *api.UploadServerCertificateInput) ([]access.Ask, error) {
	tags := tagsOf(in.Tags)
	ask := access.Ask{
		Action:   "iam:UploadServerCertificate",
		Resource: identity.ARN(c.Account(), "server-certificate", pathOf(in.Path), in.ServerCertificateName),
		Shown:    identity.ARN(c.Account(), "server-certificate", "/", in.ServerCertificateName),
		Context:  append(access.RequestTags(tags), access.ResourceTags("iam", tags)...),
	}
	if len(tags) == 0 {
		return one(ask)
	}
	tagging := ask
	tagging.Action = "iam:TagServerCertificate"
	return []access.Ask{ask, tagging}, nil
}

// readServerCertificate checks certificate, key and chain outside of the transaction: signatures may be slow.
func readServerCertificate(_ context.Context, c *service.Call, in *api.UploadServerCertificateInput) (*x509.Certificate, error) {
	certificate, err := parseServerCertificate(in.CertificateBody)
	if err != nil {
		return nil, err
	}
	if err := keyFits(certificate, in.PrivateKey); err != nil {
		return nil, err
	}
	if in.CertificateChain != nil {
		if err := chainFits(certificate, *in.CertificateChain); err != nil {
			return nil, err
		}
	}
	if c.Now.Before(certificate.NotBefore) || c.Now.After(certificate.NotAfter) {
		return nil, api.MalformedCertificate("The certificate is valid from %s to %s only.", certificate.NotBefore.UTC().Format(time.RFC3339), certificate.NotAfter.UTC().Format(time.RFC3339))
	}
	return certificate, nil
}

func uploadServerCertificate(c *service.Call, in *api.UploadServerCertificateInput) (*api.UploadServerCertificateOutput, error) {
	if _, taken := serverCertificateNamed(c, in.ServerCertificateName); taken {
		return nil, serverCertificateExists(in.ServerCertificateName)
	}
	if limit := c.Quota("ServerCertificatesQuota"); store.ServerCertificateCount.Of(c.Tx, c.Account()) >= limit {
		return nil, limitExceeded("ServerCertificatesPerAccount", limit)
	}
	tags, err := exactKeys.fresh(c, in.Tags)
	if err != nil {
		return nil, err
	}
	certificate := &identity.ServerCertificate{
		Account: c.Account(), Name: in.ServerCertificateName, ID: c.NewID(identity.CertificatePrefix), Path: pathOf(in.Path),
		Body: strings.TrimSpace(in.CertificateBody), UploadedAt: c.Now, ExpiresAt: service.Prepared[x509.Certificate](c).NotAfter.UTC(), Tags: tags,
	}
	if in.CertificateChain != nil {
		certificate.Chain = strings.TrimSpace(*in.CertificateChain)
	}
	store.ServerCertificates.Put(c.Tx, certificate)
	return &api.UploadServerCertificateOutput{ServerCertificateMetadata: new(showServerCertificate(certificate)), Tags: showTags(tags)}, nil
}

func serverCertificateExists(name string) error {
	return entityExists("The Server Certificate with name %s already exists.", name)
}

// getServerCertificate answers everything but the private key, which nobody gets back.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServerCertificate.html
func getServerCertificate(c *service.Call, in *api.GetServerCertificateInput) (*api.GetServerCertificateOutput, error) {
	certificate, err := mustServerCertificate(c, in.ServerCertificateName)
	if err != nil {
		return nil, err
	}
	shown := &api.ServerCertificate{
		ServerCertificateMetadata: new(showServerCertificate(certificate)), CertificateBody: certificate.Body, Tags: allTags(certificate.Tags),
	}
	if certificate.Chain != "" {
		shown.CertificateChain = &certificate.Chain
	}
	return &api.GetServerCertificateOutput{ServerCertificate: shown}, nil
}

func listServerCertificates(c *service.Call, in *api.ListServerCertificatesInput) (*api.ListServerCertificatesOutput, error) {
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	under := underPath(in.PathPrefix, func(s *identity.ServerCertificate) string { return s.Path })
	p := collect(w, store.ServerCertificates.After(c.Tx, c.Account()+"/", w.after), under, showServerCertificate)
	return &api.ListServerCertificatesOutput{ServerCertificateMetadataList: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

// asksUpdateServerCertificate asks for the certificate as it is and as it is to be called.
func asksUpdateServerCertificate(c *service.Call, in *api.UpdateServerCertificateInput) ([]access.Ask, error) {
	before := serverCertificateAsk(c, "iam:UpdateServerCertificate", in.ServerCertificateName)
	certificate, ok := serverCertificateNamed(c, in.ServerCertificateName)
	if !ok || in.NewServerCertificateName == nil && in.NewPath == nil {
		return one(before)
	}
	after, renamed := before, renamedServerCertificate(certificate, in)
	after.Resource, after.Shown = renamed.ARN(), "server certificate "+renamed.Name
	return []access.Ask{before, after}, nil
}

func updateServerCertificate(c *service.Call, in *api.UpdateServerCertificateInput) (*api.UpdateServerCertificateOutput, error) {
	certificate, err := mustServerCertificate(c, in.ServerCertificateName)
	if err != nil {
		return nil, err
	}
	renamed := renamedServerCertificate(certificate, in)
	if other, taken := serverCertificateNamed(c, renamed.Name); taken && other.ID != certificate.ID {
		return nil, serverCertificateExists(renamed.Name)
	}
	store.ServerCertificates.Delete(c.Tx, identity.Key(certificate.Account, certificate.Name))
	store.ServerCertificates.Put(c.Tx, renamed)
	return &api.UpdateServerCertificateOutput{}, nil
}

func renamedServerCertificate(certificate *identity.ServerCertificate, in *api.UpdateServerCertificateInput) *identity.ServerCertificate {
	renamed := certificate.Clone()
	if in.NewServerCertificateName != nil {
		renamed.Name = *in.NewServerCertificateName
	}
	if in.NewPath != nil {
		renamed.Path = *in.NewPath
	}
	return renamed
}

func deleteServerCertificate(c *service.Call, in *api.DeleteServerCertificateInput) (*api.DeleteServerCertificateOutput, error) {
	certificate, err := mustServerCertificate(c, in.ServerCertificateName)
	if err != nil {
		return nil, err
	}
	store.ServerCertificates.Delete(c.Tx, identity.Key(certificate.Account, certificate.Name))
	return &api.DeleteServerCertificateOutput{}, nil
}

func showServerCertificate(s *identity.ServerCertificate) api.ServerCertificateMetadata {
	return api.ServerCertificateMetadata{
		ServerCertificateName: s.Name, ServerCertificateId: s.ID, Arn: s.ARN(), Path: s.Path, UploadDate: &s.UploadedAt, Expiration: &s.ExpiresAt,
	}
}

func tagServerCertificate(c *service.Call, in *api.TagServerCertificateInput) (*api.TagServerCertificateOutput, error) {
	return &api.TagServerCertificateOutput{}, taggedServerCertificates.tag(c, in.ServerCertificateName, in.Tags)
}

func untagServerCertificate(c *service.Call, in *api.UntagServerCertificateInput) (*api.UntagServerCertificateOutput, error) {
	return &api.UntagServerCertificateOutput{}, taggedServerCertificates.untag(c, in.ServerCertificateName, in.TagKeys)
}

func listServerCertificateTags(c *service.Call, in *api.ListServerCertificateTagsInput) (*api.ListServerCertificateTagsOutput, error) {
	p, err := taggedServerCertificates.list(c, in.ServerCertificateName, in.Marker, in.MaxItems)
	return &api.ListServerCertificateTagsOutput{Tags: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, err
}

var taggedServerCertificates = taggedKind{
	keys: exactKeys,
	ask: func(c *service.Call, action, name string) (access.Ask, error) {
		return serverCertificateAsk(c, action, name), nil
	},
	find: func(c *service.Call, name string) (tagged, error) {
		certificate, err := mustServerCertificate(c, name)
		if err != nil {
			return tagged{}, err
		}
		return tagged{certificate.Tags, retag(c, store.ServerCertificates, certificate.Clone, func(s *identity.ServerCertificate, tags identity.Tags) { s.Tags = tags })}, nil
	},
}
