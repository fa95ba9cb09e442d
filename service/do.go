package service

import (
	"context"
	"errors"
	"fmt"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/store"
)

// Do serves one call: the operation with its input, for whoever holds the credential. The caller is looked up again inside the transaction, every ask is decided
// there, and the audit record of a change is part of it. The error is always a *fault.Error.
func (h *Host) Do(ctx context.Context, o *Operation, credential *access.Credential, facts access.Facts, in any) (any, error) {
	attempt := &attempt{host: h, operation: o, credential: credential, facts: facts, in: in}
	out, err := attempt.serve(ctx)
	if err != nil {
		return nil, asFault(err)
	}
	return out, nil
}

// attempt is one call on its way through Do.
type attempt struct {
	host       *Host
	operation  *Operation
	credential *access.Credential
	facts      access.Facts
	in         any
	prepared   any
	recorded   bool // the transaction carries the audit record
}

func (a *attempt) serve(ctx context.Context) (out any, err error) {
	if a.operation.prepare != nil {
		if err := a.prepare(ctx); err != nil {
			return nil, err
		}
		// What was found out is written down whether the caller waits or not: hanging up in time would be a guess that does not count.
		ctx = context.WithoutCancel(ctx)
	}
	if a.operation.ReadOnly(a.in) {
		return a.view(ctx)
	}
	return a.update(ctx)
}

// prepare does the slow work on a view, after a provisional authorization: who is denied cannot buy it.
func (a *attempt) prepare(ctx context.Context) error {
	var call *Call
	err := a.host.Store.View(ctx, func(tx *store.Tx) (err error) {
		if call, err = a.begin(tx); err != nil {
			return err
		}
		if err = a.authorize(call); err != nil {
			return err
		}
		a.prepared, err = a.operation.prepare(ctx, call, a.in)
		return err
	})
	if err != nil {
		a.record(call, nil, err)
	}
	return err
}

func (a *attempt) view(ctx context.Context) (out any, err error) {
	var call *Call
	err = a.host.Store.View(ctx, func(tx *store.Tx) (err error) {
		call, out, err = a.run(tx)
		return err
	})
	a.record(call, out, err)
	return out, err
}

// update runs the call in a transaction. It may run more than once; what counts is the last time.
func (a *attempt) update(ctx context.Context) (out any, err error) {
	var call *Call
	err = a.host.Store.Update(ctx, func(tx *store.Tx) (err error) {
		a.recorded = false
		call, out, err = a.run(tx)
		if err == nil || fault.Of(err).Keep {
			tx.Audit(a.event(call, out, err))
			a.recorded = true
		}
		return err
	})
	if !a.recorded || (err != nil && !fault.Of(err).Keep) {
		a.record(call, out, err)
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// run is the walk of a call inside its transaction.
func (a *attempt) run(tx *store.Tx) (*Call, any, error) {
	call, err := a.begin(tx)
	if err != nil {
		return call, nil, err
	}
	if a.operation.admit != nil {
		if err := a.operation.admit(call, a.in); err != nil {
			return call, nil, err
		}
	}
	if err := a.authorize(call); err != nil {
		return call, nil, a.afterAdmit(err)
	}
	out, err := a.operation.run(call, a.in)
	return call, out, err
}

// afterAdmit lets a code stay used up although the call was denied.
func (a *attempt) afterAdmit(err error) error {
	if a.operation.admit == nil {
		return err
	}
	return asFault(err).Kept()
}

// begin looks the caller up, as the transaction sees it.
func (a *attempt) begin(tx *store.Tx) (*Call, error) {
	caller, err := a.host.Access.Lookup(tx, a.credential, a.facts.Now)
	call := &Call{Host: a.host, Facts: a.facts, Tx: tx, Caller: caller, prepared: a.prepared}
	if err != nil {
		return call, err
	}
	a.host.Uses.note(caller, a.operation, &a.facts)
	return call, access.Restrict(caller, a.operation.Service, a.operation.Name)
}

func (a *attempt) authorize(call *Call) error {
	asks, err := a.operation.asks(call, a.in)
	if err != nil {
		return err
	}
	return a.inOwnWords(a.host.Access.Authorize(call.Tx, call.Caller, &call.Facts, asks))
}

// inOwnWords lets the service say its denials as it does.
func (a *attempt) inOwnWords(err error) error {
	var denial *access.Denial
	if a.operation.denied == nil || !errors.As(err, &denial) {
		return err
	}
	return a.operation.denied(a.host.Access, denial)
}

// asFault turns what lower floors answer into what a client may see.
func asFault(err error) *fault.Error {
	var denial *access.Denial
	var said *fault.Error // what somebody has put into words already stays as it is, whatever is behind it
	switch {
	case errors.As(err, &said):
		return said
	case errors.As(err, &denial):
		return denial.Fault().Because(err)
	case errors.Is(err, store.ErrUnavailable):
		return Unavailable().Because(err)
	case errors.Is(err, password.ErrBusy):
		return Unavailable().Because(err)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return Unavailable().Because(fmt.Errorf("the caller went away: %w", err))
	}
	return fault.Of(err)
}

// Unavailable is the answer when nothing can be changed now, or too many wait.
func Unavailable() *fault.Error {
	return fault.New("ServiceUnavailable", fault.Unavailable, "The request has failed due to a temporary failure of the server.")
}
