package audit_test

import (
	"encoding/json"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cardea-iam/cardea/audit"
)

func createUser() *audit.Event {
	return &audit.Event{
		Time: time.Date(2026, 3, 1, 13, 30, 15, 987, time.FixedZone("", 3600)), ID: "5d3a", RequestID: "87b2",
		Source: "iam.amazonaws.com", Name: "CreateUser", Region: "us-east-1", SourceIP: "192.0.2.7", UserAgent: "aws-cli/2.15",
		Identity: audit.Identity{
			Type: "IAMUser", PrincipalID: "AIDAEXAMPLE", ARN: "arn:aws:iam::111122223333:user/ann", AccountID: "111122223333",
			AccessKeyID: "ASIAEXAMPLE", UserName: "ann",
			Session: &audit.Session{CreatedAt: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), MFA: true},
		},
		Recipient:  "111122223333",
		Parameters: []byte(`{"userName":"bob"}`),
		Response:   []byte(`{"user":{"userName":"bob"}}`),
	}
}

func decoded(t *testing.T, line []byte) map[string]any {
	t.Helper()
	var fields map[string]any
	if err := json.Unmarshal(line, &fields); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	return fields
}

func TestAnEventIsACloudTrailRecord(t *testing.T) {
	want := map[string]any{
		"eventVersion": "1.11", "eventTime": "2026-03-01T12:30:15Z", "eventSource": "iam.amazonaws.com", "eventName": "CreateUser",
		"awsRegion": "us-east-1", "sourceIPAddress": "192.0.2.7", "userAgent": "aws-cli/2.15", "requestID": "87b2", "eventID": "5d3a",
		"readOnly": false, "eventType": "AwsApiCall", "managementEvent": true, "eventCategory": "Management", "recipientAccountId": "111122223333",
		"requestParameters": map[string]any{"userName": "bob"},
		"responseElements":  map[string]any{"user": map[string]any{"userName": "bob"}},
		"userIdentity": map[string]any{
			"type": "IAMUser", "principalId": "AIDAEXAMPLE", "arn": "arn:aws:iam::111122223333:user/ann", "accountId": "111122223333",
			"accessKeyId": "ASIAEXAMPLE", "userName": "ann",
			"sessionContext": map[string]any{"attributes": map[string]any{"creationDate": "2026-03-01T12:00:00Z", "mfaAuthenticated": "true"}},
		},
	}
	if diff := cmp.Diff(want, decoded(t, createUser().AppendJSON(nil))); diff != "" {
		t.Error(diff)
	}
}

