package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cardea-iam/cardea/journal/memory"
	"github.com/cardea-iam/cardea/store"
)

// derived is everything that a store answers about its things.
type derived struct {
	Rows   []thing
	ByKind map[string][]string
	ByMark map[string][]string
	First  map[string]string
	Counts map[string]int
	Len    int
}

var (
	kinds = []string{"", "k", "kk", "l"}
	marks = []string{"m", "mm", "n"}
)

// asked is what a transaction answers.
func asked(tx *store.Tx) derived {
	d := derived{ByKind: map[string][]string{}, ByMark: map[string][]string{}, First: map[string]string{}, Counts: map[string]int{}, Len: things.Len(tx)}
	for row := range things.Prefix(tx, "") {
		d.Rows = append(d.Rows, *row)
	}
	for _, kind := range kinds {
		for row := range thingsByKind.All(tx, kind) {
			d.ByKind[kind] = append(d.ByKind[kind], row.Name)
		}
		d.Counts[kind] = thingCount.Of(tx, kind)
	}
	for _, mark := range marks {
		for row := range thingsByMark.All(tx, mark) {
			d.ByMark[mark] = append(d.ByMark[mark], row.Name)
		}
		if row, ok := thingsByMark.Get(tx, mark); ok {
			d.First[mark] = row.Name
		}
	}
	return d
}

// computed is what a naive model answers.
func computed(model map[string]thing) derived {
	d := derived{ByKind: map[string][]string{}, ByMark: map[string][]string{}, First: map[string]string{}, Counts: map[string]int{"": 0, "k": 0, "kk": 0, "l": 0}, Len: len(model)}
	for _, row := range model {
		d.Rows = append(d.Rows, row)
	}
	slices.SortFunc(d.Rows, func(a, b thing) int { return strings.Compare(a.Name, b.Name) })
	for _, row := range d.Rows {
		d.ByKind[row.Kind] = append(d.ByKind[row.Kind], row.Name)
		d.Counts[row.Kind]++
		for _, mark := range slices.Compact(slices.Sorted(slices.Values(row.Marks))) {
			d.ByMark[mark] = append(d.ByMark[mark], row.Name)
			if _, ok := d.First[mark]; !ok {
				d.First[mark] = row.Name
			}
		}
	}
	return d
}

func TestIndexesAndCountersAlwaysAgreeWithTheRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := memory.New()
		s, err := store.Open(context.Background(), j, store.Options{Tables: tables})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		model := map[string]thing{}
		for range rapid.IntRange(1, 8).Draw(t, "transactions") {
			trial := map[string]thing{}
			for name, row := range model {
				trial[name] = row
			}
			err := s.Update(context.Background(), func(tx *store.Tx) error { return drawn(t, tx, trial) })
			if err == nil {
				model = trial
			}
			agree(t, s, model)
		}
		again, err := store.Open(context.Background(), j, store.Options{Tables: tables})
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		agree(t, again, model)
	})
}

// drawn makes changes at random to a transaction and to a model alike, and may refuse at the end.
func drawn(t *rapid.T, tx *store.Tx, model map[string]thing) error {
	for range rapid.IntRange(0, 12).Draw(t, "changes") {
		name := fmt.Sprint("t", rapid.IntRange(0, 9).Draw(t, "name"))
		if rapid.Bool().Draw(t, "delete") {
			_, had := model[name]
			if things.Delete(tx, name) != had {
				t.Fatalf("Delete of %s did not answer %v", name, had)
			}
			delete(model, name)
			continue
		}
		row := thing{Name: name, Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Marks: rapid.SliceOfN(rapid.SampledFrom(marks), 0, 3).Draw(t, "marks")}
		if len(row.Marks) == 0 {
			row.Marks = nil
		}
		things.Put(tx, &row)
		model[name] = row
	}
	if diff := cmp.Diff(computed(model), asked(tx)); diff != "" {
		t.Fatalf("inside of the transaction: %s", diff)
	}
	if rapid.Bool().Draw(t, "refuse") {
		return errors.New("refused")
	}
	return nil
}

func agree(t *rapid.T, s *store.Store, model map[string]thing) {
	s.View(context.Background(), func(tx *store.Tx) error {
		if diff := cmp.Diff(computed(model), asked(tx)); diff != "" {
			t.Fatalf("%s", diff)
		}
		return nil
	})
}
