package signin

import (
	"bytes"
	"context"
	"errors"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/factor/passkey"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var passkeyOperations = []service.Operation{
	service.Op("AskPasskey", service.Write, asksNothing[AskPasskeyInput], askPasskey),
	service.Op("CheckPasskey", service.Write, asksNothing[CheckPasskeyInput], checkPasskey, service.Prepare(preparePasskey)),
}

// AskPasskeyInput names a pending sign-in by its cookie.
type AskPasskeyInput struct{ Pending string }

// PasskeyOptions is the JSON that a page's script hands to the browser: PublicKeyCredential.parseRequestOptionsFromJSON for a sign-in,
// parseCreationOptionsFromJSON for a registration.
type PasskeyOptions struct{ Options []byte }

// askPasskey begins the second step with a security key. A challenge that was asked for before is worth nothing then.
func askPasskey(c *service.Call, in *AskPasskeyInput) (*PasskeyOptions, error) {
	row, p := pendingOf(c, in.Pending)
	if p == nil || row.Proven {
		return nil, tooLate()
	}
	user := keysOf(c.Tx, holder{id: row.Person})
	if len(user.Keys) == 0 || c.Passkeys == nil {
		return nil, fault.New("NoSecurityKey", fault.BadRequest, "You have no security key that works here. Try another method.")
	}
	challenge, err := newChallenge(c, signInPurpose(row))
	if err != nil {
		return nil, err
	}
	options, err := c.Passkeys.BeginAssertion(user, challenge)
	return &PasskeyOptions{options}, err
}

// CheckPasskeyInput is what the browser has answered.
type CheckPasskeyInput struct {
	Pending  string // cookie
	Response []byte // the JSON of PublicKeyCredential.toJSON
	Known    string // cookie of a browser that the person may have signed in with before
}

// preparePasskey checks the answer against the challenge that is stored now. It counts only for whoever takes that challenge out of the store afterwards.
func preparePasskey(_ context.Context, c *service.Call, in *CheckPasskeyInput) (*proof, error) {
	row, p := pendingOf(c, in.Pending)
	if p == nil || row.Proven {
		return nil, tooLate()
	}
	found := proveBy(c, signInPurpose(row))
	if found.err == nil {
		found.key, found.err = c.Passkeys.FinishAssertion(keysOf(c.Tx, holder{id: row.Person}), found.challenge, in.Response)
	}
	return found, nil
}

// checkPasskey is the second step with a security key. The challenge is used up whatever comes of it, and the key's counter is stored before the person is in.
func checkPasskey(c *service.Call, in *CheckPasskeyInput) (*Step, error) {
	row, p := pendingOf(c, in.Pending)
	if p == nil || row.Proven {
		return nil, tooLate()
	}
	found := service.Prepared[proof](c)
	err := found.take(c, signInPurpose(row))
	device, ok := store.MFADevicesByPasskey.Get(c.Tx, store.PasskeyKey(found.key.ID))
	record := login{call: c, person: p, to: row.Next, mfa: true}
	if ok && device.Owner == row.Person {
		record.device = device.Serial
	} else if err == nil {
		err = access.ErrDevice // deactivated since the answer was checked
	}
	c.Describe(record.describe)
	if err == nil && found.key.SignCount <= device.Passkey.SignCount && device.Passkey.SignCount > 0 {
		err = passkey.ErrCloned // used since, with another challenge
	}
	if err != nil {
		if errors.Is(err, passkey.ErrCloned) {
			record.reason = "The signature counter of the security key did not go up: there may be a copy of it."
		}
		return nil, countWrong(c, row, record, err)
	}
	used := device.Clone()
	used.Passkey.SignCount, used.LastStep = found.key.SignCount, totp.Step(c.Now)
	store.MFADevices.Put(c.Tx, used)
	return prove(c, row, p, used, in.Known)
}

// signInPurpose is that of a challenge for a pending sign-in: the cookie that the answer must come with.
func signInPurpose(row *identity.PendingSignIn) string { return "signin/" + row.ID }

// newChallenge draws a challenge and stores it in place of an older one for the same purpose.
func newChallenge(c *service.Call, purpose string) ([]byte, error) {
	challenge, err := passkey.NewChallenge(c.Chance)
	if err != nil {
		return nil, err
	}
	store.PasskeyChallenges.Put(c.Tx, &identity.PasskeyChallenge{Purpose: purpose, Challenge: challenge, ExpiresAt: c.Now.Add(identity.PasskeyTime)})
	return challenge, nil
}

// proof is what was found out about an answer outside of the transaction.
type proof struct {
	challenge []byte // that it was checked against
	key       passkey.Key
	err       error
}

// errChallenge means that nobody has asked, or that the challenge was used or is too old.
var errChallenge = errors.New("no security key was asked for, or the time was up")

// proveBy begins a proof with the challenge that is stored for a purpose.
func proveBy(c *service.Call, purpose string) *proof {
	row, ok := store.PasskeyChallenges.Get(c.Tx, purpose)
	if !ok || c.Passkeys == nil {
		return &proof{err: errChallenge}
	}
	return &proof{challenge: row.Challenge}
}

// take takes the challenge out of the store and answers whether the proof counts: once, in time, and against that challenge only. The caller must let the
// transaction stand: a challenge whose answer was wrong is used up as well.
func (found *proof) take(c *service.Call, purpose string) error {
	row, ok := store.TakePasskeyChallenge(c.Tx, purpose)
	switch {
	case !ok, !c.Now.Before(row.ExpiresAt):
		return errChallenge
	case found.err != nil:
		return found.err
	case !bytes.Equal(row.Challenge, found.challenge):
		return errChallenge
	}
	return nil
}

// holder is whose device it is: a user, or root, who has no name.
type holder struct{ id, name string }

// keysOf are somebody's security keys.
func keysOf(tx *store.Tx, of holder) passkey.User {
	user := passkey.User{Handle: of.id, Name: of.name}
	for device := range store.MFADevicesByOwner.All(tx, of.id) {
		if device.Kind == identity.PasskeyDevice {
			user.Keys = append(user.Keys, passkey.Key(device.Passkey))
		}
	}
	return user
}
