package iam_test

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

// app is an authenticator app: what a person has who scanned the code of a device.
type app struct {
	serial    string
	generator totp.Generator
}

// newDevice makes a virtual device and gives its seed to an app.
func newDevice(h *host, name string) app {
	h.t.Helper()
	out := call[api.CreateVirtualMFADeviceOutput](h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: name})
	seed, err := totp.ParseSeed(string(out.VirtualMFADevice.Base32StringSeed))
	check(h.t, err)
	return app{serial: out.VirtualMFADevice.SerialNumber, generator: totp.Generator{Seed: seed}}
}

// pair is two consecutive codes, the older first, the newer one as old as ago.
func (a app) pair(h *host, ago time.Duration) (string, string) {
	step := totp.Step(h.Now.Add(-ago))
	return a.generator.Code(step - 1), a.generator.Code(step)
}

func (a app) enable(h *host, user string) *api.EnableMFADeviceInput {
	code1, code2 := a.pair(h, 0)
	return &api.EnableMFADeviceInput{UserName: user, SerialNumber: a.serial, AuthenticationCode1: code1, AuthenticationCode2: code2}
}

func (a app) resync(h *host, user string, ago time.Duration) *api.ResyncMFADeviceInput {
	code1, code2 := a.pair(h, ago)
	return &api.ResyncMFADeviceInput{UserName: user, SerialNumber: a.serial, AuthenticationCode1: code1, AuthenticationCode2: code2}
}

// useCode is what a sign-in does with a code.
func (h *host) useCode(owner, serial, code string) error {
	return h.Store.Update(h.t.Context(), func(tx *store.Tx) error {
		_, err := h.Access.UseCode(tx, account, owner, serial, code, h.Now)
		return err
	})
}

const (
	wrongCodes = "Authentication code for device is not valid."
	mfaARN     = "arn:aws:iam::" + account + ":mfa/"
)

func TestTheQRCodeAndTheTextHoldTheSameSecret(t *testing.T) {
	h := newHost(t)
	device := call[api.CreateVirtualMFADeviceOutput](h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "ann"}).VirtualMFADevice
	if device.SerialNumber != mfaARN+"ann" {
		t.Errorf("the serial number is %s", device.SerialNumber)
	}
	if n := len(device.Base32StringSeed); n != 64 {
		t.Errorf("the seed has %d characters, want 64", n)
	}
	text := scan(t, device.QRCodePNG)
	uri, err := url.Parse(text)
	check(t, err)
	if uri.Scheme != "otpauth" || uri.Host != "totp" || uri.Path != "/ann@"+account {
		t.Errorf("the code holds %s", text)
	}
	if uri.Query().Get("secret") != string(device.Base32StringSeed) {
		t.Error("picture and text hold different secrets")
	}
}

// scan reads a picture as it is; looking for a code in a photograph fails for one in some hundred.
func scan(t *testing.T, data []byte) string {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	check(t, err)
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	check(t, err)
	read, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
	check(t, err)
	return read.GetText()
}

func TestAnAliasStandsInTheQRCode(t *testing.T) {
	h := newHost(t)
	h.update(func(tx *store.Tx) { store.Accounts.Put(tx, &identity.Account{ID: account, Alias: "wonderland"}) })
	device := call[api.CreateVirtualMFADeviceOutput](h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "ann"}).VirtualMFADevice
	text := scan(t, device.QRCodePNG)
	if !strings.HasPrefix(text, "otpauth://totp/ann@wonderland?secret=") {
		t.Errorf("the code holds %s", text)
	}
}

func TestPathAndNameOfADeviceAreUniqueTogether(t *testing.T) {
	h := newHost(t)
	newDevice(h, "ann")
	for _, name := range []string{"ann", "ANN"} {
		refused(h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: name},
			"EntityAlreadyExists", 409, "MFA device already exists.")
	}
	elsewhere := call[api.CreateVirtualMFADeviceOutput](h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "ann", Path: new("/division/")})
	if got := elsewhere.VirtualMFADevice.SerialNumber; got != mfaARN+"division/ann" {
		t.Errorf("the serial number is %s", got)
	}
}

