package iam

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"strings"

	"golang.org/x/crypto/ssh"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var sshKeyOperations = []service.Operation{
	service.Op("UploadSSHPublicKey", service.Write, onUser("iam:UploadSSHPublicKey", func(in *api.UploadSSHPublicKeyInput) *string { return &in.UserName }, nil), uploadSSHKey),
	service.Op("GetSSHPublicKey", service.Read, onUser("iam:GetSSHPublicKey", func(in *api.GetSSHPublicKeyInput) *string { return &in.UserName }, nil), getSSHKey),
	service.Op("UpdateSSHPublicKey", service.Write, onUser("iam:UpdateSSHPublicKey", func(in *api.UpdateSSHPublicKeyInput) *string { return &in.UserName }, nil), updateSSHKey),
	service.Op("DeleteSSHPublicKey", service.Write, onUser("iam:DeleteSSHPublicKey", func(in *api.DeleteSSHPublicKeyInput) *string { return &in.UserName }, nil), deleteSSHKey),
	service.Op("ListSSHPublicKeys", service.List, onUser("iam:ListSSHPublicKeys", func(in *api.ListSSHPublicKeysInput) *string { return in.UserName }, nil), listSSHKeys),
}

func uploadSSHKey(c *service.Call, in *api.UploadSSHPublicKeyInput) (*api.UploadSSHPublicKeyOutput, error) {
	user, err := mustUser(c, in.UserName)
	if err != nil {
		return nil, err
	}
	parsed, err := parseSSHKey(in.SSHPublicKeyBody)
	if err != nil {
		return nil, err
	}
	if limit := c.Quota("SSHPublicKeysPerUserQuota"); count(store.SSHKeys.Prefix(c.Tx, store.OwnedKey(user.ID, ""))) >= limit {
		return nil, limitExceeded("SSHPublicKeysPerUser", limit)
	}
	key := &identity.SSHKey{
		ID: c.NewID(identity.PublicKeyPrefix), Owner: user.ID, Body: in.SSHPublicKeyBody,
		Fingerprint: ssh.FingerprintLegacyMD5(parsed.key), Status: identity.Active, UploadedAt: c.Now,
	}
	for other := range store.SSHKeys.Prefix(c.Tx, store.OwnedKey(user.ID, "")) {
		if other.Fingerprint == key.Fingerprint {
			return nil, api.DuplicateSSHPublicKey("The SSH public key is already associated with the specified IAM user.")
		}
	}
	store.SSHKeys.Put(c.Tx, key)
	return &api.UploadSSHPublicKeyOutput{SSHPublicKey: showSSHKey(user, key, key.Body)}, nil
}

func getSSHKey(c *service.Call, in *api.GetSSHPublicKeyInput) (*api.GetSSHPublicKeyOutput, error) {
	user, key, err := mustSSHKey(c, in.UserName, in.SSHPublicKeyId)
	if err != nil {
		return nil, err
	}
	parsed, err := parseSSHKey(key.Body)
	if err != nil {
		return nil, err
	}
	return &api.GetSSHPublicKeyOutput{SSHPublicKey: showSSHKey(user, key, parsed.in(in.Encoding))}, nil
}

func updateSSHKey(c *service.Call, in *api.UpdateSSHPublicKeyInput) (*api.UpdateSSHPublicKeyOutput, error) {
	_, key, err := mustSSHKey(c, in.UserName, in.SSHPublicKeyId)
	if err != nil {
		return nil, err
	}
	if err := settable(in.Status); err != nil {
		return nil, err
	}
	changed := *key
	changed.Status = in.Status
	store.SSHKeys.Put(c.Tx, &changed)
	return &api.UpdateSSHPublicKeyOutput{}, nil
}

func deleteSSHKey(c *service.Call, in *api.DeleteSSHPublicKeyInput) (*api.DeleteSSHPublicKeyOutput, error) {
	_, key, err := mustSSHKey(c, in.UserName, in.SSHPublicKeyId)
	if err != nil {
		return nil, err
	}
	store.SSHKeys.Delete(c.Tx, store.OwnedKey(key.Owner, key.ID))
	return &api.DeleteSSHPublicKeyOutput{}, nil
}

