package iam_test

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/md5" //nolint:gosec // the fingerprint that AWS shows is MD5
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"math/big"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	api "github.com/cardea-iam/cardea/api/iam"
)

// rsaKey makes an RSA public key as OpenSSH and as PEM write it.
func rsaKey(t *testing.T, bits int) (line, pemText string) {
	t.Helper()
	private, err := rsa.GenerateKey(rand.Reader, bits)
	check(t, err)
	return sshLine(t, &private.PublicKey), pemOf(t, "PUBLIC KEY", &private.PublicKey)
}

func sshLine(t *testing.T, public any) string {
	t.Helper()
	key, err := ssh.NewPublicKey(public)
	check(t, err)
	return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key)))
}

func pemOf(t *testing.T, kind string, public any) string {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(public)
	check(t, err)
	return strings.TrimSpace(string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})))
}

func upload(body string) *api.UploadSSHPublicKeyInput {
	return &api.UploadSSHPublicKeyInput{UserName: "ann", SSHPublicKeyBody: body}
}

func TestAnSSHKeyIsAnsweredInBothEncodingsWhicheverItCameIn(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	line, pemText := rsaKey(t, 2048)
	blob, err := ssh.ParsePublicKey(mustParseLine(t, line))
	check(t, err)
	sum := md5.Sum(blob.Marshal()) //nolint:gosec // as above
	for name, body := range map[string]string{"ssh": line, "ssh with a comment": line + " ann@laptop", "pem": pemText + "\n"} {
		t.Run(name, func(t *testing.T) {
			key := call[api.UploadSSHPublicKeyOutput](h, h.root, "UploadSSHPublicKey", upload(body)).SSHPublicKey
			if key.SSHPublicKeyBody != body || key.Status != "Active" || key.UserName != "ann" || !key.UploadDate.Equal(h.Now) || !strings.HasPrefix(key.SSHPublicKeyId, "APKA") {
				t.Errorf("uploaded %+v", key)
			}
			if bare := strings.ReplaceAll(key.Fingerprint, ":", ""); bare != hex.EncodeToString(sum[:]) || len(key.Fingerprint) != 47 {
				t.Errorf("the fingerprint is %s", key.Fingerprint)
			}
			for encoding, want := range map[string]string{"SSH": line, "PEM": pemText} {
				got := call[api.GetSSHPublicKeyOutput](h, h.root, "GetSSHPublicKey", &api.GetSSHPublicKeyInput{UserName: "ann", SSHPublicKeyId: key.SSHPublicKeyId, Encoding: encoding})
				if body := strings.TrimSuffix(got.SSHPublicKey.SSHPublicKeyBody, " ann@laptop"); body != want {
					t.Errorf("as %s: %s", encoding, body)
				}
			}
			refused(h, h.root, "UploadSSHPublicKey", upload(line), "DuplicateSSHPublicKey", 400, "The SSH public key is already associated with the specified IAM user.")
			call[api.DeleteSSHPublicKeyOutput](h, h.root, "DeleteSSHPublicKey", &api.DeleteSSHPublicKeyInput{UserName: "ann", SSHPublicKeyId: key.SSHPublicKeyId})
		})
	}
}

func mustParseLine(t *testing.T, line string) []byte {
	t.Helper()
	key, _, _, _, err := ssh.ParseAuthorizedKey([]byte(line))
	check(t, err)
	return key.Marshal()
}

func TestWhatIsNotOneRSAKeyIsNoSSHKey(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	line, pemText := rsaKey(t, 2048)
	small, _ := rsaKey(t, 1024)
	ed, _, err := ed25519.GenerateKey(rand.Reader)
	check(t, err)
	ec, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(t, err)
	private, err := rsa.GenerateKey(rand.Reader, 2048)
	check(t, err)
	huge := &rsa.PublicKey{N: new(big.Int).Add(new(big.Int).Lsh(big.NewInt(1), 40000), big.NewInt(1)), E: 65537}
	even := &rsa.PublicKey{N: new(big.Int).Lsh(big.NewInt(1), 2047), E: 65537}
	const invalid = "The public key is malformed or otherwise invalid: it must be one RSA key of 2048 to 16384 bits, as ssh-rsa or as PEM."
	for name, body := range map[string]string{
		"ed25519":               sshLine(t, ed),
		"ecdsa":                 sshLine(t, &ec.PublicKey),
		"ecdsa as PEM":          pemOf(t, "PUBLIC KEY", &ec.PublicKey),
		"1024 bits":             small,
		"40000 bits":            sshLine(t, huge),
		"40000 bits as PEM":     pemOf(t, "PUBLIC KEY", huge),
		"an even modulus":       pemOf(t, "PUBLIC KEY", even),
		"two lines":             line + "\n" + line,
		"cut off":               line[:len(line)-20],
		"two PEM blocks":        pemText + "\n" + pemText,
		"a private key":         string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(private)})),
		"a private key behind":  pemText + "\n" + string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(private)})),
		"another type of block": strings.ReplaceAll(pemText, "PUBLIC KEY", "CERTIFICATE"),
		"PEM headers":           strings.Replace(pemText, "-----\n", "-----\nA: b\n\n", 1),
		"ten thousand blocks":   strings.Repeat("-----BEGIN A-----\n-----END A-----\n", 480),
	} {
		t.Run(name, func(t *testing.T) {
			quickly(t, func() { refused(h, h.root, "UploadSSHPublicKey", upload(body), "InvalidPublicKey", 400, invalid) })
		})
	}
	const unknown = "The public key encoding format is unsupported or unrecognized."
	for _, body := range []string{"hello", "AAAAB3NzaC1yc2E", `command="x" ` + line, "# " + line} {
		refused(h, h.root, "UploadSSHPublicKey", upload(body), "UnrecognizedPublicKeyEncoding", 400, unknown)
	}
	if left := call[api.ListSSHPublicKeysOutput](h, h.root, "ListSSHPublicKeys", &api.ListSSHPublicKeysInput{UserName: new("ann")}).SSHPublicKeys; len(left) != 0 {
		t.Errorf("refused keys were kept: %+v", left)
	}
}

