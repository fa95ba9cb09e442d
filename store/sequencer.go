package store

import (
	"errors"
	"fmt"
	"io"

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
	defer s.stop() // also when a function ended this goroutine (runtime.Goexit): better closed than silent
	for {
		select {
		case <-s.running.Done():
			return
		case first := <-s.queue:
			s.commit(&batch{store: s, calls: s.gather(first)})
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

// commit runs the functions, makes what they wrote durable, and answers everybody.
func (s *Store) commit(b *batch) {
	pos, err := s.append(b)
	if err != nil {
		// Whoever was refused is told as well: the refusal may rest on a write that has not happened.
		b.answer(fmt.Errorf("%w: %w", ErrUnavailable, err), func(*call) bool { return true })
		return
	}
	if err := s.settle(b, pos); err != nil {
		b.answer(fmt.Errorf("%w: the change stands and its audit line is waiting: %w", ErrUnavailable, err), func(c *call) bool { return c.stands })
		return
	}
	b.answer(nil, func(*call) bool { return false })
}

// answer tells the callers of which affected holds that the batch failed, and the others what their functions answered.
func (b *batch) answer(failure error, affected func(*call) bool) {
	for _, c := range b.calls {
		if affected(c) {
			c.answer <- failure
		} else {
			c.answer <- c.err
		}
	}
}

// append makes the batch part of the history, and answers its position.
func (s *Store) append(b *batch) (journal.Pos, error) {
	if err := s.readyToWrite(); err != nil {
		return journal.Pos{}, err
	}
	if _, err := io.ReadFull(s.chance, b.id[:]); err != nil {
		return journal.Pos{}, fmt.Errorf("make the ID of a batch: %w", err)
	}
	s.seek(b.id)
	pos, err := s.journal.Append(s.running, s.Pos(), b.decide)
	if errors.Is(err, journal.ErrCompacted) { // before it decided: this node was away for too long
		if err := s.load(s.running); err != nil {
			return journal.Pos{}, err
		}
		pos, err = s.journal.Append(s.running, s.Pos(), b.decide)
	}
	if errors.Is(err, journal.ErrUnknown) {
		return s.resolve(err)
	}
	return pos, err
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
	records := c.run(tx)
	if !c.stands {
		return
	}
	b.tables = tx.tables
	b.writes.add(records)
	b.events = append(b.events, tx.events...)
}

// settle makes the version that the functions left the current one, now that it is durable. Its error is that of the audit log.
func (s *Store) settle(b *batch, pos journal.Pos) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current.Load().pos.Before(pos) { // else the follower met the batch in the journal before we were told
		s.current.Store(&version{pos, b.tables})
		s.outbox.project(journal.Batch{Pos: pos, ID: b.id, Events: b.events})
	}
	if len(b.events) == 0 {
		return nil
	}
	return s.outbox.behind
}
