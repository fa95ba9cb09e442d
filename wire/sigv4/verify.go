package sigv4

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

const mismatch = "The request signature we calculated does not match the signature you provided. " +
	"Check your AWS Secret Access Key and signing method. Consult the service documentation for details."

// nobody is used in place of a key that does not exist, so that its absence costs the same time.
var nobody = keyOf(make([]byte, sha256.Size))

// Verify checks the time of the request against now, within the window to either side (0: Window), and its signature
// against the key. The zero key costs the same time as a wrong signature and is refused as UnknownKey.
// Only a nil error says that the holder of the key signed this request.
func (s *Signed) Verify(key SigningKey, now time.Time, window time.Duration) error {
	if window <= 0 {
		window = Window
	}
	if refusal := s.checkTime(now, window); refusal != nil {
		return refusal
	}
	toSign := s.stringToSign()
	signer := key
	if key.IsZero() {
		signer = nobody
	}
	var want [2 * sha256.Size]byte
	hex.Encode(want[:], signer.sign(toSign))
	// Compared as text: upper case, short and long signatures are all wrong.
	same := subtle.ConstantTimeCompare(want[:], []byte(s.signature)) == 1
	switch {
	case key.IsZero():
		return refuse(UnknownKey, "The security token included in the request is invalid.")
	case !same:
		return &Error{Kind: Mismatch, Message: mismatch, CanonicalRequest: s.shown(), StringToSign: string(toSign)}
	}
	return nil
}

// stringToSign is algorithm, time, scope and the hash of the canonical request.
func (s *Signed) stringToSign() []byte {
	sum := sha256.Sum256(s.canonical)
	text := make([]byte, 0, 192)
	text = append(text, algorithm+"\n"...)
	text = append(append(text, s.date...), '\n')
	text = append(append(text, s.scope...), '\n')
	return hex.AppendEncode(text, sum[:])
}

// shown is the canonical request for the eyes of the client, without the session token.
func (s *Signed) shown() string {
	canonical := s.canonical
	if s.SessionToken != "" {
		for _, token := range []string{s.SessionToken, escape(s.SessionToken)} {
			canonical = bytes.ReplaceAll(canonical, []byte(token), []byte("***"))
		}
	}
	return string(canonical)
}

// minutes prints a window as AWS does.
func minutes(window time.Duration) string {
	return strings.TrimSuffix(strconv.FormatFloat(window.Minutes(), 'f', 1, 64), ".0") + " min."
}
