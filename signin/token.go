package signin

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"regexp"
	"slices"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/factor/dpop"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// TokenInput is a program's request for credentials: with a code the first time, with its refresh token after that. Proof is that of its key, already checked for this
// request.
type TokenInput struct {
	ClientID, GrantType             string
	Code, CodeVerifier, RedirectURI string
	RefreshToken                    string
	Proof                           *dpop.Proof
	Issuer                          string // this server's address, for the ID token

	// What admitToken has found: a code that is used up now, or the login of the refresh token.
	code  *identity.AuthorizationCode
	login *identity.Login
}

// The kinds of grants.
const (
	byCode    = "authorization_code"
	byRefresh = "refresh_token"
)

// TokenOutput is what the program gets. IDToken is there only the first time.
type TokenOutput struct {
	Credentials           access.Credentials
	ExpiresIn             int // seconds
	RefreshToken, IDToken string
}

// maxProofs is how often a program may ask within the time in which its proofs could come again.
const maxProofs = 60

// The codes of refusals that AWS's clients know. https://docs.aws.amazon.com/signin/latest/APIReference/API_Operations.html
func tokenExpired() *fault.Error {
	return fault.New("TOKEN_EXPIRED", fault.Unauthorized, "The session has ended. Run aws login again.")
}

func codeExpired() *fault.Error {
	return fault.New("AUTHCODE_EXPIRED", fault.Unauthorized, "The authorization code has been used, or is older than 5 minutes. Run aws login again.")
}

func credentialsChanged() *fault.Error {
	return fault.New("USER_CREDENTIALS_CHANGED", fault.Forbidden, "The password has changed since. Run aws login again.")
}

func tooMany() *fault.Error {
	return fault.New("INVALID_REQUEST", fault.TooMany, "Too many requests. Try again in some minutes.")
}

// admitToken checks what the program brings, and from there on the call is made by whom it acts for. A code is used up whatever comes of it.
func admitToken(c *service.Call, in *TokenInput) (err error) {
	in.code, in.login = nil, nil
	var grant *identity.Grant
	c.Describe(oauth{client: in.ClientID, grant: in.GrantType}.describe)
	switch {
	case resources[in.ClientID] == "":
		return invalidRequest("clientId must be %s or %s.", SameDevice, CrossDevice)
	case in.GrantType == byCode:
		if in.code, err = takeCode(c, in); err == nil {
			grant = &in.code.Grant
		}
	case in.GrantType == byRefresh:
		if in.login, err = useLogin(c, in); err == nil {
			grant = &in.login.Grant
		}
	default:
		return invalidRequest("grantType must be %s or %s.", byCode, byRefresh)
	}
	if err != nil {
		return err
	}
	caller, err := c.Access.Lookup(c.Tx, &access.Credential{Session: &grant.Session}, c.Now)
	if err != nil {
		return tokenExpired().Because(err).Kept()
	}
	c.Caller = caller
	return nil
}

var verifierText = regexp.MustCompile(`^[A-Za-z0-9\-._~]{43,128}$`)

// takeCode takes a code that nobody has taken yet. One that comes a second time is in wrong hands, so what was got for it ends. RFC 6749 section 4.1.2.
func takeCode(c *service.Call, in *TokenInput) (*identity.AuthorizationCode, error) {
	if !verifierText.MatchString(in.CodeVerifier) {
		return nil, invalidRequest("codeVerifier must be a text of 43 to 128 unreserved characters.")
	}
	code, ok := store.AuthorizationCodes.Get(c.Tx, identity.CookieDigest(in.Code))
	switch {
	case !ok || !c.Now.Before(code.ExpiresAt):
		return nil, codeExpired()
	case code.Used != "":
		if login, ok := store.Logins.Get(c.Tx, code.Used); ok {
			store.EndLogin(c.Tx, login, identity.LoginRevoked)
		}
		return nil, codeExpired().Kept()
	}
	used := *code
	used.Used = "-"
	store.AuthorizationCodes.Put(c.Tx, &used)
	shown := sha256.Sum256([]byte(in.CodeVerifier))
	digest := base64.RawURLEncoding.EncodeToString(shown[:])
	if subtle.ConstantTimeCompare([]byte(digest), []byte(code.Challenge)) != 1 || in.ClientID != code.Grant.Client || in.RedirectURI != code.RedirectURI {
		return nil, invalidRequest("clientId, redirectUri and codeVerifier must be those of the request for the code.").Kept()
	}
	return &used, nil
}

