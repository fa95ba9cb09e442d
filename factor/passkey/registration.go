package passkey

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/protocol/webauthncose"
	"github.com/go-webauthn/webauthn/webauthn"
)

// algorithms are what a key may sign with, the best liked first.
var algorithms = offer(webauthncose.AlgES256, webauthncose.AlgEdDSA, webauthncose.AlgES384, webauthncose.AlgES512, webauthncose.AlgRS256)

// formats are the attestation formats that can be checked without a root of trust.
var formats = []protocol.AttestationFormat{protocol.AttestationFormatNone, protocol.AttestationFormatPacked, protocol.AttestationFormatFIDOUniversalSecondFactor}

// known are the transports that are kept. https://www.w3.org/TR/webauthn-3/#enum-transport
var known = []protocol.AuthenticatorTransport{protocol.USB, protocol.NFC, protocol.BLE, protocol.SmartCard, protocol.Hybrid, protocol.Internal}

// Credential IDs have at least 16 bytes by the standard, and at most what fits a browser's and CTAP's limits.
// https://www.w3.org/TR/webauthn-3/#credential-id
const (
	minCredentialID = 16
	maxCredentialID = 1023
)

// RSA keys outside of this are too weak, or slow to verify.
const (
	minModulusBits = 2048
	maxModulusBits = 4096
)

func offer(algorithms ...webauthncose.COSEAlgorithmIdentifier) []protocol.CredentialParameter {
	list := make([]protocol.CredentialParameter, 0, len(algorithms))
	for _, algorithm := range algorithms {
		list = append(list, protocol.CredentialParameter{Type: protocol.PublicKeyCredentialType, Algorithm: algorithm})
	}
	return list
}

// BeginRegistration answers the JSON of what a browser asks a new key for: PublicKeyCredential.parseCreationOptionsFromJSON reads it. The user's keys are
// excluded, so that none is registered twice.
func (p *Party) BeginRegistration(u User, challenge []byte) ([]byte, error) {
	asked := func(o *protocol.PublicKeyCredentialCreationOptions) error {
		o.Challenge, o.Parameters, o.CredentialExcludeList = challenge, algorithms, account{u}.descriptors()
		return nil
	}
	creation, _, err := p.library.BeginRegistration(account{u}, asked)
	if err != nil {
		return nil, fmt.Errorf("begin the registration of a security key: %w", err)
	}
	return json.Marshal(creation.Response)
}

// FinishRegistration checks a browser's answer, the JSON of PublicKeyCredential.toJSON, against the challenge. Whether the key belongs to somebody else
// is for the caller to find out. Its errors are ErrProof.
func (p *Party) FinishRegistration(u User, challenge, response []byte) (Key, error) {
	if err := readable(response); err != nil {
		return Key{}, err
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes(response)
	if err != nil {
		return Key{}, refused(err)
	}
	if err := strictClientData(parsed.Raw.AttestationResponse.ClientDataJSON); err != nil {
		return Key{}, err
	}
	if !slices.Contains(formats, protocol.AttestationFormat(parsed.Response.AttestationObject.Format)) {
		return Key{}, refuse("its attestation is of a format that needs a root of trust")
	}
	credential, err := p.library.CreateCredential(account{u}, webauthn.SessionData{
		Challenge: encoded(challenge), UserID: []byte(u.Handle), CredParams: algorithms, UserVerification: protocol.VerificationDiscouraged,
	}, parsed)
	if err != nil {
		return Key{}, refused(err)
	}
	if size := len(credential.ID); size < minCredentialID || size > maxCredentialID {
		return Key{}, refuse("its credential ID does not have 16 to 1023 bytes")
	}
	if err := sound(credential.PublicKey); err != nil {
		return Key{}, err
	}
	return Key{
		ID: credential.ID, PublicKey: credential.PublicKey, SignCount: credential.Authenticator.SignCount,
		Transports: keepKnown(credential.Transport), BackupEligible: credential.Flags.BackupEligible,
	}, nil
}

// sound refuses a public key that nothing could be verified with. Without attestation nothing has been verified with it yet.
func sound(publicKey []byte) error {
	key, err := webauthncose.ParsePublicKey(publicKey)
	if err != nil {
		return refuse("its public key is not sound")
	}
	if rsa, ok := key.(webauthncose.RSAPublicKeyData); ok {
		if bits := new(big.Int).SetBytes(rsa.Modulus).BitLen(); bits < minModulusBits || bits > maxModulusBits {
			return refuse("its RSA key does not have 2048 to 4096 bits")
		}
	}
	return nil
}

// keepKnown keeps the transports that the standard knows, each once: the list is stored and sent back to browsers.
func keepKnown(told []protocol.AuthenticatorTransport) []string {
	var kept []string
	for _, transport := range known {
		if slices.Contains(told, transport) {
			kept = append(kept, string(transport))
		}
	}
	return kept
}

// encoded is a challenge as browsers send it back.
func encoded(challenge []byte) string { return base64.RawURLEncoding.EncodeToString(challenge) }
