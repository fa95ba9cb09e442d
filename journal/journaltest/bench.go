package journaltest

import (
	"fmt"
	"testing"

	"github.com/cardea-iam/cardea/journal"
)

// BenchmarkAppend measures one Append, durable where the engine is: of a single small record, as one writer alone makes it, and
// of 64 of them, as group commit makes it for 64 writers.
func BenchmarkAppend(b *testing.B, open func(t testing.TB) journal.Journal) {
	for _, writes := range []int{1, 64} {
		b.Run(fmt.Sprintf("writes=%d", writes), func(b *testing.B) {
			j := open(b)
			var head journal.Pos
			n := 0
			for b.Loop() {
				batch := journal.Batch{ID: number(n)}
				for i := range writes {
					key := fmt.Sprintf("user/%08x", (n*2654435761+i*40503)&0xffff)
					batch.Writes = append(batch.Writes, journal.Record{Key: key, Value: make([]byte, 200)})
				}
				n++
				head = mustAppend(b, j, head, batch)
			}
			b.ReportMetric(float64(b.N*writes)/b.Elapsed().Seconds(), "writes/s")
		})
	}
}
