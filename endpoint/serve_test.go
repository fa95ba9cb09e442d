package endpoint_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/cardeatest"
	"github.com/cardea-iam/cardea/server"
)

func TestAmbiguousFramingIsRefusedAtTheDoor(t *testing.T) {
	s := start(t)
	conn, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", strings.TrimPrefix(s.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
	answer, err := io.ReadAll(conn)
	if err != nil || !strings.HasPrefix(string(answer), "HTTP/1.1 400 ") || strings.Count(string(answer), "HTTP/1.1") != 1 {
		t.Errorf("%v\n%s", err, answer)
	}
}

func TestTheDoorSpeaksTLS(t *testing.T) {
	certificate, roots := selfSigned(t)
	s := cardeatest.Start(t, server.Options{TLS: &tls.Config{Certificates: []tls.Certificate{certificate}, NextProtos: []string{"http/1.1"}}})
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots, ServerName: "cardea.test"}}}
	defer client.CloseIdleConnections()
	for range 2 { // the second on a connection that is open
		response, err := client.Get(strings.Replace(s.URL, "http://", "https://", 1) + "/healthz")
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(response.Body)
		if err != nil || response.Body.Close() != nil || !strings.Contains(string(text), `"enforcement":"on"`) {
			t.Errorf("%v %s", err, text)
		}
	}
}

func selfSigned(t *testing.T) (tls.Certificate, *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"cardea.test"}, NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, roots
}

// safeBuffer is a log that a server may go on writing.
type safeBuffer struct {
	mu   sync.Mutex // guards text
	text bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func TestEachRequestIsOneEventWithoutSecrets(t *testing.T) {
	log := &safeBuffer{}
	s := cardeatest.Start(t, server.Options{Log: slog.New(slog.NewTextHandler(log, nil))})
	a := s.Send(cardeatest.Request{Service: "iam", Keys: s.Administrator(), Body: form("iam", "CreateUser", "UserName", "ann")})
	s.Send(cardeatest.Request{Service: "iam", Keys: s.Administrator(), Body: form("iam", "CreateLoginProfile", "UserName", "ann", "Password", "Canary-Passw0rd")})
	s.Send(cardeatest.Request{Method: http.MethodGet, Target: "/?X-Amz-Signature=canarycanary&X-Amz-Security-Token=canarytoken"})
	s.Stop()
	text := log.text.String()
	id := a.Header.Get("X-Amzn-Requestid")
	if strings.Count(text, "msg=request ") != 3 || strings.Count(text, id) != 1 || !strings.Contains(text, "action=CreateUser status=200") {
		t.Errorf("the log is\n%s", text)
	}
	if strings.Contains(strings.ToLower(text), "canary") || strings.Contains(text, s.Administrator().SecretAccessKey) {
		t.Errorf("a secret is in the log:\n%s", text)
	}
}
