// Package console is the browser door: the pages that people sign in on, the session's cookie, the embedded console, and the APIs under /console/api/ for which that
// cookie is the credential. Signatures count for nothing here: a request that has one is refused. It decides nothing; every step of a sign-in is an operation of signin, and every
// call of the console one of its service.
//
// # What keeps other pages out
//
// Every request must be for the public host or be led there: a name that an attacker points here is answered 421. A request that changes something must not come from
// another origin, and one for an API carries a header besides that no form can send. The cookies belong to this host alone and are not readable by scripts.
//
// # Without JavaScript
//
// Everything but the console itself works without it. What comes next is decided by the server's state, never by the page.
package console

import (
	"context"
	"crypto/tls"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"runtime/debug"
	"time"

	"github.com/cardea-iam/cardea/exchange"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/signin"
)

// Options are what a door is built from. All are required.
type Options struct {
	Host   *service.Host
	Tables []service.Table // the services that are served

	// PublicURL is the one address that people use, such as http://localhost:4567. Security keys are bound to its host.
	PublicURL *url.URL
}

// Door is the http.Handler of the console's listeners, with the server that runs it.
type Door struct {
	host      *service.Host
	desk      *exchange.Desk
	directory *service.Directory
	public    *url.URL
	pages     map[*language]pages
	app       *app
	routes    *http.ServeMux
	foreign   *http.CrossOriginProtection
	server    *exchange.Server
}

// New builds a door. The error is a mistake of the tables.
func New(o Options) (*Door, error) {
	desk, err := exchange.New(o.Host, o.Tables...)
	if err != nil {
		return nil, err
	}
	directory, err := service.NewDirectory(append([]service.Table{signin.Table()}, o.Tables...)...)
	if err != nil {
		return nil, err
	}
	d := &Door{host: o.Host, desk: desk, directory: directory, public: o.PublicURL, pages: parsePages(), app: openApp(), foreign: http.NewCrossOriginProtection()}
	d.route()
	d.server = exchange.NewServer(d, o.Host.Log)
	return d, nil
}

// route is every path that there is.
func (d *Door) route() {
	d.routes = http.NewServeMux()
	for pattern, handle := range map[string]http.HandlerFunc{
		"GET /{$}":                                d.showStart,
		"GET /":                                   d.showMissing,
		"GET /signin":                             d.showSignIn,
		"GET /signin/{account}":                   d.showSignIn,
		"POST /signin":                            d.signIn,
		"GET " + rootPath:                         d.showRoot,
		"POST " + rootPath:                        d.signInRoot,
		"GET " + mfaPath:                          d.showMFA,
		"POST " + mfaPath:                         d.checkCode,
		"POST " + passkeyPath:                     d.checkPasskey,
		"POST " + passkeyPath + "/ask":            d.askPasskey,
		"POST " + registerPasskeyPath + "/begin":  d.beginPasskey,
		"POST " + registerPasskeyPath + "/finish": d.finishPasskey,
		"GET " + resyncPath:                       d.showResync,
		"POST " + resyncPath:                      d.resync,
		"GET " + passwordPath:                     d.showNewPassword,
		"POST " + passwordPath:                    d.changePassword,
		"POST /signout":                           d.signOut,
		"GET " + sessionsPath:                     d.showSessions,
		"POST " + sessionsPath:                    d.revokeSession,
		"GET " + switchPath:                       d.showSwitchRole,
		"POST " + switchPath:                      d.switchRole,
		"POST " + switchPath + "/back":            d.switchBack,
		"GET " + federationPath:                   d.federate,
		"POST " + federationPath:                  d.federate,
		"GET " + authorizePath:                    d.showAuthorize,
		"POST " + authorizePath:                   d.authorize,
		"POST " + tokenPath:                       d.createToken,
		"GET /static/{file}":                      d.showStatic,
		"GET /console":                            d.showApp,
		"GET /console/":                           d.showApp,
		"GET /console/session":                    d.showSession,
		"POST /console/api/{service}":             d.serveAPI,
		"POST /console/api/{service}/{path...}":   d.serveAPI,
	} {
		d.routes.HandleFunc(pattern, handle)
	}
}

// ServeHTTP answers one request.
func (d *Door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	started := time.Now()
	protect(w.Header(), d.public.Scheme == "https")
	seen := &watched{ResponseWriter: w}
	defer func() {
		if p := recover(); p != nil {
			d.host.Log.Error("panic while serving a page", "path", r.URL.Path, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			if seen.status == 0 {
				d.fail(seen, r, http.StatusInternalServerError, "Something went wrong. Please try again.")
			}
		}
		if seen.Header().Get("X-Amzn-Requestid") != "" {
			return // a request to an API has an event of its own
		}
		d.host.Log.LogAttrs(r.Context(), slog.LevelInfo, "page", slog.String("method", r.Method), slog.String("path", r.URL.Path),
			slog.Int("status", seen.status), slog.String("source", r.RemoteAddr), slog.Duration("took", time.Since(started).Round(time.Microsecond)))
	}()
	if !d.rightHost(seen, r) {
		return
	}
	if err := d.foreign.Check(r); err != nil {
		d.fail(seen, r, http.StatusForbidden, "This request came from another site and was not carried out.")
		return
	}
	d.routes.ServeHTTP(seen, r)
}

// watched remembers the status of an answer.
type watched struct {
	http.ResponseWriter
	status int
}

func (w *watched) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watched) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return w.ResponseWriter.Write(p)
}

// Unwrap is for http.ResponseController.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Serve answers the connections of a listener until Shutdown, over TLS if there is a configuration, which must not offer h2. It may be called for several.
func (d *Door) Serve(listener net.Listener, secure *tls.Config) error {
	return d.server.Serve(listener, secure)
}

// Shutdown takes no new connections, waits for the requests that are being served, and closes what is left when the context ends.
func (d *Door) Shutdown(ctx context.Context) error { return d.server.Shutdown(ctx) }
