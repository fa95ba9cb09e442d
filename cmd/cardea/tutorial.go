package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"github.com/cardea-iam/cardea/cmd/cardea/tutorial"
	"github.com/cardea-iam/cardea/server"
)

func newTutorial() *cobra.Command {
	verbose := true
	cmd := &cobra.Command{
		Use: "tutorial", Short: "Play AWS's MFA tutorial against a throw-away server", Args: cobra.NoArgs,
		Long: "Play the tutorial in which users manage their own credentials and MFA devices, and nothing else opens until they have signed in with MFA: against a\n" +
			"server in memory, with a software authenticator and real signed requests. Each step is printed with what was asked, expected and answered. The exit\n" +
			"status is not 0 if one of them is not as expected. The clock is the server's own: nothing waits.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := mistakes(fromEnvironment(cmd), nil); err != nil {
				return err
			}
			return playTutorial(cmd, verbose)
		},
	}
	cmd.Flags().BoolVar(&verbose, "answers", true, "print what was expected and answered; without it only the steps, and what went wrong")
	return cmd
}

func playTutorial(cmd *cobra.Command, verbose bool) (err error) {
	var ahead atomic.Int64
	now := func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }
	s, err := server.Open(cmd.Context(), server.Options{Clock: now})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	listener, err := (&net.ListenConfig{}).Listen(cmd.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen on the loopback interface: %w", err)
	}
	served := make(chan error, 1)
	go func() { served <- s.Serve(listener) }()
	admin := s.Facts.Administrator
	err = tutorial.Run(cmd.Context(), tutorial.Options{
		Endpoint: "http://" + listener.Addr().String(), Administrator: tutorial.Keys{ID: admin.AccessKeyID, Secret: admin.SecretAccessKey},
		Now: now, Advance: func(by time.Duration) error { ahead.Add(int64(by)); return nil },
		Out: cmd.OutOrStdout(), Verbose: verbose,
	})
	within, stop := context.WithTimeout(context.Background(), drainTime)
	defer stop()
	return errors.Join(err, s.Drain(within), <-served)
}
