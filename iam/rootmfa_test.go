package iam_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/store"
)

const (
	rootName = "AWS ROOT USER"
	rootOnly = "Only the root user may change the MFA devices of the root user."
)

func TestRootEnablesResyncsAndRemovesDevicesOfItsOwn(t *testing.T) {
	h := newHost(t)
	h.update(func(tx *store.Tx) {
		seed, err := h.Keys.SealSeed(account, "GAHT12345678", totp.Seed("12345678901234567890"))
		check(t, err)
		store.MFADevices.Put(tx, &identity.MFADevice{Account: account, Serial: "GAHT12345678", Kind: identity.HardwareDevice, Seed: seed})
	})
	for _, a := range []app{newDevice(h, "root-account-mfa-device"), {serial: "GAHT12345678", generator: totp.Generator{Seed: totp.Seed("12345678901234567890")}}} {
		call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, rootName))
		h.Now = h.Now.Add(time.Minute)
		call[api.ResyncMFADeviceOutput](h, h.root, "ResyncMFADevice", a.resync(h, rootName, 0))
		h.Now = h.Now.Add(time.Minute)
		check(t, h.useCode(account, a.serial, a.generator.Code(totp.Step(h.Now))))
	}
	virtual := call[api.ListVirtualMFADevicesOutput](h, h.root, "ListVirtualMFADevices", &api.ListVirtualMFADevicesInput{}).VirtualMFADevices
	if len(virtual) != 1 || virtual[0].SerialNumber != mfaARN+"root-account-mfa-device" || virtual[0].User == nil || virtual[0].User.Arn != "arn:aws:iam::"+account+":root" {
		t.Errorf("the virtual devices are %+v", virtual)
	}
	if listed := call[api.ListMFADevicesOutput](h, h.root, "ListMFADevices", &api.ListMFADevicesInput{}).MFADevices; len(listed) != 2 {
		t.Errorf("root's devices are %+v", listed)
	}
	enabled := func() int32 {
		return call[api.GetAccountSummaryOutput](h, h.root, "GetAccountSummary", &api.GetAccountSummaryInput{}).SummaryMap["AccountMFAEnabled"]
	}
	_, rows, _ := h.report()
	if enabled() != 1 || rows["<root_account>"][7] != "true" {
		t.Errorf("AccountMFAEnabled is %d, and the report's mfa_active %s", enabled(), rows["<root_account>"][7])
	}
	call[api.DeactivateMFADeviceOutput](h, h.root, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{UserName: new(rootName), SerialNumber: virtual[0].SerialNumber})
	call[api.DeactivateMFADeviceOutput](h, h.root, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{SerialNumber: "GAHT12345678"})
	call[api.DeleteVirtualMFADeviceOutput](h, h.root, "DeleteVirtualMFADevice", &api.DeleteVirtualMFADeviceInput{SerialNumber: virtual[0].SerialNumber})
	if enabled() != 0 {
		t.Error("root has a device still")
	}
}

func TestRootHasAtMostEightDevices(t *testing.T) {
	h := newHost(t)
	for i := range 9 {
		a := newDevice(h, fmt.Sprintf("root-%d", i))
		if i < 8 {
			call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, rootName))
			continue
		}
		refused(h, h.root, "EnableMFADevice", a.enable(h, rootName), "LimitExceeded", 409, "Cannot exceed quota for MFADevicesPerUser: 8")
	}
}

func TestNobodyButRootTouchesRootsDevices(t *testing.T) {
	h := newHost(t)
	admin := h.Administrator()
	const first = "root-account-mfa-device"
	for _, name := range []string{first, strings.ToUpper(first)} {
		refused(h, admin, "CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: name}, "AccessDenied", 403, rootOnly)
	}
	a, other := newDevice(h, first), newDevice(h, "root-second")
	untouched := func(a app) {
		t.Helper()
		refused(h, admin, "EnableMFADevice", a.enable(h, rootName), "AccessDenied", 403, rootOnly)
		refused(h, admin, "ResyncMFADevice", a.resync(h, rootName, 0), "AccessDenied", 403, rootOnly)
		refused(h, admin, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{UserName: new(rootName), SerialNumber: a.serial}, "AccessDenied", 403, rootOnly)
		refused(h, admin, "DeleteVirtualMFADevice", &api.DeleteVirtualMFADeviceInput{SerialNumber: a.serial}, "AccessDenied", 403, rootOnly)
		refused(h, admin, "TagMFADevice", &api.TagMFADeviceInput{SerialNumber: a.serial, Tags: []api.Tag{{Key: "k", Value: "v"}}}, "AccessDenied", 403, rootOnly)
	}
	untouched(a) // which nobody has enabled yet
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", a.enable(h, rootName))
	call[api.EnableMFADeviceOutput](h, h.root, "EnableMFADevice", other.enable(h, rootName))
	untouched(a)
	untouched(other)
	for _, name := range []*string{nil, new("administrator")} {
		refused(h, admin, "DeactivateMFADevice", &api.DeactivateMFADeviceInput{UserName: name, SerialNumber: a.serial}, "NoSuchEntity", 404, noSuchDevice(a.serial))
	}
	refused(h, admin, "ResyncMFADevice", a.resync(h, "administrator", 0), "NoSuchEntity", 404, noSuchDevice(a.serial))
	refused(h, admin, "EnableMFADevice", a.enable(h, "administrator"), "EntityAlreadyExists", 409, "MFA Device is already in use.")
	if listed := call[api.ListMFADevicesOutput](h, h.root, "ListMFADevices", &api.ListMFADevicesInput{}).MFADevices; len(listed) != 2 {
		t.Errorf("root's devices are %+v", listed)
	}
}
