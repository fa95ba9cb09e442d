package admin_test

import (
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/admin"
	api "github.com/cardea-iam/cardea/api/cardea"
	iamapi "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/iam"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/wire"
)

const base32Seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" // of RFC 6238: 12345678901234567890

var rfcSeed = totp.Seed("12345678901234567890")

func newHost(t *testing.T) (*hosttest.Host, *access.Credential) {
	t.Helper()
	h := hosttest.New(t, hosttest.Options{Tables: []service.Table{admin.Table(), iam.Table()}})
	return h, h.Root()
}

func token(serial, seed string) api.HardwareMFADeviceSeed {
	return api.HardwareMFADeviceSeed{SerialNumber: serial, Base32Seed: &seed}
}

func refused(t *testing.T, h *hosttest.Host, who *access.Credential, operation string, in any, code string, status int, text string) {
	t.Helper()
	if f := h.Fails(who, "cardea", operation, in); f.Code != code || f.Status != status || f.Message != text {
		t.Errorf("%s answered\n  %s %d %q, want\n  %s %d %q", operation, f.Code, f.Status, f.Message, code, status, text)
	}
}

func TestAnImportedTokenIsEnabledByItsSerialNumber(t *testing.T) {
	h, root := newHost(t)
	h.User("ann")
	hexSeed := hex.EncodeToString(rfcSeed)
	spaced := "gezd gnbv-gy3t qojq gezd gnbv gy3t qojq===="
	in := &api.ImportHardwareMFADevicesInput{Devices: []api.HardwareMFADeviceSeed{
		token("GAHT12345678", base32Seed), token("GAHT-0000002", spaced), {SerialNumber: "260012345", HexSeed: &hexSeed},
	}}
	if out := hosttest.Must[api.ImportHardwareMFADevicesOutput](h, root, "cardea", "ImportHardwareMFADevices", in); len(out.HardwareMFADevices) != 3 {
		t.Fatalf("imported %+v", out)
	}
	for _, device := range in.Devices {
		h.Now = h.Now.Add(totp.Period)
		step := totp.Step(h.Now)
		generator := totp.Generator{Seed: rfcSeed}
		hosttest.Must[iamapi.EnableMFADeviceOutput](h, root, "iam", "EnableMFADevice", &iamapi.EnableMFADeviceInput{
			UserName: "ann", SerialNumber: device.SerialNumber, AuthenticationCode1: generator.Code(step - 1), AuthenticationCode2: generator.Code(step),
		})
	}
	devices := hosttest.Must[iamapi.ListMFADevicesOutput](h, root, "iam", "ListMFADevices", &iamapi.ListMFADevicesInput{UserName: new("ann")}).MFADevices
	if len(devices) != 3 {
		t.Errorf("ann has %+v", devices)
	}
	if virtual := hosttest.Must[iamapi.ListVirtualMFADevicesOutput](h, root, "iam", "ListVirtualMFADevices", &iamapi.ListVirtualMFADevicesInput{}); len(virtual.VirtualMFADevices) != 0 {
		t.Errorf("a hardware token is listed as virtual: %+v", virtual)
	}
}

func TestATokenInUseIsNotDeleted(t *testing.T) {
	h, root := newHost(t)
	h.User("ann")
	hosttest.Must[api.ImportHardwareMFADevicesOutput](h, root, "cardea", "ImportHardwareMFADevices", &api.ImportHardwareMFADevicesInput{Devices: []api.HardwareMFADeviceSeed{token("GAHT12345678", base32Seed)}})
	step, generator := totp.Step(h.Now), totp.Generator{Seed: rfcSeed}
	hosttest.Must[iamapi.EnableMFADeviceOutput](h, root, "iam", "EnableMFADevice", &iamapi.EnableMFADeviceInput{
		UserName: "ann", SerialNumber: "GAHT12345678", AuthenticationCode1: generator.Code(step - 1), AuthenticationCode2: generator.Code(step),
	})
	listed := hosttest.Must[api.ListHardwareMFADevicesOutput](h, root, "cardea", "ListHardwareMFADevices", &api.ListHardwareMFADevicesInput{}).HardwareMFADevices
	if len(listed) != 1 || *listed[0].UserName != "ann" || !listed[0].EnableDate.Equal(h.Now) || !listed[0].ImportDate.Equal(h.Now) {
		t.Errorf("listed %+v", listed)
	}
	deletion := &api.DeleteHardwareMFADeviceInput{SerialNumber: "GAHT12345678"}
	refused(t, h, root, "DeleteHardwareMFADevice", deletion, "DeleteConflict", 409, "Hardware MFA device GAHT12345678 is in use. Deactivate it first.")
	hosttest.Must[iamapi.DeactivateMFADeviceOutput](h, root, "iam", "DeactivateMFADevice", &iamapi.DeactivateMFADeviceInput{UserName: new("ann"), SerialNumber: "GAHT12345678"})
	hosttest.Must[api.DeleteHardwareMFADeviceOutput](h, root, "cardea", "DeleteHardwareMFADevice", deletion)
	refused(t, h, root, "DeleteHardwareMFADevice", deletion, "NoSuchEntity", 404, "Hardware MFA device with serial number GAHT12345678 does not exist.")
}

