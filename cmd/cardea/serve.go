package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/spf13/cobra"

	"github.com/cardea-iam/cardea/server"
)

// drainTime is how long requests that are being served may take after SIGTERM.
const drainTime = 8 * time.Second

func newServe() *cobra.Command {
	flags := &serveFlags{}
	cmd := &cobra.Command{
		Use: "serve", Short: "Serve the API and the console", Args: cobra.NoArgs,
		Long: "Serve the API and the console. An empty data directory is initialised first: the account, its root user and an administrator are printed once.",
		Example: "  cardea serve --data ./data\n" +
			"  cardea serve --ephemeral --allow-reset --test-clock      # for a test suite",
		RunE: func(cmd *cobra.Command, _ []string) error {
			wrong := fromEnvironment(cmd)
			options, err := flags.options()
			if err := mistakes(wrong, err); err != nil {
				return err
			}
			log := newLogBuffer(cmd.ErrOrStderr())
			options.Log = slog.New(slog.NewTextHandler(log, nil))
			return errors.Join(serve(cmd, flags, options), log.Close())
		},
	}
	flags.register(cmd.Flags())
	return cmd
}

func serve(cmd *cobra.Command, flags *serveFlags, options server.Options) (err error) {
	// The address first: one that is taken must not leave a directory behind whose secrets nobody has seen.
	listener, err := (&net.ListenConfig{}).Listen(cmd.Context(), "tcp", flags.listen)
	if err != nil {
		return fmt.Errorf("listen at %s: %w: stop what listens there, or choose another address with --listen", flags.listen, err)
	}
	console, err := openConsole(cmd, flags)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	closeAll := func() error { return closeListeners(append(console, listener)) }
	if options.PublicURL, err = flags.public(console[0].Addr()); err != nil {
		return errors.Join(err, closeAll())
	}
	s, err := server.Open(cmd.Context(), options)
	if err != nil {
		return errors.Join(err, closeAll())
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	b := banner{out: cmd.OutOrStdout(), url: urlOf(listener.Addr(), options.TLS != nil), console: options.PublicURL.String(), flags: flags, facts: s.Facts}
	if s.Facts != nil {
		b.signIn = s.SignInURL(s.Facts.Name())
	}
	if err := b.print(); err != nil {
		return errors.Join(err, closeAll())
	}
	return run(cmd.Context(), s, listener, console)
}

// run serves until the context ends, then drains.
func run(ctx context.Context, s *server.Server, listener net.Listener, console []net.Listener) error {
	served, tuned := make(chan error, 1+len(console)), make(chan struct{})
	tuning, stopTuning := context.WithCancel(ctx)
	go func() { defer close(tuned); tuneCollectorUntil(tuning) }()
	defer func() { stopTuning(); <-tuned }()
	go func() { served <- s.Serve(listener) }()
	for _, each := range console {
		go func() { served <- s.ServeConsole(each) }()
	}
	var err error
	running := 1 + len(console)
	select {
	case err = <-served:
		running--
	case <-ctx.Done():
	}
	within, stop := context.WithTimeout(context.Background(), drainTime)
	defer stop()
	err = errors.Join(err, s.Drain(within))
	for range running {
		err = errors.Join(err, <-served)
	}
	return err
}

// urlOf is how clients reach an address.
func urlOf(address net.Addr, secure bool) string {
	if secure {
		return "https://" + address.String()
	}
	return "http://" + address.String()
}

// mistakes are several errors as one that says how many there are.
func mistakes(errs ...error) error {
	joined := errors.Join(errs...)
	if joined == nil {
		return nil
	}
	return fmt.Errorf("the command cannot run like this:\n%w", joined)
}
