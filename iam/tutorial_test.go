package iam_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
)

// What the policy of the tutorial lets a user do with credentials, before and after a sign-in with MFA.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_users-self-manage-mfa-and-creds.html
const (
	open     = "allowed"
	explicit = "with an explicit deny in an identity-based policy"
	implicit = "because no identity-based policy allows"
)

// onUserNamed are inputs about the credentials of a user. What they name does not exist: letting them through changes nothing but
// the number of access keys.
func onUserNamed(name string) map[string]any {
	none := strings.Repeat("A", 24)
	return map[string]any{
		"ListAccessKeys":           &api.ListAccessKeysInput{UserName: &name},
		"ListSSHPublicKeys":        &api.ListSSHPublicKeysInput{UserName: &name},
		"ListMFADevices":           &api.ListMFADevicesInput{UserName: &name},
		"EnableMFADevice":          &api.EnableMFADeviceInput{UserName: name, SerialNumber: none, AuthenticationCode1: "000000", AuthenticationCode2: "000000"},
		"ResyncMFADevice":          &api.ResyncMFADeviceInput{UserName: name, SerialNumber: none, AuthenticationCode1: "000000", AuthenticationCode2: "000000"},
		"CreateAccessKey":          &api.CreateAccessKeyInput{UserName: &name},
		"DeleteAccessKey":          &api.DeleteAccessKeyInput{UserName: &name, AccessKeyId: none},
		"UpdateAccessKey":          &api.UpdateAccessKeyInput{UserName: &name, AccessKeyId: none, Status: "Inactive"},
		"CreateLoginProfile":       &api.CreateLoginProfileInput{UserName: &name, Password: new("x")},
		"GetLoginProfile":          &api.GetLoginProfileInput{UserName: &name},
		"UpdateLoginProfile":       &api.UpdateLoginProfileInput{UserName: name},
		"DeleteLoginProfile":       &api.DeleteLoginProfileInput{UserName: &name},
		"DeactivateMFADevice":      &api.DeactivateMFADeviceInput{UserName: &name, SerialNumber: none},
		"UploadSSHPublicKey":       &api.UploadSSHPublicKeyInput{UserName: name, SSHPublicKeyBody: "x"},
		"GetSSHPublicKey":          &api.GetSSHPublicKeyInput{UserName: name, SSHPublicKeyId: none, Encoding: "SSH"},
		"UpdateSSHPublicKey":       &api.UpdateSSHPublicKeyInput{UserName: name, SSHPublicKeyId: none, Status: "Inactive"},
		"DeleteSSHPublicKey":       &api.DeleteSSHPublicKeyInput{UserName: name, SSHPublicKeyId: none},
		"UploadSigningCertificate": &api.UploadSigningCertificateInput{UserName: &name, CertificateBody: "x"},
		"ListSigningCertificates":  &api.ListSigningCertificatesInput{UserName: &name},
		"UpdateSigningCertificate": &api.UpdateSigningCertificateInput{UserName: &name, CertificateId: none, Status: "Inactive"},
		"DeleteSigningCertificate": &api.DeleteSigningCertificateInput{UserName: &name, CertificateId: none},
	}
}

// withoutMFA are the operations that the policy leaves open on oneself.
var withoutMFA = map[string]bool{"ListAccessKeys": true, "ListSSHPublicKeys": true, "ListMFADevices": true, "EnableMFADevice": true, "ResyncMFADevice": true}

func TestTheTutorialsUserManagesTheirOwnCredentialsOnlyWithMFA(t *testing.T) {
	document, err := os.ReadFile("../policy/testdata/force_mfa.json")
	check(t, err)
	h := newHost(t)
	key := h.User("MFAUser", string(document))
	h.User("other")
	before := map[string]*access.Credential{"key": key, "console": h.Session(identity.ConsoleSession, "MFAUser", false)}
	after := map[string]*access.Credential{"console": h.Session(identity.ConsoleSession, "MFAUser", true), "session": h.Session(identity.TokenSession, "MFAUser", true)}
	expect := func(who map[string]*access.Credential, operation string, in any, want string) {
		t.Helper()
		for name, credential := range who {
			if got := h.outcome(credential, operation, in); !strings.Contains(got, want) {
				t.Errorf("%s by %s: %s, want %s", operation, name, got, want)
			}
		}
	}
	for operation, in := range onUserNamed("MFAUser") {
		if withoutMFA[operation] {
			expect(before, operation, in, open)
		} else {
			expect(before, operation, in, explicit)
		}
		expect(after, operation, in, open)
	}
	for _, other := range []string{"other", "mfauserx", "nobody"} {
		for operation, in := range onUserNamed(other) {
			if withoutMFA[operation] {
				expect(before, operation, in, implicit)
			} else {
				expect(before, operation, in, explicit)
			}
			expect(after, operation, in, implicit)
		}
	}
}

func TestTheTutorialsUserMakesADeviceOfTheirOwnNameAndDeletesItOnlyWithMFA(t *testing.T) {
	document, err := os.ReadFile("../policy/testdata/force_mfa.json")
	check(t, err)
	h := newHost(t)
	key, session := h.User("MFAUser", string(document)), h.Session(identity.ConsoleSession, "MFAUser", true)
	for _, tc := range []struct {
		operation     string
		in            any
		before, after string
	}{
		{"CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "mfauser"}, implicit, implicit},
		{"CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "MFAUserx"}, implicit, implicit},
		{"CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "MFAUser", Path: new("/a/")}, implicit, implicit},
		{"CreateVirtualMFADevice", &api.CreateVirtualMFADeviceInput{VirtualMFADeviceName: "MFAUser"}, open, open},
		{"DeleteVirtualMFADevice", &api.DeleteVirtualMFADeviceInput{SerialNumber: mfaARN + "MFAUserx"}, explicit, implicit},
		{"DeleteVirtualMFADevice", &api.DeleteVirtualMFADeviceInput{SerialNumber: mfaARN + "MFAUser"}, explicit, open},
		{"ListVirtualMFADevices", &api.ListVirtualMFADevicesInput{}, open, open},
		{"ListMFADevices", &api.ListMFADevicesInput{}, implicit, implicit},
		{"GetAccountPasswordPolicy", &api.GetAccountPasswordPolicyInput{}, explicit, open},
		{"UpdateAccountPasswordPolicy", &api.UpdateAccountPasswordPolicyInput{}, explicit, implicit},
		{"ChangePassword", &api.ChangePasswordInput{OldPassword: "x", NewPassword: "y"}, explicit, open},
		{"ListServiceSpecificCredentials", &api.ListServiceSpecificCredentialsInput{}, implicit, implicit},
		{"GenerateCredentialReport", &api.GenerateCredentialReportInput{}, explicit, implicit},
	} {
		if got := h.outcome(key, tc.operation, tc.in); !strings.Contains(got, tc.before) {
			t.Errorf("without MFA, %s: %s, want %s", tc.operation, got, tc.before)
		}
		if got := h.outcome(session, tc.operation, tc.in); !strings.Contains(got, tc.after) {
			t.Errorf("with MFA, %s: %s, want %s", tc.operation, got, tc.after)
		}
	}
}

// outcome is the text of a denial, or that there was none.
func (h *host) outcome(who *access.Credential, operation string, in any) string {
	h.t.Helper()
	o := h.Directory.Find("iam", operation)
	_, err := h.Do(h.t.Context(), o, who, h.Facts("iam"), in)
	var f *fault.Error
	if errors.As(err, &f) && f.Code == "AccessDenied" {
		return f.Message
	}
	return open
}
