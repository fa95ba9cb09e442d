package guard_test

import (
	"net"
	"testing"

	"github.com/cardea-iam/cardea/exchange/guard"
)

const usual = "POST / HTTP/1.1\r\nHost: localhost:4566\r\nUser-Agent: aws-sdk-go-v2/1.48.0 ua/2.1 os/linux lang/go#1.26.8 md/GOOS#linux md/GOARCH#amd64 api/iam#1.64.8\r\n" +
	"Content-Length: 47\r\nAmz-Sdk-Invocation-Id: 5a1fa5a5-6b5b-4d38-8f5b-6a1a1ec8b4a5\r\nAmz-Sdk-Request: attempt=1; max=3\r\n" +
	"Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261125/us-east-1/iam/aws4_request, SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;x-amz-date, Signature=9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197\r\n" +
	"Content-Type: application/x-www-form-urlencoded\r\nX-Amz-Date: 20261125T120000Z\r\nAccept-Encoding: gzip\r\n\r\n" +
	"Action=GetUser&UserName=Bob&Version=2010-05-08-"

// endless is a connection that reads the usual request again and again, one for each read.
type endless struct {
	net.Conn
	request []byte
}

func (c *endless) Accept() (net.Conn, error)  { return c, nil }
func (c *endless) Addr() net.Addr             { return nil }
func (c *endless) Close() error               { return nil }
func (c *endless) Read(p []byte) (int, error) { return copy(p, c.request), nil }

// BenchmarkGuard is what the guard adds to one usual request.
func BenchmarkGuard(b *testing.B) {
	request := []byte(usual)
	for name, listener := range map[string]net.Listener{
		"guarded": guard.Listen(&endless{request: request}, nil), "bare": &endless{request: request},
	} {
		b.Run(name, func(b *testing.B) {
			connection, err := listener.Accept()
			if err != nil {
				b.Fatal(err)
			}
			buffer := make([]byte, 4096)
			b.ReportAllocs()
			for b.Loop() {
				if n, err := connection.Read(buffer); err != nil || n != len(request) {
					b.Fatal(n, err)
				}
			}
		})
	}
}
