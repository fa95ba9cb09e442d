// Package memory is the journal that keeps nothing: for tests and throw-away servers. It has the semantics of every journal
// but durability: what it holds is gone with the process.
package memory

import (
	"context"
	"errors"
	"fmt"
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
