package iam_test

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/service/hosttest"
)

// pair is a certificate with its key, as files hold them.
type pair struct {
	body, key string
	parsed    *x509.Certificate
	signer    crypto.Signer
}

func newKey(t *testing.T) crypto.Signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(t, err)
	return key
}

// signedBy makes a certificate that another signs; nil: itself.
func signedBy(t *testing.T, above *pair, name string, key crypto.Signer, change func(*x509.Certificate)) *pair {
	t.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(int64(len(name))), Subject: pkix.Name{CommonName: name}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: hosttest.Start.AddDate(0, 0, -1), NotAfter: hosttest.Start.AddDate(1, 0, 0),
	}
	if change != nil {
		change(template)
	}
	parent, signer := template, key
	if above != nil {
		parent, signer = above.parsed, above.signer
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), signer)
	check(t, err)
	parsed, err := x509.ParseCertificate(der)
	check(t, err)
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	check(t, err)
	return &pair{
		body: string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})), key: string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})),
		parsed: parsed, signer: key,
	}
}

func uploadServer(name string, p *pair, chain ...*pair) *api.UploadServerCertificateInput {
	in := &api.UploadServerCertificateInput{ServerCertificateName: name, CertificateBody: p.body, PrivateKey: p.key}
	if len(chain) > 0 {
		var text string
		for _, above := range chain {
			text += above.body
		}
		in.CertificateChain = &text
	}
	return in
}

func serverARN(name string) string { return "arn:aws:iam::" + account + ":server-certificate/" + name }

func TestAServerCertificateIsKeptRenamedAndDeleted(t *testing.T) {
	h := newHost(t)
	root := signedBy(t, nil, "root", newKey(t), nil)
	leaf := signedBy(t, root, "leaf", newKey(t), nil)
	in := uploadServer("web", leaf, root)
	in.Path, in.Tags = new("/cloudfront/"), tag("team", "red")
	made := call[api.UploadServerCertificateOutput](h, h.root, "UploadServerCertificate", in)
	meta := made.ServerCertificateMetadata
	if meta.Arn != serverARN("cloudfront/web") || meta.Path != "/cloudfront/" || !strings.HasPrefix(meta.ServerCertificateId, "ASCA") ||
		!meta.UploadDate.Equal(h.Now) || !meta.Expiration.Equal(hosttest.Start.AddDate(1, 0, 0)) || len(made.Tags) != 1 {
		t.Errorf("uploaded %+v, tags %v", meta, made.Tags)
	}
	got := call[api.GetServerCertificateOutput](h, h.root, "GetServerCertificate", &api.GetServerCertificateInput{ServerCertificateName: "WEB"}).ServerCertificate
	if got.CertificateBody != strings.TrimSpace(leaf.body) || *got.CertificateChain != strings.TrimSpace(root.body) || got.ServerCertificateMetadata.ServerCertificateName != "web" || len(got.Tags) != 1 {
		t.Errorf("got %+v", got)
	}
	refused(h, h.root, "UploadServerCertificate", uploadServer("Web", root), "EntityAlreadyExists", 409, "The Server Certificate with name Web already exists.")
	h.done("UploadServerCertificate", uploadServer("other", root))
	list := func(prefix string) string {
		var names []string
		for _, s := range call[api.ListServerCertificatesOutput](h, h.root, "ListServerCertificates", &api.ListServerCertificatesInput{PathPrefix: &prefix}).ServerCertificateMetadataList {
			names = append(names, s.ServerCertificateName)
		}
		return strings.Join(names, " ")
	}
	if list("/") != "other web" || list("/cloud") != "web" {
		t.Errorf("all: %s; below /cloud: %s", list("/"), list("/cloud"))
	}
	refused(h, h.root, "UpdateServerCertificate", &api.UpdateServerCertificateInput{ServerCertificateName: "web", NewServerCertificateName: new("Other")}, "EntityAlreadyExists", 409, "The Server Certificate with name Other already exists.")
	h.done("UpdateServerCertificate", &api.UpdateServerCertificateInput{ServerCertificateName: "web", NewServerCertificateName: new("shop"), NewPath: new("/")})
	shop := call[api.GetServerCertificateOutput](h, h.root, "GetServerCertificate", &api.GetServerCertificateInput{ServerCertificateName: "shop"}).ServerCertificate
	if shop.ServerCertificateMetadata.Arn != serverARN("shop") || shop.ServerCertificateMetadata.ServerCertificateId != meta.ServerCertificateId {
		t.Errorf("renamed %+v", shop.ServerCertificateMetadata)
	}
	h.done("DeleteServerCertificate", &api.DeleteServerCertificateInput{ServerCertificateName: "shop"})
	for operation, in := range map[string]any{
		"GetServerCertificate":    &api.GetServerCertificateInput{ServerCertificateName: "shop"},
		"DeleteServerCertificate": &api.DeleteServerCertificateInput{ServerCertificateName: "shop"},
		"UpdateServerCertificate": &api.UpdateServerCertificateInput{ServerCertificateName: "shop", NewPath: new("/x/")},
	} {
		refused(h, h.root, operation, in, "NoSuchEntity", 404, "The Server Certificate with name shop cannot be found.")
	}
}

