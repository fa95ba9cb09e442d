package console_test

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"html"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/credentials/logincreds"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	signinapi "github.com/aws/aws-sdk-go-v2/service/signin"
	"github.com/aws/aws-sdk-go-v2/service/sts"

	"github.com/cardea-iam/cardea/factor/dpop/dpoptest"
	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
	"github.com/cardea-iam/cardea/server"
)

const (
	sameDevice  = "arn:aws:signin:::devtools/same-device"
	crossDevice = "arn:aws:signin:::devtools/cross-device"
	callback    = "http://127.0.0.1:8912/oauth/callback"
)

// program is a program that signs in as `aws login` does.
type program struct {
	t        *testing.T
	site     *site
	key      *dpoptest.Key
	client   string
	redirect string
	state    string
	verifier string
}

func newProgram(t *testing.T, s *site) *program {
	return &program{t: t, site: s, key: dpoptest.NewKey(t), client: sameDevice, redirect: callback, state: rand.Text(), verifier: rand.Text() + rand.Text()}
}

// ask is what the program asks for; changes are names and values in turn, and an empty value leaves a name out.
func (p *program) ask(changes ...string) []string {
	digest := sha256.Sum256([]byte(p.verifier))
	fields := url.Values{
		"response_type": {"code"}, "client_id": {p.client}, "state": {p.state}, "code_challenge_method": {"SHA-256"}, "scope": {"openid"},
		"redirect_uri": {p.redirect}, "code_challenge": {base64.RawURLEncoding.EncodeToString(digest[:])},
	}
	for i := 0; i+1 < len(changes); i += 2 {
		fields.Set(changes[i], changes[i+1])
		if changes[i+1] == "" {
			fields.Del(changes[i])
		}
	}
	var pairs []string
	for name := range fields {
		pairs = append(pairs, name, fields.Get(name))
	}
	return pairs
}

func (p *program) address(changes ...string) string {
	return "/v1/authorize?" + form(p.ask(changes...)...)
}

var (
	consentAs  = regexp.MustCompile(`name="as" value="([^"]*)"`)
	refreshURL = regexp.MustCompile(`<meta http-equiv="refresh" content="0; url=([^"]*)">`)
	shownCode  = regexp.MustCompile(`readonly[^>]*>([^<]*)</textarea>`)
)

// choose opens the program's address and answers the question on it.
func (p *program) choose(b *browser, choice string) answer {
	p.t.Helper()
	page := b.get(p.address())
	as := consentAs.FindStringSubmatch(page.body)
	if page.status != http.StatusOK || as == nil {
		p.t.Fatalf("no question: %d %s %s", page.status, page.location(), page.body)
	}
	return b.post("/v1/authorize", append(p.ask(), "choice", choice, "as", html.UnescapeString(as[1]))...)
}

// allowed is the code that the browser brings back.
func (p *program) allowed(b *browser) string {
	p.t.Helper()
	a := p.choose(b, "allow")
	found := refreshURL.FindStringSubmatch(a.body)
	if a.status != http.StatusOK || found == nil {
		p.t.Fatalf("nothing leads back: %d %q %s", a.status, a.message(), a.body)
	}
	back, err := url.Parse(html.UnescapeString(found[1]))
	must(p.t, err)
	if !strings.HasPrefix(back.String(), callback+"?") || back.Query().Get("state") != p.state {
		p.t.Fatalf("back to %s", back)
	}
	return back.Query().Get("code")
}

// tokens are what the program gets, or why not.
type tokens struct {
	status                int
	kind                  string // of error
	Error                 string
	Message               string
	AccessToken           struct{ AccessKeyID, SecretAccessKey, SessionToken string }
	TokenType             string
	ExpiresIn             int
	RefreshToken, IDToken string
}

func (k tokens) keys() aws.Credentials {
	return aws.Credentials{AccessKeyID: k.AccessToken.AccessKeyID, SecretAccessKey: k.AccessToken.SecretAccessKey, SessionToken: k.AccessToken.SessionToken}
}

func (p *program) proof() string {
	return p.key.Proof(http.MethodPost, p.site.ConsoleURL+"/v1/token", p.site.clock.Now())
}

// post asks for tokens with a proof.
func (p *program) post(proof string, body map[string]string) (got tokens) {
	p.t.Helper()
	text, err := json.Marshal(body)
	must(p.t, err)
	b := newBrowser(p.t, p.site)
	r := b.request(http.MethodPost, "/v1/token", string(text), "Content-Type", "application/json")
	if proof != "" {
		r.Header.Set("DPoP", proof)
	}
	a := b.do(r)
	if err := json.Unmarshal([]byte(a.body), &got); err != nil {
		p.t.Fatalf("%d %s", a.status, a.body)
	}
	got.status, got.kind = a.status, a.header.Get("X-Amzn-Errortype")
	return got
}

