package store

// Clear deletes every row of the tables.
func Clear(tx *Tx, tables ...Described) {
	for _, table := range tables {
		table.clear(tx)
	}
}

func (t *Table[R]) clear(tx *Tx) {
	for key := range t.After(tx, "", "") {
		t.Delete(tx, key)
	}
}
