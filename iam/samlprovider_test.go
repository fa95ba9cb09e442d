package iam_test

import (
	"strings"
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
)

func samlARN(name string) string { return "arn:aws:iam::" + account + ":saml-provider/" + name }

// samlCertificate is that of an identity provider, as metadata carries it. What is in it does not matter here.
const samlCertificate = `MIIBJTCBy6ADAgECAgEBMAoGCCqGSM49BAMCMBsxGTAXBgNVBAMMEGNvcnAuZXhh
bXBsZS5jb20wIBcNMjYwMTAxMDAwMDAwWhgPMjEyNjAxMDEwMDAwMDBaMBsxGTAX
BgNVBAMMEGNvcnAuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AASijmtSPab1UbnMm8OeV8ujPN/iDhEv4dNszEwRRhsz4Ud6y49MIvQf8nlX8hA5
5XQzDm4PbY9C2Z+t7xRlCE+9MAoGCCqGSM49BAMCA0kAMEYCIQD0oMBcVdKIkpKB
rZVj+P28QLP5x525sFBikgS+JaL2OAIhANW81jM90Z+m7ywFNS9dqs+6Hcba/eIS
lHNtEytVlCVk`

// metadataOf is the metadata of an identity provider, with a certificate.
func metadataOf(certificate string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://corp.example.com/idp">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>
` + certificate + `
    </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://corp.example.com/sso"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`
}

var samlText = metadataOf(samlCertificate)

func samlOf(name string) *api.CreateSAMLProviderInput {
	return &api.CreateSAMLProviderInput{Name: name, SAMLMetadataDocument: samlText}
}

func newSAML(h *host, name string) string {
	return *call[api.CreateSAMLProviderOutput](h, h.root, "CreateSAMLProvider", samlOf(name)).SAMLProviderArn
}

func samlProviderOf(h *host, name string) *api.GetSAMLProviderOutput {
	return call[api.GetSAMLProviderOutput](h, h.root, "GetSAMLProvider", &api.GetSAMLProviderInput{SAMLProviderArn: samlARN(name)})
}

func TestASAMLProviderIsKeptChangedAndDeleted(t *testing.T) {
	h := newHost(t)
	in := samlOf("corp")
	in.Tags = tag("team", "red")
	made := call[api.CreateSAMLProviderOutput](h, h.root, "CreateSAMLProvider", in)
	if *made.SAMLProviderArn != samlARN("corp") || len(made.Tags) != 1 {
		t.Errorf("made %s, tags %v", *made.SAMLProviderArn, made.Tags)
	}
	got := samlProviderOf(h, "corp")
	if *got.SAMLMetadataDocument != samlText || !got.CreateDate.Equal(h.Now) || !got.ValidUntil.Equal(h.Now.AddDate(100, 0, 0)) || len(got.Tags) != 1 ||
		*got.AssertionEncryptionMode != "Allowed" || got.PrivateKeyList == nil || len(got.PrivateKeyList) != 0 || len(*got.SAMLProviderUUID) < 22 {
		t.Errorf("got %+v", got)
	}
	refused(h, h.root, "CreateSAMLProvider", samlOf("corp"), "EntityAlreadyExists", 409, "Provider with name corp already exists.")
	newSAML(h, "Corp") // another name
	h.Now = h.Now.Add(time.Hour)
	limited := strings.Replace(samlText, `entityID=`, `validUntil="2030-01-02T03:04:05Z" entityID=`, 1)
	if changed := call[api.UpdateSAMLProviderOutput](h, h.root, "UpdateSAMLProvider", &api.UpdateSAMLProviderInput{SAMLProviderArn: samlARN("corp"), SAMLMetadataDocument: &limited}); *changed.SAMLProviderArn != samlARN("corp") {
		t.Errorf("changed %+v", changed)
	}
	h.done("UpdateSAMLProvider", &api.UpdateSAMLProviderInput{SAMLProviderArn: samlARN("corp"), AssertionEncryptionMode: new("Allowed")}) // leaves the metadata as it is
	after := samlProviderOf(h, "corp")
	if *after.SAMLMetadataDocument != limited || !after.ValidUntil.Equal(time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)) || *after.SAMLProviderUUID != *got.SAMLProviderUUID || !after.CreateDate.Equal(*got.CreateDate) {
		t.Errorf("after the change %+v", after)
	}
	list := call[api.ListSAMLProvidersOutput](h, h.root, "ListSAMLProviders", &api.ListSAMLProvidersInput{}).SAMLProviderList
	if len(list) != 2 || *list[0].Arn != samlARN("Corp") || *list[1].Arn != samlARN("corp") || list[1].ValidUntil.Year() != 2030 || list[1].CreateDate == nil {
		t.Errorf("listed %+v", list)
	}
	h.done("DeleteSAMLProvider", &api.DeleteSAMLProviderInput{SAMLProviderArn: samlARN("corp")})
	for operation, in := range map[string]any{
		"GetSAMLProvider":    &api.GetSAMLProviderInput{SAMLProviderArn: samlARN("corp")},
		"UpdateSAMLProvider": &api.UpdateSAMLProviderInput{SAMLProviderArn: samlARN("corp")},
		"DeleteSAMLProvider": &api.DeleteSAMLProviderInput{SAMLProviderArn: samlARN("corp")},
	} {
		refused(h, h.root, operation, in, "NoSuchEntity", 404, "Manifest not found for arn "+samlARN("corp"))
	}
}

