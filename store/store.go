// Package store holds the whole cell in memory as typed tables, and makes every change durable through a journal.
//
// # Reading
//
// The tables of one moment are a version that never changes; the newest is behind one atomic pointer. View is a load of that pointer:
// no lock, no disk, no network. Whoever goes on reading goes on seeing one moment.
//
// # Writing
//
// Update queues a function. One goroutine, the sequencer, runs the queued functions one after the other on the newest version, and appends what
// they wrote to the journal as one batch. Transactions are therefore serial: each sees everything before it, and what is checked in a function holds
// when its writes take place. Each function works on copy-on-write copies of the tables that it touches, so undoing it costs nothing and touches no
// other function of the batch. Everybody is answered after the batch is durable, those whose function refused as well: the refusal may rest on what
// another function of the batch wrote.
//
// # Several nodes
//
// Nodes that share a journal take turns under its lock. A node that is behind first applies what it missed, then runs its functions. Between writes
// a follower goroutine keeps it up to date.
//
// # When something fails
//
// If the journal cannot append, nothing has happened and Update says ErrUnavailable; reading goes on. If the journal cannot say whether it appended,
// the sequencer looks for the batch by its ID before it answers anybody or goes on.
package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"github.com/cardea-iam/cardea/journal"
)

// Errors of the store. They come wrapped around their cause: compare with errors.Is.
var (
	// ErrUnavailable means that changes cannot be made durable now. Reading goes on, and trying again later is right.
	ErrUnavailable = errors.New("changes cannot be stored now")
	// ErrClosed means that the store was closed before the function ran.
	ErrClosed = errors.New("the store is closed")
)

// Described is a table's description: a *Table of some row.
type Described interface {
	header() *title
	empty() contents
	clear(tx *Tx)
}

// Options are what a store is opened with.
type Options struct {
	// Tables are all tables of the store. The journal may hold records of no other.
	Tables []Described
	// Outbox is where the audit lines of the batches go. The zero Outbox leaves them in the journal.
	Outbox Outbox
	// Chance is where the IDs of batches come from; nil: crypto/rand.
	Chance io.Reader
}

// Store is the tables of a cell over its journal.
type Store struct {
	journal journal.Journal
	tables  []Described
	slots   map[*title]int
	names   map[string]int // slots by the name of the table
	chance  io.Reader

	current atomic.Pointer[version]

	queue    chan *call
	running  context.Context // ends when Close begins
	stop     func()
	finished chan struct{} // closed when the sequencer has ended
	workers  sync.WaitGroup

	// mu is taken by whoever makes a version the current one. It is taken inside of the journal's lock: nobody calls the journal's
	// Append, Read or Compact while holding it.
	mu     sync.Mutex
	sought [16]byte // ID of the batch that the sequencer is appending
	found  bool     // whether the history has it
	outbox outbox
}

// Open reads every record of the journal and starts to follow it. The context counts for opening only.
// The journal stays the caller's: it is to be closed after the store.
func Open(ctx context.Context, j journal.Journal, options Options) (*Store, error) {
	s := &Store{
		journal: j, slots: map[*title]int{}, names: map[string]int{}, chance: options.Chance,
		queue: make(chan *call, queued), finished: make(chan struct{}), outbox: outbox{Outbox: options.Outbox},
	}
	if s.chance == nil {
		s.chance = rand.Reader
	}
	s.tables = options.Tables
	for i, t := range options.Tables {
		if _, twice := s.names[t.header().name]; twice {
			return nil, fmt.Errorf("open store: two tables have the name %q", t.header().name)
		}
		s.slots[t.header()], s.names[t.header().name] = i, i
	}
	s.current.Store(&version{})
	if err := s.load(ctx); err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	if err := s.openOutbox(ctx); err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	running, stop := context.WithCancelCause(context.Background())
	s.running, s.stop = running, func() { stop(ErrClosed) }
	s.workers.Add(2)
	go s.sequence()
	go s.follow()
	return s, nil
}

// View runs a function on the newest version. It sees one moment, however long it takes, and writes nothing. Its error is the answer.
func (s *Store) View(ctx context.Context, fn func(*Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return fn(&Tx{slots: s.slots, tables: s.current.Load().tables})
}

// Pos is the position of the newest version.
func (s *Store) Pos() journal.Pos { return s.current.Load().pos }

// Ready says why changes would be refused now, or nil: it takes the journal's lock as a change does, and asks the outbox.
func (s *Store) Ready(ctx context.Context) error {
	if s.running.Err() != nil {
		return ErrClosed
	}
	if s.outbox.Ready != nil {
		if err := s.outbox.Ready(); err != nil {
			return fmt.Errorf("the audit log cannot be written: %w", err)
		}
	}
	_, _, err := s.look(ctx)
	return err
}

// Compact lets the journal forget the batches before a position, but never one whose audit lines are not written yet.
func (s *Store) Compact(ctx context.Context, before journal.Pos) error {
	s.mu.Lock()
	if s.outbox.Write != nil && s.outbox.done.Before(before) {
		before = s.outbox.done
	}
	s.mu.Unlock()
	return s.journal.Compact(ctx, before)
}

// Close lets the batch that is being written end, answers everybody who is still queued with ErrClosed, and waits for the store's goroutines.
// Reading goes on. Closing again does nothing.
func (s *Store) Close() error {
	s.stop()
	s.workers.Wait()
	return nil
}
