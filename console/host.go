package console

import (
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// rightHost reports whether a request is for the public host. A person who came by a number or by an account's own name is led there; every other name is
// answered 421, so that a name that an attacker has pointed here is of no use.
func (d *Door) rightHost(w http.ResponseWriter, r *http.Request) bool {
	host := strings.ToLower(r.Host)
	if host == d.public.Host {
		return true
	}
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	switch account := d.accountOf(host); {
	case reads && account != "":
		target := d.public.JoinPath("signin", account)
		if next := nextOf(r.URL.RequestURI()); next != home {
			target.RawQuery = url.Values{"return": {next}}.Encode()
		}
		http.Redirect(w, r, target.String(), http.StatusFound)
	case reads && d.isLoopbackOf(host):
		target := *d.public
		target.Path, target.RawPath, target.RawQuery = r.URL.Path, r.URL.RawPath, r.URL.RawQuery
		http.Redirect(w, r, target.String(), http.StatusFound)
	default:
		d.misdirect(w, r)
	}
	return false
}

var accountName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{2,62}$`)

// accountOf is the number or alias in a host such as 123456789012.signin.localhost:4567; empty: it is none.
func (d *Door) accountOf(host string) string {
	account, ok := strings.CutSuffix(host, ".signin."+d.public.Host)
	if !ok || !accountName.MatchString(account) {
		return ""
	}
	return account
}

// isLoopbackOf reports whether a host is the number behind the public host localhost.
func (d *Door) isLoopbackOf(host string) bool {
	if d.public.Hostname() != "localhost" {
		return false
	}
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.Trim(host, "[]"), ""
	}
	address := net.ParseIP(name)
	return address != nil && address.IsLoopback() && port == d.public.Port()
}
