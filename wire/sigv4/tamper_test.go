package sigv4_test

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"pgregory.net/rapid"
)

const tamperedForm = "Action=CreateUser&UserName=Bob&Version=2010-05-08"

// onTheWire is a signed request as a client writes it.
func onTheWire(t testing.TB, presigned bool) []byte {
	t.Helper()
	signer, body := v4.NewSigner(), tamperedForm
	r := newRequest(t, http.MethodPost, "http://iam.example.com/a/b?b=2&b=1&c=%2Fx&empty=", body)
	if presigned {
		body = ""
		r = newRequest(t, http.MethodGet, "http://sts.example.com/?Action=GetCallerIdentity&X-Amz-Expires=60&c=%2Fx", body)
		target, _, err := signer.PresignHTTP(t.Context(), credentials("to/ken"), r, hashOf(body), "sts", "us-east-1", now)
		if err != nil {
			t.Fatal(err)
		}
		r = newRequest(t, http.MethodGet, target, body)
	} else {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
		if err := signer.SignHTTP(t.Context(), credentials("to/ken"), r, hashOf(body), "iam", "us-east-1", now); err != nil {
			t.Fatal(err)
		}
	}
	r.Header.Set("User-Agent", "")
	var wire bytes.Buffer
	if err := r.Write(&wire); err != nil {
		t.Fatal(err)
	}
	return wire.Bytes()
}

// receive reads and verifies what came over the wire. ok is false if it is no request or does not verify.
func receive(wire []byte) (r *http.Request, body []byte, ok bool) {
	r, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(wire)))
	if err != nil {
		return nil, nil, false
	}
	body, err = io.ReadAll(r.Body)
	if err != nil {
		return nil, nil, false
	}
	_, err = verify(r, body, now)
	return r, body, err == nil
}

// meaning is what a handler could learn from a request, without what HTTP lets anybody write in several ways: the case of
// percent escapes, the order of parameters, blanks in headers, the protocol version, and headers that mean nothing to us.
func meaning(r *http.Request, body []byte) string {
	target, query, _ := strings.Cut(r.RequestURI, "?")
	parameters := []string{}
	for _, pair := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		parameter := decoded(name) + "\x00=" + decoded(value)
		if pair != "" && name != "X-Amz-Signature" {
			parameters = append(parameters, parameter)
		}
	}
	slices.Sort(parameters)
	headers := []string{}
	for name, values := range r.Header {
		for i, value := range values {
			values[i] = strings.Join(strings.FieldsFunc(value, func(c rune) bool { return c == ' ' || c == '\t' }), " ")
		}
		if name != "Authorization" {
			headers = append(headers, name+":"+strings.Join(values, ","))
		}
	}
	slices.Sort(headers)
	return strings.Join([]string{r.Method, path.Clean(target), strings.Join(parameters, "&"), r.Host, strings.Join(headers, "\n"), string(body)}, "\n")
}

func decoded(s string) string {
	plain, err := url.PathUnescape(s)
	if err != nil {
		return s + " (not decoded)"
	}
	return plain
}

func TestNoByteOfARequestCanBeChanged(t *testing.T) {
	for name, presigned := range map[string]bool{"header": false, "presigned": true} {
		t.Run(name, func(t *testing.T) {
			wire := onTheWire(t, presigned)
			r, body, ok := receive(wire)
			if !ok {
				t.Fatalf("the request itself does not verify:\n%s", wire)
			}
			want, tried := meaning(r, body), 0
			for at, was := range wire {
				for other := range 256 {
					if byte(other) == was {
						continue
					}
					tried++
					wire[at] = byte(other)
					if r, body, ok := receive(wire); ok && meaning(r, body) != want {
						t.Errorf("byte %d changed from %q to %q was accepted:\n%s", at, was, byte(other), wire)
					}
				}
				wire[at] = was
			}
			t.Logf("%d changes", tried)
		})
	}
}

func TestNothingCanBeAddedToOrTakenFromARequest(t *testing.T) {
	originals := [][]byte{onTheWire(t, false), onTheWire(t, true)}
	rapid.Check(t, func(t *rapid.T) {
		original := rapid.SampledFrom(originals).Draw(t, "original")
		r, body, _ := receive(original)
		want := meaning(r, body)
		for range 100 {
			wire := slices.Clone(original)
			from := rapid.IntRange(0, len(wire)-1).Draw(t, "from")
			to := min(len(wire), from+rapid.IntRange(0, 12).Draw(t, "cut"))
			added := rapid.SampledFrom(pieces).Draw(t, "added")
			if added == "" {
				added = string(rapid.SliceOfN(rapid.Byte(), 0, 4).Draw(t, "bytes"))
			}
			wire = slices.Replace(wire, from, to, []byte(added)...)
			if r, body, ok := receive(wire); ok && covered(meaning(r, body)) != covered(want) {
				t.Fatalf("accepted:\n%s", wire)
			}
		}
	})
}

// pieces are what an attacker would put in.
var pieces = []string{
	"", "", "", "\r\n", "\r\nX-Amz-Foo: 1", "\r\nX-Amz-Date: 20261125T120000Z", "\r\nHost: other", "\r\nX_Amz_Date: 1", "&Action=DeleteUser",
	"?Action=DeleteUser", "%00", "%2e%2e/", "/../", "//", "+", "%20", "&", "=", ";", "X-Amz-Signature=0", "/ec2/", "20261126", "\r\n\r\n",
	"\r\nContent-Type: a/b", "\r\nX-Amz-Security-Token: x", "0", "aws4_request", "AWS4-HMAC-SHA256",
}

// covered leaves away the headers that need not be signed: one more of them is nothing to us.
func covered(meaning string) string {
	kept := []string{}
	for _, line := range strings.Split(meaning, "\n") {
		name, _, isHeader := strings.Cut(line, ":")
		if !isHeader || strings.HasPrefix(name, "X-Amz-") || name == "Content-Type" || name == "Content-Length" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
