package store

import (
	"fmt"

	"github.com/tidwall/btree"
)

// contents is one table in one version, whatever its rows are.
type contents interface {
	// clone answers the same contents, to be changed apart from these. It costs the same for any number of rows.
	clone() contents
	// restore puts the row that a journal's record holds, or deletes it if there is no value.
	restore(key string, value []byte) error
}

// rows is one table in one version: the rows by key, and the indexes and counts that follow from them.
type rows[R any] struct {
	table  *Table[R]
	rows   *btree.BTreeG[entry[R]]
	links  []*btree.BTreeG[link]  // one tree for each index
	counts []*btree.BTreeG[count] // one tree for each counter
}

type entry[R any] struct {
	key string
	row *R
}

func (r *rows[R]) clone() contents {
	c := &rows[R]{table: r.table, rows: r.rows.Copy()}
	if len(r.links) > 0 {
		c.links = make([]*btree.BTreeG[link], len(r.links))
	}
	for i, tree := range r.links {
		c.links[i] = tree.Copy()
	}
	if len(r.counts) > 0 {
		c.counts = make([]*btree.BTreeG[count], len(r.counts))
	}
	for i, tree := range r.counts {
		c.counts[i] = tree.Copy()
	}
	return c
}

func (r *rows[R]) get(key string) (*R, bool) {
	e, ok := r.rows.Get(entry[R]{key: key})
	return e.row, ok
}

func (r *rows[R]) put(row *R) (key string) {
	key = r.table.key(row)
	old, _ := r.rows.Set(entry[R]{key, row})
	r.follow(key, old.row, row)
	return key
}

func (r *rows[R]) remove(key string) bool {
	old, ok := r.rows.Delete(entry[R]{key: key})
	if ok {
		r.follow(key, old.row, nil)
	}
	return ok
}

func (r *rows[R]) restore(key string, value []byte) error {
	if value == nil {
		r.remove(key)
		return nil
	}
	row := new(R)
	if err := decode(value, row); err != nil {
		return fmt.Errorf("read record %s/%s: %w", r.table.title.name, key, err)
	}
	if is := r.table.key(row); is != key {
		return fmt.Errorf("read record %s/%s: it holds the row %q", r.table.title.name, key, is)
	}
	r.put(row)
	return nil
}

// follow brings indexes and counts in step with a row that was changed; before or after is nil where there was or is none.
func (r *rows[R]) follow(key string, before, after *R) {
	for i, index := range r.table.indexes {
		index.follow(r.links[i], key, before, after)
	}
	for i, counter := range r.table.counters {
		counter.follow(r.counts[i], before, after)
	}
}
