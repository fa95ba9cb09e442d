package store

import (
	"slices"

	"github.com/cardea-iam/cardea/journal"
)

// version is every table at one position of the journal. It never changes.
type version struct {
	pos    journal.Pos
	tables []contents
}

// Tx is one transaction: what a function of View or Update reads and writes. It is of use only while that function runs.
type Tx struct {
	slots    map[*title]int
	tables   []contents // as the transaction sees them
	owned    []bool     // which of them are its own to change
	writable bool
	writes   []write
	events   [][]byte
}

// write is one change of a transaction: the row that was put, or nil for one that was deleted.
type write struct {
	table, key string
	row        any
}

// Audit adds a line to the outbox: it becomes durable in one batch with what the transaction changes, or not at all. The line is the
// store's from then on.
func (tx *Tx) Audit(event []byte) {
	tx.mustWrite()
	tx.events = append(tx.events, event)
}

// newTx is a transaction that may write, on top of those tables, which it leaves as they are.
func newTx(slots map[*title]int, tables []contents) *Tx {
	return &Tx{slots: slots, tables: slices.Clone(tables), owned: make([]bool, len(tables)), writable: true}
}

func (tx *Tx) slot(t *title) int {
	slot, ok := tx.slots[t]
	if !ok {
		panic("store: the table " + t.name + " is not among Options.Tables of this store")
	}
	return slot
}

func (tx *Tx) owns(slot int) bool { return tx.writable && tx.owned[slot] }

func (tx *Tx) own(slot int) contents {
	tx.mustWrite()
	if !tx.owned[slot] {
		tx.tables[slot], tx.owned[slot] = tx.tables[slot].clone(), true
	}
	return tx.tables[slot]
}

func (tx *Tx) mustWrite() {
	if !tx.writable {
		panic("store: a write in a View: use Update for a function that writes")
	}
}
