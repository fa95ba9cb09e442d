package iam

import (
	"crypto/x509"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"time"
)

// samlMetadata is what of a provider's metadata document is looked at.
type samlMetadata struct {
	entityID     string
	identity     bool // it describes an identity provider
	certificates int
	validUntil   time.Time
}

// The namespaces of the elements that a document must have.
// https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf
const (
	metadataSpace  = "urn:oasis:names:tc:SAML:2.0:metadata"
	signatureSpace = "http://www.w3.org/2000/09/xmldsig#"
)

// maxXMLDepth keeps a document from costing a stack.
const maxXMLDepth = 64

// readSAMLMetadata checks that a text is the metadata of one identity provider: its name, its role, and a certificate to check its signatures with. No entity is expanded
// and no document type is taken, so nothing outside of the text is ever read.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
func readSAMLMetadata(text string) (*samlMetadata, error) {
	m := &samlMetadata{}
	if err := m.read(text); err != nil || m.entityID == "" || !m.identity || m.certificates == 0 {
		return nil, invalidInput("Could not parse metadata")
	}
	return m, nil
}

// errMetadata stops reading. Which line is wrong is not told: AWS does not either.
var errMetadata = errors.New("not the metadata of an identity provider")

func (m *samlMetadata) read(text string) error {
	decoder := xml.NewDecoder(strings.NewReader(text))
	var open []xml.Name
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.Directive:
			return errMetadata
		case xml.StartElement:
			if open = append(open, t.Name); len(open) > maxXMLDepth {
				return errMetadata
			}
			if err := m.element(t, open); err != nil {
				return err
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if err := m.text(string(t), open); err != nil {
				return err
			}
		}
	}
}

func (m *samlMetadata) element(e xml.StartElement, open []xml.Name) error {
	if len(open) == 1 && e.Name != (xml.Name{Space: metadataSpace, Local: "EntityDescriptor"}) {
		return errMetadata
	}
	if len(open) == 2 && e.Name == (xml.Name{Space: metadataSpace, Local: "IDPSSODescriptor"}) {
		m.identity = true
	}
	if len(open) > 1 {
		return nil
	}
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "entityID":
			m.entityID = a.Value
		case "validUntil":
			until, err := time.Parse(time.RFC3339, a.Value)
			if err != nil {
				return err
			}
			m.validUntil = until.UTC()
		}
	}
	return nil
}

// text counts the certificates below the identity provider's role.
func (m *samlMetadata) text(text string, open []xml.Name) error {
	if len(open) < 3 || open[1].Local != "IDPSSODescriptor" || open[len(open)-1] != (xml.Name{Space: signatureSpace, Local: "X509Certificate"}) || strings.TrimSpace(text) == "" {
		return nil
	}
	der, err := base64.StdEncoding.DecodeString(squeezed(text))
	if err != nil {
		return err
	}
	if _, err := x509.ParseCertificate(der); err != nil {
		return err
	}
	m.certificates++
	return nil
}
