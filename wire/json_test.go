package wire_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/cardea-iam/cardea/api/cloudtrail"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/wire"
)

func trailCodec(t *testing.T) *wire.Codec {
	t.Helper()
	codec, err := wire.New(cloudtrail.Service)
	if err != nil {
		t.Fatal(err)
	}
	return codec
}

func decodeJSON(t *testing.T, body string) (*cloudtrail.LookupEventsInput, error) {
	t.Helper()
	codec, in := trailCodec(t), new(cloudtrail.LookupEventsInput)
	form, err := codec.JSONForm([]byte(body), in)
	if err != nil {
		return nil, err
	}
	return in, codec.Decode(form, in)
}

func TestAnInputIsReadFromJSON(t *testing.T) {
	at := time.Date(2026, 3, 1, 12, 0, 0, 250e6, time.UTC)
	for body, want := range map[string]cloudtrail.LookupEventsInput{
		``:   {},
		`{}`: {},
		`{"MaxResults":7,"NextToken":"a b&c=d","StartTime":1772366400.25,"Unknown":{"a":[1]},"EndTime":null}`: {MaxResults: new(int32(7)), NextToken: new("a b&c=d"), StartTime: &at},
		`{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"A"},{"AttributeKey":"Username","AttributeValue":"b"}]}`: {
			LookupAttributes: []cloudtrail.LookupAttribute{{AttributeKey: "EventName", AttributeValue: "A"}, {AttributeKey: "Username", AttributeValue: "b"}},
		},
	} {
		got, err := decodeJSON(t, body)
		if err != nil {
			t.Errorf("%s: %v", body, err)
		} else if diff := cmp.Diff(&want, got); diff != "" {
			t.Errorf("%s: %s", body, diff)
		}
	}
}

func TestWhatIsNoInputInJSONIsRefused(t *testing.T) {
	for body, code := range map[string]string{
		`{`: "SerializationException", `[]`: "SerializationException", `{} {}`: "SerializationException", `"x"`: "SerializationException",
		`{"MaxResults":"7"}`: "SerializationException", `{"NextToken":7}`: "SerializationException", `{"NextToken":{}}`: "SerializationException",
		`{"LookupAttributes":{}}`: "SerializationException", `{"LookupAttributes":[null]}`: "SerializationException", `{"StartTime":1e400}`: "SerializationException",
		`{"StartTime":-1}`: "SerializationException", `{"StartTime":"2026-03-01T12:00:00Z"}`: "SerializationException",
		`{"MaxResults":1.5}`: "MalformedInput", `{"MaxResults":0}`: "ValidationError", `{"MaxResults":51}`: "ValidationError",
		`{"LookupAttributes":[{"AttributeKey":"EventName"}]}`: "ValidationError", `{"LookupAttributes":[{"AttributeKey":"No","AttributeValue":"a"}]}`: "ValidationError",
	} {
		_, err := decodeJSON(t, body)
		if err == nil || fault.Of(err).Code != code {
			t.Errorf("%s: %v, want %s", body, err, code)
		}
	}
}

func TestAnAnswerIsWrittenAsJSON(t *testing.T) {
	codec := trailCodec(t)
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	out := &cloudtrail.LookupEventsOutput{Events: []cloudtrail.Event{{EventName: new("A"), EventTime: &at, CloudTrailEvent: new(`{"a":1}`), Resources: []cloudtrail.Resource{}}}}
	for want, answer := range map[string]*cloudtrail.LookupEventsOutput{
		`{"Events":[]}`: {},
		`{}`:            nil,
		`{"Events":[{"CloudTrailEvent":"{\"a\":1}","EventName":"A","EventTime":1772366400,"Resources":[]}]}`: out,
	} {
		if got, err := codec.EncodeJSON(nil, answer); err != nil || string(got) != want {
			t.Errorf("wrote %s (%v), want %s", got, err, want)
		}
	}
}
