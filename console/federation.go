package console

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

const federationPath = "/federation"

// federate is the endpoint at which a program exchanges the credentials of a role or federated user for a link into the console.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
func (d *Door) federate(w http.ResponseWriter, r *http.Request) {
	// The address of this page is a secret: its pages tell it to nobody, not even to this host. It is not no-referrer: see protect.
	w.Header().Set("Referrer-Policy", "strict-origin")
	if r.Method == http.MethodHead {
		w.Header().Set("Allow", "GET, POST")
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	fields, ok := d.federationFields(w, r)
	if !ok {
		return
	}
	switch fields.Get("Action") {
	case "getSigninToken":
		d.getSigninToken(w, r, fields)
	case "login":
		d.federatedLogin(w, r, fields)
	case "logout":
		d.federatedLogout(w, r)
	default:
		tellNo(w, fault.New("InvalidAction", fault.BadRequest, "Action must be getSigninToken, login or logout."))
	}
}

// federationFields are the fields of the query and of the form, each of them once.
func (d *Door) federationFields(w http.ResponseWriter, r *http.Request) (url.Values, bool) {
	const most = 64 << 10
	r.Body = http.MaxBytesReader(w, r.Body, most)
	if err := r.ParseForm(); err != nil {
		tellNo(w, fault.New("InvalidRequest", fault.BadRequest, "The parameters could not be read.").Because(err))
		return nil, false
	}
	if !once(r.Form) {
		tellNo(w, fault.New("InvalidRequest", fault.BadRequest, "Each parameter may be given once."))
		return nil, false
	}
	return r.Form, true
}

// once reports whether no field is given twice.
func once(fields url.Values) bool {
	for _, values := range fields {
		if len(values) > 1 {
			return false
		}
	}
	return true
}

// tellNo refuses a program's request.
func tellNo(w http.ResponseWriter, err error) {
	f := fault.Of(err)
	text := f.Message
	if f.Status >= fault.Failure {
		text = words(err)
	}
	tell(w, f.Status, struct {
		Error   string `json:"error"`
		Message string `json:"message"`
	}{f.Code, text})
}

// heldSession is the parameter Session.
type heldSession struct {
	ID    string `json:"sessionId"`
	Key   string `json:"sessionKey"`
	Token string `json:"sessionToken"`
}

func (d *Door) getSigninToken(w http.ResponseWriter, r *http.Request, fields url.Values) {
	in, err := signinTokenInput(fields)
	if err != nil {
		tellNo(w, err)
		return
	}
	out, err := callSignIn[signin.GetSigninTokenOutput](d, r, stranger, "GetSigninToken", in)
	if err != nil {
		tellNo(w, err)
		return
	}
	tell(w, http.StatusOK, out)
}

func signinTokenInput(fields url.Values) (*signin.GetSigninTokenInput, error) {
	if kind := fields.Get("SessionType"); kind != "" && kind != "json" {
		return nil, fault.New("InvalidSessionType", fault.BadRequest, "SessionType must be json, or left out.")
	}
	var held heldSession
	err := json.Unmarshal([]byte(fields.Get("Session")), &held)
	if err != nil || held.ID == "" || held.Key == "" || held.Token == "" {
		// The cause would repeat what came.
		return nil, fault.New("InvalidSession", fault.BadRequest, `Session must be a JSON object with the texts sessionId, sessionKey and sessionToken, encoded for a URL.`)
	}
	in := &signin.GetSigninTokenInput{KeyID: held.ID, Secret: seal.NewSecret(held.Key), Token: held.Token}
	if text := fields.Get("SessionDuration"); text != "" {
		if in.Duration, err = strconv.Atoi(text); err != nil || in.Duration == 0 {
			in.Duration = -1 // out of every range
		}
	}
	return in, nil
}

// federatedPage asks before one session takes the place of another.
type federatedPage struct {
	frame
	From, To           string // ARNs
	Destination, Token string
}

// federatedLogin signs a browser in. It is the one GET that changes something: so it must be a page that somebody goes to, and where somebody is signed in already it only
// asks, lest a foreign page put its visitor into another's session unseen.
func (d *Door) federatedLogin(w http.ResponseWriter, r *http.Request, fields url.Values) {
	destination, ok := d.destinationOf(fields.Get("Destination"))
	if !ok {
		d.fail(w, r, http.StatusBadRequest, "Destination must be a page of this console, such as "+d.public.JoinPath(home).String()+".")
		return
	}
	if !isVisit(r) {
		d.fail(w, r, http.StatusForbidden, "Open this link in a window of its own.")
		return
	}
	token := fields.Get("SigninToken")
	if now := d.signedIn(r); now != nil && r.Method == http.MethodGet {
		d.askBeforeFederation(w, r, now, token, destination)
		return
	}
	path, _, _ := strings.Cut(destination, "?")
	out, err := callSignIn[signin.RedeemSigninTokenOutput](d, r, stranger, "RedeemSigninToken", &signin.RedeemSigninTokenInput{SigninToken: token, LoginTo: path})
	if err != nil {
		d.fail(w, r, statusOf(err), words(err))
		return
	}
	d.endFormer(r)
	dropCookie(w, pendingCookie)
	setCookie(w, sessionCookie, out.Session, out.ExpiresAt.Sub(d.host.Clock()).Round(time.Second))
	http.Redirect(w, r, destination, http.StatusSeeOther)
}

func (d *Door) askBeforeFederation(w http.ResponseWriter, r *http.Request, now *who, token, destination string) {
	page := federatedPage{frame: frame{Title: "Sign in as somebody else?"}, From: now.ARN, Destination: destination, Token: token}
	err := d.view(r, func(tx *store.Tx) {
		if next := signin.LookSigninToken(tx, d.host.Access, token, d.host.Clock()); next != nil {
			page.To = next.ARN()
		}
	})
	switch {
	case err != nil:
		d.fail(w, r, http.StatusServiceUnavailable, words(err))
	case page.To == "":
		d.fail(w, r, http.StatusForbidden, signin.TokenOver)
	default:
		d.show(w, r, http.StatusOK, "federation", page)
	}
}

// isVisit reports whether a browser asks for a page that somebody goes to: not for a part of another page, and not in advance.
func isVisit(r *http.Request) bool {
	part := r.Header.Get("Sec-Fetch-Dest")
	return (part == "" || part == "document") && r.Header.Get("Sec-Purpose") == "" && r.Header.Get("Purpose") == ""
}

// destinationOf is the path of this console that a text names, whole or from the host on. No text is home; what is not ours is refused.
func (d *Door) destinationOf(text string) (path string, ok bool) {
	text = strings.TrimPrefix(text, d.public.Scheme+"://"+d.public.Host)
	text, _, _ = strings.Cut(text, "#") // what the server does not see
	if text == "" || text == "/" || text == home {
		return home, true
	}
	path = nextOf(text)
	return path, path != home
}

// federatedLogout asks whether to sign out: a link alone must not do that.
func (d *Door) federatedLogout(w http.ResponseWriter, r *http.Request) {
	switch now := d.signedIn(r); {
	case r.Method == http.MethodPost:
		d.signOut(w, r)
	case now == nil:
		http.Redirect(w, r, "/signin", http.StatusSeeOther)
	default:
		d.show(w, r, http.StatusOK, "logout", federatedPage{frame: frame{Title: "Sign out?"}, From: now.ARN})
	}
}
