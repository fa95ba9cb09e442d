package signin

import (
	"errors"
	"time"

	"github.com/cardea-iam/cardea/fault"
)

// Incorrect is the code, and incorrectText the words, of every proof that is refused.
const (
	Incorrect     = "AuthenticationFailed"
	incorrectText = "Your authentication information is incorrect. Please try again."
)

// Over is the code of a sign-in that cannot go on and begins anew.
const Over = "SignInOver"

func incorrect() *fault.Error { return fault.New(Incorrect, fault.Forbidden, incorrectText) }

func tooLate() *fault.Error {
	return fault.New(Over, fault.Forbidden, "Your sign-in has timed out. Please sign in again.")
}

func tooOften() *fault.Error {
	return fault.New(Over, fault.Forbidden, "Too many codes were wrong. Please sign in again.")
}

func expiredPassword() *fault.Error {
	return fault.New("PasswordExpired", fault.Forbidden, "Your password has expired. Ask an administrator to set a new one.")
}

// throttled is the detail of a refusal that did not look at the proof.
type throttled struct{ after time.Duration }

func (throttled) Error() string { return "too many failures count against it" }

// RetryAfter tells when another try will be looked at, if the refusal was because of too many; ok is false otherwise.
func RetryAfter(err error) (after time.Duration, ok bool) {
	var t throttled
	ok = errors.As(err, &t)
	return t.after, ok
}
