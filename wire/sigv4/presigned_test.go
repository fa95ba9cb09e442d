package sigv4_test

import (
	"testing"

	"github.com/cardea-iam/cardea/wire/sigv4"
)

func TestAPresignedRequestNeedsEveryPartOnce(t *testing.T) {
	for _, name := range []string{"X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Signature"} {
		_, err := verify(link("sts", name, "-"), nil, now)
		refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, "must include '"+name+"'")
		_, err = verify(link("sts", name, ""), nil, now)
		refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, "must include '"+name+"'")
	}
	for _, name := range []string{"X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Signature", "X-Amz-Expires", "X-Amz-Security-Token"} {
		r := link("sts", "X-Amz-Expires", "60", "X-Amz-Security-Token", "t")
		r.RequestURI += "&" + name + "=60"
		_, err := verify(r, nil, now)
		refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, "'"+name+"' once")
	}
	_, err := verify(link("sts", "X-Amz-Algorithm", "AWS4-ECDSA-P256-SHA256"), nil, now)
	refusedAs(t, err, sigv4.Incomplete, "IncompleteSignature", 400, "X-Amz-Algorithm")
}

func TestExpiresIsANumberOfSecondsUpToSevenDays(t *testing.T) {
	for _, expires := range []string{"", "0", "-1", "604801", "NaN", "1.5", "+60", " 60", "060", "1e3", "0x10", "99999999999999999999", "60s", "٦٠", "4294967297"} {
		_, err := verify(link("iam", "X-Amz-Expires", expires), nil, now)
		refusedAs(t, err, sigv4.QueryParameters, "AuthorizationQueryParametersError", 400, "X-Amz-Expires")
	}
	for _, expires := range []string{"1", "60", "604800"} {
		if _, err := verify(sign(t, link("iam", "X-Amz-Expires", expires), ""), nil, now); err != nil {
			t.Errorf("%s seconds: %v", expires, err)
		}
	}
	_, err := verify(link("s3"), nil, now)
	refusedAs(t, err, sigv4.QueryParameters, "AuthorizationQueryParametersError", 400, "requires")
}
