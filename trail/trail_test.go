package trail_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/cloudtrail"
	iamapi "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/audit"
	"github.com/cardea-iam/cardea/iam"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/service/hosttest"
	"github.com/cardea-iam/cardea/trail"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func newHost(t *testing.T) (*hosttest.Host, *access.Credential) {
	t.Helper()
	h := hosttest.New(t, hosttest.Options{Tables: []service.Table{trail.Table(), iam.Table()}})
	return h, h.Root()
}

// record writes events with these names, a minute apart.
func record(t *testing.T, h *hosttest.Host, change func(*audit.Event), names ...string) {
	t.Helper()
	for i, name := range names {
		e := audit.Event{Time: noon.Add(time.Duration(i) * time.Minute), ID: "id-" + name, Source: "iam.amazonaws.com", Name: name, Recipient: hosttest.Account}
		e.Identity = audit.Identity{Type: "IAMUser", UserName: "ann", AccessKeyID: "AKIAANN"}
		if change != nil {
			change(&e)
		}
		if err := h.Audit.Append([][]byte{e.AppendJSON(nil)}, true); err != nil {
			t.Fatal(err)
		}
	}
}

func look(h *hosttest.Host, who *access.Credential, in *api.LookupEventsInput) *api.LookupEventsOutput {
	return hosttest.Must[api.LookupEventsOutput](h, who, "cloudtrail", "LookupEvents", in)
}

func names(out *api.LookupEventsOutput) string {
	var found []string
	for _, e := range out.Events {
		found = append(found, *e.EventName)
	}
	return strings.Join(found, " ")
}

func by(key, value string) *api.LookupEventsInput {
	return &api.LookupEventsInput{LookupAttributes: []api.LookupAttribute{{AttributeKey: key, AttributeValue: value}}}
}

func TestEventsComeNewestFirst(t *testing.T) {
	h, root := newHost(t)
	record(t, h, nil, "CreateUser", "GetUser", "DeleteUser")
	if got := names(look(h, root, &api.LookupEventsInput{})); got != "DeleteUser GetUser CreateUser" {
		t.Errorf("found %s", got)
	}
}

func TestADenialIsFoundAsSoonAsItWasAnswered(t *testing.T) {
	h, root := newHost(t)
	h.Fails(h.User("ann"), "iam", "ListUsers", &iamapi.ListUsersInput{})
	out := look(h, root, by("EventName", "ListUsers"))
	if len(out.Events) != 1 || *out.Events[0].Username != "ann" || *out.Events[0].ReadOnly != "true" {
		t.Fatalf("found %+v", out.Events)
	}
	var record struct{ ErrorCode string }
	if err := json.Unmarshal([]byte(*out.Events[0].CloudTrailEvent), &record); err != nil || record.ErrorCode != "AccessDenied" {
		t.Errorf("the record is %s", *out.Events[0].CloudTrailEvent)
	}
}

func TestEventsAreFoundByEveryAttribute(t *testing.T) {
	h, root := newHost(t)
	record(t, h, nil, "Other")
	record(t, h, func(e *audit.Event) {
		e.Source, e.ReadOnly = "ec2.amazonaws.com", true
		e.Identity = audit.Identity{Type: "AssumedRole", ARN: "arn:aws:sts::1:assumed-role/ops/morning", AccessKeyID: "ASIAOPS"}
		e.Resources = []audit.Resource{{ARN: "arn:aws:ec2:::i-1", Type: "AWS::EC2::Instance"}}
	}, "Wanted")
	for key, value := range map[string]string{
		"EventId": "id-Wanted", "EventName": "Wanted", "EventSource": "ec2.amazonaws.com", "Username": "morning", "AccessKeyId": "ASIAOPS",
		"ResourceName": "arn:aws:ec2:::i-1", "ResourceType": "AWS::EC2::Instance",
	} {
		if got := names(look(h, root, by(key, value))); got != "Wanted" {
			t.Errorf("%s %s finds %q", key, value, got)
		}
		if got := names(look(h, root, by(key, value+"x"))); got != "" {
			t.Errorf("%s %sx finds %q", key, value, got)
		}
	}
	if got := names(look(h, root, by("ReadOnly", "false"))); got != "Other" {
		t.Errorf("what changes something is %q", got)
	}
}