func TestAnImportIsDoneAsAWholeOrNotAtAll(t *testing.T) {
	h, root := newHost(t)
	for text, second := range map[string]api.HardwareMFADeviceSeed{
		"EntityAlreadyExists: Hardware MFA device with serial number GAHT12345678 already exists, or comes twice.":      token("GAHT12345678", base32Seed),
		"InvalidInput: The seed of hardware MFA device GAHT00000002 is not readable, or does not have 16 to 128 bytes.": token("GAHT00000002", "GEZDGNBV"),
		"InvalidInput: The seed of hardware MFA device GAHT00000003 is not readable, or does not have 16 to 128 bytes.": {SerialNumber: "GAHT00000003", HexSeed: new("abc")},
		"InvalidInput: The seed of hardware MFA device GAHT00000004 is not readable, or does not have 16 to 128 bytes.": {SerialNumber: "GAHT00000004", HexSeed: new("00112233445566")},
		"InvalidInput: Hardware MFA device GAHT00000005 must come with either Base32Seed or HexSeed.":                   {SerialNumber: "GAHT00000005"},
		"InvalidInput: Hardware MFA device GAHT00000006 must come with either Base32Seed or HexSeed.":                   {SerialNumber: "GAHT00000006", Base32Seed: new(base32Seed), HexSeed: new("00")},
	} {
		f := h.Fails(root, "cardea", "ImportHardwareMFADevices", &api.ImportHardwareMFADevicesInput{Devices: []api.HardwareMFADeviceSeed{token("GAHT12345678", base32Seed), second}})
		if f.Error() != text {
			t.Errorf("answered %q, want %q", f, text)
		}
	}
	if out := hosttest.Must[api.ListHardwareMFADevicesOutput](h, root, "cardea", "ListHardwareMFADevices", &api.ListHardwareMFADevicesInput{}); len(out.HardwareMFADevices) != 0 {
		t.Errorf("a refused import left %+v", out.HardwareMFADevices)
	}
}

func TestTokensAreListedInPagesByStatus(t *testing.T) {
	h, root := newHost(t)
	var devices []api.HardwareMFADeviceSeed
	for i := range 5 {
		devices = append(devices, token(fmt.Sprintf("TOKEN-%04d", i), base32Seed))
	}
	hosttest.Must[api.ImportHardwareMFADevicesOutput](h, root, "cardea", "ImportHardwareMFADevices", &api.ImportHardwareMFADevicesInput{Devices: devices})
	hosttest.Must[iamapi.CreateVirtualMFADeviceOutput](h, root, "iam", "CreateVirtualMFADevice", &iamapi.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "virtual"})
	h.Update(func(tx *store.Tx) error {
		row, _ := store.MFADevices.Get(tx, store.MFADeviceKey(hosttest.Account, "TOKEN-0001"))
		assigned := row.Clone()
		assigned.Owner = hosttest.Account // root's
		store.MFADevices.Put(tx, assigned)
		return nil
	})
	for status, want := range map[string]string{"Any": "01234", "Assigned": "1", "Unassigned": "0234"} {
		var got strings.Builder
		in := &api.ListHardwareMFADevicesInput{AssignmentStatus: &status, MaxItems: new(int32(2))}
		for more := true; more; {
			out := hosttest.Must[api.ListHardwareMFADevicesOutput](h, root, "cardea", "ListHardwareMFADevices", in)
			for _, device := range out.HardwareMFADevices {
				got.WriteString(device.SerialNumber[len("TOKEN-000"):])
			}
			in.Marker, more = out.Marker, out.IsTruncated
		}
		if got.String() != want {
			t.Errorf("%s lists %s, want %s", status, got.String(), want)
		}
	}
	refused(t, h, root, "ListHardwareMFADevices", &api.ListHardwareMFADevicesInput{Marker: new("§")}, "ValidationError", 400, "Invalid Marker.")
}

