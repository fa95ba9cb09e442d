package console

import (
	"net/http"
	"net/url"

	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/signin"
)

// mfaPage is the second page: one kind of device, and the ways to the others.
type mfaPage struct {
	frame
	Account, User string
	Kind          string // of the devices that are asked for
	Devices       []mfaDevice
	Return        string
	Others        []mfaMethod
	Resync        bool // several codes were wrong: the device's clock may be off
}

type mfaDevice struct {
	Serial, Name string
	Chosen       bool
}

// mfaMethod is a kind of device that a person may have.
type mfaMethod struct{ Kind, Name string }

var mfaMethods = []mfaMethod{
	{identity.VirtualDevice, "Authenticator app"},
	{identity.PasskeyDevice, "Security key"},
	{identity.HardwareDevice, "Hardware token"},
}

// resyncAfter is how many wrong codes it takes until the page offers to mend the device.
const resyncAfter = 2

// mfaPageOf is the second page for a pending sign-in and the kind of device that is asked for; an unknown one is that of the device that was used last. Chosen is the
// serial number of the device that the person has picked before.
func mfaPageOf(p *signin.Pending, kind, chosen string) mfaPage {
	page := mfaPage{frame: frame{Title: "Multi-factor authentication"}, Account: p.Account, User: p.User, Return: p.Next, Resync: p.Failures >= resyncAfter}
	has := map[string]bool{}
	for _, device := range p.Devices {
		has[device.Kind] = true
	}
	if !has[kind] && len(p.Devices) > 0 {
		kind = p.Devices[0].Kind
	}
	page.Kind = kind
	if kind == identity.PasskeyDevice {
		page.Script = passkeyScript
	}
	for _, device := range p.Devices {
		if device.Kind == kind {
			page.Devices = append(page.Devices, mfaDevice{device.Serial, deviceName(device), device.Serial == chosen})
		}
	}
	for _, method := range mfaMethods {
		if has[method.Kind] && method.Kind != kind {
			page.Others = append(page.Others, method)
		}
	}
	return page
}

func deviceName(device *identity.MFADevice) string {
	if device.Name != "" {
		return device.Name
	}
	return device.Serial
}

func (d *Door) showMFA(w http.ResponseWriter, r *http.Request) {
	switch p := d.pending(w, r); {
	case p == nil:
	case p.Proven:
		http.Redirect(w, r, passwordPath, http.StatusSeeOther)
	default:
		query := r.URL.Query()
		page := mfaPageOf(p, query.Get("method"), query.Get("device"))
		if query.Has("resynced") {
			page.Notice = "Your device is in step again. Wait for its next code and type it here."
			page.Resync = false
		}
		d.show(w, r, http.StatusOK, page.template(), page)
	}
}

func (d *Door) checkCode(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	step, err := callSignIn[signin.Step](d, r, stranger, "CheckCode", &signin.CheckCodeInput{
		Pending: cookie(r, pendingCookie), Serial: r.PostForm.Get("device"), Code: r.PostForm.Get("code"), Known: cookie(r, knownCookie),
	})
	if err != nil {
		d.refuseCode(w, r, "mfa", err)
		return
	}
	d.proceed(w, r, step)
}

// refuseCode shows the page again on which a code was wrong, or the first one if the sign-in is over.
func (d *Door) refuseCode(w http.ResponseWriter, r *http.Request, name string, err error) {
	if codeOf(err) == signin.Over {
		d.startOver(w, r, words(err))
		return
	}
	p := d.pending(w, r)
	if p == nil {
		return
	}
	page := mfaPageOf(p, r.PostForm.Get("method"), r.PostForm.Get("device"))
	page.Error = words(err)
	if name == "mfa" {
		name = page.template()
	} else {
		page.Title = resyncTitle
	}
	d.show(w, r, statusOf(err), name, page)
}

const resyncTitle = "Troubleshoot MFA"

func (d *Door) showResync(w http.ResponseWriter, r *http.Request) {
	switch p := d.pending(w, r); {
	case p == nil:
	case p.Proven:
		http.Redirect(w, r, passwordPath, http.StatusSeeOther)
	default:
		page := mfaPageOf(p, r.URL.Query().Get("method"), "")
		page.Title = resyncTitle
		d.show(w, r, http.StatusOK, "resync", page)
	}
}

func (d *Door) resync(w http.ResponseWriter, r *http.Request) {
	if !d.form(w, r) {
		return
	}
	_, err := callSignIn[signin.ResyncDeviceOutput](d, r, stranger, "ResyncDevice", &signin.ResyncDeviceInput{
		Pending: cookie(r, pendingCookie), Serial: r.PostForm.Get("device"), Code1: r.PostForm.Get("code1"), Code2: r.PostForm.Get("code2"),
	})
	if err != nil {
		d.refuseCode(w, r, "resync", err)
		return
	}
	done := url.Values{"resynced": {""}, "method": {r.PostForm.Get("method")}, "device": {r.PostForm.Get("device")}}
	http.Redirect(w, r, mfaPath+"?"+done.Encode(), http.StatusSeeOther)
}
