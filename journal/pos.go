package journal

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Pos is a place in the history: everything up to and including the batch of that revision. The zero Pos is the beginning,
// before the first batch; it is part of every history.
type Pos struct {
	// Epoch counts the times that the history went on from something older than its end. The first is 1.
	Epoch uint64
	// Rev counts batches. The first is 1, there are no gaps, and it never goes back within an epoch.
	Rev uint64
}

// IsZero reports whether this is the beginning.
func (p Pos) IsZero() bool { return p == Pos{} }

// Compare orders positions: by epoch, then by revision.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Epoch, q.Epoch), cmp.Compare(p.Rev, q.Rev))
}

// Before reports whether p comes before q.
func (p Pos) Before(q Pos) bool { return p.Compare(q) < 0 }

// String prints a position as "epoch-revision", which ParsePos reads.
func (p Pos) String() string {
	return strconv.FormatUint(p.Epoch, 10) + "-" + strconv.FormatUint(p.Rev, 10)
}

// ParsePos reads what Pos.String prints, and nothing else.
func ParsePos(s string) (Pos, error) {
	epoch, rev, _ := strings.Cut(s, "-")
	e, errEpoch := strconv.ParseUint(epoch, 10, 64)
	r, errRev := strconv.ParseUint(rev, 10, 64)
	p := Pos{Epoch: e, Rev: r}
	if errEpoch != nil || errRev != nil || p.String() != s {
		return Pos{}, fmt.Errorf("position %.60q is not of the form epoch-revision, such as 1-42", s)
	}
	return p, nil
}
