package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/store"
)

// page collects at most n keys of a listing.
func page(seq func(func(string, *thing) bool), n int) (keys []string) {
	for key := range seq {
		if keys = append(keys, key); len(keys) == n {
			break
		}
	}
	return keys
}

func TestRowsAreListedInOrderOfKeyFromAPlaceOn(t *testing.T) {
	s := open(t)
	must(t, put(s, thing{Name: "b/2"}, thing{Name: "a/1"}, thing{Name: "b/1"}, thing{Name: "b"}, thing{Name: "c/1"}, thing{Name: "b/3"}))
	must(t, s.View(t.Context(), func(tx *store.Tx) error {
		for _, c := range []struct{ prefix, after, want string }{
			{"", "", "a/1 b b/1 b/2 b/3 c/1"},
			{"b/", "", "b/1 b/2 b/3"},
			{"b/", "b/1", "b/2 b/3"},
			{"b/", "b/11", "b/2 b/3"},
			{"b/", "b/3", ""},
			{"b/", "a/1", "b/1 b/2 b/3"},
			{"b/", "c/1", ""},
			{"", "b", "b/1 b/2 b/3 c/1"},
			{"d", "", ""},
		} {
			if got := strings.Join(page(things.After(tx, c.prefix, c.after), 9), " "); got != c.want {
				t.Errorf("prefix %q after %q: %q, want %q", c.prefix, c.after, got, c.want)
			}
		}
		if n := things.Len(tx); n != 6 {
			t.Errorf("there are %d rows", n)
		}
		return nil
	}))
}

func TestAnIndexIsListedInPagesWithoutGapOrRepeat(t *testing.T) {
	s := open(t)
	for n := range 25 {
		must(t, put(s, thing{Name: fmt.Sprint("t", n), Marks: []string{"x", fmt.Sprint("x", n%3)}}))
	}
	must(t, s.View(t.Context(), func(tx *store.Tx) error {
		for prefix, want := range map[string]int{store.Exactly("x"): 25, "x": 50, store.Exactly("x1"): 8, "x1": 8, store.Exactly("y"): 0} {
			var got []string
			for after := ""; ; {
				next := page(thingsByMark.After(tx, prefix, after), 4)
				if len(next) == 0 {
					break
				}
				got, after = append(got, next...), next[len(next)-1]
			}
			if len(got) != want || !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != want {
				t.Errorf("prefix %q: %d cursors, want %d: %q", prefix, len(got), want, got)
			}
		}
		return nil
	}))
}

func TestALongListingKeepsItsVersion(t *testing.T) {
	s := open(t)
	var want []string
	for n := range 300 {
		want = append(want, fmt.Sprintf("t%03d", n))
	}
	for _, name := range want {
		must(t, put(s, thing{Name: name, Kind: "old"}))
	}
	var got []string
	must(t, s.View(t.Context(), func(tx *store.Tx) error {
		for row := range things.Prefix(tx, "") {
			must(t, s.Update(t.Context(), func(tx *store.Tx) error {
				things.Delete(tx, row.Name)
				things.Put(tx, &thing{Name: row.Name + "-new", Kind: "new"})
				return nil
			}))
			if row.Kind != "old" {
				t.Fatalf("the listing met %q, which was written after it began", row.Name)
			}
			got = append(got, row.Name)
		}
		if n := thingCount.Of(tx, "old"); n != 300 {
			t.Errorf("the listing's version counts %d", n)
		}
		return nil
	}))
	if !slices.Equal(got, want) {
		t.Errorf("listed %d rows, want %d", len(got), len(want))
	}
}

func TestRowsMayBeChangedInsideOfALoopOverThem(t *testing.T) {
	s := open(t)
	for n := range 200 {
		must(t, put(s, thing{Name: fmt.Sprintf("t%03d", n), Kind: "a"}))
	}
	must(t, s.Update(t.Context(), func(tx *store.Tx) error {
		things.Put(tx, &thing{Name: "u", Kind: "a"})
		for row := range thingsByKind.All(tx, "a") {
			things.Put(tx, &thing{Name: row.Name, Kind: "b"})
		}
		for row := range things.Prefix(tx, "t") {
			things.Delete(tx, row.Name)
			things.Put(tx, &thing{Name: "v" + row.Name, Kind: "c"})
		}
		if a, b, c := thingCount.Of(tx, "a"), thingCount.Of(tx, "b"), thingCount.Of(tx, "c"); a != 0 || b != 1 || c != 200 {
			t.Errorf("there are %d of a, %d of b, %d of c", a, b, c)
		}
		return nil
	}))
	if n := len(all(t, s)); n != 201 {
		t.Errorf("there are %d rows", n)
	}
}

func TestAClearedTableIsEmptyWithItsIndexesAndCounters(t *testing.T) {
	s := open(t)
	for n := range 100 {
		must(t, put(s, thing{Name: fmt.Sprint("t", n), Kind: "k", Marks: []string{"m"}}))
	}
	must(t, s.Update(t.Context(), func(tx *store.Tx) error {
		store.Clear(tx, things)
		things.Put(tx, &thing{Name: "new", Kind: "l"})
		return nil
	}))
	must(t, s.View(t.Context(), func(tx *store.Tx) error {
		_, marked := thingsByMark.Get(tx, "m")
		if things.Len(tx) != 1 || thingCount.Of(tx, "k") != 0 || thingCount.Of(tx, "l") != 1 || marked {
			t.Errorf("there are %d rows, %d of the old kind, marked %v", things.Len(tx), thingCount.Of(tx, "k"), marked)
		}
		return nil
	}))
	wantThings(t, s, "new")
}

// panics runs a function and answers what it panics with.
func panics(fn func()) (words string) {
	defer func() { words = fmt.Sprint(recover()) }()
	fn()
	return
}

func TestProgrammingErrorsAreNamed(t *testing.T) {
	s := open(t)
	foreign := store.NewTable("foreign", func(r *thing) string { return r.Name })
	view := func(fn func(tx *store.Tx)) func() {
		return func() { s.View(context.Background(), func(tx *store.Tx) error { fn(tx); return nil }) }
	}
	for want, fn := range map[string]func(){
		"a write in a View: use Update":           view(func(tx *store.Tx) { things.Put(tx, &thing{Name: "a"}) }),
		"in a View: use Update for a function":    view(func(tx *store.Tx) { things.Delete(tx, "a") }),
		"a View: use Update for a":                view(func(tx *store.Tx) { tx.Audit([]byte("{}")) }),
		"the table foreign is not among":          view(func(tx *store.Tx) { foreign.Get(tx, "a") }),
		"a nil row is put into thing":             view(func(tx *store.Tx) { things.Put(tx, nil) }),
		"is not empty and has no slash: a/b":      func() { store.NewTable("a/b", func(*thing) string { return "" }) },
		"a table is not empty and has no slash: ": func() { store.NewTable("", func(*thing) string { return "" }) },
	} {
		if got := panics(fn); !strings.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	wantThings(t, s)
}