func TestADeviceWhoseSerialNumberNobodyCouldNameIsNotMade(t *testing.T) {
	h := newHost(t)
	const text = "Path and name of the virtual MFA device must make a serial number of at most 256 characters out of letters, digits and _+=/:,.@-."
	for _, path := range []string{"/!/", "/" + strings.Repeat("a", 250) + "/"} {
		refused(h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "ann", Path: &path}, "InvalidInput", 400, text)
	}
}

func TestAnAccountHasAsManyVirtualDevicesAsUsers(t *testing.T) {
	h := newHost(t)
	h.Quotas["UsersQuota"] = 2
	newDevice(h, "one")
	newDevice(h, "two")
	refused(h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "three"},
		"LimitExceeded", 409, "Cannot exceed quota for VirtualMFADevicesPerAccount: 2")
}

func TestTagsOfANewDeviceMustBeAllowedToo(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:CreateVirtualMFADevice","Resource":"*"}}`)
	refused(h, ann, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "ann", Tags: []api.Tag{{Key: "k", Value: "v"}}},
		"AccessDenied", 403, denied("ann", "iam:TagMFADevice", mfaARN+"ann"))
	call[api.CreateVirtualMFADeviceOutput](h, ann, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "ann"})
}

// denied is the text for a user whom nothing allows an action.
func denied(user, action, shown string) string {
	return fmt.Sprintf("User: arn:aws:iam::%s:user/%s is not authorized to perform: %s on resource: %s because no identity-based policy allows the %s action",
		account, user, action, shown, action)
}

func TestAUserMayMakeADeviceOfTheirOwnNameOnly(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:CreateVirtualMFADevice","Resource":"arn:aws:iam::*:mfa/${aws:username}"}}`)
	for _, name := range []string{"Ann", "annx", "bob"} {
		refused(h, ann, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: name},
			"AccessDenied", 403, denied("ann", "iam:CreateVirtualMFADevice", mfaARN+name))
	}
	call[api.CreateVirtualMFADeviceOutput](h, ann, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "ann"})
}

func TestEnablingWantsTwoConsecutiveCodes(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	a, other := newDevice(h, "ann"), newDevice(h, "other")
	for name, codes := range map[string]func(step int64) (string, string){
		"equal":            func(s int64) (string, string) { return a.generator.Code(s), a.generator.Code(s) },
		"swapped":          func(s int64) (string, string) { return a.generator.Code(s), a.generator.Code(s - 1) },
		"with a gap":       func(s int64) (string, string) { return a.generator.Code(s - 2), a.generator.Code(s) },
		"half an hour old": func(s int64) (string, string) { return a.generator.Code(s - 61), a.generator.Code(s - 60) },
		"another device's": func(s int64) (string, string) { return other.generator.Code(s - 1), other.generator.Code(s) },
	} {
		t.Run(name, func(t *testing.T) {
			in := &api.EnableMFADeviceInput{UserName: "ann", SerialNumber: a.serial}
			in.AuthenticationCode1, in.AuthenticationCode2 = codes(totp.Step(h.Now))
			refused(h, h.root, "EnableMFADevice", in, "InvalidAuthenticationCode", 403, wrongCodes)
		})
	}
	h.Now = h.Now.Add(15 * time.Minute) // until then, no more guesses are looked at
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
}

func TestAFailedEnableUsesUpNothingAndASuccessfulOneBothCodes(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	a := newDevice(h, "ann")
	code1, code2 := a.pair(h, 0)
	refused(h, h.root, "EnableMFADevice", &api.EnableMFADeviceInput{UserName: "ann", SerialNumber: a.serial, AuthenticationCode1: code2, AuthenticationCode2: code1}, "InvalidAuthenticationCode", 403, wrongCodes)
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	for _, code := range []string{code1, code2} {
		if err := h.useCode(h.userID("ann"), a.serial, code); !errors.Is(err, access.ErrCode) {
			t.Errorf("a code that enabled the device was taken again: %v", err)
		}
	}
	check(t, h.useCode(h.userID("ann"), a.serial, a.generator.Code(totp.Step(h.Now)+1)))
}

