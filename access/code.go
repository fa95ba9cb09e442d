package access

import (
	"errors"
	"fmt"
	"time"

	"github.com/cardea-iam/cardea/factor"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// Errors of one-time codes. Whoever answers one of them must let the transaction stand: the failure was counted in it.
var (
	// ErrDevice means that there is no such device of that owner, or one that makes no codes.
	ErrDevice = errors.New("no such MFA device of that owner")
	// ErrCode means a wrong or used code, or one that came after too many failures and was not looked at.
	ErrCode = errors.New("the MFA code is not valid")
)

// UseCode checks a code of a device that must be assigned to the owner (a user's unique ID, or root's account), and uses it up: neither it nor an older
// one is ever taken again. It is written before anybody is let in, in the caller's transaction.
func (a *Access) UseCode(tx *store.Tx, account, owner, serial, code string, now time.Time) (*identity.MFADevice, error) {
	device, ok := store.MFADevices.Get(tx, account+"/"+serial)
	if !ok || device.Owner != owner || len(device.Seed) == 0 {
		return nil, ErrDevice
	}
	if !mayTry(tx, device, owner, now) {
		return nil, ErrCode
	}
	generator, err := a.generator(device)
	if err != nil {
		return nil, err
	}
	step, ok := generator.Match(code, now, totp.Clock{Drift: device.Drift, LastStep: device.LastStep})
	if !ok {
		countFailure(tx, device, owner, now)
		return nil, ErrCode
	}
	used := device.Clone()
	used.LastStep = step
	store.MFADevices.Put(tx, used)
	return used, nil
}

// LearnClock checks two consecutive codes of a device for an owner, and answers the device with the drift that they show and both codes used up.
// It stores nothing but a failure: enabling and resyncing store the device, each with what else they change. Its error is ErrCode.
func (a *Access) LearnClock(tx *store.Tx, device *identity.MFADevice, owner, code1, code2 string, now time.Time) (*identity.MFADevice, error) {
	if !mayTry(tx, device, owner, now) {
		return nil, ErrCode
	}
	generator, err := a.generator(device)
	if err != nil {
		return nil, err
	}
	clock, ok := generator.MatchPair(code1, code2, now, device.LastStep)
	if !ok {
		countFailure(tx, device, owner, now)
		return nil, ErrCode
	}
	learned := device.Clone()
	learned.Drift, learned.LastStep = clock.Drift, clock.LastStep
	return learned, nil
}

func (a *Access) generator(device *identity.MFADevice) (totp.Generator, error) {
	seed, err := a.keys.OpenSeed(device)
	if err != nil {
		return totp.Generator{}, fmt.Errorf("open the seed of an MFA device: %w", err)
	}
	return totp.Generator{Seed: seed, Digits: device.Digits}, nil
}

// guessedAt are the two things that a guess is a guess at: the device and its owner. So neither eight devices nor two owners buy more guesses.
func guessedAt(device *identity.MFADevice, owner string) [2]string {
	return [2]string{"mfa-device/" + device.Account + "/" + device.Serial, "mfa-owner/" + owner}
}

func mayTry(tx *store.Tx, device *identity.MFADevice, owner string, now time.Time) bool {
	for _, key := range guessedAt(device, owner) {
		if !MayTry(tx, key, now) {
			return false
		}
	}
	return true
}

func countFailure(tx *store.Tx, device *identity.MFADevice, owner string, now time.Time) {
	for _, key := range guessedAt(device, owner) {
		CountFailure(tx, key, now)
	}
}

// CountFailure remembers one more failed attempt at something.
func CountFailure(tx *store.Tx, key string, now time.Time) {
	var before factor.Attempts
	if throttle, ok := store.Throttles.Get(tx, key); ok {
		before = throttle.Failures
	}
	store.Throttles.Put(tx, &identity.Throttle{Key: key, Failures: before.Fail(now)})
}

// MayTry reports whether one more attempt at something may be checked.
func MayTry(tx *store.Tx, key string, now time.Time) bool {
	throttle, ok := store.Throttles.Get(tx, key)
	return !ok || factor.Attempts(throttle.Failures).Allow(now)
}
