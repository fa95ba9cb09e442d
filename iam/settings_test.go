package iam_test

import (
	"testing"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service/hosttest"
)

const needsMFA = "Another MFA device can be enabled only from a session with MFA. Sign in with the device that there is."

func TestASecondDeviceNeedsMFAIfTheOperatorSaysSo(t *testing.T) {
	for _, strict := range []bool{false, true} {
		h := newHost(t)
		h.Settings.SecondDeviceNeedsMFA = strict
		key := h.User("ann", hosttest.Everything)
		first := newDevice(h, "first")
		call[api.EnableMFADeviceOutput](h, key, "EnableMFADevice", first.enable(h, "ann"))
		for _, who := range []*access.Credential{key, h.Session(identity.ConsoleSession, "ann", false), h.Administrator()} {
			a := newDevice(h, "another-"+identity.NewID(h.Chance, "X"))
			if strict {
				refused(h, who, "EnableMFADevice", a.enable(h, "ann"), "AccessDenied", 403, needsMFA)
				continue
			}
			call[api.EnableMFADeviceOutput](h, who, "EnableMFADevice", a.enable(h, "ann"))
		}
		for _, kind := range []identity.SessionKind{identity.ConsoleSession, identity.TokenSession} {
			a := newDevice(h, "with-mfa-"+identity.NewID(h.Chance, "X"))
			call[api.EnableMFADeviceOutput](h, h.Session(kind, "ann", true), "EnableMFADevice", a.enable(h, "ann"))
		}
		root := newDevice(h, "root-account-mfa-device")
		call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", root.enable(h, rootName))
		if strict {
			a := newDevice(h, "root-second")
			refused(h, h.root, "EnableMFADevice", a.enable(h, rootName), "AccessDenied", 403, needsMFA)
			call[api.EnableMFADeviceOutput](h, h.Session(identity.ConsoleSession, "", true), "EnableMFADevice", a.enable(h, rootName))
		}
	}
}

func TestAnUnfinishedDeviceIsReplacedByWhoMadeItIfTheOperatorSaysSo(t *testing.T) {
	h := newHost(t)
	ann, bob := h.User("ann", hosttest.Everything), h.User("bob", hosttest.Everything)
	in := &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "ann"}
	const exists = "MFA device already exists."
	old := call[api.CreateVirtualMFADeviceOutput](h, ann, "CreateVirtualMFADevice", in).VirtualMFADevice
	refused(h, ann, "CreateVirtualMFADevice", in, "EntityAlreadyExists", 409, exists)
	h.Settings.ReplaceUnfinishedDevices = true
	refused(h, bob, "CreateVirtualMFADevice", in, "EntityAlreadyExists", 409, exists)
	in.VirtualMFADeviceName = "Ann" // names are compared without regard to case
	made := call[api.CreateVirtualMFADeviceOutput](h, ann, "CreateVirtualMFADevice", in).VirtualMFADevice
	if string(made.Base32StringSeed) == string(old.Base32StringSeed) {
		t.Error("the new device has the seed of the old one")
	}
	if all := call[api.ListVirtualMFADevicesOutput](h, ann, "ListVirtualMFADevices", &api.ListVirtualMFADevicesInput{}).VirtualMFADevices; len(all) != 1 || all[0].SerialNumber != mfaARN+"Ann" {
		t.Errorf("the devices are %+v", all)
	}
	seed, err := totp.ParseSeed(string(made.Base32StringSeed))
	check(t, err)
	a := app{serial: made.SerialNumber, generator: totp.Generator{Seed: seed}}
	call[api.EnableMFADeviceOutput](h, ann, "EnableMFADevice", a.enable(h, "ann"))
	refused(h, ann, "CreateVirtualMFADevice", in, "EntityAlreadyExists", 409, exists)
}
