package store

import "github.com/tidwall/btree"

// Counter knows how many rows of a table stand under a key, at the cost of a look-up.
type Counter[R any] struct {
	table *Table[R]
	keys  func(*R) []string
	at    int
}

// CountBy adds a counter to the description of a table, before any store opens with it. A row counts once for each key that keys gives.
func (t *Table[R]) CountBy(keys func(*R) []string) *Counter[R] {
	c := &Counter[R]{table: t, keys: keys, at: len(t.counters)}
	t.counters = append(t.counters, c)
	return c
}

type count struct {
	key string
	n   int
}

func (a count) less(b count) bool { return a.key < b.key }

// Of is how many rows stand under that key.
func (c *Counter[R]) Of(tx *Tx, key string) int {
	found, _ := c.table.in(tx).counts[c.at].Get(count{key: key})
	return found.n
}

// follow brings the counts in step with a row that was changed.
func (c *Counter[R]) follow(counts *btree.BTreeG[count], before, after *R) {
	for _, key := range keysOf(c.keys, before) {
		add(counts, key, -1)
	}
	for _, key := range keysOf(c.keys, after) {
		add(counts, key, +1)
	}
}

func add(counts *btree.BTreeG[count], key string, n int) {
	have, _ := counts.Get(count{key: key})
	if have.n+n == 0 {
		counts.Delete(count{key: key})
		return
	}
	counts.Set(count{key, have.n + n})
}
