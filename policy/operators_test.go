package policy_test

import (
	"fmt"
	"strings"
	"testing"
)

// matrix is what every operator says of a key that is absent, has one value, or has several, with each prefix and with IfExists.
// hit is a value of the request that the policy's value matches, miss one that it does not.
var operators = []struct {
	name, value, hit, miss string
	negated                bool
}{
	{"StringEquals", "a*", "a*", "ab", false},
	{"StringNotEquals", "a*", "a*", "ab", true},
	{"StringEqualsIgnoreCase", "Straße", "sTRAßE", "strasse", false},
	{"StringNotEqualsIgnoreCase", "Straße", "sTRAßE", "strasse", true},
	{"StringLike", "a*c?e", "abbc/e", "Abbc/e", false},
	{"StringNotLike", "a*c?e", "abbc/e", "abce", true},
	{"NumericEquals", "10", "10.0", "10.0000000000000000000001", false},
	{"NumericNotEquals", "10", "+010.0", "-10", true},
	{"NumericLessThan", "10", "9", "10", false},
	{"NumericLessThanEquals", "10", "10.0", "10.1", false},
	{"NumericGreaterThan", "-2", "-1.5", "-2", false},
	{"NumericGreaterThanEquals", "-2", "-2", "-2.5", false},
	{"DateEquals", "2024-01-01T00:00:00Z", "1704067200", "2024-01-01T00:00:00.001Z", false},
	{"DateNotEquals", "2024-01-01", "2024-01-01T02:00+02:00", "2024-01-02", true},
	{"DateLessThan", "2024-01", "2023-12-31T23:59:59.999Z", "2024-01-01", false},
	{"DateLessThanEquals", "2024-01", "2024-01-01", "2024-01-01T00:00:01Z", false},
	{"DateGreaterThan", "1704067200", "1704067200001", "1704067200000", false},
	{"DateGreaterThanEquals", "1704067200", "1704067200000", "1704067199", false},
	{"Bool", "true", "TRUE", "false", false},
	{"BinaryEquals", "AAEC", "AAEC", "AAED", false},
	{"IpAddress", "203.0.113.77/24", "203.0.113.1", "203.0.114.1", false},
	{"NotIpAddress", "2001:db8::/32", "2001:db8:1::1", "2001:db9::1", true},
	{"ArnEquals", "arn:aws:s3:::b*/x", "arn:aws:s3:::b:y/x", "arn:aws:s3:::c/x", false},
	{"ArnLike", "arn:aws:*:*:*:b?", "arn:aws:s3:eu:1:b1", "arn:aws:s3:eu:1:b", false},
	{"ArnNotEquals", "arn:aws:s3:::b", "arn:aws:s3:::b", "arn:aws:s3:::B", true},
	{"ArnNotLike", "arn:aws:s3:::b*", "arn:aws:s3:::bb", "arn:aws:s3:::c", true},
}

func TestEveryOperatorOnEveryShapeOfKey(t *testing.T) {
	for _, op := range operators {
		one := func(v string) any { return v }
		list := func(v ...string) any { return v }
		for _, c := range []struct {
			name string
			have any // nil: absent
			op   string
			want bool
		}{
			{"absent", nil, op.name, op.negated},
			{"hit", one(op.hit), op.name, !op.negated},
			{"miss", one(op.miss), op.name, op.negated},
			{"list", list(op.hit), op.name, false},
			{"list of misses", list(op.miss), op.name, false},
			{"empty list", list(), op.name, op.negated},

			{"absent", nil, op.name + "IfExists", true},
			{"hit", one(op.hit), op.name + "IfExists", !op.negated},
			{"miss", one(op.miss), op.name + "IfExists", op.negated},
			{"list", list(op.hit), op.name + "IfExists", false},

			{"absent", nil, "ForAllValues:" + op.name, true},
			{"only empty", list("", ""), "ForAllValues:" + op.name, true},
			{"one empty", one(""), "ForAllValues:" + op.name, true},
			{"hits", list(op.hit, op.hit), "ForAllValues:" + op.name, !op.negated},
			{"both", list(op.hit, op.miss), "ForAllValues:" + op.name, false},
			{"misses", list(op.miss, op.miss), "ForAllValues:" + op.name, op.negated},
			{"one hit", one(op.hit), "ForAllValues:" + op.name, !op.negated},
			{"one miss", one(op.miss), "ForAllValues:" + op.name, op.negated},
			{"absent", nil, "ForAllValues:" + op.name + "IfExists", true},

			{"absent", nil, "ForAnyValue:" + op.name, false},
			{"only empty", list("", ""), "ForAnyValue:" + op.name, false},
			{"hits", list(op.hit, op.hit), "ForAnyValue:" + op.name, !op.negated},
			{"both", list(op.miss, op.hit), "ForAnyValue:" + op.name, true},
			{"misses", list(op.miss, op.miss), "ForAnyValue:" + op.name, op.negated},
			{"one hit", one(op.hit), "ForAnyValue:" + op.name, !op.negated},
			{"one miss", one(op.miss), "ForAnyValue:" + op.name, op.negated},
			{"absent", nil, "ForAnyValue:" + op.name + "IfExists", true},
			{"only empty", list(""), "ForAnyValue:" + op.name + "IfExists", false},
		} {
			condition := fmt.Sprintf(`{%q:{"x:Key":%q}}`, c.op, op.value)
			check(t, c.op+" "+c.name, condition, c.have, c.want, c.want)
			check(t, "folded "+c.op+" "+c.name, strings.ToUpper(condition[:len(c.op)+3])+condition[len(c.op)+3:], c.have, c.want, c.want)
		}
	}
}