func (p *program) codeBody(code string) map[string]string {
	return map[string]string{"clientId": p.client, "grantType": "authorization_code", "code": code, "codeVerifier": p.verifier, "redirectUri": p.redirect}
}

func (p *program) exchange(code string) tokens { return p.post(p.proof(), p.codeBody(code)) }

func (p *program) refresh(token string) tokens {
	return p.post(p.proof(), map[string]string{"clientId": p.client, "grantType": "refresh_token", "refreshToken": token})
}

// signedIn is a program that ann, who is signed in with a browser, has let in.
func (p *program) signedIn(b *browser) tokens {
	p.t.Helper()
	got := p.exchange(p.allowed(b))
	if got.status != http.StatusOK {
		p.t.Fatalf("no tokens: %d %s %s", got.status, got.Error, got.Message)
	}
	return got
}

func (s *site) iam(keys aws.Credentials) *iam.Client {
	return iam.NewFromConfig(s.Config(keys), func(o *iam.Options) { o.HTTPSignerV4 = signer{v4.NewSigner(), s.clock} })
}

// lists tries to list the users: "" or the error.
func (s *site) lists(t *testing.T, keys aws.Credentials) string {
	t.Helper()
	if _, err := s.iam(keys).ListUsers(t.Context(), &iam.ListUsersInput{}); err != nil {
		return err.Error()
	}
	return ""
}

func TestAProgramActsAsThePersonWhoLetItIn(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", withMFA)
	d := enable(t, s, c, "ann")
	c.Advance(30 * time.Second)
	b, p := newBrowser(t, s), newProgram(t, s)
	if a := b.get(p.address()); a.status != http.StatusSeeOther || !strings.HasPrefix(a.location(), "/signin?return=%2Fv1%2Fauthorize%3F") {
		t.Fatalf("nobody is signed in: %d %s", a.status, a.location())
	}
	back, err := url.Parse(b.get(p.address()).location())
	must(t, err)
	b.post("/signin", "account", "acme", "username", "ann", "password", password, "return", back.Query().Get("return"))
	if a := b.post(mfaPage, "device", d.serial, "code", d.code(0)); a.location() != back.Query().Get("return") {
		t.Fatalf("after signing in: %d %s", a.status, a.location())
	}
	signedInAt := c.Now()
	c.Advance(10 * time.Minute)
	page := b.get(p.address())
	for _, told := range []string{"arn:aws:iam::123456789012:user/ann", account, "acme", "<dd>Yes</dd>", signedInAt.Add(12 * time.Hour).Format("2 January 2006, 15:04 MST")} {
		if !strings.Contains(page.body, told) {
			t.Errorf("the question does not say %s:\n%s", told, page.body)
		}
	}
	got := p.signedIn(b)
	if got.TokenType != "aws_sigv4" || got.ExpiresIn != 900 || !strings.HasPrefix(got.AccessToken.AccessKeyID, "ASIA") {
		t.Errorf("%+v", got)
	}
	parts := strings.Split(got.IDToken, ".")
	claims, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil || len(parts) != 3 || !strings.Contains(string(claims), `"sub":"arn:aws:iam::123456789012:user/ann"`) {
		t.Errorf("the ID token says %s", claims)
	}
	who, err := s.sts(got.keys()).GetCallerIdentity(t.Context(), &sts.GetCallerIdentityInput{})
	if err != nil || *who.Arn != "arn:aws:iam::123456789012:user/ann" {
		t.Errorf("%v %v", who, err)
	}
	if refused := s.lists(t, got.keys()); refused != "" {
		t.Errorf("the MFA of the sign-in does not count: %s", refused)
	}
	assume(t, s, got.keys(), role(t, s, "reader"), "") // or it fails
	for what, call := range map[string]func(*sts.Client) error{
		"GetSessionToken": func(c *sts.Client) error {
			_, err := c.GetSessionToken(t.Context(), &sts.GetSessionTokenInput{})
			return err
		},
		"GetFederationToken": func(c *sts.Client) error {
			_, err := c.GetFederationToken(t.Context(), &sts.GetFederationTokenInput{Name: aws.String("xx")})
			return err
		},
	} {
		if err := call(s.sts(got.keys())); err == nil || !strings.Contains(err.Error(), "Cannot call "+what) {
			t.Errorf("%s would outlive the sign-in: %v", what, err)
		}
	}
	c.Advance(15 * time.Minute)
	if refused := s.lists(t, got.keys()); !strings.Contains(refused, "ExpiredToken") {
		t.Errorf("after a quarter of an hour: %s", refused)
	}
	again := p.refresh(got.RefreshToken)
	if again.status != http.StatusOK || again.RefreshToken != got.RefreshToken || again.IDToken != "" || s.lists(t, again.keys()) != "" {
		t.Errorf("refreshed: %+v", again)
	}
	c.Advance(signedInAt.Add(12*time.Hour - 5*time.Minute).Sub(c.Now()))
	last := p.refresh(got.RefreshToken)
	if last.ExpiresIn != 300 || s.lists(t, last.keys()) != "" {
		t.Errorf("five minutes before the end of the sign-in: %+v", last)
	}
	c.Advance(5 * time.Minute)
	if end := p.refresh(got.RefreshToken); end.status != http.StatusUnauthorized || end.Error != "TOKEN_EXPIRED" || end.kind != "AccessDeniedException" {
		t.Errorf("after twelve hours: %+v", end)
	}
}

