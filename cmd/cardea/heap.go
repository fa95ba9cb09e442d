package main

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// A small heap is collected all the time under load, which costs more than what is served. So garbage may grow to headroom whatever the heap's size, until the
// usual 100 % is more than that.
const (
	headroom     = 48 << 20
	usualPercent = 100
	mostPercent  = 800
	tuneEvery    = 30 * time.Second
)

// tuneCollectorUntil does it now and then, as the heap grows, until the context ends.
func tuneCollectorUntil(ctx context.Context) {
	ticker := time.NewTicker(tuneEvery)
	defer ticker.Stop()
	for {
		tuneCollector()
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// tuneCollector sets how much garbage may grow before it is collected, for the heap as it is now. GOGC in the environment wins.
func tuneCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	live := max(sample[0].Value.Uint64(), 1<<20)
	debug.SetGCPercent(int(min(max(headroom*100/live, usualPercent), mostPercent)))
}
