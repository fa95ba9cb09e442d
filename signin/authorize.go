package signin

import (
	"encoding/base64"
	"net/url"
	"regexp"
	"strings"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// These let a program in by the consent of a person who is signed in: OAuth 2.0 with proof keys (RFC 7636) and bound tokens (RFC 9449), as `aws login` speaks it.
// https://docs.aws.amazon.com/signin/latest/userguide/command-line-sign-in.html
var oauthOperations = []service.Operation{
	service.Op("AuthorizeOAuth2Access", service.Read, asksAuthorize, authorize, service.Writes(func(*AuthorizeInput) bool { return true })),
	service.Op("CreateOAuth2Token", service.Read, asksToken, createToken,
		service.Writes(func(*TokenInput) bool { return true }), service.Admit(admitToken)),
}

// The programs that may ask: AWS's command line and SDKs, on the device with the browser or on another.
const (
	SameDevice  = "arn:aws:signin:::devtools/same-device"
	CrossDevice = "arn:aws:signin:::devtools/cross-device"
)

// resources name the programs in policies.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html
var resources = map[string]string{SameDevice: "localhost", CrossDevice: "remote"}

// AuthorizeInput is what a program asks for in its browser's address. ConfirmationURI is where this server shows codes to a person on another device.
type AuthorizeInput struct {
	ResponseType, ClientID, RedirectURI, State, Scope string
	Challenge, ChallengeMethod                        string
	ConfirmationURI                                   string
}

// AuthorizeOutput is the code for the program.
type AuthorizeOutput struct{ Code string }

const maxState = 512

var (
	challengeText = regexp.MustCompile(`^[A-Za-z0-9_-]{43}$`)
	stateText     = regexp.MustCompile(`^[\x21-\x7e]+$`)
)

// Check refuses what no program may ask for. Nothing of it may lead a browser anywhere before.
func (in *AuthorizeInput) Check() error {
	switch {
	case resources[in.ClientID] == "":
		return invalidRequest("client_id must be %s or %s.", SameDevice, CrossDevice)
	case in.ClientID == SameDevice && !isLoopback(in.RedirectURI):
		return invalidRequest("redirect_uri must be an address of this device with a port, such as http://127.0.0.1:8912/oauth/callback.")
	case in.ClientID == CrossDevice && in.RedirectURI != in.ConfirmationURI:
		return invalidRequest("redirect_uri must be %s.", in.ConfirmationURI)
	case in.ResponseType != "code":
		return invalidRequest("response_type must be code.")
	case len(in.State) > maxState || !stateText.MatchString(in.State):
		return invalidRequest("state must be a text of 1 to %d characters without blanks.", maxState)
	case in.ChallengeMethod != "SHA-256" && in.ChallengeMethod != "S256":
		return invalidRequest("code_challenge_method must be SHA-256.")
	case !isDigest(in.Challenge):
		return invalidRequest("code_challenge must be a SHA-256 digest in base64url without padding.")
	case in.Scope != "openid":
		return invalidRequest("scope must be openid.")
	}
	return nil
}

func invalidRequest(format string, args ...any) *fault.Error {
	return fault.New("INVALID_REQUEST", fault.BadRequest, format, args...)
}

func isDigest(text string) bool {
	_, err := base64.RawURLEncoding.Strict().DecodeString(text)
	return err == nil && challengeText.MatchString(text)
}

// isLoopback reports whether an address is one of the device that the browser is on, by its number: a name may lead elsewhere. RFC 8252 section 7.3.
func isLoopback(text string) bool {
	const most = 2048
	u, err := url.Parse(text)
	if err != nil || len(text) > most || !stateText.MatchString(text) || strings.ContainsAny(text, `"'<>\^`+"`{|}") {
		return false
	}
	host := u.Hostname()
	return u.Scheme == "http" && (host == "127.0.0.1" || host == "::1") && u.Port() != "" && u.Port() != "0" && u.User == nil && u.Opaque == "" &&
		u.RawQuery == "" && !u.ForceQuery && u.Fragment == "" && !strings.Contains(text, "#")
}

func clientARN(account, client string) string {
	return "arn:" + identity.Partition + ":signin:us-east-1:" + account + ":oauth2/public-client/" + resources[client]
}

func asksAuthorize(c *service.Call, in *AuthorizeInput) ([]access.Ask, error) {
	c.Describe(oauth{client: in.ClientID}.describe)
	if err := in.Check(); err != nil {
		return nil, err
	}
	c.Describe(oauth{client: in.ClientID, redirect: in.RedirectURI, method: in.ChallengeMethod}.describe)
	return []access.Ask{{
		Action: "signin:AuthorizeOAuth2Access", Resource: clientARN(c.Account(), in.ClientID), Context: []access.Key{access.One("signin:OAuthRedirectUri", in.RedirectURI)},
	}}, nil
}

// authorize makes a code for the session that calls, with its MFA state, its policies and its end.
func authorize(c *service.Call, in *AuthorizeInput) (*AuthorizeOutput, error) {
	mine, err := ownSession(c)
	if err != nil {
		return nil, err
	}
	session := *c.Caller.Session
	if session.Login != "" { // it must end with that login, and can be bound to one only
		return nil, fault.AccessDenied("This session was opened with the credentials of a program that a person had let in. Sign in first.")
	}
	if session.Kind == identity.ConsoleSession {
		session.Kind = identity.LoginSession
	}
	out := &AuthorizeOutput{Code: identity.NewCookie(c.Chance)}
	store.AuthorizationCodes.Put(c.Tx, &identity.AuthorizationCode{
		ID: identity.CookieDigest(out.Code), RedirectURI: in.RedirectURI, Challenge: in.Challenge, ExpiresAt: c.Now.Add(identity.AuthorizationCodeTime),
		Grant: identity.Grant{Client: in.ClientID, Person: mine.Person, Device: mine.Device, Session: session},
	})
	return out, nil
}
