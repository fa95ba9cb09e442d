// Package sqlite is the journal in one SQLite file: the embedded default. A directory belongs to one process at a time; the
// file can be inspected with any SQLite tool while nobody serves it.
//
// # Durability
//
// The file is in WAL mode with synchronous=FULL: a batch is acknowledged after its frames and their commit mark were synced.
// One connection writes and checkpoints; others read snapshots. Checkpoints are made here and not by SQLite's own hook, which
// would hide their errors (https://www.sqlite.org/c3ref/wal_autocheckpoint.html).
//
// # Failing disks
//
// No room (ENOSPC) writes nothing and may be tried again: SQLite rolls back, and half a transaction in the WAL has no commit
// mark. After any other error of a write or a sync the page cache can no longer be trusted to reach the disk
// (https://wiki.postgresql.org/wiki/Fsync_Errors), so the journal is read-only until it is opened again. Opening copies the whole
// WAL into the database and syncs it, so that nothing is ever built on frames that only the page cache has.
package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"

	driver "modernc.org/sqlite"

	"github.com/cardea-iam/cardea/journal"
)

// FileName is the name of the database in the data directory. SQLite keeps two more files beside it while it is open.
const FileName = "cardea.db"

// lockName is the file whose lock says that the directory is in use. It stays when the journal is closed.
const lockName = "cardea.lock"

// Options are the choices of Open. The zero value is right for a server.
type Options struct {
	// VFS names SQLite's way to the disk (https://www.sqlite.org/vfs.html). Empty is the system's own.
	VFS string
	// CheckpointPages is how many pages of 4 KiB the WAL may hold, roughly, before it is copied into the database. A longer one
	// makes appends cheaper and opening after a crash slower. 0 stands for 2048.
	CheckpointPages int
}

// Journal is a journal in one SQLite file. Open makes one.
type Journal struct {
	lock    *os.File
	writer  *writer
	readers *sql.DB
	turn    chan struct{} // holds the lock of Append while it is full
	closed  chan struct{}

	mu     sync.Mutex // guards the fields below
	head   head
	broken error                // why nothing is appended any more
	grown  chan struct{}        // closed and replaced when a batch is added
	open   map[*reader]struct{} // readers that hold a connection; nil once closed
}

var _ journal.Journal = (*Journal)(nil)

// Open opens the journal of a data directory, which it makes if need be (mode 0700; files 0600). Errors: ErrInUse,
// ErrDamaged, ErrFull, or what the system said.
func Open(ctx context.Context, dir string, options Options) (*Journal, error) {
	j, err := open(ctx, dir, options)
	if err != nil {
		return nil, fmt.Errorf("open journal %s: %w", dir, classify(err))
	}
	return j, nil
}

func open(ctx context.Context, dir string, options Options) (_ *Journal, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	j := &Journal{
		turn:   make(chan struct{}, 1),
		closed: make(chan struct{}),
		grown:  make(chan struct{}),
		open:   map[*reader]struct{}{},
	}
	if j.lock, err = acquire(filepath.Join(dir, lockName)); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, j.release())
		}
	}()
	path := filepath.Join(dir, FileName)
	if err := prepareFile(path); err != nil {
		return nil, err
	}
	// fdatasync leaves out the timestamps only. Where there is none, SQLite goes on with fsync.
	if _, err := driver.Fdatasync(true); err != nil && !errors.Is(err, driver.ErrFdatasyncUnavailable) {
		return nil, err
	}
	if j.writer, err = openWriter(ctx, dsn(path, options.VFS, writerPragmas), cmp.Or(options.CheckpointPages, 2048)); err != nil {
		return nil, err
	}
	if j.head, err = loadHead(ctx, j.writer.conn); err != nil {
		return nil, err
	}
	if j.readers, err = sql.Open("sqlite", dsn(path, options.VFS, readerPragmas)); err != nil {
		return nil, err
	}
	j.readers.SetMaxIdleConns(4)
	return j, nil
}

// prepareFile makes the database's file with its mode before SQLite does: the WAL inherits it.
func prepareFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(0o600), f.Close()); err != nil {
		return err
	}
	dir := filepath.Dir(path)
	return errors.Join(syncDir(dir), syncDir(filepath.Dir(dir)))
}

var (
	writerPragmas = []string{
		"busy_timeout=1000", "journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0", "fullfsync=1",
		"checkpoint_fullfsync=1", "temp_store=MEMORY", "cache_size=-16384", "trusted_schema=0",
	}
	readerPragmas = []string{"busy_timeout=1000", "query_only=1", "wal_autocheckpoint=0", "temp_store=MEMORY", "trusted_schema=0"}
)

func dsn(path, vfs string, pragmas []string) string {
	q := url.Values{"_pragma": pragmas}
	if vfs != "" {
		q.Set("vfs", vfs)
	}
	slashed := filepath.ToSlash(path)
	if slashed[0] != '/' { // C:/data
		slashed = "/" + slashed
	}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: q.Encode()}).String()
}

// Close implements journal.Journal.
func (j *Journal) Close() error {
	j.mu.Lock()
	open := j.open
	j.open = nil
	j.mu.Unlock()
	if open == nil {
		<-j.closed
		return nil
	}
	close(j.closed)
	j.turn <- struct{}{} // for good: whoever waits for it sees closed
	var errs []error
	for r := range open {
		errs = append(errs, r.close())
	}
	return errors.Join(append(errs, j.release())...)
}

// release gives back what was opened, the lock last.
func (j *Journal) release() error {
	var errs []error
	if j.readers != nil {
		errs = append(errs, j.readers.Close())
	}
	if j.writer != nil {
		errs = append(errs, j.writer.close())
	}
	return errors.Join(append(errs, j.lock.Close())...)
}

// shut answers ErrClosed once Close was called.
func (j *Journal) shut() error {
	select {
	case <-j.closed:
		return journal.ErrClosed
	default:
		return nil
	}
}

// end answers the end of the history.
func (j *Journal) end() head {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.head
}
