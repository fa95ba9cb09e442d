package audit

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/cardea-iam/cardea/journal"
)

// Checked is what Verify found to be whole.
type Checked struct {
	Lines       int
	First, Last uint64      // numbers of the lines
	Hash        [32]byte    // of the last line: compare it with a copy kept elsewhere to know that the end was not cut off
	Pos         journal.Pos // the position up to which the log holds every change
}

// Verify reads a log and finds the first line that was altered, taken out, put in or cut. Several files of one log are given one after the other, the oldest first.
func Verify(r io.Reader) (Checked, error) {
	var found Checked
	for lines := bufio.NewReader(r); ; {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) && len(line) == 0 {
			return found, nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return found, fmt.Errorf("read line %d: %w", found.Lines+1, err)
		}
		if err := found.check(line); err != nil {
			return found, fmt.Errorf("line %d: %w", found.Lines+1, err)
		}
	}
}

// check adds a line to those that are whole.
func (f *Checked) check(line []byte) error {
	c, err := parseLine(line)
	if err != nil {
		return err
	}
	previous := f.Hash
	switch {
	case f.Lines == 0 && c.Previous == "":
		return errors.New("it is not the first line of a file: give Verify whole files")
	case f.Lines == 0:
		f.First, previous = c.Seq, c.previous
	case c.Seq != f.Last+1:
		return fmt.Errorf("it has number %d and %d is due: lines were taken out or put in", c.Seq, f.Last+1)
	}
	if link(previous, c.covered) != c.hash {
		return errors.New("its hash does not fit: it or the line before was altered")
	}
	f.Lines++
	f.Last, f.Hash, f.Pos = c.Seq, c.hash, c.pos
	return nil
}
