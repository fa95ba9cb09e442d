package sts

import (
	"errors"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/sts"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
)

var sessionTokenOperations = []service.Operation{
	service.Op("GetSessionToken", service.Read, onNothing[api.GetSessionTokenInput]("sts:GetSessionToken"), getSessionToken,
		service.Writes(func(in *api.GetSessionTokenInput) bool { return in.SerialNumber != nil || in.TokenCode != nil })),
}

const (
	defaultTokenDuration = 43200 // seconds
	maxRootDuration      = 3600  // longer wishes of root are cut without a word
)

func getSessionToken(c *service.Call, in *api.GetSessionTokenInput) (*api.GetSessionTokenOutput, error) {
	session := &identity.Session{
		Kind: identity.TokenSession, Account: c.Account(), Principal: c.Caller.PrincipalID(), IssuerKey: c.Caller.KeyID,
		IssuedAt: c.Now, ExpiresAt: c.Now.Add(userDuration(c, in.DurationSeconds)),
	}
	mfa, err := proveMFA(c, in.SerialNumber, in.TokenCode)
	if err != nil {
		return nil, err
	}
	if mfa {
		session.MFAAt = c.Now
	}
	credentials, _, err := c.Access.Issue(session)
	if err != nil {
		return nil, err
	}
	return &api.GetSessionTokenOutput{Credentials: showCredentials(credentials)}, nil
}

// userDuration is how long a session of a user, or of root, lasts.
func userDuration(c *service.Call, wish *int32) time.Duration {
	seconds := int32(defaultTokenDuration)
	if wish != nil {
		seconds = *wish
	}
	if c.Caller.Kind == identity.Root {
		seconds = min(seconds, maxRootDuration)
	}
	return time.Duration(seconds) * time.Second
}

// proveMFA checks the device and code that came with a call and uses the code up; false without an error says that none came. A fault lets the
// transaction stand: the failure was counted in it.
func proveMFA(c *service.Call, serial, code *string) (bool, error) {
	if serial == nil && code == nil {
		return false, nil
	}
	if serial == nil || code == nil {
		return false, fault.AccessDenied("MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.")
	}
	if c.Caller.Kind != identity.IAMUser && c.Caller.Kind != identity.Root {
		return false, unknownDevice()
	}
	_, err := c.Access.UseCode(c.Tx, c.Account(), c.Caller.PrincipalID(), *serial, *code, c.Now)
	switch {
	case errors.Is(err, access.ErrDevice):
		return false, unknownDevice()
	case errors.Is(err, access.ErrCode):
		// The blank at the end is AWS's.
		return false, fault.AccessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code. ").Kept()
	case err != nil:
		return false, err
	}
	c.Note("MFASerialNumber", *serial)
	return true, nil
}

func unknownDevice() error {
	return fault.AccessDenied("MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.").Kept()
}
