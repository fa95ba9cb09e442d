package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/cardea-iam/cardea/journal"
)

// Outbox is where the audit lines of durable batches are written to, in the order of the journal. All functions are given, or none.
type Outbox struct {
	// Ready says why nothing could be written now, or nil. While it has an error, changes are refused.
	Ready func() error
	// Write makes the lines of one batch durable. It is called once for each batch with lines, in order; again, with the same lines, after an error or a restart
	// if Pos does not yet answer the batch's position.
	Write func(pos journal.Pos, events [][]byte) error
	// Pos is the position of the last batch whose lines are durable.
	Pos func() journal.Pos
}

// outbox is an Outbox and how far it has come.
type outbox struct {
	Outbox
	done   journal.Pos // every batch up to here is written
	behind error       // why the batches after done are not; nil: they are
}

// project writes the lines of a batch that has just become part of the current version.
func (o *outbox) project(batch journal.Batch) {
	if o.Write == nil || o.behind != nil || !o.done.Before(batch.Pos) {
		return
	}
	if len(batch.Events) > 0 {
		if err := o.Write(batch.Pos, batch.Events); err != nil {
			o.behind = fmt.Errorf("write the audit log: %w", err)
			return
		}
	}
	o.done = batch.Pos
}

// readyToWrite says why no change may be made now, after it has tried to bring the outbox up to date.
func (s *Store) readyToWrite() error {
	if s.outbox.Write == nil {
		return nil
	}
	if err := s.outbox.Ready(); err != nil {
		return fmt.Errorf("the audit log cannot be written: %w", err)
	}
	return s.catchUp(s.running)
}

var errCatchingUp = errors.New("the audit log is being brought up to date")

// openOutbox writes the lines again that were durable in the journal and did not reach the audit log.
func (s *Store) openOutbox(ctx context.Context) error {
	if s.outbox.Write == nil {
		return nil
	}
	s.outbox.done = s.outbox.Pos()
	s.outbox.behind = errCatchingUp
	err := s.replay(ctx, s.outbox.done) // even if it is up to date: its position must be one of this journal's
	if err == nil {
		err = s.catchUp(ctx)
	}
	if s.outbox.done.IsZero() && errors.Is(err, journal.ErrCompacted) {
		// A new log beside an old journal: what was compacted is in another log.
		s.outbox.done, err = s.Pos(), nil
		s.outbox.behind = nil
	}
	if errors.Is(err, journal.ErrDiverged) || errors.Is(err, journal.ErrCompacted) {
		return fmt.Errorf("the audit log ends at %s, and the journal does not go on from there: move the audit log away to begin a new one: %w", s.outbox.done, err)
	}
	return err
}

// catchUp writes the lines of all batches between the outbox and the current version.
func (s *Store) catchUp(ctx context.Context) error {
	for {
		from, behind := s.progress()
		if !behind {
			return nil
		}
		if err := s.replay(ctx, from); err != nil {
			return err
		}
	}
}

// replay writes the lines of the batches after a position, which must be part of the journal's history.
func (s *Store) replay(ctx context.Context, from journal.Pos) error {
	for batch, err := range s.journal.Read(ctx, from) {
		if err != nil {
			return fmt.Errorf("read audit lines from the journal: %w", err)
		}
		if err := s.projectAgain(batch); err != nil {
			return err
		}
	}
	return nil
}

// progress answers how far the outbox has come, and whether the current version is further.
func (s *Store) progress() (from journal.Pos, behind bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.outbox.behind != nil && !s.outbox.done.Before(s.current.Load().pos) {
		s.outbox.behind = nil
	}
	return s.outbox.done, s.outbox.behind != nil
}

// projectAgain writes the lines of a batch that were not written before.
func (s *Store) projectAgain(batch journal.Batch) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.outbox.behind = nil
	s.outbox.project(batch)
	if s.outbox.behind == nil {
		s.outbox.behind = errCatchingUp
		return nil
	}
	return s.outbox.behind
}
