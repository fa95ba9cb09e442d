package audit

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
)

// Line is an event as the log holds it.
type Line struct {
	Seq   uint64 // the number of the line, which grows with time
	Event []byte // the event, as AppendJSON made it; the caller may keep it
}

// Newest reads the log backwards, over all of its files: the newest line first, and of those only what is numbered before a line; 0: all. What was appended
// without sync is there once it has been written. An error is the last that is yielded.
func (l *Log) Newest(before uint64) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		for n := 0; n <= l.options.Keep; n++ {
			goOn := true
			err := backwards(numbered(l.path, n), func(raw []byte) bool {
				line, ok := readLine(raw)
				// A file that was renamed meanwhile is met again: its lines are not before the last one.
				if !ok || before != 0 && line.Seq >= before {
					return true
				}
				before = line.Seq
				goOn = yield(line, nil)
				return goOn
			})
			switch {
			case !goOn, errors.Is(err, fs.ErrNotExist) && n > 0:
				return
			case err != nil && !errors.Is(err, fs.ErrNotExist):
				yield(Line{}, fmt.Errorf("read audit log: %w", err))
				return
			}
		}
	}
}

// readLine is the event of a line. Half a line, which is being written, is none.
func readLine(raw []byte) (Line, bool) {
	c, err := parseLine(raw)
	if err != nil {
		return Line{}, false
	}
	begin := bytes.LastIndex(raw, []byte(chainName))
	return Line{Seq: c.Seq, Event: append(bytes.Clone(raw[:begin]), '}')}, true
}

// pieceOfFile is how much of a file is read at once.
const pieceOfFile = 256 << 10

// backwards calls see with every line of a file, the last one first, as long as it answers true. A line holds its line break.
func backwards(path string, see func(line []byte) bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	var rest []byte // the beginning of a line whose end was read
	for end := info.Size(); end > 0; {
		begin := max(0, end-pieceOfFile)
		piece := make([]byte, int(end-begin), int(end-begin)+len(rest))
		if _, err := f.ReadAt(piece, begin); err != nil {
			return err
		}
		piece, end = append(piece, rest...), begin
		for {
			cut := bytes.LastIndexByte(piece[:max(0, len(piece)-1)], '\n') + 1
			if cut == 0 && begin > 0 {
				break
			}
			if len(piece) > 0 && !see(piece[cut:]) {
				return nil
			}
			if piece = piece[:cut]; cut == 0 {
				break
			}
		}
		rest = piece
	}
	return nil
}
