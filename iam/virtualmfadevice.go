package iam

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/qr"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var virtualMFADeviceOperations = []service.Operation{
	service.Op("CreateVirtualMFADevice", service.Write, asksNewDevice, createVirtualDevice, service.Prepare(prepareDevice)),
	service.Op("DeleteVirtualMFADevice", service.Write, asksDeleteDevice, deleteVirtualDevice),
	service.Op("ListVirtualMFADevices", service.List, onAccount[api.ListVirtualMFADevicesInput]("iam:ListVirtualMFADevices"), listVirtualDevices),
}

// issuer is what an authenticator app shows beside NAME@ACCOUNT.
const issuer = "Cardea"

func asksNewDevice(c *service.Call, in *api.CreateVirtualMFADeviceInput) ([]access.Ask, error) {
	if err := guardRootDevice(c, in.VirtualMFADeviceName, nil); err != nil {
		return nil, err
	}
	tags := tagsOf(in.Tags)
	ask := access.Ask{
		Action: "iam:CreateVirtualMFADevice", Resource: newSerial(c, in),
		Context: append(access.RequestTags(tags), access.ResourceTags("iam", tags)...),
	}
	if len(tags) == 0 {
		return one(ask)
	}
	tagging := ask
	tagging.Action = "iam:TagMFADevice"
	return []access.Ask{ask, tagging}, nil
}

// newSerial is the serial number of a device that is to be made: its ARN.
func newSerial(c *service.Call, in *api.CreateVirtualMFADeviceInput) string {
	return identity.ARN(c.Account(), "mfa", pathOf(in.Path), in.VirtualMFADeviceName)
}

// enrolment is a fresh seed in the forms that it is needed in.
type enrolment struct {
	text    []byte // base32, for a person to type
	picture []byte // a QR code
	sealed  []byte
}

// prepareDevice draws the picture outside of the transaction. The seed is shown in the answer to this call and never again.
func prepareDevice(_ context.Context, c *service.Call, in *api.CreateVirtualMFADeviceInput) (*enrolment, error) {
	if err := mayCreateDevice(c, in); err != nil {
		return nil, err
	}
	seed := totp.NewSeed(c.Chance)
	sealed, err := c.Keys.SealSeed(c.Account(), newSerial(c, in), seed)
	if err != nil {
		return nil, fmt.Errorf("seal the seed of an MFA device: %w", err)
	}
	picture, err := qr.PNG(seed.URI(in.VirtualMFADeviceName, c.AccountRow().Name(), issuer))
	if err != nil {
		return nil, invalidInput("The name of the virtual MFA device is too long for a QR code.")
	}
	return &enrolment{text: []byte(seed.Text()), picture: picture, sealed: sealed}, nil
}

func createVirtualDevice(c *service.Call, in *api.CreateVirtualMFADeviceInput) (*api.CreateVirtualMFADeviceOutput, error) {
	if err := mayCreateDevice(c, in); err != nil {
		return nil, err
	}
	tags, err := exactKeys.fresh(c, in.Tags)
	if err != nil {
		return nil, err
	}
	if old := namesake(c, in); old != nil {
		store.MFADevices.Delete(c.Tx, store.MFADeviceKey(old.Account, old.Serial))
		c.Note("Replaced", old.Serial)
	}
	e := service.Prepared[enrolment](c)
	device := &identity.MFADevice{
		Account: c.Account(), Serial: newSerial(c, in), Kind: identity.VirtualDevice, Name: in.VirtualMFADeviceName, Path: pathOf(in.Path),
		Seed: e.sealed, CreatedAt: c.Now, Tags: tags, CreatedBy: c.Caller.PrincipalID(),
	}
	store.MFADevices.Put(c.Tx, device)
	return &api.CreateVirtualMFADeviceOutput{VirtualMFADevice: &api.VirtualMFADevice{
		SerialNumber: device.Serial, Base32StringSeed: e.text, QRCodePNG: e.picture, Tags: showTags(tags),
	}}, nil
}

// mayCreateDevice refuses a name that is taken, one too many, and one whose serial number no other operation would accept.
func mayCreateDevice(c *service.Call, in *api.CreateVirtualMFADeviceInput) error {
	if old := namesake(c, in); old != nil && !mayReplace(c, old) {
		return entityExists("MFA device already exists.")
	}
	if limit := c.Quota("UsersQuota"); store.VirtualMFADeviceCount.Of(c.Tx, c.Account()) >= limit {
		return limitExceeded("VirtualMFADevicesPerAccount", limit)
	}
	if !isSerial(newSerial(c, in)) {
		return invalidInput("Path and name of the virtual MFA device must make a serial number of at most %d characters out of letters, digits and _+=/:,.@-.", maxSerial)
	}
	return nil
}

