package store

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	"github.com/cardea-iam/cardea/journal"
)

// queued is how many functions may wait for the sequencer before Update itself waits.
const queued = 1024

// call is one Update on its way.
type call struct {
	fn     func(*Tx) error
	answer chan error // holds one

	mu     sync.Mutex // guards the fields below, and is held while fn runs
	gone   bool       // the caller went away: fn does not run any more
	stands bool       // whether what fn wrote is part of the batch
	err    error      // what fn answered
}

// Update runs a function that may write, after all that were queued before it, and answers once what it wrote is durable.
//
// An error of the function undoes its writes and is the answer, except an error that has a method KeepsTransaction answering true: then the
// writes stand and the error is the answer all the same. A panic undoes the writes and is answered as an error that holds the stack.
//
// ErrUnavailable means that nothing was changed, or that the change stands and its audit line could not be written yet.
//
// If the context ends before the function has run, it never runs; afterwards it is the batch that decides whether the writes stand. The answer is the
// context's error at once, and the function is not running any more by then.
//
// The function must have no effect outside of the transaction, not wait, and not call Update.
func (s *Store) Update(ctx context.Context, fn func(*Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	c := &call{fn: fn, answer: make(chan error, 1)}
	select {
	case <-s.running.Done():
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	case s.queue <- c:
	}
	select {
	case err := <-c.answer:
		return err
	case <-ctx.Done():
		c.leave()
		return c.answered(ctx.Err())
	case <-s.finished:
		return c.answered(ErrClosed)
	}
}

// leave takes a call out, unless it ran already. It waits for a function that is running.
func (c *call) leave() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.gone = true
}

// answered is the answer of a call if there is one already, or else another.
func (c *call) answered(otherwise error) error {
	select {
	case err := <-c.answer:
		return err
	default:
		return otherwise
	}
}

// run runs the function in a transaction of its own and answers the records that it wrote. They count if the call stands.
func (c *call) run(tx *Tx) []journal.Record {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gone {
		return nil
	}
	c.err = protected(c.fn, tx)
	if c.err != nil && !keeps(c.err) {
		return nil
	}
	records, err := encoded(tx.writes)
	if err != nil {
		c.err = err
		return nil
	}
	c.stands = true
	return records
}

// protected turns a panic of a function into an error.
func protected(fn func(*Tx) error, tx *Tx) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in a transaction: %v\n%s", p, debug.Stack())
		}
	}()
	return fn(tx)
}

// keeps reports whether an error lets the writes before it stand.
func keeps(err error) bool {
	var kept interface{ KeepsTransaction() bool }
	return errors.As(err, &kept) && kept.KeepsTransaction()
}
