package console

import "net/http"

// What pages may load: nothing from elsewhere, nothing inline. The console's widgets carry fonts and pictures in their style sheets.
const (
	signInPolicy  = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
	consolePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

// misdirectedPolicy is that of the page for a host that is none of ours: the public host has its style.
func misdirectedPolicy(public string) string {
	return "default-src 'none'; style-src " + public + "; img-src " + public + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

// protect sets what every answer carries. Referrer-Policy is not no-referrer: that turns the Origin of a form into null.
func protect(h http.Header, secure bool) {
	h.Set("Content-Security-Policy", signInPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if secure {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}
