package pack_test

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cardea-iam/cardea/catalog/pack"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOf(rapid.Custom(func(t *rapid.T) pack.Entry {
			return pack.Entry{
				Key:   rapid.String().Draw(t, "key"),
				Facts: rapid.SliceOfN(rapid.String(), 1, 4).Draw(t, "facts"),
				Text:  rapid.String().Draw(t, "text"),
			}
		})).Draw(t, "entries")
		blockSize := rapid.IntRange(0, 64).Draw(t, "blockSize")
		data, err := pack.Write(entries, blockSize)
		if err != nil {
			t.Fatal(err)
		}
		got := read(t, string(data))
		if diff := cmp.Diff(len(entries), len(got)); diff != "" {
			t.Fatalf("number of items (-want +got):\n%s", diff)
		}
		for i := range entries {
			if diff := cmp.Diff(entries[i], got[i]); diff != "" {
				t.Errorf("item %d (-want +got):\n%s", i, diff)
			}
		}
		again, err := pack.Write(got, blockSize)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("the same items do not make the same bytes (%v)", err)
		}
	})
}

func read(t rapid.TB, data string) []pack.Entry {
	f, err := pack.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	var got []pack.Entry
	// Backwards, so that no block is the one that was opened last.
	for i := len(f.Items()) - 1; i >= 0; i-- {
		item := &f.Items()[i]
		text, err := item.Text()
		if err != nil {
			t.Fatal(err)
		}
		got = append([]pack.Entry{{Key: item.Key, Facts: item.Facts, Text: text}}, got...)
	}
	return got
}

func TestACutFileDoesNotOpen(t *testing.T) {
	data := sample(t)
	for n := range len(data) {
		if _, err := pack.Open(data[:n]); !errors.Is(err, pack.ErrBroken) {
			t.Errorf("the first %d of %d bytes: got %v, want %v", n, len(data), err, pack.ErrBroken)
		}
	}
	if _, err := pack.Open(data + "x"); !errors.Is(err, pack.ErrBroken) {
		t.Errorf("with a byte too many: got %v, want %v", err, pack.ErrBroken)
	}
}

func TestAnIndexThatDoesNotAddUpDoesNotOpen(t *testing.T) {
	block := compress(t, "text")
	size := byte(len(block))
	sound := []byte{1, size, 1, 1, 'k', 1, 1, 'f', 4}
	if _, err := pack.Open(assemble(t, sound, block)); err != nil {
		t.Fatalf("the sound index: %v", err)
	}
	for name, index := range map[string][]byte{
		"nothing":                   {},
		"a block too many":          {2, size, 1, 1, 'k', 1, 1, 'f', 4},
		"a block that is too large": {1, size + 1, 1, 1, 'k', 1, 1, 'f', 4},
		"a block too few":           {0},
		"an item too many":          {1, size, 2, 1, 'k', 1, 1, 'f', 4},
		"a key that is too long":    {1, size, 1, 9, 'k', 1, 1, 'f', 4},
		"a fact too many":           {1, size, 1, 1, 'k', 2, 1, 'f', 4},
		"a number without its end":  {1, size, 1, 1, 'k', 1, 1, 'f', 0x80},
		"an enormous number":        {1, size, 1, 1, 'k', 1, 1, 'f', 0xff, 0xff, 0xff, 0xff, 0x7f},
		"more than there should be": append(slices.Clone(sound), 0),
	} {
		if _, err := pack.Open(assemble(t, index, block)); !errors.Is(err, pack.ErrBroken) {
			t.Errorf("%s: got %v, want %v", name, err, pack.ErrBroken)
		}
	}
	long, err := pack.Open(assemble(t, []byte{1, size, 1, 1, 'k', 0, 5}, block))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := long.Items()[0].Text(); !errors.Is(err, pack.ErrBroken) {
		t.Errorf("a text that ends after its block: got %q, %v, want %v", got, err, pack.ErrBroken)
	}
}

func assemble(t *testing.T, index, block []byte) string {
	packed := compress(t, string(index))
	return string(append(append(binary.AppendUvarint(nil, uint64(len(packed))), packed...), block...))
}

func compress(t *testing.T, text string) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func FuzzBrokenFilesNeverPanic(f *testing.F) {
	f.Add(sample(f))
	f.Fuzz(func(t *testing.T, data string) {
		file, err := pack.Open(data)
		if err != nil {
			return
		}
		for i := range file.Items() {
			_, _ = file.Items()[i].Text() // An error is as good as a text here.
		}
	})
}

func sample(t testing.TB) string {
	data, err := pack.Write([]pack.Entry{
		{Key: "a", Facts: []string{"1", "2"}, Text: strings.Repeat("alpha ", 20)},
		{Key: "b", Text: "beta"},
	}, 16)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
