package console

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/identity"
)

// language is what the pages are written in. English is what the templates and the errors are in, and the key to every other language.
type language struct {
	Tag, Name string            // as the lang attribute has it, and as its speakers call it
	texts     map[string]string // by the English text; nil: English itself
	date      string            // how a time is written to the minute, for time.Format
	months    *strings.Replacer
}

// english is for whom none of the languages is wanted.
var english = &language{Tag: "en", Name: "English", date: "2 January 2006, 15:04", months: strings.NewReplacer()}

// languages are those that the pages offer.
var languages = []*language{
	english,
	{Tag: "de", Name: "Deutsch", date: "2. January 2006, 15:04", months: germanMonths, texts: german},
}

// spoken are all that the pages are written in.
var spoken = append(slices.Clip(languages), pseudo)

// say is an English text in the language, with its values. One that the language does not have, as those of the APIs, stays as it is.
func (l *language) say(text string, values ...any) string {
	if own, ok := l.texts[text]; ok {
		text = own
	}
	if len(values) == 0 {
		return text
	}
	return fmt.Sprintf(text, values...)
}

// tagOf is the language of a text that stays as it is on pages in another one; empty: it is that of the page.
func (l *language) tagOf(text string) string {
	if _, ok := l.texts[text]; ok || l.texts == nil {
		return ""
	}
	return english.Tag
}

// when is a time in words, to the minute.
func (l *language) when(t time.Time) string { return l.months.Replace(t.Format(l.date + " MST")) }

// exactly is a time in words that tells it from others of the same minute.
func (l *language) exactly(t time.Time) string { return l.months.Replace(t.Format(l.date + ":05")) }

// The language is chosen by a link with this parameter, or in the console, and kept in a cookie that the console's script reads and writes. It is no secret.
const (
	languageParameter = "lang"
	languageCookie    = "cardea-language"
)

// languageOf is the language of the pages for a request: the one that is asked for, or was chosen in this browser, or else the one that the browser prefers.
func languageOf(r *http.Request) *language {
	if asked := asksFor(r); asked != nil {
		return asked
	}
	if kept, err := r.Cookie(languageCookie); err == nil {
		if chosen := languageNamed(kept.Value); chosen != nil {
			return chosen
		}
	}
	for _, tag := range preferred(r.Header.Get("Accept-Language")) {
		if l := languageNamed(tag); l != nil {
			return l
		}
	}
	return english
}

// asksFor is the language that the address of a page asks for; nil: none.
func asksFor(r *http.Request) *language { return languageNamed(r.URL.Query().Get(languageParameter)) }

// languageNamed finds a language by a tag, whatever region it names; nil: there is none.
func languageNamed(tag string) *language {
	primary, _, _ := strings.Cut(tag, "-")
	for _, l := range spoken {
		if strings.EqualFold(l.Tag, primary) {
			return l
		}
	}
	return nil
}

// preferred are the tags that a browser wants, the one it wants most first. RFC 9110 section 12.5.4.
func preferred(header string) []string {
	type want struct {
		tag    string
		weight float64
	}
	var wants []want
	for part := range strings.SplitSeq(header, ",") {
		tag, parameter, _ := strings.Cut(part, ";")
		weight := 1.0
		if text, ok := strings.CutPrefix(strings.TrimSpace(parameter), "q="); ok {
			weight, _ = strconv.ParseFloat(text, 64) // what is no number is not wanted
		}
		if weight > 0 {
			wants = append(wants, want{strings.TrimSpace(tag), weight})
		}
	}
	slices.SortStableFunc(wants, func(a, b want) int { return cmp.Compare(b.weight, a.weight) })
	tags := make([]string, len(wants))
	for i, w := range wants {
		tags[i] = w.tag
	}
	return tags
}

// keepLanguage has the browser remember the language that was asked for.
func (d *Door) keepLanguage(w http.ResponseWriter, r *http.Request) {
	if asked := asksFor(r); asked != nil {
		http.SetCookie(w, &http.Cookie{
			Name: languageCookie, Value: asked.Tag, Path: "/", MaxAge: int(identity.KnownBrowserTime.Seconds()),
			Secure: d.public.Scheme == "https", SameSite: http.SameSiteLaxMode,
		})
	}
}

// translation is a link to a page in another language.
type translation struct {
	*language
	Address string
}

// translations are the links from a page to itself in the other languages. What was sent with a form is not in them.
func translations(r *http.Request, now *language) (links []translation) {
	path, query := r.URL.Path, url.Values{}
	switch {
	case r.Method == http.MethodPost && path == authorizePath:
		return nil // what it asks for was in the form
	case r.Method != http.MethodPost:
		query = r.URL.Query()
	case path == passkeyPath:
		path = mfaPath
	}
	for _, l := range languages {
		if l == now {
			continue
		}
		query.Set(languageParameter, l.Tag)
		links = append(links, translation{l, (&url.URL{Path: path, RawQuery: query.Encode()}).String()})
	}
	return links
}
