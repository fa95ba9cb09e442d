package identity

import "time"

// SigninTokenTime is how long a sign-in token waits to be used.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
const SigninTokenTime = 15 * time.Minute

// SigninToken lets a browser into the console as a session whose credentials somebody has handed over. It works once, and its text is stored nowhere.
type SigninToken struct {
	ID        string        `cbor:"1,keyasint"` // digest of the text
	Session   Session       `cbor:"2,keyasint"`
	MadeAt    time.Time     `cbor:"3,keyasint"`
	ExpiresAt time.Time     `cbor:"4,keyasint"`
	Duration  time.Duration `cbor:"5,keyasint,omitempty"` // of the console's session; 0: what is left of the credentials
}
