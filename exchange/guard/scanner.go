package guard

import "bytes"

const (
	maxHead      = 64 << 10
	maxFields    = 100
	maxChunkLine = 32
)

// state is what the scanner expects next.
type state uint8

const (
	requestLine state = iota
	headerLine
	body
	chunkSize
	chunkData
	chunkEnd
	lastChunk
	ended
)

// scanner follows the messages of one connection. It keeps no more than the line that is not yet complete.
type scanner struct {
	state  state
	line   []byte // the beginning of a line whose end has not come yet
	remain int64  // of the body or the chunk
	size   int    // of the head so far
	head   head
}

// pass reads on and answers how many of the bytes may be passed on: all of them, or those before the line that is
// refused, with the reason. After a reason it must not be called again.
func (s *scanner) pass(p []byte) (int, string) {
	for at := 0; at < len(p); {
		if s.state == body || s.state == chunkData {
			at += s.skip(len(p) - at)
			continue
		}
		if s.state == ended {
			return at, whyCoding
		}
		length := bytes.IndexByte(p[at:], '\n')
		if length < 0 {
			if why := s.keep(p[at:]); why != "" {
				return s.refuse(at, why)
			}
			return len(p), ""
		}
		line := p[at : at+length]
		if len(s.line) > 0 {
			s.line = append(s.line, line...)
			line = s.line
		}
		if why := s.next(line); why != "" {
			return s.refuse(at, why)
		}
		s.forget()
		at += length + 1
	}
	return len(p), ""
}

func (s *scanner) refuse(at int, why string) (int, string) {
	s.state = ended
	return at, why
}

// keep remembers the beginning of a line.
func (s *scanner) keep(part []byte) string {
	limit := maxHead - s.size
	if s.state >= chunkSize {
		limit = maxChunkLine
	}
	if len(s.line)+len(part) > limit {
		return whyLong
	}
	s.line = append(s.line, part...)
	return ""
}

// forget empties the beginning of the line, and gives back a long one.
func (s *scanner) forget() {
	const usual = 4096
	if cap(s.line) > usual {
		s.line = nil
	}
	s.line = s.line[:0]
}

// skip passes over at most n bytes of a body.
func (s *scanner) skip(n int) int {
	if int64(n) < s.remain {
		s.remain -= int64(n)
		return n
	}
	n, s.remain = int(s.remain), 0
	if s.state == chunkData {
		s.state = chunkEnd
	} else {
		s.state = requestLine
	}
	return n
}

// next takes a line without its LF.
func (s *scanner) next(line []byte) string {
	end := len(line) - 1
	if end < 0 || line[end] != '\r' {
		return whyBareLF
	}
	line = line[:end]
	if bytes.IndexByte(line, '\r') >= 0 {
		return whyBareCR
	}
	switch s.state {
	case requestLine:
		s.size = len(line)
		s.head = head{authority: s.head.authority[:0]}
		s.state = headerLine
		if s.size > maxHead {
			return whyLong
		}
		return s.head.start(line)
	case headerLine:
		s.size += len(line)
		switch {
		case s.size > maxHead:
			return whyLong
		case end > 0:
			return s.head.field(line)
		}
		return s.endHead()
	case chunkSize:
		return s.startChunk(line)
	case chunkEnd:
		s.state = chunkSize
		if end > 0 {
			return whyChunk
		}
	case lastChunk:
		s.state = requestLine
		if end > 0 {
			return whyTrailer
		}
	}
	return ""
}

// endHead finds out what follows the head. Source: RFC 9112, section 6.3.
func (s *scanner) endHead() string {
	h := &s.head
	s.size = 0
	switch {
	case !h.hasHost:
		return whyNoHost
	case h.hasCoding && h.hasLength:
		return whyBoth
	case h.hasCoding && !h.chunked:
		s.state = ended
	case h.chunked:
		s.state = chunkSize
	case h.length > 0:
		s.state, s.remain = body, h.length
	default:
		s.state = requestLine
	}
	return ""
}

// startChunk reads the size of a chunk, in hexadecimal digits and nothing else.
func (s *scanner) startChunk(line []byte) string {
	const maxDigits = 15
	if len(line) == 0 || len(line) > maxDigits {
		return whyChunk
	}
	size := int64(0)
	for _, c := range line {
		switch {
		case '0' <= c && c <= '9':
			size = size<<4 | int64(c-'0')
		case 'a' <= c && c <= 'f':
			size = size<<4 | int64(c-'a'+10)
		case 'A' <= c && c <= 'F':
			size = size<<4 | int64(c-'A'+10)
		default:
			return whyChunk
		}
	}
	s.state, s.remain = chunkData, size
	if size == 0 {
		s.state = lastChunk
	}
	return ""
}
