package sqlite

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/cardea-iam/cardea/journal"
)

// Read implements journal.Journal.
func (j *Journal) Read(ctx context.Context, after journal.Pos) iter.Seq2[journal.Batch, error] {
	return func(yield func(journal.Batch, error) bool) {
		if err := j.read(ctx, after, func(b journal.Batch) bool { return yield(b, nil) }); err != nil {
			yield(journal.Batch{}, fmt.Errorf("read after %s: %w", after, err))
		}
	}
}

func (j *Journal) read(ctx context.Context, after journal.Pos, yield func(journal.Batch) bool) error {
	r, err := j.newReader(ctx)
	if err != nil {
		return err
	}
	defer r.finish()
	link, err := r.linkAt(after)
	if err != nil {
		return err
	}
	if err := r.query("SELECT rev, epoch, id, chain, data FROM batch WHERE rev > ? ORDER BY rev", after.Rev); err != nil {
		return err
	}
	for rev := after.Rev + 1; rev <= r.end.pos.Rev; rev++ {
		b, err := r.batch(rev, link)
		if err != nil {
			return err
		}
		if !yield(b) {
			return nil
		}
		link = b.Chain
	}
	return nil
}

// batch reads the next batch, which must be of this revision and follow this link.
func (r *reader) batch(rev uint64, link [32]byte) (journal.Batch, error) {
	var pos journal.Pos
	var id, chain, data []byte
	found, err := r.next(&pos.Rev, &pos.Epoch, &id, &chain, &data)
	if err != nil {
		return journal.Batch{}, err
	}
	damaged := fmt.Errorf("batch %d: %w", rev, journal.ErrDamaged)
	if !found {
		return journal.Batch{}, damaged
	}
	b, err := journal.Decode(data)
	if err != nil {
		return journal.Batch{}, errors.Join(damaged, err)
	}
	b.Chain = journal.Chain(link, data)
	if b.Pos != pos || pos.Rev != rev || string(b.ID[:]) != string(id) || string(b.Chain[:]) != string(chain) {
		return journal.Batch{}, damaged
	}
	return b, nil
}

// Records implements journal.Journal.
func (j *Journal) Records(ctx context.Context) (journal.Pos, iter.Seq2[journal.Record, error]) {
	r, err := j.newReader(ctx)
	if err != nil {
		return journal.Pos{}, func(yield func(journal.Record, error) bool) {
			yield(journal.Record{}, fmt.Errorf("read records: %w", err))
		}
	}
	return r.end.pos, func(yield func(journal.Record, error) bool) {
		defer r.finish()
		if err := r.records(yield); err != nil {
			yield(journal.Record{}, fmt.Errorf("read records: %w", err))
		}
	}
}

func (r *reader) records(yield func(journal.Record, error) bool) error {
	if err := r.query("SELECT k, v FROM record ORDER BY k"); err != nil {
		return err
	}
	for {
		var key, value []byte
		found, err := r.next(&key, &value)
		if err != nil || !found {
			return err
		}
		if value == nil { // the driver's way of reading an empty one
			value = []byte{}
		}
		if !yield(journal.Record{Key: string(key), Value: value}, nil) {
			return nil
		}
	}
}
