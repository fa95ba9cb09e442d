package journal_test

import (
	"math"
	"slices"
	"testing"

	"github.com/cardea-iam/cardea/journal"
)

func TestAPositionIsReadAsItIsPrinted(t *testing.T) {
	for _, p := range []journal.Pos{{}, {Epoch: 1, Rev: 42}, {Epoch: math.MaxUint64, Rev: math.MaxUint64}} {
		if got, err := journal.ParsePos(p.String()); err != nil || got != p {
			t.Errorf("%s is read as %v, %v", p, got, err)
		}
	}
	if got := (journal.Pos{Epoch: 1, Rev: 42}).String(); got != "1-42" {
		t.Errorf("printed %s, want 1-42", got)
	}
}

func TestNothingElseIsAPosition(t *testing.T) {
	for _, s := range []string{"", "-", "1", "1-", "-1", "1-2-3", "01-2", "1-02", "+1-2", " 1-2", "1-2 ", "a-b", "1-18446744073709551616", "１-2"} {
		if got, err := journal.ParsePos(s); err == nil {
			t.Errorf("%q is read as %v", s, got)
		}
	}
}

func TestPositionsAreOrderedByEpochThenRevision(t *testing.T) {
	sorted := []journal.Pos{{}, {Epoch: 1, Rev: 1}, {Epoch: 1, Rev: 9}, {Epoch: 2, Rev: 3}, {Epoch: 2, Rev: 4}}
	if !slices.IsSortedFunc(sorted, journal.Pos.Compare) {
		t.Error("the positions are not in order")
	}
	for i, p := range sorted {
		for k, q := range sorted {
			if p.Before(q) != (i < k) {
				t.Errorf("%s before %s: %t", p, q, p.Before(q))
			}
		}
		if p.IsZero() != (i == 0) {
			t.Errorf("%s is the beginning: %t", p, p.IsZero())
		}
	}
}
