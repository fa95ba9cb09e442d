package sigv4_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

const (
	keyID  = "AKIDEXAMPLE"
	secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
)

var now = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// verify is what an endpoint does with a request.
func verify(r *http.Request, body []byte, at time.Time) (*sigv4.Signed, error) {
	s, err := sigv4.Parse(r, body, sigv4.Options{})
	if err != nil {
		return nil, err
	}
	return s, s.Verify(sigv4.Derive(seal.NewSecret(secret), s), at, 0)
}

// door is a server on a loopback port that hands its findings to the test.
type door struct {
	url   string
	found chan finding
}

type finding struct {
	signed *sigv4.Signed
	err    error
}

func open(t *testing.T) *door {
	t.Helper()
	d := &door{found: make(chan finding, 1)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Errorf("read body: %v", err)
		}
		signed, err := verify(r, body, now)
		d.found <- finding{signed, err}
	}))
	t.Cleanup(server.Close)
	d.url = server.URL
	return d
}

// send gives the request to the door and answers what it found.
func (d *door) send(t *testing.T, r *http.Request) finding {
	t.Helper()
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := answer.Body.Close(); err != nil {
		t.Fatal(err)
	}
	return <-d.found
}

func newRequest(t testing.TB, method, url, body string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(context.Background(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func hashOf(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:])
}

func credentials(token string) aws.Credentials {
	return aws.Credentials{AccessKeyID: keyID, SecretAccessKey: secret, SessionToken: token}
}

func TestRequestsSignedByTheSDKVerify(t *testing.T) {
	d := open(t)
	const form = "Action=CreateUser&UserName=Zo%C3%AB+A&Version=2010-05-08"
	for name, c := range map[string]struct{ method, path, body, token, service string }{
		"form":          {"POST", "/", form, "", "iam"},
		"session token": {"POST", "/", form, "a+token/with=signs", "sts"},
		"query":         {"GET", "/?Action=GetUser&UserName=a%20b%2Bc&Empty=&b=2&b=1&%E1%88%B4=x", "", "", "iam"},
		"path":          {"GET", "/2015-03-31/functions/a%3Ab/x%20y", "", "", "lambda"},
		"empty body":    {"POST", "/", "", "", "ec2"},
		"large body":    {"POST", "/", strings.Repeat("x", 100_000), "", "iam"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRequest(t, c.method, d.url+c.path, c.body)
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
			if err := v4.NewSigner().SignHTTP(t.Context(), credentials(c.token), r, hashOf(c.body), c.service, "eu-central-1", now); err != nil {
				t.Fatal(err)
			}
			found := d.send(t, r)
			if found.err != nil {
				t.Fatal(found.err)
			}
			if s := found.signed; s.AccessKeyID != keyID || s.SessionToken != c.token || s.Service != c.service || s.Region != "eu-central-1" || s.Presigned {
				t.Errorf("read %+v", s)
			}
		})
	}
}

func TestRequestsPresignedByTheSDKVerify(t *testing.T) {
	d := open(t)
	for name, c := range map[string]struct{ path, token, service, hash string }{
		"caller identity": {"/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Expires=60", "", "sts", hashOf("")},
		"session token":   {"/?Action=GetCallerIdentity&Version=2011-06-15", "a+token/with=signs", "sts", hashOf("")},
		"object":          {"/bucket/a//b/../c%20d?X-Amz-Expires=60", "", "s3", "UNSIGNED-PAYLOAD"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRequest(t, http.MethodGet, d.url+c.path, "")
			signer := v4.NewSigner(func(o *v4.SignerOptions) { o.DisableURIPathEscaping = c.service == "s3" })
			url, header, err := signer.PresignHTTP(t.Context(), credentials(c.token), r, c.hash, c.service, "us-east-1", now)
			if err != nil {
				t.Fatal(err)
			}
			again := newRequest(t, http.MethodGet, url, "")
			for name, values := range header {
				if name != "Host" {
					again.Header[name] = values
				}
			}
			found := d.send(t, again)
			if found.err != nil {
				t.Fatal(found.err)
			}
			if s := found.signed; !s.Presigned || s.SessionToken != c.token || s.Service != c.service {
				t.Errorf("read %+v", s)
			}
		})
	}
}

func TestAnotherSecretDoesNotVerify(t *testing.T) {
	d := open(t)
	r := newRequest(t, http.MethodPost, d.url, "Action=ListUsers")
	other := aws.Credentials{AccessKeyID: keyID, SecretAccessKey: secret + "x"}
	if err := v4.NewSigner().SignHTTP(t.Context(), other, r, hashOf("Action=ListUsers"), "iam", "us-east-1", now); err != nil {
		t.Fatal(err)
	}
	var refusal *sigv4.Error
	if err := d.send(t, r).err; !errors.As(err, &refusal) || refusal.Kind != sigv4.Mismatch {
		t.Errorf("got %v, want a mismatch", err)
	}
}
