package console_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/aws-sdk-go-v2/service/sts/types"

	"github.com/cardea-iam/cardea/server"
)

const readsUsers = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:ListUsers","iam:ListGroups","sts:*"],"Resource":"*"}}`

// sts is a client with somebody's keys that signs by the server's clock.
func (s *site) sts(keys aws.Credentials) *sts.Client {
	return sts.NewFromConfig(s.Config(keys), func(o *sts.Options) { o.HTTPSignerV4 = signer{v4.NewSigner(), s.clock} })
}

func keysOf(c *types.Credentials) aws.Credentials {
	return aws.Credentials{AccessKeyID: *c.AccessKeyId, SecretAccessKey: *c.SecretAccessKey, SessionToken: *c.SessionToken}
}

// role makes a role that everybody in the account may assume, and answers its ARN.
func role(t *testing.T, s *site, name string) string {
	t.Helper()
	trust := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"` + account + `"},"Action":"sts:AssumeRole"}}`
	made, err := s.admin().CreateRole(t.Context(), &iam.CreateRoleInput{RoleName: &name, AssumeRolePolicyDocument: &trust})
	must(t, err)
	_, err = s.admin().PutRolePolicy(t.Context(), &iam.PutRolePolicyInput{RoleName: &name, PolicyName: aws.String("own"), PolicyDocument: aws.String(readsUsers)})
	must(t, err)
	return *made.Role.Arn
}

// assume gets credentials of a role; an empty policy is none.
func assume(t *testing.T, s *site, by aws.Credentials, arn, policy string) aws.Credentials {
	t.Helper()
	in := &sts.AssumeRoleInput{RoleArn: &arn, RoleSessionName: aws.String("broker")}
	if policy != "" {
		in.Policy = &policy
	}
	out, err := s.sts(by).AssumeRole(t.Context(), in)
	must(t, err)
	return keysOf(out.Credentials)
}

func federationToken(t *testing.T, s *site, by aws.Credentials, policy string) aws.Credentials {
	t.Helper()
	out, err := s.sts(by).GetFederationToken(t.Context(), &sts.GetFederationTokenInput{Name: aws.String("bob"), Policy: &policy})
	must(t, err)
	return keysOf(out.Credentials)
}

func sessionToken(t *testing.T, s *site, by aws.Credentials) aws.Credentials {
	t.Helper()
	out, err := s.sts(by).GetSessionToken(t.Context(), &sts.GetSessionTokenInput{})
	must(t, err)
	return keysOf(out.Credentials)
}

func sessionJSON(keys aws.Credentials) string {
	text, _ := json.Marshal(map[string]string{"sessionId": keys.AccessKeyID, "sessionKey": keys.SecretAccessKey, "sessionToken": keys.SessionToken})
	return string(text)
}

// exchange asks for a sign-in token as a broker does: without cookies, and without what browsers say of themselves.
func exchange(t *testing.T, s *site, keys aws.Credentials, more ...string) answer {
	t.Helper()
	return newBrowser(t, s).get("/federation?" + form(append([]string{"Action", "getSigninToken", "Session", sessionJSON(keys)}, more...)...))
}

func tokenIn(t *testing.T, a answer) string {
	t.Helper()
	var got struct{ SigninToken string }
	must(t, json.Unmarshal([]byte(a.body), &got))
	if a.status != http.StatusOK || len(got.SigninToken) < 43 || a.header.Get("Content-Type") != "application/json" || a.header.Get("Cache-Control") != "no-store" {
		t.Fatalf("no token: %d %v %s", a.status, a.header, a.body)
	}
	return got.SigninToken
}

func link(token, destination string) string {
	return "/federation?" + form("Action", "login", "Issuer", "https://broker.example/", "Destination", destination, "SigninToken", token)
}

// signedIn is who a browser is signed in as.
type signedIn struct {
	Kind, Name, ARN string
	Federated       bool
	Expires         time.Time
}

func (b *browser) identity() (found signedIn) {
	b.t.Helper()
	must(b.t, json.Unmarshal([]byte(b.get("/console/session").body), &found))
	return found
}

func (b *browser) listUsers() answer {
	return b.api("iam", "Action", "ListUsers", "Version", "2010-05-08")
}

func TestARolesCredentialsOpenTheConsoleOnce(t *testing.T) {
	s, _ := start(t)
	only := `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}`
	keys := assume(t, s, s.Administrator(), role(t, s, "reader"), only)
	token := tokenIn(t, exchange(t, s, keys, "SessionType", "json"))
	b := newBrowser(t, s)
	if a := b.get(link(token, s.ConsoleURL+"/console/iam/users?x=1")); a.status != http.StatusSeeOther || a.location() != "/console/iam/users?x=1" {
		t.Fatalf("%d %s %s", a.status, a.location(), a.message())
	}
	if got := b.identity(); got.Kind != "role" || got.Name != "reader/broker" || got.ARN != "arn:aws:sts::123456789012:assumed-role/reader/broker" || !got.Federated {
		t.Errorf("signed in is %+v", got)
	}
	if a := b.listUsers(); a.status != http.StatusOK {
		t.Errorf("what role and session policy allow: %d %s", a.status, a.body)
	}
	if a := b.api("iam", "Action", "ListGroups", "Version", "2010-05-08"); a.status != http.StatusForbidden || !strings.Contains(a.body, "session policy") {
		t.Errorf("what the session policy does not allow: %d %s", a.status, a.body)
	}
	if a := b.post("/switchrole", "account", "acme", "roleName", "reader"); a.status != http.StatusForbidden {
		t.Errorf("switching to a role: %d", a.status)
	}
	other := newBrowser(t, s)
	if a := other.get(link(token, "/console/")); a.status != http.StatusForbidden || other.in() || !strings.Contains(a.message(), "used already") {
		t.Errorf("the link works twice: %d %q", a.status, a.message())
	}
	if a := b.get("/sessions"); strings.Count(a.body, "<dt>Signed in</dt>") != 1 || !strings.Contains(a.body, "broker") {
		t.Errorf("the session is not listed: %s", a.body)
	}
	if b.post("/signout"); b.in() {
		t.Error("signed out, and in")
	}
	posted := newBrowser(t, s)
	a := posted.post("/federation", "Action", "getSigninToken", "Session", sessionJSON(keys))
	if a := posted.get(link(tokenIn(t, a), "")); a.location() != "/console/" {
		t.Errorf("credentials in a form: %d %s", a.status, a.message())
	}
}

func TestASigninTokenWaitsForAQuarterOfAnHour(t *testing.T) {
	s, c := start(t)
	keys := assume(t, s, s.Administrator(), role(t, s, "reader"), "")
	in, late := tokenIn(t, exchange(t, s, keys)), tokenIn(t, exchange(t, s, keys))
	c.Advance(15*time.Minute - time.Second)
	if a := newBrowser(t, s).get(link(in, "/console/")); a.status != http.StatusSeeOther {
		t.Errorf("after 14:59: %d %q", a.status, a.message())
	}
	c.Advance(time.Second)
	b := newBrowser(t, s)
	if a := b.get(link(late, "/console/")); a.status != http.StatusForbidden || b.in() {
		t.Errorf("after 15:00: %d", a.status)
	}
}

func TestAFederatedSessionEndsWithItsDurationOrItsCredentials(t *testing.T) {
	s, c := start(t)
	arn := role(t, s, "reader")
	keys := assume(t, s, s.Administrator(), arn, "")
	for _, each := range []struct {
		what string
		more []string
		want time.Duration
	}{
		{"no duration", nil, time.Hour}, // of the role's session
		{"the shortest", []string{"SessionDuration", "900"}, 15 * time.Minute},
		{"longer than the credentials", []string{"SessionDuration", "43200"}, 12 * time.Hour},
	} {
		b := newBrowser(t, s)
		b.get(link(tokenIn(t, exchange(t, s, keys, each.more...)), "/console/"))
		if got := b.identity().Expires.Sub(c.Now()); got != each.want {
			t.Errorf("%s: the session lasts %v", each.what, got)
		}
	}
	long := newBrowser(t, s)
	long.get(link(tokenIn(t, exchange(t, s, keys, "SessionDuration", "7200")), "/console/"))
	for range 2 {
		if a := long.listUsers(); a.status != http.StatusOK {
			t.Fatalf("%v after its start: %d", c.Now(), a.status)
		}
		c.Advance(59 * time.Minute)
	}
	if a := long.listUsers(); a.status != http.StatusOK {
		t.Errorf("the credentials are over, the session is not: %d", a.status)
	}
	c.Advance(2 * time.Minute)
	if a := long.listUsers(); a.status != http.StatusForbidden || !strings.Contains(a.body, "ExpiredToken") {
		t.Errorf("after two hours: %d %s", a.status, a.body)
	}
}

func TestADurationGoesWithCredentialsThatALongTermKeyGotByAssumeRole(t *testing.T) {
	s, _ := start(t)
	arn, admin := role(t, s, "reader"), s.Administrator()
	assumed := assume(t, s, admin, arn, "")
	for what, keys := range map[string]aws.Credentials{
		"GetFederationToken":                      federationToken(t, s, admin, readsUsers),
		"AssumeRole of a role":                    assume(t, s, assumed, arn, ""),
		"AssumeRole of a session of a user":       assume(t, s, sessionToken(t, s, admin), arn, ""),
		"GetSessionToken, which opens no console": sessionToken(t, s, admin),
	} {
		if a := exchange(t, s, keys, "SessionDuration", "3600"); a.status != http.StatusBadRequest || !strings.Contains(a.body, `"message":"`) {
			t.Errorf("%s: %d %s", what, a.status, a.body)
		}
		if a := exchange(t, s, keys); (a.status == http.StatusOK) == strings.HasPrefix(what, "GetSessionToken") {
			t.Errorf("%s, without a duration: %d %s", what, a.status, a.body)
		}
	}
	for _, wrong := range []string{"899", "43201", "0", "-900", "1h", "9e2", "99999999999999999999"} {
		a := exchange(t, s, assumed, "SessionDuration", wrong)
		if a.status != http.StatusBadRequest || !strings.Contains(a.body, `"error":"InvalidSessionDuration"`) || !strings.Contains(a.body, "from 900 to 43200") {
			t.Errorf("SessionDuration=%s: %d %s", wrong, a.status, a.body)
		}
	}
}

