package endpoint

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"time"
)

// Controls are what --allow-reset and --test-clock open, on a loopback listener only.
type Controls struct {
	// Reset empties the account and answers the administrator's access key. account is the number of the new account; empty: the same.
	Reset func(ctx context.Context, account string) (keyID, secret string, err error)
	// Advance moves the clock on and answers what it shows then.
	Advance func(by time.Duration) (time.Time, error)
}

// serveOwn answers the few paths that are the server's own, and reports whether this was one.
func (d *Door) serveOwn(w http.ResponseWriter, r *http.Request) bool {
	switch path := r.URL.Path; {
	case path == "/healthz" && reads(r):
		tell(w, http.StatusOK, health{Status: "ok", Enforcement: "on"})
	case path == "/readyz" && reads(r):
		d.ready(w, r)
	case path == "/_cardea/reset" && d.controls.Reset != nil:
		d.control(w, r, d.reset)
	case path == "/_cardea/clock" && d.controls.Advance != nil:
		d.control(w, r, d.advance)
	default:
		return false
	}
	return true
}

// reads reports whether a request is a plain look: one that is signed is meant for a service.
func reads(r *http.Request) bool {
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) && r.Header.Get("Authorization") == "" && r.URL.RawQuery == ""
}

type health struct {
	Status      string `json:"status"`
	Enforcement string `json:"enforcement"` // always on: there is no switch
	Reason      string `json:"reason,omitempty"`
}

// ready says whether changes can be made: the journal takes them and the audit log can be written.
func (d *Door) ready(w http.ResponseWriter, r *http.Request) {
	ctx, stop := context.WithTimeout(r.Context(), 2*time.Second)
	defer stop()
	if err := d.host.Store.Ready(ctx); err != nil {
		d.host.Log.Error("not ready", "error", err)
		tell(w, http.StatusServiceUnavailable, health{Status: "unavailable", Enforcement: "on", Reason: "changes cannot be stored now: the log says why"})
		return
	}
	tell(w, http.StatusOK, health{Status: "ok", Enforcement: "on"})
}

// control runs a control for a client that is no web page.
func (d *Door) control(w http.ResponseWriter, r *http.Request, run func(context.Context, []byte) (any, error)) {
	if r.Header["Origin"] != nil || r.Header["Sec-Fetch-Site"] != nil {
		tell(w, http.StatusForbidden, refusal{"No web page may call this."})
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		tell(w, http.StatusMethodNotAllowed, refusal{"Use POST."})
		return
	}
	const most = 4096
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	if err != nil {
		tell(w, http.StatusBadRequest, refusal{"The body cannot be read."})
		return
	}
	answer, err := run(r.Context(), body)
	if err != nil {
		tell(w, http.StatusBadRequest, refusal{err.Error()})
		return
	}
	tell(w, http.StatusOK, answer)
}

type refusal struct {
	Error string `json:"error"`
}

func tell(w http.ResponseWriter, status int, what any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(what) // a client that went away needs no answer
}
