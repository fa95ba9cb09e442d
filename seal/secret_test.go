package seal_test

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/seal"
)

func TestASecretPrintsAsStars(t *testing.T) {
	type holder struct {
		Public seal.Secret
		hidden seal.Secret
	}
	secret := seal.NewSecret(canary)
	held := holder{secret, secret}
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T", "%p", "%t"} {
		for _, value := range []any{secret, &secret, held, &held, []seal.Secret{secret}, map[string]seal.Secret{"k": secret}, fmt.Errorf("oops %v", secret)} {
			fmt.Fprintf(&out, verb, value)
		}
	}
	for _, handler := range []slog.Handler{slog.NewJSONHandler(&out, nil), slog.NewTextHandler(&out, nil)} {
		slog.New(handler).Info("msg", "secret", secret, "held", held, "pointer", &secret, "list", []seal.Secret{secret})
	}
	for _, encode := range []func(any) error{json.NewEncoder(&out).Encode, xml.NewEncoder(&out).Encode} {
		if err := encode(held); err != nil {
			t.Fatal(err)
		}
	}
	noSecretIn(t, out.String(), canary)
	if fmt.Sprint(secret) != "***" {
		t.Errorf("printed %q, want ***", fmt.Sprint(secret))
	}
	if secret.Reveal() != canary {
		t.Error("Reveal does not give the text")
	}
}

func noSecretIn(t *testing.T, out, secret string) {
	t.Helper()
	lower := strings.ToLower(out)
	if strings.Contains(out, secret) || strings.Contains(lower, hex.EncodeToString([]byte(secret))) {
		t.Error("a secret was printed")
	}
}

// A reader of chance that repeats one byte, so that the keys made from it can be looked for.
type constant byte

func (c constant) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(c)
	}
	return len(p), nil
}

func TestKeysPrintAsStars(t *testing.T) {
	root := seal.NewRootKey(constant('K'))
	ring, _, err := seal.NewKeyring(root, constant('K'))
	if err != nil {
		t.Fatal(err)
	}
	type holder struct {
		root seal.RootKey
		ring *seal.Keyring
	}
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%d"} {
		fmt.Fprintf(&out, verb+verb+verb, root, ring, holder{root, ring})
	}
	slog.New(slog.NewJSONHandler(&out, nil)).Info("msg", "root", root, "ring", ring)
	slog.New(slog.NewTextHandler(&out, nil)).Info("msg", "root", root, "ring", ring)
	if err := json.NewEncoder(&out).Encode([]any{root, ring}); err != nil {
		t.Fatal(err)
	}
	noSecretIn(t, out.String(), "KKKKKKKK")
	noSecretIn(t, out.String(), strings.Repeat("75 ", 8))
}

func TestSecretsCompareByTheirText(t *testing.T) {
	a, b := seal.NewSecret("correct horse"), seal.NewSecret("correct horse")
	if !a.Equal(b) || a.Equal(seal.NewSecret("battery")) || a.Equal(seal.Secret{}) {
		t.Error("Equal does not compare the texts")
	}
	if !(seal.Secret{}).IsZero() || a.IsZero() || seal.NewRootKey(rand.Reader).IsZero() {
		t.Error("IsZero is wrong")
	}
}
