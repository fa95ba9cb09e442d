package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/cardea-iam/cardea/journal"
)

// mark is what the log knows of its last line: enough to write the next one.
type mark struct {
	seq  uint64      // number of the line, from 1 over all files
	hash [32]byte    // over the line and the hash before
	pos  journal.Pos // the log holds the lines of every batch up to here
	size int64       // of the file with the line
}

// part says which line of a batch a line is. The zero part is a line of no batch.
type part struct {
	pos     journal.Pos
	number  int // from 1
	of      int
	isBatch bool
}

const (
	chainName = `,"chain":{"seq":`
	hashName  = `,"hash":"`
	lineEnd   = "\"}}\n"
	hashSize  = len(hashName) + 2*sha256.Size + len(lineEnd) // of the end of a line that its hash does not cover
)

// errNotEvent refuses a text that is no event.
var errNotEvent = errors.New("audit: an event is one JSON object on one line")

// appendLine appends the line of an event to buf, and answers the mark after it.
func (m mark) appendLine(buf, event []byte, p part) ([]byte, mark, error) {
	if !isEvent(event) {
		return buf, m, errNotEvent
	}
	start := len(buf)
	m.seq++
	buf = append(buf, event[:len(event)-1]...)
	buf = append(buf, chainName...)
	buf = strconv.AppendUint(buf, m.seq, 10)
	if p.isBatch && p.number == p.of {
		m.pos = p.pos
	}
	buf = append(buf, `,"position":"`...)
	buf = append(buf, m.pos.String()...)
	buf = append(buf, '"')
	if p.isBatch {
		buf = append(buf, `,"part":`...)
		buf = strconv.AppendInt(buf, int64(p.number), 10)
		buf = append(buf, `,"of":`...)
		buf = strconv.AppendInt(buf, int64(p.of), 10)
	}
	if m.size == 0 {
		buf = append(buf, `,"previous":"`...)
		buf = hex.AppendEncode(buf, m.hash[:])
		buf = append(buf, '"')
	}
	m.hash = link(m.hash, buf[start:])
	buf = append(buf, hashName...)
	buf = hex.AppendEncode(buf, m.hash[:])
	buf = append(buf, lineEnd...)
	m.size += int64(len(buf) - start)
	return buf, m, nil
}

// link is the hash of a line, from the hash before it and what the line holds before its own hash.
func link(previous [32]byte, covered []byte) [32]byte {
	var space [2048]byte
	return sha256.Sum256(append(append(space[:0], previous[:]...), covered...))
}

// chain is the member that the log adds to an event.
type chain struct {
	Seq      uint64 `json:"seq"`
	Position string `json:"position"`
	Part     int    `json:"part"`
	Of       int    `json:"of"`
	Previous string `json:"previous"`
	Hash     string `json:"hash"`

	pos      journal.Pos
	previous [32]byte // if there is a Previous
	hash     [32]byte
	covered  []byte // the part of the line that the hash covers
}

// parseLine reads the chain of a line, its line break included.
func parseLine(line []byte) (*chain, error) {
	begin := bytes.LastIndex(line, []byte(chainName))
	if begin < 0 || len(line) < hashSize || !bytes.HasSuffix(line, []byte(lineEnd)) {
		return nil, errors.New("it is no line of an audit log")
	}
	var outer struct{ Chain chain }
	if err := json.Unmarshal(append([]byte("{"), line[begin+1:]...), &outer); err != nil {
		return nil, fmt.Errorf("its chain cannot be read: %w", err)
	}
	c := &outer.Chain
	var err error
	if c.pos, err = journal.ParsePos(c.Position); err != nil {
		return nil, fmt.Errorf("its chain cannot be read: %w", err)
	}
	c.covered = line[:len(line)-hashSize]
	if !readHash(&c.hash, c.Hash) || c.Previous != "" && !readHash(&c.previous, c.Previous) {
		return nil, errors.New("its hash cannot be read")
	}
	return c, nil
}

func readHash(into *[32]byte, text string) bool {
	raw, err := hex.DecodeString(text)
	return err == nil && copy(into[:], raw) == len(into) && len(raw) == len(into)
}

func isEvent(event []byte) bool {
	return len(event) > 2 && event[0] == '{' && event[len(event)-1] == '}' && bytes.IndexByte(event, '\n') < 0
}
