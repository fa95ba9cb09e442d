package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/factor/idtoken/idtokentest"
)

func TestMistakesInKeysOfIssuersAreToldAllAtOnce(t *testing.T) {
	good := filepath.Join(t.TempDir(), "keys.json")
	if err := os.WriteFile(good, idtokentest.New(t).KeySet(), 0o600); err != nil {
		t.Fatal(err)
	}
	_, errs, err := cardea(t, "", "serve", "--ephemeral", "--listen", "127.0.0.1:0", "--oidc-keys", good, "--oidc-keys", "http://a="+good, "--oidc-keys", "https://="+good,
		"--oidc-keys", "https://b=nowhere.json", "--oidc-keys", "https://c="+os.DevNull, "--oidc-keys", "https://d="+good, "--oidc-keys", "https://d="+good)
	if err == nil {
		t.Fatal("the server started")
	}
	for _, want := range []string{
		"--oidc-keys " + good + ": give https://ISSUER=FILE", "--oidc-keys http://a=", "--oidc-keys https://=", "--oidc-keys of https://b: open nowhere.json",
		"--oidc-keys of https://c: no JSON Web Key Set", "the keys of https://d twice",
	} {
		if !strings.Contains(errs, want) {
			t.Errorf("%q is not among the mistakes:\n%s", want, errs)
		}
	}
	serve(t, "--ephemeral", "--oidc-keys", "https://d/realms/x="+good)
}
