// Package guard looks at every request on the wire before net/http does, and refuses what HTTP parsers read in more than
// one way. net/http mends such requests silently (it drops a Content-Length beside a Transfer-Encoding, joins folded
// lines, takes a bare line feed for a line end), so that a handler, and a signature check in it, would see another request
// than a proxy in front of it did.
//
// # How
//
// A guarded connection passes bytes on as they come, without copying them, and follows the messages: head, body by
// length or by chunks, next head. net/http acts on a head when it has all of it, and the guard passes the last line of a head
// only when it has seen all of it. At the first doubt the guard passes, in place of what it doubts, a line that is malformed
// for every parser, and nothing of the connection after it. So it is net/http that answers 400, after the answers to earlier
// requests on that connection, and closes. A handler that is reading a chunked body gets an error.
//
// # What is refused
//
//   - Content-Length beside Transfer-Encoding, either of them twice, a length that is not a number (RFC 9112, section 6.3)
//   - lines that end in a bare LF or hold a bare CR, folded header lines, blanks before a colon (RFC 9112, sections 2.2, 5.1 and 5.2)
//   - no Host, two, or one that differs from the authority of an absolute target (RFC 9112, section 3.2)
//   - targets with # or ; or with bytes that are not printable ASCII; CONNECT and the asterisk form
//   - methods in lower case; versions other than HTTP/1.0 and HTTP/1.1
//   - chunk extensions, trailers, Transfer-Encoding in HTTP/1.0
//   - headers like X_Amz_Date, which some servers take for X-Amz-Date
//   - heads of more than 64 KiB or 100 fields, blank lines before a request
//
// A transfer coding other than chunked is passed on: net/http answers 501, and nothing else of that connection is read.
//
// A guarded listener speaks HTTP/1.x only: net/http negotiates HTTP/2 for a bare *tls.Conn alone. Its connections must not
// be hijacked for another protocol, and TLS goes below the guard (tls.NewListener, not ServeTLS).
package guard

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"sync/atomic"
	"time"
)

const (
	handshakeTimeout = 10 * time.Second
	lingerTime       = 500 * time.Millisecond
	lingerBytes      = 256 << 10
)

// poison is read by net/http as a malformed line wherever it is put into a request: in the middle of any line, at the
// start of one, or in the framing of a chunked body.
const poison = "\x00\r\n\x00\r\n\r\n"

// Listen guards every connection of a listener, which may be a plain one or that of tls.NewListener. The configuration of TLS
// must not offer h2. If refused is not nil, it is told of every connection that is refused, and why, in a few words
// without anything that the client sent.
func Listen(inner net.Listener, refused func(from net.Addr, why string)) net.Listener {
	return &listener{inner, refused}
}

type listener struct {
	net.Listener
	refused func(net.Addr, string)
}

func (l *listener) Accept() (net.Conn, error) {
	accepted, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	guarded := &conn{Conn: accepted, refused: l.refused}
	if secure, ok := accepted.(*tls.Conn); ok {
		return &tlsConn{guarded, secure}, nil
	}
	return guarded, nil
}

// conn is a guarded connection. As with any connection of a server, one goroutine reads at a time.
type conn struct {
	net.Conn
	refused func(net.Addr, string)
	scan    scanner
	ended   bool
	left    string      // of the poison
	linger  atomic.Bool // Close may be called while another goroutine reads
}

// Read passes on what the scanner lets through.
func (c *conn) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if c.ended {
		return c.readEnd(p)
	}
	n, err := c.Conn.Read(p)
	passed, why := c.scan.pass(p[:n])
	if c.scan.state == ended {
		c.linger.Store(true)
	}
	if why == "" {
		return n, err
	}
	c.ended = true
	if why != whyCoding {
		c.left = poison
		if c.refused != nil {
			c.refused(c.RemoteAddr(), why)
		}
	}
	if passed > 0 {
		return passed, nil
	}
	return c.readEnd(p)
}

func (c *conn) readEnd(p []byte) (int, error) {
	n := copy(p, c.left)
	c.left = c.left[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Close lingers on a refused connection: what the client has sent and nobody has read would make the kernel reset the
// connection, and the client would not see the answer.
func (c *conn) Close() error {
	if c.linger.Load() && c.CloseWrite() == nil {
		_ = c.Conn.SetReadDeadline(time.Now().Add(lingerTime))
		_, _ = io.CopyN(io.Discard, c.Conn, lingerBytes)
	}
	return c.Conn.Close()
}

// CloseWrite closes the writing side, if the connection has two: net/http asks for it before it closes.
func (c *conn) CloseWrite() error {
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return net.ErrClosed
}

// tlsConn lets net/http know the state of TLS.
type tlsConn struct {
	*conn
	secure *tls.Conn
}

// ConnectionState shakes hands first: net/http asks before it reads, and shakes hands by itself only with a bare *tls.Conn.
func (c *tlsConn) ConnectionState() tls.ConnectionState {
	ctx, cancel := context.WithTimeout(context.Background(), handshakeTimeout)
	defer cancel()
	// A handshake that failed fails again at the first read, where net/http sees it.
	_ = c.secure.HandshakeContext(ctx)
	return c.secure.ConnectionState()
}
