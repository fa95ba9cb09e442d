package console_test

import (
	"encoding/base64"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/sts"

	"github.com/cardea-iam/cardea/factor/passkey/passkeytest"
)

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