func TestMetadataOfNoIdentityProviderIsRefused(t *testing.T) {
	h := newHost(t)
	newSAML(h, "corp")
	filled := "<!-- " + strings.Repeat("x", 1000) + " -->"
	for name, text := range map[string]string{
		"no XML":                      strings.Repeat("asdasd", 200),
		"XML that ends early":         samlText[:len(samlText)-10],
		"another element":             strings.ReplaceAll(samlText, "EntityDescriptor", "EntitiesDescriptor"),
		"another namespace":           strings.ReplaceAll(samlText, "SAML:2.0:metadata", "SAML:1.0:metadata"),
		"no name":                     strings.ReplaceAll(samlText, "entityID", "id"),
		"a service provider":          strings.ReplaceAll(samlText, "IDPSSODescriptor", "SPSSODescriptor"),
		"no certificate":              metadataOf("") + filled,
		"a certificate that is none":  metadataOf("AAAA") + filled,
		"a certificate not in base64": metadataOf("!") + filled,
		"a wrong date":                strings.Replace(samlText, "entityID=", `validUntil="tomorrow" entityID=`, 1),
		"a document type":             strings.Replace(samlText, "<md:Entity", `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><md:Entity`, 1),
		"an unknown entity":           strings.Replace(samlText, "https://corp.example.com/idp", "&e;", 1),
		"a deep document":             strings.Replace(samlText, "<md:NameIDFormat>", strings.Repeat("<a>", 100)+strings.Repeat("</a>", 100)+"<md:NameIDFormat>", 1),
	} {
		t.Run(name, func(t *testing.T) {
			refused(h, h.root, "CreateSAMLProvider", &api.CreateSAMLProviderInput{Name: "x", SAMLMetadataDocument: text}, "InvalidInput", 400, "Could not parse metadata")
			refused(h, h.root, "UpdateSAMLProvider", &api.UpdateSAMLProviderInput{SAMLProviderArn: samlARN("corp"), SAMLMetadataDocument: &text}, "InvalidInput", 400, "Could not parse metadata")
		})
	}
}

func TestEncryptedAssertionsAreNotSupported(t *testing.T) {
	h := newHost(t)
	newSAML(h, "corp")
	const text = "Encrypted assertions are not supported here: leave out the private key, and require no encryption."
	withKey, required := samlOf("x"), samlOf("x")
	withKey.AddPrivateKey, required.AssertionEncryptionMode = new("key"), new("Required")
	refused(h, h.root, "CreateSAMLProvider", withKey, "InvalidInput", 400, text)
	refused(h, h.root, "CreateSAMLProvider", required, "InvalidInput", 400, text)
	refused(h, h.root, "UpdateSAMLProvider", &api.UpdateSAMLProviderInput{SAMLProviderArn: samlARN("corp"), AddPrivateKey: new("key")}, "InvalidInput", 400, text)
	refused(h, h.root, "UpdateSAMLProvider", &api.UpdateSAMLProviderInput{SAMLProviderArn: samlARN("corp"), RemovePrivateKey: new("KEY")}, "NoSuchEntity", 404, "The private key with id KEY cannot be found.")
}