func TestACertificateWithoutChainOrTagsShowsNeither(t *testing.T) {
	h := newHost(t)
	h.done("UploadServerCertificate", uploadServer("web", signedBy(t, nil, "web", newKey(t), nil)))
	got := call[api.GetServerCertificateOutput](h, h.root, "GetServerCertificate", &api.GetServerCertificateInput{ServerCertificateName: "web"}).ServerCertificate
	if got.CertificateChain != nil || got.Tags == nil || len(got.Tags) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestServerCertificatesThatAreRefused(t *testing.T) {
	h := newHost(t)
	root := signedBy(t, nil, "root", newKey(t), nil)
	between := signedBy(t, root, "between", newKey(t), nil)
	leaf := signedBy(t, between, "leaf", newKey(t), nil)
	otherRoot := signedBy(t, nil, "root", newKey(t), nil) // the same name, another key
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	check(t, err)
	traditional := signedBy(t, root, "rsa", rsaKey, nil)
	traditional.key = string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(rsaKey)}))
	ecDER, err := x509.MarshalECPrivateKey(leaf.signer.(*ecdsa.PrivateKey))
	check(t, err)
	withParameters := *leaf
	withParameters.key = string(pem.EncodeToMemory(&pem.Block{Type: "EC PARAMETERS", Bytes: []byte{6, 0}})) + string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: ecDER}))
	h.done("UploadServerCertificate", uploadServer("rsa", traditional, root))
	h.done("UploadServerCertificate", uploadServer("ec", &withParameters, between, root))
	h.done("UploadServerCertificate", uploadServer("partial", leaf, between)) // a chain need not reach a root

	const unreadable, chain = "Unable to parse certificate. Please ensure the certificate is in PEM format.",
		"Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, followed by any intermediaries in order. The index within the chain of the invalid certificate is: "
	with := func(change func(*api.UploadServerCertificateInput)) *api.UploadServerCertificateInput {
		in := uploadServer("x", leaf)
		change(in)
		return in
	}
	many := uploadServer("x", leaf, between, root, root, root, root, root, root, root, root, root, root)
	for name, c := range map[string]struct {
		in         *api.UploadServerCertificateInput
		code, text string
	}{
		"no PEM":                      {with(func(in *api.UploadServerCertificateInput) { in.CertificateBody = "certbody" }), "MalformedCertificate", unreadable},
		"two certificates":            {with(func(in *api.UploadServerCertificateInput) { in.CertificateBody += root.body }), "MalformedCertificate", unreadable},
		"text before the certificate": {with(func(in *api.UploadServerCertificateInput) { in.CertificateBody = "Issuer: x\n" + in.CertificateBody }), "MalformedCertificate", unreadable},
		"a block that is skipped": {with(func(in *api.UploadServerCertificateInput) {
			in.CertificateBody = "-----BEGIN X-----\n!\n" + in.CertificateBody
		}), "MalformedCertificate", unreadable},
		"the key for the certificate": {with(func(in *api.UploadServerCertificateInput) { in.CertificateBody = in.PrivateKey }), "MalformedCertificate", unreadable},
		"no key":                      {with(func(in *api.UploadServerCertificateInput) { in.PrivateKey = "privatekey" }), "MalformedCertificate", "Unable to parse key. Please ensure the private key is in PEM format."},
		"an encrypted key": {with(func(in *api.UploadServerCertificateInput) {
			in.PrivateKey = strings.ReplaceAll(in.PrivateKey, "PRIVATE", "ENCRYPTED PRIVATE")
		}), "MalformedCertificate", "Unable to parse key; the body is encrypted."},
		"another's key":                {with(func(in *api.UploadServerCertificateInput) { in.PrivateKey = root.key }), "KeyPairMismatch", "The public key of the certificate and the private key do not match."},
		"a chain that is none":         {with(func(in *api.UploadServerCertificateInput) { in.CertificateChain = new("chain") }), "MalformedCertificate", "Unable to parse certificate chain. Please ensure the certificate chain is in PEM format."},
		"a chain that begins too high": {uploadServer("x", leaf, root), "MalformedCertificate", chain + "-1"},
		"a chain that ends wrong":      {uploadServer("x", leaf, between, otherRoot), "MalformedCertificate", chain + "0"},
		"a chain that is endless":      {many, "MalformedCertificate", "The certificate chain has more than 10 certificates."},
		"one that has expired": {
			uploadServer("x", signedBy(t, nil, "old", newKey(t), func(c *x509.Certificate) { c.NotAfter = hosttest.Start.Add(-time.Hour) })), "MalformedCertificate",
			"The certificate is valid from 2026-02-28T12:00:00Z to 2026-03-01T11:00:00Z only.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			refused(h, h.root, "UploadServerCertificate", c.in, c.code, 400, c.text)
		})
	}
}

