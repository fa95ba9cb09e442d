package audit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"time"

	"github.com/cardea-iam/cardea/journal"
)

// Options are how a log is kept.
type Options struct {
	// MaxBytes is the size from which on a new file is begun; 0: 64 MiB.
	MaxBytes int64
	// Keep is how many full files are kept beside the one that is written; 0: 10.
	Keep int
}

// ErrFull means that so many lines wait for a log that cannot be written that no more are taken.
var ErrFull = errors.New("the audit log cannot be written and too many lines are waiting for it")

const (
	// flushPause is how long a line that nobody waits for is kept back, for others to come with it; syncPause is how long it may be in the file and not yet on
	// the disk. To sync more often would hold a processor back each time, for nobody.
	flushPause = 100 * time.Millisecond
	syncPause  = time.Second
	// waitingMax is how many bytes may wait for the file.
	waitingMax = 16 << 20
	// pieceSize is how many bytes wait at most before they go to the file, synced or not: a busy server's lines must not pile up for a whole pause.
	pieceSize = 128 << 10
	// scratchMax is how large a buffer is kept from one flush to the next.
	scratchMax = 1 << 20
)

// Log is a log file. Its methods may be called from any number of goroutines.
type Log struct {
	path    string
	options Options
	wake    chan struct{} // holds one: there are lines to flush
	full    chan struct{} // holds one: there is a piece to write
	closing chan struct{}
	flusher sync.WaitGroup

	mu      sync.Mutex // guards the fields below
	waiting []byte     // events that are not in the file yet, each with a line break
	spare   []byte     // room for the next of them

	disk     sync.Mutex // guards the fields below; taken before mu
	file     *os.File
	known    fs.FileInfo // of the file at the path, to know it again
	mark     mark
	scratch  []byte
	unsynced bool  // something was written since the last sync
	failed   error // why the file may end in something that does not count; nil: it ends at the mark
	closed   bool
}

// Open opens the log of that path, or begins one. What a crash cut off is forgotten; Pos says from where on it must be written again.
func Open(path string, options Options) (*Log, error) {
	if options.MaxBytes <= 0 {
		options.MaxBytes = 64 << 20
	}
	if options.Keep <= 0 {
		options.Keep = 10
	}
	m, err := readMark(path)
	if err != nil {
		return nil, fmt.Errorf("open audit log: %w", err)
	}
	l := &Log{path: path, options: options, mark: m, wake: make(chan struct{}, 1), full: make(chan struct{}, 1), closing: make(chan struct{})}
	l.failed = l.open()
	if l.failed != nil {
		return nil, fmt.Errorf("open audit log: %w", l.failed)
	}
	l.flusher.Add(1)
	go l.flushLoop()
	return l, nil
}

// Append adds events, each one line as AppendJSON makes it. If sync is true they are durable when Append answers; else they are in the file within 100 ms and durable
// within about a second, with the next events that are synced, or when the log is closed. After an error that is not about the events themselves, they are written as soon as the disk lets them be, except for ErrFull.
func (l *Log) Append(events [][]byte, sync bool) error {
	for _, event := range events {
		if !isEvent(event) {
			return errNotEvent
		}
	}
	waiting, err := l.enqueue(events)
	switch {
	case err != nil:
		return err
	case !sync:
		signal(l.wake)
		if waiting >= pieceSize {
			signal(l.full)
		}
		return nil
	}
	l.disk.Lock()
	defer l.disk.Unlock()
	return l.flush(journal.Pos{}, nil, true)
}

// signal leaves word for the flusher, unless there is word already.
func signal(to chan struct{}) {
	select {
	case to <- struct{}{}:
	default:
	}
}

// enqueue answers how many bytes wait now.
func (l *Log) enqueue(events [][]byte) (waiting int, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(events) > 0 && len(l.waiting) > waitingMax {
		return 0, ErrFull
	}
	for _, event := range events {
		l.waiting = append(append(l.waiting, event...), '\n')
	}
	return len(l.waiting), nil
}

// Write makes the events of a journal's batch durable, and moves Pos to it. Batches come in order; one that is not after Pos is written already.
func (l *Log) Write(pos journal.Pos, events [][]byte) error {
	for _, event := range events {
		if !isEvent(event) {
			return errNotEvent
		}
	}
	l.disk.Lock()
	defer l.disk.Unlock()
	if !l.mark.pos.Before(pos) {
		return nil
	}
	return l.flush(pos, events, true)
}

