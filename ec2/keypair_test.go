package ec2_test

import (
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service/hosttest"
)

func TestAnRSAKeyPairIsRealAndHasTheFingerprintOfItsPrivateHalf(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	out := hosttest.Must[api.CreateKeyPairOutput](h, admin, "ec2", "CreateKeyPair", &api.CreateKeyPairInput{KeyName: "mine"})
	block, _ := pem.Decode([]byte(*out.KeyMaterial))
	if block == nil || block.Type != "RSA PRIVATE KEY" {
		t.Fatalf("the material is no PEM of an RSA key")
	}
	private, err := x509.ParsePKCS1PrivateKey(block.Bytes)
	if err != nil || private.N.BitLen() != 2048 {
		t.Fatalf("the key has %d bits: %v", private.N.BitLen(), err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	sum := strings.ReplaceAll(fmt.Sprintf("% x", sha1.Sum(der)), " ", ":")
	if *out.KeyFingerprint != sum {
		t.Errorf("fingerprint %s, want %s", *out.KeyFingerprint, sum)
	}
	want(t, h.Fails(admin, "ec2", "CreateKeyPair", &api.CreateKeyPairInput{KeyName: "mine"}), "InvalidKeyPair.Duplicate", "The keypair already exists: mine")
	listed := hosttest.Must[api.DescribeKeyPairsOutput](h, admin, "ec2", "DescribeKeyPairs", &api.DescribeKeyPairsInput{KeyNames: []string{"mine"}, IncludePublicKey: new(true)})
	public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(*listed.KeyPairs[0].PublicKey))
	if err != nil || !private.PublicKey.Equal(public.(ssh.CryptoPublicKey).CryptoPublicKey().(*rsa.PublicKey)) {
		t.Errorf("the public half does not belong to the private one: %v", err)
	}
}

func TestAnEd25519KeyPairOpensInOpenSSH(t *testing.T) {
	h := newHost(t)
	out := hosttest.Must[api.CreateKeyPairOutput](h, h.Administrator(), "ec2", "CreateKeyPair", &api.CreateKeyPairInput{KeyName: "mine", KeyType: new("ed25519")})
	signer, err := ssh.ParsePrivateKey([]byte(*out.KeyMaterial))
	if err != nil {
		t.Fatal(err)
	}
	if got := "SHA256:" + strings.TrimRight(*out.KeyFingerprint, "="); got != ssh.FingerprintSHA256(signer.PublicKey()) {
		t.Errorf("fingerprint %s, want %s", got, ssh.FingerprintSHA256(signer.PublicKey()))
	}
}

// Keys of no use, made by ssh-keygen; the fingerprints are what it and openssl say of them.
const (
	rsaLine     = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDOt8ZRNxaNytn6ylv0zk34Fo7Df27flKs6l6ytOeYAGS4Cz+OupdczSmEmSojKuSYdXNOB4KnbR8h46dIZtSAEUmWMc3sa9yyGhDAmsnrMyPxmDkbZsEK3R8AZo1vTv606B+Rjx/rATAlmUkUnfO3eVTAab2QX5kgZFqVjZ2KQ/AGpqYhf3wEce/iirBxgBlReoXKKIO5RUWudGRoENNleKzKF3YyFRl8FvZVNRK+VfjgxPoPJGztObuGcoDy6B+Gfm+desXolj0pofKJk8HR3Tn7WAvIP7dCnyviXEf8YPKPH+C4L2w6hWKXZH09YlvD4PleNon3BD8ceUVKI4/j5 someone@example"
	ed25519Line = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO1RtpXj93Y3wtsRfW/GcE4bpiyavmSTilhOB09/MNo5 someone@example"
)

func TestImportedKeysHaveTheFingerprintsThatAWSComputes(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	rfc4716 := "---- BEGIN SSH2 PUBLIC KEY ----\nComment: \"a comment that goes \\\non: here\"\n" + strings.Fields(ed25519Line)[1] + "\n---- END SSH2 PUBLIC KEY ----\n"
	for name, c := range map[string]struct{ material, keyType, fingerprint string }{
		"rsa":     {rsaLine, "rsa", "cd:69:97:cd:56:2c:ba:c9:dd:79:37:92:4c:0d:e3:c1"},
		"ed25519": {ed25519Line + "\n", "ed25519", "ga+IcIK+RoApMHbvFGCuOqINkqIs+Gswb+wQg3IlcSQ="},
		"rfc4716": {rfc4716, "ed25519", "ga+IcIK+RoApMHbvFGCuOqINkqIs+Gswb+wQg3IlcSQ="},
		"der":     {"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzrfGUTcWjcrZ+spb9M5N+BaOw39u35SrOpesrTnmABkuAs/jrqXXM0phJkqIyrkmHVzTgeCp20fIeOnSGbUgBFJljHN7GvcshoQwJrJ6zMj8Zg5G2bBCt0fAGaNb07+tOgfkY8f6wEwJZlJFJ3zt3lUwGm9kF+ZIGRalY2dikPwBqamIX98BHHv4oqwcYAZUXqFyiiDuUVFrnRkaBDTZXisyhd2MhUZfBb2VTUSvlX44MT6DyRs7Tm7hnKA8ugfhn5vnXrF6JY9KaHyiZPB0d05+1gLyD+3Qp8r4lxH/GDyjx/guC9sOoVil2R9PWJbw+D5XjaJ9wQ/HHlFSiOP4+QIDAQAB", "rsa", "cd:69:97:cd:56:2c:ba:c9:dd:79:37:92:4c:0d:e3:c1"},
	} {
		out := hosttest.Must[api.ImportKeyPairOutput](h, admin, "ec2", "ImportKeyPair", &api.ImportKeyPairInput{KeyName: name, PublicKeyMaterial: []byte(c.material)})
		if *out.KeyFingerprint != c.fingerprint {
			t.Errorf("%s: fingerprint %s, want %s", name, *out.KeyFingerprint, c.fingerprint)
		}
		listed := hosttest.Must[api.DescribeKeyPairsOutput](h, admin, "ec2", "DescribeKeyPairs", &api.DescribeKeyPairsInput{KeyPairIds: []string{*out.KeyPairId}})
		if *listed.KeyPairs[0].KeyType != c.keyType || listed.KeyPairs[0].PublicKey != nil {
			t.Errorf("%s is listed as %+v", name, listed.KeyPairs[0])
		}
	}
	for _, bad := range []string{"", "ssh-rsa", "ssh-rsa AAAA", "garbage", base64.StdEncoding.EncodeToString([]byte("garbage")), "---- BEGIN SSH2 PUBLIC KEY ----\n!\n---- END SSH2 PUBLIC KEY ----"} {
		want(t, h.Fails(admin, "ec2", "ImportKeyPair", &api.ImportKeyPairInput{KeyName: "bad", PublicKeyMaterial: []byte(bad)}), "InvalidKey.Format", "Key is not in valid OpenSSH public key format")
	}
}

func TestNamesAndFormatsOfKeyPairsAreChecked(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	for _, name := range []string{"", " k", "k ", "schlüssel", "k\x00", strings.Repeat("k", 256)} {
		want(t, h.Fails(admin, "ec2", "CreateKeyPair", &api.CreateKeyPairInput{KeyName: name}), "InvalidParameterValue", "for parameter keyName is invalid")
	}
	want(t, h.Fails(admin, "ec2", "CreateKeyPair", &api.CreateKeyPairInput{KeyName: "k", KeyFormat: new("ppk")}), "InvalidParameterValue", "Value (ppk) for parameter KeyFormat is invalid")
}

func TestAKeyPairThatIsNotThereIsDeletedWithoutComplaint(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	out := hosttest.Must[api.DeleteKeyPairOutput](h, admin, "ec2", "DeleteKeyPair", &api.DeleteKeyPairInput{KeyName: new("none")})
	if !*out.Return || out.KeyPairId != nil {
		t.Errorf("got %+v", out)
	}
	want(t, h.Fails(admin, "ec2", "DescribeKeyPairs", &api.DescribeKeyPairsInput{KeyNames: []string{"none"}}), "InvalidKeyPair.NotFound", "The key pair 'none' does not exist")
	want(t, h.Fails(admin, "ec2", "DeleteKeyPair", &api.DeleteKeyPairInput{}), "MissingParameter", "KeyName")
}
