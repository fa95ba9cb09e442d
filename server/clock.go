package server

import (
	"errors"
	"sync/atomic"
	"time"
)

// clock is a clock that can be moved on. The zero offset is the time itself.
type clock struct {
	now   func() time.Time
	ahead atomic.Int64 // nanoseconds
}

// Now is the time that it shows, in UTC.
func (c *clock) Now() time.Time { return c.now().Add(time.Duration(c.ahead.Load())).UTC() }

// mostAhead bounds how far the clock is moved on, so that times stay such as can be written.
const mostAhead = 100 * 365 * 24 * time.Hour

// Advance moves it on, never back: what has expired stays so.
func (c *clock) Advance(by time.Duration) (time.Time, error) {
	if by < 0 {
		return time.Time{}, errors.New("the clock goes forward only")
	}
	for {
		ahead := c.ahead.Load()
		if by > mostAhead-time.Duration(ahead) {
			return time.Time{}, errors.New("the clock cannot be moved on by more than 100 years")
		}
		if c.ahead.CompareAndSwap(ahead, ahead+int64(by)) {
			return c.Now(), nil
		}
	}
}
