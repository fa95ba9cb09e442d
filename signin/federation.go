package signin

import (
	"slices"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// These let in who holds the credentials of a role or a federated user: they are exchanged for a token, and the token for a session.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
var federationOperations = []service.Operation{
	service.Op("GetSigninToken", service.Write, asksNothing[GetSigninTokenInput], getSigninToken),
	service.Op("RedeemSigninToken", service.Write, asksNothing[RedeemSigninTokenInput], redeemSigninToken),
}

// GetSigninTokenInput is a temporary credential, whole.
type GetSigninTokenInput struct {
	KeyID    string
	Secret   seal.Secret
	Token    string
	Duration int // of the console's session, in seconds; 0: what is left of the credential
}

// GetSigninTokenOutput is the text of the token.
type GetSigninTokenOutput struct{ SigninToken string }

// Bounds of Duration.
const (
	leastFederation = 900
	mostFederation  = 43200
)

// mostSigninTokens is how many unused tokens one credential may have: a newer one takes the place of the oldest.
const mostSigninTokens = 20

func getSigninToken(c *service.Call, in *GetSigninTokenInput) (*GetSigninTokenOutput, error) {
	c.Describe(handover{call: c, keyID: in.KeyID}.describe)
	credential, err := c.Access.Present(c.Tx, in.KeyID, in.Secret, in.Token, c.Now)
	if err != nil {
		return nil, badCredentials(err)
	}
	caller, err := c.Access.Lookup(c.Tx, credential, c.Now)
	if err != nil {
		return nil, badCredentials(err)
	}
	c.Describe(handover{call: c, keyID: in.KeyID, caller: caller}.describe)
	if err := mayFederate(credential.Session, in.Duration); err != nil {
		return nil, err
	}
	old := slices.SortedFunc(store.SigninTokensByKey.All(c.Tx, in.KeyID), func(a, b *identity.SigninToken) int { return b.MadeAt.Compare(a.MadeAt) })
	for _, token := range old[min(mostSigninTokens-1, len(old)):] {
		store.SigninTokens.Delete(c.Tx, token.ID)
	}
	out := &GetSigninTokenOutput{SigninToken: identity.NewCookie(c.Chance)}
	store.SigninTokens.Put(c.Tx, &identity.SigninToken{
		ID: identity.CookieDigest(out.SigninToken), Session: *credential.Session, MadeAt: c.Now, ExpiresAt: c.Now.Add(identity.SigninTokenTime),
		Duration: time.Duration(in.Duration) * time.Second,
	})
	return out, nil
}

// badCredentials answers the same for wrong credentials, expired ones and those whose role is gone; what is no refusal stays what it is.
func badCredentials(err error) error {
	if fault.Of(err).Status >= fault.Failure {
		return err
	}
	return fault.New("InvalidCredentials", fault.Unauthorized, "The credentials of the session are not valid, or have expired.").Because(err)
}

// mayFederate refuses sessions that open no console, and a duration where there may be none.
func mayFederate(session *identity.Session, duration int) error {
	switch {
	case session.Kind != identity.RoleSession && session.Kind != identity.FederationSession:
		return fault.New("InvalidSession", fault.BadRequest, "The credentials must be those of AssumeRole or GetFederationToken. Others open no session of the console.")
	case duration == 0:
		return nil
	case duration < leastFederation || duration > mostFederation:
		return fault.New("InvalidSessionDuration", fault.BadRequest, "SessionDuration must be a number of seconds from %d to %d.", leastFederation, mostFederation)
	case session.Kind != identity.RoleSession || !strings.HasPrefix(session.IssuerKey, identity.AccessKeyPrefix):
		return fault.New("InvalidSessionDuration", fault.BadRequest,
			"SessionDuration can be given only with credentials that AssumeRole gave to a long-term access key. Leave it out: the session then ends with the credentials.")
	}
	return nil
}

// RedeemSigninTokenInput is a token, and the path that its holder wants to go to, for the record.
type RedeemSigninTokenInput struct{ SigninToken, LoginTo string }

// RedeemSigninTokenOutput is the cookie of the session.
type RedeemSigninTokenOutput struct {
	Session   string
	ExpiresAt time.Time
}

// redeemSigninToken opens the session. The token is used up, whatever comes of it.
func redeemSigninToken(c *service.Call, in *RedeemSigninTokenInput) (*RedeemSigninTokenOutput, error) {
	c.Describe(handover{call: c, login: true, to: in.LoginTo}.describe)
	row, ok := store.SigninTokens.Get(c.Tx, identity.CookieDigest(in.SigninToken))
	if !ok || !c.Now.Before(row.ExpiresAt) {
		return nil, tokenOver()
	}
	store.SigninTokens.Delete(c.Tx, row.ID)
	session := row.Session
	caller, err := c.Access.Lookup(c.Tx, &access.Credential{KeyID: session.KeyID, Session: &session}, c.Now)
	if err != nil {
		return nil, tokenOver().Because(err).Kept()
	}
	c.Describe(handover{call: c, keyID: session.KeyID, caller: caller, login: true, to: in.LoginTo}.describe)
	ends := session.ExpiresAt
	if row.Duration > 0 {
		ends = c.Now.Add(row.Duration)
	}
	cookie := identity.NewCookie(c.Chance)
	store.BrowserSessions.Put(c.Tx, &identity.BrowserSession{
		ID: identity.CookieDigest(cookie), Account: session.Account, Principal: session.Principal, Person: session.KeyID, Kind: session.Kind,
		CreatedAt: c.Now, SeenAt: c.Now, ExpiresAt: ends, SourceIP: sourceOf(c), UserAgent: c.UserAgent, Name: session.Name,
		IdleTime: c.Settings.BrowserIdleTime, Federated: &session,
	})
	return &RedeemSigninTokenOutput{Session: cookie, ExpiresAt: ends}, nil
}

// TokenOver says that a token signs nobody in, whatever the reason.
const TokenOver = "This sign-in link has been used already, or is older than 15 minutes. Get another one where it came from."

func tokenOver() *fault.Error { return fault.New("SigninTokenOver", fault.Forbidden, TokenOver) }

// LookSigninToken is who a token would sign in, for the page that asks first; nil: nobody.
func LookSigninToken(tx *store.Tx, from *access.Access, token string, now time.Time) *identity.Caller {
	row, ok := store.SigninTokens.Get(tx, identity.CookieDigest(token))
	if !ok || !now.Before(row.ExpiresAt) {
		return nil
	}
	caller, err := from.Lookup(tx, &access.Credential{KeyID: row.Session.KeyID, Session: &row.Session}, now)
	if err != nil {
		return nil
	}
	return caller
}
