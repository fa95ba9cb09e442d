package main

import (
	"io"
	"sync"
	"time"
)

const (
	logPause = 50 * time.Millisecond
	logPiece = 32 << 10
)

// logBuffer gathers what is logged for a moment, so that a busy server does not write each line by itself. Close writes the rest.
type logBuffer struct {
	out     io.Writer
	mu      sync.Mutex // guards the fields below
	waiting []byte
	timer   *time.Timer // runs while something waits; nil: nothing does
}

func newLogBuffer(out io.Writer) *logBuffer { return &logBuffer{out: out} }

// Write takes a line. It is written within a moment.
func (b *logBuffer) Write(line []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.waiting = append(b.waiting, line...)
	if len(b.waiting) >= logPiece {
		return len(line), b.flush()
	}
	if b.timer == nil {
		b.timer = time.AfterFunc(logPause, func() { _ = b.Close() })
	}
	return len(line), nil
}

// Close writes what waits. More may be written after it.
func (b *logBuffer) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.flush()
}

func (b *logBuffer) flush() error {
	if b.timer != nil {
		b.timer.Stop()
		b.timer = nil
	}
	_, err := b.out.Write(b.waiting)
	b.waiting = b.waiting[:0]
	return err
}
