package totp_test

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/pquerna/otp"
)

func TestANewSeedIs64CharactersOfBase32(t *testing.T) {
	seed := totp.NewSeed(rand.Reader)
	text := seed.Text()
	if len(text) != 64 || strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") != "" {
		t.Errorf("%d characters", len(text))
	}
	if bytes.Equal(seed, totp.NewSeed(rand.Reader)) {
		t.Error("two seeds are equal")
	}
	back, err := totp.ParseSeed(text)
	if err != nil || !bytes.Equal(back, seed) {
		t.Errorf("a seed does not survive its text: %v", err)
	}
}

func TestASeedIsReadAsMakersPrintIt(t *testing.T) {
	want := totp.Seed("12345678901234567890")
	for _, text := range []string{
		"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", "GEZDGNBV-GY3TQOJQ-GEZDGNBV-GY3TQOJQ====",
	} {
		if got, err := totp.ParseSeed(text); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{"", "GEZDGNBV", "0189", strings.Repeat("A", 400), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ!"} {
		if _, err := totp.ParseSeed(text); err == nil {
			t.Errorf("%q was taken for a seed", text)
		}
	}
}

func TestAppsReadTheURI(t *testing.T) {
	seed := totp.NewSeed(rand.Reader)
	for _, name := range []string{"MFAUser", "a+b=c,d.e@f-g_h", "root-account-mfa-device"} {
		uri := seed.URI(name, "my-alias", "Cardea of the Janus Co.")
		key, err := otp.NewKeyFromURL(uri)
		if err != nil {
			t.Fatal(err)
		}
		if key.Type() != "totp" || key.AccountName() != name+"@my-alias" || key.Secret() != seed.Text() || key.Issuer() != "Cardea of the Janus Co." {
			t.Errorf("%s was read as type %s, account %s, issuer %s", name, key.Type(), key.AccountName(), key.Issuer())
		}
		if strings.Contains(uri, "+") {
			t.Errorf("a plus stands unescaped in the URI of %s", name)
		}
	}
	parsed, err := url.Parse(seed.URI("a", "b", ""))
	if err != nil || parsed.RawQuery != "secret="+seed.Text() || parsed.Path != "/a@b" || parsed.Host != "totp" {
		t.Errorf("without an issuer: %v", err)
	}
}

func TestASeedPrintsAsStars(t *testing.T) {
	seed := totp.Seed("SSSSSSSSSSSSSSSSSSSS")
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%s", "%x", "%#v", "%q", "%d"} {
		fmt.Fprintf(&out, verb+verb, seed, totp.Generator{Seed: seed})
	}
	slog.New(slog.NewJSONHandler(&out, nil)).Info("msg", "seed", seed)
	if err := json.NewEncoder(&out).Encode(seed); err != nil {
		t.Fatal(err)
	}
	for _, shown := range []string{"SSSS", "83 83", "83,83", "53535353", "0x53, 0x53", seed.Text()} {
		if strings.Contains(out.String(), shown) {
			t.Errorf("a seed was printed as %q", shown)
		}
	}
}
