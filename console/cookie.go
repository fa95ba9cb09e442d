package console

import (
	"net/http"
	"net/url"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
)

// The cookies. A name with __Host- belongs to exactly one host and is never readable in plain text.
const (
	sessionCookie = "__Host-session"
	pendingCookie = "__Host-pending"
	knownCookie   = "__Host-device"       // opens nothing: only keeps guesses by others apart
	lastCookie    = "__Host-last-account" // account and user name for the next time; no secret
)

// setCookie gives the browser a cookie; an age of 0 lasts until the browser is closed.
func setCookie(w http.ResponseWriter, name, value string, age time.Duration) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: int(age.Seconds()), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

func dropCookie(w http.ResponseWriter, name string) {
	http.SetCookie(w, &http.Cookie{Name: name, Path: "/", MaxAge: -1, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// cookie is the value of a cookie of ours; empty: there is none, or one that we have not made.
func cookie(r *http.Request, name string) string {
	const size = 43 // of identity.NewCookie
	c, err := r.Cookie(name)
	if err != nil || len(c.Value) != size {
		return ""
	}
	return c.Value
}

// credential is what the session's cookie proves, if there is one. Whether it is alive shows when it is used.
func credential(r *http.Request) (*access.Credential, bool) {
	value := cookie(r, sessionCookie)
	if value == "" {
		return nil, false
	}
	return &access.Credential{Browser: identity.CookieDigest(value)}, true
}

// sessionOrNone is what the cookie proves, or a session that is over: what needs one answers ExpiredToken then.
func sessionOrNone(r *http.Request) *access.Credential {
	if found, ok := credential(r); ok {
		return found
	}
	return &access.Credential{Browser: "none"}
}

// remember keeps the account and the user name for the next sign-in.
func remember(w http.ResponseWriter, account, user string) {
	setCookie(w, lastCookie, url.Values{"a": {account}, "u": {user}}.Encode(), identity.KnownBrowserTime)
}

// remembered are the account and the user name of the last sign-in.
func remembered(r *http.Request) (account, user string) {
	const most = 512
	c, err := r.Cookie(lastCookie)
	if err != nil || len(c.Value) > most {
		return "", ""
	}
	values, err := url.ParseQuery(c.Value)
	if err != nil {
		return "", ""
	}
	return values.Get("a"), values.Get("u")
}
