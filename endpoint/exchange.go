package endpoint

import (
	"fmt"
	"net/http"
	"net/netip"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/wire"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// exchange is one request and what has been found out about it.
type exchange struct {
	door   *Door
	r      *http.Request
	facts  access.Facts
	target target
	body   []byte
	signed *sigv4.Signed
	action string
	fault  *fault.Error // what is answered, unless nil
}

func (d *Door) newExchange(r *http.Request) *exchange {
	return &exchange{door: d, r: r, target: d.aim(r), facts: access.Facts{
		RequestID: service.NewRequestID(d.host.Chance), Now: d.host.Clock(), SourceIP: sourceOf(r.RemoteAddr),
		UserAgent: valid(r.UserAgent()), Referer: valid(r.Referer()), Secure: r.TLS != nil,
	}}
}

// sourceOf is the address of a connection; not valid if it has none.
func sourceOf(remote string) netip.Addr {
	address, err := netip.ParseAddrPort(remote)
	if err != nil {
		return netip.Addr{}
	}
	return address.Addr().Unmap()
}

// valid keeps a header's text to what records may hold.
func valid(text string) string {
	const most = 1024
	if len(text) > most {
		text = text[:most]
	}
	if !utf8.ValidString(text) {
		return strings.ToValidUTF8(text, "\uFFFD")
	}
	return text
}

// answer serves the request. Whatever happens, there is an answer in the protocol of the service.
func (x *exchange) answer(w http.ResponseWriter) (reply wire.Reply) {
	defer func() {
		if p := recover(); p != nil {
			reply = x.refuse(fault.ServiceFailure().Because(fmt.Errorf("%w: %v\n%s", errPanic, p, debug.Stack())))
		}
	}()
	body, err := x.serve(w)
	if err != nil {
		return x.refuse(err)
	}
	return wire.Reply{Status: http.StatusOK, ContentType: wire.AnswerType, Body: body}
}

// refuse says no in the words of the protocol.
func (x *exchange) refuse(err error) wire.Reply {
	x.fault = x.said(err)
	return wire.EncodeFault(x.target.protocol, x.target.namespace, x.facts.RequestID, x.fault)
}

// serve is the walk of a request: syntax, signature, parameters, and service.Do for the rest.
func (x *exchange) serve(w http.ResponseWriter) ([]byte, error) {
	if err := x.readBody(w); err != nil {
		return nil, err
	}
	if err := x.readSignature(); err != nil {
		return nil, err
	}
	if shapes, ok := x.door.services[x.signed.Service]; ok {
		return x.serveOurs(shapes)
	}
	return nil, x.serveForeign()
}

func (x *exchange) readSignature() (err error) {
	if x.target.service == "" {
		x.aimByForm()
	}
	if x.signed, err = sigv4.Parse(x.r, x.body, sigv4.Options{}); err != nil {
		return err
	}
	if x.signed.Service != x.target.service {
		x.target = x.door.targetOf(x.r, x.signed.Service)
	}
	x.facts.Service, x.facts.Region = x.signed.Service, x.signed.Region
	return nil
}

// authenticate checks the signature against the secret of its key.
func (x *exchange) authenticate() (credential *access.Credential, err error) {
	err = x.door.host.Store.View(x.r.Context(), func(tx *store.Tx) (err error) {
		credential, err = x.door.host.Access.Authenticate(tx, x.signed, x.facts.Now)
		return err
	})
	return credential, err
}