func TestARoleSessionNamesItsIssuerAndADenialItsReason(t *testing.T) {
	e := createUser()
	e.Parameters, e.Response = nil, nil
	e.ErrorCode, e.ErrorReason = "AccessDenied", "no identity-based policy allows it"
	e.Identity = audit.Identity{Type: "AssumedRole", Session: &audit.Session{
		CreatedAt: e.Time,
		Issuer:    &audit.Issuer{Type: "Role", PrincipalID: "AROAEXAMPLE", ARN: "arn:aws:iam::111122223333:role/ops", AccountID: "111122223333", UserName: "ops"},
	}}
	e.Resources = []audit.Resource{{ARN: "arn:aws:iam::111122223333:user/a", AccountID: "111122223333", Type: "AWS::IAM::User"}, {ARN: "b"}}
	got := decoded(t, e.AppendJSON(nil))
	want := map[string]any{
		"errorCode": "AccessDenied", "errorMessage": "no identity-based policy allows it", "requestParameters": nil, "responseElements": nil,
		"resources": []any{map[string]any{"ARN": "arn:aws:iam::111122223333:user/a", "accountId": "111122223333", "type": "AWS::IAM::User"}, map[string]any{"ARN": "b"}},
		"userIdentity": map[string]any{"type": "AssumedRole", "sessionContext": map[string]any{
			"sessionIssuer": map[string]any{"type": "Role", "principalId": "AROAEXAMPLE", "arn": "arn:aws:iam::111122223333:role/ops", "accountId": "111122223333", "userName": "ops"},
			"attributes":    map[string]any{"creationDate": "2026-03-01T12:30:15Z", "mfaAuthenticated": "false"},
		}},
	}
	for name, value := range want {
		if diff := cmp.Diff(value, got[name]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestASignInIsAnEventOfItsOwnType(t *testing.T) {
	e := &audit.Event{
		Type: audit.ConsoleSignIn, Source: "signin.amazonaws.com", Name: "ConsoleLogin", ErrorReason: "Failed authentication",
		Response: []byte(`{"ConsoleLogin":"Failure"}`), Additional: []byte(`{"MFAUsed":"No"}`), Time: time.Unix(0, 0),
	}
	got := decoded(t, e.AppendJSON(nil))
	for name, value := range map[string]any{
		"eventType": "AwsConsoleSignIn", "responseElements": map[string]any{"ConsoleLogin": "Failure"},
		"additionalEventData": map[string]any{"MFAUsed": "No"}, "errorMessage": "Failed authentication",
	} {
		if diff := cmp.Diff(value, got[name]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func checkOneCleanLine(t interface{ Fatalf(string, ...any) }, line []byte) {
	if !json.Valid(line) || !utf8.Valid(line) {
		t.Fatalf("not valid JSON in UTF-8: %q", line)
	}
	for _, r := range string(line) {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			t.Fatalf("has the rune %U: %q", r, line)
		}
	}
}

func TestAnEventIsOneCleanLineWhateverIsInIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dirty := rapid.OneOf(
			rapid.String(),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
			rapid.SampledFrom([]string{"a\nb", "\x1b[31m", "\u2028", "\u009b", "\"},{\"x\":\"", "\\", "\xff\xfe", "\u202e", "\u2066", "\u200e", "{}\n{}", `{"a":1}`, `{"a" : "` + "\u0085" + `"}`, "[1,\r\n2]", "\x7f"}),
		)
		e := createUser()
		e.UserAgent, e.ErrorReason, e.Name = dirty.Draw(t, "agent"), dirty.Draw(t, "reason"), dirty.Draw(t, "name")
		e.Identity.UserName = dirty.Draw(t, "user")
		e.Parameters, e.Response, e.Additional = []byte(dirty.Draw(t, "parameters")), []byte(dirty.Draw(t, "response")), []byte(dirty.Draw(t, "additional"))
		line := e.AppendJSON(nil)
		checkOneCleanLine(t, line)
		var fields struct{ UserAgent string }
		if err := json.Unmarshal(line, &fields); err != nil {
			t.Fatalf("%v", err)
		}
		if utf8.ValidString(e.UserAgent) && fields.UserAgent != e.UserAgent {
			t.Fatalf("the user agent %q came back as %q", e.UserAgent, fields.UserAgent)
		}
	})
}

func TestParametersKeepTheirMeaningOnOneLine(t *testing.T) {
	for raw, want := range map[string]any{
		"{\n \"a\": [1,\r\n\t2] }":   map[string]any{"a": []any{1.0, 2.0}},
		"{\"a\":\"x\u2028\u0085y\"}": map[string]any{"a": "x\u2028\u0085y"},
		`{"a":"\u000a\"\\"}`:         map[string]any{"a": "\n\"\\"},
		"not json":                   "not json",
		`{"a":1},"errorCode":"Fake"`: `{"a":1},"errorCode":"Fake"`,
		"":                           nil,
		"{\"a\":\"\xff\"}":           map[string]any{"a": "\ufffd"},
		`{"grüße":"日本語 and \u00e9 😀"}`: map[string]any{"grüße": "日本語 and é 😀"},
	} {
		line := (&audit.Event{Parameters: []byte(raw)}).AppendJSON(nil)
		checkOneCleanLine(t, line)
		if diff := cmp.Diff(want, decoded(t, line)["requestParameters"]); diff != "" {
			t.Errorf("%q: %s", raw, diff)
		}
	}
}

func TestTheUsualEventIsWrittenWithoutAllocation(t *testing.T) {
	e, buf := createUser(), make([]byte, 0, 4096)
	fewest := testing.AllocsPerRun(1, func() { buf = e.AppendJSON(buf[:0]) })
	for range 50 { // the race detector empties pools at random
		fewest = min(fewest, testing.AllocsPerRun(1, func() { buf = e.AppendJSON(buf[:0]) }))
	}
	if fewest != 0 {
		t.Errorf("%v allocations", fewest)
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	e, buf := createUser(), make([]byte, 0, 4096)
	b.ReportAllocs()
	for b.Loop() {
		buf = e.AppendJSON(buf[:0])
	}
}
