package engines

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"time"
)

// Directory is what a large directory of users costs.
type Directory struct {
	PerOp        float64 // nanoseconds for a decision about a user taken at random
	PerPrincipal float64 // bytes of the heap, the user's 21 characters of name included
	Wrong        bool
}

// MeasureDirectory makes an engine's directory of n users, weighs it, and decides for random ones in rounds.
func (e *Engine) MeasureDirectory(n, rounds int, round time.Duration) (Directory, error) {
	before := heap()
	decide, err := e.Principals(n)
	if err != nil {
		return Directory{}, fmt.Errorf("%s: %d principals: %w", e.Name, n, err)
	}
	d := Directory{PerPrincipal: float64(heap()-before) / float64(n), PerOp: math.Inf(1)}
	if decide(NameOf(n)) {
		d.Wrong = true
		return d, nil
	}
	chance := rand.New(rand.NewPCG(1, 2))
	t := NewTimer(func() bool { return decide(NameOf(chance.IntN(n))) }, true, round)
	for range rounds {
		t.Round()
	}
	d.PerOp, d.Wrong = t.best.PerOp, t.best.Wrong
	runtime.KeepAlive(decide)
	return d, nil
}

// heap is the number of bytes in use after collection.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
