package endpoint_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/cardeatest"
)

// validation is a request to validate a policy, as the clients of IAM Access Analyzer send it.
func validation(s *cardeatest.Server, target, body string) cardeatest.Request {
	return cardeatest.Request{Service: "access-analyzer", Keys: s.Administrator(), Target: target, Body: body, Header: http.Header{"Content-Type": {"application/json"}}}
}

const denyUnknown = `{"policyType":"IDENTITY_POLICY","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":[\"a:A\",\"b:B\"],\"Resource\":\"*\"}}"}`

func TestAnOperationInThePathAnswersInJSON(t *testing.T) {
	s := start(t)
	for target, findings := range map[string]int{"/policy/validation": 2, "/policy/validation?maxResults=1": 1, "/policy/validation?maxResults=1&nextToken=1": 1} {
		a := s.Send(validation(s, target, denyUnknown))
		if a.Status != http.StatusOK || a.Header.Get("Content-Type") != "application/json" || strings.Count(a.Body, `"issueCode":"INVALID_SERVICE_IN_ACTION"`) != findings {
			t.Errorf("%s: %d %s", target, a.Status, a.Body)
		}
	}
}

func TestAnOperationInThePathRefusesInJSON(t *testing.T) {
	s := start(t)
	r := validation(s, "/policy/validation", `{"policyType":"IDENTITY_POLICY"}`)
	check(t, "a member that is missing", s.Send(r), refusal{400, "ValidationException", "policyDocument"})
	r.Body = `{"policyType":"POLICY","policyDocument":"{}"}`
	check(t, "a wrong value", s.Send(r), refusal{400, "ValidationException", "policyType"})
	r.Body, r.Target = denyUnknown, "/policy/validation?policyType=RESOURCE_POLICY"
	check(t, "one member twice", s.Send(r), refusal{400, "ValidationException", "more than once"})
	r.Body, r.Target = "", "/policy/validation?maxResults=1&maxResults=2"
	check(t, "one parameter twice", s.Send(r), refusal{400, "ValidationException", "more than once"})
	r.Body = "[]"
	check(t, "no object", s.Send(r), refusal{400, "SerializationException", ""})
	r.Body, r.Target = denyUnknown, "/policy/validation"
	r.Keys = user(t, s, "ann", `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"*"}}`)
	check(t, "a denial", s.Send(r), refusal{403, "AccessDeniedException", "perform: access-analyzer:ValidatePolicy"})
	r.Keys.SecretAccessKey += "x"
	check(t, "a wrong signature", s.Send(r), refusal{403, "InvalidSignatureException", ""})
}

func TestWhatElseTheServiceHasIsAskedForAndNotServed(t *testing.T) {
	s := start(t)
	for method, target := range map[string]string{http.MethodGet: "/analyzer", http.MethodPut: "/policy/validation", http.MethodPost: "/policy/validation/"} {
		r := validation(s, target, "")
		r.Method = method
		check(t, method+" "+target, s.Send(r), refusal{400, "NotServedHere", "this operation of access-analyzer is not served"})
		r.Keys = user(t, s, "ann-"+strings.ToLower(method), `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"access-analyzer:ValidatePolicy","Resource":"*"}}`)
		check(t, method+" "+target+" without permission", s.Send(r), refusal{403, "AccessDeniedException", "access-analyzer:"})
	}
}
