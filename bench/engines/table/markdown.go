package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// What stands where there is no number.
const (
	none  = "-"
	wrong = "wrong answer"
)

// table is a Markdown table.
type table struct {
	title string
	rows  [][]string
}

func newTable(title string, header ...string) *table {
	return &table{title: title, rows: [][]string{header}}
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) print() {
	fmt.Printf("### %s\n\n", t.title)
	for i, row := range t.rows {
		fmt.Printf("| %s |\n", strings.Join(row, " | "))
		if i == 0 {
			fmt.Printf("|%s\n", strings.Repeat("---|", len(row)))
		}
	}
	fmt.Println()
}

// String is the time of a decision.
func (c *cell) String() string {
	switch {
	case c.timer == nil:
		return none
	case c.timer.Best().Wrong:
		return wrong
	}
	return spell(c.timer.Best().PerOp)
}

func (c *cell) withAllocs() string {
	if c.timer == nil || c.timer.Best().Wrong {
		return c.String()
	}
	return fmt.Sprintf("%s (%d)", c, c.timer.Best().Allocs)
}

// ratio is how many times a cell's time is another's.
func (c *cell) ratio(to *cell) string {
	if c.timer == nil || c.timer.Best().Wrong {
		return none
	}
	return fmt.Sprintf("%.0f ×", c.timer.Best().PerOp/to.timer.Best().PerOp)
}

// spell writes nanoseconds with three digits and a unit.
func spell(ns float64) string {
	for _, unit := range []string{"ns", "µs", "ms"} {
		switch {
		case ns < 10:
			return fmt.Sprintf("%.2f %s", ns, unit)
		case ns < 100:
			return fmt.Sprintf("%.1f %s", ns, unit)
		case ns < 1000:
			return fmt.Sprintf("%.0f %s", ns, unit)
		}
		ns /= 1000
	}
	return fmt.Sprintf("%.1f s", ns)
}

// grouped writes a number with commas.
func grouped(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// printMachine says what the numbers were measured on, and when.
func printMachine(p plan) {
	fmt.Printf("Measured %s: %s, %d cores, %s, %s/%s; load when it began %s; best of %d rounds of %v or one decision each.\n\n",
		time.Now().UTC().Format("2006-01-02 15:04 UTC"), processor(), runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH, load(), p.rounds, p.round)
}

// processor is the name that Linux has for the processor.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "a processor without a name"
	}
	for line := range strings.Lines(string(text)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "a processor without a name"
}

// load is how many processes want to run, over the last minute.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(text), " ")
	return first
}
