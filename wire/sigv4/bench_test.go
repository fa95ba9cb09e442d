package sigv4_test

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"testing"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// BenchmarkVerify is what an endpoint does with a small request whose signing key is in the cache.
func BenchmarkVerify(b *testing.B) {
	b.Run("form", func(b *testing.B) { benchmarkVerify(b, sign(b, form(), tamperedForm), []byte(tamperedForm)) })
	b.Run("query and token", func(b *testing.B) {
		r, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(onTheWire(b, false))))
		if err != nil {
			b.Fatal(err)
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			b.Fatal(err)
		}
		benchmarkVerify(b, r, body)
	})
}

func benchmarkVerify(b *testing.B, r *http.Request, body []byte) {
	cache := sigv4.NewKeyCache()
	b.ReportAllocs()
	for b.Loop() {
		s, err := sigv4.Parse(r, body, sigv4.Options{})
		if err != nil {
			b.Fatal(err)
		}
		key, err := cache.Key(s, "1", func() (seal.Secret, error) { return seal.NewSecret(secret), nil })
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Verify(key, now, 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDerive(b *testing.B) {
	s := scoped("AKIDEXAMPLE", "20261125", "us-east-1", "iam")
	for b.Loop() {
		sigv4.Derive(seal.NewSecret(secret), s)
	}
}
