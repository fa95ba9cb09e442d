package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"sync"

	"github.com/cardea-iam/cardea/journal"
)

// reader holds one connection with a transaction that reads, and so one version of the file.
type reader struct {
	j    *Journal
	ctx  context.Context // of the caller; only asked whether it has ended
	conn *sql.Conn
	end  head // of the history, as of this version
	stop func() bool

	mu   sync.Mutex // guards the fields below
	rows *sql.Rows
	done bool
}

// newReader begins to read.
func (j *Journal) newReader(ctx context.Context) (*reader, error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	r := &reader{j: j, ctx: ctx}
	r.mu.Lock() // whoever closes it waits until it is open
	defer r.mu.Unlock()
	if err := j.enlist(r); err != nil {
		return nil, err
	}
	if err := r.begin(); err != nil {
		return nil, errors.Join(classify(err), r.giveBack())
	}
	r.stop = context.AfterFunc(ctx, func() { _ = r.close() })
	return r, nil
}

// enlist notes a reader, so that Close can end it.
func (j *Journal) enlist(r *reader) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.open == nil {
		return journal.ErrClosed
	}
	j.open[r] = struct{}{}
	return nil
}

// begin opens the transaction. The first SELECT of it settles which version it sees.
func (r *reader) begin() (err error) {
	ctx := r.sqlContext()
	if r.conn, err = r.j.readers.Conn(ctx); err != nil {
		return err
	}
	if _, err := r.conn.ExecContext(ctx, "BEGIN"); err != nil {
		return err
	}
	r.end, err = loadHead(ctx, r.conn)
	return err
}

// sqlContext never ends: the end of the caller's context gives the connection back between two rows, which leaves it usable.
func (r *reader) sqlContext() context.Context { return context.WithoutCancel(r.ctx) }

func (r *reader) query(text string, args ...any) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.ended(); err != nil {
		return err
	}
	rows, err := r.conn.QueryContext(r.sqlContext(), text, args...)
	r.rows = rows
	return classify(err)
}

// next scans the next row, if there is one.
func (r *reader) next(into ...any) (bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.ended(); err != nil {
		return false, err
	}
	if !r.rows.Next() {
		return false, classify(r.rows.Err())
	}
	return true, r.rows.Scan(into...)
}

// ended answers why this reader must stop, if it must. The caller holds mu.
func (r *reader) ended() error {
	if r.ctx.Err() != nil {
		return context.Cause(r.ctx)
	}
	if r.done {
		return journal.ErrClosed
	}
	return nil
}

// close gives the connection back. Whoever comes second finds nothing to do.
func (r *reader) close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.done {
		return nil
	}
	return r.giveBack()
}

// giveBack ends the transaction and returns its connection. The caller holds mu.
func (r *reader) giveBack() error {
	r.done = true
	r.j.mu.Lock()
	delete(r.j.open, r)
	r.j.mu.Unlock()
	var errs []error
	if r.rows != nil {
		errs = append(errs, r.rows.Close())
	}
	if r.conn != nil {
		errs = append(errs, rollback(r.sqlContext(), r.conn), r.conn.Close())
	}
	return errors.Join(errs...)
}

// finish is close by the goroutine that reads.
func (r *reader) finish() {
	r.stop()
	_ = r.close()
}

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
	link, err := linkAt(r.sqlContext(), r.conn, after, r.end)
	if err != nil {
		return classify(err)
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
		_, err = linkAt(r.sqlContext(), r.conn, after, r.end)
	}
	if err != nil && !errors.Is(err, journal.ErrCompacted) {
		return fmt.Errorf("wait after %s: %w", after, classify(err))
	}
	return nil
}
