package console

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"time"

	"github.com/cardea-iam/cardea/signin"
)

// The paths are those that AWS's clients know.
const (
	authorizePath    = "/v1/authorize"
	confirmationPath = "/v1/sessions/confirmation"
)

// consentPage asks a person whether a program may act as them.
type consentPage struct {
	frame
	As       *who
	Until    time.Time
	Remote   bool
	Request  *signin.AuthorizeInput
	SignInAs string // where to sign in as somebody else, and come back
}

// showAuthorize asks. It changes nothing.
func (d *Door) showAuthorize(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	in, ok := d.authorizeInput(w, r, query)
	if !ok {
		return
	}
	now := d.signedIn(r)
	if now == nil {
		d.mustSignIn(w, r)
		return
	}
	d.askConsent(w, r, http.StatusOK, consentPage{As: now, Request: in}, query)
}

func (d *Door) askConsent(w http.ResponseWriter, r *http.Request, status int, page consentPage, query url.Values) {
	page.Title, page.Until, page.Remote = "Let a program act as you?", page.As.Expires, page.Request.ClientID == signin.CrossDevice
	page.SignInAs = signInFor(nextOf(authorizePath + "?" + query.Encode()))
	d.show(w, r, status, "consent", page)
}

// authorizeInput reads what a program asks for. What it may not ask for is said here: its address is not to be trusted with an answer.
func (d *Door) authorizeInput(w http.ResponseWriter, r *http.Request, fields url.Values) (*signin.AuthorizeInput, bool) {
	in := &signin.AuthorizeInput{
		ResponseType: fields.Get("response_type"), ClientID: fields.Get("client_id"), RedirectURI: fields.Get("redirect_uri"), State: fields.Get("state"),
		Scope: fields.Get("scope"), Challenge: fields.Get("code_challenge"), ChallengeMethod: fields.Get("code_challenge_method"),
		ConfirmationURI: d.public.JoinPath(confirmationPath).String(),
	}
	if !once(fields) {
		d.fail(w, r, http.StatusBadRequest, "Each parameter may be given once.")
		return nil, false
	}
	if err := in.Check(); err != nil {
		d.fail(w, r, http.StatusBadRequest, "The program asks for what it cannot have: "+words(err))
		return nil, false
	}
	return in, true
}

// authorize does what the person has chosen. The consent counts only for the identity that the page has named.
func (d *Door) authorize(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	fields := r.PostForm
	choice, as := fields.Get("choice"), fields.Get("as")
	for _, ours := range []string{"choice", "as"} {
		fields.Del(ours)
	}
	in, ok := d.authorizeInput(w, r, fields)
	if !ok {
		return
	}
	now := d.signedIn(r)
	switch {
	case now == nil:
		dropCookie(w, sessionCookie)
		http.Redirect(w, r, signInFor(nextOf(authorizePath+"?"+fields.Encode())), http.StatusSeeOther)
	case choice == "deny":
		d.handBack(w, r, in, url.Values{"error": {"access_denied"}})
	case choice != "allow" || as != now.ARN:
		d.askConsent(w, r, http.StatusConflict, consentPage{frame: frame{Error: "You are signed in as somebody else by now. Please choose again."}, As: now, Request: in}, fields)
	default:
		d.allow(w, r, in)
	}
}

func (d *Door) allow(w http.ResponseWriter, r *http.Request, in *signin.AuthorizeInput) {
	out, err := callSignIn[signin.AuthorizeOutput](d, r, sessionOrNone(r), "AuthorizeOAuth2Access", in)
	switch {
	case isOver(err):
		d.mustSignIn(w, r)
	case err != nil:
		d.fail(w, r, statusOf(err), words(err))
	default:
		d.touch(r)
		d.handBack(w, r, in, url.Values{"code": {out.Code}})
	}
}

// handBackPage leads back to the program: by a link that is followed at once, since the policy of our pages lets no form lead to another host, or by a text to copy.
type handBackPage struct {
	frame
	Allowed bool
	Target  string
	Code    string
}

func (d *Door) handBack(w http.ResponseWriter, r *http.Request, in *signin.AuthorizeInput, answer url.Values) {
	page := handBackPage{frame: frame{Title: "Nothing was allowed"}, Allowed: answer.Has("code")}
	if page.Allowed {
		page.Title = "You have let the program in"
	}
	answer.Set("state", in.State)
	switch {
	case in.ClientID == signin.SameDevice:
		page.Target = in.RedirectURI + "?" + answer.Encode()
	case page.Allowed:
		page.Code = base64.StdEncoding.EncodeToString([]byte(answer.Encode()))
	}
	d.show(w, r, http.StatusOK, "handback", page)
}
