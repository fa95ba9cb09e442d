package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cardea-iam/cardea/journal"
)

// seek makes apply watch out for a batch.
func (s *Store) seek(id [16]byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sought, s.found = id, false
}

// resolve finds out whether the sought batch is part of the history, and answers as if the append had said so.
func (s *Store) resolve(doubt error) (journal.Pos, error) {
	for {
		pos, found, err := s.look(s.running)
		switch {
		case err == nil && found:
			return pos, nil
		case err == nil:
			return journal.Pos{}, fmt.Errorf("nothing was changed: %w", doubt)
		case lasting(err):
			return journal.Pos{}, fmt.Errorf("whether the change stands will be known when the journal is opened again: %w", doubt)
		}
		s.refuseQueued(fmt.Errorf("%w: %w", ErrUnavailable, err))
		if !s.rest(retry) {
			return journal.Pos{}, fmt.Errorf("whether the change stands will be known when the store is opened again: %w", doubt)
		}
	}
}

// lasting reports whether asking the journal again leads nowhere.
func lasting(err error) bool {
	for _, reason := range []error{journal.ErrReadOnly, journal.ErrDiverged, journal.ErrCompacted, journal.ErrDamaged, journal.ErrClosed} {
		if errors.Is(err, reason) {
			return true
		}
	}
	return false
}

// look takes the journal's lock to see whether the sought batch is in the history, and writes nothing.
func (s *Store) look(ctx context.Context) (pos journal.Pos, found bool, err error) {
	_, err = s.journal.Append(ctx, s.Pos(), func(missed []journal.Batch) (journal.Batch, error) {
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
		err = nil
	}
	return pos, found, err
}

// errLooked ends an Append that was made to look.
var errLooked = errors.New("looked")

// retry is how long a goroutine of the store waits before it asks a journal again that was down.
const retry = 200 * time.Millisecond

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
