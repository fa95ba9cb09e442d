package passkeytest

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"slices"
)

// Flags of authenticator data. https://www.w3.org/TR/webauthn-3/#authdata-flags
const (
	UserPresent    = 1 << 0
	UserVerified   = 1 << 2
	BackupEligible = 1 << 3
	BackupState    = 1 << 4
	Attested       = 1 << 6
	Extended       = 1 << 7
)

// Answer is what a browser and a key are about to say. A test that wants a wrong answer changes it before it is signed.
type Answer struct {
	ClientData map[string]any // type, challenge, origin, crossOrigin
	Raw        []byte         // instead of ClientData, if not nil
	RPID       string
	Flags      byte
	Count      uint32
	ID         []byte
	PublicKey  []byte // COSE, when a key is registered
	Behind     []byte // follows the authenticator data
	Format     string
	Statement  any
	UserHandle []byte
	Transports []string
	Extensions map[string]any
	Signed     func(signature []byte) []byte // changes what was signed; nil: does not
}

// request is what of the options a key needs.
type request struct {
	Challenge string `json:"challenge"`
	RPID      string `json:"rpId"`
	RP        struct {
		ID string `json:"id"`
	} `json:"rp"`
}

// Create answers the options of a registration, as a page of that origin. Statements are none, as browsers make them when no attestation is asked for.
func (k *Key) Create(origin string, options []byte, changes ...func(*Answer)) []byte {
	a := k.begin("webauthn.create", origin, options, Attested)
	a.PublicKey, a.Format, a.Statement, a.Transports = k.PublicKey, "none", map[string]any{}, []string{"usb", "nfc"}
	for _, change := range changes {
		change(a)
	}
	object := Encode(map[string]any{"fmt": a.Format, "attStmt": a.Statement, "authData": a.authenticatorData()})
	return a.finish(map[string]any{"clientDataJSON": text(a.clientData()), "attestationObject": text(object), "transports": a.Transports})
}

// Get answers the options of a sign-in, as a page of that origin.
func (k *Key) Get(origin string, options []byte, changes ...func(*Answer)) []byte {
	a := k.begin("webauthn.get", origin, options, 0)
	a.UserHandle = k.Owner
	for _, change := range changes {
		change(a)
	}
	data, clientData := a.authenticatorData(), a.clientData()
	hash := sha256.Sum256(clientData)
	signature := k.sign(slices.Concat(data, hash[:]))
	if a.Signed != nil {
		signature = a.Signed(signature)
	}
	response := map[string]any{"clientDataJSON": text(clientData), "authenticatorData": text(data), "signature": text(signature)}
	if a.UserHandle != nil {
		response["userHandle"] = text(a.UserHandle)
	}
	return a.finish(response)
}

func (k *Key) begin(ceremony, origin string, options []byte, flags byte) *Answer {
	var asked request
	must(json.Unmarshal(options, &asked))
	if asked.RPID == "" {
		asked.RPID = asked.RP.ID
	}
	if !k.Synced {
		k.Count++
	} else {
		flags |= BackupEligible | BackupState
	}
	return &Answer{
		ClientData: map[string]any{"type": ceremony, "challenge": asked.Challenge, "origin": origin, "crossOrigin": false},
		RPID:       asked.RPID, Flags: UserPresent | flags, Count: k.Count, ID: k.ID, Extensions: map[string]any{},
	}
}

func (a *Answer) clientData() []byte {
	if a.Raw != nil {
		return a.Raw
	}
	out, err := json.Marshal(a.ClientData)
	must(err)
	return out
}

func (a *Answer) authenticatorData() []byte {
	hash := sha256.Sum256([]byte(a.RPID))
	data := append(hash[:], a.Flags)
	data = binary.BigEndian.AppendUint32(data, a.Count)
	if a.Flags&Attested != 0 {
		data = append(data, make([]byte, 16)...) // the AAGUID of a key that does not tell its model
		data = binary.BigEndian.AppendUint16(data, uint16(len(a.ID)))
		data = slices.Concat(data, a.ID, a.PublicKey)
	}
	return append(data, a.Behind...)
}

func (a *Answer) finish(response map[string]any) []byte {
	out, err := json.Marshal(map[string]any{
		"type": "public-key", "id": text(a.ID), "rawId": text(a.ID), "authenticatorAttachment": "cross-platform",
		"clientExtensionResults": a.Extensions, "response": response,
	})
	must(err)
	return out
}

func text(raw []byte) string { return base64.RawURLEncoding.EncodeToString(raw) }