// namesake is the device that has the path and name already; nil: none.
func namesake(c *service.Call, in *api.CreateVirtualMFADeviceInput) *identity.MFADevice {
	device, _ := store.MFADevicesByName.Get(c.Tx, identity.Key(c.Account(), pathOf(in.Path)+in.VirtualMFADeviceName))
	return device
}

// mayReplace reports whether a new device takes the place of one that the caller began and nobody has enabled. AWS has an administrator delete it.
func mayReplace(c *service.Call, old *identity.MFADevice) bool {
	return c.Settings.ReplaceUnfinishedDevices && !old.Assigned() && old.CreatedBy == c.Caller.PrincipalID()
}

// maxSerial is how long a serial number may be.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html
const maxSerial = 256

func isSerial(text string) bool {
	foreign := func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && !strings.ContainsRune("_+=/:,.@-", r)
	}
	return len(text) <= maxSerial && strings.IndexFunc(text, foreign) < 0
}

// asksDeleteDevice asks on the serial number as it came: it is found by exactly that text, so nothing else can be deleted.
func asksDeleteDevice(c *service.Call, in *api.DeleteVirtualMFADeviceInput) ([]access.Ask, error) {
	ask := access.Ask{Action: "iam:DeleteVirtualMFADevice", Resource: in.SerialNumber}
	if !strings.HasPrefix(in.SerialNumber, "arn:") {
		ask.Resource = identity.ARN(c.Account(), "mfa", "/", in.SerialNumber)
	}
	if device, ok := virtualDevice(c, in.SerialNumber); ok {
		if err := guardRootDevice(c, device.Name, device); err != nil {
			return nil, err
		}
		ask.Context = access.ResourceTags("iam", device.Tags)
	}
	return one(ask)
}

func deleteVirtualDevice(c *service.Call, in *api.DeleteVirtualMFADeviceInput) (*api.DeleteVirtualMFADeviceOutput, error) {
	device, ok := virtualDevice(c, in.SerialNumber)
	if !ok {
		return nil, noDevice(in.SerialNumber)
	}
	if device.Assigned() {
		return nil, deleteConflict("MFA VirtualDevice in use. Must deactivate first.")
	}
	store.MFADevices.Delete(c.Tx, store.MFADeviceKey(device.Account, device.Serial))
	return &api.DeleteVirtualMFADeviceOutput{}, nil
}

func virtualDevice(c *service.Call, serial string) (*identity.MFADevice, bool) {
	device, ok := store.MFADevices.Get(c.Tx, store.MFADeviceKey(c.Account(), serial))
	return device, ok && device.Kind == identity.VirtualDevice
}

// listVirtualDevices shows unassigned devices too unless it is told otherwise, and never a seed, a picture or tags.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html
func listVirtualDevices(c *service.Call, in *api.ListVirtualMFADevicesInput) (*api.ListVirtualMFADevicesOutput, error) {
	w, err := windowOf(in.Marker, in.MaxItems)
	if err != nil {
		return nil, err
	}
	p := collect(w, virtualDevices(c, w.after), withStatus(in.AssignmentStatus), func(d *identity.MFADevice) api.VirtualMFADevice { return showVirtualDevice(c, d) })
	return &api.ListVirtualMFADevicesOutput{VirtualMFADevices: p.Items, Marker: p.Marker, IsTruncated: p.IsTruncated}, nil
}

// virtualDevices are the account's virtual devices under keys without what all of them have in common: with it, a marker would be longer than a marker may be.
func virtualDevices(c *service.Call, after string) iter.Seq2[string, *identity.MFADevice] {
	common := store.MFADeviceKey(c.Account(), identity.ARN(c.Account(), "mfa", "/", ""))
	return func(yield func(string, *identity.MFADevice) bool) {
		for key, device := range store.MFADevices.After(c.Tx, common, common+after) {
			if device.Kind == identity.VirtualDevice && !yield(strings.TrimPrefix(key, common), device) {
				return
			}
		}
	}
}

func withStatus(status *string) func(*identity.MFADevice) bool {
	if status == nil || *status == api.AssignmentStatusTypeAny {
		return nil
	}
	assigned := *status == api.AssignmentStatusTypeAssigned
	return func(d *identity.MFADevice) bool { return d.Assigned() == assigned }
}

func showVirtualDevice(c *service.Call, device *identity.MFADevice) api.VirtualMFADevice {
	shown := api.VirtualMFADevice{SerialNumber: device.Serial}
	if !device.Assigned() {
		return shown
	}
	shown.EnableDate = &device.EnabledAt
	if user, ok := store.UsersByID.Get(c.Tx, device.Owner); ok {
		shown.User = new(listedUser(c, user))
	} else {
		shown.User = showRoot(c)
	}
	return shown
}
