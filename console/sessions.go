package console

import (
	"net/http"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/signin"
)

const sessionsPath = "/sessions"

// sessionsPage lists a person's own sessions, and the programs that were let in from them.
type sessionsPage struct {
	frame
	Sessions []*identity.BrowserSession
	Logins   []*identity.Login
	Mine     string
}

// signedIn is the credential of the session; a browser without one is led to the sign-in page.
func (d *Door) mustSignIn(w http.ResponseWriter, r *http.Request) {
	dropCookie(w, sessionCookie)
	http.Redirect(w, r, signInURL(r), http.StatusSeeOther)
}

func (d *Door) showSessions(w http.ResponseWriter, r *http.Request) {
	d.listSessions(w, r, frame{Title: "Your sessions"})
}

func (d *Door) listSessions(w http.ResponseWriter, r *http.Request, f frame) {
	who, ok := credential(r)
	if !ok {
		d.mustSignIn(w, r)
		return
	}
	out, err := callSignIn[signin.ListSessionsOutput](d, r, who, "ListSessions", &signin.ListSessionsInput{})
	switch {
	case isOver(err):
		d.mustSignIn(w, r)
	case err != nil:
		d.fail(w, r, statusOf(err), words(err))
	default:
		d.show(w, r, http.StatusOK, "sessions", sessionsPage{frame: f, Sessions: out.Sessions, Logins: out.Logins, Mine: out.Mine})
	}
}

func (d *Door) revokeSession(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	who, ok := credential(r)
	if !ok {
		d.mustSignIn(w, r)
		return
	}
	_, err := callSignIn[signin.RevokeSessionOutput](d, r, who, "RevokeSession", &signin.RevokeSessionInput{ID: r.PostForm.Get("session")})
	if err != nil && !isOver(err) {
		d.listSessions(w, r, frame{Title: "Your sessions", Error: words(err)})
		return
	}
	http.Redirect(w, r, sessionsPath, http.StatusSeeOther)
}

// signOut ends the session, or all of the person's, and has the browser forget what it keeps of this host. Whoever wants to go on somewhere gets there by signing in again.
func (d *Door) signOut(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	if who, ok := credential(r); ok {
		_, err := callSignIn[signin.SignOutOutput](d, r, who, "SignOut", &signin.SignOutInput{Everywhere: r.PostForm.Get("everywhere") != ""})
		if err != nil && !isOver(err) {
			d.fail(w, r, statusOf(err), words(err))
			return
		}
	}
	w.Header().Set("Clear-Site-Data", `"cache", "storage"`)
	dropCookie(w, sessionCookie)
	dropCookie(w, pendingCookie)
	http.Redirect(w, r, signInFor(nextOf(r.PostForm.Get("return"))), http.StatusSeeOther)
}

// isOver reports whether an error says that a session has ended.
func isOver(err error) bool { return err != nil && fault.Of(err).Code == "ExpiredToken" }
