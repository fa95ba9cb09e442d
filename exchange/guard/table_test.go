package guard_test

import (
	"net/http"
	"strings"
	"testing"
)

const last = "Connection: close\r\n\r\n"

func TestWhatParsersReadInOneWayIsServed(t *testing.T) {
	for name, c := range map[string]struct{ request, want string }{
		"get":                 {"GET /a%2Fb?c=%20d HTTP/1.1\r\nHost: x\r\n" + last, "GET /a%2Fb?c=%20d x 0"},
		"form":                {"POST / HTTP/1.1\r\nHost: x:80\r\nContent-Length: 5\r\n" + last + "hello", "POST / x:80 5"},
		"length zero":         {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n" + last, "POST / x 0"},
		"chunks":              {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + last + "5\r\nhello\r\n00A\r\n0123456789\r\n0\r\n\r\n", "POST / x 15"},
		"no chunks":           {"POST / HTTP/1.1\r\nHost: x\r\ntransfer-encoding:\tChunked \r\n" + last + "0\r\n\r\n", "POST / x 0"},
		"lf in a body":        {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n" + last + "\n\r\n\n\r\n", "POST / x 6"},
		"lf in a chunk":       {"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + last + "3\r\n\n\n\n\r\n0\r\n\r\n", "POST / x 3"},
		"absolute":            {"GET http://X/a HTTP/1.1\r\nHost: x\r\n" + last, "GET http://X/a X 0"},
		"absolute with query": {"GET HTTP://x?a HTTP/1.1\r\nHost: x\r\n" + last, "GET HTTP://x?a x 0"},
		"old":                 {"GET / HTTP/1.0\r\nHost: x\r\n\r\n", "GET / x 0"},
		"other underscores":   {"GET / HTTP/1.1\r\nHost: x\r\nX_Other: 1\r\nX-Amz-Date: 1\r\n" + last, "GET / x 0"},
		"empty value":         {"GET / HTTP/1.1\r\nHost: x\r\nA:\r\n" + last, "GET / x 0"},
		"expect":              {"GET / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + last, "GET / x 0"},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t)
			for _, pieces := range [][]string{{c.request}, strings.Split(c.request, ""), {c.request[:len(c.request)/2], c.request[len(c.request)/2:]}} {
				statuses, bodies := s.ask(t, pieces...)
				if len(statuses) != 1 || statuses[0] != http.StatusOK || bodies[0] != c.want {
					t.Errorf("in %d pieces: %v %q, want 200 %q", len(pieces), statuses, bodies, c.want)
				}
			}
			if _, refused := s.state(); len(refused) > 0 {
				t.Errorf("refused: %q", refused)
			}
		})
	}
}

func TestWhatParsersDisagreeAboutIsRefused(t *testing.T) {
	const get = "GET / HTTP/1.1\r\nHost: x\r\n"
	const post = "POST / HTTP/1.1\r\nHost: x\r\n"
	for name, c := range map[string]struct{ request, why string }{
		"length and chunks":                {post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "content length and transfer encoding"},
		"chunks and length":                {post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", "content length and transfer encoding"},
		"other coding and length":          {post + "Transfer-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello", "content length and transfer encoding"},
		"two equal lengths":                {post + "Content-Length: 5\r\ncontent-length: 5\r\n\r\nhello", "content length"},
		"two different lengths":            {post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "content length"},
		"a list of lengths":                {post + "Content-Length: 5, 5\r\n\r\nhello", "content length"},
		"a signed length":                  {post + "Content-Length: +5\r\n\r\nhello", "content length"},
		"a negative length":                {post + "Content-Length: -1\r\n\r\n", "content length"},
		"a hexadecimal length":             {post + "Content-Length: 0x5\r\n\r\nhello", "content length"},
		"an empty length":                  {post + "Content-Length:\r\n\r\n", "content length"},
		"an endless length":                {post + "Content-Length: 18446744073709551621\r\n\r\nhello", "content length"},
		"two codings":                      {post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "more than one transfer encoding, or one in HTTP/1.0"},
		"two codings, one unknown":         {post + "Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "more than one transfer encoding, or one in HTTP/1.0"},
		"chunks in HTTP/1.0":               {"POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "more than one transfer encoding, or one in HTTP/1.0"},
		"folded with a blank":              {get + "A: b\r\n c\r\n\r\n", "folded header line"},
		"folded with a tab":                {get + "A: b\r\n\tc\r\n\r\n", "folded header line"},
		"folded first":                     {"GET / HTTP/1.1\r\n Host: x\r\n\r\n", "folded header line"},
		"bare LF after the start":          {"GET / HTTP/1.1\nHost: x\r\n\r\n", "line without CR"},
		"bare LF after a header":           {"GET / HTTP/1.1\r\nHost: x\n\r\n", "line without CR"},
		"bare LF at the end":               {get + "\n", "line without CR"},
		"bare LF everywhere":               {"GET / HTTP/1.1\nHost: x\n\n", "line without CR"},
		"bare CR in a value":               {get + "A: b\rc\r\n\r\n", "CR inside of a line"},
		"CR CR LF":                         {get + "A: b\r\r\n\r\n", "CR inside of a line"},
		"CR CR LF at the end":              {get + "\r\r\n", "CR inside of a line"},
		"authority differs":                {"GET http://evil/a HTTP/1.1\r\nHost: x\r\n\r\n", "host differs from the request target"},
		"authority has a port":             {"GET http://x:81/a HTTP/1.1\r\nHost: x\r\n\r\n", "host differs from the request target"},
		"authority has a user":             {"GET http://u@x/a HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"authority is empty":               {"GET http:///a HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"another scheme":                   {"GET ftp://x/a HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"old without host":                 {"GET / HTTP/1.0\r\n\r\n", "no host"},
		"without host":                     {"GET / HTTP/1.1\r\nA: b\r\n\r\n", "no host"},
		"empty host":                       {"GET / HTTP/1.1\r\nHost: \r\n\r\n", "no host"},
		"two hosts":                        {get + "Host: y\r\n\r\n", "more than one host"},
		"two equal hosts":                  {get + "host: x\r\n\r\n", "more than one host"},
		"fragment":                         {"GET /#a HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"semicolon in the query":           {"GET /?a;b=1 HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"semicolon in the path":            {"GET /a;b HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"target in UTF-8":                  {"GET /é HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"target with a NUL":                {"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"target with a tab":                {"GET /\ta HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"no target":                        {"GET  HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"relative target":                  {"GET a HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"asterisk":                         {"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "request target"},
		"connect":                          {"CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n", "method"},
		"lower-case method":                {"get / HTTP/1.1\r\nHost: x\r\n\r\n", "method"},
		"mixed method":                     {"Get / HTTP/1.1\r\nHost: x\r\n\r\n", "method"},
		"no method":                        {" / HTTP/1.1\r\nHost: x\r\n\r\n", "method"},
		"a blank more":                     {"GET / a HTTP/1.1\r\nHost: x\r\n\r\n", "version"},
		"no version":                       {"GET /\r\nHost: x\r\n\r\n", "malformed request line"},
		"HTTP/0.9":                         {"GET / HTTP/0.9\r\nHost: x\r\n\r\n", "version"},
		"HTTP/1.2":                         {"GET / HTTP/1.2\r\nHost: x\r\n\r\n", "version"},
		"HTTP/2":                           {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "version"},
		"version in lower case":            {"GET / http/1.1\r\nHost: x\r\n\r\n", "version"},
		"blank after the version":          {"GET / HTTP/1.1 \r\nHost: x\r\n\r\n", "version"},
		"blank line before":                {"\r\n" + get + "\r\n", "malformed request line"},
		"look-alike":                       {get + "X_Amz_Date: 1\r\n\r\n", "header that looks like x-amz-*"},
		"look-alike in part":               {get + "x-amz_date: 1\r\nX-AMZ_DATE: 2\r\n\r\n", ""},
		"look-alike of another name":       {get + "x_AMZ-Security-Token: 1\r\n\r\n", "header that looks like x-amz-*"},
		"blank before the colon":           {get + "A : b\r\n\r\n", "malformed header name"},
		"no colon":                         {get + "A\r\n\r\n", "malformed header name"},
		"no name":                          {get + ": b\r\n\r\n", "malformed header name"},
		"a name in UTF-8":                  {get + "é: b\r\n\r\n", "malformed header name"},
		"a NUL in a name":                  {get + "A\x00: b\r\n\r\n", "malformed header name"},
		"the trailer is announced":         {post + "Trailer: A\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n\r\n", "trailer"},
		"101 fields":                       {get + strings.Repeat("A: b\r\n", 100) + "\r\n", "too many headers"},
		"a field of 64 KiB":                {get + "A: " + strings.Repeat("b", 64<<10) + "\r\n\r\n", "head or line too long"},
		"fields of 64 KiB":                 {get + strings.Repeat("A: "+strings.Repeat("b", 8<<10)+"\r\n", 8) + "\r\n", "head or line too long"},
		"a start line of 64 KiB":           {"GET /" + strings.Repeat("b", 64<<10) + " HTTP/1.1\r\nHost: x\r\n\r\n", "head or line too long"},
		"something that is no HTTP":        {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n", "line without CR"},
		"a NUL, and a request behind":      {"\x00\r\n" + get + "\r\n", "malformed request line"},
		"unknown coding after white space": {post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", "malformed header name"},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t)
			pieces := [][]string{{c.request}, {c.request[:len(c.request)/2], c.request[len(c.request)/2:]}}
			if len(c.request) < 1000 {
				pieces = append(pieces, strings.Split(c.request, ""))
			}
			for _, p := range pieces {
				statuses, _ := s.ask(t, p...)
				if len(statuses) != 1 || statuses[0] != http.StatusBadRequest {
					t.Errorf("in %d pieces: answered %v, want one 400", len(p), statuses)
				}
			}
			served, refused := s.state()
			if len(served) > 0 {
				t.Errorf("a handler saw %q", served)
			}
			if len(refused) != len(pieces) || c.why != "" && refused[0] != c.why {
				t.Errorf("refused because of %q, want %q", refused, c.why)
			}
		})
	}
}

func TestBodiesInDoubtfulChunksAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ chunks, why string }{
		"trailer":             {"5\r\nhello\r\n0\r\nX-Amz-Date: 1\r\n\r\n", "trailer"},
		"bare LF after size":  {"5\nhello\r\n0\r\n\r\n", "line without CR"},
		"bare LF after data":  {"5\r\nhello\n0\r\n\r\n", "line without CR"},
		"bare LF at the end":  {"5\r\nhello\r\n0\r\n\n", "line without CR"},
		"bare LF after zero":  {"5\r\nhello\r\n0\n\r\n", "line without CR"},
		"extension":           {"5;a=b\r\nhello\r\n0\r\n\r\n", "malformed chunk"},
		"blank after size":    {"5 \r\nhello\r\n0\r\n\r\n", "malformed chunk"},
		"data too long":       {"5\r\nhello!\r\n0\r\n\r\n", "malformed chunk"},
		"no size":             {"\r\nhello\r\n0\r\n\r\n", "malformed chunk"},
		"signed size":         {"+5\r\nhello\r\n0\r\n\r\n", "malformed chunk"},
		"prefixed size":       {"0x5\r\nhello\r\n0\r\n\r\n", "malformed chunk"},
		"endless size":        {"10000000000000005\r\nhello\r\n0\r\n\r\n", "malformed chunk"},
		"endless line":        {strings.Repeat("0", 100) + "5\r\nhello\r\n0\r\n\r\n", "malformed chunk"},
		"request for trailer": {"0\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", "trailer"},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t)
			request := "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + c.chunks
			for _, pieces := range [][]string{{request}, strings.Split(request, "")} {
				if statuses, _ := s.ask(t, pieces...); len(statuses) != 1 || statuses[0] != http.StatusBadRequest {
					t.Errorf("in %d pieces: answered %v, want one 400", len(pieces), statuses)
				}
			}
			served, refused := s.state()
			// Byte by byte, net/http may be the first to refuse.
			if len(served) > 0 || len(refused) == 0 || refused[0] != c.why {
				t.Errorf("served %q, refused because of %q, want %q", served, refused, c.why)
			}
		})
	}
}

func TestAnUnknownCodingIsNotImplementedAndEndsTheConnection(t *testing.T) {
	s := serve(t)
	for _, coding := range []string{"gzip", "gzip, chunked", "identity", "xchunked", "\"chunked\"", "chunked;q=1", ""} {
		request := "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + coding + "\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
		if statuses, _ := s.ask(t, request); len(statuses) != 1 || statuses[0] != http.StatusNotImplemented {
			t.Errorf("%s: answered %v, want one 501", coding, statuses)
		}
	}
	if served, _ := s.state(); len(served) > 0 {
		t.Errorf("a handler saw %q", served)
	}
}
