package guard_test

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/exchange/guard"
)

// server answers every request with what it understood of it, behind a guard on a loopback port.
type server struct {
	address string
	mu      sync.Mutex // guards the two below
	served  []string
	refused []string
}

func serve(t testing.TB) *server {
	t.Helper()
	s := &server{}
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.address = inner.Addr().String()
	s.run(t, guard.Listen(inner, s.note))
	return s
}

func (s *server) run(t testing.TB, listener net.Listener) {
	t.Helper()
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	done := make(chan error, 1)
	go func() { done <- web.Serve(listener) }()
	t.Cleanup(func() {
		if err := web.Close(); err != nil {
			t.Error(err)
		}
		<-done
	})
}

func (s *server) note(from net.Addr, why string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refused = append(s.refused, why)
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	understood := fmt.Sprintf("%s %s %s %d", r.Method, r.RequestURI, r.Host, len(body))
	if r.TLS != nil {
		understood += " in " + tls.VersionName(r.TLS.Version)
	}
	s.mu.Lock()
	s.served = append(s.served, understood)
	s.mu.Unlock()
	fmt.Fprint(w, understood)
}

// state is what was served and refused until now.
func (s *server) state() (served, refused []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.served, s.refused
}

// ask sends the pieces one by one and reads all answers until the server closes.
func (s *server) ask(t testing.TB, pieces ...string) (statuses []int, bodies []string) {
	t.Helper()
	connection, err := net.Dial("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close() //nolint:errcheck // the test is about the answers
	if err := connection.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	for _, piece := range pieces {
		// The server may have closed already: then the answers say so.
		if _, err := io.WriteString(connection, piece); err != nil {
			break
		}
	}
	return answers(t, connection)
}

func answers(t testing.TB, connection net.Conn) (statuses []int, bodies []string) {
	t.Helper()
	for reader := bufio.NewReader(connection); ; {
		answer, err := http.ReadResponse(reader, nil)
		if err != nil {
			return statuses, bodies
		}
		body, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Errorf("read answer: %v", err)
		}
		statuses, bodies = append(statuses, answer.StatusCode), append(bodies, string(body))
		if answer.Close {
			if rest, _ := io.ReadAll(reader); len(rest) > 0 {
				t.Errorf("the server said more after it was done: %q", rest)
			}
			return statuses, bodies
		}
	}
}
