package guard_test

import (
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/exchange/guard"
)

const good = "POST /good HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"

func TestRequestsOneAfterTheOtherAreEachLookedAt(t *testing.T) {
	const chunked = "POST /chunked HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
	bad := "GET /bad HTTP/1.1\nHost: x\r\n\r\n"
	all := good + chunked + good + good + bad + good
	for name, pieces := range map[string][]string{
		"at once": {all}, "byte by byte": strings.Split(all, ""), "one by one": {good, chunked, good, good, bad, good},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t)
			statuses, _ := s.ask(t, pieces...)
			if want := []int{200, 200, 200, 200, 400}; !slices.Equal(statuses, want) {
				t.Errorf("answered %v, want %v", statuses, want)
			}
			if served, _ := s.state(); len(served) != 4 {
				t.Errorf("served %q", served)
			}
		})
	}
}

func TestAByteTooManyInABodyIsTheNextRequest(t *testing.T) {
	s := serve(t)
	if statuses, _ := s.ask(t, good+"!"+good); !slices.Equal(statuses, []int{200, 400}) {
		t.Errorf("answered %v, want 200 and 400", statuses)
	}
}

func TestLargeBodiesPassUnchanged(t *testing.T) {
	s := serve(t)
	large := strings.Repeat("0123456789abcde\n", 1<<16)
	length := fmt.Sprintf("POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s", len(large), large)
	chunks := "POST /chunks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + last +
		fmt.Sprintf("%x\r\n%s\r\n%X\r\n%s\r\n0\r\n\r\n", len(large)/2, large[len(large)/2:], len(large)/2, large[:len(large)/2])
	statuses, bodies := s.ask(t, length, chunks)
	if want := []string{"POST /length x 1048576", "POST /chunks x 1048576"}; !slices.Equal(bodies, want) {
		t.Errorf("answered %v %q, want %q", statuses, bodies, want)
	}
}

func TestALongHeadLeavesRoomForTheNext(t *testing.T) {
	s := serve(t)
	long := "GET /" + strings.Repeat("a", 30<<10) + " HTTP/1.1\r\nHost: x\r\nA: " + strings.Repeat("b", 30<<10) + "\r\n\r\n"
	var pieces []string
	for all := long + long + long; all != ""; {
		n := min(len(all), 1000)
		pieces, all = append(pieces, all[:n]), all[n:]
	}
	if statuses, _ := s.ask(t, append(pieces, "GET / HTTP/1.1\r\nHost: x\r\n"+last)...); !slices.Equal(statuses, []int{200, 200, 200, 200}) {
		t.Errorf("answered %v, want four times 200", statuses)
	}
}

func TestARefusalWaitsForTheAnswersBeforeIt(t *testing.T) {
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{address: inner.Addr().String()}
	refused, release := make(chan string, 1), make(chan struct{})
	web := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		<-release
		if r.Context().Err() != nil {
			t.Error("the request before the refused one was cancelled")
		}
		fmt.Fprint(w, "slow")
	}))
	web.Listener = guard.Listen(inner, func(_ net.Addr, why string) { refused <- why })
	web.Start()
	defer web.Close()
	go func() {
		<-refused
		close(release)
	}()
	// In one piece: while a request is being served, net/http reads one byte further at most, which is too little to refuse the next.
	statuses, bodies := s.ask(t, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"+"get / HTTP/1.1\r\nHost: x\r\n\r\n")
	if !slices.Equal(statuses, []int{200, 400}) || bodies[0] != "slow" {
		t.Errorf("answered %v %q, want 200 and 400", statuses, bodies)
	}
}

func TestTLSIsGuardedAsWell(t *testing.T) {
	lender := httptest.NewTLSServer(nil)
	certificates := lender.TLS.Certificates
	lender.Close()
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{}
	s.run(t, guard.Listen(tls.NewListener(inner, &tls.Config{Certificates: certificates}), s.note))
	for request, want := range map[string]string{
		"GET / HTTP/1.1\r\nHost: x\r\n" + last: "GET / x 0 in TLS 1.3",
		"GET / HTTP/1.1\nHost: x\r\n" + last:   "400 Bad Request",
	} {
		client, err := tls.Dial("tcp", inner.Addr().String(), &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2", "http/1.1"}}) //nolint:gosec // the test's own certificate
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(client, request); err != nil {
			t.Fatal(err)
		}
		if _, bodies := answers(t, client); !slices.Equal(bodies, []string{want}) {
			t.Errorf("answered %q, want %q", bodies, want)
		}
		if err := client.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestAClientThatSpeaksNoTLSIsHungUpOn(t *testing.T) {
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{address: inner.Addr().String()}
	s.run(t, guard.Listen(tls.NewListener(inner, &tls.Config{}), s.note))
	if statuses, _ := s.ask(t, good); len(statuses) > 0 {
		t.Errorf("answered %v", statuses)
	}
	if served, _ := s.state(); len(served) > 0 {
		t.Errorf("served %q", served)
	}
}

func TestARefusedClientReadsTheAnswerWhateverItStillSends(t *testing.T) {
	s := serve(t)
	for range 20 {
		if statuses, _ := s.ask(t, "GET / HTTP/1.1\nHost: x\r\n\r\n"+strings.Repeat("x", 100_000)); !slices.Equal(statuses, []int{400}) {
			t.Fatalf("answered %v, want 400", statuses)
		}
	}
}
