package audit

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// tailSizes are how much of the end of a file is read to find its last lines. The second is more than one batch can have.
var tailSizes = [...]int64{256 << 10, 64 << 20}

// readMark finds the mark of a log: of its file, or of the file before if that has no line yet. What a crash cut off at the end of the file does not count:
// half a line, and the lines of a batch whose last is missing.
func readMark(path string) (mark, error) {
	m, ok, err := readTail(path)
	if ok || err != nil {
		return m, err
	}
	m, _, err = readTail(numbered(path, 1))
	m.size = 0
	return m, err
}

// readTail is the mark of one file, if it has a line that counts.
func readTail(path string) (m mark, ok bool, err error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return mark{}, false, nil
	}
	if err != nil {
		return mark{}, false, err
	}
	defer f.Close()
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return mark{}, false, err
	}
	for _, n := range tailSizes {
		tail := make([]byte, min(size, n))
		if _, err := f.ReadAt(tail, size-int64(len(tail))); err != nil {
			return mark{}, false, err
		}
		m, ok, err = lastMark(tail, size-int64(len(tail)))
		if ok || size <= n {
			break
		}
	}
	if err != nil {
		err = fmt.Errorf("the end of %s: %w: move the file away to begin a new log", path, err)
	}
	return m, ok, err
}

// lastMark is the mark of the last line that counts in the end of a file, which begins at an offset.
func lastMark(tail []byte, offset int64) (m mark, ok bool, err error) {
	rest := tail[:bytes.LastIndexByte(tail, '\n')+1]
	for len(rest) > 0 {
		begin := bytes.LastIndexByte(rest[:len(rest)-1], '\n') + 1
		c, err := parseLine(rest[begin:])
		if err != nil {
			return mark{}, false, err
		}
		if c.Part == c.Of {
			return mark{seq: c.Seq, hash: c.hash, pos: c.pos, size: offset + int64(len(rest))}, true, nil
		}
		rest = rest[:begin]
	}
	if offset > 0 {
		return mark{}, false, errors.New("it has no whole line")
	}
	return mark{}, false, nil
}
