package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/cardea-iam/cardea/journal"
)

// schemaVersion is the layout that this package reads and writes.
const schemaVersion = 1

// schema lays out an empty database. Keys and values are blobs: SQLite never looks into them.
//
//	record  what the history adds up to; rev is the batch that wrote it last
//	batch   the history that is kept; data is the batch in its canonical bytes
//	head    one row: the last revision and its link, the epoch of the next batch, and this layout's version
const schema = `
CREATE TABLE record (k BLOB PRIMARY KEY, v BLOB NOT NULL, rev INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE batch (rev INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, id BLOB NOT NULL, chain BLOB NOT NULL, data BLOB NOT NULL);
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), rev INTEGER NOT NULL, epoch INTEGER NOT NULL, chain BLOB NOT NULL, schema INTEGER NOT NULL);
INSERT INTO head VALUES (1, 0, 1, zeroblob(32), 1);`

// head is the end of the history.
type head struct {
	pos   journal.Pos // of the last batch; zero if there is none
	chain [32]byte    // of the last batch
	epoch uint64      // of the next batch
}

// install makes sure that the tables are there, whole or not at all.
func install(ctx context.Context, conn *sql.Conn) error {
	var tables int
	if err := conn.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return err
	}
	if tables > 0 {
		return checkVersion(ctx, conn)
	}
	for _, statement := range []string{"BEGIN IMMEDIATE", schema, "COMMIT"} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return errors.Join(err, rollback(ctx, conn))
		}
	}
	return nil
}

func checkVersion(ctx context.Context, conn *sql.Conn) error {
	var version int
	if err := conn.QueryRowContext(ctx, "SELECT schema FROM head").Scan(&version); err != nil {
		return fmt.Errorf("this file is not a Cardea journal: %w", err)
	}
	if version != schemaVersion {
		return fmt.Errorf("the data is in layout %d, this program reads layout %d: use the version of Cardea that wrote it", version, schemaVersion)
	}
	return nil
}

// loadHead reads the end of the history, as of the connection's transaction if it has one.
func loadHead(ctx context.Context, conn *sql.Conn) (head, error) {
	var h head
	var chain, lastChain []byte
	var lastEpoch sql.Null[uint64]
	row := conn.QueryRowContext(ctx, "SELECT head.rev, head.epoch, head.chain, batch.epoch, batch.chain FROM head LEFT JOIN batch ON batch.rev = head.rev")
	if err := row.Scan(&h.pos.Rev, &h.epoch, &chain, &lastEpoch, &lastChain); err != nil {
		return head{}, err
	}
	h.pos.Epoch = lastEpoch.V
	if len(chain) != len(h.chain) || lastEpoch.Valid != (h.pos.Rev > 0) || lastEpoch.Valid && string(chain) != string(lastChain) {
		return head{}, fmt.Errorf("head %s: %w", h.pos, journal.ErrDamaged)
	}
	copy(h.chain[:], chain)
	return h, nil
}

// linkAt answers the link of the batch at a position: ErrDiverged if the history has no such position, ErrCompacted if what
// comes after it is not kept.
func linkAt(ctx context.Context, conn *sql.Conn, pos journal.Pos, end head) ([32]byte, error) {
	if pos == end.pos {
		return end.chain, nil
	}
	if pos.Rev > end.pos.Rev || pos.Epoch > end.pos.Epoch || pos.Rev == 0 && pos.Epoch != 0 {
		return [32]byte{}, journal.ErrDiverged
	}
	// The beginning has no batch of its own: it can be read after while the first batch is there.
	var epoch uint64
	var chain []byte
	err := conn.QueryRowContext(ctx, "SELECT epoch, chain FROM batch WHERE rev = ?", max(pos.Rev, 1)).Scan(&epoch, &chain)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return [32]byte{}, journal.ErrCompacted
	case err != nil:
		return [32]byte{}, err
	case pos.IsZero():
		return [32]byte{}, nil
	case epoch != pos.Epoch:
		return [32]byte{}, journal.ErrDiverged
	case len(chain) != 32:
		return [32]byte{}, fmt.Errorf("batch %s: %w", pos, journal.ErrDamaged)
	}
	return [32]byte(chain), nil
}
