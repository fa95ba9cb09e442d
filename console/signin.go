package console

import (
	"math"
	"net/http"
	"strconv"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

// The steps have paths that no account's alias can be.
const (
	rootPath     = "/signin/-/root"
	mfaPath      = "/signin/-/mfa"
	resyncPath   = "/signin/-/resync"
	passwordPath = "/signin/-/password"
)

// signInPage is the first page. Email is set for a root user.
type signInPage struct {
	frame
	Account, User, Email, Return string
}

func (d *Door) showStart(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, home, http.StatusFound)
}

func (d *Door) showSignIn(w http.ResponseWriter, r *http.Request) {
	account, user := remembered(r)
	if named := r.PathValue("account"); named != "" && named != account {
		account, user = named, ""
	}
	d.show(w, r, http.StatusOK, "signin", signInPage{frame: frame{Title: "Sign in"}, Account: account, User: user, Return: nextOf(r.URL.Query().Get("return"))})
}

func (d *Door) signIn(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	page := signInPage{
		frame: frame{Title: "Sign in"}, Account: r.PostForm.Get("account"), User: r.PostForm.Get("username"), Return: nextOf(r.PostForm.Get("return")),
	}
	step, err := callSignIn[signin.Step](d, r, stranger, "CheckPassword", &signin.CheckPasswordInput{
		Account: page.Account, UserName: page.User, Password: r.PostForm.Get("password"), Known: cookie(r, knownCookie), Next: page.Return,
	})
	if err != nil {
		page.Error = words(err)
		retryLater(w, err)
		d.show(w, r, statusOf(err), "signin", page)
		return
	}
	d.proceed(w, r, step)
}

func (d *Door) showRoot(w http.ResponseWriter, r *http.Request) {
	d.show(w, r, http.StatusOK, "root", signInPage{frame: frame{Title: "Root user sign-in"}, Return: nextOf(r.URL.Query().Get("return"))})
}

func (d *Door) signInRoot(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	page := signInPage{frame: frame{Title: "Root user sign-in"}, Email: r.PostForm.Get("email"), Return: nextOf(r.PostForm.Get("return"))}
	in := &signin.CheckPasswordInput{RootEmail: page.Email, Password: r.PostForm.Get("password"), Known: cookie(r, knownCookie), Next: page.Return}
	if in.RootEmail == "" {
		in.RootEmail = " " // nobody's, and no user's either
	}
	step, err := callSignIn[signin.Step](d, r, stranger, "CheckPassword", in)
	if err != nil {
		page.Error = words(err)
		retryLater(w, err)
		d.show(w, r, statusOf(err), "root", page)
		return
	}
	d.proceed(w, r, step)
}

// proceed leads to what comes next: the second factor or a new password, or the console. A session that the browser had ends.
func (d *Door) proceed(w http.ResponseWriter, r *http.Request, step *signin.Step) {
	if step.Pending != "" {
		setCookie(w, pendingCookie, step.Pending, identity.PendingSignInTime)
		http.Redirect(w, r, mfaPath, http.StatusSeeOther)
		return
	}
	d.endFormer(r)
	dropCookie(w, pendingCookie)
	setCookie(w, sessionCookie, step.Session, identity.BrowserSessionTime)
	if step.Known != "" {
		setCookie(w, knownCookie, step.Known, identity.KnownBrowserTime)
	}
	if step.User != "" {
		remember(w, step.Account, step.User)
	}
	http.Redirect(w, r, nextOf(step.Next), http.StatusSeeOther)
}

// endFormer ends the session that the browser had until now.
func (d *Door) endFormer(r *http.Request) {
	if old, ok := credential(r); ok {
		_, _ = callSignIn[signin.SignOutOutput](d, r, old, "SignOut", &signin.SignOutInput{}) // it may be over already
	}
}

// startOver shows the first page again, with the reason why. Every page of a sign-in sends along where the person wants to go, because the sign-in may be gone.
func (d *Door) startOver(w http.ResponseWriter, r *http.Request, why string) {
	dropCookie(w, pendingCookie)
	account, user := remembered(r)
	d.show(w, r, http.StatusForbidden, "signin", signInPage{frame: frame{Title: "Sign in", Error: why}, Account: account, User: user, Return: nextOf(r.FormValue("return"))})
}

const timedOut = "Your sign-in has timed out. Please sign in again."

// pending is the sign-in that the browser is in the middle of; nil: a page has said that it is over.
func (d *Door) pending(w http.ResponseWriter, r *http.Request) *signin.Pending {
	var found *signin.Pending
	if value := cookie(r, pendingCookie); value != "" {
		if err := d.view(r, func(tx *store.Tx) { found = signin.Look(tx, value, d.host.Clock()) }); err != nil {
			d.fail(w, r, http.StatusServiceUnavailable, words(err))
			return nil
		}
	}
	if found == nil {
		d.startOver(w, r, timedOut)
	}
	return found
}

func retryLater(w http.ResponseWriter, err error) {
	if after, ok := signin.RetryAfter(err); ok {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(after.Seconds()))))
	}
}

// byPending is the credential of a sign-in that only wants a new password.
func byPending(r *http.Request) *access.Credential {
	return &access.Credential{Pending: identity.CookieDigest(cookie(r, pendingCookie))}
}
