package main

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestWhatIsLoggedIsWrittenWholeAndInOrder(t *testing.T) {
	var out bytes.Buffer
	b := newLogBuffer(&out)
	var want strings.Builder
	for i := range 5000 {
		line := fmt.Sprintf("line %d\n", i)
		want.WriteString(line)
		if n, err := b.Write([]byte(line)); n != len(line) || err != nil {
			t.Fatal(n, err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if out.String() != want.String() {
		t.Error("what was written is not what was logged")
	}
}

// signalled tells when something was written.
type signalled struct {
	once sync.Once
	done chan struct{}
}

func (s *signalled) Write(p []byte) (int, error) {
	s.once.Do(func() { close(s.done) })
	return len(p), nil
}

func TestALineIsWrittenThoughNoneFollows(t *testing.T) {
	out := &signalled{done: make(chan struct{})}
	if _, err := newLogBuffer(out).Write([]byte("alone\n")); err != nil {
		t.Fatal(err)
	}
	<-out.done // or the test ends by its time limit
}