func TestAnAccountHasAtMostTwentyServerCertificates(t *testing.T) {
	h := newHost(t)
	web := signedBy(t, nil, "web", newKey(t), nil)
	for i := range 20 {
		h.done("UploadServerCertificate", uploadServer("web"+strconv.Itoa(i), web))
	}
	refused(h, h.root, "UploadServerCertificate", uploadServer("web20", web), "LimitExceeded", 409, "Cannot exceed quota for ServerCertificatesPerAccount: 20")
	summary := call[api.GetAccountSummaryOutput](h, h.root, "GetAccountSummary", &api.GetAccountSummaryInput{}).SummaryMap
	if summary["ServerCertificates"] != 20 || summary["ServerCertificatesQuota"] != 20 {
		t.Errorf("counted %d of %d", summary["ServerCertificates"], summary["ServerCertificatesQuota"])
	}
}

func TestWhoRenamesACertificateMustBeAllowedBothNames(t *testing.T) {
	h := newHost(t)
	h.done("UploadServerCertificate", uploadServer("web", signedBy(t, nil, "web", newKey(t), nil)))
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*ServerCertificate*","Resource":"`+serverARN("web*")+`"}}`)
	refused(h, ann, "UpdateServerCertificate", &api.UpdateServerCertificateInput{ServerCertificateName: "web", NewServerCertificateName: new("shop")},
		"AccessDenied", 403, denied("ann", "iam:UpdateServerCertificate", "server certificate shop"))
	refused(h, ann, "GetServerCertificate", &api.GetServerCertificateInput{ServerCertificateName: "none"}, "AccessDenied", 403, denied("ann", "iam:GetServerCertificate", "server certificate none"))
	call[api.UpdateServerCertificateOutput](h, ann, "UpdateServerCertificate", &api.UpdateServerCertificateInput{ServerCertificateName: "web", NewServerCertificateName: new("web2")})
}
