// Package pack is how the catalogue lies in its files: many small texts, compressed in blocks that open one at a time,
// behind an index that is small enough to hold in memory.
//
// A file is the length of its compressed index (an unsigned varint), the compressed index, and the compressed blocks, one after the other.
// The index counts the blocks, and gives for each its compressed size and its items: key, facts and length of the text, in the order of the block.
// Compression is DEFLATE (RFC 1951) throughout. The same items always make the same bytes.
package pack

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
)

// ErrBroken says that bytes are not a whole file of this format.
var ErrBroken = errors.New("not a whole pack file")

// File is an open file. It is safe for concurrent use.
type File struct {
	items  []Item
	recent atomic.Pointer[opened]
}

// Item is one entry of a file: its key and its facts are at hand, its text is compressed.
type Item struct {
	Key   string
	Facts []string

	file       *File
	block      string // compressed
	start, end int    // of the text, in the block
}

// opened is a block that has been decompressed, known by its compressed bytes.
type opened struct{ block, text string }

// Open reads the index of a file. The data is kept, not copied.
func Open(data string) (*File, error) {
	n, width := binary.Uvarint([]byte(data[:min(len(data), binary.MaxVarintLen64)]))
	if width <= 0 || n > uint64(len(data)-width) {
		return nil, ErrBroken
	}
	blocks := data[width+int(n):]
	text, err := inflate(data[width : width+int(n)])
	if err != nil {
		return nil, err
	}
	f := &File{}
	index := reader{rest: text}
	for n := index.number(); n > 0 && !index.broken; n-- {
		size := index.number()
		if size > len(blocks) {
			return nil, ErrBroken
		}
		f.readBlock(&index, blocks[:size])
		blocks = blocks[size:]
	}
	if index.broken || index.rest != "" || blocks != "" {
		return nil, ErrBroken
	}
	return f, nil
}

func (f *File) readBlock(index *reader, block string) {
	end := 0
	for n := index.number(); n > 0 && !index.broken; n-- {
		item := Item{Key: index.text(), file: f, block: block, start: end}
		for n := index.number(); n > 0 && !index.broken; n-- {
			item.Facts = append(item.Facts, index.text())
		}
		end += index.number()
		item.end = end
		f.items = append(f.items, item)
	}
}

// Items lists the items in the order in which they were written. The slice belongs to the file.
func (f *File) Items() []Item { return f.items }

// Text decompresses the text of the item. The file keeps the block that was opened last, so that reading all items
// in their order decompresses each block once. What is returned does not keep the block in memory.
func (i *Item) Text() (string, error) {
	block := i.file.recent.Load()
	if block == nil || block.block != i.block {
		text, err := inflate(i.block)
		if err != nil {
			return "", fmt.Errorf("open the block of %s: %w", i.Key, err)
		}
		block = &opened{block: i.block, text: text}
		i.file.recent.Store(block)
	}
	if i.end > len(block.text) {
		return "", fmt.Errorf("read %s: %w", i.Key, ErrBroken)
	}
	return strings.Clone(block.text[i.start:i.end]), nil
}

func inflate(block string) (string, error) {
	var text strings.Builder
	if _, err := io.Copy(&text, flate.NewReader(strings.NewReader(block))); err != nil {
		return "", errors.Join(ErrBroken, err)
	}
	return text.String(), nil
}

func deflate(text []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
