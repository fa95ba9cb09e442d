package endpoint

import (
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/wire"
)

// write sends the answer.
func (x *exchange) write(w http.ResponseWriter, reply wire.Reply) {
	h := w.Header()
	h.Set("Content-Type", reply.ContentType)
	h.Set("Content-Length", strconv.Itoa(len(reply.Body)))
	h.Set("X-Amzn-Requestid", x.facts.RequestID)
	if x.target.protocol == wire.S3XML {
		h.Set("X-Amz-Request-Id", x.facts.RequestID)
	}
	if reply.ErrorType != "" {
		h.Set("X-Amzn-Errortype", reply.ErrorType)
	}
	w.WriteHeader(reply.Status)
	_, _ = w.Write(reply.Body) // a client that went away needs no answer
}

// log writes the one event of a request. Nothing in it is secret: no parameters, no query string, no headers but the user agent.
func (x *exchange) log(reply wire.Reply, took time.Duration) {
	event := []any{
		"request", x.facts.RequestID, "service", x.target.prefix, "action", x.action, "status", reply.Status,
		"source", x.facts.SourceIP.String(), "agent", x.facts.UserAgent, "took", took.Round(time.Microsecond),
		"received", len(x.body), "sent", len(reply.Body),
	}
	if x.signed != nil {
		event = append(event, "key", shorten(x.signed.AccessKeyID), "region", x.signed.Region)
	}
	level := slog.LevelInfo
	if x.fault != nil {
		event = append(event, "code", x.fault.Code)
		if x.fault.Status >= fault.Failure {
			level = slog.LevelError
			event = append(event, "detail", x.fault.Detail)
		}
	}
	x.door.host.Log.Log(x.r.Context(), level, "request", event...)
}