func TestAProgramWithoutMFAOfTheSignInHasNone(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", `{"Version":"2012-10-17","Statement":[
		{"Effect":"Allow","Action":"*","Resource":"*"},
		{"Effect":"Deny","Action":"iam:ListUsers","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}}]}`)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	got := newProgram(t, s).signedIn(b)
	if refused := s.lists(t, got.keys()); !strings.Contains(refused, "explicit deny") {
		t.Errorf("aws:MultiFactorAuthPresent is not false: %s", refused)
	}
	if _, err := s.iam(got.keys()).ListGroups(t.Context(), &iam.ListGroupsInput{}); err != nil {
		t.Errorf("IAM without MFA, as in the console: %v", err)
	}
}

// GetSessionToken takes no security key: this is how its holder gets credentials with MFA.
func TestASecurityKeyGivesAProgramMFA(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", ownKeys)
	_, err := s.admin().PutUserPolicy(t.Context(), &iam.PutUserPolicyInput{UserName: aws.String("ann"), PolicyName: aws.String("mfa"), PolicyDocument: aws.String(withMFA)})
	must(t, err)
	b, k := newBrowser(t, s), passkeytest.New(passkeytest.ES256)
	b.mustSignIn("ann")
	b.registerKey(k)
	b = newBrowser(t, s)
	b.signIn("ann", password)
	asked := b.script("/signin/-/passkey/ask", struct{}{})
	b.post("/signin/-/passkey", "method", "passkey", "response", string(k.Get(b.base, []byte(asked.body))))
	if refused := s.lists(t, newProgram(t, s).signedIn(b).keys()); refused != "" {
		t.Error(refused)
	}
}

func TestAProgramGetsNothingWithoutConsent(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	person(t, s, "bob", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	a := p.choose(b, "deny")
	if found := refreshURL.FindStringSubmatch(a.body); found == nil || !strings.Contains(found[1], "error=access_denied") || strings.Contains(found[1], "code=") {
		t.Errorf("denied: %d %s", a.status, a.body)
	}
	for what, headers := range map[string][]string{
		"a page of another site":  {"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"},
		"a page of another port":  {"Sec-Fetch-Site", "same-site", "Origin", "http://localhost:1"},
		"an old browser's origin": {"Origin", "null"},
	} {
		r := b.request(http.MethodPost, "/v1/authorize", form(append(p.ask(), "choice", "allow", "as", "arn:aws:iam::123456789012:user/ann")...), headers...)
		if a := b.do(r); a.status != http.StatusForbidden || strings.Contains(a.body, "code") {
			t.Errorf("%s: %d %s", what, a.status, a.body)
		}
	}
	for what, fields := range map[string][]string{"no choice": nil, "no name": {"choice", "allow"}, "another's name": {"choice", "allow", "as", "arn:aws:iam::123456789012:user/bob"}} {
		if a := b.post("/v1/authorize", append(p.ask(), fields...)...); a.status != http.StatusConflict || !strings.Contains(a.body, "Allow</button>") {
			t.Errorf("%s: %d %s", what, a.status, a.body)
		}
	}
	b.post("/signout")
	if a := b.post("/v1/authorize", append(p.ask(), "choice", "allow", "as", "arn:aws:iam::123456789012:user/ann")...); a.status != http.StatusSeeOther || !strings.HasPrefix(a.location(), "/signin?return=%2Fv1%2Fauthorize") {
		t.Errorf("signed out: %d %s", a.status, a.location())
	}
}

func TestWhatAProgramMayNotAskForLeadsNowhere(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	confirmation := s.ConsoleURL + "/v1/sessions/confirmation"
	for _, change := range [][]string{
		{"response_type", "token"},
		{"response_type", ""},
		{"client_id", "arn:aws:signin:::devtools/other"},
		{"client_id", ""},
		{"state", ""},
		{"state", "a b"},
		{"state", strings.Repeat("x", 513)},
		{"scope", "admin"},
		{"code_challenge_method", "plain"},
		{"code_challenge_method", ""},
		{"code_challenge", ""},
		{"code_challenge", strings.Repeat("A", 42)},
		{"code_challenge", strings.Repeat("B", 43)},
		{"redirect_uri", ""},
		{"redirect_uri", "https://evil.example/"},
		{"redirect_uri", "http://evil.example:80/"},
		{"redirect_uri", "http://127.0.0.1/oauth/callback"},
		{"redirect_uri", "http://127.0.0.1:8912@evil.example/"},
		{"redirect_uri", "http://localhost:8912/"},
		{"redirect_uri", "http://127.0.0.1.evil.example:80/"},
		{"redirect_uri", "https://127.0.0.1:8912/"},
		{"redirect_uri", "http://127.0.0.1:8912/#x"},
		{"redirect_uri", "http://127.0.0.1:8912/?x=1"},
		{"redirect_uri", "javascript:alert(1)"},
		{"redirect_uri", "http://127.0.0.1:0/"},
		{"redirect_uri", "http://127.0.0.1:8912/\"><script>"},
		{"redirect_uri", confirmation},
		{"client_id", crossDevice},
		{"client_id", crossDevice, "redirect_uri", "https://evil.example/v1/sessions/confirmation"},
	} {
		for _, a := range []answer{b.get(p.address(change...)), b.post("/v1/authorize", append(p.ask(change...), "choice", "allow", "as", "arn:aws:iam::123456789012:user/ann")...)} {
			if a.status != http.StatusBadRequest || strings.Contains(a.body, "refresh") || a.location() != "" || strings.Contains(a.body, "evil") {
				t.Errorf("%q: %d %s", change, a.status, a.body)
			}
		}
	}
	if a := b.get(p.address() + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F"); a.status != http.StatusBadRequest {
		t.Errorf("a parameter twice: %d", a.status)
	}
	for _, fine := range [][]string{{"redirect_uri", "http://[::1]:8912/x"}, {"code_challenge_method", "S256"}, {"client_id", crossDevice, "redirect_uri", confirmation}} {
		if a := b.get(p.address(fine...)); a.status != http.StatusOK {
			t.Errorf("%q: %d %s", fine, a.status, a.message())
		}
	}
}

func TestACodeWorksOnceForTheProgramThatAskedForIt(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	for what, change := range map[string]func(map[string]string){
		"another verifier":     func(m map[string]string) { m["codeVerifier"] = strings.Repeat("x", 43) },
		"another redirect_uri": func(m map[string]string) { m["redirectUri"] = "http://127.0.0.1:8913/oauth/callback" },
		"no redirect_uri":      func(m map[string]string) { delete(m, "redirectUri") },
		"another client":       func(m map[string]string) { m["clientId"] = crossDevice },
	} {
		p := newProgram(t, s)
		code := p.allowed(b)
		body := p.codeBody(code)
		change(body)
		if got := p.post(p.proof(), body); got.status != http.StatusBadRequest || got.Error != "INVALID_REQUEST" || got.kind != "ValidationException" {
			t.Errorf("%s: %+v", what, got)
		}
		if got := p.exchange(code); got.status != http.StatusUnauthorized || got.Error != "AUTHCODE_EXPIRED" {
			t.Errorf("after %s the code still works: %+v", what, got)
		}
	}
	p := newProgram(t, s)
	code := p.allowed(b)
	c.Advance(5 * time.Minute)
	if got := p.exchange(code); got.Error != "AUTHCODE_EXPIRED" || got.kind != "AccessDeniedException" {
		t.Errorf("after five minutes: %+v", got)
	}
	code = p.allowed(b)
	first := p.exchange(code)
	if second := p.exchange(code); first.status != http.StatusOK || second.Error != "AUTHCODE_EXPIRED" {
		t.Errorf("twice: %+v %+v", first, second)
	}
	if got := p.refresh(first.RefreshToken); got.Error != "TOKEN_EXPIRED" || !strings.Contains(s.lists(t, first.keys()), "ExpiredToken") {
		t.Errorf("the code came twice, and what was got for it lives on: %+v", got)
	}
	code = p.allowed(b)
	var passed atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if p.exchange(code).status == http.StatusOK {
				passed.Add(1)
			}
		})
	}
	if all.Wait(); passed.Load() != 1 {
		t.Errorf("%d of 8 at once passed", passed.Load())
	}
}

