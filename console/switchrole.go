package console

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/signin"
	"github.com/cardea-iam/cardea/store"
)

const switchPath = "/switchrole"

// switchPage is where a person switches to a role.
type switchPage struct {
	frame
	Account, Role, Display, Color string
	Colors                        []string
	Switched                      bool // the browser has a role, from which there is a way back
}

var colors = []string{"red", "orange", "yellow", "green", "blue"}

// colorCodes are how links made for AWS name the colors.
var colorCodes = map[string]string{"F2B0A9": "red", "FBBF93": "orange", "FAD791": "yellow", "B7CA9D": "green", "99BCE3": "blue"}

func colorOf(text string) string {
	if name, ok := colorCodes[strings.ToUpper(text)]; ok {
		return name
	}
	return clipped(text)
}

func (d *Door) showSwitchRole(w http.ResponseWriter, r *http.Request) {
	row := d.session(r)
	if row == nil {
		d.mustSignIn(w, r)
		return
	}
	query := r.URL.Query()
	d.show(w, r, http.StatusOK, "switchrole", switchPage{
		frame: frame{Title: "Switch role"}, Colors: colors, Switched: row.Parent != "",
		Account: query.Get("account"), Role: query.Get("roleName"), Display: query.Get("displayName"), Color: colorOf(query.Get("color")),
	})
}

func (d *Door) switchRole(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	page := switchPage{
		frame: frame{Title: "Switch role"}, Colors: colors,
		Account: r.PostForm.Get("account"), Role: r.PostForm.Get("roleName"), Display: clipped(r.PostForm.Get("displayName")), Color: colorOf(r.PostForm.Get("color")),
	}
	d.goAs(w, r, "SwitchRole", &signin.SwitchRoleInput{Account: page.Account, RoleName: page.Role, DisplayName: page.Display, Color: page.Color}, func(err error) {
		page.Error, page.Reason = "Could not switch roles.", words(err)
		if row := d.session(r); row != nil {
			page.Switched = row.Parent != ""
		}
		d.show(w, r, statusOf(err), "switchrole", page)
	})
}

func (d *Door) switchBack(w http.ResponseWriter, r *http.Request) {
	d.goAs(w, r, "SwitchBack", &signin.SwitchBackInput{}, func(err error) { d.fail(w, r, statusOf(err), words(err)) })
}

// goAs goes on under another session. It is always the one that was signed in that asks, whatever role the browser has.
func (d *Door) goAs(w http.ResponseWriter, r *http.Request, operation string, in any, refused func(error)) {
	row := d.session(r)
	if row == nil {
		d.mustSignIn(w, r)
		return
	}
	who := &access.Credential{Browser: row.ID}
	if row.Parent != "" {
		who.Browser = row.Parent
	}
	out, err := callSignIn[signin.SwitchOutput](d, r, who, operation, in)
	switch {
	case isOver(err):
		d.mustSignIn(w, r)
	case err != nil:
		refused(err)
	default:
		setCookie(w, sessionCookie, out.Session, identity.BrowserSessionTime)
		http.Redirect(w, r, home, http.StatusSeeOther)
	}
}

// session is the row of the browser's session, whether it is alive or not; nil: there is none.
func (d *Door) session(r *http.Request) (row *identity.BrowserSession) {
	who, ok := credential(r)
	if !ok {
		return nil
	}
	_ = d.view(r, func(tx *store.Tx) { row, _ = store.BrowserSessions.Get(tx, who.Browser) }) // a store that cannot be read has nobody signed in
	return row
}

// clipped keeps a text that only names something short.
func clipped(text string) string {
	const most = 64
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most])
	}
	return text
}

// signInURL is where to sign in and then come back to the page that was asked for.
func signInURL(r *http.Request) string {
	if r.Method != http.MethodGet {
		return signInFor(home)
	}
	return signInFor(nextOf(r.URL.RequestURI()))
}

// signInFor is where to sign in and then come to a path that nextOf has answered.
func signInFor(next string) string {
	if next == home {
		return "/signin"
	}
	return "/signin?return=" + url.QueryEscape(next)
}
