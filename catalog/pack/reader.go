package pack

import "encoding/binary"

// reader takes numbers and texts from the front of an index. After the first that is not there, it is broken and gives zeroes.
type reader struct {
	rest   string
	broken bool
}

func (r *reader) number() int {
	n, width := binary.Uvarint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if width <= 0 || n > maxNumber {
		r.broken, r.rest = true, ""
		return 0
	}
	r.rest = r.rest[width:]
	return int(n)
}

// maxNumber bounds every count and size in an index: no file of ours comes near it, and sums of it cannot overflow.
const maxNumber = 1 << 24

func (r *reader) text() string {
	n := r.number()
	if n > len(r.rest) {
		r.broken, r.rest = true, ""
		return ""
	}
	text := r.rest[:n]
	r.rest = r.rest[n:]
	return text
}