func TestOldCodesEnableADeviceThatOnlyAResyncBringsIntoSync(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	a := newDevice(h, "ann")
	in := a.enable(h, "ann")
	in.AuthenticationCode1, in.AuthenticationCode2 = a.pair(h, 5*time.Minute)
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", in)
	now := func() string { return a.generator.Code(totp.Step(h.Now)) }
	if err := h.useCode(h.userID("ann"), a.serial, now()); !errors.Is(err, access.ErrCode) {
		t.Fatalf("today's code of a device that is out of sync: %v", err)
	}
	call[api.ResyncMFADeviceOutput](h, h.root, "ResyncMFADevice", a.resync(h, "ann", 0))
	h.Now = h.Now.Add(30 * time.Second)
	check(t, h.useCode(h.userID("ann"), a.serial, now()))
}

func TestResyncTakesNoCodesThatWereUsed(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	a := newDevice(h, "ann")
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	refused(h, h.root, "ResyncMFADevice", a.resync(h, "ann", 0), "InvalidAuthenticationCode", 403, wrongCodes)
	refused(h, h.root, "ResyncMFADevice", a.resync(h, "ann", time.Minute), "InvalidAuthenticationCode", 403, wrongCodes)
	h.Now = h.Now.Add(time.Minute)
	call[api.ResyncMFADeviceOutput](h, h.root, "ResyncMFADevice", a.resync(h, "ann", 0))
}

func TestTheSixthGuessAtADeviceIsNotLookedAt(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	a := newDevice(h, "ann")
	wrong := &api.EnableMFADeviceInput{UserName: "ann", SerialNumber: a.serial, AuthenticationCode1: "000000", AuthenticationCode2: "000000"}
	for range 5 {
		refused(h, h.root, "EnableMFADevice", wrong, "InvalidAuthenticationCode", 403, wrongCodes)
	}
	refused(h, h.root, "EnableMFADevice", a.enable(h, "ann"), "InvalidAuthenticationCode", 403, wrongCodes)
	h.Now = h.Now.Add(15 * time.Minute)
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
}

func TestADeviceInUseIsNeitherEnabledAgainNorDeleted(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	h.User("bob")
	a := newDevice(h, "ann")
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	h.Now = h.Now.Add(time.Minute)
	for _, user := range []string{"ann", "bob"} {
		refused(h, h.root, "EnableMFADevice", a.enable(h, user), "EntityAlreadyExists", 409, "MFA Device is already in use.")
	}
	deletion := &api.DeleteVirtualMFADeviceInput{SerialNumber: a.serial}
	refused(h, h.root, "DeleteVirtualMFADevice", deletion, "DeleteConflict", 409, "MFA VirtualDevice in use. Must deactivate first.")
	call[api.DeactivateMFADeviceOutput](h, h.root, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{UserName: new("ann"), SerialNumber: a.serial})
	call[api.DeleteVirtualMFADeviceOutput](h, h.root, "DeleteVirtualMFADevice", deletion)
	refused(h, h.root, "DeleteVirtualMFADevice", deletion, "NoSuchEntity", 404, noSuchDevice(a.serial))
}

func noSuchDevice(serial string) string {
	return "MFA Device with serial number " + serial + " does not exist."
}

func TestADeviceThatIsNotTheUsersIsNotThere(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	h.User("bob")
	a, spare := newDevice(h, "ann"), newDevice(h, "spare")
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	h.Now = h.Now.Add(time.Minute)
	missing := app{serial: mfaARN + "nobody", generator: a.generator}
	refused(h, h.root, "EnableMFADevice", missing.enable(h, "bob"), "NoSuchEntity", 404, noSuchDevice(missing.serial))
	for _, d := range []app{a, spare, missing} {
		refused(h, h.root, "ResyncMFADevice", d.resync(h, "bob", 0), "NoSuchEntity", 404, noSuchDevice(d.serial))
		refused(h, h.root, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{UserName: new("bob"), SerialNumber: d.serial}, "NoSuchEntity", 404, noSuchDevice(d.serial))
	}
	refused(h, h.root, "EnableMFADevice", a.enable(h, "nobody"), "NoSuchEntity", 404, "The user with name nobody cannot be found.")
}

