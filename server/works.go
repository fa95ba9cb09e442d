package server

import (
	"context"
	"sync"
	"time"

	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/signin"
)

// How often the work in the background is done.
const (
	flushEvery   = time.Minute
	compactEvery = 10 * time.Minute
	lastFlush    = 2 * time.Second
)

// works is what is done in the background: last uses are stored, and the journal forgets batches that nobody needs any more.
type works struct {
	server *Server
	ends   chan struct{}
	done   sync.WaitGroup
}

func (s *Server) startWorks() *works {
	w := &works{server: s, ends: make(chan struct{})}
	w.done.Add(1)
	go w.run()
	return w
}

func (w *works) run() {
	defer w.done.Done()
	flush, compact := time.NewTicker(flushEvery), time.NewTicker(compactEvery)
	defer flush.Stop()
	defer compact.Stop()
	var kept journal.Pos // the head as it was at the last compaction: what is younger stays
	for {
		select {
		case <-w.ends:
			return
		case <-flush.C:
			w.report("store last uses", w.flush(flushEvery))
		case <-compact.C:
			if !kept.IsZero() {
				w.report("compact the journal", w.server.host.Store.Compact(context.Background(), kept))
			}
			kept = w.server.host.Store.Pos()
			w.report("sweep sign-ins", signin.Sweep(context.Background(), w.server.host.Store, w.server.clock.Now()))
		}
	}
}

func (w *works) flush(within time.Duration) error {
	ctx, stop := context.WithTimeout(context.Background(), within)
	defer stop()
	return w.server.host.Uses.Flush(ctx, w.server.host.Store)
}

func (w *works) report(what string, err error) {
	if err != nil {
		w.server.options.Log.Error(what, "error", err)
	}
}

// stop ends the work, after a last flush.
func (w *works) stop() error {
	close(w.ends)
	w.done.Wait()
	return w.flush(lastFlush)
}
