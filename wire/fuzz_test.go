package wire_test

import (
	"errors"
	"net/url"
	"testing"
	"unicode/utf8"

	"github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/wire"
)

// FuzzForm: whatever is parsed is what the standard library's parser reads, and can be written and parsed again.
func FuzzForm(f *testing.F) {
	for _, seed := range []string{"", "a=b+c&a=%2B", "%zz", "a&&=b", "a=%ff", "Tags.member.1.Key=x&b=1;c=2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		form, err := wire.ParseBody(raw)
		if err != nil {
			isFault(t, err)
			return
		}
		again := make(url.Values)
		for _, param := range form.Params() {
			if param.Name == "" || !utf8.ValidString(param.Name+param.Value) {
				t.Errorf("%q gives %q", raw, param)
			}
			again.Add(param.Name, param.Value)
		}
		if standard, err := url.ParseQuery(raw); err == nil && standard.Encode() != again.Encode() {
			t.Errorf("%q reads as %q, not as %q", raw, again.Encode(), standard.Encode())
		}
		for _, parse := range []func(string) (wire.Form, error){wire.ParseBody, wire.ParseQuery} {
			if _, err := parse(again.Encode()); err != nil {
				t.Errorf("%q, written again as %q: %v", raw, again.Encode(), err)
			}
		}
	})
}

// FuzzDecode: no form makes the codec panic, and every refusal is a fault of the sender.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"UserName=ann&Tags.member.1.Key=k&Tags.member.1.Value=v", "Tags=&Path=/x/", "Tags.member.2.Key=k", "MinCount=1&MaxCount=x",
		"TagSpecification.1.Tag.1.Key=k&NetworkInterface.1.PrivateIpAddresses.1.Primary=true", "ContextEntries.member.1.ContextKeyValues.member.1=x",
	} {
		f.Add(seed)
	}
	people, machines := codec(f, iam.Service), codec(f, ec2.Service)
	f.Fuzz(func(t *testing.T, raw string) {
		form, err := wire.ParseBody(raw)
		if err != nil {
			return
		}
		for _, err := range []error{
			people.Decode(form, new(iam.CreateUserInput)), people.Decode(form, new(iam.SimulateCustomPolicyInput)),
			machines.Decode(form, new(ec2.RunInstancesInput)), machines.Decode(form, new(ec2.AuthorizeSecurityGroupIngressInput)),
		} {
			isFault(t, err)
		}
	})
}

// FuzzEncode: any text leaves an answer that parses, and arrives as far as XML can carry it.
func FuzzEncode(f *testing.F) {
	for _, seed := range []string{"", "]]>", "a\x00<b>&\r\n", "\xff\xfe", "\ufffe😀"} {
		f.Add(seed)
	}
	c := codec(f, iam.Service)
	f.Fuzz(func(t *testing.T, text string) {
		checkText(t, text, func() ([]byte, error) {
			u := user()
			u.UserName = text
			return c.Encode(nil, "GetUser", text, &iam.GetUserOutput{User: u})
		})
	})
}

func isFault(t *testing.T, err error) {
	t.Helper()
	var refusal *fault.Error
	if err != nil && (!errors.As(err, &refusal) || !refusal.Sender()) {
		t.Errorf("%v is no fault of the sender", err)
	}
}
