package sigv4

import (
	"slices"
	"strings"

	"github.com/cardea-iam/cardea/wire"
)

// target splits a raw request target into path and query. Of the absolute form (RFC 9112, section 3.2.2) it takes what
// follows the authority, which net/http has put into Host.
func target(raw string) (path, query string) {
	if !strings.HasPrefix(raw, "/") {
		if _, rest, ok := strings.Cut(raw, "://"); ok {
			at := strings.IndexAny(rest, "/?")
			if at < 0 {
				return "/", ""
			}
			raw = rest[at:]
		}
	}
	path, query, _ = strings.Cut(raw, "?")
	if path == "" {
		path = "/"
	}
	return path, query
}

// appendPath writes the canonical path: normalised and encoded once more on top of the encoding that it came in. S3 signs
// the path as it is: its keys may hold dots and repeated slashes.
func appendPath(to []byte, path string, s3 bool) []byte {
	if path == "/" {
		return append(to, '/')
	}
	if s3 {
		plain, ok := wire.Unescape(path)
		if !ok {
			plain = path
		}
		return appendEscaped(to, plain, true)
	}
	return appendEscaped(to, normal(path), true)
}

// normal removes dot segments (RFC 3986, section 5.2.4) and empty ones. A slash at the end stays.
func normal(path string) string {
	if !strings.Contains(path, "//") && !strings.Contains(path, "/.") {
		return path
	}
	segments := strings.Split(path, "/")
	kept := segments[:0]
	for _, segment := range segments {
		switch segment {
		case "", ".":
		case "..":
			kept = kept[:max(0, len(kept)-1)]
		default:
			kept = append(kept, segment)
		}
	}
	if len(kept) == 0 {
		return "/"
	}
	end := ""
	if last := path[strings.LastIndexByte(path, '/')+1:]; slices.Contains([]string{"", ".", ".."}, last) {
		end = "/"
	}
	return "/" + strings.Join(kept, "/") + end
}
