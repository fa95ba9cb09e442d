package store

import (
	"errors"
	"time"

	"github.com/cardea-iam/cardea/journal"
)

// pause is how long the follower lets news gather. It is also the time in which the sequencer gets to make its own batch current, without the
// follower's reading it back.
const pause = 50 * time.Millisecond

// follow keeps the current version near the head of the journal, until the store is closed.
func (s *Store) follow() {
	defer s.workers.Done()
	for s.running.Err() == nil {
		err := s.journal.Wait(s.running, s.Pos())
		if !s.rest(pause) {
			return
		}
		if err == nil {
			err = s.readNews()
		}
		if errors.Is(err, journal.ErrCompacted) {
			err = s.load(s.running)
		}
		if err != nil && !s.rest(retry) {
			return
		}
	}
}

// readNews applies what others appended.
func (s *Store) readNews() error {
	for batch, err := range s.journal.Read(s.running, s.Pos()) {
		if err != nil {
			return err
		}
		if err := s.applyNews(batch); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) applyNews(batch journal.Batch) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.apply(batch)
}

// rest waits, and reports whether the store is still open.
func (s *Store) rest(d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-s.running.Done():
		return false
	case <-timer.C:
		return true
	}
}
