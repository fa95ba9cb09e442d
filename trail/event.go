package trail

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	api "github.com/cardea-iam/cardea/api/cloudtrail"
	"github.com/cardea-iam/cardea/audit"
)

// event is what is read of a record to find it and to show it.
type event struct {
	EventID, EventName, EventSource, RecipientAccountID string
	EventTime                                           time.Time
	ReadOnly, ManagementEvent                           bool
	UserIdentity                                        struct{ Type, UserName, ARN, AccessKeyID string }
	Resources                                           []struct{ ARN, Type string }

	record string // as it stands in the log
}

// read reads a line of the log; nil if it is no record.
func read(line audit.Line) *event {
	e := &event{record: string(line.Event)}
	if json.Unmarshal(line.Event, e) != nil {
		return nil
	}
	return e
}

// userName is by which name a caller is looked up: that of the user, of the session of a role, or root.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-cli.html
func (e *event) userName() string {
	switch who := &e.UserIdentity; {
	case who.UserName != "":
		return who.UserName
	case who.Type == "Root":
		return "root"
	default:
		return who.ARN[strings.LastIndexByte(who.ARN, '/')+1:]
	}
}

// has reports whether an attribute of the event has that value.
func (e *event) has(attribute *api.LookupAttribute) bool {
	value := attribute.AttributeValue
	switch attribute.AttributeKey {
	case api.LookupAttributeKeyEventId:
		return value == e.EventID
	case api.LookupAttributeKeyEventName:
		return value == e.EventName
	case api.LookupAttributeKeyReadOnly:
		return value == strconv.FormatBool(e.ReadOnly)
	case api.LookupAttributeKeyUsername:
		return value == e.userName()
	case api.LookupAttributeKeyEventSource:
		return value == e.EventSource
	case api.LookupAttributeKeyAccessKeyId:
		return value == e.UserIdentity.AccessKeyID
	case api.LookupAttributeKeyResourceName:
		return e.hasResource(func(name, _ string) bool { return name == value })
	case api.LookupAttributeKeyResourceType:
		return e.hasResource(func(_, kind string) bool { return kind == value })
	}
	return false
}

func (e *event) hasResource(fits func(name, kind string) bool) bool {
	for _, r := range e.Resources {
		if fits(r.ARN, r.Type) {
			return true
		}
	}
	return false
}

// show is the event for an answer.
func (e *event) show() api.Event {
	shown := api.Event{
		EventId: &e.EventID, EventName: &e.EventName, EventSource: &e.EventSource, EventTime: &e.EventTime, ReadOnly: new(strconv.FormatBool(e.ReadOnly)),
		Username: some(e.userName()), AccessKeyId: some(e.UserIdentity.AccessKeyID), CloudTrailEvent: &e.record, Resources: []api.Resource{},
	}
	for _, r := range e.Resources {
		shown.Resources = append(shown.Resources, api.Resource{ResourceName: some(r.ARN), ResourceType: some(r.Type)})
	}
	return shown
}

// some is a text for an answer: nil where there is none.
func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
