package console

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"
)

//go:embed pages/*.html
var pageFiles embed.FS

// pages are the templates by the names of their files, each within the frame.
type pages map[string]*template.Template

func parsePages() pages {
	frame := template.Must(template.ParseFS(pageFiles, "pages/frame.html"))
	entries, err := pageFiles.ReadDir("pages")
	if err != nil {
		panic(fmt.Errorf("read the embedded pages: %w", err)) // they are part of the program
	}
	parsed := pages{}
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), ".html")
		if name == "frame" {
			continue
		}
		parsed[name] = template.Must(template.Must(frame.Clone()).ParseFS(pageFiles, "pages/"+entry.Name()))
	}
	return parsed
}

// frame is what every page has.
type frame struct {
	Title  string
	Error  string // what went wrong; empty: nothing
	Notice string // what went well
	Script string // the page's script; empty: none
}

// show answers with a page.
func (d *Door) show(w http.ResponseWriter, status int, name string, data any) {
	var page bytes.Buffer
	if err := d.pages[name].ExecuteTemplate(&page, "frame", data); err != nil {
		panic(fmt.Errorf("page %s: %w", name, err)) // template and data are the program's own
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(page.Len()))
	w.WriteHeader(status)
	_, _ = w.Write(page.Bytes()) // a browser that went away needs no answer
}

// fail answers with a page that says what went wrong.
func (d *Door) fail(w http.ResponseWriter, status int, text string) {
	d.show(w, status, "fail", struct{ frame }{frame{Title: "Cannot do this", Error: text}})
}

// showMissing answers for a path that leads nowhere.
func (d *Door) showMissing(w http.ResponseWriter, _ *http.Request) {
	d.fail(w, http.StatusNotFound, "There is no such page.")
}

// statusOf is the status of a page that says no.
func statusOf(err error) int {
	if err == nil {
		return http.StatusOK
	}
	if codeOf(err) == "ServiceUnavailable" {
		return http.StatusServiceUnavailable
	}
	return http.StatusForbidden
}

// form reads the fields of a form that was sent, and reports whether it could: a page has said no otherwise.
func (d *Door) form(w http.ResponseWriter, r *http.Request) bool {
	const most = 64 << 10
	r.Body = http.MaxBytesReader(w, r.Body, most)
	if err := r.ParseForm(); err != nil {
		d.fail(w, http.StatusBadRequest, "The form could not be read.")
		return false
	}
	return true
}