func proofOf(in *TokenInput) identity.LoginProof {
	return identity.LoginProof{Digest: identity.CookieDigest(in.Proof.ID), At: in.Proof.IssuedAt}
}

// useLogin finds the login of a refresh token. The token stays: several programs may share it, and it is of use only with their key.
func useLogin(c *service.Call, in *TokenInput) (*identity.Login, error) {
	login, ok := store.Logins.Get(c.Tx, identity.CookieDigest(in.RefreshToken))
	switch {
	case !ok || !c.Now.Before(login.Grant.Session.ExpiresAt):
		return nil, tokenExpired()
	case subtle.ConstantTimeCompare([]byte(login.Thumbprint), []byte(in.Proof.Thumbprint)) != 1 || login.Grant.Client != in.ClientID:
		return nil, invalidRequest("The refresh token belongs to another key or another clientId.")
	case login.Ended == identity.CredentialsReplaced:
		return nil, credentialsChanged()
	case login.Ended != 0:
		return nil, tokenExpired()
	}
	mine := proofOf(in)
	recent := slices.DeleteFunc(slices.Clone(login.Proofs), func(p identity.LoginProof) bool { return p.At.Add(dpop.Window).Before(c.Now) })
	switch {
	case slices.ContainsFunc(recent, func(p identity.LoginProof) bool { return p.Digest == mine.Digest }):
		return nil, invalidRequest("The DPoP proof has been used already. Make a new one for each request.")
	case len(recent) >= maxProofs:
		return nil, tooMany()
	}
	recent = append(recent, mine)
	used := *login
	used.UsedAt, used.SourceIP, used.UserAgent, used.Proofs = c.Now, sourceOf(c), c.UserAgent, recent
	store.Logins.Put(c.Tx, &used)
	return &used, nil
}

func asksToken(c *service.Call, in *TokenInput) ([]access.Ask, error) {
	return []access.Ask{{
		Action: "signin:CreateOAuth2Token", Resource: clientARN(c.Account(), in.ClientID), Context: []access.Key{access.One("signin:OAuthGrantType", in.GrantType)},
	}}, nil
}

// makeLogin makes the login that a code was for, and its refresh token.
func makeLogin(c *service.Call, in *TokenInput) (login *identity.Login, token string) {
	token = identity.NewCookie(c.Chance)
	login = &identity.Login{
		ID: identity.CookieDigest(token), Grant: in.code.Grant, Thumbprint: in.Proof.Thumbprint, CreatedAt: c.Now, UsedAt: c.Now, SourceIP: sourceOf(c), UserAgent: c.UserAgent,
		Proofs: []identity.LoginProof{proofOf(in)},
	}
	login.Grant.Session.Login = login.ID
	store.Logins.Put(c.Tx, login)
	used := *in.code
	used.Used = login.ID
	store.AuthorizationCodes.Put(c.Tx, &used)
	return login, token
}

// createToken gives the credentials. They keep the time at which the sign-in began, so that what is revoked by aws:TokenIssueTime is not to be had anew.
func createToken(c *service.Call, in *TokenInput) (*TokenOutput, error) {
	out, login := &TokenOutput{RefreshToken: in.RefreshToken}, in.login
	if in.code != nil {
		login, out.RefreshToken = makeLogin(c, in)
	}
	session := login.Grant.Session
	if most := c.Now.Add(identity.LoginCredentialsTime); session.ExpiresAt.After(most) {
		session.ExpiresAt = most
	}
	left := session.ExpiresAt.Sub(c.Now)
	if left < time.Second {
		return nil, tokenExpired().Kept()
	}
	var err error
	if out.Credentials, _, err = c.Access.Issue(&session); err != nil {
		return nil, err
	}
	out.ExpiresIn = int(left / time.Second)
	if in.code != nil {
		out.IDToken, err = c.Keys.SignIDToken(access.IDToken{
			Issuer: in.Issuer, Subject: c.Caller.ARN(), Audience: in.ClientID, IssuedAt: c.Now.Unix(), ExpiresAt: login.Grant.Session.ExpiresAt.Unix(),
		})
	}
	return out, err
}
