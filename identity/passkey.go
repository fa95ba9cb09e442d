package identity

import "time"

// Passkey is what is kept of a security key or passkey, the part of an MFADevice that no other kind has.
type Passkey struct {
	ID             []byte   `cbor:"1,keyasint"` // its credential ID: one device's, whoever owns it
	PublicKey      []byte   `cbor:"2,keyasint"`
	SignCount      uint32   `cbor:"3,keyasint,omitempty"` // the newest one seen: it goes up with each use of a key that counts
	Transports     []string `cbor:"4,keyasint,omitempty"`
	BackupEligible bool     `cbor:"5,keyasint,omitempty"`
}

// PasskeyTime is how long a challenge waits for its answer.
const PasskeyTime = 5 * time.Minute

// PasskeyChallenge is what somebody has been asked to sign and has not answered yet. It is taken out of the store by the first answer, right or wrong.
type PasskeyChallenge struct {
	Purpose   string    `cbor:"1,keyasint"` // who was asked, and what for: nobody else's answer counts, nor one for something else
	Challenge []byte    `cbor:"2,keyasint"`
	ExpiresAt time.Time `cbor:"3,keyasint"`
}

// PasskeySerial is the serial number of a security key: the name and ID that it got, under its owner, who for root has no user name.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
func PasskeySerial(account, userName, id string) string {
	if userName == "" {
		return ARN(account, "u2f", "/root-account/", id)
	}
	return ARN(account, "u2f", "/user/"+userName+"/", id)
}
