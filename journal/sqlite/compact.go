package sqlite

import (
	"context"
	"errors"
	"fmt"

	"github.com/cardea-iam/cardea/journal"
)

// Compact implements journal.Journal. Appends go on between its steps.
func (j *Journal) Compact(ctx context.Context, before journal.Pos) error {
	for {
		more, err := j.compactStep(ctx, before)
		if err != nil {
			return fmt.Errorf("compact before %s: %w", before, err)
		}
		if !more {
			return nil
		}
	}
}

// compactStep forgets some of the oldest batches and answers whether more are left to forget.
func (j *Journal) compactStep(ctx context.Context, before journal.Pos) (bool, error) {
	const step = 512
	if err := j.enter(ctx); err != nil {
		return false, err
	}
	defer j.leave()
	ctx = context.WithoutCancel(ctx) // the writing connection is never interrupted
	switch _, err := linkAt(ctx, j.writer.conn, before, j.end()); {
	case errors.Is(err, journal.ErrCompacted):
		return false, nil
	case err != nil:
		return false, j.fail(classify(err))
	}
	var oldest uint64
	if err := j.writer.conn.QueryRowContext(ctx, "SELECT ifnull(min(rev), 0) FROM batch").Scan(&oldest); err != nil {
		return false, j.fail(classify(err))
	}
	if oldest >= before.Rev {
		return false, nil
	}
	until := min(oldest+step, before.Rev)
	err := j.writer.transact(ctx, func() error {
		_, err := j.writer.conn.ExecContext(ctx, "DELETE FROM batch WHERE rev < ?", until)
		j.writer.pages += 2 * step
		return err
	})
	if err != nil {
		return false, j.fail(err)
	}
	j.tidy(ctx)
	return until < before.Rev, nil
}

// BeginEpoch makes the next batch the first of a new epoch. Whoever puts an older copy of the data in place of a newer one calls
// it before anything is appended, so that positions in what was lost are refused with ErrDiverged for ever.
func (j *Journal) BeginEpoch(ctx context.Context) error {
	if err := j.enter(ctx); err != nil {
		return fmt.Errorf("begin epoch: %w", err)
	}
	defer j.leave()
	ctx = context.WithoutCancel(ctx)
	err := j.writer.transact(ctx, func() error {
		_, err := j.writer.conn.ExecContext(ctx, "UPDATE head SET epoch = epoch + 1")
		return err
	})
	if err != nil {
		return fmt.Errorf("begin epoch: %w", j.fail(err))
	}
	j.mu.Lock()
	j.head.epoch++
	j.mu.Unlock()
	return nil
}
