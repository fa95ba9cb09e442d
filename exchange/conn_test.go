package exchange

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"
)

const roomForTest = 4

// small runs a server that has room for few connections.
func small(t *testing.T, handler http.HandlerFunc) (s *Server, address string) {
	t.Helper()
	s = NewServer(handler, slog.New(slog.DiscardHandler))
	s.room.most = roomForTest
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- s.Serve(listener, nil) }()
	t.Cleanup(func() {
		ended, end := context.WithCancel(t.Context())
		end() // what the test has left open is of no interest
		_ = s.Shutdown(ended)
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return s, listener.Addr().String()
}

// say opens a connection and sends a text.
func say(t *testing.T, address, text string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if _, err := io.WriteString(c, text); err != nil {
		t.Fatal(err)
	}
	return c
}

// hear reads an answer, of which the server has less time than any of its own limits gives a slow client.
func hear(t *testing.T, c net.Conn) {
	t.Helper()
	if err := c.SetReadDeadline(time.Now().Add(headTimeout / 2)); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatalf("no answer: %v", err)
	}
	if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("answered %d, %v", answer.StatusCode, err)
	}
}

const ask = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"

func TestWhoSaysNothingKeepsNobodyOut(t *testing.T) {
	for name, text := range map[string]string{
		"silent": "", "half a head": "GET / HTTP/1.1\r\nHo", "a length and no body": "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
		"half a body": "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc", "half a chunk": "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc",
		"no body where nobody reads one": "POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
		"served and idle":                ask, "served, and a slow second request": ask + "GET",
	} {
		t.Run(name, func(t *testing.T) {
			_, address := small(t, func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/unread" {
					_, _ = io.Copy(io.Discard, r.Body)
				}
				_, _ = w.Write(make([]byte, 64<<10)) // more than net/http keeps until the handler is done
			})
			for range 3 * roomForTest {
				if c := say(t, address, text); len(text) >= len(ask) && text[:len(ask)] == ask {
					hear(t, c)
				}
			}
			hear(t, say(t, address, ask))
		})
	}
}

func TestWhoIsServedKeepsTheConnection(t *testing.T) {
	inside, leave := make(chan struct{}), make(chan struct{})
	s, address := small(t, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.ReadFull(r.Body, make([]byte, r.ContentLength))
		inside <- struct{}{}
		<-leave
	})
	var served []net.Conn
	for i := range roomForTest {
		text := ask
		if i%2 == 1 {
			text = fmt.Sprintf("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s", len(ask), ask)
		}
		served = append(served, say(t, address, text))
		<-inside
	}
	s.room.mu.Lock()
	waiting := s.room.waiting.Len()
	s.room.mu.Unlock()
	if waiting > 0 {
		t.Fatalf("%d connections would be given up while their requests are served", waiting)
	}
	late := say(t, address, ask)
	leave <- struct{}{} // one makes room
	<-inside
	close(leave)
	for _, c := range append(served, late) {
		hear(t, c)
	}
}
