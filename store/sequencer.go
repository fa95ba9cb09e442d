package store

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/cardea-iam/cardea/journal"
)

// most is how many functions go into one batch at most.
const most = 512

// batch is what the sequencer makes of the functions that were queued.
type batch struct {
	store *Store
	id    [16]byte
	calls []*call

	tables []contents // after the functions
	writes writeSet
	events [][]byte
}

// sequence runs the queued functions, a batch at a time, until the store is closed.
func (s *Store) sequence() {
	defer s.workers.Done()
	defer close(s.finished)
	for {
		select {
		case <-s.running.Done():
			return
		case first := <-s.queue:
			b := &batch{store: s, calls: s.gather(first)}
			b.answer(s.commit(b))
		}
	}
}

// gather takes everybody who is queued now.
func (s *Store) gather(first *call) []*call {
	calls := []*call{first}
	for len(calls) < most {
		select {
		case next := <-s.queue:
			calls = append(calls, next)
		default:
			return calls
		}
	}
	return calls
}

// answer tells every caller how the batch went: the failure of the batch, or else what the function answered.
func (b *batch) answer(failure error) {
	for _, c := range b.calls {
		if failure != nil && (c.err == nil || keeps(c.err)) {
			c.answer <- failure
			continue
		}
		c.answer <- c.err
	}
}

// commit runs the functions and makes what they wrote durable. Its error is about the whole batch.
func (s *Store) commit(b *batch) error {
	if err := s.readyToWrite(); err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	if _, err := io.ReadFull(s.chance, b.id[:]); err != nil {
		return fmt.Errorf("%w: make the ID of a batch: %w", ErrUnavailable, err)
	}
	s.seek(b.id)
	pos, err := s.journal.Append(s.running, s.Pos(), b.decide)
	if errors.Is(err, journal.ErrUnknown) {
		return s.resolve(b, err)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return s.settle(b, pos)
}

// decide applies what other nodes wrote, then runs the functions.
func (b *batch) decide(missed []journal.Batch) (journal.Batch, error) {
	s := b.store
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, other := range missed {
		if err := s.apply(other); err != nil {
			return journal.Batch{}, err
		}
	}
	b.tables = s.current.Load().tables
	for _, c := range b.calls {
		b.run(c)
	}
	return journal.Batch{ID: b.id, Writes: b.writes.records, Events: b.events}, nil
}

// run adds what one function does to the batch, if it stands.
func (b *batch) run(c *call) {
	tx := newTx(b.store.slots, b.tables)
	if !c.run(tx) {
		return
	}
	records, err := encoded(tx.writes)
	if err != nil {
		c.err = err
		return
	}
	b.tables = tx.tables
	b.writes.add(records)
	b.events = append(b.events, tx.events...)
}

// settle makes the version that the functions left the current one, now that it is durable.
func (s *Store) settle(b *batch, pos journal.Pos) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current.Load().pos.Before(pos) { // else the follower met the batch in the journal before we were told
		s.current.Store(&version{pos, b.tables})
		s.outbox.project(journal.Batch{Pos: pos, ID: b.id, Events: b.events})
	}
	if s.outbox.behind != nil && len(b.events) > 0 {
		return fmt.Errorf("%w: the change stands and its audit line is waiting: %w", ErrUnavailable, s.outbox.behind)
	}
	return nil
}

// seek makes apply watch out for a batch.
func (s *Store) seek(id [16]byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sought, s.found = id, false
}

// errLooked ends an Append that was made to look.
var errLooked = errors.New("looked")

// retry is how long the sequencer waits between two looks at a journal that is down.
const retry = 200 * time.Millisecond

// resolve finds out whether a batch is part of the history, and answers as if the append had said so.
func (s *Store) resolve(b *batch, doubt error) error {
	for {
		var pos journal.Pos
		var found bool
		_, err := s.journal.Append(s.running, s.Pos(), func(missed []journal.Batch) (journal.Batch, error) {
			s.mu.Lock()
			defer s.mu.Unlock()
			for _, other := range missed {
				if err := s.apply(other); err != nil {
					return journal.Batch{}, err
				}
			}
			pos, found = s.current.Load().pos, s.found
			return journal.Batch{}, errLooked
		})
		if errors.Is(err, errLooked) {
			if found {
				return s.settle(b, pos)
			}
			return fmt.Errorf("%w: nothing was changed: %w", ErrUnavailable, doubt)
		}
		s.refuseQueued(fmt.Errorf("%w: %w", ErrUnavailable, err))
		if !s.rest(retry) {
			return fmt.Errorf("%w: %w", ErrUnavailable, doubt)
		}
	}
}

// refuseQueued answers everybody who is queued now: better than to let them wait for a journal that is down.
func (s *Store) refuseQueued(err error) {
	for {
		select {
		case c := <-s.queue:
			c.answer <- err
		default:
			return
		}
	}
}
