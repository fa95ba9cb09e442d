package memory

import (
	"context"
	"fmt"
	"iter"

	"github.com/cardea-iam/cardea/journal"
)

// span is a stretch of history with the link that comes before it.
type span struct {
	previous [32]byte
	batches  []journal.Batch
}

// since answers the batches after a position, if it is of this history and still kept.
func (j *Journal) since(after journal.Pos) (span, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.isShut {
		return span{}, journal.ErrClosed
	}
	n, err := j.index(after)
	if err != nil {
		return span{}, err
	}
	s := span{batches: j.batches[n:len(j.batches):len(j.batches)]}
	if n > 0 {
		s.previous = j.batches[n-1].Chain
	}
	return s, nil
}

// index answers how many of the kept batches lie up to a position. The caller holds mu.
func (j *Journal) index(pos journal.Pos) (int, error) {
	first := j.head.Rev - uint64(len(j.batches)) + 1
	switch {
	case pos.IsZero() && first == 1:
		return 0, nil
	case pos.Rev > j.head.Rev, pos.Epoch > j.head.Epoch, pos.Rev == 0 && !pos.IsZero():
		return 0, journal.ErrDiverged
	case pos.Rev < first:
		return 0, journal.ErrCompacted
	}
	n := int(pos.Rev - first)
	if j.batches[n].Pos != pos {
		return 0, journal.ErrDiverged
	}
	return n + 1, nil
}

func verify(s span) error {
	previous := s.previous
	for _, b := range s.batches {
		if journal.Chain(previous, journal.Encode(b)) != b.Chain {
			return fmt.Errorf("batch %s: %w", b.Pos, journal.ErrDamaged)
		}
		previous = b.Chain
	}
	return nil
}

// Read implements journal.Journal.
func (j *Journal) Read(ctx context.Context, after journal.Pos) iter.Seq2[journal.Batch, error] {
	return func(yield func(journal.Batch, error) bool) {
		s, err := j.since(after)
		if err != nil {
			yield(journal.Batch{}, fmt.Errorf("read after %s: %w", after, err))
			return
		}
		for _, b := range s.batches {
			err := verify(span{previous: s.previous, batches: []journal.Batch{b}})
			if ctx.Err() != nil {
				err = context.Cause(ctx)
			} else if j.shut() {
				err = journal.ErrClosed
			}
			if err != nil {
				yield(journal.Batch{}, fmt.Errorf("read after %s: %w", after, err))
				return
			}
			if !yield(b, nil) {
				return
			}
			s.previous = b.Chain
		}
	}
}

// Records implements journal.Journal.
func (j *Journal) Records(ctx context.Context) (journal.Pos, iter.Seq2[journal.Record, error]) {
	j.mu.Lock()
	defer j.mu.Unlock()
	head, records := j.head, j.records.Copy()
	return head, func(yield func(journal.Record, error) bool) {
		if j.shut() {
			yield(journal.Record{}, fmt.Errorf("read records: %w", journal.ErrClosed))
			return
		}
		records.Scan(func(key string, value []byte) bool {
			if ctx.Err() != nil {
				yield(journal.Record{}, fmt.Errorf("read records: %w", context.Cause(ctx)))
				return false
			}
			return yield(journal.Record{Key: key, Value: value}, nil)
		})
	}
}

// Wait implements journal.Journal.
func (j *Journal) Wait(ctx context.Context, after journal.Pos) error {
	j.mu.Lock()
	_, err := j.index(after)
	newer, grown := j.head != after, j.grown
	shut := j.isShut
	j.mu.Unlock()
	switch {
	case shut:
		return fmt.Errorf("wait: %w", journal.ErrClosed)
	case err != nil && !isCompacted(err):
		return fmt.Errorf("wait after %s: %w", after, err)
	case newer:
		return nil
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
