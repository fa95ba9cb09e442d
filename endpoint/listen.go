package endpoint

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/cardea-iam/cardea/endpoint/guard"
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

func newServer(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler: handler, ReadHeaderTimeout: headTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: maxHead, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
}

// Serve answers the connections of a listener until Shutdown, over TLS if there is a configuration, which must not offer h2.
func (d *Door) Serve(listener net.Listener, secure *tls.Config) error {
	listener = limit(listener, maxConnections)
	if secure != nil {
		listener = tls.NewListener(listener, secure)
	}
	refused := func(from net.Addr, why string) {
		d.host.Log.Info("connection refused", "source", from.String(), "why", why)
	}
	err := d.server.Serve(guard.Listen(listener, refused))
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Shutdown takes no new connections, waits for the requests that are being served, and closes what is left when the context ends.
func (d *Door) Shutdown(ctx context.Context) error {
	if err := d.server.Shutdown(ctx); err != nil {
		return errors.Join(err, d.server.Close())
	}
	return nil
}
