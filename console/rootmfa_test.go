package console_test

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/server"
)

// rootPassword types root's e-mail address and password.
func (b *browser) rootPassword(s *site) answer {
	b.t.Helper()
	return b.post("/signin/-/root", "email", s.Facts.Root.Email, "password", s.Facts.Root.Password)
}

// mustIAM calls an operation of IAM as the console does.
func (b *browser) mustIAM(action string, parameters ...string) answer {
	b.t.Helper()
	a := b.api("iam", append([]string{"Action", action, "Version", "2010-05-08"}, parameters...)...)
	if a.status != http.StatusOK {
		b.t.Fatalf("%s: %d %s", action, a.status, a.body)
	}
	return a
}

// enableAsRoot shows the server two codes of a device.
func (b *browser) enableAsRoot(d device) {
	b.t.Helper()
	b.mustIAM("EnableMFADevice", "UserName", "AWS ROOT USER", "SerialNumber", d.serial, "AuthenticationCode1", d.code(-1), "AuthenticationCode2", d.code(0))
}

// newRootDevice has root, who is signed in, make and enable a virtual device.
func newRootDevice(b *browser, c *clock) device {
	b.t.Helper()
	made := b.mustIAM("CreateVirtualMFADevice", "VirtualMFADeviceName", "root-account-mfa-device")
	text, err := base64.StdEncoding.DecodeString(regexp.MustCompile(`<Base32StringSeed>([^<]+)`).FindStringSubmatch(made.body)[1])
	must(b.t, err)
	seed, err := totp.ParseSeed(string(text))
	must(b.t, err)
	d := device{serial: "arn:aws:iam::" + account + ":mfa/root-account-mfa-device", seed: seed, clock: c}
	b.enableAsRoot(d)
	return d
}

func TestRootSignsInWithEachKindOfDevice(t *testing.T) {
	c := &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	log := filepath.Join(t.TempDir(), "audit.log")
	s := startWith(t, c, server.Options{AuditLog: log})
	b := newBrowser(t, s)
	b.rootPassword(s)
	virtual := newRootDevice(b, c)

	const base32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
	seed, err := totp.ParseSeed(base32)
	must(t, err)
	token := device{serial: "GAHT12345678", seed: seed, clock: c}
	if a := b.api("cardea", "Action", "ImportHardwareMFADevices", "Version", "2026-01-01", "Devices.member.1.SerialNumber", token.serial, "Devices.member.1.Base32Seed", base32); a.status != http.StatusOK {
		t.Fatal(a.body)
	}
	b.enableAsRoot(token)
	key := passkeytest.New(passkeytest.ES256)
	begun := b.script("/console/passkey/begin", map[string]any{})
	done := b.script("/console/passkey/finish", map[string]any{"response": json.RawMessage(key.Create(b.base, []byte(begun.body)))})
	if done.status != http.StatusOK || !strings.Contains(done.body, ":u2f/root-account/") {
		t.Fatalf("%d %s", done.status, done.body)
	}

	c.Advance(time.Minute)
	for kind, d := range map[string]device{"virtual": virtual, "hardware": token} {
		b := newBrowser(t, s)
		if a := b.rootPassword(s); a.location() != mfaPage || b.in() {
			t.Fatalf("the password led to %d %s", a.status, a.location())
		}
		page := b.get(mfaPage + "?method=" + kind)
		if !strings.Contains(page.body, `value="`+d.serial+`"`) || strings.Count(page.body, "Try another method") != 2 {
			t.Errorf("the page for %s is\n%s", kind, page.body)
		}
		if a := b.post(mfaPage, "method", kind, "device", d.serial, "code", d.code(0)); a.location() != "/console/" || !strings.Contains(b.get("/console/session").body, `"mfa":true`) {
			t.Errorf("%s: %d %q", kind, a.status, a.message())
		}
	}
	b = newBrowser(t, s)
	b.rootPassword(s)
	asked := b.script("/signin/-/passkey/ask", struct{}{})
	if a := b.post("/signin/-/passkey", "method", "passkey", "response", string(key.Get(b.base, []byte(asked.body)))); a.location() != "/console/" {
		t.Errorf("the key: %d %q", a.status, a.message())
	}

	b.mustIAM("DeactivateMFADevice", "SerialNumber", token.serial)
	s.Stop()
	text, err := os.ReadFile(log)
	must(t, err)
	for _, want := range []string{`"MFAIdentifier":"` + virtual.serial + `"`, `"MFAIdentifier":"` + token.serial + `"`, `"MFAIdentifier":"arn:aws:iam::` + account + `:u2f/root-account/`, `"userName":"AWS ROOT USER"`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the audit log lacks %s", want)
		}
	}
}

func TestADeviceOfRootsThatIsOutOfStepIsMended(t *testing.T) {
	s, c := start(t)
	b := newBrowser(t, s)
	b.rootPassword(s)
	d := newRootDevice(b, c)
	c.Advance(10 * time.Minute) // the device's clock stands still meanwhile
	late := func(steps int64) string { return d.code(steps - 20) }
	b = newBrowser(t, s)
	b.rootPassword(s)
	for range 2 {
		if a := b.post(mfaPage, "device", d.serial, "code", late(1)); a.message() != generic {
			t.Fatalf("%d %q", a.status, a.message())
		}
	}
	if a := b.post(resync, "device", d.serial, "code1", late(1), "code2", late(2)); !strings.Contains(b.get(a.location()).body, "in step again") {
		t.Fatalf("resync: %d %q", a.status, a.message())
	}
	c.Advance(time.Minute)
	if a := b.post(mfaPage, "device", d.serial, "code", late(1)); a.location() != "/console/" {
		t.Errorf("the next code: %d %q", a.status, a.message())
	}
}
