package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/cardea-iam/cardea/journal"
)

// errRead means that the WAL cannot begin anew while somebody reads it.
var errRead = errors.New("nothing can be written until those who read since the journal was opened have finished")

// writer is the one connection that writes. It is used under the journal's turn only.
type writer struct {
	db   *sql.DB
	conn *sql.Conn

	begin, commit, put, remove, add, advance *sql.Stmt

	pages     int  // estimate of the pages in the WAL
	limit     int  // of pages
	unsettled bool // the WAL may hold frames that only the page cache has: nothing may be built on it
}

func openWriter(ctx context.Context, dsn string, limit int) (_ *writer, err error) {
	w := &writer{limit: limit}
	if w.db, err = sql.Open("sqlite", dsn); err != nil {
		return nil, err
	}
	w.db.SetMaxOpenConns(1)
	defer func() {
		if err != nil {
			err = errors.Join(err, w.close())
		}
	}()
	if w.conn, err = w.db.Conn(ctx); err != nil {
		return nil, err
	}
	if err := w.requireWAL(ctx); err != nil {
		return nil, err
	}
	w.unsettled = true // a sync may have failed before
	if err := w.settle(ctx); err != nil && !errors.Is(err, journal.ErrFull) && !errors.Is(err, errRead) {
		return nil, err
	}
	if err := install(ctx, w.conn); err != nil {
		return nil, err
	}
	if err := w.prepare(ctx); err != nil {
		return nil, err
	}
	return w, nil
}

// requireWAL checks that SQLite did what it was asked for: without shared memory it stays in another mode and says nothing.
func (w *writer) requireWAL(ctx context.Context) error {
	var mode string
	if err := w.conn.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode); err != nil {
		return err
	}
	if mode != "wal" {
		return fmt.Errorf("SQLite's write-ahead log does not work here (mode %s): choose a directory on a local disk", mode)
	}
	return nil
}

func (w *writer) prepare(ctx context.Context) error {
	for _, s := range []struct {
		into **sql.Stmt
		text string
	}{
		{&w.begin, "BEGIN IMMEDIATE"},
		{&w.commit, "COMMIT"},
		{&w.put, "INSERT INTO record (k, v, rev) VALUES (?, ?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v, rev = excluded.rev"},
		{&w.remove, "DELETE FROM record WHERE k = ?"},
		{&w.add, "INSERT INTO batch (rev, epoch, id, chain, data) VALUES (?, ?, ?, ?, ?)"},
		{&w.advance, "UPDATE head SET rev = ?, chain = ?"},
	} {
		statement, err := w.conn.PrepareContext(ctx, s.text)
		if err != nil {
			return err
		}
		*s.into = statement
	}
	return nil
}

func (w *writer) close() error {
	var errs []error
	for _, s := range []*sql.Stmt{w.begin, w.commit, w.put, w.remove, w.add, w.advance} {
		if s != nil {
			errs = append(errs, s.Close())
		}
	}
	if w.conn != nil {
		errs = append(errs, w.conn.Close())
	}
	return errors.Join(append(errs, w.db.Close())...)
}

// write makes a batch durable, whole or not at all, and says if that is not known.
func (w *writer) write(ctx context.Context, b journal.Batch, encoded []byte) error {
	return w.transact(ctx, func() error {
		for _, r := range b.Writes {
			var err error
			if r.Value == nil {
				_, err = w.remove.ExecContext(ctx, []byte(r.Key))
			} else {
				_, err = w.put.ExecContext(ctx, []byte(r.Key), r.Value, b.Pos.Rev)
			}
			if err != nil {
				return err
			}
		}
		if _, err := w.add.ExecContext(ctx, b.Pos.Rev, b.Pos.Epoch, b.ID[:], b.Chain[:], encoded); err != nil {
			return err
		}
		w.pages += 4 + len(b.Writes) + len(encoded)/1024
		_, err := w.advance.ExecContext(ctx, b.Pos.Rev, b.Chain[:])
		return err
	})
}

// transact runs a transaction. An I/O error of its end leaves it open whether it was written: SQLite may have written the
// commit mark before the sync failed.
func (w *writer) transact(ctx context.Context, run func() error) error {
	if err := w.settle(ctx); err != nil {
		return err
	}
	if _, err := w.begin.ExecContext(ctx); err != nil {
		return classify(err)
	}
	if err := run(); err != nil {
		return classify(errors.Join(err, rollback(ctx, w.conn)))
	}
	if _, err := w.commit.ExecContext(ctx); err != nil {
		err = classify(errors.Join(err, rollback(ctx, w.conn)))
		if errors.Is(err, journal.ErrReadOnly) {
			return fmt.Errorf("%w: %w", journal.ErrUnknown, err)
		}
		return err
	}
	return nil
}

// rollback ends a transaction, if SQLite has not done so by itself.
func rollback(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, "ROLLBACK")
	if primary(err) == lib.SQLITE_ERROR { // no transaction is active
		return nil
	}
	return err
}

// settle copies the whole WAL into the database, syncs that, and begins the WAL anew, once after opening. It has to wait
// for room on a full disk, and for whoever reads the WAL: until then there are readers, but no writer.
func (w *writer) settle(ctx context.Context) error {
	if !w.unsettled {
		return nil
	}
	busy, err := w.checkpoint(ctx, "TRUNCATE")
	if busy {
		err = errRead
	}
	w.unsettled = err != nil
	return err
}

// checkpoint copies the WAL into the database, and answers whether a reader has kept it from doing all that the mode asks for.
func (w *writer) checkpoint(ctx context.Context, mode string) (busy bool, err error) {
	var inWAL, copied int
	if err := w.conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint("+mode+")").Scan(&busy, &inWAL, &copied); err != nil {
		return false, fmt.Errorf("checkpoint: %w", classify(err))
	}
	w.pages = max(inWAL-copied, 0)
	return busy, nil
}

// classify puts the journal's own error before one of SQLite's.
func classify(err error) error {
	if errors.Is(err, journal.ErrFull) || errors.Is(err, journal.ErrReadOnly) || errors.Is(err, journal.ErrDamaged) {
		return err
	}
	switch primary(err) {
	case lib.SQLITE_FULL:
		return fmt.Errorf("%w (%w)", journal.ErrFull, err)
	case lib.SQLITE_IOERR:
		return fmt.Errorf("%w (%w)", journal.ErrReadOnly, err)
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return fmt.Errorf("%w (%w)", journal.ErrDamaged, err)
	}
	return err
}

// primary answers SQLite's primary result code, or SQLITE_OK if the error is not SQLite's.
func primary(err error) int {
	var e *driver.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return lib.SQLITE_OK
}