func TestARefreshTokenIsOfNoUseWithoutItsKey(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	got := p.signedIn(b)
	body := map[string]string{"clientId": p.client, "grantType": "refresh_token", "refreshToken": got.RefreshToken}
	used := p.proof()
	if again := p.post(used, body); again.status != http.StatusOK {
		t.Fatalf("%+v", again)
	}
	thief := newProgram(t, s)
	for what, proof := range map[string]string{
		"a proof again":        used,
		"another key":          thief.proof(),
		"no proof":             "",
		"no token at all":      "x",
		"another address":      p.key.Proof(http.MethodPost, "http://evil.example/v1/token", c.Now()),
		"another method":       p.key.Proof(http.MethodGet, s.ConsoleURL+"/v1/token", c.Now()),
		"ten minutes old":      p.key.Proof(http.MethodPost, s.ConsoleURL+"/v1/token", c.Now().Add(-10*time.Minute)),
		"ten minutes ahead":    p.key.Proof(http.MethodPost, s.ConsoleURL+"/v1/token", c.Now().Add(10*time.Minute)),
		"an algorithm of none": p.key.Sign(map[string]any{"typ": "dpop+jwt", "alg": "none"}, map[string]any{}),
	} {
		if got := p.post(proof, body); got.status != http.StatusBadRequest || got.Error != "INVALID_REQUEST" || got.kind != "ValidationException" || got.AccessToken.AccessKeyID != "" {
			t.Errorf("%s: %+v", what, got)
		}
	}
	body["clientId"] = crossDevice
	if got := p.post(p.proof(), body); got.Error != "INVALID_REQUEST" {
		t.Errorf("another client: %+v", got)
	}
	for what, refused := range map[string]map[string]string{
		"no grant":      {"clientId": p.client},
		"another grant": {"clientId": p.client, "grantType": "password"},
		"no client":     {"grantType": "refresh_token", "refreshToken": got.RefreshToken},
	} {
		if got := p.post(p.proof(), refused); got.status != http.StatusBadRequest || got.Error != "INVALID_REQUEST" {
			t.Errorf("%s: %+v", what, got)
		}
	}
	if got := p.refresh("nobody's"); got.status != http.StatusUnauthorized || got.Error != "TOKEN_EXPIRED" {
		t.Errorf("a token of nobody's: %+v", got)
	}
	busy := tokens{}
	for range 80 {
		if busy = p.refresh(got.RefreshToken); busy.status != http.StatusOK {
			break
		}
	}
	if busy.status != http.StatusTooManyRequests || busy.kind != "TooManyRequestsError" || busy.Error != "INVALID_REQUEST" {
		t.Errorf("eighty at once: %+v", busy)
	}
	c.Advance(6 * time.Minute)
	if got := p.refresh(got.RefreshToken); got.status != http.StatusOK {
		t.Errorf("later: %+v", got)
	}
}

