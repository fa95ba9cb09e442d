package engines_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cardea-iam/cardea/bench/engines"
)

// measure decides again and again.
func measure(b *testing.B, decide engines.Decide, err error, want bool) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	if decide == nil {
		b.Skip("the engine has no notion of it")
	}
	b.ReportAllocs()
	for b.Loop() {
		if decide() != want {
			b.Fatalf("the answer is not %v", want)
		}
	}
}

func BenchmarkTutorial(b *testing.B) {
	for _, q := range engines.Timed {
		for _, e := range engines.All() {
			b.Run(q.Name+"/"+e.Name, func(b *testing.B) {
				decide, err := e.Tutorial(q.Ask)
				measure(b, decide, err, q.Want)
			})
		}
	}
}

func BenchmarkLayers(b *testing.B) {
	for _, e := range engines.All() {
		if e.Layers == nil {
			continue
		}
		b.Run(e.Name, func(b *testing.B) {
			decide, err := e.Layers()
			measure(b, decide, err, true)
		})
	}
}

func BenchmarkStatements(b *testing.B) {
	for _, shape := range engines.Shapes {
		for _, n := range engines.Sizes {
			for _, e := range engines.All() {
				b.Run(fmt.Sprintf("%s/%d/%s", shape.Name, n, e.Name), func(b *testing.B) {
					decide, err := e.Statements(shape, n)
					measure(b, decide, err, true)
				})
			}
		}
	}
}

func BenchmarkPrincipals100000(b *testing.B) {
	const n = 100_000
	for _, e := range engines.All() {
		if e.Principals == nil {
			continue
		}
		b.Run(e.Name, func(b *testing.B) {
			decide, err := e.Principals(n)
			chance := rand.New(rand.NewPCG(1, 2))
			measure(b, func() bool { return decide(engines.NameOf(chance.IntN(n))) }, err, true)
		})
	}
}

func BenchmarkCompileAllManagedPolicies(b *testing.B) {
	decide, n := engines.CompileAll()
	measure(b, decide, nil, true)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/policy")
}
