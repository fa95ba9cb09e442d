package sqlite

import (
	"context"
	"errors"
	"fmt"

	"github.com/cardea-iam/cardea/journal"
)

// Wait implements journal.Journal.
func (j *Journal) Wait(ctx context.Context, after journal.Pos) error {
	j.mu.Lock()
	pos, grown := j.head.pos, j.grown
	j.mu.Unlock()
	if pos != after {
		return j.newer(ctx, after)
	}
	if err := j.shut(); err != nil {
		return fmt.Errorf("wait: %w", err)
	}
	select {
	case <-grown:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("wait: %w", context.Cause(ctx))
	case <-j.closed:
		return fmt.Errorf("wait: %w", journal.ErrClosed)
	}
}

// newer answers nil if a position that is not the head is of this history, and so older.
func (j *Journal) newer(ctx context.Context, after journal.Pos) error {
	r, err := j.newReader(ctx)
	if err == nil {
		defer r.finish()
		_, err = r.linkAt(after)
	}
	if err != nil && !errors.Is(err, journal.ErrCompacted) {
		return fmt.Errorf("wait after %s: %w", after, err)
	}
	return nil
}
