package console

import (
	"encoding/json"
	"io"
	"net/http"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/signin"
)

// Security keys need the page's script: these are what it and the console ask. Every other way to sign in works without.
const (
	passkeyPath         = "/signin/-/passkey"
	registerPasskeyPath = "/console/passkey"
)

const passkeyScript = "passkey.js"

// template is the file of the page: security keys have one of their own.
func (p *mfaPage) template() string {
	if p.Kind == identity.PasskeyDevice {
		return "passkey"
	}
	return "mfa"
}

// askPasskey answers the options with which the script of the second page asks the browser for a key.
func (d *Door) askPasskey(w http.ResponseWriter, r *http.Request) {
	if err := refuse(r); err != nil {
		tellFault(w, r, err)
		return
	}
	out, err := callSignIn[signin.PasskeyOptions](d, r, stranger, "AskPasskey", &signin.AskPasskeyInput{Pending: cookie(r, pendingCookie)})
	if err != nil {
		tellFault(w, r, err)
		return
	}
	tell(w, http.StatusOK, json.RawMessage(out.Options))
}

// checkPasskey takes the form that the script fills in with the browser's answer.
func (d *Door) checkPasskey(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	step, err := callSignIn[signin.Step](d, r, stranger, "CheckPasskey", &signin.CheckPasskeyInput{
		Pending: cookie(r, pendingCookie), Response: []byte(r.PostForm.Get("response")), Known: cookie(r, knownCookie),
	})
	if err != nil {
		d.refuseCode(w, r, "mfa", err)
		return
	}
	d.proceed(w, r, step)
}

// registration is what the console sends to register a key. Response stays empty at the beginning.
type registration struct {
	UserName   string          `json:"userName"` // empty: whoever is signed in
	DeviceName string          `json:"deviceName"`
	Response   json.RawMessage `json:"response"`
}

// beginPasskey answers the options with which the console asks the browser for a new key.
func (d *Door) beginPasskey(w http.ResponseWriter, r *http.Request) {
	in, ok := readRegistration(w, r)
	if !ok {
		return
	}
	out, err := callSignIn[signin.PasskeyOptions](d, r, sessionOrNone(r), "BeginPasskeyRegistration", &signin.BeginPasskeyRegistrationInput{UserName: in.UserName})
	if err != nil {
		tellFault(w, r, err)
		return
	}
	tell(w, http.StatusOK, json.RawMessage(out.Options))
}

// finishPasskey registers the key with the browser's answer.
func (d *Door) finishPasskey(w http.ResponseWriter, r *http.Request) {
	in, ok := readRegistration(w, r)
	if !ok {
		return
	}
	out, err := callSignIn[signin.FinishPasskeyRegistrationOutput](d, r, sessionOrNone(r), "FinishPasskeyRegistration", &signin.FinishPasskeyRegistrationInput{
		UserName: in.UserName, DeviceName: in.DeviceName, Response: in.Response,
	})
	if err != nil {
		tellFault(w, r, err)
		return
	}
	tell(w, http.StatusOK, struct {
		SerialNumber string `json:"serialNumber"`
	}{out.SerialNumber})
}

// readRegistration reads the body of a request that only the console's own pages can send, and reports whether it could: it has said no otherwise.
func readRegistration(w http.ResponseWriter, r *http.Request) (in registration, ok bool) {
	if err := refuse(r); err != nil {
		tellFault(w, r, err)
		return in, false
	}
	const most = 128 << 10
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	if err == nil {
		err = json.Unmarshal(body, &in)
	}
	if err != nil {
		tellFault(w, r, fault.Validation("The request is not JSON of at most 128 KiB."))
		return in, false
	}
	return in, true
}

// tellFault answers a script with what it shows to the person, in the language of the pages.
func tellFault(w http.ResponseWriter, r *http.Request, err error) {
	f := fault.Of(err)
	tell(w, f.Status, struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	}{f.Code, languageOf(r).say(words(err))})
}