func TestOnlyEventsOfTheTimeRangeAreFound(t *testing.T) {
	h, root := newHost(t)
	record(t, h, nil, "At0", "At1", "At2", "At3")
	from, to := noon.Add(time.Minute), noon.Add(2*time.Minute)
	if got := names(look(h, root, &api.LookupEventsInput{StartTime: &from, EndTime: &to})); got != "At2 At1" {
		t.Errorf("found %s", got)
	}
}

func TestPagesHaveEveryEventOnce(t *testing.T) {
	h, root := newHost(t)
	var all []string
	for i := range 7 {
		all = append([]string{fmt.Sprintf("E%d", i)}, all...)
		record(t, h, nil, fmt.Sprintf("E%d", i))
	}
	in := by("Username", "ann")
	in.MaxResults = new(int32(3))
	var found []string
	for pages := 0; pages < 10; pages++ {
		out := look(h, root, in)
		found = append(found, strings.Fields(names(out))...)
		if in.NextToken = out.NextToken; in.NextToken == nil {
			break
		}
	}
	if strings.Join(found, " ") != strings.Join(all, " ") {
		t.Errorf("found %v, want %v", found, all)
	}
}

func TestEventsOfAnotherAccountAndOfDataAreNotFound(t *testing.T) {
	h, root := newHost(t)
	record(t, h, func(e *audit.Event) { e.Recipient = "999999999999" }, "Foreign")
	record(t, h, func(e *audit.Event) { e.Recipient = "" }, "Nobodys")
	record(t, h, func(e *audit.Event) { e.DataEvent = true }, "Data")
	if got := names(look(h, root, &api.LookupEventsInput{})); got != "" {
		t.Errorf("found %s", got)
	}
}

func TestLookingUpEventsMustBeAllowed(t *testing.T) {
	h, _ := newHost(t)
	f := h.Fails(h.User("ann"), "cloudtrail", "LookupEvents", &api.LookupEventsInput{})
	if f.Code != "AccessDenied" || !strings.Contains(f.Message, "cloudtrail:LookupEvents") {
		t.Errorf("answered %v", f)
	}
	look(h, h.User("bob", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"cloudtrail:LookupEvents","Resource":"*"}}`), &api.LookupEventsInput{})
}

func TestWhatCannotBeLookedUpIsRefused(t *testing.T) {
	h, root := newHost(t)
	two := by("EventName", "A")
	two.LookupAttributes = append(two.LookupAttributes, two.LookupAttributes[0])
	later := noon.Add(time.Second)
	for code, in := range map[string]*api.LookupEventsInput{
		"InvalidLookupAttributesException": two,
		"InvalidTimeRangeException":        {StartTime: &later, EndTime: &noon},
		"InvalidNextTokenException":        {NextToken: new("bm9uZQ")},
	} {
		if f := h.Fails(root, "cloudtrail", "LookupEvents", in); f.Code != code || f.Status != 400 {
			t.Errorf("answered %v, want %s", f, code)
		}
	}
}

func TestAnEventThatWasWrittenLateIsStillFound(t *testing.T) {
	h, root := newHost(t)
	late := func(by time.Duration) func(*audit.Event) {
		return func(e *audit.Event) { e.Time = noon.Add(-by) }
	}
	record(t, h, late(0), "AtNoon")
	record(t, h, late(30*time.Minute), "Late")
	if got := names(look(h, root, &api.LookupEventsInput{StartTime: &noon})); got != "AtNoon" {
		t.Errorf("found %q", got)
	}
}
