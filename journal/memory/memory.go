// Package memory is the journal that keeps nothing: for tests and throw-away servers. It has the semantics of every journal
// but durability: what it holds is gone with the process.
package memory

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	"github.com/tidwall/btree"

	"github.com/cardea-iam/cardea/journal"
)

// epoch never changes: what cannot be restored cannot lose its end.
const epoch = 1

// Journal is a journal in memory. New makes one.
type Journal struct {
	turn   chan struct{} // holds the lock of Append while it is full
	closed chan struct{}

	mu      sync.Mutex // guards the fields below
	head    journal.Pos
	batches []journal.Batch // consecutive, ending with the head; only ever appended to or replaced
	records *btree.Map[string, []byte]
	grown   chan struct{} // closed and replaced when a batch is added
	isShut  bool
}

var _ journal.Journal = (*Journal)(nil)

// New answers an empty journal.
func New() *Journal {
	return &Journal{
		turn:    make(chan struct{}, 1),
		closed:  make(chan struct{}),
		records: new(btree.Map[string, []byte]),
		grown:   make(chan struct{}),
	}
}

// Append implements journal.Journal.
func (j *Journal) Append(ctx context.Context, after journal.Pos, decide func([]journal.Batch) (journal.Batch, error)) (journal.Pos, error) {
	if err := j.lock(ctx); err != nil {
		return journal.Pos{}, fmt.Errorf("append: %w", err)
	}
	defer func() { <-j.turn }()
	missed, err := j.since(after)
	if err == nil {
		err = verify(missed)
	}
	if err != nil {
		return journal.Pos{}, fmt.Errorf("append after %s: %w", after, err)
	}
	batch, err := decide(missed.batches)
	if err != nil {
		return journal.Pos{}, err
	}
	return j.add(batch), nil
}

func (j *Journal) lock(ctx context.Context) error {
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
	if j.shut() {
		<-j.turn
		return journal.ErrClosed
	}
	return nil
}

// add makes a batch the head. The caller holds the turn.
func (j *Journal) add(batch journal.Batch) journal.Pos {
	j.mu.Lock()
	defer j.mu.Unlock()
	if batch.Empty() {
		return j.head
	}
	batch.Pos = journal.Pos{Epoch: epoch, Rev: j.head.Rev + 1}
	var previous [32]byte
	if n := len(j.batches); n > 0 {
		previous = j.batches[n-1].Chain
	}
	batch.Chain = journal.Chain(previous, journal.Encode(batch))
	for _, w := range batch.Writes {
		if w.Value == nil {
			j.records.Delete(w.Key)
		} else {
			j.records.Set(w.Key, w.Value)
		}
	}
	j.batches = append(j.batches, batch)
	j.head = batch.Pos
	close(j.grown)
	j.grown = make(chan struct{})
	return j.head
}

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

// Compact implements journal.Journal.
func (j *Journal) Compact(ctx context.Context, before journal.Pos) error {
	if err := j.lock(ctx); err != nil {
		return fmt.Errorf("compact: %w", err)
	}
	defer func() { <-j.turn }()
	j.mu.Lock()
	defer j.mu.Unlock()
	n, err := j.index(before)
	switch {
	case err != nil && !isCompacted(err):
		return fmt.Errorf("compact before %s: %w", before, err)
	case n > 1:
		j.batches = append([]journal.Batch(nil), j.batches[n-1:]...)
	}
	return nil
}

// Close implements journal.Journal.
func (j *Journal) Close() error {
	j.mu.Lock()
	again := j.isShut
	j.isShut = true
	if !again {
		close(j.closed)
	}
	j.mu.Unlock()
	j.turn <- struct{}{}
	<-j.turn
	return nil
}

func (j *Journal) shut() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.isShut
}

func isCompacted(err error) bool { return errors.Is(err, journal.ErrCompacted) }
