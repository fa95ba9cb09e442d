package signin_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/access"
	iamapi "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

// finish posts an answer to a registration that must fail.
func (d *desk) finish(who *access.Credential, user string, response []byte) *fault.Error {
	d.t.Helper()
	return d.Fails(who, "signin", "FinishPasskeyRegistration", &signin.FinishPasskeyRegistrationInput{UserName: user, Response: response})
}

func TestARegisteredKeyIsAnMFADeviceOfItsOwner(t *testing.T) {
	d := newDesk(t)
	for name, want := range map[string]string{"ann": ":u2f/user/ann/yubikey-", "": ":u2f/root-account/yubikey-"} {
		serial := d.register(d.console(name), "", "yubikey", passkeytest.New(passkeytest.ES256))
		if !strings.HasPrefix(serial, "arn:aws:iam::"+hosttest.Account+want) || len(serial) > 256 {
			t.Errorf("the serial number is %s", serial)
		}
		who := d.root
		in := &iamapi.ListMFADevicesInput{}
		if name != "" {
			in.UserName = &name
		}
		listed := hosttest.Must[iamapi.ListMFADevicesOutput](d.Host, who, "iam", "ListMFADevices", in).MFADevices
		if len(listed) != 1 || listed[0].SerialNumber != serial || !listed[0].EnableDate.Equal(d.Now) {
			t.Errorf("listed %+v", listed)
		}
		got := hosttest.Must[iamapi.GetMFADeviceOutput](d.Host, who, "iam", "GetMFADevice", &iamapi.GetMFADeviceInput{SerialNumber: serial, UserName: in.UserName})
		if got.SerialNumber != serial || !got.EnableDate.Equal(d.Now) {
			t.Errorf("got %+v", got)
		}
	}
	if virtual := hosttest.Must[iamapi.ListVirtualMFADevicesOutput](d.Host, d.root, "iam", "ListVirtualMFADevices", &iamapi.ListVirtualMFADevicesInput{}).VirtualMFADevices; len(virtual) != 0 {
		t.Errorf("security keys are listed as virtual: %+v", virtual)
	}
}

func TestADeactivatedKeyIsGoneAndMayBeRegisteredAgain(t *testing.T) {
	d := newDesk(t)
	k := passkeytest.New(passkeytest.ES256)
	serial := d.register(d.console("ann"), "", "", k)
	mustFail(t, d.finish(d.console("ann"), "", k.Create(hosttest.Console, d.begin(d.console("ann"), ""))), "EntityAlreadyExists")
	mustFail(t, d.finish(d.console("bob"), "", k.Create(hosttest.Console, d.begin(d.console("bob"), ""))), "EntityAlreadyExists")
	hosttest.Must[iamapi.DeactivateMFADeviceOutput](d.Host, d.console("ann"), "iam", "DeactivateMFADevice", &iamapi.DeactivateMFADeviceInput{UserName: new("ann"), SerialNumber: serial})
	d.View(func(tx *store.Tx) {
		if left := store.MFADevices.Len(tx); left != 0 {
			t.Errorf("%d devices are left", left)
		}
	})
	if again := d.register(d.console("bob"), "", "", k); again == serial {
		t.Errorf("another's key has the same serial number %s", again)
	}
}

func TestASecurityKeyMakesNoCodes(t *testing.T) {
	d := newDesk(t)
	serial := d.register(d.console("ann"), "", "", passkeytest.New(passkeytest.ES256))
	in := &iamapi.ResyncMFADeviceInput{UserName: "ann", SerialNumber: serial, AuthenticationCode1: "000000", AuthenticationCode2: "000000"}
	mustFail(t, d.Fails(d.root, "iam", "ResyncMFADevice", in), "NoSuchEntity")
	mustFail(t, d.Fails(stranger, "signin", "CheckCode", &signin.CheckCodeInput{Pending: d.password("ann"), Serial: serial, Code: "000000"}), signin.Incorrect)
	d.View(func(tx *store.Tx) {
		if _, err := d.Access.UseCode(tx, hosttest.Account, d.ids["ann"], serial, "", d.Now); !errors.Is(err, access.ErrDevice) {
			t.Errorf("a code of a security key answers %v", err)
		}
	})
}

func TestAUserHasAtMostEightDevices(t *testing.T) {
	d := newDesk(t)
	for range 7 {
		d.register(d.console("ann"), "", "", passkeytest.New(passkeytest.ES256))
	}
	options := d.begin(d.console("ann"), "")
	d.register(d.Administrator(), "ann", "", passkeytest.New(passkeytest.ES256))
	mustFail(t, d.finish(d.console("ann"), "", passkeytest.New(passkeytest.ES256).Create(hosttest.Console, options)), "LimitExceeded")
	mustFail(t, d.Fails(d.console("ann"), "signin", "BeginPasskeyRegistration", &signin.BeginPasskeyRegistrationInput{}), "LimitExceeded")
}

