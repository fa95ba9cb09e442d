package guard_test

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/exchange/guard"
)

// tape is a listener with one connection, which reads what was recorded, in pieces of a size.
type tape struct {
	net.Conn
	recorded []byte
	piece    int
}

func (c *tape) Accept() (net.Conn, error) { return c, nil }
func (c *tape) Addr() net.Addr            { return nil }
func (c *tape) Close() error              { return nil }

func (c *tape) Read(p []byte) (int, error) {
	if len(c.recorded) == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), c.piece)], c.recorded)
	c.recorded = c.recorded[n:]
	return n, nil
}

func (c *tape) RemoteAddr() net.Addr { return nil }

// passed is everything that the guard lets through, and whether it refused something.
func passed(t *testing.T, recorded []byte, piece int) (wire []byte, refused bool) {
	t.Helper()
	listener := guard.Listen(&tape{recorded: recorded, piece: piece}, func(net.Addr, string) { refused = true })
	connection, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	wire, err = io.ReadAll(connection)
	if err != nil {
		t.Fatal(err)
	}
	return wire, refused
}

var (
	startPattern = regexp.MustCompile(`^[A-Z]+ (/[!-"$-:<-~]*|(?i:https?)://[!-"$-:<-~]+) HTTP/1\.[01]$`)
	fieldPattern = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\r\n]*$")
)

var errMalformed = errors.New("malformed")

// frame is a second, slow opinion: it splits the first message off the wire by the letter of RFC 9112.
func frame(wire string) (head, body, rest string, err error) {
	head, rest, ok := strings.Cut(wire, "\r\n\r\n")
	lines := strings.Split(head, "\r\n")
	if !ok || !startPattern.MatchString(lines[0]) {
		return "", "", "", errMalformed
	}
	fields := map[string][]string{}
	for _, line := range lines[1:] {
		if !fieldPattern.MatchString(line) {
			return "", "", "", errMalformed
		}
		name, value, _ := strings.Cut(line, ":")
		name = strings.ToLower(name)
		fields[name] = append(fields[name], strings.Trim(value, " \t"))
	}
	lengths, codings := fields["content-length"], fields["transfer-encoding"]
	switch {
	case len(fields["host"]) != 1, len(lengths)+len(codings) > 1, len(fields["trailer"]) > 0:
		return "", "", "", errMalformed
	case len(codings) == 1 && strings.EqualFold(codings[0], "chunked") && strings.HasSuffix(lines[0], "1"):
		body, rest, err = chunks(rest)
	case len(codings) == 1:
		return "", "", "", errMalformed
	case len(lengths) == 1:
		length, failure := strconv.ParseUint(lengths[0], 10, 62)
		if failure != nil || int(length) > len(rest) {
			return head, "", "", errMalformed
		}
		body, rest = rest[:length], rest[length:]
	}
	return head, body, rest, err
}

func chunks(rest string) (body, after string, err error) {
	for {
		line, data, ok := strings.Cut(rest, "\r\n")
		size, failure := strconv.ParseUint(line, 16, 60)
		if !ok || failure != nil || int(size)+2 > len(data) || data[size:size+2] != "\r\n" {
			return "", "", errMalformed
		}
		body, rest = body+data[:size], data[size+2:]
		if size == 0 {
			return body, rest, nil
		}
	}
}

// Whatever comes over the wire, in pieces of whatever size: every message that net/http reads out of what the guard lets
// through begins and ends where the second opinion says, and is well formed by it.
func FuzzGuardAndServerFrameAlike(f *testing.F) {
	const post = "POST / HTTP/1.1\r\nHost: x\r\n"
	for _, seed := range []string{
		good + good, post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n" + good, "GET http://x/a HTTP/1.0\r\nHost: x\r\n\r\n" + good,
		post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
		post + "Transfer-Encoding: x\r\n\r\n" + good, "GET /\nHost: x\n\n", post + "A: b\r\n c\r\n\r\n", post + "X_Amz_Date: 1\r\n\r\n",
	} {
		f.Add([]byte(seed), 1)
		f.Add([]byte(seed), 4096)
	}
	f.Fuzz(func(t *testing.T, recorded []byte, piece int) {
		if piece < 1 {
			piece = 1 - max(piece, -5000)
		}
		wire, refused := passed(t, recorded, piece)
		if !refused && !bytes.HasPrefix(recorded, wire) {
			t.Fatalf("changed without a refusal: %q", wire)
		}
		source := bytes.NewReader(wire)
		reader := bufio.NewReader(source)
		for rest := string(wire); ; {
			r, err := http.ReadRequest(reader)
			if err != nil {
				return // and net/http closes
			}
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return // and so does it after this
			}
			_, want, after, malformed := frame(rest)
			if malformed != nil {
				t.Fatalf("net/http took what is malformed: %q", rest)
			}
			if left := source.Len() + reader.Buffered(); left != len(after) || string(body) != want {
				t.Fatalf("net/http read the body %q and left %d bytes, want %q and %d, of %q", body, left, want, len(after), rest)
			}
			rest = after
		}
	})
}
