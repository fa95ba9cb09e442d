package factor

import (
	"slices"
	"time"
)

// Five wrong guesses in a quarter of an hour are 480 a day: with three valid six-digit codes at any time, a chance of
// 0.14 % per day. RFC 4226 section 7.3 asks for such a limit.
const (
	MaxFailures   = 5
	FailureWindow = 15 * time.Minute
)

// Attempts are the times of the failed attempts that still count against one thing that somebody may be guessing at, oldest first.
// Whoever verifies a proof asks Allow first, in the same transaction in which Fail's answer is stored. The zero value has none.
type Attempts []time.Time

// Allow reports whether one more attempt may be checked. If it may not, the proof must not even be looked at.
func (a Attempts) Allow(now time.Time) bool { return len(a.counting(now)) < MaxFailures }

// Fail answers the attempts with one more failure, without those that no longer count.
func (a Attempts) Fail(now time.Time) Attempts { return a.FailMost(MaxFailures, now) }

// FailMost is Fail for a thing with another limit than MaxFailures.
func (a Attempts) FailMost(most int, now time.Time) Attempts {
	counting := append(a.counting(now), now)
	return counting[max(0, len(counting)-most):]
}

// RetryAfter is how long it takes until Allow says yes; 0 if it does now.
func (a Attempts) RetryAfter(now time.Time) time.Duration { return a.RetryAfterMost(MaxFailures, now) }

// RetryAfterMost is RetryAfter for a thing with another limit than MaxFailures.
func (a Attempts) RetryAfterMost(most int, now time.Time) time.Duration {
	counting := a.counting(now)
	if len(counting) < most {
		return 0
	}
	return counting[len(counting)-most].Add(FailureWindow).Sub(now)
}

// counting copies those younger than the window. One from the future counts: a clock set back forgives nothing.
func (a Attempts) counting(now time.Time) Attempts {
	return slices.DeleteFunc(slices.Clone(a), func(at time.Time) bool { return now.Sub(at) >= FailureWindow })
}