// Pos is the position up to which the log holds the events of every batch.
func (l *Log) Pos() journal.Pos {
	l.disk.Lock()
	defer l.disk.Unlock()
	return l.mark.pos
}

// Ready says why the log cannot be written now, or nil. After a failure it tries again to write what is waiting.
func (l *Log) Ready() error {
	l.disk.Lock()
	defer l.disk.Unlock()
	if l.failed == nil && !l.closed {
		return nil
	}
	return l.flush(journal.Pos{}, nil, true)
}

// Close writes what is waiting and closes the file. Closing again does nothing.
func (l *Log) Close() error {
	l.disk.Lock()
	if l.closed {
		l.disk.Unlock()
		return nil
	}
	err := l.flush(journal.Pos{}, nil, true)
	l.closed = true
	if l.file != nil {
		err = errors.Join(err, l.file.Close())
	}
	l.disk.Unlock()
	close(l.closing)
	l.flusher.Wait()
	return err
}

// flushLoop writes lines that nobody waits for: in pieces as they come, all of them after a pause, and syncs them after a longer one. It sleeps while there are none.
func (l *Log) flushLoop() {
	defer l.flusher.Done()
	pause, syncing := stopped(), stopped()
	defer pause.Stop()
	defer syncing.Stop()
	wake, unsynced := l.wake, false
	for {
		select {
		case <-l.closing:
			return
		case <-wake: // one word of it is enough until the pause is over
			pause.Reset(flushPause)
			wake = nil
			continue
		case <-l.full:
			l.flushWaiting(false)
		case <-pause.C:
			wake = l.wake
			l.flushWaiting(false)
		case <-syncing.C:
			unsynced = false
			l.flushWaiting(true)
			continue
		}
		if !unsynced {
			unsynced = true
			syncing.Reset(syncPause)
		}
	}
}

// stopped is a timer that does not run yet.
func stopped() *time.Timer {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	return timer
}

func (l *Log) flushWaiting(sync bool) {
	l.disk.Lock()
	defer l.disk.Unlock()
	if !l.closed && l.flush(journal.Pos{}, nil, sync) != nil {
		signal(l.wake) // try again after a pause
	}
}

// flush writes what is waiting, then the events of a batch, and syncs all of it if it is asked to. After an error all of it still waits. The caller holds disk.
func (l *Log) flush(pos journal.Pos, events [][]byte, sync bool) error {
	if l.closed {
		return fs.ErrClosed
	}
	taken := l.take()
	if err := l.write(taken, pos, events, sync); err != nil {
		l.giveBack(taken)
		return err
	}
	l.reuse(taken)
	return nil
}

func (l *Log) take() []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	taken := l.waiting
	l.waiting, l.spare = l.spare, nil
	return taken
}

func (l *Log) reuse(taken []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if cap(taken) <= scratchMax {
		l.spare = taken[:0]
	}
}

func (l *Log) giveBack(taken []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting = append(taken, l.waiting...)
}

// write appends lines to the file and, if it is asked to, syncs it with all that was written before. The mark moves only if all of it worked.
func (l *Log) write(taken []byte, pos journal.Pos, events [][]byte, sync bool) error {
	if err := l.prepare(); err != nil {
		l.failed = err
		return fmt.Errorf("audit log: %w", err)
	}
	buf, m, err := l.scratch[:0], l.mark, error(nil)
	for event := range bytes.Lines(taken) {
		if buf, m, err = m.appendLine(buf, event[:len(event)-1], part{}); err != nil {
			return err
		}
	}
	for i, event := range events {
		if buf, m, err = m.appendLine(buf, event, part{pos, i + 1, len(events), true}); err != nil {
			return err
		}
	}
	if cap(buf) <= scratchMax {
		l.scratch = buf
	}
	if err := l.put(buf, sync); err != nil {
		l.failed = err
		return fmt.Errorf("audit log: %w", err)
	}
	l.mark = m
	return nil
}

func (l *Log) put(buf []byte, sync bool) error {
	if len(buf) > 0 {
		if _, err := l.file.Write(buf); err != nil {
			return err
		}
		l.unsynced = true
	}
	if !sync || !l.unsynced {
		return nil
	}
	l.unsynced = false // after a failed sync nobody knows, and the file is read anew
	return l.file.Sync()
}
