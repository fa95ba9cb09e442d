// Command table times all engines in one run, in turns, and prints the tables of bench/README.md. What is printed is the best of many short
// rounds: others who use the machine make rounds slower, never faster.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/cardea-iam/cardea/bench/engines"
)

func main() {
	p := plan{}
	flag.IntVar(&p.rounds, "rounds", 40, "how often each question is timed")
	flag.DurationVar(&p.round, "round", 4*time.Millisecond, "how long a round is, unless one decision takes longer")
	flag.IntVar(&p.principals, "principals", 1_000_000, "the larger of the two directories; the smaller has a tenth")
	flag.Parse()
	if err := run(p); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

// plan is how much is measured.
type plan struct {
	rounds     int
	round      time.Duration
	principals int
}

func run(p plan) error {
	printMachine(p)
	for _, measure := range []func(plan) error{tutorial, layers, statements, directories, compile} {
		if err := measure(p); err != nil {
			return err
		}
	}
	return nil
}

// turns times all cells of a table in turns.
func (p plan) turns(cells []*cell) {
	for range p.rounds {
		for _, c := range cells {
			if c.timer != nil {
				c.timer.Round()
			}
		}
	}
}

// cell is one number of a table: an engine's, for a question. Without a timer the engine has no notion of it.
type cell struct{ timer *engines.Timer }

// prepare makes a cell; decide is nil where the engine has no notion of the question.
func (p plan) prepare(decide engines.Decide, err error, want bool) (*cell, error) {
	if err != nil || decide == nil {
		return &cell{}, err
	}
	return &cell{engines.NewTimer(decide, want, p.round)}, nil
}

func tutorial(p plan) error {
	var cells []*cell
	all := engines.All()
	for _, e := range all {
		for _, q := range engines.Timed {
			decide, err := e.Tutorial(q.Ask)
			c, err := p.prepare(decide, err, q.Want)
			if err != nil {
				return fmt.Errorf("%s: %w", e.Name, err)
			}
			cells = append(cells, c)
		}
	}
	p.turns(cells)
	header := []string{"engine", "reads the AWS JSON"}
	for _, q := range engines.Timed {
		header = append(header, q.Name)
	}
	t := newTable("The tutorial's decision: Force_MFA and AmazonEC2FullAccess (allocations)", append(header, "EC2 call against Cardea's")...)
	ours := cells[0]
	for i, e := range all {
		row := cells[i*len(engines.Timed):][:len(engines.Timed)]
		line := []string{e.Name, e.Reads}
		for _, c := range row {
			line = append(line, c.withAllocs())
		}
		t.add(append(line, row[0].ratio(ours))...)
	}
	t.print()
	return nil
}

func layers(p plan) error {
	var cells []*cell
	all := engines.All()
	for _, e := range all {
		if e.Layers == nil {
			cells = append(cells, &cell{})
			continue
		}
		decide, err := e.Layers()
		c, err := p.prepare(decide, err, true)
		if err != nil {
			return fmt.Errorf("%s: %w", e.Name, err)
		}
		cells = append(cells, c)
	}
	p.turns(cells)
	t := newTable("All layers: three levels of SCPs, two of RCPs, endpoint, bucket policy, identity policies, boundary, session policy (allocations)", "engine", "decision", "against Cardea's")
	for i, e := range all {
		t.add(e.Name, cells[i].withAllocs(), cells[i].ratio(cells[0]))
	}
	t.print()
	return nil
}

// statements times a shape after the other: the engines with 10,000 statements fill much memory.
func statements(p plan) error {
	all := engines.All()
	for _, shape := range engines.Shapes {
		var cells []*cell
		for _, e := range all {
			for _, n := range engines.Sizes {
				decide, err := e.Statements(shape, n)
				c, err := p.prepare(decide, err, true)
				if err != nil {
					return fmt.Errorf("%s: %d statements: %w", e.Name, n, err)
				}
				cells = append(cells, c)
			}
		}
		p.turns(cells)
		header := []string{"engine"}
		for _, n := range engines.Sizes {
			header = append(header, grouped(n))
		}
		t := newTable("Statements attached to one caller, hit on the last: "+shape.Name, header...)
		for i, e := range all {
			line := []string{e.Name}
			for _, c := range cells[i*len(engines.Sizes):][:len(engines.Sizes)] {
				line = append(line, c.String())
			}
			t.add(line...)
		}
		t.print()
	}
	return nil
}

// directories times one engine after the other, in two turns: together they would not fit into memory.
func directories(p plan) error {
	all := engines.All()
	sizes := []int{p.principals / 10, p.principals}
	best := map[string][]engines.Directory{}
	for range 2 {
		for _, e := range all {
			if e.Principals == nil {
				continue
			}
			for i, n := range sizes {
				d, err := e.MeasureDirectory(n, p.rounds, p.round)
				if err != nil {
					return err
				}
				if len(best[e.Name]) <= i {
					best[e.Name] = append(best[e.Name], d)
				}
				best[e.Name][i].PerOp = min(best[e.Name][i].PerOp, d.PerOp)
			}
		}
	}
	t := newTable("A random principal each time", "engine", grouped(sizes[0])+" principals", "bytes each", grouped(sizes[1])+" principals", "bytes each")
	for _, e := range all {
		line := []string{e.Name}
		for i := range sizes {
			if e.Principals == nil {
				line = append(line, none, none)
				continue
			}
			line = append(line, directory(best[e.Name][i])...)
		}
		t.add(line...)
	}
	t.print()
	return nil
}

func directory(d engines.Directory) []string {
	if d.Wrong {
		return []string{wrong, wrong}
	}
	return []string{spell(d.PerOp), fmt.Sprintf("%.0f", d.PerPrincipal)}
}

func compile(p plan) error {
	decide, n := engines.CompileAll()
	c, err := p.prepare(decide, nil, true)
	if err != nil {
		return err
	}
	p.turns([]*cell{c})
	best := c.timer.Best()
	t := newTable("Read and compile, average of all AWS managed policies", "engine", "policies", "each", "allocations each")
	t.add(engines.All()[0].Name, grouped(n), spell(best.PerOp/float64(n)), fmt.Sprint(best.Allocs/uint64(n)))
	t.print()
	return nil
}
