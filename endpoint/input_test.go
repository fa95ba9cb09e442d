package endpoint_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/cardeatest"
)

func TestBadInputIsRefusedAndChangesNothing(t *testing.T) {
	s := start(t)
	good := s.Administrator()
	before := s.Send(cardeatest.Request{Service: "iam", Keys: good, Body: form("iam", "GetAccountSummary")}).Body
	users := form("iam", "CreateUser", "UserName", "eve")
	cases := map[string]struct {
		change func(*cardeatest.Request)
		want   refusal
	}{
		"an unknown action":                {body("Action=Nothing&Version=2010-05-08"), refusal{400, "InvalidAction", "Could not find operation Nothing for version 2010-05-08"}},
		"no action":                        {body("Version=2010-05-08&UserName=eve"), refusal{400, "MissingAction", ""}},
		"an empty action":                  {body("Action=&Version=2010-05-08"), refusal{400, "MissingAction", ""}},
		"no body":                          {body(""), refusal{400, "MissingAction", ""}},
		"no version":                       {body("Action=CreateUser&UserName=eve"), refusal{400, "InvalidAction", "Could not find operation CreateUser for version NO_VERSION_SPECIFIED"}},
		"another version":                  {body("Action=CreateUser&Version=2001-01-01&UserName=eve"), refusal{400, "InvalidAction", "for version 2001-01-01"}},
		"an action in another case":        {body("Action=createuser&Version=2010-05-08&UserName=eve"), refusal{400, "InvalidAction", ""}},
		"two actions":                      {body(users + "&Action=DeleteUser"), refusal{404, "MalformedQueryString", ""}},
		"two versions":                     {body(users + "&Version=2010-05-08"), refusal{404, "MalformedQueryString", ""}},
		"two user names":                   {body(users + "&UserName=mallory"), refusal{400, "ValidationError", ""}},
		"a parameter in both places":       {func(r *cardeatest.Request) { r.Target = "/?UserName=mallory" }, refusal{400, "ValidationError", ""}},
		"actions in both places":           {func(r *cardeatest.Request) { r.Target = "/?Action=DeleteUser" }, refusal{404, "MalformedQueryString", ""}},
		"a broken escape":                  {body(users + "&Path=%zz"), refusal{404, "MalformedQueryString", ""}},
		"bad UTF-8":                        {body(users + "&Path=%ff"), refusal{400, "ValidationError", ""}},
		"a zero byte":                      {body("Action=CreateUser&Version=2010-05-08&UserName=eve%00"), refusal{400, "ValidationError", ""}},
		"a list without an end":            {body(users + "&Tags.member.999999999.Key=a"), refusal{400, "ValidationError", ""}},
		"a list's index that is no number": {body(users + "&Tags.member.x.Key=a"), refusal{404, "MalformedQueryString", ""}},
		"a number that is none":            {body("Action=ListUsers&Version=2010-05-08&MaxItems=many"), refusal{400, "MalformedInput", ""}},
		"a name that is too long":          {body(form("iam", "CreateUser", "UserName", strings.Repeat("a", 65))), refusal{400, "ValidationError", ""}},
		"JSON":                             {typed("application/json", `{"Action":"CreateUser"}`), refusal{400, "MalformedInput", ""}},
		"deep JSON":                        {typed("application/x-amz-json-1.1", strings.Repeat("[", 100_000)), refusal{400, "MalformedInput", ""}},
		"a multipart body":                 {typed("multipart/form-data; boundary=x", "--x\r\n\r\n--x--"), refusal{400, "MalformedInput", ""}},
		"XML":                              {typed("text/xml", "<CreateUser/>"), refusal{400, "MalformedInput", ""}},
		"too many parameters":              {body(users + strings.Repeat("&a=b", 10_000)), refusal{400, "ValidationError", ""}},
		"a body that is too large":         {body(users + "&Path=" + strings.Repeat("a", 1<<20)), refusal{413, "RequestEntityTooLarge", ""}},
		"another method":                   {func(r *cardeatest.Request) { r.Method = http.MethodPut }, refusal{400, "ValidationError", ""}},
		"a compressed body":                {headed("Content-Encoding", "gzip"), refusal{400, "UnsupportedContentEncoding", ""}},
		"a target in a header":             {func(r *cardeatest.Request) { r.Body = ""; r.Header = http.Header{"X-Amz-Target": {"IAM.CreateUser"}} }, refusal{400, "MissingAction", ""}},
		"a malformed policy": {
			body(form("iam", "CreatePolicy", "PolicyName", "p", "PolicyDocument", strings.Repeat(`{"a":`, 5000))), refusal{400, "MalformedPolicyDocument", ""},
		},
	}
	for name, c := range cases {
		r := cardeatest.Request{Service: "iam", Keys: good, Body: users}
		c.change(&r)
		check(t, name, s.Send(r), c.want)
	}
	after := s.Send(cardeatest.Request{Service: "iam", Keys: good, Body: form("iam", "GetAccountSummary")}).Body
	if summary(before) != summary(after) {
		t.Errorf("something was written:\n%s\n%s", before, after)
	}
}

func body(text string) func(*cardeatest.Request) {
	return func(r *cardeatest.Request) { r.Body = text }
}

func typed(kind, text string) func(*cardeatest.Request) {
	return func(r *cardeatest.Request) { r.Body, r.Header = text, http.Header{"Content-Type": {kind}} }
}

func headed(name, value string) func(*cardeatest.Request) {
	return func(r *cardeatest.Request) { r.Header = http.Header{name: {value}} }
}

func summary(body string) string { return between(body, "<SummaryMap>", "</SummaryMap>") }

func TestABodyWithoutALengthIsBoundedToo(t *testing.T) {
	s := start(t)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL, struct{ *bytes.Reader }{bytes.NewReader(make([]byte, 2<<20))})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d", response.StatusCode)
	}
}

func TestParametersMayStandInTheQueryString(t *testing.T) {
	s := start(t)
	a := s.Send(cardeatest.Request{Service: "sts", Keys: s.Administrator(), Method: http.MethodGet, Target: "/?Action=GetCallerIdentity&Version=2011-06-15"})
	if a.Status != http.StatusOK || !strings.Contains(a.Body, ":user/administrator</Arn>") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	a = s.Send(cardeatest.Request{Service: "iam", Keys: s.Administrator(), Method: http.MethodGet, Target: "/?Action=CreateUser&Version=2010-05-08&UserName=a%2Bb"})
	if got := between(a.Body, "<UserName>", "<"); got != "a+b" {
		t.Errorf("the user is %q: %s", got, a.Body)
	}
}
