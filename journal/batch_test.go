package journal_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cardea-iam/cardea/journal"
)

// anyBatch draws a batch. What is nil and what is empty differs in a record and nowhere else.
func anyBatch(t *rapid.T) journal.Batch {
	some := rapid.SliceOfN(rapid.Byte(), 0, 40)
	b := journal.Batch{
		Pos: journal.Pos{Epoch: rapid.Uint64().Draw(t, "epoch"), Rev: rapid.Uint64().Draw(t, "rev")},
		ID:  [16]byte(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id")),
	}
	for range rapid.IntRange(0, 5).Draw(t, "writes") {
		r := journal.Record{Key: string(some.Draw(t, "key"))}
		if rapid.Bool().Draw(t, "kept") {
			r.Value = some.Draw(t, "value")
		}
		b.Writes = append(b.Writes, r)
	}
	for range rapid.IntRange(0, 3).Draw(t, "events") {
		b.Events = append(b.Events, some.Draw(t, "event"))
	}
	return b
}

func TestDecodeReadsWhatEncodeWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyBatch(t)
		got, err := journal.Decode(journal.Encode(want))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
	})
}

func TestDifferentBatchesHaveDifferentBytes(t *testing.T) {
	id := [16]byte{1}
	batches := []journal.Batch{
		{},
		{ID: id},
		{Pos: journal.Pos{Rev: 1}},
		{Pos: journal.Pos{Epoch: 1}},
		{Writes: []journal.Record{{Key: "k"}}},
		{Writes: []journal.Record{{Key: "k", Value: []byte{}}}},
		{Writes: []journal.Record{{Key: "k", Value: []byte{0}}}},
		{Writes: []journal.Record{{Key: "", Value: []byte("k")}}},
		{Writes: []journal.Record{{Key: "kk"}}},
		{Writes: []journal.Record{{Key: "k"}, {Key: "k"}}},
		{Events: [][]byte{[]byte("k")}},
		{Events: [][]byte{{}}},
		{Events: [][]byte{{}, {}}},
		{Writes: []journal.Record{{Key: "k"}}, Events: [][]byte{{}}},
	}
	for i, a := range batches {
		for j, b := range batches {
			if same := bytes.Equal(journal.Encode(a), journal.Encode(b)); same != (i == j) {
				t.Errorf("batches %d and %d have the same bytes: %t", i, j, same)
			}
		}
	}
}

func TestTheEncodingIsAsItWasWrittenToDisks(t *testing.T) {
	b := journal.Batch{
		Pos:    journal.Pos{Epoch: 1, Rev: 258},
		ID:     [16]byte{0xAA, 15: 0xBB},
		Writes: []journal.Record{{Key: "ab", Value: []byte{7}}, {Key: "c"}, {Key: "d", Value: []byte{}}},
		Events: [][]byte{[]byte("e!")},
	}
	want := []byte("\x01" + "\x00\x00\x00\x00\x00\x00\x00\x01" + "\x00\x00\x00\x00\x00\x00\x01\x02" +
		"\xAA\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xBB" +
		"\x03" + "\x02ab\x02\x07" + "\x01c\x00" + "\x01d\x01" + "\x01" + "\x02e!")
	if got := journal.Encode(b); !bytes.Equal(got, want) {
		t.Errorf("got  %x\nwant %x", got, want)
	}
}

func TestTheChainDependsOnEverythingBefore(t *testing.T) {
	batch := journal.Encode(journal.Batch{ID: [16]byte{1}})
	if got, want := journal.Chain([32]byte{}, batch), sha256.Sum256(append(make([]byte, 32), batch...)); got != want {
		t.Errorf("the first link is %x, want %x", got, want)
	}
	if journal.Chain([32]byte{1}, batch) == journal.Chain([32]byte{}, batch) {
		t.Error("the link does not depend on the one before")
	}
}

func TestNothingElseIsABatch(t *testing.T) {
	whole := journal.Encode(journal.Batch{Writes: []journal.Record{{Key: "k", Value: []byte("v")}}, Events: [][]byte{[]byte("e")}})
	head := whole[:33] // format, position and ID
	for name, encoded := range map[string][]byte{
		"nothing":             nil,
		"another format":      append([]byte{2}, whole[1:]...),
		"the end is missing":  whole[:len(whole)-1],
		"something follows":   append(bytes.Clone(whole), 0),
		"a long zero":         append(bytes.Clone(head), 0x80, 0x00, 0),
		"a count of billions": append(bytes.Clone(head), 0xFF, 0xFF, 0xFF, 0xFF, 0x7F),
		"a length beyond all": append(bytes.Clone(head), 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01),
		"a length that wraps": append(bytes.Clone(head), 1, 1, 'k', 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01),
	} {
		if _, err := journal.Decode(encoded); !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("%s: got error %v, want %v", name, err, journal.ErrDamaged)
		}
	}
}

// FuzzDecode looks for a panic, and for bytes that are read as a batch whose bytes are others.
func FuzzDecode(f *testing.F) {
	f.Add(journal.Encode(journal.Batch{Writes: []journal.Record{{Key: "k", Value: []byte("v")}, {Key: "d"}}, Events: [][]byte{{1}}}))
	f.Fuzz(func(t *testing.T, encoded []byte) {
		b, err := journal.Decode(encoded)
		if err == nil && !bytes.Equal(journal.Encode(b), encoded) {
			t.Errorf("%x is read as %+v, which is written as %x", encoded, b, journal.Encode(b))
		}
	})
}
