package sigv4

import "strings"

const terminator = "aws4_request"

// readCredential takes apart key/date/region/service/aws4_request: exactly five parts, none of them empty.
func (s *Signed) readCredential(credential string) *Error {
	rest := credential
	var parts [5]string
	for i := range 4 {
		part, after, ok := strings.Cut(rest, "/")
		if !ok {
			return fiveParts()
		}
		parts[i], rest = part, after
	}
	parts[4] = rest
	if parts[0] == "" || strings.Contains(rest, "/") {
		return fiveParts()
	}
	s.AccessKeyID, s.ScopeDate, s.Region, s.Service = parts[0], parts[1], parts[2], parts[3]
	s.scope = credential[len(parts[0])+1:]
	switch {
	case parts[4] != terminator:
		return refuse(Scope, "Credential should be scoped with a valid terminator: '%s', not '%s'.", terminator, parts[4])
	case !isLabel(s.Region):
		return refuse(Scope, "Credential should be scoped to a valid region.")
	case !isLabel(s.Service):
		return refuse(Scope, "Credential should be scoped to a valid service.")
	}
	return nil
}

func fiveParts() *Error {
	return refuse(Scope, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.")
}

// isLabel reports whether a name of a region or service is well formed.
func isLabel(name string) bool {
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return name != "" && len(name) <= 63
}

// checkScopeDate compares the day of the scope with that of the request's time.
func (s *Signed) checkScopeDate() *Error {
	if s.ScopeDate == s.date[:8] {
		return nil
	}
	return refuse(Scope, "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '%s' != '%s', from '%s'.",
		s.ScopeDate, s.date[:8], s.date)
}

// For refuses a signature that was made for another service than the one that is about to be called.
func (s *Signed) For(service string) error {
	if s.Service == service {
		return nil
	}
	return refuse(Scope, "Credential should be scoped to correct service: '%s'.", service)
}

// isS3 reports whether the service has S3's rules for paths and payloads.
func (s *Signed) isS3() bool {
	return s.Service == "s3" || strings.HasPrefix(s.Service, "s3-") || s.Service == "s3express"
}