func TestAProgramIsOutWhenItsPersonIs(t *testing.T) {
	s, c := start(t)
	client := s.admin()
	for what, end := range map[string]struct {
		take func(name string, d device, b *browser) error
		want string
	}{
		"a new password": {func(name string, _ device, _ *browser) error {
			_, err := client.UpdateLoginProfile(t.Context(), &iam.UpdateLoginProfileInput{UserName: &name, Password: aws.String("Another-Horse-8")})
			return err
		}, "USER_CREDENTIALS_CHANGED"},
		"a new password of their own": {func(_ string, _ device, b *browser) error {
			b.api("iam", "Action", "ChangePassword", "Version", "2010-05-08", "OldPassword", password, "NewPassword", "Another-Horse-8")
			return nil
		}, "USER_CREDENTIALS_CHANGED"},
		"no password": {func(name string, _ device, _ *browser) error {
			_, err := client.DeleteLoginProfile(t.Context(), &iam.DeleteLoginProfileInput{UserName: &name})
			return err
		}, "USER_CREDENTIALS_CHANGED"},
		"no device": {func(name string, d device, _ *browser) error {
			_, err := client.DeactivateMFADevice(t.Context(), &iam.DeactivateMFADeviceInput{UserName: &name, SerialNumber: &d.serial})
			return err
		}, "TOKEN_EXPIRED"},
		"signed out everywhere": {func(_ string, _ device, b *browser) error {
			b.post("/signout", "everywhere", "yes")
			return nil
		}, "TOKEN_EXPIRED"},
		"ended on the page of sessions": {func(_ string, _ device, b *browser) error {
			page := b.get("/sessions").body
			_, logins, _ := strings.Cut(page, "<h2>Command line</h2>")
			b.post("/sessions", "session", regexp.MustCompile(`name="session" value="([^"]+)"`).FindStringSubmatch(logins)[1])
			return nil
		}, "TOKEN_EXPIRED"},
	} {
		name := strings.ReplaceAll(what, " ", "")
		person(t, s, name, everything)
		d := enable(t, s, c, name)
		c.Advance(30 * time.Second)
		b, p := newBrowser(t, s), newProgram(t, s)
		b.signIn(name, password)
		b.post(mfaPage, "device", d.serial, "code", d.code(0))
		got := p.signedIn(b)
		waiting := newProgram(t, s)
		code := waiting.allowed(b)
		if refused := s.lists(t, got.keys()); refused != "" {
			t.Fatalf("%s: %s", what, refused)
		}
		must(t, end.take(name, d, b))
		if refused := s.lists(t, got.keys()); !strings.Contains(refused, "ExpiredToken") {
			t.Errorf("%s, and the credentials live on: %s", what, refused)
		}
		if got := p.refresh(got.RefreshToken); got.Error != end.want || got.kind != "AccessDeniedException" {
			t.Errorf("%s: %+v", what, got)
		}
		if got := waiting.exchange(code); (got.status == http.StatusOK) != strings.HasPrefix(what, "ended") {
			t.Errorf("%s, and a code from before: %+v", what, got)
		}
	}
	person(t, s, "ann", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	got := p.signedIn(b)
	b.post("/signout")
	if again := p.refresh(got.RefreshToken); again.status != http.StatusOK {
		t.Errorf("signed out of one browser: %+v", again)
	}
}

func TestPoliciesDecideWhetherAProgramIsLetIn(t *testing.T) {
	s, _ := start(t)
	allow := func(action, resource string) string {
		return `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"` + action + `","Resource":"` + resource + `"}}`
	}
	here := "arn:aws:signin:us-east-1:123456789012:oauth2/public-client/localhost"
	person(t, s, "nobody")
	person(t, s, "half", allow("signin:AuthorizeOAuth2Access", here))
	person(t, s, "local", allow("signin:*", here))
	person(t, s, "managed")
	_, err := s.admin().AttachUserPolicy(t.Context(), &iam.AttachUserPolicyInput{UserName: aws.String("managed"), PolicyArn: aws.String("arn:aws:iam::aws:policy/SignInLocalDevelopmentAccess")})
	must(t, err)
	in := func(name string) *browser {
		b := newBrowser(t, s)
		b.mustSignIn(name)
		return b
	}
	if a := newProgram(t, s).choose(in("nobody"), "allow"); a.status != http.StatusForbidden || !strings.Contains(a.message(), "not authorized to perform: signin:AuthorizeOAuth2Access on resource: "+here) {
		t.Errorf("nothing allowed: %d %q", a.status, a.message())
	}
	p := newProgram(t, s)
	b := in("half")
	if got := p.exchange(p.allowed(b)); got.status != http.StatusForbidden || got.Error != "INSUFFICIENT_PERMISSIONS" || got.kind != "AccessDeniedException" {
		t.Errorf("no tokens allowed: %+v", got)
	}
	if page := b.get("/sessions"); strings.Contains(page.body, "Command line") {
		t.Error("a program that got nothing is listed")
	}
	local := newProgram(t, s)
	b = in("local")
	got := local.signedIn(b)
	local.client, local.redirect = crossDevice, s.ConsoleURL+"/v1/sessions/confirmation"
	if a := local.choose(b, "allow"); a.status != http.StatusForbidden || !strings.Contains(a.message(), "public-client/remote") {
		t.Errorf("another device, which the policy leaves out: %d %q", a.status, a.message())
	}
	_, err = s.admin().DeleteUserPolicy(t.Context(), &iam.DeleteUserPolicyInput{UserName: aws.String("local"), PolicyName: aws.String("own")})
	must(t, err)
	local.client = sameDevice
	if again := local.refresh(got.RefreshToken); again.Error != "INSUFFICIENT_PERMISSIONS" {
		t.Errorf("a right that was taken away: %+v", again)
	}
	newProgram(t, s).signedIn(in("managed"))
}

func TestOnAnotherDeviceTheCodeIsShownToBeCopied(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	p.client, p.redirect = crossDevice, s.ConsoleURL+"/v1/sessions/confirmation"
	if page := b.get(p.address()); !strings.Contains(page.body, "on another device") || !strings.Contains(page.body, "give it to nobody") {
		t.Errorf("the question does not warn:\n%s", page.body)
	}
	a := p.choose(b, "allow")
	shown := shownCode.FindStringSubmatch(a.body)
	if shown == nil || refreshURL.MatchString(a.body) {
		t.Fatalf("%d %s", a.status, a.body)
	}
	text, err := base64.StdEncoding.DecodeString(html.UnescapeString(shown[1]))
	must(t, err)
	fields, err := url.ParseQuery(string(text)) // as the AWS CLI reads it
	must(t, err)
	if fields.Get("state") != p.state {
		t.Errorf("the text is %s", text)
	}
	if got := p.exchange(fields.Get("code")); got.status != http.StatusOK || s.lists(t, got.keys()) != "" {
		t.Errorf("%+v", got)
	}
	if a := p.choose(b, "deny"); shownCode.MatchString(a.body) || refreshURL.MatchString(a.body) {
		t.Errorf("denied: %s", a.body)
	}
}

func TestAProgramIsWhatItsSessionIs(t *testing.T) {
	s, c := start(t)
	person(t, s, "ann", everything)
	arn := role(t, s, "reader")
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	b.post("/switchrole", "account", "acme", "roleName", "reader")
	who := func(keys aws.Credentials) string {
		out, err := s.sts(keys).GetCallerIdentity(t.Context(), &sts.GetCallerIdentityInput{})
		if err != nil {
			return err.Error()
		}
		return *out.Arn
	}
	grant := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"signin:*","Resource":"*"}}`
	_, err := s.admin().PutRolePolicy(t.Context(), &iam.PutRolePolicyInput{RoleName: aws.String("reader"), PolicyName: aws.String("signin"), PolicyDocument: &grant})
	must(t, err)
	switched := newProgram(t, s)
	got := switched.signedIn(b)
	if name := who(got.keys()); name != "arn:aws:sts::123456789012:assumed-role/reader/ann" {
		t.Errorf("of a switched role: %s", name)
	}
	only := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["signin:*","iam:ListUsers"],"Resource":"*"}}`
	fed := newBrowser(t, s)
	fed.get(link(tokenIn(t, exchange(t, s, assume(t, s, s.Administrator(), arn, only), "SessionDuration", "3600")), "/console/"))
	federated := newProgram(t, s)
	limited := federated.signedIn(fed)
	if name := who(limited.keys()); name != "arn:aws:sts::123456789012:assumed-role/reader/broker" || s.lists(t, limited.keys()) != "" {
		t.Errorf("of a federated session: %s", name)
	}
	if _, err := s.iam(limited.keys()).ListGroups(t.Context(), &iam.ListGroupsInput{}); err == nil || !strings.Contains(err.Error(), "session policy") {
		t.Errorf("the session policy is lost: %v", err)
	}
	chained := newBrowser(t, s)
	chained.get(link(tokenIn(t, exchange(t, s, got.keys())), "/console/"))
	if a := newProgram(t, s).choose(chained, "allow"); a.status != http.StatusForbidden || !strings.Contains(a.message(), "Sign in first") {
		t.Errorf("a session that a program has opened lets another in: %d %q", a.status, a.message())
	}
	b.post("/signout", "everywhere", "yes")
	if chained.in() || !strings.Contains(who(got.keys()), "ExpiredToken") {
		t.Error("what the program has opened lives on after its person has signed out everywhere")
	}
	c.Advance(time.Hour)
	if end := federated.refresh(limited.RefreshToken); end.Error != "TOKEN_EXPIRED" {
		t.Errorf("past the federated session: %+v", end)
	}
	root := newBrowser(t, s)
	if a := root.post("/signin/-/root", "email", s.Facts.Root.Email, "password", s.Facts.Root.Password); a.location() != "/console/" {
		t.Fatalf("%d %q", a.status, a.message())
	}
	if name := who(newProgram(t, s).signedIn(root).keys()); name != "arn:aws:iam::123456789012:root" {
		t.Errorf("of root: %s", name)
	}
}

