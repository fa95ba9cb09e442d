package admin

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/cardea"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// AWS knows the seeds of hardware tokens from their maker. Here somebody has to import them before iam:EnableMFADevice finds a token by its serial number.
var hardwareMFADeviceOperations = []service.Operation{
	service.Op("ImportHardwareMFADevices", service.Write, asksImport, importDevices),
	service.Op("ListHardwareMFADevices", service.List, asksList, listDevices),
	service.Op("DeleteHardwareMFADevice", service.Write, asksDelete, deleteDevice),
}

// deviceARN names a hardware token to policies.
func deviceARN(c *service.Call, serial string) string {
	return "arn:" + identity.Partition + ":cardea::" + c.Account() + ":hardware-mfa/" + serial
}

// asksImport asks for each token by itself: a policy may allow those of one maker's numbers only.
func asksImport(c *service.Call, in *api.ImportHardwareMFADevicesInput) ([]access.Ask, error) {
	asks := make([]access.Ask, 0, len(in.Devices))
	for _, device := range in.Devices {
		asks = append(asks, access.Ask{Action: "cardea:ImportHardwareMFADevices", Resource: deviceARN(c, device.SerialNumber)})
	}
	return asks, nil
}

// importDevices stores all tokens or none. Their codes have six digits and steps of 30 seconds.
func importDevices(c *service.Call, in *api.ImportHardwareMFADevicesInput) (*api.ImportHardwareMFADevicesOutput, error) {
	out := &api.ImportHardwareMFADevicesOutput{}
	for i := range in.Devices {
		device, err := newDevice(c, &in.Devices[i])
		if err != nil {
			return nil, err
		}
		store.MFADevices.Put(c.Tx, device)
		out.HardwareMFADevices = append(out.HardwareMFADevices, show(c, device))
	}
	return out, nil
}

func newDevice(c *service.Call, in *api.HardwareMFADeviceSeed) (*identity.MFADevice, error) {
	seed, err := seedOf(in)
	if err != nil {
		return nil, err
	}
	if _, taken := store.MFADevices.Get(c.Tx, store.MFADeviceKey(c.Account(), in.SerialNumber)); taken {
		return nil, api.EntityAlreadyExists("Hardware MFA device with serial number %s already exists, or comes twice.", in.SerialNumber)
	}
	sealed, err := c.Keys.SealSeed(c.Account(), in.SerialNumber, seed)
	if err != nil {
		return nil, fmt.Errorf("seal the seed of an MFA device: %w", err)
	}
	return &identity.MFADevice{
		Account: c.Account(), Serial: in.SerialNumber, Kind: identity.HardwareDevice, Seed: sealed, CreatedAt: c.Now, CreatedBy: c.Caller.PrincipalID(),
	}, nil
}

// seedOf reads a seed in the encoding that was named: some texts are both base32 and hexadecimal. No refusal shows it.
func seedOf(in *api.HardwareMFADeviceSeed) (totp.Seed, error) {
	if (in.Base32Seed == nil) == (in.HexSeed == nil) {
		return nil, api.InvalidInput("Hardware MFA device %s must come with either Base32Seed or HexSeed.", in.SerialNumber)
	}
	text := in.Base32Seed
	if in.HexSeed != nil {
		raw, err := hex.DecodeString(*in.HexSeed)
		if err != nil {
			return nil, badSeed(in.SerialNumber)
		}
		text = new(totp.Seed(raw).Text())
	}
	seed, err := totp.ParseSeed(*text)
	if err != nil {
		return nil, badSeed(in.SerialNumber)
	}
	return seed, nil
}

func badSeed(serial string) error {
	return api.InvalidInput("The seed of hardware MFA device %s is not readable, or does not have 16 to 128 bytes.", serial)
}

func asksList(*service.Call, *api.ListHardwareMFADevicesInput) ([]access.Ask, error) {
	return []access.Ask{{Action: "cardea:ListHardwareMFADevices", Resource: "*"}}, nil
}

// defaultPage is how many tokens a page has unless the caller says otherwise.
const defaultPage = 100

// listDevices shows the tokens in order of their serial numbers, in pages. The marker is the last one shown.
func listDevices(c *service.Call, in *api.ListHardwareMFADevicesInput) (*api.ListHardwareMFADevicesOutput, error) {
	limit, after := defaultPage, ""
	if in.MaxItems != nil {
		limit = int(*in.MaxItems)
	}
	prefix := store.MFADeviceKey(c.Account(), "")
	if in.Marker != nil {
		serial, err := base64.RawURLEncoding.DecodeString(*in.Marker)
		if err != nil {
			return nil, fault.Validation("Invalid Marker.")
		}
		after = prefix + string(serial)
	}
	out := &api.ListHardwareMFADevicesOutput{HardwareMFADevices: []api.HardwareMFADevice{}}
	last := ""
	for key, device := range store.MFADevices.After(c.Tx, prefix, after) {
		if device.Kind != identity.HardwareDevice || !hasStatus(device, in.AssignmentStatus) {
			continue
		}
		if len(out.HardwareMFADevices) == limit {
			out.IsTruncated, out.Marker = true, new(base64.RawURLEncoding.EncodeToString([]byte(last)))
			return out, nil
		}
		out.HardwareMFADevices = append(out.HardwareMFADevices, show(c, device))
		last = strings.TrimPrefix(key, prefix)
	}
	return out, nil
}

func hasStatus(device *identity.MFADevice, status *string) bool {
	return status == nil || *status == api.AssignmentStatusTypeAny || device.Assigned() == (*status == api.AssignmentStatusTypeAssigned)
}

func asksDelete(c *service.Call, in *api.DeleteHardwareMFADeviceInput) ([]access.Ask, error) {
	return []access.Ask{{Action: "cardea:DeleteHardwareMFADevice", Resource: deviceARN(c, in.SerialNumber)}}, nil
}

func deleteDevice(c *service.Call, in *api.DeleteHardwareMFADeviceInput) (*api.DeleteHardwareMFADeviceOutput, error) {
	key := store.MFADeviceKey(c.Account(), in.SerialNumber)
	device, ok := store.MFADevices.Get(c.Tx, key)
	if !ok || device.Kind != identity.HardwareDevice {
		return nil, api.NoSuchEntity("Hardware MFA device with serial number %s does not exist.", in.SerialNumber)
	}
	if device.Assigned() {
		return nil, api.DeleteConflict("Hardware MFA device %s is in use. Deactivate it first.", in.SerialNumber)
	}
	store.MFADevices.Delete(c.Tx, key)
	return &api.DeleteHardwareMFADeviceOutput{}, nil
}

// show is a token for an answer. Whose it is stays open for root, who has no name.
func show(c *service.Call, device *identity.MFADevice) api.HardwareMFADevice {
	shown := api.HardwareMFADevice{SerialNumber: device.Serial, ImportDate: device.CreatedAt}
	if !device.Assigned() {
		return shown
	}
	shown.EnableDate = &device.EnabledAt
	if user, ok := store.UsersByID.Get(c.Tx, device.Owner); ok {
		shown.UserName = &user.Name
	}
	return shown
}
