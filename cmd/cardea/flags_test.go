package main_test

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestMistakesInFlagsAreToldAllAtOnce(t *testing.T) {
	_, errs, err := cardea(t, "", "serve", "--ephemeral", "--data", "x", "--listen", "0.0.0.0:4566", "--allow-reset", "--test-clock",
		"--quota", "Nothing=1", "--account-id", "12", "--alias", "A", "--tls-key", "k", "--console-idle-time", "5m")
	if err == nil {
		t.Fatal("the server started")
	}
	for _, want := range []string{
		"--ephemeral keeps nothing", "--insecure-http", "--allow-reset is for test suites", "--test-clock is for test suites",
		`quota "Nothing" is not known`, "12 digits", `alias "A"`, "--tls-cert and --tls-key belong together",
		"--console-idle-time 5m0s is too short",
	} {
		if !strings.Contains(errs, want) {
			t.Errorf("%q is not among the mistakes:\n%s", want, errs)
		}
	}
}

func TestAFlagThatIsMissingIsAskedFor(t *testing.T) {
	for _, args := range [][]string{{"serve"}, {"init"}} {
		if _, errs, err := cardea(t, "", args...); err == nil || !strings.Contains(errs, "Give --data DIRECTORY") {
			t.Errorf("%v: %v, %s", args, err, errs)
		}
	}
}

func TestFlagsComeFromTheEnvironmentToo(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), binary, "serve")
	cmd.Env = environment("CARDEA_EPHEMERAL=true", "CARDEA_LISTEN=nowhere", "CARDEA_ALLOW_RESET=perhaps", "CARDEA_QUOTA=Nothing=1")
	out, err := cmd.CombinedOutput()
	if err == nil {
		t.Fatal("the server started")
	}
	for _, want := range []string{`--listen "nowhere" is no address`, `CARDEA_ALLOW_RESET="perhaps"`, `quota "Nothing"`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not among the mistakes:\n%s", want, out)
		}
	}
	if strings.Contains(string(out), "--data") {
		t.Errorf("CARDEA_EPHEMERAL did not count:\n%s", out)
	}
}

func TestADirectoryThatIsInUseIsRefused(t *testing.T) {
	dir, _ := initialised(t)
	if _, errs, err := cardea(t, "", "init", "--data", dir); err == nil || !strings.Contains(errs, "is in use") {
		t.Errorf("init again: %v, %s", err, errs)
	}
	serve(t, "--data", dir)
	if _, errs, err := cardea(t, "", "serve", "--listen", "127.0.0.1:0", "--data", dir); err == nil || !strings.Contains(errs, "in use by another process") {
		t.Errorf("serve twice: %v, %s", err, errs)
	}
}

func TestATakenAddressLeavesNoDirectoryBehind(t *testing.T) {
	taken, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	must(t, err)
	defer taken.Close()
	dir := filepath.Join(t.TempDir(), "data")
	_, errs, err := cardea(t, "", "serve", "--data", dir, "--listen", taken.Addr().String())
	if err == nil || !strings.Contains(errs, "choose another address with --listen") {
		t.Errorf("%v, %s", err, errs)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("the directory is there (%v): its secrets were shown to nobody", err)
	}
}

func TestAKeyFileThatIsGoneIsAskedFor(t *testing.T) {
	dir, _ := initialised(t)
	must(t, os.Rename(dir+".key", dir+".elsewhere"))
	_, errs, err := cardea(t, "", "serve", "--data", dir, "--listen", "127.0.0.1:0")
	if err == nil || !strings.Contains(errs, dir+".key is not there") {
		t.Errorf("without the key file: %v, %s", err, errs)
	}
	serve(t, "--data", dir, "--key-file", dir+".elsewhere")
}

func TestInitPrintsTheFactsAsDesigned(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	out, errs, err := cardea(t, "", "init", "--json", "--data", dir, "--account-id", "123456789012", "--alias", "acme", "--root-access-key")
	if err != nil {
		t.Fatal(errs)
	}
	for _, want := range []string{
		`{"account_id":"123456789012","alias":"acme","root":{"email":"root@123456789012.invalid","password":"`, `"access_key_id":"AKIARZPUZDIK`,
		`"administrator":{"user_name":"administrator","password":"`, `"api_url":"http://127.0.0.1:4566"`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is not in %s", want, out)
		}
	}
	if strings.Count(out, "\n") != 1 || strings.Count(out, "secret_access_key") != 2 {
		t.Errorf("the facts are not one line with two keys: %s", out)
	}
	if info, err := os.Stat(dir + ".key"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key file: %v, %v", info, err)
	}
	_, facts := initialised(t)
	if facts.Root.AccessKeyID != "" {
		t.Error("root has an access key that nobody asked for")
	}
}

func TestTheBannerSaysWhatIsOpen(t *testing.T) {
	p := serve(t, "--ephemeral", "--allow-reset", "--test-clock")
	for _, want := range []string{"Enforcement    on", "/_cardea/reset", "/_cardea/clock", "in memory", "export AWS_ENDPOINT_URL=" + p.url} {
		if !strings.Contains(p.banner, want) {
			t.Errorf("the banner lacks %q:\n%s", want, p.banner)
		}
	}
}