// AWS's own client keeps its tokens in a file, and makes its proofs itself.
func TestAWSsClientRefreshesItsCredentials(t *testing.T) {
	c := &clock{now: time.Now()} // the client's
	s := startWith(t, c, server.Options{})
	person(t, s, "ann", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	got := p.signedIn(b)
	file := filepath.Join(t.TempDir(), "token.json")
	text, err := json.Marshal(map[string]any{
		"accessToken": map[string]any{
			"accessKeyId": "ASIAOLD", "secretAccessKey": "old", "sessionToken": "old", "accountId": account, "expiresAt": c.Now().Add(-time.Hour).UTC().Format(time.RFC3339),
		},
		"tokenType": "aws_sigv4", "clientId": p.client, "refreshToken": got.RefreshToken, "idToken": got.IDToken, "dpopKey": p.key.PEM(),
	})
	must(t, err)
	must(t, os.WriteFile(file, text, 0o600))
	client := signinapi.New(signinapi.Options{Region: "us-east-1", BaseEndpoint: &s.ConsoleURL})
	keys, err := logincreds.New(client, file).Retrieve(t.Context())
	must(t, err)
	if left := time.Until(keys.Expires); left < 10*time.Minute || left > 15*time.Minute || keys.AccountID != account {
		t.Errorf("%v left, account %s", left, keys.AccountID)
	}
	if refused := s.lists(t, keys); refused != "" {
		t.Error(refused)
	}
	must(t, os.WriteFile(file, text, 0o600))
	_, err = s.admin().UpdateLoginProfile(t.Context(), &iam.UpdateLoginProfileInput{UserName: aws.String("ann"), Password: aws.String("Another-Horse-8")})
	must(t, err)
	if _, err := logincreds.New(client, file).Retrieve(t.Context()); err == nil || !strings.Contains(err.Error(), "password has changed") {
		t.Errorf("after a new password: %v", err)
	}
}

func TestAProgramsWayInIsRecordedAsCloudTrailDoesAndKeepsItsSecrets(t *testing.T) {
	c := &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	file, log := filepath.Join(t.TempDir(), "audit.log"), &buffer{}
	s := startWith(t, c, server.Options{AuditLog: file, Log: slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	person(t, s, "ann", everything)
	b, p := newBrowser(t, s), newProgram(t, s)
	b.mustSignIn("ann")
	code := p.allowed(b)
	got := p.exchange(code)
	again := p.refresh(got.RefreshToken)
	p.refresh("nobodys-token")
	s.Stop()
	text, err := os.ReadFile(file)
	must(t, err)
	for _, secret := range []string{
		code, p.verifier, p.state, got.RefreshToken, got.AccessToken.SecretAccessKey, got.AccessToken.SessionToken, again.AccessToken.SecretAccessKey, got.IDToken, "nobodys-token",
	} {
		if strings.Contains(string(text), secret) || strings.Contains(log.String(), secret) {
			t.Errorf("%q is in a log", secret)
		}
	}
	type record struct {
		EventName, EventType, EventSource, ErrorCode string
		ReadOnly                                     bool
		UserIdentity                                 struct{ Type, UserName string }
		RequestParameters, AdditionalEventData       map[string]string
	}
	var records []record
	for line := range strings.Lines(string(text)) {
		if !strings.Contains(line, "OAuth2") {
			continue
		}
		var r record
		must(t, json.Unmarshal([]byte(line), &r))
		records = append(records, r)
	}
	if len(records) != 4 {
		t.Fatalf("%d records: %+v", len(records), records)
	}
	for i, want := range []struct{ name, grant, success, user string }{
		{"AuthorizeOAuth2Access", "", "true", "ann"},
		{"CreateOAuth2Token", "authorization_code", "true", "ann"},
		{"CreateOAuth2Token", "refresh_token", "true", "ann"},
		{"CreateOAuth2Token", "refresh_token", "false", ""},
	} {
		r := records[i]
		if r.EventName != want.name || r.AdditionalEventData["grant_type"] != want.grant || r.AdditionalEventData["success"] != want.success || r.UserIdentity.UserName != want.user ||
			r.EventType != "AwsApiCall" || r.EventSource != "signin.amazonaws.com" || !r.ReadOnly || r.RequestParameters["client_id"] != sameDevice {
			t.Errorf("record %d: %+v", i, r)
		}
	}
	if records[0].RequestParameters["redirect_uri"] != callback || records[3].ErrorCode != "TOKEN_EXPIRED" || records[3].UserIdentity.Type != "Unknown" {
		t.Errorf("%+v", records)
	}
}
