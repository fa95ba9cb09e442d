package guard

import "bytes"

// Why a connection is refused.
const (
	whyBareLF   = "line without CR"
	whyBareCR   = "CR inside of a line"
	whyLong     = "head or line too long"
	whyStart    = "malformed request line"
	whyMethod   = "method"
	whyTarget   = "request target"
	whyVersion  = "version"
	whyFolded   = "folded header line"
	whyField    = "malformed header name"
	whyFields   = "too many headers"
	whyLookLike = "header that looks like x-amz-*"
	whyNoHost   = "no host"
	whyHosts    = "more than one host"
	whyHost     = "host differs from the request target"
	whyLength   = "content length"
	whyBoth     = "content length and transfer encoding"
	whyCoding   = "transfer encoding"
	whyCodings  = "more than one transfer encoding, or one in HTTP/1.0"
	whyTrailer  = "trailer"
	whyChunk    = "malformed chunk"
)

// head is what matters of a head.
type head struct {
	authority []byte // of an absolute target
	absolute  bool
	old       bool // HTTP/1.0
	hasHost   bool
	hasLength bool
	hasCoding bool
	chunked   bool
	length    int64
	fields    int
}

// start reads a request line: three parts, one blank between each. Source: RFC 9112, section 3.
func (h *head) start(line []byte) string {
	method, rest, ok := bytes.Cut(line, []byte{' '})
	if !ok {
		return whyStart
	}
	target, version, ok := bytes.Cut(rest, []byte{' '})
	switch {
	case !ok:
		return whyStart
	case !isMethod(method):
		return whyMethod
	case string(version) != "HTTP/1.1" && string(version) != "HTTP/1.0":
		return whyVersion
	}
	h.old = version[len(version)-1] == '0'
	return h.target(target)
}

func isMethod(method []byte) bool {
	for _, c := range method {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return len(method) > 0 && string(method) != "CONNECT"
}

// target takes the origin form, and the absolute form of http and https.
func (h *head) target(target []byte) string {
	for _, c := range target {
		if c <= ' ' || c > '~' || c == '#' || c == ';' {
			return whyTarget
		}
	}
	if len(target) > 0 && target[0] == '/' {
		return ""
	}
	scheme, rest, ok := bytes.Cut(target, []byte("://"))
	if !ok || !bytes.EqualFold(scheme, []byte("http")) && !bytes.EqualFold(scheme, []byte("https")) {
		return whyTarget
	}
	if end := bytes.IndexAny(rest, "/?"); end >= 0 {
		rest = rest[:end]
	}
	if len(rest) == 0 || bytes.IndexByte(rest, '@') >= 0 {
		return whyTarget
	}
	h.absolute, h.authority = true, append(h.authority, rest...)
	return ""
}

// Classes of the characters of a header name. Source: RFC 9110, section 5.6.2.
const (
	tokenChar  = 1
	underscore = 2
)

var nameChars = func() (class [256]byte) {
	for _, c := range "!#$%&'*+-.^`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" {
		class[c] = tokenChar
	}
	class['_'] = underscore
	return class
}()

// field reads a header line.
func (h *head) field(line []byte) string {
	if h.fields++; h.fields > maxFields {
		return whyFields
	}
	if line[0] == ' ' || line[0] == '\t' {
		return whyFolded
	}
	colon, similar := 0, false
	for colon < len(line) && nameChars[line[colon]] != 0 {
		similar = similar || line[colon] == '_'
		colon++
	}
	if colon == 0 || colon == len(line) || line[colon] != ':' {
		return whyField
	}
	name := line[:colon]
	if similar && looksLikeAmazon(name) {
		return whyLookLike
	}
	switch len(name) {
	case len("Host"):
		if bytes.EqualFold(name, []byte("Host")) {
			return h.host(value(line, colon))
		}
	case len("Trailer"):
		if bytes.EqualFold(name, []byte("Trailer")) {
			return whyTrailer
		}
	case len("Content-Length"):
		if bytes.EqualFold(name, []byte("Content-Length")) {
			return h.contentLength(value(line, colon))
		}
	case len("Transfer-Encoding"):
		if bytes.EqualFold(name, []byte("Transfer-Encoding")) {
			return h.transferEncoding(value(line, colon))
		}
	}
	return ""
}

func value(line []byte, colon int) []byte { return bytes.Trim(line[colon+1:], " \t") }

func looksLikeAmazon(name []byte) bool {
	const prefix = "x-amz-"
	if len(name) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		c := name[i] | ' ' // the lower case of a letter
		if name[i] == '_' {
			c = '-'
		}
		if c != prefix[i] {
			return false
		}
	}
	return true
}

func (h *head) host(value []byte) string {
	switch {
	case h.hasHost:
		return whyHosts
	case len(value) == 0:
		return whyNoHost
	case h.absolute && !bytes.EqualFold(value, h.authority):
		return whyHost
	}
	h.hasHost = true
	return ""
}

func (h *head) contentLength(value []byte) string {
	const maxDigits = 18
	if h.hasLength || len(value) == 0 || len(value) > maxDigits {
		return whyLength
	}
	h.hasLength = true
	for _, c := range value {
		if c < '0' || c > '9' {
			return whyLength
		}
		h.length = h.length*10 + int64(c-'0')
	}
	return ""
}

func (h *head) transferEncoding(value []byte) string {
	if h.hasCoding || h.old {
		return whyCodings
	}
	h.hasCoding = true
	h.chunked = bytes.EqualFold(value, []byte("chunked"))
	return ""
}
