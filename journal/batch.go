package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// Record is one key and what is stored under it. In a batch, a nil Value deletes the key; an empty one is stored as such.
type Record struct {
	Key   string
	Value []byte
}

// Batch is one step of the history: it holds whole or not at all.
type Batch struct {
	Pos   Pos
	ID    [16]byte // made by the caller, so that it knows its batch again
	Chain [32]byte // hash of the chain before this batch and of the batch

	Writes []Record // in order: the last write of a key holds
	Events [][]byte // the audit outbox: kept with the batch, not among the records
}

// Empty reports whether there is nothing to append.
func (b Batch) Empty() bool { return len(b.Writes) == 0 && len(b.Events) == 0 }

// batchFormat is the first byte of an encoded batch.
const batchFormat = 1

// Encode answers the canonical bytes of a batch: everything but its Chain. Two batches have the same bytes only if they are
// equal. Integers of the position are big-endian, so that the bytes of one journal sort as its batches do; lengths are
// unsigned varints; a value's length is written plus one, and 0 stands for a deletion.
func Encode(b Batch) []byte {
	size := 1 + 8 + 8 + 16 + 2*binary.MaxVarintLen32
	for _, w := range b.Writes {
		size += len(w.Key) + len(w.Value) + 2*binary.MaxVarintLen32
	}
	for _, e := range b.Events {
		size += len(e) + binary.MaxVarintLen32
	}
	out := make([]byte, 0, size)
	out = append(out, batchFormat)
	out = binary.BigEndian.AppendUint64(out, b.Pos.Epoch)
	out = binary.BigEndian.AppendUint64(out, b.Pos.Rev)
	out = append(out, b.ID[:]...)
	out = binary.AppendUvarint(out, uint64(len(b.Writes)))
	for _, w := range b.Writes {
		out = binary.AppendUvarint(out, uint64(len(w.Key)))
		out = append(out, w.Key...)
		if w.Value == nil {
			out = append(out, 0)
			continue
		}
		out = binary.AppendUvarint(out, uint64(len(w.Value))+1)
		out = append(out, w.Value...)
	}
	out = binary.AppendUvarint(out, uint64(len(b.Events)))
	for _, e := range b.Events {
		out = binary.AppendUvarint(out, uint64(len(e)))
		out = append(out, e...)
	}
	return out
}

// Chain answers the link of a batch with these canonical bytes: SHA-256 over the link before it and the bytes. The link
// before the first batch is all zeros.
func Chain(previous [32]byte, encoded []byte) [32]byte {
	h := sha256.New()
	h.Write(previous[:])
	h.Write(encoded)
	return [32]byte(h.Sum(nil))
}

// Decode reads what Encode wrote; the Chain is left zero. The batch shares the bytes. Anything that Encode does not write is
// ErrDamaged.
func Decode(encoded []byte) (Batch, error) {
	r := reader{rest: encoded}
	if format := r.take(1); r.bad || format[0] != batchFormat {
		return Batch{}, fmt.Errorf("decode batch: unknown format: %w", ErrDamaged)
	}
	var b Batch
	b.Pos.Epoch = r.uint64()
	b.Pos.Rev = r.uint64()
	copy(b.ID[:], r.take(16))
	for range r.count() {
		b.Writes = append(b.Writes, r.record())
		if r.bad {
			break
		}
	}
	for range r.count() {
		b.Events = append(b.Events, r.take(r.uvarint()))
		if r.bad {
			break
		}
	}
	if r.bad || len(r.rest) > 0 {
		return Batch{}, fmt.Errorf("decode batch %s: wrong length: %w", b.Pos, ErrDamaged)
	}
	return b, nil
}

// reader takes an encoding apart. Once something is missing it is bad, and answers zeros.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) take(n uint64) []byte {
	if r.bad || n > uint64(len(r.rest)) {
		r.bad = true
		return nil
	}
	taken := r.rest[:n:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) uint64() uint64 {
	if raw := r.take(8); raw != nil {
		return binary.BigEndian.Uint64(raw)
	}
	return 0
}

// uvarint refuses what AppendUvarint would have written shorter: a batch has one encoding.
func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.rest)
	if r.bad || n <= 0 || n > 1 && r.rest[n-1] == 0 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// count reads how many items follow. Each of them takes at least a byte, so a count beyond that is a lie.
func (r *reader) count() uint64 {
	n := r.uvarint()
	if n > uint64(len(r.rest)) {
		r.bad = true
		return 0
	}
	return n
}

func (r *reader) record() Record {
	rec := Record{Key: string(r.take(r.uvarint()))}
	if size := r.uvarint(); size > 0 {
		rec.Value = r.take(size - 1)
	}
	return rec
}
