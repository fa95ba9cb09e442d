package console_test

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/service/iam"

	"github.com/cardea-iam/cardea/factor/dpop/dpoptest"
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
