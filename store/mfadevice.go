package store

import (
	"encoding/base64"

	"github.com/cardea-iam/cardea/identity"
)

// MFADevices are by MFADeviceKey(account, serial).
var MFADevices = NewTable("mfadevice", func(d *identity.MFADevice) string { return MFADeviceKey(d.Account, d.Serial) })

// MFADeviceKey is the key of a device. Serial numbers are compared exactly.
func MFADeviceKey(account, serial string) string { return account + "/" + serial }

// MFADevicesByOwner finds the devices that are assigned to the user with a unique ID, or to the root user by the account's number.
var MFADevicesByOwner = MFADevices.Index(func(d *identity.MFADevice) []string { return some(d.Owner) })

// MFADevicesByName finds the virtual device by identity.Key(account, path and name).
var MFADevicesByName = MFADevices.Index(func(d *identity.MFADevice) []string {
	if d.Kind != identity.VirtualDevice {
		return nil
	}
	return []string{identity.Key(d.Account, d.Path+d.Name)}
})

// VirtualMFADeviceCount counts the virtual devices of an account, assigned or not.
var VirtualMFADeviceCount = MFADevices.CountBy(func(d *identity.MFADevice) []string {
	if d.Kind != identity.VirtualDevice {
		return nil
	}
	return []string{d.Account}
})

// MFADeviceCount counts the devices of an account, of every kind, assigned or not.
var MFADeviceCount = MFADevices.CountBy(func(d *identity.MFADevice) []string { return []string{d.Account} })

// AssignedMFADeviceCount counts the devices of an account that are assigned.
var AssignedMFADeviceCount = MFADevices.CountBy(func(d *identity.MFADevice) []string {
	if !d.Assigned() {
		return nil
	}
	return []string{d.Account}
})

// MFADevicesByPasskey finds the security key with a credential, by PasskeyKey(credential ID), whosever it is.
var MFADevicesByPasskey = MFADevices.Index(func(d *identity.MFADevice) []string { return some(PasskeyKey(d.Passkey.ID)) })

// PasskeyKey is the key of a credential ID.
func PasskeyKey(credentialID []byte) string {
	return base64.RawURLEncoding.EncodeToString(credentialID)
}