func listSSHKeys(c *service.Call, in *api.ListSSHPublicKeysInput) (*api.ListSSHPublicKeysOutput, error) {
	of, err := ownerOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	p := collect(w, store.SSHKeys.After(c.Tx, store.OwnedKey(of.ID, ""), w.after), nil, func(k *identity.SSHKey) api.SSHPublicKeyMetadata {
		return api.SSHPublicKeyMetadata{UserName: of.Name, SSHPublicKeyId: k.ID, Status: k.Status, UploadDate: k.UploadedAt}
	})
	return &api.ListSSHPublicKeysOutput{SSHPublicKeys: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

func mustSSHKey(c *service.Call, userName, keyID string) (*identity.User, *identity.SSHKey, error) {
	user, err := mustUser(c, userName)
	if err != nil {
		return nil, nil, err
	}
	key, ok := store.SSHKeys.Get(c.Tx, store.OwnedKey(user.ID, keyID))
	if !ok {
		return nil, nil, noSuchEntity("The Public Key with id %s cannot be found.", keyID)
	}
	return user, key, nil
}

func showSSHKey(user *identity.User, key *identity.SSHKey, body string) *api.SSHPublicKey {
	return &api.SSHPublicKey{
		UserName: user.Name, SSHPublicKeyId: key.ID, Fingerprint: key.Fingerprint, SSHPublicKeyBody: body, Status: key.Status, UploadDate: &key.UploadedAt,
	}
}

// The sizes of an RSA key that is taken, in bits. The published limit is the lower one; the upper keeps whoever uses the key from doing days of work.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html
const (
	minRSABits = 2048
	maxRSABits = 16384
)

// sshKey is a public key that was read, and how it was written.
type sshKey struct {
	key      ssh.PublicKey
	rsa      *rsa.PublicKey
	body     string
	encoding string
}

// parseSSHKey reads one RSA public key, as ssh-rsa or as PEM, and nothing beside it.
func parseSSHKey(body string) (*sshKey, error) {
	body = strings.TrimSpace(body)
	if strings.HasPrefix(body, "-----BEGIN ") {
		return parsePEMKey(body)
	}
	if kind, _, _ := strings.Cut(body, " "); !strings.HasPrefix(kind, "ssh-") && !strings.HasPrefix(kind, "ecdsa-") && !strings.HasPrefix(kind, "sk-") {
		return nil, api.UnrecognizedPublicKeyEncoding("The public key encoding format is unsupported or unrecognized.")
	}
	if strings.ContainsAny(body, "\r\n") {
		return nil, badSSHKey()
	}
	key, _, options, _, err := ssh.ParseAuthorizedKey([]byte(body))
	if err != nil || len(options) > 0 || key.Type() != ssh.KeyAlgoRSA {
		return nil, badSSHKey()
	}
	public, ok := key.(ssh.CryptoPublicKey).CryptoPublicKey().(*rsa.PublicKey)
	if !ok || !fitRSA(public) {
		return nil, badSSHKey()
	}
	return &sshKey{key: key, rsa: public, body: body, encoding: api.EncodingTypeSsh}, nil
}

func parsePEMKey(body string) (*sshKey, error) {
	block, rest := pem.Decode([]byte(body))
	if block == nil || len(block.Headers) > 0 || strings.TrimSpace(string(rest)) != "" {
		return nil, badSSHKey()
	}
	var public *rsa.PublicKey
	var err error
	switch block.Type {
	case "PUBLIC KEY":
		var any any
		any, err = x509.ParsePKIXPublicKey(block.Bytes)
		public, _ = any.(*rsa.PublicKey)
	case "RSA PUBLIC KEY":
		public, err = x509.ParsePKCS1PublicKey(block.Bytes)
	}
	if err != nil || public == nil || !fitRSA(public) {
		return nil, badSSHKey()
	}
	key, err := ssh.NewPublicKey(public)
	if err != nil {
		return nil, badSSHKey()
	}
	return &sshKey{key: key, rsa: public, body: body, encoding: api.EncodingTypePem}, nil
}

func fitRSA(key *rsa.PublicKey) bool {
	bits := key.N.BitLen()
	return bits >= minRSABits && bits <= maxRSABits && key.N.Bit(0) == 1 && key.E >= 3 && key.E%2 == 1
}

// in writes the key in an encoding: as it was uploaded, if it was uploaded so.
func (k *sshKey) in(encoding string) string {
	switch {
	case encoding == k.encoding:
		return k.body
	case encoding == api.EncodingTypeSsh:
		return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(k.key)))
	}
	der, err := x509.MarshalPKIXPublicKey(k.rsa)
	if err != nil {
		panic(err) // unreachable: the key is an RSA key
	}
	return strings.TrimSpace(string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})))
}

func badSSHKey() error {
	return api.InvalidPublicKey("The public key is malformed or otherwise invalid: it must be one RSA key of %d to %d bits, as ssh-rsa or as PEM.", minRSABits, maxRSABits)
}
