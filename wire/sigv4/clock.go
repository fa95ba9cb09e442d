package sigv4

import "time"

// Window is how far the time of a request may lie from ours, to either side.
// Source: the recorded answers of IAM and STS ("- 15 min.").
const Window = 15 * time.Minute

const (
	basicFormat = "20060102T150405Z" // ISO 8601, basic format
	maxExpires  = 7 * 24 * 60 * 60   // seconds
)

// readDate takes the time of the request, strictly YYYYMMDDThhmmssZ.
func (s *Signed) readDate(text string) *Error {
	// Parse would take a fraction of a second, which is longer.
	at, err := time.Parse(basicFormat, text)
	if err != nil || len(text) != len(basicFormat) {
		return refuse(Incomplete, "Date must be in ISO-8601 'basic format'. Got '%s'.", text)
	}
	s.Time, s.date = at, text
	return nil
}

// checkTime compares the time of the request with ours, both edges included.
func (s *Signed) checkTime(now time.Time, window time.Duration) *Error {
	now = now.UTC().Truncate(time.Second)
	switch {
	case s.lifetime > 0 && s.Time.After(now.Add(window)):
		return refuse(NotYetValid, "Request is not yet valid")
	case s.lifetime > 0 && now.After(s.Time.Add(s.lifetime)):
		return refuse(RequestExpired, "Request has expired.")
	case s.lifetime > 0:
		return nil
	case s.Time.After(now.Add(window)):
		return refuse(NotYetCurrent, "Signature not yet current: %s is still later than %s (%s + %s)",
			s.date, now.Add(window).Format(basicFormat), now.Format(basicFormat), minutes(window))
	case s.Time.Before(now.Add(-window)):
		return refuse(Expired, "Signature expired: %s is now earlier than %s (%s - %s)",
			s.date, now.Add(-window).Format(basicFormat), now.Format(basicFormat), minutes(window))
	}
	return nil
}
