package server

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/journal/sqlite"
)

// auditName is the audit log's file in the data directory.
const auditName = "audit.log"

// openFiles opens the journal and the audit log.
func (s *Server) openFiles(ctx context.Context) (err error) {
	if s.journal, err = openJournal(ctx, s.options.Dir); err != nil {
		return err
	}
	path, err := s.auditPath()
	if err != nil {
		return err
	}
	s.audit, err = audit.Open(path, audit.Options{})
	return err
}

func openJournal(ctx context.Context, dir string) (journal.Journal, error) {
	if dir == "" {
		return memory.New(), nil
	}
	j, err := sqlite.Open(ctx, dir, sqlite.Options{})
	if err != nil {
		return nil, err // and no interface around a nil pointer
	}
	return j, nil
}

func (s *Server) auditPath() (string, error) {
	switch {
	case s.options.AuditLog != "":
		return s.options.AuditLog, nil
	case s.options.Dir != "":
		return filepath.Join(s.options.Dir, auditName), nil
	}
	dir, err := os.MkdirTemp("", "cardea-")
	if err != nil {
		return "", fmt.Errorf("make a directory for the audit log: %w", err)
	}
	s.scratch = dir
	return filepath.Join(dir, auditName), nil
}
