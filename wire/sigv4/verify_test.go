package sigv4_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

func TestASignatureInAnotherSpellingIsWrong(t *testing.T) {
	r := sign(t, form(), "x")
	_, right, _ := strings.Cut(r.Header.Get("Authorization"), "Signature=")
	for _, signature := range []string{
		strings.ToUpper(right), right[:63], right[:1], right + "0", right + right, "0x" + right[2:], strings.Repeat("g", 64), zeros, right + " ", " " + right[1:],
	} {
		r.Header.Set("Authorization", authorization("AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request", "content-type;host;x-amz-date", signature))
		if _, err := verify(r, []byte("x"), now); err == nil && strings.TrimSpace(signature) != right {
			t.Errorf("%q was accepted for %q", signature, right)
		}
	}
}

func TestAMismatchShowsWhatShouldHaveBeenSigned(t *testing.T) {
	r := form()
	r.Header.Set("X-Amz-Security-Token", "canary+token/value")
	r.Header.Set("Authorization", authorization("AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request", "content-type;host;x-amz-date;x-amz-security-token", zeros))
	_, err := verify(r, []byte("x"), now)
	refusedAs(t, err, sigv4.Mismatch, "SignatureDoesNotMatch", 403,
		"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "+
			"Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'POST\n/\n\n"+
			"content-type:application/x-www-form-urlencoded\nhost:localhost:4566\nx-amz-date:20261125T120000Z\nx-amz-security-token:***\n\n"+
			"content-type;host;x-amz-date;x-amz-security-token\n"+hashOf("x")+"'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20261125T120000Z\n")
	for _, word := range []string{"canary", "POST", secret} {
		if strings.Contains(err.Error(), word) {
			t.Errorf("the error for the log says %q: %v", word, err)
		}
	}
	_, err = verify(link("sts", "X-Amz-Security-Token", "canary+token/value"), nil, now)
	if f := fault.Of(err); !strings.Contains(f.Message, "X-Amz-Security-Token=***&") || strings.Contains(f.Message, "canary") {
		t.Errorf("the token is shown: %s", f.Message)
	}
}

func TestAKeyThatDoesNotExistIsRefusedHoweverItSigned(t *testing.T) {
	for _, r := range []*http.Request{form(), sign(t, form(), "x")} {
		s, err := sigv4.Parse(r, []byte("x"), sigv4.Options{})
		if err != nil {
			t.Fatal(err)
		}
		refusedAs(t, s.Verify(sigv4.SigningKey{}, now, 0), sigv4.UnknownKey, "InvalidClientTokenId", 403, "The security token included in the request is invalid.")
		refusedAs(t, s.Verify(sigv4.Derive(seal.Secret{}, s), now, 0), sigv4.UnknownKey, "InvalidClientTokenId", 403, "")
	}
}

// The work for a key that does not exist is done with a key of zeros, which anybody can sign with.
func TestTheKeyThatStandsInForNoneOpensNothing(t *testing.T) {
	r := form()
	s, err := sigv4.Parse(r, []byte("x"), sigv4.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var shown *sigv4.Error
	if err := s.Verify(sigv4.Derive(seal.NewSecret("wrong"), s), now, 0); !errors.As(err, &shown) {
		t.Fatal("a wrong key verified")
	}
	mac := hmac.New(sha256.New, make([]byte, 32))
	mac.Write([]byte(shown.StringToSign))
	r.Header.Set("Authorization", strings.Replace(r.Header.Get("Authorization"), zeros, hex.EncodeToString(mac.Sum(nil)), 1))
	s, err = sigv4.Parse(r, []byte("x"), sigv4.Options{})
	if err != nil {
		t.Fatal(err)
	}
	refusedAs(t, s.Verify(sigv4.SigningKey{}, now, 0), sigv4.UnknownKey, "InvalidClientTokenId", 403, "")
}
