package console_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/service/iam"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/factor/totp"
	"github.com/cardea-iam/cardea/server"
)

const (
	account   = "123456789012"
	generic   = "Your authentication information is incorrect. Please try again."
	password  = "Correct-Horse-7"
	mfaPage   = "/signin/-/mfa"
	resync    = "/signin/-/resync"
	newSecret = "/signin/-/password"

	languageCookie = "cardea-language"
)

// clock is the time of a test's server.
type clock struct {
	mu  sync.Mutex // guards now
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Advance(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(by)
}

// start starts a server whose account has an alias.
func start(t *testing.T) (*site, *clock) {
	t.Helper()
	c := &clock{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	return startWith(t, c, server.Options{}), c
}

func startWith(t *testing.T, c *clock, o server.Options) *site {
	t.Helper()
	o.Account, o.Clock = server.Founding{ID: account, Alias: "acme"}, c.Now
	return &site{Server: cardeatest.Start(t, o), clock: c}
}

// site is a server whose clock stands still until it is moved.
type site struct {
	*cardeatest.Server
	clock *clock
}

// admin is a client with the administrator's keys that signs by the server's clock.
func (s *site) admin() *iam.Client {
	return iam.NewFromConfig(s.Config(s.Administrator()), func(o *iam.Options) { o.HTTPSignerV4 = signer{v4.NewSigner(), s.clock} })
}

type signer struct {
	*v4.Signer
	clock *clock
}

func (s signer) SignHTTP(ctx context.Context, keys aws.Credentials, r *http.Request, hash, service, region string, _ time.Time, more ...func(*v4.SignerOptions)) error {
	return s.Signer.SignHTTP(ctx, keys, r, hash, service, region, s.clock.Now(), more...)
}

// person makes a user with a password.
func person(t *testing.T, s *site, name string, documents ...string) {
	t.Helper()
	client := s.admin()
	_, err := client.CreateUser(t.Context(), &iam.CreateUserInput{UserName: &name})
	must(t, err)
	_, err = client.CreateLoginProfile(t.Context(), &iam.CreateLoginProfileInput{UserName: &name, Password: aws.String(password)})
	must(t, err)
	for _, document := range documents {
		_, err = client.PutUserPolicy(t.Context(), &iam.PutUserPolicyInput{UserName: &name, PolicyName: aws.String("own"), PolicyDocument: &document})
		must(t, err)
	}
}

// device is an authenticator of a test.
type device struct {
	serial string
	seed   totp.Seed
	clock  *clock
}

// code is what it shows now, and some steps later or earlier.
func (d device) code(steps int64) string {
	return totp.Generator{Seed: d.seed}.Code(totp.Step(d.clock.Now()) + steps)
}

// enable gives a user a virtual device. The codes of the last two steps are used up.
func enable(t *testing.T, s *site, c *clock, user string) device {
	t.Helper()
	return enableAt(t, s, c, user, 0)
}

// enableAt shows the server codes that are steps off the clock.
func enableAt(t *testing.T, s *site, c *clock, user string, steps int64) device {
	t.Helper()
	return enableNamed(t, s, c, user, user, steps)
}

// enableNamed is for a user who has several devices.
func enableNamed(t *testing.T, s *site, c *clock, user, name string, steps int64) device {
	t.Helper()
	client := s.admin()
	made, err := client.CreateVirtualMFADevice(t.Context(), &iam.CreateVirtualMFADeviceInput{VirtualMFADeviceName: &name})
	must(t, err)
	seed, err := totp.ParseSeed(string(made.VirtualMFADevice.Base32StringSeed))
	must(t, err)
	d := device{serial: *made.VirtualMFADevice.SerialNumber, seed: seed, clock: c}
	_, err = client.EnableMFADevice(t.Context(), &iam.EnableMFADeviceInput{
		UserName: &user, SerialNumber: &d.serial, AuthenticationCode1: aws.String(d.code(steps - 1)), AuthenticationCode2: aws.String(d.code(steps)),
	})
	must(t, err)
	return d
}

// browser is a browser of a test: it keeps cookies, follows no redirects, and sends what browsers send.
type browser struct {
	t       *testing.T
	base    string
	client  *http.Client
	cookies map[string]string
}

func newBrowser(t *testing.T, s *site) *browser {
	t.Helper()
	address := strings.TrimPrefix(s.ConsoleURL, "http://localhost")
	transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "tcp", "127.0.0.1"+address)
	}}
	t.Cleanup(transport.CloseIdleConnections)
	return &browser{t: t, base: s.ConsoleURL, cookies: map[string]string{}, client: &http.Client{
		Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// answer is what a browser gets.
type answer struct {
	status int
	header http.Header
	body   string
}

func (a answer) location() string { return a.header.Get("Location") }

// message is the error or the notice of a page.
func (a answer) message() string {
	found := regexp.MustCompile(`<p class="(?:error|notice)"[^>]*>([^<]*)`).FindStringSubmatch(a.body)
	if found == nil {
		return ""
	}
	return found[1]
}

func (b *browser) get(path string, headers ...string) answer {
	b.t.Helper()
	return b.do(b.request(http.MethodGet, path, "", headers...))
}

// post sends a form: names and values in turn.
func (b *browser) post(path string, fields ...string) answer {
	b.t.Helper()
	return b.do(b.request(http.MethodPost, path, form(fields...), "Sec-Fetch-Site", "same-origin", "Origin", b.base))
}

// api calls an operation as the console does.
func (b *browser) api(service string, parameters ...string) answer {
	b.t.Helper()
	return b.do(b.request(http.MethodPost, "/console/api/"+service+"/", form(parameters...), "X-Console-Request", "1", "Sec-Fetch-Site", "same-origin"))
}

func form(fields ...string) string {
	values := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		values.Set(fields[i], fields[i+1])
	}
	return values.Encode()
}

func (b *browser) request(method, path, body string, headers ...string) *http.Request {
	b.t.Helper()
	r, err := http.NewRequestWithContext(b.t.Context(), method, b.base+path, strings.NewReader(body))
	must(b.t, err)
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func (b *browser) do(r *http.Request) answer {
	b.t.Helper()
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	response, err := b.client.Do(r)
	if err != nil {
		b.t.Error(err)
		return answer{}
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		b.t.Error(err)
	}
	for _, cookie := range response.Cookies() {
		if cookie.MaxAge < 0 {
			delete(b.cookies, cookie.Name)
		} else {
			b.cookies[cookie.Name] = cookie.Value
		}
		if cookie.Name == languageCookie {
			continue // no secret, and the console's script reads it
		}
		if !cookie.Secure || !cookie.HttpOnly || cookie.Path != "/" || cookie.Domain != "" || cookie.SameSite != http.SameSiteLaxMode {
			b.t.Errorf("the cookie %s is not kept from others: %s", cookie.Name, cookie.Raw)
		}
	}
	return answer{response.StatusCode, response.Header, strings.ReplaceAll(string(body), "<wbr>", "")}
}

// signIn types a password.
func (b *browser) signIn(user, secret string) answer {
	b.t.Helper()
	return b.post("/signin", "account", "acme", "username", user, "password", secret)
}

// must sign in where there is no device.
func (b *browser) mustSignIn(user string) {
	b.t.Helper()
	if a := b.signIn(user, password); a.status != http.StatusSeeOther || a.location() != "/console/" {
		b.t.Fatalf("signing in as %s: %d %s", user, a.status, a.message())
	}
}

// in reports whether the browser's session is alive.
func (b *browser) in() bool {
	b.t.Helper()
	return b.get("/console/session").status == http.StatusOK
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
