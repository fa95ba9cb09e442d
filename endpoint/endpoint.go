// Package endpoint is the AWS door: a signed request comes in, XML or JSON goes out. It reads the signature and has exchange do the rest. Cookies are
// ignored here.
//
// # Which service
//
// The credential scope names the service, and that service is the one that is called: a signature for ec2 opens nothing of iam. A request whose
// parameters belong to another service than its signature is refused.
package endpoint

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"

	"github.com/cardea-iam/cardea/exchange"
	"github.com/cardea-iam/cardea/service"
)

// Options are what a door is built from.
type Options struct {
	Host   *service.Host   // required
	Tables []service.Table // the services that are served

	// Controls are what test suites may do to the whole server under /_cardea/. A nil function is a path that is not there.
	Controls Controls
}

// Door is the http.Handler of the API listener, with the server that runs it.
type Door struct {
	host     *service.Host
	desk     *exchange.Desk
	controls Controls
	server   *exchange.Server
}

// New builds a door. The error is a mistake of the tables.
func New(o Options) (*Door, error) {
	desk, err := exchange.New(o.Host, o.Tables...)
	if err != nil {
		return nil, err
	}
	d := &Door{host: o.Host, desk: desk, controls: o.Controls}
	d.server = exchange.NewServer(d, o.Host.Log)
	return d, nil
}

// ServeHTTP answers one request.
func (d *Door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	protect(w.Header())
	if !d.serveOwn(w, r) {
		d.desk.Serve(w, r, claimed(r), d.prove)
	}
}

// Serve answers the connections of a listener until Shutdown, over TLS if there is a configuration, which must not offer h2.
func (d *Door) Serve(listener net.Listener, secure *tls.Config) error {
	return d.server.Serve(listener, secure)
}

// Shutdown takes no new connections, waits for the requests that are being served, and closes what is left when the context ends.
func (d *Door) Shutdown(ctx context.Context) error { return d.server.Shutdown(ctx) }

// protect sets what every answer carries, so that a browser that is led here runs nothing and shares nothing.
func protect(h http.Header) {
	h["X-Content-Type-Options"], h["Content-Security-Policy"], h["Cache-Control"] = nosniff, sandbox, noStore
}

// What every answer says of itself. The values are shared, not made for each: nobody adds to them.
var (
	nosniff = []string{"nosniff"}
	sandbox = []string{"default-src 'none'; sandbox"}
	noStore = []string{"no-store"}
)
