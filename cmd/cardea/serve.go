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
		Use: "serve", Short: "Serve the API", Args: cobra.NoArgs,
		Long: "Serve the API. An empty data directory is initialised first: the account, its root user and an administrator are printed once.",
		Example: "  cardea serve --data ./data\n" +
			"  cardea serve --ephemeral --allow-reset --test-clock      # for a test suite",
		RunE: func(cmd *cobra.Command, _ []string) error {
			wrong := fromEnvironment(cmd)
			options, err := flags.options()
			if err := mistakes(wrong, err); err != nil {
				return err
			}
			options.Log = slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil))
			return serve(cmd, flags, options)
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
	s, err := server.Open(cmd.Context(), options)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	b := banner{out: cmd.OutOrStdout(), url: urlOf(listener.Addr(), options.TLS != nil), flags: flags, facts: s.Facts}
	if err := b.print(); err != nil {
		return errors.Join(err, listener.Close())
	}
	return run(cmd.Context(), s, listener)
}

// run serves until the context ends, then drains.
func run(ctx context.Context, s *server.Server, listener net.Listener) error {
	served, tuned := make(chan error, 1), make(chan struct{})
	tuning, stopTuning := context.WithCancel(ctx)
	go func() { defer close(tuned); tuneCollectorUntil(tuning) }()
	defer func() { stopTuning(); <-tuned }()
	go func() { served <- s.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	within, stop := context.WithTimeout(context.Background(), drainTime)
	defer stop()
	err := s.Drain(within)
	return errors.Join(err, <-served)
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