// check asks for an Allow and a Deny under the condition whether each applies.
func check(t *testing.T, name, condition string, have any, allows, denies bool) {
	t.Helper()
	context := map[string]any{}
	if have != nil {
		context["X:kEY"] = have
	}
	q := question{context: context, identity: ids(allow(when(condition)))}
	if got := q.decide(t).Outcome == isAllowed; got != allows {
		t.Errorf("%s: %s on %v in an Allow: %v, want %v", name, condition, have, got, allows)
	}
	q.identity = ids(allowAll, deny(when(condition)))
	if got := q.decide(t).Outcome == isDenied; got != denies {
		t.Errorf("%s: %s on %v in a Deny: %v, want %v", name, condition, have, got, denies)
	}
}

func TestNullAsksForPresenceOnly(t *testing.T) {
	for _, c := range []struct {
		condition string
		have      any
		want      bool
	}{
		{`{"Null":{"x:key":"true"}}`, nil, true},
		{`{"Null":{"x:key":"true"}}`, []string{}, true},
		{`{"Null":{"x:key":"true"}}`, "", false},
		{`{"Null":{"x:key":"true"}}`, "v", false},
		{`{"Null":{"x:key":true}}`, nil, true},
		{`{"Null":{"x:key":"false"}}`, nil, false},
		{`{"Null":{"x:key":"FALSE"}}`, "", true},
		{`{"Null":{"x:key":"false"}}`, []string{"v"}, true},
		{`{"Null":{"x:key":["true","false"]}}`, nil, true},
		{`{"Null":{"x:key":["true","false"]}}`, "v", true},
		{`{"Null":{"x:key":["true","garbled"]}}`, nil, true},
		{`{"ForAllValues:Null":{"x:key":"true"}}`, "v", true},
		{`{"ForAllValues:Null":{"x:key":"garbled"}}`, "v", true},
		{`{"ForAnyValue:Null":{"x:key":"true"}}`, nil, false},
		{`{"ForAnyValue:Null":{"x:key":"false"}}`, "v", false},
	} {
		check(t, "Null", c.condition, c.have, c.want, c.want)
	}
}

