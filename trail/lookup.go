package trail

import (
	"context"
	"encoding/base64"
	"fmt"
	"strconv"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/cloudtrail"
	"github.com/cardea-iam/cardea/service"
)

var lookupOperations = []service.Operation{
	service.Op("LookupEvents", service.Read, asksLookup, showFound, service.Prepare(lookup)),
}

const (
	// mostEvents is how many events a page has at most.
	mostEvents = 50
	// mostRead is how many bytes of records are searched for one page: a page of what is rare may be short, and tell how to go on.
	mostRead = 64 << 20
	// disorder is more than the times of two lines can be out of order: what waited for a disk is written late.
	disorder = time.Hour
)

func asksLookup(*service.Call, *api.LookupEventsInput) ([]access.Ask, error) {
	return []access.Ask{{Action: "cloudtrail:LookupEvents", Resource: "*"}}, nil
}

// lookup reads the log backwards: the newest events first. It is done before the transaction, which no disk may hold up.
// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
func lookup(ctx context.Context, c *service.Call, in *api.LookupEventsInput) (*api.LookupEventsOutput, error) {
	before, err := check(in)
	if err != nil {
		return nil, err
	}
	limit := mostEvents
	if in.MaxResults != nil {
		limit = int(*in.MaxResults)
	}
	out := &api.LookupEventsOutput{Events: []api.Event{}}
	if in.EventCategory != nil { // insights, of which there are none
		return out, nil
	}
	_ = c.Audit.Append(nil, true) // has the log write what waits; what cannot be written is not found yet
	searched, last := 0, before
	for line, err := range c.Audit.Newest(before) {
		if err != nil {
			return nil, fmt.Errorf("look up events: %w", err)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(out.Events) == limit || searched > mostRead {
			out.NextToken = new(token(last))
			return out, nil
		}
		searched, last = searched+len(line.Event), line.Seq
		e := read(line)
		switch {
		case e == nil:
		case in.StartTime != nil && e.EventTime.Before(in.StartTime.Add(-disorder)):
			return out, nil
		case e.fits(c.Account(), in):
			out.Events = append(out.Events, e.show())
		}
	}
	return out, nil
}

// fits reports whether an event is one of those that are looked for, of the caller's own account.
func (e *event) fits(account string, in *api.LookupEventsInput) bool {
	switch {
	case e.RecipientAccountID != account, !e.ManagementEvent:
		return false
	case in.StartTime != nil && e.EventTime.Before(*in.StartTime):
		return false
	case in.EndTime != nil && e.EventTime.After(*in.EndTime):
		return false
	}
	return len(in.LookupAttributes) == 0 || e.has(&in.LookupAttributes[0])
}

// check checks what the constraints of single members do not say, and answers before which line to begin.
func check(in *api.LookupEventsInput) (before uint64, err error) {
	if len(in.LookupAttributes) > 1 {
		return 0, api.InvalidLookupAttributes("You can specify only one lookup attribute.")
	}
	if in.StartTime != nil && in.EndTime != nil && in.StartTime.After(*in.EndTime) {
		return 0, api.InvalidTimeRange("The start time must not be after the end time.")
	}
	if in.NextToken == nil {
		return 0, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(*in.NextToken)
	if err != nil {
		return 0, api.InvalidNextToken("The NextToken is not one that was answered.")
	}
	if before, err = strconv.ParseUint(string(raw), 10, 64); err != nil || before == 0 {
		return 0, api.InvalidNextToken("The NextToken is not one that was answered.")
	}
	return before, nil
}

// token says where the next page begins: before a line.
func token(last uint64) string {
	return base64.RawURLEncoding.EncodeToString(strconv.AppendUint(nil, last, 10))
}

// showFound answers what was looked up.
func showFound(c *service.Call, _ *api.LookupEventsInput) (*api.LookupEventsOutput, error) {
	return service.Prepared[api.LookupEventsOutput](c), nil
}
