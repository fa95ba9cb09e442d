package exchange

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/cardea-iam/cardea/exchange/guard"
)

// Limits of connections: a client that is slow, idle or many takes nothing from the others.
const (
	headTimeout    = 10 * time.Second
	readTimeout    = 30 * time.Second
	writeTimeout   = 60 * time.Second
	idleTimeout    = 2 * time.Minute
	maxHead        = 64 << 10
	maxConnections = 2048
)

// Server has a handler answer the connections of listeners, within the limits. What HTTP parsers disagree about never reaches the handler.
type Server struct {
	http *http.Server
	room *room
	log  *slog.Logger
}

// NewServer builds a server.
func NewServer(handler http.Handler, log *slog.Logger) *Server {
	room := newRoom(maxConnections)
	return &Server{log: log, room: room, http: &http.Server{
		Handler: room.watch(handler), ConnState: room.follow, ConnContext: withConn, ReadHeaderTimeout: headTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: maxHead, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}}
}

// Serve answers the connections of a listener until Shutdown, over TLS if there is a configuration, which must not offer h2.
func (s *Server) Serve(listener net.Listener, secure *tls.Config) error {
	listener = &limited{listener, s.room}
	if secure != nil {
		listener = tls.NewListener(listener, secure)
	}
	refused := func(from net.Addr, why string) {
		s.log.Info("connection refused", "source", from.String(), "why", why)
	}
	err := s.http.Serve(guard.Listen(listener, refused))
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Shutdown takes no new connections, waits for the requests that are being served, and closes what is left when the context ends.
func (s *Server) Shutdown(ctx context.Context) error {
	if err := s.http.Shutdown(ctx); err != nil {
		return errors.Join(err, s.http.Close())
	}
	return nil
}
