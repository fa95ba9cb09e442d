// Command cardea is an identity and access management server that speaks the AWS APIs, and what belongs to it.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := newRoot().ExecuteContext(ctx)
	stop()
	if err == nil {
		return
	}
	if !errors.Is(err, errReported) {
		fmt.Fprintln(os.Stderr, "cardea: "+err.Error())
	}
	os.Exit(1)
}

// errReported means that everything was said already.
var errReported = errors.New("reported")
