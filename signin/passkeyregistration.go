package signin

import (
	"context"
	"errors"
	"regexp"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/factor/passkey"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Security keys are registered in the console only, as at AWS, and whoever may enable an MFA device may.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html
var passkeyRegistrationOperations = []service.Operation{
	service.Op("BeginPasskeyRegistration", service.Write, asksBeginRegistration, beginRegistration),
	service.Op("FinishPasskeyRegistration", service.Write, asksFinishRegistration, finishRegistration, service.Prepare(prepareRegistration)),
}

// BeginPasskeyRegistrationInput names the user who gets a key; empty: whoever calls.
type BeginPasskeyRegistrationInput struct{ UserName string }

// FinishPasskeyRegistrationInput is what the browser has answered.
type FinishPasskeyRegistrationInput struct {
	UserName   string // as it began
	DeviceName string // tells several keys apart; empty: default
	Response   []byte // the JSON of PublicKeyCredential.toJSON
}

// FinishPasskeyRegistrationOutput names the new device.
type FinishPasskeyRegistrationOutput struct{ SerialNumber string }

func asksBeginRegistration(c *service.Call, in *BeginPasskeyRegistrationInput) ([]access.Ask, error) {
	return asksEnable(c, in.UserName)
}

func asksFinishRegistration(c *service.Call, in *FinishPasskeyRegistrationInput) ([]access.Ask, error) {
	return asksEnable(c, in.UserName)
}

// asksEnable asks for what iam:EnableMFADevice asks for. One who does not exist is asked for by the ARN that the user would have.
func asksEnable(c *service.Call, name string) ([]access.Ask, error) {
	const action = "iam:EnableMFADevice"
	if name == "" {
		switch c.Caller.Kind {
		case identity.Root:
			return []access.Ask{{Action: action, Resource: identity.RootARN(c.Account())}}, nil
		case identity.IAMUser:
			name = c.Caller.User.Name
		default:
			return nil, fault.Validation("Must specify userName when calling with non-User credentials")
		}
	}
	ask := access.Ask{Action: action, Resource: identity.ARN(c.Account(), "user", "/", name), Shown: "user " + name}
	if user, ok := store.Users.Get(c.Tx, identity.Key(c.Account(), name)); ok {
		ask.Resource, ask.Context = user.ARN(), access.ResourceTags("iam", user.Tags)
		if user.Boundary != "" {
			ask.Context = append(ask.Context, access.One("iam:PermissionsBoundary", user.Boundary))
		}
	}
	return []access.Ask{ask}, nil
}

// holderOf finds who is to have the key. That it is root or a user where no name is given is known by now.
func holderOf(c *service.Call, name string) (holder, error) {
	switch {
	case name == "" && c.Caller.Kind == identity.Root:
		return holder{id: c.Account()}, nil
	case name == "":
		return holder{id: c.Caller.User.ID, name: c.Caller.User.Name}, nil
	}
	user, ok := store.Users.Get(c.Tx, identity.Key(c.Account(), name))
	if !ok {
		return holder{}, fault.New("NoSuchEntity", fault.NotFound, "The user with name %s cannot be found.", name)
	}
	return holder{id: user.ID, name: user.Name}, nil
}

// registrationPurpose is that of a challenge for a registration: who asked, with which session, for whom.
func registrationPurpose(c *service.Call, of holder) string {
	return "registration/" + c.Caller.ID() + "/" + c.Caller.Browser + "/" + of.id
}

func beginRegistration(c *service.Call, in *BeginPasskeyRegistrationInput) (*PasskeyOptions, error) {
	of, err := holderOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	if c.Passkeys == nil {
		return nil, fault.New("NoSecurityKey", fault.BadRequest, "Security keys do not work here: the console has no host name.")
	}
	if err := hasRoom(c, of); err != nil {
		return nil, err
	}
	challenge, err := newChallenge(c, registrationPurpose(c, of))
	if err != nil {
		return nil, err
	}
	user := keysOf(c.Tx, of)
	if user.Name == "" {
		user.Name = c.AccountRow().Name()
	}
	options, err := c.Passkeys.BeginRegistration(user, challenge)
	return &PasskeyOptions{options}, err
}

// hasRoom refuses a device too many, and one that needs a session with MFA.
func hasRoom(c *service.Call, of holder) error {
	limit, have := c.Quota("MFADevicesPerUserQuota"), 0
	for range store.MFADevicesByOwner.All(c.Tx, of.id) {
		have++
	}
	if have >= limit {
		return fault.New("LimitExceeded", fault.Conflict, "Cannot exceed quota for MFADevicesPerUser: %d", limit)
	}
	return c.MayGetDevice(of.id)
}

// prepareRegistration checks the answer against the challenge that is stored now. It counts only for whoever takes that challenge out of the store afterwards.
func prepareRegistration(_ context.Context, c *service.Call, in *FinishPasskeyRegistrationInput) (*proof, error) {
	if !deviceName.MatchString(in.DeviceName) {
		return nil, fault.Validation("The name of a security key is at most 64 letters, digits and _+=,.@-")
	}
	of, err := holderOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	found := proveBy(c, registrationPurpose(c, of))
	if found.err == nil {
		found.key, found.err = c.Passkeys.FinishRegistration(keysOf(c.Tx, of), found.challenge, in.Response)
	}
	return found, nil
}

var deviceName = regexp.MustCompile(`^[\w+=,.@-]{0,64}$`)

// finishRegistration enables a security key. The challenge is used up whatever comes of it.
func finishRegistration(c *service.Call, in *FinishPasskeyRegistrationInput) (*FinishPasskeyRegistrationOutput, error) {
	of, err := holderOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	found := service.Prepared[proof](c)
	if err := found.take(c, registrationPurpose(c, of)); err != nil {
		return nil, badKey(err).Kept()
	}
	if err := hasRoom(c, of); err != nil {
		return nil, fault.Of(err).Kept()
	}
	if _, taken := store.MFADevicesByPasskey.Get(c.Tx, store.PasskeyKey(found.key.ID)); taken {
		return nil, fault.New("EntityAlreadyExists", fault.Conflict, "MFA Device is already in use.").Kept()
	}
	device := newPasskeyDevice(c, of, in.DeviceName, found.key)
	store.MFADevices.Put(c.Tx, device)
	c.Note("SerialNumber", device.Serial)
	return &FinishPasskeyRegistrationOutput{SerialNumber: device.Serial}, nil
}

func newPasskeyDevice(c *service.Call, of holder, name string, key passkey.Key) *identity.MFADevice {
	if name == "" {
		name = "default"
	}
	return &identity.MFADevice{
		Account: c.Account(), Serial: identity.PasskeySerial(c.Account(), of.name, c.NewID(name+"-")), Kind: identity.PasskeyDevice, Name: name,
		Owner: of.id, CreatedAt: c.Now, EnabledAt: c.Now, CreatedBy: c.Caller.PrincipalID(), LastStep: totp.Step(c.Now), Passkey: identity.Passkey(key),
	}
}

// badKey says what the person can do about a key that was not registered.
func badKey(err error) *fault.Error {
	text := "The answer of the security key is not valid. Try again, or use another key."
	if errors.Is(err, errChallenge) {
		text = "The time to register the security key was up, or it was registered elsewhere. Start again."
	}
	return fault.New("InvalidSecurityKey", fault.Forbidden, "%s", text).Because(err)
}
