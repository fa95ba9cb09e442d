package endpoint_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/cardeatest"
)

const lookupEvents = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents"

func TestAServiceOfThisServerAnswersInJSON(t *testing.T) {
	s := start(t)
	for _, target := range []string{lookupEvents, "CloudTrail_20131101.LookupEvents"} {
		a := s.Send(cardeatest.Request{Service: "cloudtrail", Keys: s.Administrator(), Body: `{"MaxResults":1}`, Header: json("1.1", target)})
		if a.Status != http.StatusOK || a.Header.Get("Content-Type") != "application/x-amz-json-1.1" || !strings.HasPrefix(a.Body, `{"Events":[`) {
			t.Errorf("%s: %d %s", target, a.Status, a.Body)
		}
	}
}

func TestAServiceOfThisServerRefusesInJSON(t *testing.T) {
	s := start(t)
	ann := user(t, s, "ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"*"}}`)
	r := cardeatest.Request{Service: "cloudtrail", Keys: ann, Body: "{}", Header: json("1.1", lookupEvents)}
	check(t, "a denial", s.Send(r), refusal{400, "AccessDeniedException", "perform: cloudtrail:LookupEvents"})
	r.Keys = s.Administrator()
	r.Body = `{"MaxResults":51}`
	check(t, "a wrong value", s.Send(r), refusal{400, "ValidationException", "maxResults"})
	r.Body = `[`
	check(t, "no JSON", s.Send(r), refusal{400, "SerializationException", ""})
	r.Body, r.Header = "{}", json("1.1", "CloudTrail_20131101.DescribeTrails")
	check(t, "an operation that is not served", s.Send(r), refusal{400, "UnknownOperationException", ""})
	r.Header = json("1.1", "DynamoDB_20120810.ListTables")
	if a := s.Send(r); a.Status < 400 || a.Status >= 500 {
		t.Errorf("the target of another service: %d %s", a.Status, a.Body)
	}
	r.Header = http.Header{"Content-Type": {"application/x-amz-json-1.1"}}
	check(t, "no target", s.Send(r), refusal{400, "UnknownOperationException", ""})
}
