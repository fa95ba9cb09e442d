package sigv4

import (
	"net/http"
	"strings"
)

// readAuthorization reads the header form: AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...
func (s *Signed) readAuthorization(h http.Header, value string) *Error {
	scheme, rest, _ := strings.Cut(strings.TrimLeft(value, " "), " ")
	if scheme != algorithm {
		// The value may be a password or a token of another scheme: it is not repeated.
		return refuse(Incomplete, "Authorization header requires the algorithm '%s'.", algorithm)
	}
	var credential string
	for part := range strings.SplitSeq(rest, ",") {
		name, value, ok := strings.Cut(strings.Trim(part, " "), "=")
		if !ok {
			return refuse(Incomplete, "Authorization header requires key=value pairs, with commas in between.")
		}
		var into *string
		switch name {
		case "Credential":
			into = &credential
		case "SignedHeaders":
			into = &s.SignedHeaders
		case "Signature":
			into = &s.signature
		default:
			return refuse(Incomplete, "Authorization header has a parameter that is not known.")
		}
		if *into != "" {
			return refuse(Incomplete, "Authorization header has more than one '%s' parameter.", name)
		}
		*into = value
	}
	name := "X-Amz-Date"
	if _, ok := h[name]; !ok {
		name = "Date"
	}
	date := first(h, name)
	if refusal := s.checkComplete(credential, date); refusal != nil {
		return refusal
	}
	s.SessionToken = first(h, "X-Amz-Security-Token")
	if refusal := s.readCredential(credential); refusal != nil {
		return refusal
	}
	return s.readDate(date)
}

// checkComplete names every part that is missing, one sentence each.
func (s *Signed) checkComplete(credential, date string) *Error {
	var missing []string
	for _, part := range []struct{ name, value string }{
		{"Credential", credential}, {"Signature", s.signature}, {"SignedHeaders", s.SignedHeaders},
	} {
		if part.value == "" {
			missing = append(missing, "Authorization header requires '"+part.name+"' parameter.")
		}
	}
	if date == "" {
		missing = append(missing, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
	}
	if missing != nil {
		return refuse(Incomplete, "%s", strings.Join(missing, " "))
	}
	return nil
}
