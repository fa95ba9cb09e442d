package passkey

import (
	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
)

// account is a User as the library wants to see one.
type account struct{ User }

func (a account) WebAuthnID() []byte          { return []byte(a.Handle) }
func (a account) WebAuthnName() string        { return a.Name }
func (a account) WebAuthnDisplayName() string { return a.Name }

func (a account) WebAuthnCredentials() []webauthn.Credential {
	credentials := make([]webauthn.Credential, 0, len(a.Keys))
	for _, key := range a.Keys {
		credentials = append(credentials, webauthn.Credential{
			ID: key.ID, PublicKey: key.PublicKey, Transport: transports(key.Transports),
			Flags:         webauthn.CredentialFlags{BackupEligible: key.BackupEligible},
			Authenticator: webauthn.Authenticator{SignCount: key.SignCount},
		})
	}
	return credentials
}

// descriptors name the keys to a browser.
func (a account) descriptors() []protocol.CredentialDescriptor {
	list := make([]protocol.CredentialDescriptor, 0, len(a.Keys))
	for _, key := range a.Keys {
		list = append(list, protocol.CredentialDescriptor{Type: protocol.PublicKeyCredentialType, CredentialID: key.ID, Transport: transports(key.Transports)})
	}
	return list
}

func transports(names []string) []protocol.AuthenticatorTransport {
	list := make([]protocol.AuthenticatorTransport, 0, len(names))
	for _, name := range names {
		list = append(list, protocol.AuthenticatorTransport(name))
	}
	return list
}