func TestRegisteringAsksForEnableMFADeviceOnTheUser(t *testing.T) {
	d := newDesk(t)
	const denied = "AccessDenied: User: arn:aws:iam::123456789012:user/bob is not authorized to perform: iam:EnableMFADevice on resource: user ann because no identity-based policy allows the iam:EnableMFADevice action"
	for _, operation := range []string{"BeginPasskeyRegistration", "FinishPasskeyRegistration"} {
		var in any = &signin.BeginPasskeyRegistrationInput{UserName: "ann"}
		if operation == "FinishPasskeyRegistration" {
			in = &signin.FinishPasskeyRegistrationInput{UserName: "ann"}
		}
		if f := d.Fails(d.console("bob"), "signin", operation, in); f.Error() != denied {
			t.Errorf("%s answers %v", operation, f)
		}
		mustFail(t, d.Fails(stranger, "signin", operation, in), "AccessDenied")
	}
	mustFail(t, d.Fails(stranger, "signin", "BeginPasskeyRegistration", &signin.BeginPasskeyRegistrationInput{}), "ValidationError")
	mustFail(t, d.Fails(d.Administrator(), "signin", "BeginPasskeyRegistration", &signin.BeginPasskeyRegistrationInput{UserName: "nobody"}), "NoSuchEntity")
}

func TestARegistrationIsBoundToWhoBeganIt(t *testing.T) {
	d := newDesk(t)
	administrator := d.Administrator()
	k := passkeytest.New(passkeytest.ES256)
	answer := k.Create(hosttest.Console, d.begin(administrator, "ann"))
	for name, f := range map[string]*fault.Error{
		"ann herself":           d.finish(d.console("ann"), "", answer),
		"root":                  d.finish(d.root, "ann", answer),
		"for another":           d.finish(administrator, "bob", answer),
		"with another's answer": d.finish(administrator, "ann", passkeytest.New(passkeytest.ES256).Create(hosttest.Console, d.begin(d.console("bob"), ""))),
	} {
		if f.Code != "InvalidSecurityKey" {
			t.Errorf("%s: answered %v", name, f)
		}
	}
	mustFail(t, d.finish(administrator, "ann", answer), "InvalidSecurityKey") // the wrong answer has used up the challenge
	d.register(administrator, "ann", "", k)
}

func TestARegistrationCountsOnceAndTheNewestOnly(t *testing.T) {
	d := newDesk(t)
	ann := d.console("ann")
	k := passkeytest.New(passkeytest.ES256)
	old := k.Create(hosttest.Console, d.begin(ann, ""))
	answer := k.Create(hosttest.Console, d.begin(ann, ""))
	mustFail(t, d.finish(ann, "", old), "InvalidSecurityKey")
	mustFail(t, d.finish(ann, "", answer), "InvalidSecurityKey")
	answer = k.Create(hosttest.Console, d.begin(ann, ""))
	hosttest.Must[signin.FinishPasskeyRegistrationOutput](d.Host, ann, "signin", "FinishPasskeyRegistration", &signin.FinishPasskeyRegistrationInput{Response: answer})
	mustFail(t, d.finish(ann, "", answer), "InvalidSecurityKey")
}

func TestTheNameOfAKeyIsShortAndPlain(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"a b", "a/b", "ä", strings.Repeat("a", 65), "a\n"} {
		f := d.Fails(d.console("ann"), "signin", "FinishPasskeyRegistration", &signin.FinishPasskeyRegistrationInput{DeviceName: name})
		if f.Code != "ValidationError" {
			t.Errorf("name %q answers %v", name, f)
		}
	}
}

func TestWhereBrowsersBindNoKeysNoneIsAskedFor(t *testing.T) {
	d := newDesk(t)
	d.register(d.console("ann"), "", "", passkeytest.New(passkeytest.ES256))
	d.Passkeys = nil
	mustFail(t, d.Fails(d.console("ann"), "signin", "BeginPasskeyRegistration", &signin.BeginPasskeyRegistrationInput{}), "NoSecurityKey")
	mustFail(t, d.finish(d.console("ann"), "", []byte("{}")), "InvalidSecurityKey")
	mustFail(t, d.Fails(stranger, "signin", "AskPasskey", &signin.AskPasskeyInput{Pending: d.password("ann")}), "NoSecurityKey")
}

func TestNoRefusalTellsTheChallenge(t *testing.T) {
	d := newDesk(t)
	ann := d.console("ann")
	options := d.begin(ann, "")
	var challenge string
	d.View(func(tx *store.Tx) {
		for row := range store.PasskeyChallenges.Prefix(tx, "") {
			challenge = store.PasskeyKey(row.Challenge)
		}
	})
	if !strings.Contains(string(options), challenge) {
		t.Fatal("the challenge is not in the options")
	}
	f := d.finish(ann, "", passkeytest.New(passkeytest.ES256).Create(hosttest.Console, options, func(a *passkeytest.Answer) {
		a.ClientData["challenge"] = strings.Repeat("A", 43)
	}))
	if strings.Contains(f.Error()+f.Detail.Error()+d.log(), challenge) {
		t.Errorf("the challenge is told: %v, %v", f, f.Detail)
	}
}

func TestASecondKeyNeedsMFAIfTheOperatorSaysSo(t *testing.T) {
	d := newDesk(t)
	d.register(d.console("ann"), "", "", passkeytest.New(passkeytest.ES256))
	d.register(d.console("ann"), "", "", passkeytest.New(passkeytest.ES256))
	begun := d.begin(d.console("ann"), "")
	d.Settings.SecondDeviceNeedsMFA = true
	mustFail(t, d.finish(d.console("ann"), "", passkeytest.New(passkeytest.ES256).Create(hosttest.Console, begun)), "AccessDenied")
	mustFail(t, d.Fails(d.console("ann"), "signin", "BeginPasskeyRegistration", &signin.BeginPasskeyRegistrationInput{}), "AccessDenied")
	d.register(d.Session(identity.ConsoleSession, "ann", true), "", "", passkeytest.New(passkeytest.ES256))
	d.register(d.console("bob"), "", "", passkeytest.New(passkeytest.ES256)) // the first
}
