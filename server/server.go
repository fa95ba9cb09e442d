// Package server is a server put together: the journal, the store over it, the keys, the audit log, the operations and the door. The command and tests use the same
// one. A directory without data becomes a server with one account, an administrator in it, and the facts that a person needs next.
package server

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/url"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/console"
	"github.com/cardea-iam/cardea/endpoint"
	"github.com/cardea-iam/cardea/factor/passkey"
	"github.com/cardea-iam/cardea/factor/password"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/journal"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

// Server is a server that is open. Close it.
type Server struct {
	// Facts are those of the account that was made by Open; nil: there was one.
	Facts *Facts

	options Options
	clock   *clock
	journal journal.Journal
	audit   *audit.Log
	host    *service.Host
	door    *endpoint.Door
	console *console.Door
	scratch string // a directory that goes with the server; empty: none
	works   *works

	resetting sync.Mutex // guards first once the server is open
	first     *seedling  // what the account began with; nil: nobody may reset it
}

// Open opens the data, or begins with an account, and gets ready to serve. The context counts for opening only.
func Open(ctx context.Context, o Options) (*Server, error) {
	o.fill()
	s := &Server{options: o, clock: &clock{now: o.Clock}}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (o *Options) fill() {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	if o.Quotas == nil {
		o.Quotas = identity.DefaultQuotas()
	}
	if o.PublicURL == nil {
		o.PublicURL = &url.URL{Scheme: "http", Host: "localhost:4567"}
	}
	if o.Dir != "" && o.KeyFile == "" {
		o.KeyFile = o.Dir + ".key"
	}
}

func (s *Server) open(ctx context.Context) error {
	if err := s.options.Account.Check(); err != nil {
		return err
	}
	cell, err := s.openStore(ctx)
	if err != nil {
		return err
	}
	ring, err := openRing(ctx, cell, s.options.KeyFile)
	if err != nil {
		return errors.Join(err, cell.Close())
	}
	s.assemble(cell, access.NewKeys(ring))
	if err := s.settle(ctx); err != nil {
		return err
	}
	controls, err := s.controls(ctx)
	if err != nil {
		return err
	}
	if s.door, err = endpoint.New(endpoint.Options{Host: s.host, Tables: Tables(), Controls: controls}); err != nil {
		return err
	}
	if s.console, err = console.New(console.Options{Host: s.host, Tables: Tables(), PublicURL: s.options.PublicURL}); err != nil {
		return err
	}
	s.works = s.startWorks()
	return nil
}

// openStore opens the journal, the audit log and the store over them.
func (s *Server) openStore(ctx context.Context) (*store.Store, error) {
	if err := s.openFiles(ctx); err != nil {
		return nil, err
	}
	return store.Open(ctx, s.journal, store.Options{
		Tables: rows(), Outbox: store.Outbox{Ready: s.audit.Ready, Write: s.audit.Write, Pos: s.audit.Pos},
	})
}

// assemble builds what operations run on.
func (s *Server) assemble(cell *store.Store, keys *access.Keys) {
	passwords := password.New(password.Options{Peppers: keys.Pepper})
	s.host = &service.Host{
		Store: cell, Access: access.New(access.Options{Keys: keys, Chance: rand.Reader}), Keys: keys, Passwords: passwords,
		Quotas: s.options.Quotas, Settings: s.options.Settings, Chance: rand.Reader, Clock: s.clock.Now, Audit: s.audit, Uses: service.NewUses(), Log: s.options.Log,
		Passkeys: s.passkeys(), IssuerKeys: s.options.IssuerKeys,
	}
}

// passkeys is the party that security keys are registered with; nil: the console has an address that browsers do not bind a key to.
func (s *Server) passkeys() *passkey.Party {
	party, err := passkey.NewAt(s.options.PublicURL.String(), "Cardea")
	if err != nil {
		s.options.Log.Warn("security keys do not work at the console's address: give it a host name", "error", err)
		return nil
	}
	return party
}

// settle makes the first account if there is none.
func (s *Server) settle(ctx context.Context) error {
	empty := false
	err := s.host.Store.View(ctx, func(tx *store.Tx) error {
		empty = store.Accounts.Len(tx) == 0
		return nil
	})
	if err != nil || !empty {
		return err
	}
	first, err := sow(ctx, s.options.Account, s.host.Passwords, s.host.Chance, s.clock.Now())
	if err != nil {
		return err
	}
	if err := s.host.Store.Update(ctx, func(tx *store.Tx) error { return first.plant(tx, s.host.Keys) }); err != nil {
		return fmt.Errorf("make the first account: %w", err)
	}
	debug.FreeOSMemory() // hashing passwords took more than serving will
	s.Facts = &first.facts
	if s.options.AllowReset {
		s.first = first
	}
	return nil
}

// Serve answers API requests on the connections of a listener until Drain or Close.
func (s *Server) Serve(listener net.Listener) error { return s.door.Serve(listener, s.options.TLS) }

// ServeConsole answers browsers on the connections of a listener until Drain or Close. It may be called for several listeners: localhost has two addresses.
func (s *Server) ServeConsole(listener net.Listener) error {
	return s.console.Serve(listener, s.options.TLS)
}

// SignInURL is where the people of an account sign in, by its number or alias.
func (s *Server) SignInURL(account string) string {
	return s.options.PublicURL.JoinPath("signin", account).String()
}

// Drain takes no new connections and waits for the requests that are being served, until the context ends.
func (s *Server) Drain(ctx context.Context) error {
	console := make(chan error, 1)
	go func() { console <- s.console.Shutdown(ctx) }()
	return errors.Join(s.door.Shutdown(ctx), <-console)
}

// Now is the time that the server's clock shows.
func (s *Server) Now() time.Time { return s.clock.Now() }

// Close ends serving and closes everything, in the order in which one needs the other.
func (s *Server) Close() error {
	var errs []error
	if s.console != nil {
		over, stop := context.WithCancel(context.Background())
		stop()
		_ = s.Drain(over) // what is still being served is cut off
	}
	if s.works != nil {
		errs = append(errs, s.works.stop())
	}
	if s.host != nil {
		errs = append(errs, s.host.Store.Close())
	}
	if s.audit != nil {
		errs = append(errs, s.audit.Close())
	}
	if s.journal != nil {
		errs = append(errs, s.journal.Close())
	}
	if s.scratch != "" {
		errs = append(errs, os.RemoveAll(s.scratch))
	}
	return errors.Join(errs...)
}
