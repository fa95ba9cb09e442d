package store

import (
	"fmt"

	"github.com/cardea-iam/cardea/journal"
)

// encoded is what a transaction wrote, as records of the journal.
func encoded(writes []write) ([]journal.Record, error) {
	records := make([]journal.Record, 0, len(writes))
	for _, w := range writes {
		record := journal.Record{Key: w.table + "/" + w.key}
		if w.row != nil {
			value, err := encode(w.row)
			if err != nil {
				return nil, fmt.Errorf("encode row %s: %w", record.Key, err)
			}
			record.Value = value
		}
		records = append(records, record)
	}
	return records, nil
}

// writeSet is the writes of a batch: the last one of each key, in the order in which the keys were first written.
type writeSet struct {
	records []journal.Record
	at      map[string]int
}

func (s *writeSet) add(records []journal.Record) {
	if s.at == nil {
		s.at = make(map[string]int, len(records))
	}
	for _, record := range records {
		if i, again := s.at[record.Key]; again {
			s.records[i] = record
			continue
		}
		s.at[record.Key] = len(s.records)
		s.records = append(s.records, record)
	}
}