func TestADeactivatedDeviceStaysAndKeepsItsUsedCodes(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	a := newDevice(h, "ann")
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	call[api.DeactivateMFADeviceOutput](h, h.root, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{UserName: new("ann"), SerialNumber: a.serial})
	unassigned := call[api.ListVirtualMFADevicesOutput](h, h.root, "ListVirtualMFADevices", &api.ListVirtualMFADevicesInput{AssignmentStatus: new("Unassigned")})
	if len(unassigned.VirtualMFADevices) != 1 || unassigned.VirtualMFADevices[0].User != nil || unassigned.VirtualMFADevices[0].EnableDate != nil {
		t.Errorf("after it was deactivated: %+v", unassigned.VirtualMFADevices)
	}
	refused(h, h.root, "EnableMFADevice", a.enable(h, "ann"), "InvalidAuthenticationCode", 403, wrongCodes)
	h.Now = h.Now.Add(time.Minute)
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
}

func TestAUserHasAtMostEightDevices(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	for i := range 8 {
		a := newDevice(h, fmt.Sprintf("ann%d", i))
		call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	}
	ninth := newDevice(h, "ninth")
	refused(h, h.root, "EnableMFADevice", ninth.enable(h, "ann"), "LimitExceeded", 409, "Cannot exceed quota for MFADevicesPerUser: 8")
	first := call[api.ListMFADevicesOutput](h, h.root, "ListMFADevices", &api.ListMFADevicesInput{UserName: new("ann"), MaxItems: new(int32(5))})
	rest := call[api.ListMFADevicesOutput](h, h.root, "ListMFADevices", &api.ListMFADevicesInput{UserName: new("ann"), Marker: first.Marker})
	if len(first.MFADevices) != 5 || !first.IsTruncated || len(rest.MFADevices) != 3 || rest.IsTruncated {
		t.Errorf("pages of %d (%v) and %d (%v)", len(first.MFADevices), first.IsTruncated, len(rest.MFADevices), rest.IsTruncated)
	}
}

func TestListVirtualMFADevicesShowsAllUnlessToldOtherwise(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	a := newDevice(h, "ann")
	newDevice(h, "free")
	call[api.CreateVirtualMFADeviceOutput](h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "tagged", Tags: []api.Tag{{Key: "k", Value: "v"}}})
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	for status, want := range map[string]string{"": "ann free tagged", "Any": "ann free tagged", "Assigned": "ann", "Unassigned": "free tagged"} {
		in := &api.ListVirtualMFADevicesInput{}
		if status != "" {
			in.AssignmentStatus = &status
		}
		var names []string
		for _, d := range call[api.ListVirtualMFADevicesOutput](h, h.root, "ListVirtualMFADevices", in).VirtualMFADevices {
			names = append(names, strings.TrimPrefix(d.SerialNumber, mfaARN))
			if d.Base32StringSeed != nil || d.QRCodePNG != nil || d.Tags != nil {
				t.Errorf("the list shows more than it may: %+v", d)
			}
			if (d.User != nil) != (d.SerialNumber == a.serial) || (d.EnableDate != nil) != (d.SerialNumber == a.serial) {
				t.Errorf("user and date of %s: %v, %v", d.SerialNumber, d.User, d.EnableDate)
			}
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q lists %s, want %s", status, got, want)
		}
	}
}

func TestVirtualDevicesAreListedInPagesWhateverTheirNames(t *testing.T) {
	h := newHost(t)
	long := "/" + strings.Repeat("d", 220) + "/"
	for _, name := range []string{"a", "b", "c"} {
		call[api.CreateVirtualMFADeviceOutput](h, h.root, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: name, Path: &long})
	}
	var marker *string
	var seen []string
	for range 3 {
		out := call[api.ListVirtualMFADevicesOutput](h, h.root, "ListVirtualMFADevices", &api.ListVirtualMFADevicesInput{Marker: marker, MaxItems: new(int32(1))})
		if marker = out.Marker; marker != nil && len(*marker) > 320 {
			t.Errorf("a marker has %d characters, more than a marker may have", len(*marker))
		}
		for _, d := range out.VirtualMFADevices {
			seen = append(seen, d.SerialNumber[len(d.SerialNumber)-1:])
		}
		if out.IsTruncated != (marker != nil) {
			t.Error("a marker comes with a truncated list, and only with one")
		}
	}
	if got := strings.Join(seen, ""); got != "abc" || marker != nil {
		t.Errorf("pages of one showed %q, and the last marker is %v", got, marker)
	}
}

