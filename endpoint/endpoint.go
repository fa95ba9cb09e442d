// Package endpoint is the AWS door: a signed request comes in, XML or JSON goes out. It reads what is asked, has access say who asks and service.Do serve it, and
// says the answer in the protocol of the service. It decides nothing and knows no operation by name. Cookies are ignored here.
//
// # Which service
//
// The credential scope names the service, and that service is the one that is called: a signature for ec2 opens nothing of iam. A request whose
// parameters belong to another service than its signature is refused.
//
// # Services that are not served
//
// Every other service name is authenticated, authorized by the name of its action and recorded, and denied in the shape of its own protocol. What is allowed is answered by a
// plain NotServedHere.
package endpoint

import (
	"errors"
	"net/http"
	"time"

	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/shape"
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
	host      *service.Host
	directory *service.Directory
	services  map[string]*shape.Service
	controls  Controls
	server    *http.Server
}

// New builds a door. The error is a mistake of the tables.
func New(o Options) (*Door, error) {
	directory, err := service.NewDirectory(o.Tables...)
	if err != nil {
		return nil, err
	}
	d := &Door{host: o.Host, directory: directory, services: map[string]*shape.Service{}, controls: o.Controls}
	for _, table := range o.Tables {
		d.services[table.Service] = table.Shapes
	}
	d.server = newServer(d, o.Host.Log)
	return d, nil
}

// ServeHTTP answers one request.
func (d *Door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	protect(w.Header())
	if d.serveOwn(w, r) {
		return
	}
	started := time.Now()
	x := d.newExchange(r)
	reply := x.answer(w)
	x.write(w, reply)
	x.log(reply, time.Since(started))
}

// protect sets what every answer carries, so that a browser that is led here runs nothing and shares nothing.
func protect(h http.Header) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "no-store")
}

var errPanic = errors.New("panic while serving a request")
