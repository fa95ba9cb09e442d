package console

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
)

// dist holds the console. Its index.html says how to build it; what is built lies in dist/app, which is not kept with the sources.
//
//go:embed all:dist
var dist embed.FS

//go:embed static
var static embed.FS

// app is the console's files, compressed once each.
type app struct {
	mu    sync.Mutex // guards files
	files map[string]*file
}

// file is one file as it is sent.
type file struct {
	plain, gzip, brotli []byte // the compressed ones may be missing
	kind, tag           string
}

func openApp() *app { return &app{files: map[string]*file{}} }

// showApp answers a path of the console: one of its files, or the page that finds out by itself what the path means. Nobody sees that page who is not signed in.
func (d *Door) showApp(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/console")
	name = strings.TrimPrefix(name, "/")
	if isAsset(name) {
		if f := d.app.find(dist, "dist/app/"+name); f != nil {
			if strings.HasPrefix(name, "assets/") { // their names change with what is in them
				w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			} else {
				w.Header().Set("Cache-Control", "no-cache")
			}
			f.send(w, r)
			return
		}
		d.fail(w, r, http.StatusNotFound, "There is no such file.")
		return
	}
	if d.signedIn(r) == nil {
		d.mustSignIn(w, r)
		return
	}
	f := d.app.find(dist, "dist/app/index.html")
	if f == nil {
		f = d.app.find(dist, "dist/index.html")
	}
	w.Header().Set("Content-Security-Policy", consolePolicy)
	f.send(w, r)
}

// isAsset reports whether a path names a file and not a page.
func isAsset(name string) bool {
	return strings.HasPrefix(name, "assets/") || name != "index.html" && path.Ext(name) != "" && !strings.Contains(name, "/")
}

// showStatic answers the few files of the pages before the console.
func (d *Door) showStatic(w http.ResponseWriter, r *http.Request) {
	f := d.app.find(static, "static/"+r.PathValue("file"))
	if f == nil {
		d.fail(w, r, http.StatusNotFound, "There is no such file.")
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	f.send(w, r)
}

// find reads a file, and compresses it unless its build has done so. nil: there is none.
func (a *app) find(in embed.FS, name string) *file {
	a.mu.Lock()
	defer a.mu.Unlock()
	if f, ok := a.files[name]; ok {
		return f
	}
	plain, err := fs.ReadFile(in, name)
	if err != nil {
		return nil
	}
	sum := sha256.Sum256(plain)
	f := &file{plain: plain, kind: mime.TypeByExtension(path.Ext(name)), tag: `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`}
	f.brotli, _ = fs.ReadFile(in, name+".br") // there is none unless the build made it
	if f.gzip, err = fs.ReadFile(in, name+".gz"); err != nil {
		f.gzip = compress(plain)
	}
	a.files[name] = f
	return f
}

// compress answers nil where it does not help.
func compress(plain []byte) []byte {
	var small bytes.Buffer
	w := gzip.NewWriter(&small)
	_, err := w.Write(plain)
	if err != nil || w.Close() != nil || small.Len() >= len(plain) {
		return nil
	}
	return small.Bytes()
}

func (f *file) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Vary", "Accept-Encoding")
	h.Set("Etag", f.tag)
	if f.kind != "" {
		h.Set("Content-Type", f.kind)
	}
	if r.Header.Get("If-None-Match") == f.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := f.plain
	switch {
	case f.brotli != nil && accepts(r, "br"):
		h.Set("Content-Encoding", "br")
		body = f.brotli
	case f.gzip != nil && accepts(r, "gzip"):
		h.Set("Content-Encoding", "gzip")
		body = f.gzip
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a browser that went away needs no answer
	}
}

// accepts reports whether a browser takes an encoding. RFC 9110 section 12.5.3.
func accepts(r *http.Request, encoding string) bool {
	for offered := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(offered), ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			weight = strings.ReplaceAll(weight, " ", "")
			return weight != "q=0" && weight != "q=0.0"
		}
	}
	return false
}
