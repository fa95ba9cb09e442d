package console

import (
	"errors"
	"net/http"

	"github.com/cardea-iam/cardea/access"
	iamapi "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/signin"
)

// newPasswordPage is where a password is replaced that must be.
type newPasswordPage struct {
	frame
	Account, User string
	Return        string
}

func newPasswordPageOf(p *signin.Pending) newPasswordPage {
	return newPasswordPage{frame: frame{Title: "Change your password"}, Account: p.Account, User: p.User, Return: p.Next}
}

func (d *Door) showNewPassword(w http.ResponseWriter, r *http.Request) {
	switch p := d.pending(w, r); {
	case p == nil:
	case !p.Proven:
		http.Redirect(w, r, mfaPath, http.StatusSeeOther)
	default:
		d.show(w, r, http.StatusOK, "password", newPasswordPageOf(p))
	}
}

// mayNotChange is what AWS says, whether it is the right that is missing or the password that is too weak.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html
const mayNotChange = "Either user is not authorized to perform iam:ChangePassword or entered password does not comply with account password policy set by administrator"

// changePassword has iam change the password: the policy engine decides, with the MFA state of this sign-in.
func (d *Door) changePassword(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	p := d.pending(w, r)
	if p == nil {
		return
	}
	page := newPasswordPageOf(p)
	fresh := r.PostForm.Get("new")
	if fresh != r.PostForm.Get("again") {
		page.Error = "The new passwords are not the same."
		d.show(w, r, http.StatusForbidden, "password", page)
		return
	}
	in := &iamapi.ChangePasswordInput{OldPassword: r.PostForm.Get("old"), NewPassword: fresh}
	if _, err := call[iamapi.ChangePasswordOutput](d, r, byPending(r), "iam", "ChangePassword", in); err != nil {
		page.Error, page.Reason = changeWords(err)
		d.show(w, r, statusOf(err), "password", page)
		return
	}
	step, err := callSignIn[signin.Step](d, r, stranger, "FinishSignIn", &signin.FinishSignInInput{Pending: cookie(r, pendingCookie), Known: cookie(r, knownCookie)})
	if err != nil {
		d.startOver(w, r, words(err))
		return
	}
	d.proceed(w, r, step)
}

// changeWords says why a password was not changed.
func changeWords(err error) (text, reason string) {
	var denial *access.Denial
	switch {
	case errors.As(err, &denial):
		return mayNotChange, ""
	case codeOf(err) == "PasswordPolicyViolation":
		return mayNotChange, words(err)
	case codeOf(err) == "ExpiredToken":
		return timedOut, ""
	}
	return words(err), ""
}
