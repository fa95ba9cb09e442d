package console_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
)

const ownKeys = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:EnableMFADevice","Resource":"arn:aws:iam::*:user/${aws:username}"}}`

// script sends what a page's script does.
func (b *browser) script(path string, body any, headers ...string) answer {
	b.t.Helper()
	text, err := json.Marshal(body)
	must(b.t, err)
	headers = append([]string{"Content-Type", "application/json", "X-Console-Request", "1", "Sec-Fetch-Site", "same-origin"}, headers...)
	return b.do(b.request(http.MethodPost, path, string(text), headers...))
}

// registerKey registers a key for whoever is signed in.
func (b *browser) registerKey(k *passkeytest.Key) {
	b.t.Helper()
	begun := b.script("/console/passkey/begin", map[string]any{})
	if begun.status != http.StatusOK {
		b.t.Fatalf("begin answers %d %s", begun.status, begun.body)
	}
	done := b.script("/console/passkey/finish", map[string]any{"deviceName": "blue", "response": json.RawMessage(k.Create(b.base, []byte(begun.body)))})
	if done.status != http.StatusOK || !strings.Contains(done.body, `"serialNumber":"arn:aws:iam::`+account+`:u2f/user/ann/blue-`) {
		b.t.Fatalf("finish answers %d %s", done.status, done.body)
	}
}

func TestASecurityKeyIsRegisteredAndSignsIn(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", ownKeys)
	b, k := newBrowser(t, s), passkeytest.New(passkeytest.ES256)
	b.mustSignIn("ann")
	b.registerKey(k)

	b = newBrowser(t, s)
	if led := b.signIn("ann", password); led.location() != "/signin/-/mfa" || b.in() {
		t.Fatalf("the password led to %d %s", led.status, led.location())
	}
	page := b.get("/signin/-/mfa")
	for _, want := range []string{`<script src="/static/passkey.js" defer></script>`, `data-ask="/signin/-/passkey/ask"`, "Use security key", "<noscript>"} {
		if !strings.Contains(page.body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if script := b.get("/static/passkey.js"); script.status != http.StatusOK || !strings.HasPrefix(script.header.Get("Content-Type"), "text/javascript") {
		t.Errorf("the script is %d %s", script.status, script.header.Get("Content-Type"))
	}
	wrong := b.post("/signin/-/passkey", "method", "passkey", "response", "{}")
	if wrong.status != http.StatusForbidden || wrong.message() != "Your authentication information is incorrect. Please try again." || !strings.Contains(wrong.body, "passkey.js") {
		t.Errorf("a wrong answer led to %d %q", wrong.status, wrong.message())
	}
	asked := b.script("/signin/-/passkey/ask", struct{}{})
	if asked.status != http.StatusOK {
		t.Fatalf("ask answers %d %s", asked.status, asked.body)
	}
	in := b.post("/signin/-/passkey", "method", "passkey", "response", string(k.Get(b.base, []byte(asked.body))))
	if in.status != http.StatusSeeOther || !b.in() {
		t.Errorf("the key led to %d %s", in.status, in.message())
	}
	if seen := b.get("/console/session"); !strings.Contains(seen.body, `"mfa":true`) {
		t.Errorf("the session is %s", seen.body)
	}
}

func TestSecurityKeysAreAskedForByTheConsolesOwnPagesOnly(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", ownKeys)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	for _, path := range []string{"/console/passkey/begin", "/console/passkey/finish", "/signin/-/passkey/ask"} {
		for name, headers := range map[string][]string{
			"another site":  {"Sec-Fetch-Site", "cross-site"},
			"another port":  {"Sec-Fetch-Site", "same-site"},
			"no header":     {"X-Console-Request", ""},
			"a signature":   {"Authorization", "AWS4-HMAC-SHA256"},
			"a plain body":  {"Content-Type", "text/plain"},
			"a foreign one": {"Origin", "http://evil.example", "Sec-Fetch-Site", ""},
		} {
			if got := b.script(path, struct{}{}, headers...); got.status != http.StatusForbidden && got.status != http.StatusBadRequest {
				t.Errorf("%s from %s answers %d %s", path, name, got.status, got.body)
			}
		}
	}
	if got := newBrowser(t, s).script("/console/passkey/begin", struct{}{}); got.status != http.StatusForbidden || !strings.Contains(got.body, `"code":"ExpiredToken"`) {
		t.Errorf("without a session begin answers %d %s", got.status, got.body)
	}
	if got := b.script("/console/passkey/begin", map[string]any{"userName": "administrator"}); got.status != http.StatusForbidden || !strings.Contains(got.body, `"code":"AccessDenied"`) {
		t.Errorf("for another begin answers %d %s", got.status, got.body)
	}
	if got := b.script("/console/passkey/begin", strings.Repeat("x", 129<<10)); got.status != http.StatusBadRequest {
		t.Errorf("a large request answers %d", got.status)
	}
}
