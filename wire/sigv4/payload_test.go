package sigv4_test

import (
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/wire/sigv4"
)

func TestThePayloadHashCountsOnlyIfItIsRight(t *testing.T) {
	for hash, ok := range map[string]bool{
		hashOf("x"): true, strings.ToUpper(hashOf("x")): false, hashOf(""): false, "": false, "UNSIGNED-PAYLOAD": false,
		"STREAMING-AWS4-HMAC-SHA256-PAYLOAD": false, "STREAMING-UNSIGNED-PAYLOAD-TRAILER": false,
	} {
		r := form()
		r.Header.Set("X-Amz-Content-Sha256", hash)
		r.Header.Set("Authorization", authorization("AKIDEXAMPLE/20261125/us-east-1/iam/aws4_request", "content-type;host;x-amz-content-sha256;x-amz-date", zeros))
		if ok {
			if _, err := verify(sign(t, r, "x"), []byte("x"), now); err != nil {
				t.Error(err)
			}
			continue
		}
		_, err := verify(r, []byte("x"), now)
		refusedAs(t, err, sigv4.Coverage, "SignatureDoesNotMatch", 403, "x-amz-content-sha256")
	}
}

func TestS3AloneMaySignWithoutThePayload(t *testing.T) {
	for _, hash := range []string{"UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"} {
		r := form()
		r.Header.Set("X-Amz-Content-Sha256", hash)
		r.Header.Set("Authorization", authorization("AKIDEXAMPLE/20261125/us-east-1/s3/aws4_request", "content-type;host;x-amz-content-sha256;x-amz-date", zeros))
		if _, err := verify(sign(t, r, "x"), []byte("another"), now); err != nil {
			t.Error(hash, err)
		}
	}
	_, err := verify(sign(t, link("sts"), ""), []byte("x"), now)
	refusedAs(t, err, sigv4.Mismatch, "SignatureDoesNotMatch", 403, "")
}
