// Package journal is the durable, ordered history of one cell: batches of writes, one after the other, and the records that
// they add up to. It gives the contract; the engines are its subpackages. It knows nothing of what the records mean.
//
// # Order
//
// Batches are totally ordered: revision n+1 was decided by somebody who knew revision n. There are no gaps, and whoever
// reads up to a position has seen everything before it.
//
// # Durability
//
// What Append has acknowledged survives the death of the process and, as far as the disk keeps its word, of the machine.
// What it refused was not written, except where its error says that this is not known (ErrUnknown).
//
// # Divergence
//
// Every batch carries the hash of everything before it, and every position the epoch in which it was written. A history
// that lost its end (a restored copy, a fail-over) goes on in a new epoch, so whoever saw the lost end is told (ErrDiverged)
// and never goes on as if nothing had happened.
package journal

import (
	"context"
	"errors"
	"iter"
)

// Errors of journals. They come wrapped: compare with errors.Is.
var (
	// ErrCompacted means that the history after this position is not kept any more: start again from Records.
	ErrCompacted = errors.New("the history after this position has been compacted away")
	// ErrDiverged means that the position is not of this history: what was built from it must be thrown away.
	ErrDiverged = errors.New("the position is not part of this journal's history")
	// ErrDamaged means that the stored history contradicts its own hashes.
	ErrDamaged = errors.New("the journal is damaged: its history does not match its hash chain")
	// ErrUnknown means that the batch may have been written or not. Append again, or open the journal again, and look for
	// the batch's ID among the batches after the position that was known.
	ErrUnknown = errors.New("it is not known whether the batch was written")
	// ErrReadOnly means that the disk failed to keep a promise: reading goes on, nothing is appended until the journal is
	// opened again. The Append that met the failure answers ErrUnknown as well; later ones have written nothing.
	ErrReadOnly = errors.New("the journal is read-only after a disk failure: check the disk, then start again")
	// ErrFull means that the disk is full and nothing was written. Append works again once there is room.
	ErrFull = errors.New("the disk is full: nothing was written; make room and try again")
	// ErrClosed means that the journal was closed.
	ErrClosed = errors.New("the journal is closed")
	// ErrInUse means that another process holds the journal.
	ErrInUse = errors.New("the data directory is in use by another process: stop that process, or choose another directory")
)

// A Journal is the durable, ordered history of one cell and the records that it adds up to. Its methods may be called from
// any number of goroutines. Bytes that were handed over, in either direction, are not changed by anybody afterwards.
type Journal interface {
	// Append takes the journal's lock, hands decide every batch in (after, head], and makes what decide returns durable as
	// the next batch. It answers the position of that batch, and only once the batch is durable.
	//
	// decide runs at most once, never together with another decide, and gives ID, Writes and Events; the journal fills in Pos
	// and Chain. An empty batch appends nothing and answers the head. An error of decide is returned as it is, with
	// nothing written. decide may read the journal but must not append to it or close it.
	//
	// ErrDiverged and ErrCompacted are answered before decide runs. ctx ends the waiting for the lock, with its cause; from
	// decide on it is not looked at, so a caller who goes away leaves no doubt behind.
	Append(ctx context.Context, after Pos, decide func(missed []Batch) (Batch, error)) (Pos, error)

	// Read answers the batches after a position in order, without gaps, up to the head as it was when the sequence began,
	// and checks the hash chain on the way. It ends with the first error: ErrCompacted, ErrDiverged, ErrDamaged, ErrClosed
	// or the cause of ctx. The sequence can be run again.
	Read(ctx context.Context, after Pos) iter.Seq2[Batch, error]

	// Records answers the head and every record as of it, in the byte order of the keys, whatever is appended meanwhile.
	// The sequence runs once, and holds the resources of one reader until it ends, is left, ctx ends or the journal is closed.
	Records(ctx context.Context) (Pos, iter.Seq2[Record, error])

	// Wait returns nil as soon as the head is after the position, and otherwise the cause of ctx, ErrDiverged or ErrClosed.
	Wait(ctx context.Context, after Pos) error

	// Compact forgets the batches before a position, which itself can still be read after. Records are not touched. A position
	// that was compacted already is no error; one that is not of this history is ErrDiverged.
	Compact(ctx context.Context, before Pos) error

	// Close waits for the Append that is being written, ends everything else with ErrClosed and gives the resources back.
	// Closing again does nothing.
	Close() error
}
