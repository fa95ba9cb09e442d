package exchange

import (
	"container/list"
	"context"
	"io"
	"net"
	"net/http"
	"sync"
)

// room is who is connected to a server, and which of them the server waits for: those that have said nothing, that say it slowly, or that may say more later. When
// there is no room for another, the one that was waited for longest goes. So idle connections, however many, keep nobody out.
type room struct {
	mu      sync.Mutex
	changed *sync.Cond
	most    int
	places  map[net.Conn]*list.Element // in waiting; nil: the connection's request is being served
	waiting *list.List                 // of net.Conn, the longest first
	closed  bool
}

func newRoom(most int) *room {
	r := &room{most: most, places: map[net.Conn]*list.Element{}, waiting: list.New()}
	r.changed = sync.NewCond(&r.mu)
	return r
}

// follow is told by net/http what becomes of a connection. One is active only after a whole head.
func (r *room) follow(c net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		r.mu.Lock()
		r.places[c] = nil
		r.mu.Unlock()
		r.wait(c)
	case http.StateIdle:
		r.wait(c)
	case http.StateActive:
		r.serve(c)
	case http.StateClosed, http.StateHijacked:
		r.leave(c)
	}
}

// wait notes that a connection's client is to say something. How long it takes counts from the first time.
func (r *room) wait(c net.Conn) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if place, here := r.places[c]; here && place == nil {
		r.places[c] = r.waiting.PushBack(c)
		r.changed.Signal()
	}
}

// serve notes that a connection's client has said all that is needed.
func (r *room) serve(c net.Conn) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if place := r.places[c]; place != nil {
		r.waiting.Remove(place)
		r.places[c] = nil
	}
}

func (r *room) leave(c net.Conn) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if place := r.places[c]; place != nil {
		r.waiting.Remove(place)
	}
	delete(r.places, c)
	r.changed.Signal()
}

// enter waits until there is room for one more, and reports whether the server still takes any.
func (r *room) enter() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	for len(r.places) >= r.most && !r.closed {
		oldest := r.waiting.Front()
		if oldest == nil {
			r.changed.Wait()
			continue
		}
		c := r.waiting.Remove(oldest).(net.Conn)
		delete(r.places, c)
		go func() { _ = c.Close() }() // it may take its time to say good-bye
	}
	return !r.closed
}

func (r *room) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	r.changed.Broadcast()
}

// limited takes a listener's connections as there is room for them.
type limited struct {
	net.Listener
	room *room
}

func (l *limited) Accept() (net.Conn, error) {
	accepted, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	if !l.room.enter() {
		_ = accepted.Close() // whoever was let in last has asked nothing yet
		return nil, net.ErrClosed
	}
	return accepted, nil
}

func (l *limited) Close() error {
	l.room.close()
	return l.Listener.Close()
}

// connKey finds the connection of a request in its context.
type connKey struct{}

func withConn(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, connKey{}, c)
}

// watch has the room know which requests have not come whole: net/http counts them as active, and waits for the rest of a body that no handler reads.
func (r *room) watch(inner http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		if c, ok := request.Context().Value(connKey{}).(net.Conn); ok && request.ContentLength != 0 {
			r.wait(c)
			request.Body = &awaited{request.Body, c, r}
		}
		inner.ServeHTTP(w, request)
	})
}

// awaited is a body that comes as slowly as its client likes.
type awaited struct {
	io.ReadCloser
	conn net.Conn
	room *room
}

// Read looks out for the end, which net/http tells with the last piece.
func (a *awaited) Read(p []byte) (int, error) {
	n, err := a.ReadCloser.Read(p)
	if err != nil {
		a.room.serve(a.conn)
	}
	return n, err
}