func TestEveryTokenOfAnImportMustBeAllowed(t *testing.T) {
	h, _ := newHost(t)
	ann := h.User("ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"cardea:ImportHardwareMFADevices","Resource":"arn:aws:cardea::*:hardware-mfa/GAHT*"}}`)
	both := &api.ImportHardwareMFADevicesInput{Devices: []api.HardwareMFADeviceSeed{token("GAHT12345678", base32Seed), token("OTHER1234", base32Seed)}}
	const denied = "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: cardea:%[1]s on resource: %[2]s because no identity-based policy allows the cardea:%[1]s action"
	refused(t, h, ann, "ImportHardwareMFADevices", both, "AccessDenied", 403, fmt.Sprintf(denied, "ImportHardwareMFADevices", "arn:aws:cardea::123456789012:hardware-mfa/OTHER1234"))
	refused(t, h, ann, "ListHardwareMFADevices", &api.ListHardwareMFADevicesInput{}, "AccessDenied", 403, fmt.Sprintf(denied, "ListHardwareMFADevices", "*"))
	refused(t, h, ann, "DeleteHardwareMFADevice", &api.DeleteHardwareMFADeviceInput{SerialNumber: "GAHT12345678"}, "AccessDenied", 403, fmt.Sprintf(denied, "DeleteHardwareMFADevice", "arn:aws:cardea::123456789012:hardware-mfa/GAHT12345678"))
	both.Devices = both.Devices[:1]
	hosttest.Must[api.ImportHardwareMFADevicesOutput](h, ann, "cardea", "ImportHardwareMFADevices", both)
}

func TestNoSeedIsInARefusalOrInTheAuditLog(t *testing.T) {
	h, root := newHost(t)
	const canary = "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U"
	in := &api.ImportHardwareMFADevicesInput{Devices: []api.HardwareMFADeviceSeed{token("GAHT12345678", canary)}}
	hosttest.Must[api.ImportHardwareMFADevicesOutput](h, root, "cardea", "ImportHardwareMFADevices", in)
	if f := h.Fails(root, "cardea", "ImportHardwareMFADevices", in); strings.Contains(fmt.Sprintf("%v %+v", f, f.Detail), canary) {
		t.Errorf("the refusal shows the seed: %v", f)
	}
	h.View(func(tx *store.Tx) {
		row, _ := store.MFADevices.Get(tx, store.MFADeviceKey(hosttest.Account, "GAHT12345678"))
		if seed, err := totp.ParseSeed(canary); err != nil || strings.Contains(string(row.Seed), string(seed)) || row.Kind != identity.HardwareDevice {
			t.Errorf("the row is not sealed: %v", err)
		}
	})
	if record := string(h.Directory.Codec("cardea").AppendRecord(nil, in)); strings.Contains(record, canary) || !strings.Contains(record, "GAHT12345678") {
		t.Errorf("the audit record is %s", record)
	}
}

func TestWhatARequestMayNotHoldIsRefusedWithoutShowingASeed(t *testing.T) {
	h, _ := newHost(t)
	for body, want := range map[string]string{
		"Devices.member.1.SerialNumber=GAHT12345678&Devices.member.1.HexSeed=canary": "1 validation error detected: Value at 'devices.1.member.hexSeed' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9A-Fa-f]+",
		"Devices.member.1.SerialNumber=short&Devices.member.1.HexSeed=00":            "1 validation error detected: Value 'short' at 'devices.1.member.serialNumber' failed to satisfy constraint: Member must have length greater than or equal to 9",
		"": "1 validation error detected: Value null at 'devices' failed to satisfy constraint: Member must not be null",
		"Devices.member.1.SerialNumber=arn:aws:iam::123456789012:mfa/ann&Devices.member.1.HexSeed=00": "1 validation error detected: Value 'arn:aws:iam::123456789012:mfa/ann' at 'devices.1.member.serialNumber' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+",
	} {
		form, err := wire.ParseBody(body)
		if err != nil {
			t.Fatal(err)
		}
		err = h.Directory.Codec("cardea").Decode(form, new(api.ImportHardwareMFADevicesInput))
		if f := fault.Of(err); f.Code != "ValidationError" || f.Message != want {
			t.Errorf("%q answered\n  %v, want\n  %s", body, err, want)
		}
	}
}
