package service

import (
	"encoding/hex"
	"encoding/json"
	"io"
	"sync"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/identity"
)

// record writes the audit record of a call that no transaction carries: reads, denials, what failed. If the log cannot be written, the log
// of the program says so; changes are refused by the store then.
func (a *attempt) record(call *Call, out any, err error) {
	space := events.Get().(*[]byte)
	defer events.Put(space)
	*space = a.appendEvent((*space)[:0], call, out, err) // the log copies it
	if err := a.host.Audit.Append([][]byte{*space}, false); err != nil {
		a.host.Log.Error("audit record not written", "request", a.facts.RequestID, "error", err)
	}
}

// events are the spaces in which records are written, used again.
var events = sync.Pool{New: func() any { return new(make([]byte, 0, usualEvent)) }}

const usualEvent = 1024

// event is the audit record of the call, as one line of JSON.
func (a *attempt) event(call *Call, out any, err error) []byte {
	return a.appendEvent(make([]byte, 0, usualEvent), call, out, err)
}

func (a *attempt) appendEvent(to []byte, call *Call, out any, err error) []byte {
	e := NewEvent(a.host.Chance, &a.facts, a.operation.Service, a.operation.Name)
	e.ReadOnly = a.operation.ReadOnly(a.in)
	if a.operation.Codec != nil {
		e.Parameters = a.operation.Codec.AppendRecord(nil, a.in)
		if err == nil && !e.ReadOnly {
			e.Response = a.operation.Codec.AppendRecord(nil, out)
		}
	}
	if call != nil && call.Caller != nil {
		e.Identity = IdentityOf(call.Caller)
		e.Recipient = call.Caller.Account
	} else {
		e.Identity = audit.Identity{Type: "Unknown", AccessKeyID: a.credential.KeyID}
	}
	if call != nil && len(call.notes.additional) > 0 {
		e.Additional, _ = json.Marshal(call.notes.additional) // a map of texts: it cannot fail
	}
	e.FromConsole = a.credential.Browser != ""
	e.Failed(err)
	if call != nil && call.notes.describe != nil {
		call.notes.describe(e, err == nil)
	}
	return e.AppendJSON(to)
}

// Event is an audit record that is being filled in.
type Event struct{ audit.Event }

// NewEvent begins the record of a call with what the request tells.
func NewEvent(chance io.Reader, facts *access.Facts, service, name string) *Event {
	return &Event{audit.Event{
		Time: facts.Now, ID: newUUID(chance), RequestID: facts.RequestID, Source: service + ".amazonaws.com", Name: name,
		Region: facts.Region, SourceIP: sourceOf(facts), UserAgent: facts.UserAgent,
	}}
}

// Failed puts the error of the call into its record, in the words that the client got.
func (e *Event) Failed(err error) {
	if err != nil {
		f := asFault(err)
		e.ErrorCode, e.ErrorReason = f.Code, f.Message
	}
}

func sourceOf(facts *access.Facts) string {
	if !facts.SourceIP.IsValid() {
		return ""
	}
	return facts.SourceIP.Unmap().String()
}

// IdentityOf is a caller as audit records name it.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
func IdentityOf(caller *identity.Caller) audit.Identity {
	if caller.Kind == identity.WebIdentityUser {
		return audit.Identity{Type: "WebIdentityUser", PrincipalID: caller.ID(), UserName: caller.Web.Subject, Provider: caller.Web.Provider}
	}
	who := audit.Identity{PrincipalID: caller.ID(), ARN: caller.ARN(), AccountID: caller.Account, AccessKeyID: caller.KeyID, UserName: caller.UserName()}
	who.Type = map[identity.CallerKind]string{
		identity.Root: "Root", identity.IAMUser: "IAMUser", identity.AssumedRole: "AssumedRole", identity.FederatedUser: "FederatedUser", identity.Anonymous: "AWSAccount",
	}[caller.Kind]
	if caller.Session == nil {
		return who
	}
	present, _, _ := caller.MFA()
	who.Session = &audit.Session{CreatedAt: caller.Session.IssuedAt, MFA: present}
	switch {
	case caller.Kind == identity.AssumedRole:
		who.Session.Issuer = &audit.Issuer{Type: "Role", PrincipalID: caller.Role.ID, ARN: caller.Role.ARN(), AccountID: caller.Account, UserName: caller.Role.Name}
	case caller.Kind == identity.FederatedUser && caller.User != nil:
		who.Session.Issuer = &audit.Issuer{Type: "IAMUser", PrincipalID: caller.User.ID, ARN: caller.User.ARN(), AccountID: caller.Account, UserName: caller.User.Name}
	}
	return who
}

// newUUID makes a random UUID. RFC 9562 section 5.4.
func newUUID(chance io.Reader) string {
	var raw [16]byte
	if _, err := io.ReadFull(chance, raw[:]); err != nil {
		panic("read random bytes: " + err.Error()) // no identifier is better than one that repeats
	}
	raw[6], raw[8] = raw[6]&0x0f|0x40, raw[8]&0x3f|0x80
	var text [36]byte
	at := 0
	for i, part := range [][]byte{raw[:4], raw[4:6], raw[6:8], raw[8:10], raw[10:]} {
		if i > 0 {
			text[at] = '-'
			at++
		}
		at += hex.Encode(text[at:], part)
	}
	return string(text[:])
}

// NewRequestID makes the identifier of a request.
func NewRequestID(chance io.Reader) string { return newUUID(chance) }
