package sigv4_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

func TestTheClockWindowHoldsToTheSecond(t *testing.T) {
	const second = time.Second
	for name, c := range map[string]struct {
		r            *http.Request
		window       time.Duration
		early, late  time.Duration // the server's clock less the request's time, at the edges that are accepted
		before       sigv4.Kind
		code, text   string
		after        sigv4.Kind
		afterCode    string
		afterStatus  int
		afterMessage string
	}{
		"header": {
			form(), 0, -900 * second, 900 * second,
			sigv4.NotYetCurrent, "SignatureDoesNotMatch", "Signature not yet current: 20261125T120000Z is still later than 20261125T115959Z (20261125T114459Z + 15 min.)",
			sigv4.Expired, "SignatureDoesNotMatch", 403, "Signature expired: 20261125T120000Z is now earlier than 20261125T120001Z (20261125T121501Z - 15 min.)",
		},
		"header, five minutes": {
			form(), 5 * time.Minute, -300 * second, 300 * second,
			sigv4.NotYetCurrent, "SignatureDoesNotMatch", "(20261125T115459Z + 5 min.)",
			sigv4.Expired, "SignatureDoesNotMatch", 403, "(20261125T120501Z - 5 min.)",
		},
		"presigned": {
			link("iam", "X-Amz-Expires", "60"), 0, -900 * second, 60 * second,
			sigv4.NotYetValid, "AccessDenied", "Request is not yet valid", sigv4.RequestExpired, "RequestExpired", 400, "Request has expired.",
		},
		"presigned for seven days": {
			link("iam", "X-Amz-Expires", "604800"), 0, -900 * second, 604800 * second,
			sigv4.NotYetValid, "AccessDenied", "Request is not yet valid", sigv4.RequestExpired, "RequestExpired", 400, "Request has expired.",
		},
		"presigned without lifetime": {
			link("iam"), 0, -900 * second, 900 * second,
			sigv4.NotYetCurrent, "SignatureDoesNotMatch", "+ 15 min.", sigv4.Expired, "SignatureDoesNotMatch", 403, "- 15 min.",
		},
		"cluster token": {
			link("sts", "X-Amz-Expires", "60"), 0, -900 * second, 900 * second,
			sigv4.NotYetValid, "AccessDenied", "Request is not yet valid", sigv4.RequestExpired, "RequestExpired", 400, "Request has expired.",
		},
		"cluster token, long": {
			link("sts", "X-Amz-Expires", "604800"), 0, -900 * second, 900 * second,
			sigv4.NotYetValid, "AccessDenied", "Request is not yet valid", sigv4.RequestExpired, "RequestExpired", 400, "Request has expired.",
		},
		"another call of STS": {
			link("sts", "X-Amz-Expires", "60", "Action", "GetAccessKeyInfo"), 0, -900 * second, 60 * second,
			sigv4.NotYetValid, "AccessDenied", "Request is not yet valid", sigv4.RequestExpired, "RequestExpired", 400, "Request has expired.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := sigv4.Parse(sign(t, c.r, ""), nil, sigv4.Options{})
			if err != nil {
				t.Fatal(err)
			}
			at := func(offset time.Duration) error {
				return s.Verify(sigv4.Derive(seal.NewSecret(secret), s), now.Add(offset), c.window)
			}
			for _, offset := range []time.Duration{c.early, c.early + second, 0, c.late - second, c.late, c.late + 999*time.Millisecond} {
				if err := at(offset); err != nil {
					t.Errorf("%v from the request's time: %v", offset, err)
				}
			}
			refusedAs(t, at(c.early-second), c.before, c.code, 403, c.text)
			refusedAs(t, at(c.late+second), c.after, c.afterCode, c.afterStatus, c.afterMessage)
		})
	}
}
