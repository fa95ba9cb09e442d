package sigv4

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

const (
	unsignedPayload  = "UNSIGNED-PAYLOAD"
	streamingPayload = "STREAMING-"
	contentHash      = "X-Amz-Content-Sha256"
)

// appendPayload writes the hash of the body that was read. What the client says of it counts only if it is equal; S3
// alone lets a client sign without the payload.
// Source: "Signature calculations for the Authorization header" in the S3 API reference.
func (s *Signed) appendPayload(to []byte, h http.Header, pairs []Pair, body []byte) ([]byte, *Error) {
	said, ok := saidHash(h, pairs)
	if s.isS3() {
		switch {
		case said == unsignedPayload, strings.HasPrefix(said, streamingPayload) && !s.Presigned:
			return append(to, said...), nil
		case s.Presigned && !ok:
			return append(to, unsignedPayload...), nil
		}
	}
	sum := sha256.Sum256(body)
	start := len(to)
	to = hex.AppendEncode(to, sum[:])
	if ok && said != string(to[start:]) {
		return nil, refuse(Coverage, "The provided 'x-amz-content-sha256' header does not match what was computed.")
	}
	return to, nil
}

// saidHash is what the client says of its payload, in the header or, presigned, in the query string.
func saidHash(h http.Header, pairs []Pair) (string, bool) {
	if values, ok := h[contentHash]; ok {
		return values[0], true
	}
	for _, p := range pairs {
		if p.Name == contentHash {
			return p.Value, true
		}
	}
	return "", false
}
