// Package exchange is one request to an API, from its head to its answer: which service and operation are meant, the parameters, service.Do for the rest, and
// the answer in the protocol of the service. Every door has requests served here; what is a door's own is who asks, and it brings that as a Proof. It decides
// nothing and knows no operation by name.
//
// # Services that are not served
//
// Every other service name is authorized by the name of its action and recorded, and denied in the shape of its own protocol. What is allowed is answered by a
// plain NotServedHere.
package exchange

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/store"
	"github.com/cardea-iam/cardea/wire"
)

// Desk serves requests for the services of its tables, and says no for all others.
type Desk struct {
	host      *service.Host
	directory *service.Directory
	services  map[string]*shape.Service
}

// New builds a desk. The error is a mistake of the tables.
func New(host *service.Host, tables ...service.Table) (*Desk, error) {
	directory, err := service.NewDirectory(tables...)
	if err != nil {
		return nil, err
	}
	d := &Desk{host: host, directory: directory, services: map[string]*shape.Service{}}
	for _, table := range tables {
		d.services[table.Service] = table.Shapes
	}
	return d, nil
}

// Proof is what a door has found out about who asks.
type Proof struct {
	Service   string // the one that the request is for, as its clients sign for it
	Region    string
	KeyID     string // for the log; empty: no key
	Temporary bool   // a session token came with the key

	// Credential proves what was claimed, in a transaction.
	Credential func(tx *store.Tx, now time.Time) (*access.Credential, error)
	// Other refuses a request whose parameters belong to another service than Service.
	Other func(service string) error
}

// Prove reads who asks from a request whose body was read. It looks nothing up.
type Prove func(r *http.Request, body []byte) (*Proof, error)

var errPanic = errors.New("panic while serving a request")

// exchange is one request and what has been found out about it.
type exchange struct {
	desk   *Desk
	r      *http.Request
	facts  access.Facts
	target target
	body   []byte
	prove  Prove
	proof  *Proof // nil: not yet
	action string
	fault  *fault.Error // what is answered, unless nil
}

// Serve answers one request. claimed is the service that it says it is for, as its clients sign for it, proven or not; empty: it does not say.
func (d *Desk) Serve(w http.ResponseWriter, r *http.Request, claimed string, prove Prove) {
	started := time.Now()
	x := &exchange{desk: d, r: r, target: d.aim(r, claimed), prove: prove, facts: FactsOf(d.host, r)}
	reply := x.answer(w)
	x.write(w, reply)
	x.log(reply, time.Since(started))
}

// FactsOf is what a request tells besides who makes it and what it asks.
func FactsOf(host *service.Host, r *http.Request) access.Facts {
	return access.Facts{
		RequestID: service.NewRequestID(host.Chance), Now: host.Clock(), SourceIP: sourceOf(r.RemoteAddr),
		UserAgent: valid(r.UserAgent()), Referer: valid(r.Referer()), Secure: r.TLS != nil,
	}
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
	return wire.Reply{Status: http.StatusOK, ContentType: x.target.protocol.AnswerType(), Body: body}
}

// refuse says no in the words of the protocol.
func (x *exchange) refuse(err error) wire.Reply {
	x.fault = x.said(err)
	return wire.EncodeFault(x.target.protocol, x.target.namespace, x.facts.RequestID, x.fault)
}

// serve is the walk of a request: syntax, who asks, parameters, and service.Do for the rest.
func (x *exchange) serve(w http.ResponseWriter) ([]byte, error) {
	if err := x.readBody(w); err != nil {
		return nil, err
	}
	if err := x.readProof(); err != nil {
		return nil, err
	}
	if shapes, ok := x.desk.services[x.proof.Service]; ok {
		return x.serveOurs(shapes)
	}
	return nil, x.serveForeign()
}

func (x *exchange) readProof() (err error) {
	if x.target.service == "" {
		x.aimByForm()
	}
	if x.proof, err = x.prove(x.r, x.body); err != nil {
		return err
	}
	if x.proof.Service != x.target.service {
		x.target = x.desk.targetOf(x.r, x.proof.Service)
	}
	x.facts.Service, x.facts.Region = x.proof.Service, x.proof.Region
	return nil
}

// authenticate checks what was claimed.
func (x *exchange) authenticate(ctx context.Context) (credential *access.Credential, err error) {
	err = x.desk.host.Store.View(ctx, func(tx *store.Tx) (err error) {
		credential, err = x.proof.Credential(tx, x.facts.Now)
		return err
	})
	return credential, err
}
