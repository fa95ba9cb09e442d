package iam

import (
	"errors"
	"strings"

	"github.com/cardea-iam/cardea/policy"
)

// encodeDocument writes a policy for an answer: percent-encoded by RFC 3986, so that the text comes back byte for byte. A blank is %20.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html
func encodeDocument(text string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	out.Grow(len(text) * 3 / 2)
	for _, b := range []byte(text) {
		if unreserved(b) {
			out.WriteByte(b)
		} else {
			out.Write([]byte{'%', hex[b>>4], hex[b&15]})
		}
	}
	return out.String()
}

// unreserved characters stand for themselves. RFC 3986 section 2.3.
func unreserved(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || strings.IndexByte("-._~", b) >= 0
}

// checkDocument answers MalformedPolicyDocument for a text that IAM does not take as an identity policy.
func checkDocument(text string) error {
	err := policy.CheckIdentity(text)
	var malformed *policy.Malformed
	if errors.As(err, &malformed) {
		return malformedPolicy(malformed.Text)
	}
	return err
}