func TestAFederatedUserMayUseIAMInTheConsoleOnly(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	made, err := s.admin().CreateAccessKey(t.Context(), &iam.CreateAccessKeyInput{UserName: aws.String("ann")})
	must(t, err)
	ann := aws.Credentials{AccessKeyID: *made.AccessKey.AccessKeyId, SecretAccessKey: *made.AccessKey.SecretAccessKey}
	keys := federationToken(t, s, ann, readsUsers)
	client := iam.NewFromConfig(s.Config(keys), func(o *iam.Options) { o.HTTPSignerV4 = signer{v4.NewSigner(), s.clock} })
	if _, err := client.ListUsers(t.Context(), &iam.ListUsersInput{}); err == nil || !strings.Contains(err.Error(), "InvalidClientTokenId") {
		t.Errorf("IAM at the API: %v", err)
	}
	b := newBrowser(t, s)
	b.get(link(tokenIn(t, exchange(t, s, keys)), "/console/"))
	if got := b.identity(); got.Kind != "federated" || got.Name != "bob" || got.ARN != "arn:aws:sts::123456789012:federated-user/bob" {
		t.Errorf("signed in is %+v", got)
	}
	if a := b.listUsers(); a.status != http.StatusOK {
		t.Errorf("IAM in the console: %d %s", a.status, a.body)
	}
	if a := b.api("iam", "Action", "CreateUser", "Version", "2010-05-08", "UserName", "eve"); a.status != http.StatusForbidden {
		t.Errorf("what the policy of the token leaves out: %d", a.status)
	}
	for _, escape := range []string{"GetSessionToken", "GetFederationToken"} {
		if a := b.api("sts", "Action", escape, "Version", "2011-06-15", "Name", "eve"); a.status != http.StatusForbidden {
			t.Errorf("%s would be ann's own: %d %s", escape, a.status, a.body)
		}
	}
	must(t, deleteUser(t, s, "ann", ann.AccessKeyID))
	if b.in() {
		t.Error("the user is gone, and the federated session lives on")
	}
}

