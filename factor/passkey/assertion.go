package passkey

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
)

// BeginAssertion answers the JSON of what a browser asks one of the user's keys for: PublicKeyCredential.parseRequestOptionsFromJSON reads it. A user without
// keys is an error.
func (p *Party) BeginAssertion(u User, challenge []byte) ([]byte, error) {
	asked := func(o *protocol.PublicKeyCredentialRequestOptions) error {
		o.Challenge, o.AllowedCredentials = challenge, account{u}.descriptors()
		return nil
	}
	assertion, _, err := p.library.BeginLogin(account{u}, asked)
	if err != nil {
		return nil, fmt.Errorf("ask for a security key: %w", err)
	}
	return json.Marshal(assertion.Response)
}

// FinishAssertion checks a browser's answer, the JSON of PublicKeyCredential.toJSON, against the challenge. It answers the key that was shown, with its
// new counter, which must be stored before anybody is let in. Its errors are ErrProof, one of them ErrCloned, with which it answers
// the key as it was.
func (p *Party) FinishAssertion(u User, challenge, response []byte) (Key, error) {
	if err := readable(response); err != nil {
		return Key{}, err
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes(response)
	if err != nil {
		return Key{}, refused(err)
	}
	if err := strictClientData(parsed.Raw.AssertionResponse.ClientDataJSON); err != nil {
		return Key{}, err
	}
	allowed := make([][]byte, 0, len(u.Keys))
	for _, key := range u.Keys {
		allowed = append(allowed, key.ID)
	}
	credential, err := p.library.ValidateLogin(account{u}, webauthn.SessionData{
		Challenge: encoded(challenge), UserID: []byte(u.Handle), AllowedCredentialIDs: allowed, UserVerification: protocol.VerificationDiscouraged,
	}, parsed)
	if err != nil {
		return Key{}, refused(err)
	}
	shown := u.Keys[slices.IndexFunc(u.Keys, func(k Key) bool { return bytes.Equal(k.ID, credential.ID) })]
	if credential.Authenticator.CloneWarning {
		return shown, ErrCloned
	}
	shown.SignCount = credential.Authenticator.SignCount
	return shown, nil
}
