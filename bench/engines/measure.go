package engines

import (
	"math"
	"runtime"
	"time"
)

// Measured is what one decision costs.
type Measured struct {
	PerOp  float64 // nanoseconds
	Allocs uint64
	Wrong  bool // the engine answered wrong, and was not timed
}

// Timer times one thing in rounds and keeps the best.
type Timer struct {
	decide Decide
	want   bool
	n      int // how many decisions make a round
	best   Measured
}

// NewTimer checks that the answer is right and finds out how many decisions fill a round.
func NewTimer(decide Decide, want bool, round time.Duration) *Timer {
	t := &Timer{decide: decide, want: want, n: 1, best: Measured{PerOp: math.Inf(1), Allocs: math.MaxUint64}}
	if decide() != want {
		t.best.Wrong = true
		return t
	}
	for {
		if spent := t.run(); spent >= round/2 || t.n >= 1<<24 {
			t.n = max(1, int(float64(t.n)*float64(round)/float64(max(spent, 1))))
			return t
		}
		t.n *= 4
	}
}

// run is a round.
func (t *Timer) run() time.Duration {
	start := time.Now()
	for range t.n {
		if t.decide() != t.want {
			t.best.Wrong = true
		}
	}
	return time.Since(start)
}

// Round times one round and counts its allocations.
func (t *Timer) Round() {
	if t.best.Wrong {
		return
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	spent := t.run()
	runtime.ReadMemStats(&after)
	t.best.PerOp = min(t.best.PerOp, float64(spent.Nanoseconds())/float64(t.n))
	t.best.Allocs = min(t.best.Allocs, (after.Mallocs-before.Mallocs)/uint64(t.n))
}

// Best is the best round so far.
func (t *Timer) Best() Measured { return t.best }
