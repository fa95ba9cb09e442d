package server

import "github.com/cardea-iam/cardea/endpoint"

// controls are what a test suite may do, as far as the options allow.
func (s *Server) controls() (c endpoint.Controls) {
	if s.options.TestClock {
		c.Advance = s.clock.Advance
	}
	return c
}
