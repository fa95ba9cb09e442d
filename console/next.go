package console

import (
	"net/url"
	"path"
	"strings"
)

// home is where a person goes who wants to go nowhere in particular.
const home = "/console/"

// nextOf is where a person may be led after signing in: a path of the console, of the page that switches roles, or of the one that lets a program in, on this very host. Everything else is home.
func nextOf(text string) string {
	const most = 1024
	if len(text) > most || strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r == '\\' || r > '~' }) {
		return home
	}
	parsed, err := url.Parse(text)
	if err != nil || parsed.IsAbs() || parsed.Host != "" || parsed.User != nil || parsed.Opaque != "" || strings.Contains(parsed.Path, `\`) {
		return home
	}
	clean := path.Clean(parsed.Path)
	if clean != parsed.Path && clean+"/" != parsed.Path {
		return home
	}
	if !under(clean, "/console") && !under(clean, switchPath) && clean != authorizePath || under(clean, "/console/api") {
		return home
	}
	return (&url.URL{Path: parsed.Path, RawPath: parsed.RawPath, RawQuery: parsed.RawQuery}).String() // escaped as it came: pages have ARNs in their addresses
}

func under(clean, prefix string) bool { return clean == prefix || strings.HasPrefix(clean, prefix+"/") }
