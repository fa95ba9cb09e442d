package cardeatest_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/server"
)

const whoAmI = "Action=GetCallerIdentity&Version=2011-06-15"

// BenchmarkGetCallerIdentity is to be read beside BenchmarkBareHandler, which answers the same bytes without looking at the request: 60 % of its rate is the aim.
func BenchmarkGetCallerIdentity(b *testing.B) {
	s := cardeatest.Start(b, server.Options{})
	send(b, s.URL, wireRequest(b, s))
}

func BenchmarkBareHandler(b *testing.B) {
	s := cardeatest.Start(b, server.Options{})
	request := wireRequest(b, s)
	answer := exchange(b, dial(b, s.URL), request)
	bare := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		_, _ = w.Write(answer)
	}))
	defer bare.Close()
	send(b, bare.URL, request)
}

// wireRequest is a signed request as it goes over the wire.
func wireRequest(b *testing.B, s *cardeatest.Server) []byte {
	b.Helper()
	request, err := http.NewRequestWithContext(context.Background(), http.MethodPost, s.URL+"/", strings.NewReader(whoAmI))
	if err != nil {
		b.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
	sum := sha256.Sum256([]byte(whoAmI))
	if err := v4.NewSigner().SignHTTP(context.Background(), s.Administrator(), request, hex.EncodeToString(sum[:]), "sts", cardeatest.Region, time.Now()); err != nil {
		b.Fatal(err)
	}
	var wire bytes.Buffer
	if err := request.Write(&wire); err != nil {
		b.Fatal(err)
	}
	return wire.Bytes()
}

func dial(b *testing.B, url string) net.Conn {
	b.Helper()
	connection, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = connection.Close() })
	return connection
}

// exchange sends a request once and answers the body that comes back.
func exchange(b *testing.B, connection net.Conn, request []byte) []byte {
	b.Helper()
	if _, err := connection.Write(request); err != nil {
		b.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(connection), nil)
	if err != nil {
		b.Fatal(err)
	}
	defer answer.Body.Close() //nolint:errcheck // only read
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		b.Fatalf("%s %s %v", answer.Status, body, err)
	}
	return body
}

// send measures requests over several connections; the client does as little as can be done.
func send(b *testing.B, url string, request []byte) {
	b.Helper()
	b.SetParallelism(8)
	b.RunParallel(func(pb *testing.PB) {
		connection, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
		if err != nil {
			b.Error(err)
			return
		}
		defer connection.Close() //nolint:errcheck // done with it
		reader := bufio.NewReader(connection)
		for pb.Next() {
			if _, err := connection.Write(request); err != nil {
				b.Error(err)
				return
			}
			if err := skipAnswer(reader); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// skipAnswer reads an answer without looking at it: the client shares the machine with the server.
func skipAnswer(reader *bufio.Reader) error {
	length := 0
	for {
		line, err := reader.ReadSlice('\n')
		if err != nil {
			return err
		}
		if len(line) <= 2 {
			break
		}
		if text, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			if length, err = strconv.Atoi(string(bytes.TrimSpace(text))); err != nil {
				return err
			}
		}
	}
	_, err := reader.Discard(length)
	return err
}
