package policy_test

import (
	"slices"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

func TestContextKeysAreListedOnceInTheOrderOfTheText(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{
			"the example of the command line's manual",
			doc(allow(`"Action":"dynamodb:*","Resource":"arn:aws:dynamodb:us-west-2:128716708097:table/${aws:username}","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2015-08-16T12:00:00Z"}}`)),
			[]string{"aws:username", "aws:CurrentTime"},
		},
		{"one key in two spellings", doc(allow(when(`{"Bool":{"aws:SecureTransport":"true"}}`)), deny(when(`{"Null":{"aws:securetransport":"true"}}`))), []string{"aws:SecureTransport"}},
		{
			"variables in values, with a default and without",
			doc(allow(when(`{"StringLike":{"s3:prefix":["home/${aws:UserName}/*","${*}","${aws:PrincipalTag/Team, 'none'}"]}}`))),
			[]string{"s3:prefix", "aws:UserName", "aws:PrincipalTag/Team"},
		},
		{"no variables where an operator takes none", doc(allow(when(`{"NumericEquals":{"a:b":"${c:d}"}}`))), []string{"a:b"}},
		{"variables of NotResource", doc(deny(`"Action":"*","NotResource":"arn:aws:s3:::${aws:userid}"`)), []string{"aws:userid"}},
		{"no variables in the old language", `{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:username}","Condition":{"StringEquals":{"k:x":"${aws:userid}"}}}}`, []string{"k:x"}},
		{"none", doc(allowAll), nil},
	} {
		d, err := policy.Parse(c.text)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := d.ContextKeys(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestContextKeysOfOneStatement(t *testing.T) {
	p := compiled(t, doc(allow(when(`{"Bool":{"a:b":"true"}}`)), allow(when(`{"Bool":{"c:d":"true"}}`))))
	if got := p.ContextKeys(1); !slices.Equal(got, []string{"c:d"}) {
		t.Errorf("the second statement has %q", got)
	}
}

func TestValuesFitTheirTypes(t *testing.T) {
	for _, c := range []struct {
		of      policy.ValueType
		yes, no []string
	}{
		{policy.TextValue, []string{"", "anything"}, nil},
		{policy.NumberValue, []string{"7", "-1.50"}, []string{"", "seven", "1e3"}},
		{policy.BoolValue, []string{"true", "False"}, []string{"", "1", "yes"}},
		{policy.AddressValue, []string{"203.0.113.7", "2001:db8::1"}, []string{"", "203.0.113.7/32", "203.0.113"}},
		{policy.BinaryValue, []string{"AAEC"}, []string{"!"}},
		{policy.DateValue, []string{"2026-11-25T02:30:00Z", "2026-11-25", "1764037800"}, []string{"", "tomorrow"}},
	} {
		for _, text := range c.yes {
			if !c.of.Fits(text) {
				t.Errorf("type %d refuses %q", c.of, text)
			}
		}
		for _, text := range c.no {
			if c.of.Fits(text) {
				t.Errorf("type %d takes %q", c.of, text)
			}
		}
	}
}
