package sqlite

import (
	"context"
	"database/sql"
	"errors"
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

// linkAt answers the link of the batch at a position, with the errors of the function of this name.
func (r *reader) linkAt(pos journal.Pos) ([32]byte, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.ended(); err != nil {
		return [32]byte{}, err
	}
	link, err := linkAt(r.sqlContext(), r.conn, pos, r.end)
	return link, classify(err)
}

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
