package exchange

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
	level := slog.LevelInfo
	if x.fault != nil && x.fault.Status >= fault.Failure {
		level = slog.LevelError
	}
	ctx := x.r.Context()
	if !x.desk.host.Log.Enabled(ctx, level) {
		return
	}
	var space [14]slog.Attr
	event := append(space[:0],
		slog.String("request", x.facts.RequestID), slog.String("service", x.target.prefix), slog.String("action", x.action), slog.Int("status", reply.Status),
		slog.String("source", x.facts.SourceIP.String()), slog.String("agent", x.facts.UserAgent), slog.Duration("took", took.Round(time.Microsecond)),
		slog.Int("received", len(x.body)), slog.Int("sent", len(reply.Body)))
	if x.proof != nil {
		event = append(event, slog.String("key", shorten(x.proof.KeyID)), slog.String("region", x.proof.Region))
	}
	if x.fault != nil {
		event = append(event, slog.String("code", x.fault.Code))
		if level == slog.LevelError {
			event = append(event, slog.Any("detail", x.fault.Detail))
		}
	}
	// Made by hand, since looking for the line of the program that logs would cost more than the rest.
	record := slog.NewRecord(x.facts.Now, level, "request", 0)
	record.AddAttrs(event...)
	_ = x.desk.host.Log.Handler().Handle(ctx, record) // what cannot be logged is not served worse for it
}
