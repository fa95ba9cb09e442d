package policy

import (
	"strings"
	"time"
)

// parseInstant reads a date of a policy or a request as milliseconds since 1970: a year and month, a date, a date and time with or
// without seconds, fraction and zone (none: UTC), or a number of seconds since 1970 (of milliseconds, from 12 digits on).
// https://www.w3.org/TR/NOTE-datetime
func parseInstant(s string) (ms int64, ok bool) {
	if len(s) >= 7 && digits(s[:4]) && s[4] == '-' {
		return parseISO(s)
	}
	return parseEpoch(s)
}

func parseEpoch(s string) (ms int64, ok bool) {
	d, ok := parseDecimal(s)
	if !ok || len(d.whole) > 17 {
		return 0, false
	}
	for i := range len(d.whole) {
		ms = ms*10 + int64(d.whole[i]-'0')
	}
	if len(d.whole) < 12 {
		ms = ms*1000 + thousandths(d.frac)
	}
	if d.negative {
		ms = -ms
	}
	return ms, true
}

// thousandths are the first three digits of a fraction.
func thousandths(frac string) (n int64) {
	for i := range 3 {
		n *= 10
		if i < len(frac) {
			n += int64(frac[i] - '0')
		}
	}
	return n
}

// clock is a date and time being read.
type clock struct {
	rest string
	ok   bool
}

// number takes n digits, and before them the separator unless it is 0.
func (c *clock) number(separator byte, n, low, high int) int {
	if separator != 0 {
		if c.rest == "" || c.rest[0] != separator {
			c.ok = false
			return 0
		}
		c.rest = c.rest[1:]
	}
	if len(c.rest) < n || !digits(c.rest[:n]) {
		c.ok = false
		return 0
	}
	v := 0
	for i := range n {
		v = v*10 + int(c.rest[i]-'0')
	}
	c.rest = c.rest[n:]
	c.ok = c.ok && low <= v && v <= high
	return v
}

func (c *clock) at(chars string) bool {
	return c.ok && c.rest != "" && strings.IndexByte(chars, c.rest[0]) >= 0
}

func parseISO(s string) (ms int64, ok bool) {
	c := clock{rest: s, ok: true}
	year := c.number(0, 4, 0, 9999)
	month := c.number('-', 2, 1, 12)
	day := 1
	if c.at("-") {
		day = c.number('-', 2, 1, daysIn(year, month))
		if c.at("Tt") {
			ms = c.timeOfDay()
		}
	}
	if !c.ok || c.rest != "" {
		return 0, false
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).UnixMilli() + ms, true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// timeOfDay reads hours and minutes, and what may follow, as milliseconds after midnight UTC.
func (c *clock) timeOfDay() int64 {
	c.rest = c.rest[1:]
	hour, minute, second := c.number(0, 2, 0, 23), c.number(':', 2, 0, 59), 0
	frac := ""
	if c.at(":") {
		second = c.number(':', 2, 0, 59)
		if c.at(".") {
			n := 1
			for n < len(c.rest) && '0' <= c.rest[n] && c.rest[n] <= '9' {
				n++
			}
			frac, c.rest = c.rest[1:n], c.rest[n:]
			c.ok = c.ok && frac != ""
		}
	}
	ms := int64(hour)*3_600_000 + int64(minute)*60_000 + int64(second)*1000 + thousandths(frac)
	return ms - c.zone()
}

// zone reads Z, ±hh:mm or ±hh as milliseconds east of UTC.
func (c *clock) zone() int64 {
	switch {
	case c.at("Zz"):
		c.rest = c.rest[1:]
	case c.at("+-"):
		sign := int64(1)
		if c.rest[0] == '-' {
			sign = -1
		}
		c.rest = c.rest[1:]
		hours, minutes := c.number(0, 2, 0, 23), 0
		if c.at(":") {
			minutes = c.number(':', 2, 0, 59)
		}
		return sign * (int64(hours)*3_600_000 + int64(minutes)*60_000)
	}
	return 0
}
