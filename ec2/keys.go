package ec2

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/md5"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"io"
	"strings"

	"golang.org/x/crypto/ssh"

	api "github.com/cardea-iam/cardea/api/ec2"
)

// publicKey is the public half of a key pair, as it is stored.
type publicKey struct {
	keyType     string
	line        string // of authorized_keys
	fingerprint string
}

// newKeys is a key pair that was just made.
type newKeys struct {
	publicKey
	material string // the private half, for its owner
}

// rsaBits is the size of the RSA keys that EC2 makes.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-key-pairs.html
const rsaBits = 2048

// generateKeys makes a key pair. RSA keys take long.
func generateKeys(chance io.Reader, keyType, format, name string) (*newKeys, error) {
	if format != api.KeyFormatPem {
		return nil, invalidValue("Value (%s) for parameter KeyFormat is invalid. This server makes private keys in PEM only; PuTTYgen converts them.", format)
	}
	if keyType == api.KeyTypeEd25519 {
		return generateEd25519(chance, name)
	}
	private, err := rsa.GenerateKey(chance, rsaBits)
	if err != nil {
		return nil, fmt.Errorf("make an RSA key: %w", err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, fmt.Errorf("write an RSA key: %w", err)
	}
	line, err := authorizedLine(private.Public(), name)
	if err != nil {
		return nil, err
	}
	sum := sha1.Sum(der)
	block := &pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(private)}
	return &newKeys{publicKey{keyType, line, colons(sum[:])}, string(pem.EncodeToMemory(block))}, nil
}

func generateEd25519(chance io.Reader, name string) (*newKeys, error) {
	public, private, err := ed25519.GenerateKey(chance)
	if err != nil {
		return nil, fmt.Errorf("make an ed25519 key: %w", err)
	}
	block, err := ssh.MarshalPrivateKey(private, name)
	if err != nil {
		return nil, fmt.Errorf("write an ed25519 key: %w", err)
	}
	line, err := authorizedLine(public, name)
	if err != nil {
		return nil, err
	}
	key, err := parsePublicKey([]byte(line))
	if err != nil {
		return nil, err
	}
	key.line = line
	return &newKeys{key, string(pem.EncodeToMemory(block))}, nil
}

func authorizedLine(public crypto.PublicKey, name string) (string, error) {
	key, err := ssh.NewPublicKey(public)
	if err != nil {
		return "", fmt.Errorf("write a public key: %w", err)
	}
	return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key))) + " " + name, nil
}

// parsePublicKey reads a public key in one of the forms that EC2 takes: a line of OpenSSH, RFC 4716, or DER in base64. Its fingerprint is the one that EC2 shows: MD5 of the DER for
// RSA, SHA-256 of the SSH form for ed25519; RSA keys that EC2 has made have SHA-1 of the private half instead.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/verify-keys.html
func parsePublicKey(material []byte) (publicKey, error) {
	key, comment, err := sshKeyOf(material)
	if err != nil {
		return publicKey{}, invalidKey()
	}
	line := strings.TrimSpace(strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key))) + " " + comment)
	switch public := key.(ssh.CryptoPublicKey).CryptoPublicKey().(type) {
	case *rsa.PublicKey:
		if bits := public.N.BitLen(); bits != 1024 && bits != 2048 && bits != 4096 {
			return publicKey{}, refuse("InvalidKey.Format", "Key length must be 1024, 2048 or 4096 bits")
		}
		der, err := x509.MarshalPKIXPublicKey(public)
		if err != nil {
			return publicKey{}, invalidKey()
		}
		sum := md5.Sum(der)
		return publicKey{api.KeyTypeRsa, line, colons(sum[:])}, nil
	case ed25519.PublicKey:
		sum := sha256.Sum256(key.Marshal())
		return publicKey{api.KeyTypeEd25519, line, base64.StdEncoding.EncodeToString(sum[:])}, nil
	}
	return publicKey{}, invalidKey()
}

func invalidKey() error {
	return refuse("InvalidKey.Format", "Key is not in valid OpenSSH public key format")
}

func sshKeyOf(material []byte) (ssh.PublicKey, string, error) {
	material = bytes.TrimSpace(material)
	if body, ok := rfc4716(material); ok {
		key, err := ssh.ParsePublicKey(body)
		return plainKey(key, "", err)
	}
	if der, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(material)), "")); err == nil {
		public, err := x509.ParsePKIXPublicKey(der)
		if err != nil {
			return nil, "", err
		}
		key, err := ssh.NewPublicKey(public)
		return plainKey(key, "", err)
	}
	key, comment, _, _, err := ssh.ParseAuthorizedKey(material)
	return plainKey(key, comment, err)
}

// plainKey refuses keys whose key is not plain: certificates, and those of security keys.
func plainKey(key ssh.PublicKey, comment string, err error) (ssh.PublicKey, string, error) {
	if err != nil {
		return nil, "", err
	}
	if _, ok := key.(ssh.CryptoPublicKey); !ok {
		return nil, "", fmt.Errorf("a key of the type %s", key.Type())
	}
	return key, comment, nil
}

// rfc4716 takes the body out of the file format of RFC 4716 section 3: its headers may go on over several lines, each but the last of which ends in a backslash.
func rfc4716(material []byte) ([]byte, bool) {
	const begin, end = "---- BEGIN SSH2 PUBLIC KEY ----", "---- END SSH2 PUBLIC KEY ----"
	inside, ok := strings.CutPrefix(string(material), begin)
	if !ok {
		return nil, false
	}
	inside, ok = strings.CutSuffix(inside, end)
	if !ok {
		return nil, false
	}
	var body strings.Builder
	header := false
	for line := range strings.Lines(inside) {
		line = strings.TrimSpace(line)
		continues := strings.HasSuffix(line, `\`)
		if !header && !strings.Contains(line, ":") {
			body.WriteString(line)
			continue
		}
		header = continues
	}
	raw, err := base64.StdEncoding.DecodeString(body.String())
	return raw, err == nil
}

// colons prints bytes as fingerprints do: 1f:51:ae.
func colons(sum []byte) string {
	parts := make([]string, 0, len(sum))
	for _, b := range sum {
		parts = append(parts, fmt.Sprintf("%02x", b))
	}
	return strings.Join(parts, ":")
}
