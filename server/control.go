package server

import (
	"context"

	"github.com/cardea-iam/cardea/endpoint"
)

// controls are what a test suite may do, as far as the options allow.
func (s *Server) controls(ctx context.Context) (c endpoint.Controls, err error) {
	if s.options.TestClock {
		c.Advance = s.clock.Advance
	}
	if s.options.AllowReset {
		c.Reset = s.reset
		err = s.remember(ctx)
	}
	return c, err
}
