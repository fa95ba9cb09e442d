package pack

import "encoding/binary"

// Entry is an item to be written.
type Entry struct {
	Key   string
	Facts []string
	Text  string
}

// Write makes a file of entries, in their order. A block is closed when its texts reach blockSize bytes:
// larger blocks are smaller on disk and slower to open.
func Write(entries []Entry, blockSize int) ([]byte, error) {
	var blocks, items []byte
	var count uint64
	for len(entries) > 0 {
		n := fill(entries, blockSize)
		var texts []byte
		for _, e := range entries[:n] {
			texts = append(texts, e.Text...)
		}
		block, err := deflate(texts)
		if err != nil {
			return nil, err
		}
		items = binary.AppendUvarint(items, uint64(len(block)))
		items = binary.AppendUvarint(items, uint64(n))
		for _, e := range entries[:n] {
			items = appendEntry(items, e)
		}
		blocks = append(blocks, block...)
		entries = entries[n:]
		count++
	}
	index, err := deflate(append(binary.AppendUvarint(nil, count), items...))
	if err != nil {
		return nil, err
	}
	file := binary.AppendUvarint(nil, uint64(len(index)))
	return append(append(file, index...), blocks...), nil
}

// fill says how many of the entries make the next block.
func fill(entries []Entry, blockSize int) int {
	size := 0
	for i, e := range entries {
		if size += len(e.Text); size >= blockSize {
			return i + 1
		}
	}
	return len(entries)
}

func appendEntry(b []byte, e Entry) []byte {
	b = appendText(b, e.Key)
	b = binary.AppendUvarint(b, uint64(len(e.Facts)))
	for _, fact := range e.Facts {
		b = appendText(b, fact)
	}
	return binary.AppendUvarint(b, uint64(len(e.Text)))
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
