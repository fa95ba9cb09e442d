package console

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

//go:embed pages/*.html
var pageFiles embed.FS

// pages are the templates of a language by the names of their files, each within the frame.
type pages map[string]*template.Template

// parsePages reads the pages once for each language.
func parsePages() map[*language]pages {
	parsed := map[*language]pages{}
	for _, l := range spoken {
		parsed[l] = parsePagesIn(l)
	}
	return parsed
}

func parsePagesIn(l *language) pages {
	frame := template.Must(template.New("frame.html").Funcs(template.FuncMap{"t": l.say, "tagOf": l.tagOf, "when": l.when, "exactly": l.exactly, "breakable": breakable}).ParseFS(pageFiles, "pages/frame.html"))
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

var (
	arns       = regexp.MustCompile(`\barn:\S+`)
	separators = regexp.MustCompile(`[:/]+\b`)
)

// breakable is a text whose ARNs are broken after a separator rather than within a word when they have to be.
func breakable(text string) template.HTML {
	return template.HTML(arns.ReplaceAllStringFunc(template.HTMLEscapeString(text), func(arn string) string { //nolint:gosec // it is escaped
		return separators.ReplaceAllString(arn, "$0<wbr>")
	}))
}

// frame is what every page has.
type frame struct {
	Origin string // where the page's style is; empty: where the page is
	Title  string
	Error  string // what went wrong; empty: nothing
	Reason string // more about that
	Notice string // what went well
	Script string // the page's script; empty: none
}

// view is a page with what stands around it.
type view struct {
	Language     *language
	Translations []translation
	Page         any
}

// failPage is the name of the page that only says what went wrong.
const failPage = "fail"

// show answers with a page, in the language of the browser. Its texts are given in English.
func (d *Door) show(w http.ResponseWriter, r *http.Request, status int, name string, data any) {
	v := view{Language: languageOf(r), Page: data}
	if name != failPage { // which may be the answer to anything
		v.Translations = translations(r, v.Language)
	}
	var page bytes.Buffer
	if err := d.pages[v.Language][name].ExecuteTemplate(&page, "frame", v); err != nil {
		panic(fmt.Errorf("page %s: %w", name, err)) // template and data are the program's own
	}
	d.keepLanguage(w, r)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(page.Len()))
	w.WriteHeader(status)
	_, _ = w.Write(page.Bytes()) // a browser that went away needs no answer
}

// fail answers with a page that says what went wrong.
func (d *Door) fail(w http.ResponseWriter, r *http.Request, status int, text string) {
	d.show(w, r, status, failPage, struct{ frame }{frame{Title: "Cannot do this", Error: text}})
}

// misdirect answers 421 for a host that is none of ours. The page takes nothing from there: its style and its link are the public host's.
func (d *Door) misdirect(w http.ResponseWriter, r *http.Request) {
	public := d.public.String()
	w.Header().Set("Content-Security-Policy", misdirectedPolicy(public))
	d.show(w, r, http.StatusMisdirectedRequest, failPage, struct{ frame }{frame{
		Origin: strings.TrimSuffix(public, "/"), Title: "Cannot do this", Error: "This server is not known by that name. Go to its own address.",
	}})
}

// showMissing answers for a path that leads nowhere.
func (d *Door) showMissing(w http.ResponseWriter, r *http.Request) {
	d.fail(w, r, http.StatusNotFound, "There is no such page.")
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
		d.fail(w, r, http.StatusBadRequest, "The form could not be read.")
		return false
	}
	return true
}
