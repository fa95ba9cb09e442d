package store

import "github.com/cardea-iam/cardea/identity"

// AccessKeys are by access key ID.
var AccessKeys = NewTable("accesskey", func(k *identity.AccessKey) string { return k.ID })

// AccessKeysByOwner finds the access keys of the user with a unique ID, or of the root user by the account's number.
var AccessKeysByOwner = AccessKeys.Index(func(k *identity.AccessKey) []string { return some(k.Owner) })

// KeyUses are by access key ID.
var KeyUses = NewTable("keyuse", func(u *identity.KeyUse) string { return u.ID })

// LoginProfiles are by owner: the user's unique ID, or the account's number for its root user.
var LoginProfiles = NewTable("loginprofile", func(p *identity.LoginProfile) string { return p.Owner })

// SSHKeys are by OwnedKey(owner, key ID).
var SSHKeys = NewTable("sshkey", func(k *identity.SSHKey) string { return OwnedKey(k.Owner, k.ID) })

// SSHKeysByID finds the SSH key with an ID.
var SSHKeysByID = SSHKeys.Index(func(k *identity.SSHKey) []string { return some(k.ID) })

// SigningCertificates are by OwnedKey(owner, certificate ID).
var SigningCertificates = NewTable("signingcertificate", func(c *identity.SigningCertificate) string { return OwnedKey(c.Owner, c.ID) })

// SigningCertificatesByID finds the signing certificate with an ID.
var SigningCertificatesByID = SigningCertificates.Index(func(c *identity.SigningCertificate) []string { return some(c.ID) })

// ServiceCredentials are by OwnedKey(owner, credential ID).
var ServiceCredentials = NewTable("servicecredential", func(c *identity.ServiceCredential) string { return OwnedKey(c.Owner, c.ID) })

// ServiceCredentialsByID finds the service-specific credential with an ID.
var ServiceCredentialsByID = ServiceCredentials.Index(func(c *identity.ServiceCredential) []string { return some(c.ID) })

// OwnedKey is the key of a credential that is stored under its owner. OwnedKey(owner, "") is the prefix of all that the owner has.
func OwnedKey(owner, id string) string { return owner + "/" + id }
