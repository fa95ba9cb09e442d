package audit_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/audit"
)

// lines are the lines of a log of ten events.
func lines(t *testing.T) [][]byte {
	l, path := newLog(t)
	for n := range uint64(10) {
		must(t, l.Write(at(n+1), named(fmt.Sprint("E", n))))
	}
	must(t, l.Close())
	return slices.Collect(bytes.Lines(read(t, path)))
}

func verify(lines ...[]byte) error {
	_, err := audit.Verify(bytes.NewReader(concat(lines...)))
	return err
}

func TestVerifySaysWhatItFoundWhole(t *testing.T) {
	got, err := audit.Verify(bytes.NewReader(concat(lines(t)...)))
	must(t, err)
	if got.Lines != 10 || got.First != 1 || got.Last != 10 || got.Pos != at(10) {
		t.Errorf("found %+v", got)
	}
}

func TestEveryAlteredByteIsFound(t *testing.T) {
	whole := lines(t)
	for i := range whole[4] {
		altered := bytes.Clone(whole[4])
		altered[i] ^= 1
		if verify(slices.Concat(whole[:4], [][]byte{altered}, whole[5:])...) == nil {
			t.Fatalf("byte %d became %q and nobody noticed: %s", i, altered[i], altered)
		}
	}
}

func TestEveryMissingMovedOrRepeatedLineIsFound(t *testing.T) {
	whole := lines(t)
	for i := range len(whole) - 1 {
		if err := verify(slices.Delete(slices.Clone(whole), i, i+1)...); i > 0 && (err == nil || !strings.Contains(err.Error(), "lines were taken out")) {
			t.Errorf("line %d was taken out: %v", i+1, err)
		}
		if verify(slices.Insert(slices.Clone(whole), i, whole[i])...) == nil {
			t.Errorf("line %d was repeated and nobody noticed", i+1)
		}
		swapped := slices.Clone(whole)
		swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
		if verify(swapped...) == nil {
			t.Errorf("line %d was moved and nobody noticed", i+1)
		}
	}
	if verify(whole[1:]...) == nil {
		t.Error("the first line was taken out and nobody noticed")
	}
}

func TestALineThatWasForgedWithItsHashIsFoundByTheNext(t *testing.T) {
	whole := lines(t)
	l, path := newLog(t)
	for n := range uint64(4) {
		must(t, l.Write(at(n+1), named(fmt.Sprint("E", n))))
	}
	must(t, l.Write(at(5), named("Forged")))
	forged := slices.Collect(bytes.Lines(read(t, path)))[4]
	if err := verify(slices.Concat(whole[:4], [][]byte{forged})...); err != nil {
		t.Fatalf("the forged line does not fit where it is put: %v", err)
	}
	if verify(slices.Concat(whole[:4], [][]byte{forged}, whole[5:])...) == nil {
		t.Error("nobody noticed")
	}
}

func TestHalfABatchDoesNotCountAsWritten(t *testing.T) {
	l, path := newLog(t)
	must(t, l.Write(at(1), named("One")))
	must(t, l.Write(at(2), named("Two", "Three")))
	whole := slices.Collect(bytes.Lines(read(t, path)))
	for n, want := range []uint64{1: 1, 2: 1, 3: 2} {
		got, err := audit.Verify(bytes.NewReader(concat(whole[:n]...)))
		must(t, err)
		if n > 0 && got.Pos != at(want) {
			t.Errorf("%d lines hold the changes up to %v", n, got.Pos)
		}
	}
}

func TestALineThatIsCutIsFound(t *testing.T) {
	whole := lines(t)
	for n := 1; n < len(whole[1]); n++ {
		if verify(whole[0], whole[1][:n]) == nil {
			t.Fatalf("a line of %d bytes passed", n)
		}
	}
}

func TestNothingIsWhole(t *testing.T) {
	if err := verify(); err != nil {
		t.Error(err)
	}
	if verify([]byte("{}\n")) == nil || verify([]byte(`,"chain":{"seq":`+"\n")) == nil {
		t.Error("a line of no log passed")
	}
}

func FuzzVerify(f *testing.F) {
	f.Add([]byte(`{"a":1,"chain":{"seq":1,"position":"0-0","previous":"","hash":""}}` + "\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if found, err := audit.Verify(bytes.NewReader(text)); err == nil && found.Lines != bytes.Count(text, []byte("\n")) {
			t.Errorf("%d lines of %q passed", found.Lines, text)
		}
	})
}
