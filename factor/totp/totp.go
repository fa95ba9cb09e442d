// Package totp makes and matches the codes of time-based one-time password generators: RFC 4226 and RFC 6238, with steps of 30
// seconds. It tells which step a code belongs to, which is what makes a code work only once; remembering that step, and
// counting failures, is the caller's. It reads no clock.
package totp

import (
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // what every authenticator app speaks; HMAC-SHA-1 is sound. RFC 6238 section 1.2
	"crypto/subtle"
	"encoding/binary"
	"fmt"
	"hash"
	"time"
)

const (
	// Period is the length of a time step.
	Period = 30 * time.Second
	// Window is how many steps to either side of a device's clock a code is taken. RFC 6238 section 5.2.
	Window = 1
	// Search is how many steps to either side of our clock a pair of codes is looked for, when a device is enabled or
	// brought in sync: ten minutes.
	Search = 20
	// Digits is the length of a code where nothing else is said.
	Digits = 6
)

// Generator is what a device and we share. Its codes are its seed's; the other fields are rarely set.
type Generator struct {
	Seed   Seed
	Digits int              // 6 or 8; 0 is 6
	Hash   func() hash.Hash // nil is SHA-1
}

// Clock is what we remember of a device.
type Clock struct {
	Drift    int64 // steps by which the device's clock is ahead of ours
	LastStep int64 // the newest step that was accepted: it and all before are used up
}

// Step is the number of the time step of a moment. RFC 6238 section 4.2.
func Step(at time.Time) int64 { return at.Unix() / int64(Period/time.Second) }

// Code is the code of a step, leading zeros kept. RFC 4226 section 5.3.
func (g Generator) Code(step int64) string {
	newHash := g.Hash
	if newHash == nil {
		newHash = sha1.New
	}
	mac := hmac.New(newHash, g.Seed)
	mac.Write(binary.BigEndian.AppendUint64(nil, uint64(step)))
	sum := mac.Sum(nil)
	offset := sum[len(sum)-1] & 0x0f
	number := uint64(binary.BigEndian.Uint32(sum[offset:]) & 0x7fffffff)
	modulus := uint64(1)
	for range g.digits() {
		modulus *= 10
	}
	return fmt.Sprintf("%0*d", g.digits(), number%modulus)
}

// Match finds the step of a code: one at most Window away from the device's clock and newer than the last one used.
// Of several it is the newest, so that none of them can be used again. The caller must store the step as LastStep, durably, before
// it lets anybody in. All candidates are computed and compared whatever the code is.
func (g Generator) Match(code string, now time.Time, clock Clock) (step int64, ok bool) {
	if !g.wellFormed(code) {
		return 0, false
	}
	center := Step(now) + min(max(clock.Drift, -Search), Search)
	for candidate := center - Window; candidate <= center+Window; candidate++ {
		same := g.same(candidate, code)
		if same && candidate > clock.LastStep {
			step, ok = candidate, true
		}
	}
	return step, ok
}

// MatchPair finds two consecutive codes, the older first, within Search steps of our clock and newer than the last step used
// (0 if none was), and answers the clock to remember: the drift that they show, and the second code's step as used up. Codes that are
// equal, reversed or not consecutive are refused. RFC 4226 section 7.4, RFC 6238 section 6.
func (g Generator) MatchPair(code1, code2 string, now time.Time, lastStep int64) (clock Clock, ok bool) {
	if !g.wellFormed(code1) || !g.wellFormed(code2) || code1 == code2 {
		return Clock{}, false
	}
	center := Step(now)
	before := g.same(center-Search, code1)
	for step := center - Search + 1; step <= center+Search; step++ {
		first, second := g.same(step, code1), g.same(step, code2)
		if before && second && step-1 > lastStep {
			clock, ok = Clock{Drift: step - center, LastStep: step}, true
		}
		before = first
	}
	return clock, ok
}

func (g Generator) digits() int {
	if g.Digits == 0 {
		return Digits
	}
	return g.Digits
}

// wellFormed takes ASCII digits only, exactly as many as a code has: whoever trims blanks first lets one code in twice (CVE-2025-6014).
func (g Generator) wellFormed(code string) bool {
	if len(code) != g.digits() || len(g.Seed) == 0 {
		return false
	}
	for _, c := range []byte(code) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

func (g Generator) same(step int64, code string) bool {
	return subtle.ConstantTimeCompare([]byte(g.Code(step)), []byte(code)) == 1
}