func TestAComparisonThatCannotBeMadeClosesBothWays(t *testing.T) {
	for _, c := range []struct {
		name, condition string
		have            any
	}{
		{"garbled boolean of the request", `{"Bool":{"x:key":"false"}}`, "yes"},
		{"garbled boolean of the policy", `{"Bool":{"x:key":"yes"}}`, "true"},
		{"garbled number of the request", `{"NumericLessThan":{"x:key":"10"}}`, "nine"},
		{"a number with an exponent", `{"NumericLessThan":{"x:key":"10"}}`, "1e0"},
		{"a number with a bare point", `{"NumericLessThan":{"x:key":"10"}}`, "1."},
		{"an empty number", `{"NumericEquals":{"x:key":"0"}}`, ""},
		{"garbled number of the policy", `{"NumericNotEquals":{"x:key":"ten"}}`, "9"},
		{"garbled number beside one that does not match", `{"NumericEquals":{"x:key":["ten","8"]}}`, "9"},
		{"garbled date", `{"DateLessThan":{"x:key":"2024-01-01"}}`, "yesterday"},
		{"a day that is none", `{"DateLessThan":{"x:key":"2024-01-01"}}`, "2023-02-29"},
		{"an hour that is none", `{"DateLessThan":{"x:key":"2024-01-01"}}`, "2023-02-28T24:00Z"},
		{"garbled address", `{"NotIpAddress":{"x:key":"203.0.113.0/24"}}`, "203.0.113"},
		{"an address with a zone", `{"NotIpAddress":{"x:key":"203.0.113.0/24"}}`, "fe80::1%eth0"},
		{"garbled network", `{"NotIpAddress":{"x:key":"203.0.113.0/33"}}`, "203.0.113.1"},
		{"garbled base64", `{"BinaryEquals":{"x:key":"AAEC"}}`, "***"},
		{"garbled base64 of the policy", `{"BinaryEquals":{"x:key":"***"}}`, ""},
		{"an ARN of five parts", `{"ArnNotLike":{"x:key":"arn:aws:s3:::b"}}`, "arn:aws:s3::b"},
		{"an ARN pattern of one part", `{"ArnLike":{"x:key":"*"}}`, "arn:aws:s3:::b"},
		{"what does not begin with arn", `{"ArnLike":{"x:key":"urn:aws:s3:::b"}}`, "urn:aws:s3:::b"},
		{"an unknown operator", `{"StringIs":{"x:key":"v"}}`, "v"},
		{"an unknown operator on an absent key", `{"StringIs":{"x:key":"v"}}`, nil},
		{"IfExists on Null", `{"NullIfExists":{"x:key":"true"}}`, "v"},
		{"a Null that is neither", `{"Null":{"x:key":"perhaps"}}`, "v"},
		{"no values", `{"StringEquals":{"x:key":[]}}`, "v"},
		{"no values on an absent key", `{"StringNotEquals":{"x:key":[]}}`, nil},
		{"a garbled member of a set", `{"ForAnyValue:NumericEquals":{"x:key":"5"}}`, []string{"5", "x"}},
	} {
		check(t, c.name, c.condition, c.have, false, true)
	}
	check(t, "another value of the policy matches", `{"NumericEquals":{"x:key":["ten","9"]}}`, "9", true, true)
	check(t, "another value of the policy matches, negated", `{"NumericNotEquals":{"x:key":["ten","9"]}}`, "9", false, false)
}

func TestEmptyListsOfValues(t *testing.T) {
	for _, c := range []struct {
		operator             string
		whenAbsent, whenHere bool
	}{
		{"ForAllValues:StringEquals", true, false},
		{"ForAllValues:StringNotEquals", true, false},
		{"StringEqualsIfExists", true, false},
		{"StringNotEqualsIfExists", true, false},
		{"ForAnyValue:StringEquals", false, false},
		{"ForAnyValue:StringNotEquals", false, false},
	} {
		condition := `{"` + c.operator + `":{"x:key":[]}}`
		check(t, "absent", condition, nil, c.whenAbsent, c.whenAbsent)
		check(t, "here", condition, "v", c.whenHere, c.whenHere)
	}
}

func TestKeysThatDifferByCaseCannotBeCompared(t *testing.T) {
	context := map[string]any{"aws:PrincipalTag/Team": "a", "aws:principaltag/team": "a"}
	condition := when(`{"StringEquals":{"aws:PrincipalTag/team":"a"}}`)
	for _, c := range []struct {
		identity []string
		want     any
	}{
		{ids(allow(condition)), isImplicit},
		{ids(allowAll, deny(condition)), isDenied},
		{ids(allow(when(`{"Null":{"aws:PrincipalTag/team":"false"}}`))), isImplicit},
	} {
		q := question{context: context, identity: c.identity}
		if d := q.decide(t); d.Outcome != c.want {
			t.Errorf("%s: %v, want %v", c.identity, d.Outcome, c.want)
		}
	}
}

func TestConditionsAreAndedAndValuesOred(t *testing.T) {
	context := map[string]any{"x:a": "1", "x:b": "2"}
	for condition, want := range map[string]bool{
		`{"StringEquals":{"x:a":"1","x:b":"2"}}`:                true,
		`{"StringEquals":{"x:a":"1","x:b":"3"}}`:                false,
		`{"StringEquals":{"x:a":"1"},"StringLike":{"x:b":"3"}}`: false,
		`{"StringEquals":{"x:a":["0","1"]}}`:                    true,
		`{"StringNotEquals":{"x:a":["0","1"]}}`:                 false,
		`{"StringNotEquals":{"x:a":["0","2"]}}`:                 true,
		`{}`:                                                    true,
		`{"StringEquals":{}}`:                                   true,
		`{"StringEquals":{"x:b":"2"},"NumericEquals":{"x:a":1},"Bool":{"x:c":"true"}}`: false,
	} {
		q := question{context: context, identity: ids(allow(when(condition)))}
		if got := q.decide(t).Outcome == isAllowed; got != want {
			t.Errorf("%s: %v, want %v", condition, got, want)
		}
	}
}
