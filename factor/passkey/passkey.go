// Package passkey verifies security keys and passkeys: what a browser answers when a key is registered, and when it proves that it is there. It is a narrow
// pass to a library that knows the formats, with the decisions made once: what is asked of a key, what is taken from it, and what is refused. It is pure:
// challenges, keys and counters come in as values and go out as values, and whoever keeps them decides how often a challenge counts.
//
// https://www.w3.org/TR/webauthn-3/
//
// # Challenges
//
// An answer is a proof only against a challenge that was taken out of the store before, once, for whoever asked for it. Synced passkeys never count, so nothing else
// stops an answer from being sent twice.
//
// # Attestation
//
// None is asked for, so what a key says of its maker is not relied on. A statement that comes all the same must be right, and of a format that needs no root of trust.
package passkey

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
)

// Errors of an answer. Their texts tell the log why; they hold no challenge.
var (
	// ErrProof means that the answer is not what was asked for.
	ErrProof = errors.New("the answer of the security key is not valid")
	// ErrCloned means that the key's signature counter did not go up: there may be two of it. It is an ErrProof as well.
	ErrCloned = fmt.Errorf("%w: its signature counter did not go up, so it may have been copied", ErrProof)
)

// Timeout is how long a person may take, and how long a challenge may be kept at most.
const Timeout = 5 * time.Minute

// challengeSize is twice what the standard asks for. https://www.w3.org/TR/webauthn-3/#sctn-cryptographic-challenges
const challengeSize = 32

// NewChallenge draws a challenge.
func NewChallenge(chance io.Reader) ([]byte, error) {
	challenge := make([]byte, challengeSize)
	if _, err := io.ReadFull(chance, challenge); err != nil {
		return nil, fmt.Errorf("draw a challenge: %w", err)
	}
	return challenge, nil
}

// Key is what is kept of a registered key.
type Key struct {
	ID             []byte   // the credential ID
	PublicKey      []byte   // a COSE key
	SignCount      uint32   // 0: this key does not count
	Transports     []string // how it is reached: usb, nfc
	BackupEligible bool     // it may be copied by its maker's service
}

// User is whose keys they are.
type User struct {
	Handle string // the unique ID: never the name, which may be given to somebody else
	Name   string // for the person who holds the key
	Keys   []Key
}

// Options are what a Party is built from. All are required.
type Options struct {
	ID      string   // the relying party ID: the host name of the sign-in page. Keys are bound to it: with another, none of them works
	Name    string   // for the person who holds the key
	Origins []string // where pages may ask from, such as http://localhost:4567
}

// Party is the side that keys are registered with. It may be used by many goroutines.
type Party struct {
	library *webauthn.WebAuthn
}

// New builds a Party. An address instead of a host name is an error: browsers refuse it.
func New(o Options) (*Party, error) {
	if o.ID == "" {
		return nil, errors.New("passkeys need a relying party ID: the host name of the sign-in page")
	}
	timeout := webauthn.TimeoutConfig{Timeout: Timeout, TimeoutUVD: Timeout}
	library, err := webauthn.New(&webauthn.Config{
		RPID: o.ID, RPDisplayName: o.Name, RPOrigins: o.Origins,
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey:        protocol.ResidentKeyRequirementDiscouraged,
			RequireResidentKey: protocol.ResidentKeyNotRequired(),
			UserVerification:   protocol.VerificationDiscouraged,
		},
		Timeouts: webauthn.TimeoutsConfig{Login: timeout, Registration: timeout},
		// Nothing is asked of extensions, so what a browser's add-on says of them unasked is not looked at.
		ExtensionsUnsolicitedOutputPolicy: protocol.UnsolicitedOutputPolicyIgnore,
	})
	if err != nil {
		return nil, fmt.Errorf("passkeys for %q: %w", o.ID, err)
	}
	return &Party{library}, nil
}

// NewAt builds the Party of the pages at a public address: its host is the ID, its scheme, host and port are the one origin.
func NewAt(public, name string) (*Party, error) {
	at, err := url.Parse(public)
	if err != nil {
		return nil, fmt.Errorf("passkeys at %q: %w", public, err)
	}
	return New(Options{ID: at.Hostname(), Name: name, Origins: []string{at.Scheme + "://" + at.Host}})
}

// refused answers what the library says of an answer. Its notes for developers hold the challenge that was expected, so they stay behind.
func refused(err error) error {
	var said *protocol.Error
	if errors.As(err, &said) {
		return fmt.Errorf("%w: %s", ErrProof, said.Details)
	}
	return fmt.Errorf("%w: it is not readable", ErrProof)
}

func refuse(reason string) error { return fmt.Errorf("%w: %s", ErrProof, reason) }
