package iam

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"slices"
	"strings"

	api "github.com/cardea-iam/cardea/api/iam"
)

// What a server certificate must be: one X.509 certificate, a private key that is its own and not encrypted, and a chain in which each certificate signs the one before it,
// all in PEM. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html

// maxChain is how many certificates a chain may have, so that checking it costs no more than a few signatures.
const maxChain = 10

func parseServerCertificate(body string) (*x509.Certificate, error) {
	blocks, ok := pemBlocks(body, "CERTIFICATE")
	if !ok || len(blocks) != 1 {
		return nil, unreadableCertificate()
	}
	certificate, err := x509.ParseCertificate(blocks[0].Bytes)
	if err != nil || !usableKey(certificate) {
		return nil, unreadableCertificate()
	}
	return certificate, nil
}

func unreadableCertificate() error {
	return api.MalformedCertificate("Unable to parse certificate. Please ensure the certificate is in PEM format.")
}

// usableKey is true for the kinds and sizes of public keys that are cheap to check signatures with.
func usableKey(certificate *x509.Certificate) bool {
	switch key := certificate.PublicKey.(type) {
	case *rsa.PublicKey:
		return key.N.BitLen() <= maxRSABits
	case *ecdsa.PublicKey:
		return true
	}
	return false
}

// keyFits checks that a private key is the certificate's.
func keyFits(certificate *x509.Certificate, text string) error {
	blocks, ok := pemBlocks(text, "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "EC PARAMETERS", "ENCRYPTED PRIVATE KEY")
	if !ok {
		return unreadableKey()
	}
	blocks = slices.DeleteFunc(blocks, func(b *pem.Block) bool { return b.Type == "EC PARAMETERS" }) // openssl writes them before the key
	if len(blocks) != 1 {
		return unreadableKey()
	}
	block := blocks[0]
	if block.Type == "ENCRYPTED PRIVATE KEY" || strings.Contains(block.Headers["Proc-Type"], "ENCRYPTED") {
		return api.MalformedCertificate("Unable to parse key; the body is encrypted.")
	}
	public, err := publicHalf(block)
	if err != nil {
		return unreadableKey()
	}
	if own, ok := certificate.PublicKey.(interface{ Equal(crypto.PublicKey) bool }); !ok || !own.Equal(public) {
		return api.KeyPairMismatch("The public key of the certificate and the private key do not match.")
	}
	return nil
}

func unreadableKey() error {
	return api.MalformedCertificate("Unable to parse key. Please ensure the private key is in PEM format.")
}

// publicHalf reads a private key and keeps what of it is public.
func publicHalf(block *pem.Block) (crypto.PublicKey, error) {
	var key any
	var err error
	switch block.Type {
	case "RSA PRIVATE KEY":
		key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
	case "EC PRIVATE KEY":
		key, err = x509.ParseECPrivateKey(block.Bytes)
	default:
		key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
	}
	if err != nil {
		return nil, err
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, x509.ErrUnsupportedAlgorithm
	}
	return signer.Public(), nil
}

// chainFits checks that each certificate of a chain signs the one before it. The index in AWS's sentence counts from the first of the chain, so that of the certificate
// below it is -1.
func chainFits(certificate *x509.Certificate, text string) error {
	blocks, ok := pemBlocks(text, "CERTIFICATE")
	if !ok {
		return api.MalformedCertificate("Unable to parse certificate chain. Please ensure the certificate chain is in PEM format.")
	}
	if len(blocks) > maxChain {
		return api.MalformedCertificate("The certificate chain has more than %d certificates.", maxChain)
	}
	below := certificate
	for i, block := range blocks {
		above, err := x509.ParseCertificate(block.Bytes)
		if err != nil || !usableKey(above) || !signs(above, below) {
			return api.MalformedCertificate("Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, "+
				"followed by any intermediaries in order. The index within the chain of the invalid certificate is: %d", i-1)
		}
		below = above
	}
	return nil
}

// signs reports whether a certificate was signed with the key of another. What the other may be used for is for whoever relies on the chain.
func signs(above, below *x509.Certificate) bool {
	return string(above.RawSubject) == string(below.RawIssuer) && above.CheckSignature(below.SignatureAlgorithm, below.RawTBSCertificate, below.Signature) == nil
}

// pemBlocks reads blocks of some kinds and nothing before, between or behind them: what else may stand there is text that nobody looked at, or another secret.
func pemBlocks(text string, kinds ...string) (blocks []*pem.Block, ok bool) {
	var again []byte
	for rest := []byte(text); ; {
		block, after := pem.Decode(rest)
		if block == nil {
			break
		}
		if !slices.Contains(kinds, block.Type) {
			return nil, false
		}
		blocks, rest, again = append(blocks, block), after, append(again, pem.EncodeToMemory(block)...)
	}
	return blocks, len(blocks) > 0 && squeezed(text) == squeezed(string(again))
}

// squeezed is a text without its white space.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }
