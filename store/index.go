package store

import (
	"iter"
	"slices"
	"strings"

	"github.com/tidwall/btree"
)

// Index finds the rows of a table by keys of another kind. A row may stand under any number of them, and many rows under one.
// It is in step with its table at every moment of a transaction.
type Index[R any] struct {
	table *Table[R]
	keys  func(*R) []string
	at    int
}

// Index adds an index to the description of a table, before any store opens with it. The keys that keys gives for a row have no NUL
// byte in them.
func (t *Table[R]) Index(keys func(*R) []string) *Index[R] {
	x := &Index[R]{table: t, keys: keys, at: len(t.indexes)}
	t.indexes = append(t.indexes, x)
	return x
}

// link says that the row with the key row stands under key.
type link struct{ key, row string }

func (a link) less(b link) bool { return a.key < b.key || a.key == b.key && a.row < b.row }

// cursorMark parts an index key from the key of its row in a cursor.
const cursorMark = "\x00"

// Get finds the first row that stands under exactly that key.
func (x *Index[R]) Get(tx *Tx, key string) (*R, bool) {
	rows := x.table.in(tx)
	var row *R
	rows.links[x.at].Ascend(link{key: key}, func(l link) bool {
		if l.key == key {
			row, _ = rows.get(l.row)
		}
		return false
	})
	return row, row != nil
}

// All lists the rows that stand under exactly that key, in order of their own keys.
func (x *Index[R]) All(tx *Tx, key string) iter.Seq[*R] { return x.Prefix(tx, Exactly(key)) }

// Prefix lists the rows that stand under keys with the prefix, in order of those keys, then of their own. A row comes once for each of its keys.
// Like a table's list it is the one of the moment in which the loop begins.
func (x *Index[R]) Prefix(tx *Tx, prefix string) iter.Seq[*R] { return values(x.After(tx, prefix, "")) }

// After lists rows like Prefix, each with a cursor: give the last one as after to get the next page. A cursor is the index key, a NUL byte and the row's
// own key. The prefix may be Exactly(key).
func (x *Index[R]) After(tx *Tx, prefix, after string) iter.Seq2[string, *R] {
	return func(yield func(string, *R) bool) {
		rows := x.table.still(tx)
		key, row, _ := strings.Cut(max(prefix, after), cursorMark)
		rows.links[x.at].Ascend(link{key, row}, func(l link) bool {
			cursor := l.key + cursorMark + l.row
			if !strings.HasPrefix(cursor, prefix) {
				return false // past them
			}
			if cursor == after {
				return true
			}
			r, _ := rows.get(l.row)
			return yield(cursor, r)
		})
	}
}

// Exactly is the prefix under which an index lists the rows of that key and of no longer one.
func Exactly(key string) string { return key + cursorMark }

// follow brings the index's links in step with a row that was changed.
func (x *Index[R]) follow(links *btree.BTreeG[link], row string, before, after *R) {
	old, now := keysOf(x.keys, before), keysOf(x.keys, after)
	for _, key := range old {
		if !slices.Contains(now, key) {
			links.Delete(link{key, row})
		}
	}
	for _, key := range now {
		if !slices.Contains(old, key) {
			links.Set(link{key, row})
		}
	}
}

func keysOf[R any](keys func(*R) []string, row *R) []string {
	if row == nil {
		return nil
	}
	return keys(row)
}