func TestAUserHasAtMostFiveSSHKeys(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	for range 5 {
		line, _ := rsaKey(t, 2048)
		call[api.UploadSSHPublicKeyOutput](h, h.root, "UploadSSHPublicKey", upload(line))
	}
	line, _ := rsaKey(t, 2048)
	refused(h, h.root, "UploadSSHPublicKey", upload(line), "LimitExceeded", 409, "Cannot exceed quota for SSHPublicKeysPerUser: 5")
	first := call[api.ListSSHPublicKeysOutput](h, h.root, "ListSSHPublicKeys", &api.ListSSHPublicKeysInput{UserName: new("ann"), MaxItems: new(int32(3))})
	rest := call[api.ListSSHPublicKeysOutput](h, h.root, "ListSSHPublicKeys", &api.ListSSHPublicKeysInput{UserName: new("ann"), Marker: first.Marker})
	if len(first.SSHPublicKeys) != 3 || !first.IsTruncated || len(rest.SSHPublicKeys) != 2 || rest.IsTruncated {
		t.Errorf("pages of %d and %d", len(first.SSHPublicKeys), len(rest.SSHPublicKeys))
	}
}

func TestAnSSHKeyIsSwitchedOffByItsOwnersNameOnly(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	h.User("bob")
	line, _ := rsaKey(t, 2048)
	id := call[api.UploadSSHPublicKeyOutput](h, h.root, "UploadSSHPublicKey", upload(line)).SSHPublicKey.SSHPublicKeyId
	gone := "The Public Key with id " + id + " cannot be found."
	refused(h, h.root, "UpdateSSHPublicKey", &api.UpdateSSHPublicKeyInput{UserName: "bob", SSHPublicKeyId: id, Status: "Inactive"}, "NoSuchEntity", 404, gone)
	refused(h, h.root, "DeleteSSHPublicKey", &api.DeleteSSHPublicKeyInput{UserName: "bob", SSHPublicKeyId: id}, "NoSuchEntity", 404, gone)
	refused(h, h.root, "GetSSHPublicKey", &api.GetSSHPublicKeyInput{UserName: "bob", SSHPublicKeyId: id, Encoding: "SSH"}, "NoSuchEntity", 404, gone)
	refused(h, h.root, "UpdateSSHPublicKey", &api.UpdateSSHPublicKeyInput{UserName: "ann", SSHPublicKeyId: id, Status: "Expired"}, "InvalidInput", 400, "The status must be Active or Inactive.")
	call[api.UpdateSSHPublicKeyOutput](h, h.root, "UpdateSSHPublicKey", &api.UpdateSSHPublicKeyInput{UserName: "ann", SSHPublicKeyId: id, Status: "Inactive"})
	if keys := call[api.ListSSHPublicKeysOutput](h, h.root, "ListSSHPublicKeys", &api.ListSSHPublicKeysInput{UserName: new("ann")}).SSHPublicKeys; keys[0].Status != "Inactive" {
		t.Errorf("listed %+v", keys)
	}
	refused(h, h.root, "UploadSSHPublicKey", &api.UploadSSHPublicKeyInput{UserName: "nobody", SSHPublicKeyBody: line}, "NoSuchEntity", 404, "The user with name nobody cannot be found.")
	stranger := h.User("stranger")
	for operation, in := range map[string]any{
		"UploadSSHPublicKey": upload(line),
		"GetSSHPublicKey":    &api.GetSSHPublicKeyInput{UserName: "ann", SSHPublicKeyId: id, Encoding: "SSH"},
		"UpdateSSHPublicKey": &api.UpdateSSHPublicKeyInput{UserName: "ann", SSHPublicKeyId: id, Status: "Active"},
		"DeleteSSHPublicKey": &api.DeleteSSHPublicKeyInput{UserName: "ann", SSHPublicKeyId: id},
		"ListSSHPublicKeys":  &api.ListSSHPublicKeysInput{UserName: new("ann")},
	} {
		refused(h, stranger, operation, in, "AccessDenied", 403, denied("stranger", "iam:"+operation, "user ann"))
	}
}