func TestListMFADevicesWithoutANameIsAskedOnTheAccount(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListMFADevices","Resource":"arn:aws:iam::*:user/${aws:username}"}}`)
	a := newDevice(h, "ann")
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	refused(h, ann, "ListMFADevices", &api.ListMFADevicesInput{}, "AccessDenied", 403, denied("ann", "iam:ListMFADevices", "*"))
	refused(h, ann, "ListMFADevices", &api.ListMFADevicesInput{UserName: new("bob")}, "AccessDenied", 403, denied("ann", "iam:ListMFADevices", "user bob"))
	out := call[api.ListMFADevicesOutput](h, ann, "ListMFADevices", &api.ListMFADevicesInput{UserName: new("ann")})
	if len(out.MFADevices) != 1 || out.MFADevices[0] != (api.MFADevice{UserName: "ann", SerialNumber: a.serial, EnableDate: h.Now}) {
		t.Errorf("listed %+v", out.MFADevices)
	}
}

func TestDevicesAreAskedForOnTheUser(t *testing.T) {
	h := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:EnableMFADevice","iam:ResyncMFADevice","iam:DeactivateMFADevice"],"Resource":"arn:aws:iam::*:user/${aws:username}"}}`)
	h.User("bob")
	a := newDevice(h, "of_another_name")
	refused(h, ann, "EnableMFADevice", a.enable(h, "bob"), "AccessDenied", 403, denied("ann", "iam:EnableMFADevice", "user bob"))
	refused(h, ann, "ResyncMFADevice", a.resync(h, "nobody", 0), "AccessDenied", 403, denied("ann", "iam:ResyncMFADevice", "user nobody"))
	refused(h, ann, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{UserName: new("bob"), SerialNumber: a.serial}, "AccessDenied", 403, denied("ann", "iam:DeactivateMFADevice", "user bob"))
	refused(h, ann, "DeleteVirtualMFADevice", &api.DeleteVirtualMFADeviceInput{SerialNumber: a.serial}, "AccessDenied", 403, denied("ann", "iam:DeleteVirtualMFADevice", a.serial))
	call[api.EnableMFADeviceOutput](h, ann, "EnableMFADevice", a.enable(h, "ann"))
	call[api.DeactivateMFADeviceOutput](h, ann, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{SerialNumber: a.serial})
}

func TestGetMFADeviceKnowsPasskeysOnly(t *testing.T) {
	h := newHost(t)
	h.User("ann")
	a := newDevice(h, "ann")
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, "ann"))
	passkey := "arn:aws:iam::" + account + ":u2f/user/ann/default"
	h.update(func(tx *store.Tx) {
		store.MFADevices.Put(tx, &identity.MFADevice{Account: account, Serial: passkey, Kind: identity.PasskeyDevice, Owner: h.userID("ann"), EnabledAt: h.Now})
	})
	refused(h, h.root, "GetMFADevice", &api.GetMFADeviceInput{UserName: new("ann"), SerialNumber: a.serial}, "NoSuchEntity", 404, noSuchDevice(a.serial))
	out := call[api.GetMFADeviceOutput](h, h.root, "GetMFADevice", &api.GetMFADeviceInput{UserName: new("ann"), SerialNumber: passkey})
	if out.SerialNumber != passkey || *out.UserName != "ann" || !out.EnableDate.Equal(h.Now) {
		t.Errorf("got %+v", out)
	}
	refused(h, h.root, "ResyncMFADevice", app{serial: passkey, generator: a.generator}.resync(h, "ann", 0), "NoSuchEntity", 404, noSuchDevice(passkey))
	call[api.DeactivateMFADeviceOutput](h, h.root, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{UserName: new("ann"), SerialNumber: passkey})
	refused(h, h.root, "GetMFADevice", &api.GetMFADeviceInput{UserName: new("ann"), SerialNumber: passkey}, "NoSuchEntity", 404, noSuchDevice(passkey))
}
