package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/cardea-iam/cardea/journal"
)

// load makes what the journal's records add up to the current version, unless it is newer already.
func (s *Store) load(ctx context.Context) error {
	pos, records := s.journal.Records(ctx)
	v := &version{pos: pos}
	for _, t := range s.tables {
		v.tables = append(v.tables, t.empty())
	}
	for record, err := range records {
		if err != nil {
			return fmt.Errorf("read the journal: %w", err)
		}
		if err := s.restore(v.tables, record); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if current := s.current.Load(); current.tables == nil || current.pos.Before(pos) {
		s.current.Store(v)
	}
	return nil
}

// restore brings one record into tables that the caller may change.
func (s *Store) restore(tables []contents, record journal.Record) error {
	name, key, _ := strings.Cut(record.Key, "/")
	slot, ok := s.names[name]
	if !ok {
		return fmt.Errorf("the journal has a record %q, and this release knows no such table: use the release that wrote it, or a newer one", record.Key)
	}
	return tables[slot].restore(key, record.Value)
}

// apply makes a version of the current one and a batch of the history, if the batch is newer. The caller holds mu.
func (s *Store) apply(batch journal.Batch) error {
	if batch.ID == s.sought {
		s.found = true
	}
	current := s.current.Load()
	if !current.pos.Before(batch.Pos) {
		return nil
	}
	tx := newTx(s.slots, current.tables)
	for _, w := range batch.Writes {
		name, _, _ := strings.Cut(w.Key, "/")
		if slot, ok := s.names[name]; ok {
			tx.own(slot)
		}
		if err := s.restore(tx.tables, w); err != nil {
			return fmt.Errorf("apply batch %s: %w", batch.Pos, err)
		}
	}
	s.current.Store(&version{batch.Pos, tx.tables})
	s.outbox.project(batch)
	return nil
}