func deleteUser(t *testing.T, s *site, name, key string) error {
	t.Helper()
	client := s.admin()
	_, err := client.DeleteLoginProfile(t.Context(), &iam.DeleteLoginProfileInput{UserName: &name})
	must(t, err)
	_, err = client.DeleteAccessKey(t.Context(), &iam.DeleteAccessKeyInput{UserName: &name, AccessKeyId: &key})
	must(t, err)
	_, err = client.DeleteUserPolicy(t.Context(), &iam.DeleteUserPolicyInput{UserName: &name, PolicyName: aws.String("own")})
	must(t, err)
	_, err = client.DeleteUser(t.Context(), &iam.DeleteUserInput{UserName: &name})
	return err
}

func TestALinkAsksBeforeItTakesTheSessionsPlace(t *testing.T) {
	s, _ := start(t)
	person(t, s, "ann", everything)
	b := newBrowser(t, s)
	b.mustSignIn("ann")
	before := b.cookies["__Host-session"]
	token := tokenIn(t, exchange(t, s, assume(t, s, s.Administrator(), role(t, s, "reader"), "")))
	for range 2 { // looking changes nothing
		a := b.get(link(token, "/console/iam"), "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "document", "Sec-Fetch-Mode", "navigate")
		if a.status != http.StatusOK || !strings.Contains(a.body, "user/ann") || !strings.Contains(a.body, "assumed-role/reader/broker") || b.identity().Name != "ann" {
			t.Fatalf("%d %s", a.status, a.body)
		}
		if got := a.header.Get("Referrer-Policy"); got != "strict-origin" {
			t.Errorf("the page may tell its address: Referrer-Policy %s", got)
		}
	}
	foreign := b.request(http.MethodPost, "/federation", form("Action", "login", "SigninToken", token), "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
	if a := b.do(foreign); a.status != http.StatusForbidden || b.identity().Name != "ann" {
		t.Errorf("a foreign page answers by itself: %d", a.status)
	}
	if a := b.post("/federation", "Action", "login", "SigninToken", token, "Destination", "/console/iam"); a.location() != "/console/iam" || b.identity().Name != "reader/broker" {
		t.Fatalf("%d %s", a.status, a.message())
	}
	b.cookies["__Host-session"] = before
	if b.in() {
		t.Error("the session that was replaced lives on")
	}
	b.mustSignIn("ann")
	if a := b.get(link(token, "/console/")); a.status != http.StatusForbidden || b.identity().Name != "ann" {
		t.Errorf("a link that is over, signed in: %d", a.status)
	}
}

func TestALinkWorksOnlyAsAPageThatSomebodyGoesTo(t *testing.T) {
	s, _ := start(t)
	token := tokenIn(t, exchange(t, s, assume(t, s, s.Administrator(), role(t, s, "reader"), "")))
	b := newBrowser(t, s)
	for _, headers := range [][]string{{"Sec-Fetch-Dest", "image"}, {"Sec-Fetch-Dest", "iframe"}, {"Sec-Fetch-Dest", "empty"}, {"Sec-Purpose", "prefetch"}} {
		if a := b.get(link(token, "/console/"), headers...); a.status != http.StatusForbidden || b.in() {
			t.Errorf("%v: %d", headers, a.status)
		}
	}
	if a := b.do(b.request(http.MethodHead, link(token, "/console/"), "")); a.status != http.StatusMethodNotAllowed || b.in() {
		t.Errorf("HEAD: %d", a.status)
	}
	if a := b.get(link(token, "/console/"), "Sec-Fetch-Dest", "document"); a.status != http.StatusSeeOther || !b.in() {
		t.Errorf("a page: %d %s", a.status, a.message())
	}
	if a := b.get("/federation?Action=logout"); a.status != http.StatusOK || !b.in() || !strings.Contains(a.body, `action="/signout"`) {
		t.Errorf("a link that signs out: %d", a.status)
	}
	if a := b.post("/federation", "Action", "logout"); a.location() != "/signin" || b.in() {
		t.Errorf("a form that signs out: %d", a.status)
	}
	if a := b.get("/federation?Action=logout"); a.location() != "/signin" {
		t.Errorf("nobody is signed in: %d", a.status)
	}
}

func TestALinkLeadsToPagesOfThisConsoleOnly(t *testing.T) {
	s, _ := start(t)
	token := tokenIn(t, exchange(t, s, assume(t, s, s.Administrator(), role(t, s, "reader"), "")))
	b := newBrowser(t, s)
	port := s.ConsoleURL[strings.LastIndex(s.ConsoleURL, ":"):]
	for _, elsewhere := range []string{
		"https://evil.example/", "//evil.example/console/", "/\\evil.example/console", "https:evil.example", "javascript:alert(1)", s.ConsoleURL + ".evil.example/console/",
		s.ConsoleURL + "@evil.example/console/", s.ConsoleURL + "//evil.example/console/", "https://localhost" + port + "/console/", "http://localhost:1/console/",
		"/console/../signout", "/console/api/iam", "/signout", "/%2f%2fevil.example", "/console/\r\nSet-Cookie: x=y", "https://console.aws.amazon.com/", "console/",
	} {
		if a := b.get(link(token, elsewhere)); a.status != http.StatusBadRequest || a.location() != "" || b.in() {
			t.Errorf("%q: %d %s", elsewhere, a.status, a.location())
		}
	}
	for text, want := range map[string]string{
		"": "/console/", s.ConsoleURL: "/console/", s.ConsoleURL + "/": "/console/", s.ConsoleURL + "/console": "/console", "/console/ec2?region=eu-west-1#x": "/console/ec2?region=eu-west-1",
		"/switchrole?account=acme&roleName=r": "/switchrole?account=acme&roleName=r", s.ConsoleURL + "/console/": "/console/",
	} {
		fresh := tokenIn(t, exchange(t, s, assume(t, s, s.Administrator(), "arn:aws:iam::123456789012:role/reader", "")))
		if a := newBrowser(t, s).get(link(fresh, text)); a.location() != want {
			t.Errorf("%q leads to %q: %d %s", text, a.location(), a.status, a.message())
		}
	}
}

func TestWhatIsNoCredentialIsRefusedInOneWay(t *testing.T) {
	s, c := start(t)
	admin := s.Administrator()
	arn := role(t, s, "reader")
	keys, other := assume(t, s, admin, arn, ""), assume(t, s, admin, arn, "")
	with := func(change func(*aws.Credentials)) aws.Credentials {
		changed := keys
		change(&changed)
		return changed
	}
	const refused = `{"error":"InvalidCredentials","message":"The credentials of the session are not valid, or have expired."}` + "\n"
	for what, wrong := range map[string]aws.Credentials{
		"a wrong secret":                    with(func(k *aws.Credentials) { k.SecretAccessKey = other.SecretAccessKey }),
		"a token of another key":            with(func(k *aws.Credentials) { k.SessionToken = other.SessionToken }),
		"no token of ours":                  with(func(k *aws.Credentials) { k.SessionToken = "FwoGZXIvYXdzEXAMPLE" }),
		"a key that nobody has":             with(func(k *aws.Credentials) { k.AccessKeyID = "ASIAIOSFODNN7EXAMPLE" }),
		"a long-term key with a made token": with(func(k *aws.Credentials) { k.AccessKeyID, k.SecretAccessKey = admin.AccessKeyID, admin.SecretAccessKey }),
	} {
		if a := exchange(t, s, wrong); a.status != http.StatusUnauthorized || a.body != refused {
			t.Errorf("%s: %d %s", what, a.status, a.body)
		}
	}
	for what, query := range map[string]string{
		"no session":            form("Action", "getSigninToken"),
		"no JSON":               form("Action", "getSigninToken", "Session", "sessionId="+keys.AccessKeyID),
		"a long-term key":       form("Action", "getSigninToken", "Session", sessionJSON(admin)),
		"a name that is twice":  form("Action", "getSigninToken", "Session", strings.Replace(sessionJSON(keys), "{", `{"sessionId":"ASIAX",`, 1)),
		"another case":          form("Action", "getSigninToken", "Session", strings.ReplaceAll(sessionJSON(keys), "session", "Session")),
		"another session type":  form("Action", "getSigninToken", "SessionType", "xml", "Session", sessionJSON(keys)),
		"a parameter twice":     form("Action", "getSigninToken", "Session", sessionJSON(keys)) + "&Session=%7B%7D",
		"no action":             form("Session", sessionJSON(keys)),
		"an action of nobody's": form("Action", "getsignintoken", "Session", sessionJSON(keys)),
	} {
		a := newBrowser(t, s).get("/federation?" + query)
		if a.status != http.StatusBadRequest || !strings.HasPrefix(a.body, `{"error":"Invalid`) || strings.Contains(a.body, keys.SecretAccessKey) || strings.Contains(a.body, admin.SecretAccessKey) {
			t.Errorf("%s: %d %s", what, a.status, a.body)
		}
	}
	token := tokenIn(t, exchange(t, s, keys))
	_, err := s.admin().DeleteRolePolicy(t.Context(), &iam.DeleteRolePolicyInput{RoleName: aws.String("reader"), PolicyName: aws.String("own")})
	must(t, err)
	_, err = s.admin().DeleteRole(t.Context(), &iam.DeleteRoleInput{RoleName: aws.String("reader")})
	must(t, err)
	if a := exchange(t, s, keys); a.status != http.StatusUnauthorized || a.body != refused {
		t.Errorf("the role is gone: %d %s", a.status, a.body)
	}
	role(t, s, "reader") // of the same name
	b := newBrowser(t, s)
	if a := b.get(link(token, "/console/")); a.status != http.StatusForbidden || b.in() {
		t.Errorf("a token from before the role was another: %d", a.status)
	}
	keys = assume(t, s, admin, arn, "")
	c.Advance(time.Hour)
	if a := exchange(t, s, keys); a.status != http.StatusUnauthorized || a.body != refused {
		t.Errorf("expired: %d %s", a.status, a.body)
	}
}

func TestSessionsOfARoleAreRevokedByTheTimeOfTheirCredentials(t *testing.T) {
	s, c := start(t)
	keys := assume(t, s, s.Administrator(), role(t, s, "reader"), "")
	c.Advance(time.Minute)
	revoked := c.Now().Format(time.RFC3339)
	c.Advance(time.Minute)
	b := newBrowser(t, s)
	b.get(link(tokenIn(t, exchange(t, s, keys)), "/console/"))
	document := `{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"` + revoked + `"}}}}`
	_, err := s.admin().PutRolePolicy(t.Context(), &iam.PutRolePolicyInput{RoleName: aws.String("reader"), PolicyName: aws.String("AWSRevokeOlderSessions"), PolicyDocument: &document})
	must(t, err)
	if a := b.listUsers(); a.status != http.StatusForbidden || !strings.Contains(a.body, "explicit deny") {
		t.Errorf("a console session that was opened after the revocation with credentials from before: %d %s", a.status, a.body)
	}
}

func TestOneCredentialKeepsTwentyUnusedTokens(t *testing.T) {
	s, c := start(t)
	keys := assume(t, s, s.Administrator(), role(t, s, "reader"), "")
	var tokens []string
	for range 21 {
		tokens = append(tokens, tokenIn(t, exchange(t, s, keys)))
		c.Advance(time.Second)
	}
	if a := newBrowser(t, s).get(link(tokens[0], "/console/")); a.status != http.StatusForbidden {
		t.Errorf("the oldest: %d", a.status)
	}
	if a := newBrowser(t, s).get(link(tokens[1], "/console/")); a.status != http.StatusSeeOther {
		t.Errorf("the twentieth: %d", a.status)
	}
}

// buffer is a log that goroutines may write and a test reads.
type buffer struct {
	mu   sync.Mutex // guards text
	text bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

func TestFederationIsRecordedAsCloudTrailDoesAndKeepsItsSecrets(t *testing.T) {
	c := &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	file, log := filepath.Join(t.TempDir(), "audit.log"), &buffer{}
	s := startWith(t, c, server.Options{AuditLog: file, Log: slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	keys := assume(t, s, s.Administrator(), role(t, s, "reader"), "")
	wrong := keys
	wrong.SecretAccessKey = "wrong-secret-of-forty-characters-0000000"
	exchange(t, s, wrong)
	misplaced := aws.Credentials{AccessKeyID: keys.SecretAccessKey, SecretAccessKey: keys.AccessKeyID, SessionToken: keys.SessionToken}
	exchange(t, s, misplaced)
	token := tokenIn(t, exchange(t, s, keys))
	b := newBrowser(t, s)
	b.get(link(token, "/console/iam?secret=none"))
	newBrowser(t, s).get(link(token, "/console/iam"))
	b.listUsers()
	s.Stop()
	text, err := os.ReadFile(file)
	must(t, err)
	for _, secret := range []string{keys.SecretAccessKey, keys.SessionToken, url.QueryEscape(keys.SessionToken), wrong.SecretAccessKey, token, b.cookies["__Host-session"]} {
		if strings.Contains(string(text), secret) || strings.Contains(log.String(), secret) {
			t.Errorf("%q is in a log", secret)
		}
	}
	type record struct {
		EventName, EventType, EventSource, ErrorMessage, RecipientAccountID, SessionCredentialFromConsole string

		UserIdentity struct {
			Type, ARN, AccessKeyID string
			SessionContext         struct{ SessionIssuer struct{ UserName string } }
		}
		ResponseElements, AdditionalEventData map[string]any
	}
	var got []record
	var read record
	for line := range strings.Lines(string(text)) {
		var r record
		must(t, json.Unmarshal([]byte(line), &r))
		switch {
		case r.EventType == "AwsConsoleSignIn":
			got = append(got, r)
		case r.EventName == "ListUsers":
			read = r
		}
	}
	if len(got) != 5 {
		t.Fatalf("%d records: %+v", len(got), got)
	}
	for i, want := range []struct{ name, outcome, kind, key string }{
		{"GetSigninToken", "Failure", "Unknown", keys.AccessKeyID},
		{"GetSigninToken", "Failure", "Unknown", ""},
		{"GetSigninToken", "Success", "AssumedRole", keys.AccessKeyID},
		{"ConsoleLogin", "Success", "AssumedRole", keys.AccessKeyID},
		{"ConsoleLogin", "Failure", "Unknown", ""},
	} {
		r := got[i]
		if r.EventName != want.name || r.ResponseElements[want.name] != want.outcome || r.UserIdentity.Type != want.kind || r.UserIdentity.AccessKeyID != want.key ||
			r.EventSource != "signin.amazonaws.com" || r.AdditionalEventData["MFAUsed"] != "No" {
			t.Errorf("record %s: %+v", strconv.Itoa(i), r)
		}
		if (r.ErrorMessage == "Failed authentication") != (want.outcome == "Failure") || (r.RecipientAccountID == account) == (want.kind == "Unknown") {
			t.Errorf("record %d: %+v", i, r)
		}
	}
	if got[3].AdditionalEventData["LoginTo"] != "/console/iam" || got[3].UserIdentity.SessionContext.SessionIssuer.UserName != "reader" {
		t.Errorf("the sign-in: %+v", got[3])
	}
	if read.UserIdentity.AccessKeyID != keys.AccessKeyID || read.SessionCredentialFromConsole != "true" {
		t.Errorf("a call of the session does not lead back to its credentials: %+v", read)
	}
}
