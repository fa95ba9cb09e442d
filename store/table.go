package store

import (
	"iter"
	"strings"

	"github.com/tidwall/btree"
)

// Table describes a table of rows R. It is a description only, shared by all stores: the rows are in the versions of a Store.
// A row that was put or got is immutable from then on: whoever changes one changes a copy and puts that.
type Table[R any] struct {
	title    *title
	key      func(*R) string
	indexes  []*Index[R]
	counters []*Counter[R]
}

// title is what a table is looked up by.
type title struct{ name string }

// NewTable describes a table. The name is unique among the tables of a store and has no "/" in it; key gives a row's key, which never
// changes while the row is in the table.
func NewTable[R any](name string, key func(*R) string) *Table[R] {
	if name == "" || strings.Contains(name, "/") {
		panic("store: the name of a table is not empty and has no slash: " + name)
	}
	return &Table[R]{title: &title{name}, key: key}
}

// Get finds the row with that key.
func (t *Table[R]) Get(tx *Tx, key string) (*R, bool) {
	return t.in(tx).get(key)
}

// Put stores a row, in place of the one with the same key.
func (t *Table[R]) Put(tx *Tx, row *R) {
	if row == nil {
		panic("store: a nil row is put into " + t.title.name)
	}
	rows := t.own(tx)
	key := rows.put(row)
	tx.writes = append(tx.writes, write{table: t.title.name, key: key, row: row})
}

// Delete removes the row with that key and reports whether there was one.
func (t *Table[R]) Delete(tx *Tx, key string) bool {
	if !t.own(tx).remove(key) {
		return false
	}
	tx.writes = append(tx.writes, write{table: t.title.name, key: key})
	return true
}

// Prefix lists the rows whose keys begin with the prefix, in order of key. The list is the one of the moment in which the loop begins:
// rows may be put and deleted inside of it.
func (t *Table[R]) Prefix(tx *Tx, prefix string) iter.Seq[*R] {
	return values(t.After(tx, prefix, ""))
}

// After lists keys and rows like Prefix, from the first key that is greater than after ("": from the start): the next page of a list.
func (t *Table[R]) After(tx *Tx, prefix, after string) iter.Seq2[string, *R] {
	return func(yield func(string, *R) bool) {
		t.still(tx).rows.Ascend(entry[R]{key: max(prefix, after)}, func(e entry[R]) bool {
			if !strings.HasPrefix(e.key, prefix) {
				return false // past them
			}
			return e.key == after && after != "" || yield(e.key, e.row)
		})
	}
}

// Len counts the rows.
func (t *Table[R]) Len(tx *Tx) int { return t.in(tx).rows.Len() }

// in is the table's rows as the transaction sees them.
func (t *Table[R]) in(tx *Tx) *rows[R] { return tx.tables[tx.slot(t.title)].(*rows[R]) }

// own is the table's rows for the transaction to change.
func (t *Table[R]) own(tx *Tx) *rows[R] { return tx.own(tx.slot(t.title)).(*rows[R]) }

// still is the table's rows as they are now, whatever the transaction changes later.
func (t *Table[R]) still(tx *Tx) *rows[R] {
	slot := tx.slot(t.title)
	if tx.owns(slot) {
		return tx.tables[slot].clone().(*rows[R])
	}
	return tx.tables[slot].(*rows[R])
}

func (t *Table[R]) header() *title { return t.title }

func (t *Table[R]) empty() contents {
	r := &rows[R]{table: t, rows: tree(func(a, b entry[R]) bool { return a.key < b.key })}
	for range t.indexes {
		r.links = append(r.links, tree(link.less))
	}
	for range t.counters {
		r.counts = append(r.counts, tree(count.less))
	}
	return r
}

func tree[T any](less func(a, b T) bool) *btree.BTreeG[T] {
	return btree.NewBTreeGOptions(less, btree.Options{NoLocks: true})
}

func values[K, V any](seq iter.Seq2[K, V]) iter.Seq[V] {
	return func(yield func(V) bool) {
		for _, v := range seq {
			if !yield(v) {
				return
			}
		}
	}
}
