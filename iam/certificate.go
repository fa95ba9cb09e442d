package iam

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base32"
	"encoding/pem"
	"strings"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var certificateOperations = []service.Operation{
	service.Op("UploadSigningCertificate", service.Write, onUser("iam:UploadSigningCertificate", func(in *api.UploadSigningCertificateInput) *string { return in.UserName }, nil), uploadCertificate),
	service.Op("UpdateSigningCertificate", service.Write, onUser("iam:UpdateSigningCertificate", func(in *api.UpdateSigningCertificateInput) *string { return in.UserName }, nil), updateCertificate),
	service.Op("DeleteSigningCertificate", service.Write, onUser("iam:DeleteSigningCertificate", func(in *api.DeleteSigningCertificateInput) *string { return in.UserName }, nil), deleteCertificate),
	service.Op("ListSigningCertificates", service.List, onUser("iam:ListSigningCertificates", func(in *api.ListSigningCertificatesInput) *string { return in.UserName }, nil), listCertificates),
}

func uploadCertificate(c *service.Call, in *api.UploadSigningCertificateInput) (*api.UploadSigningCertificateOutput, error) {
	of, err := ownerOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	parsed, err := parseCertificate(in.CertificateBody, c.Now)
	if err != nil {
		return nil, err
	}
	if limit := c.Quota("SigningCertificatesPerUserQuota"); count(store.SigningCertificates.Prefix(c.Tx, store.OwnedKey(of.ID, ""))) >= limit {
		return nil, limitExceeded("CertificatesPerUser", limit)
	}
	certificate := &identity.SigningCertificate{
		ID: certificateID(c.Account(), parsed), Owner: of.ID, Body: in.CertificateBody, Status: identity.Active, UploadedAt: c.Now,
	}
	if has(store.SigningCertificatesByID.Get(c.Tx, certificate.ID)) {
		return nil, api.DuplicateCertificate("The same certificate is associated with an IAM user in this account.")
	}
	store.SigningCertificates.Put(c.Tx, certificate)
	return &api.UploadSigningCertificateOutput{Certificate: new(showCertificate(of, certificate))}, nil
}

func updateCertificate(c *service.Call, in *api.UpdateSigningCertificateInput) (*api.UpdateSigningCertificateOutput, error) {
	certificate, err := mustCertificate(c, in.UserName, in.CertificateId)
	if err != nil {
		return nil, err
	}
	if err := settable(in.Status); err != nil {
		return nil, err
	}
	changed := *certificate
	changed.Status = in.Status
	store.SigningCertificates.Put(c.Tx, &changed)
	return &api.UpdateSigningCertificateOutput{}, nil
}

func deleteCertificate(c *service.Call, in *api.DeleteSigningCertificateInput) (*api.DeleteSigningCertificateOutput, error) {
	certificate, err := mustCertificate(c, in.UserName, in.CertificateId)
	if err != nil {
		return nil, err
	}
	store.SigningCertificates.Delete(c.Tx, store.OwnedKey(certificate.Owner, certificate.ID))
	return &api.DeleteSigningCertificateOutput{}, nil
}

func listCertificates(c *service.Call, in *api.ListSigningCertificatesInput) (*api.ListSigningCertificatesOutput, error) {
	of, err := ownerOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	p := collect(w, store.SigningCertificates.After(c.Tx, store.OwnedKey(of.ID, ""), w.after), nil, func(s *identity.SigningCertificate) api.SigningCertificate { return showCertificate(of, s) })
	return &api.ListSigningCertificatesOutput{Certificates: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

func mustCertificate(c *service.Call, userName *string, id string) (*identity.SigningCertificate, error) {
	of, err := ownerOf(c, userName)
	if err != nil {
		return nil, err
	}
	certificate, ok := store.SigningCertificates.Get(c.Tx, store.OwnedKey(of.ID, id))
	if !ok {
		return nil, noSuchEntity("The Certificate with id %s cannot be found.", id)
	}
	return certificate, nil
}

func showCertificate(of owner, s *identity.SigningCertificate) api.SigningCertificate {
	return api.SigningCertificate{UserName: of.Name, CertificateId: s.ID, CertificateBody: s.Body, Status: s.Status, UploadDate: &s.UploadedAt}
}

// certificateID is 32 characters made of what the certificate says and of the account: so the same certificate is never taken twice in an account.
func certificateID(account string, certificate *x509.Certificate) string {
	sum := sha256.Sum256(append([]byte(account+"/"), certificate.Raw...))
	return base32.StdEncoding.EncodeToString(sum[:20])
}

// parseCertificate reads one X.509 certificate in PEM and nothing beside it: what else may stand there is a chain, or a private key that must not be kept.
// No signature is checked and no chain is built, so that reading costs the same whatever the certificate claims.
func parseCertificate(body string, now time.Time) (*x509.Certificate, error) {
	body = strings.TrimSpace(body)
	if !strings.HasPrefix(body, "-----BEGIN CERTIFICATE-----") {
		return nil, badCertificate()
	}
	block, rest := pem.Decode([]byte(body))
	if block == nil || block.Type != "CERTIFICATE" || len(block.Headers) > 0 || strings.TrimSpace(string(rest)) != "" {
		return nil, badCertificate()
	}
	certificate, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil, badCertificate()
	}
	switch key := certificate.PublicKey.(type) {
	case *rsa.PublicKey:
		if key.N.BitLen() > maxRSABits {
			return nil, api.InvalidCertificate("The certificate's RSA key has more than %d bits.", maxRSABits)
		}
	case *ecdsa.PublicKey, ed25519.PublicKey:
	default:
		return nil, api.InvalidCertificate("The certificate's public key is of a kind that is not supported.")
	}
	if now.After(certificate.NotAfter) {
		return nil, api.InvalidCertificate("The certificate has expired.")
	}
	return certificate, nil
}

func badCertificate() error {
	return api.MalformedCertificate("The certificate is malformed: it must be one X.509 certificate in PEM, and nothing else.")
}
