package sqlite

import (
	"context"
	"errors"
	"fmt"

	"github.com/cardea-iam/cardea/journal"
)

// Append implements journal.Journal.
func (j *Journal) Append(ctx context.Context, after journal.Pos, decide func([]journal.Batch) (journal.Batch, error)) (journal.Pos, error) {
	if err := j.enter(ctx); err != nil {
		return journal.Pos{}, fmt.Errorf("append: %w", err)
	}
	defer j.leave()
	missed, err := j.missed(ctx, after)
	if err != nil {
		return journal.Pos{}, fmt.Errorf("append: %w", err)
	}
	batch, err := decide(missed)
	if err != nil {
		return journal.Pos{}, err
	}
	if batch.Empty() {
		return j.end().pos, nil
	}
	// What was decided is written, even if nobody waits for it any more.
	pos, err := j.add(context.WithoutCancel(ctx), batch)
	if err != nil {
		return journal.Pos{}, fmt.Errorf("append: %w", err)
	}
	return pos, nil
}

// enter takes the turn, if the journal can be written at all.
func (j *Journal) enter(ctx context.Context) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	select {
	case j.turn <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-j.closed:
		return journal.ErrClosed
	}
	j.mu.Lock()
	err := j.broken
	j.mu.Unlock()
	if err = errors.Join(j.shut(), err); err != nil {
		j.leave()
		return err
	}
	return nil
}

func (j *Journal) leave() { <-j.turn }

// missed answers the batches after a position. The caller has the turn.
func (j *Journal) missed(ctx context.Context, after journal.Pos) ([]journal.Batch, error) {
	if after == j.end().pos {
		return nil, nil
	}
	var missed []journal.Batch
	for b, err := range j.Read(ctx, after) {
		if err != nil {
			return nil, err
		}
		missed = append(missed, b)
	}
	return missed, nil
}

// add writes a batch and makes it the head. The caller has the turn.
func (j *Journal) add(ctx context.Context, b journal.Batch) (journal.Pos, error) {
	end := j.end()
	b.Pos = journal.Pos{Epoch: end.epoch, Rev: end.pos.Rev + 1}
	encoded := journal.Encode(b)
	b.Chain = journal.Chain(end.chain, encoded)
	if err := j.writer.write(ctx, b, encoded); err != nil {
		return journal.Pos{}, j.fail(err)
	}
	end.pos, end.chain = b.Pos, b.Chain
	j.mu.Lock()
	j.head = end
	close(j.grown)
	j.grown = make(chan struct{})
	j.mu.Unlock()
	j.tidy(ctx)
	return b.Pos, nil
}

// tidy keeps the WAL short. It may come later when there is no room, and nothing is acknowledged any more when it fails in
// another way; what was written stays written.
func (j *Journal) tidy(ctx context.Context) {
	if j.writer.pages < j.writer.limit {
		return
	}
	if _, err := j.writer.checkpoint(ctx, "PASSIVE"); err != nil {
		_ = j.fail(err)
	}
}

// fail notes an error after which nothing may be appended, and answers it.
func (j *Journal) fail(err error) error {
	if errors.Is(err, journal.ErrReadOnly) || errors.Is(err, journal.ErrDamaged) {
		j.mu.Lock()
		j.broken = fmt.Errorf("%w; it was: %v", journal.ErrReadOnly, err) //nolint:errorlint // Later appends are not of unknown outcome.
		j.mu.Unlock()
	}
	return err
}
