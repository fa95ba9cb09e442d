package iam

import (
	"errors"
	"slices"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Enabling, resyncing and deactivating are asked for on the user, not on the device.
var mfaDeviceOperations = []service.Operation{
	service.Op("EnableMFADevice", service.Write, onDeviceOwner("iam:EnableMFADevice", func(in *api.EnableMFADeviceInput) *string { return &in.UserName }), enableDevice),
	service.Op("ResyncMFADevice", service.Write, onDeviceOwner("iam:ResyncMFADevice", func(in *api.ResyncMFADeviceInput) *string { return &in.UserName }), resyncDevice),
	service.Op("DeactivateMFADevice", service.Write, onDeviceOwner("iam:DeactivateMFADevice", func(in *api.DeactivateMFADeviceInput) *string { return in.UserName }), deactivateDevice),
	service.Op("ListMFADevices", service.List, asksListDevices, listDevices),
	service.Op("GetMFADevice", service.Read, onUser("iam:GetMFADevice", func(in *api.GetMFADeviceInput) *string { return in.UserName }, nil), getDevice),
}

// enableDevice assigns a device, virtual or imported hardware, to a user or to root, who shows two consecutive codes of it. Both are used up then; a failure uses up
// nothing, but it is counted.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html
func enableDevice(c *service.Call, in *api.EnableMFADeviceInput) (*api.EnableMFADeviceOutput, error) {
	of, err := deviceOwner(c, &in.UserName)
	if err != nil {
		return nil, err
	}
	device, ok := store.MFADevices.Get(c.Tx, store.MFADeviceKey(c.Account(), in.SerialNumber))
	if !ok {
		return nil, noDevice(in.SerialNumber)
	}
	if device.Assigned() {
		return nil, entityExists("MFA Device is already in use.")
	}
	if limit := c.Quota("MFADevicesPerUserQuota"); count(store.MFADevicesByOwner.All(c.Tx, of.ID)) >= limit {
		return nil, limitExceeded("MFADevicesPerUser", limit)
	}
	if err := c.MayGetDevice(of.ID); err != nil {
		return nil, err
	}
	enabled, err := c.Access.LearnClock(c.Tx, device, of.ID, in.AuthenticationCode1, in.AuthenticationCode2, c.Now)
	if err != nil {
		return nil, wrongCodes(err)
	}
	enabled.Owner, enabled.EnabledAt = of.ID, c.Now
	store.MFADevices.Put(c.Tx, enabled)
	return &api.EnableMFADeviceOutput{}, nil
}

// resyncDevice learns how far a device's clock is off. Codes that are older than ones already used prove nothing.
func resyncDevice(c *service.Call, in *api.ResyncMFADeviceInput) (*api.ResyncMFADeviceOutput, error) {
	of, err := deviceOwner(c, &in.UserName)
	if err != nil {
		return nil, err
	}
	device, err := deviceOf(c, of, in.SerialNumber)
	if err != nil {
		return nil, err
	}
	if device.Kind == identity.PasskeyDevice {
		return nil, noDevice(in.SerialNumber)
	}
	synced, err := c.Access.LearnClock(c.Tx, device, of.ID, in.AuthenticationCode1, in.AuthenticationCode2, c.Now)
	if err != nil {
		return nil, wrongCodes(err)
	}
	store.MFADevices.Put(c.Tx, synced)
	return &api.ResyncMFADeviceOutput{}, nil
}

// deactivateDevice leaves a virtual device, or a hardware token, in the account. What codes it has used stay used up. A passkey is of no use to anybody else and goes.
func deactivateDevice(c *service.Call, in *api.DeactivateMFADeviceInput) (*api.DeactivateMFADeviceOutput, error) {
	of, err := deviceOwner(c, in.UserName)
	if err != nil {
		return nil, err
	}
	device, err := deviceOf(c, of, in.SerialNumber)
	if err != nil {
		return nil, err
	}
	store.EndSignInsWith(c.Tx, of.ID, device.Serial, c.Caller.Browser)
	if device.Kind == identity.PasskeyDevice {
		store.MFADevices.Delete(c.Tx, store.MFADeviceKey(device.Account, device.Serial))
		return &api.DeactivateMFADeviceOutput{}, nil
	}
	free := device.Clone()
	free.Owner, free.EnabledAt, free.Drift = "", time.Time{}, 0
	store.MFADevices.Put(c.Tx, free)
	return &api.DeactivateMFADeviceOutput{}, nil
}

// asksListDevices asks on the account where no name is given, as AWS does, although the caller is implied: a policy that is limited to one's own ARN denies it.
func asksListDevices(c *service.Call, in *api.ListMFADevicesInput) ([]access.Ask, error) {
	ask, err := userAsk(c, "iam:ListMFADevices", in.UserName)
	if in.UserName == nil {
		ask = access.Ask{Action: ask.Action, Resource: "*"}
	}
	return []access.Ask{ask}, err
}

func listDevices(c *service.Call, in *api.ListMFADevicesInput) (*api.ListMFADevicesOutput, error) {
	of, err := ownerOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	devices := slices.Collect(store.MFADevicesByOwner.All(c.Tx, of.ID))
	p := collect(w, numbered(devices, w.after), nil, func(d **identity.MFADevice) api.MFADevice {
		return api.MFADevice{UserName: of.Name, SerialNumber: (*d).Serial, EnableDate: (*d).EnabledAt}
	})
	return &api.ListMFADevicesOutput{MFADevices: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

// getDevice knows passkeys and security keys only.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetMFADevice.html
func getDevice(c *service.Call, in *api.GetMFADeviceInput) (*api.GetMFADeviceOutput, error) {
	of, err := ownerOf(c, in.UserName)
	if err != nil {
		return nil, err
	}
	device, err := deviceOf(c, of, in.SerialNumber)
	if err != nil {
		return nil, err
	}
	if device.Kind != identity.PasskeyDevice {
		return nil, noDevice(in.SerialNumber)
	}
	return &api.GetMFADeviceOutput{SerialNumber: device.Serial, UserName: nameOrNil(of.Name), EnableDate: &device.EnabledAt}, nil
}

// deviceOf finds a device that is assigned to an owner. Another's answers as none does.
func deviceOf(c *service.Call, of owner, serial string) (*identity.MFADevice, error) {
	device, ok := store.MFADevices.Get(c.Tx, store.MFADeviceKey(c.Account(), serial))
	if !ok || device.Owner != of.ID {
		return nil, noDevice(serial)
	}
	return device, nil
}

func noDevice(serial string) error {
	return noSuchEntity("MFA Device with serial number %s does not exist.", serial)
}

// wrongCodes answers codes that are refused, and keeps the failure that was counted.
func wrongCodes(err error) error {
	if errors.Is(err, access.ErrCode) {
		return api.InvalidAuthenticationCode("Authentication code for device is not valid.").Kept()
	}
	return err
}
