package server_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/server"
)

func TestDrainingAnswersARequestThatHasBegun(t *testing.T) {
	s := cardeatest.Start(t, server.Options{})
	address := strings.TrimPrefix(s.URL, "http://")
	conn := dial(t, address)
	defer conn.Close()
	if _, err := fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: %s\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n", address); err != nil {
		t.Fatal(err)
	}
	// The server asks for the body: it has the request.
	const goOn = "HTTP/1.1 100 Continue\r\n\r\n"
	head := make([]byte, len(goOn))
	if _, err := io.ReadFull(conn, head); err != nil || string(head) != goOn {
		t.Fatalf("%q, %v", head, err)
	}
	drained := make(chan error, 1)
	go func() {
		within, stop := context.WithTimeout(context.Background(), 10*time.Second)
		defer stop()
		drained <- s.Drain(within)
	}()
	for { // until nobody new is let in
		again, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
		if err != nil {
			break
		}
		again.Close()
	}
	if _, err := io.WriteString(conn, "0123456789"); err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(conn)
	if err != nil || !strings.HasPrefix(string(answer), "HTTP/1.1 403 ") || !strings.HasSuffix(string(answer), "</ErrorResponse>") {
		t.Errorf("%v\n%s", err, answer)
	}
	if err := <-drained; err != nil {
		t.Errorf("drain: %v", err)
	}
}

func dial(t *testing.T, address string) net.Conn {
	t.Helper()
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	return conn
}
