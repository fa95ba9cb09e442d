package policy_test

import (
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/policy"
)

// covers asks whether an identity policy of the 2012 version with that resource allows a request on another.
func covers(t *testing.T, pattern, resource string, context map[string]any) bool {
	t.Helper()
	q := question{resource: resource, context: context, identity: ids(allow(on(pattern)))}
	return q.decide(t).Outcome == isAllowed
}

func TestResourcesMatchPartByPart(t *testing.T) {
	for _, c := range []struct {
		pattern, resource string
		want              bool
	}{
		{"*", "*", true},
		{"*", "arn:aws:s3:::b", true},
		{"*", "no ARN", true},
		{"arn:*", "no ARN", false},
		{"arn:*:*:*:*:*", "*", false},
		{"arn:aws:s3:::b", "arn:aws:s3:::b", true},
		{"arn:aws:s3:::b", "arn:aws:s3:::B", false},
		{"arn:aws:s3:::b/*", "arn:aws:s3:::b/", true},
		{"arn:aws:s3:::b/*", "arn:aws:s3:::b", false},
		{"arn:aws:s3:::*", "arn:aws:s3:::a:b/c:d", true},
		{"arn:aws:s3:*:b", "arn:aws:s3:::x:b", false},
		{"arn:aws:*:eu:1:x", "arn:aws:s3:eu:1:x", true},
		{"arn:aws:*:1:x", "arn:aws:s3:eu:1:x", false},
		{"arn:aws:*", "arn:aws:s3:eu:1:x", true},
		{"arn:aws:s?:::b", "arn:aws:s3:::b", true},
		{"a*:aws:s3:::b", "arn:aws:s3:::b", false},
		{"*:s3:::b", "arn:aws:s3:::b", false},
		{"urn:aws:s3:::b", "urn:aws:s3:::b", false},
		{"arn:aws:sqs", "arn:aws:sqs:eu:1:q", true},
		{"arn:aws:sq", "arn:aws:sqs:eu:1:q", false},
		{"arn", "arn:aws:sqs:eu:1:q", true},
		{"arn:aws:s3:::?", "arn:aws:s3:::é", true},
		{"arn:aws:s3:::??", "arn:aws:s3:::é", false},
		{"arn:aws:s3:::*b?", "arn:aws:s3:::xbé", true},
		{"arn:*:*:*:*:*", "urn:aws:s3:::b", false},
		{"arn:aws:s3:::a*?b", "arn:aws:s3:::aéb", true},
		{"arn:aws:s3:::a*?b", "arn:aws:s3:::ab", false},
		{"arn:aws:s3:::*a?c*d?", "arn:aws:s3:::xabaacydz", true},
		{"arn:aws:s3:::*ab*ba*", "arn:aws:s3:::aba", false},
		{"arn:aws:s3:::ab*ba", "arn:aws:s3:::aba", false},
		{"arn:aws:s3:::*?", "arn:aws:s3:::", false},
		{"arn:aws:s3:::**", "arn:aws:s3:::", true},
		{"arn:aws:s3:::a//b", "arn:aws:s3:::a/b", false},
		{"arn:aws:s3:::*", "*", false},
		{"arn:aws:ec2:*:1:*/i-1", "arn:aws:ec2:eu:1:instance/i-1", true},
		{"arn:aws:ec2:*:1:group*/*", "arn:aws:ec2:eu:1:group-x/y", true},
		{"arn:aws:s3:::", "arn:aws:s3:::", true},
	} {
		if got := covers(t, c.pattern, c.resource, nil); got != c.want {
			t.Errorf("%s covers %s: %v, want %v", c.pattern, c.resource, got, c.want)
		}
	}
}

func TestShortARNsMeanDifferentThingsInDifferentKinds(t *testing.T) {
	const resource = "arn:aws:sqs:eu-west-1:" + here + ":q"
	statement := func(r string) string { return doc(allow(`"Principal":"*",` + on(r))) }
	plain := func(r string) string { return doc(allow(on(r))) }
	for _, c := range []struct {
		pattern                           string
		identity, scp, resource, endpoint bool
	}{
		{"arn:aws:sqs", true, false, false, false},
		{"arn:aws:sqs:*", true, true, true, true},
		{"arn:aws:*:eu-west-1", true, false, true, true},
		{"arn:aws:sq?", true, false, true, true},
		{"arn:aws:sqs:*:*:*", true, true, true, true},
	} {
		for name, q := range map[string]struct {
			question
			want bool
		}{
			"identity": {question{identity: []string{plain(c.pattern)}}, c.identity},
			"boundary": {question{identity: ids(allowAll), boundary: plain(c.pattern)}, c.identity},
			"session":  {question{who: roleSession, identity: ids(allowAll), session: plain(c.pattern)}, c.identity},
			"scp":      {question{identity: ids(allowAll), scps: [][]string{{plain(c.pattern)}}}, c.scp},
			"rcp":      {question{identity: ids(allowAll), rcps: [][]string{{statement(c.pattern)}}}, strings.Count(c.pattern, ":") == 5},
			"resource": {question{who: service, policy: statement(c.pattern)}, c.resource},
			"endpoint": {question{identity: ids(allowAll), endpoint: plain(c.pattern)}, c.endpoint},
		} {
			q.action, q.resource = "sqs:SendMessage", resource
			if got := q.decide(t).Outcome == isAllowed; got != q.want {
				t.Errorf("%s in %s: %v, want %v", c.pattern, name, got, q.want)
			}
		}
	}
}

func TestNotResourceIsForAllOthers(t *testing.T) {
	for _, c := range []struct {
		list, resource string
		want           bool
	}{
		{`"arn:aws:s3:::b"`, "arn:aws:s3:::c", true},
		{`"arn:aws:s3:::b"`, "arn:aws:s3:::b", false},
		{`["arn:aws:s3:::b","arn:aws:s3:::c*"]`, "arn:aws:s3:::cc", false},
		{`["arn:aws:s3:::b"]`, "*", true},
		{`"*"`, "*", false},
		{`[]`, "arn:aws:s3:::b", true},
	} {
		q := question{resource: c.resource, identity: ids(allow(`"Action":"*","NotResource":` + c.list))}
		if got := q.decide(t).Outcome == isAllowed; got != c.want {
			t.Errorf("NotResource %s on %s: %v, want %v", c.list, c.resource, got, c.want)
		}
	}
}

func TestActionsFoldAndHaveWildcardsInTheNameOnly(t *testing.T) {
	for _, c := range []struct {
		entry, action string
		want          bool
	}{
		{"*", "s3:GetObject", true},
		{"s3:*", "S3:getobject", true},
		{"S3:GET*", "s3:GetObject", true},
		{"s3:Get?bject", "s3:GetObject", true},
		{"s3:*Object", "s3:GetObjectAcl", false},
		{"s3:G*t*b*t", "s3:GetObject", true},
		{"s3:GetObject", "s3:GetObjectAcl", false},
		{"*:*", "s3:GetObject", false},
		{"s?:GetObject", "s3:GetObject", false},
		{"s?:GetObject", "s?:GetObject", false},
		{"*:Get*", "*:GetObject", false},
		{"s3", "s3:GetObject", false},
		{"s3:", "s3:", false},
		{"s3:Get Object", "s3:Get Object", false},
		{"s3:Get,Put", "s3:Get,Put", false},
		{"a:b:c", "a:b:c", false},
		{"s3:${x}", "s3:${x}", true},
		{"x:NoSuchAction", "x:nosuchaction", true},
	} {
		q := question{action: c.action, identity: ids(allow(`"Action":"` + c.entry + `","Resource":"*"`))}
		if got := q.decide(t).Outcome == isAllowed; got != c.want {
			t.Errorf("Action %s on %s: %v, want %v", c.entry, c.action, got, c.want)
		}
		if c.entry == "*" {
			continue
		}
		q.identity = ids(allow(`"NotAction":["y:z","` + c.entry + `"],"Resource":"*"`))
		if got := q.decide(t).Outcome == isAllowed; got == c.want {
			t.Errorf("NotAction %s on %s: %v, want %v", c.entry, c.action, got, !c.want)
		}
	}
}

func TestVariablesStandForTextOfTheRequest(t *testing.T) {
	context := map[string]any{
		"aws:username": "ann", "aws:PrincipalAccount": here, "aws:RequestedRegion": "eu-west-1", "x:empty": "", "x:list": []string{"v"},
		"x:odd": "a:b/c", "x:star": "*", "x:dollar": "${aws:username}",
	}
	for _, c := range []struct {
		pattern, resource string
		want              bool
	}{
		{"arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::1:user/ann", true},
		{"arn:aws:iam::*:user/${AWS:UserName}", "arn:aws:iam::1:user/ann", true},
		{"arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::1:user/annx", false},
		{"arn:aws:iam::*:user/${aws:username}*", "arn:aws:iam::1:user/annx", true},
		{"arn:aws:iam::*:user/*${aws:username}?", "arn:aws:iam::1:user/ananny", true},
		{"arn:aws:iam::${aws:PrincipalAccount}:user/x", "arn:aws:iam::" + here + ":user/x", true},
		{"arn:aws:sqs:${aws:RequestedRegion}:1:q", "arn:aws:sqs:eu-west-1:1:q", true},
		{"arn:aws:${aws:username}:::q", "arn:aws:ann:::q", false},
		{"arn:${aws:username}:s3:::q", "arn:ann:s3:::q", false},
		{"arn:aws:s3:::${x:odd}", "arn:aws:s3:::a:b/c", true},
		{"arn:aws:s3::${x:odd}:q", "arn:aws:s3::a:b/c:q", false},
		{"arn:aws:s3:::${x:star}", "arn:aws:s3:::*", true},
		{"arn:aws:s3:::${x:star}", "arn:aws:s3:::y", false},
		{"arn:aws:s3:::${x:dollar}", "arn:aws:s3:::${aws:username}", true},
		{"arn:aws:s3:::${x:absent}", "arn:aws:s3:::", false},
		{"arn:aws:s3:::${x:empty}", "arn:aws:s3:::", false},
		{"arn:aws:s3:::${x:list}", "arn:aws:s3:::v", false},
		{"arn:aws:s3:::${x:absent, 'none'}", "arn:aws:s3:::none", true},
		{"arn:aws:s3:::${x:empty, 'none'}", "arn:aws:s3:::none", true},
		{"arn:aws:s3:::${x:list, 'none'}", "arn:aws:s3:::none", true},
		{"arn:aws:s3:::${aws:username, 'none'}", "arn:aws:s3:::none", false},
		{"arn:aws:s3:::${x:absent, '*'}", "arn:aws:s3:::anything", false},
		{"arn:aws:s3:::${x:absent, ''}q", "arn:aws:s3:::q", true},
		{"arn:aws:s3:::${x:absent, none}", "arn:aws:s3:::none", false},
		{"arn:aws:s3:::${aws:username", "arn:aws:s3:::${aws:username", true},
		{"arn:aws:s3:::${}", "arn:aws:s3:::", false},
		{"arn:aws:s3:::a${?}b", "arn:aws:s3:::a?b", true},
		{"arn:aws:s3:::a${?}b", "arn:aws:s3:::axb", false},
		{"arn:aws:s3:::${$}{aws:username}", "arn:aws:s3:::${aws:username}", true},
	} {
		if got := covers(t, c.pattern, c.resource, context); got != c.want {
			t.Errorf("%s covers %s: %v, want %v", c.pattern, c.resource, got, c.want)
		}
	}
}

func TestOldDocumentsTakeVariablesForText(t *testing.T) {
	for _, version := range []string{"", `"Version":"2008-10-17",`} {
		for resource, want := range map[string]bool{"arn:aws:s3:::a${aws:x}": true, "arn:aws:s3:::a${y}": false, "arn:aws:s3:::b${zzz}": true, "arn:aws:s3:::bx": false} {
			q := question{
				resource: resource, context: map[string]any{"aws:x": "y"},
				identity: []string{"{" + version + `"Statement":` + allow(`"Action":"*","Resource":["arn:aws:s3:::a${aws:x}","arn:aws:s3:::b${*}"]`) + "}"},
			}
			if got := q.decide(t).Outcome == isAllowed; got != want {
				t.Errorf("with %q on %s: %v, want %v", version, resource, got, want)
			}
		}
	}
}

func TestVariablesWithoutAValueMatchNothing(t *testing.T) {
	for _, c := range []struct {
		condition      string
		allows, denies bool
	}{
		{`{"StringEquals":{"x:key":"${x:absent}"}}`, false, false},
		{`{"StringNotEquals":{"x:key":"${x:absent}"}}`, true, true},
		{`{"StringLike":{"x:key":"*${x:absent}"}}`, false, false},
		{`{"StringNotEqualsIgnoreCase":{"x:key":"${x:absent}"}}`, true, true},
		{`{"StringEqualsIgnoreCase":{"x:key":"${x:absent, 'VALUE'}"}}`, true, true},
		{`{"Bool":{"x:key":"${x:absent}"}}`, false, true}, // the request's value is no boolean
	} {
		check(t, "no value", c.condition, "value", c.allows, c.denies)
	}
	notResource := `"Action":"*","NotResource":["arn:aws:s3:::a","arn:aws:s3:::${x:absent}"]`
	q := question{resource: "arn:aws:s3:::b", identity: ids(allow(notResource))}
	if d := q.decide(t); d.Outcome != isImplicit {
		t.Errorf("an Allow whose exception cannot be told: %v", d.Outcome)
	}
	q.identity = ids(allowAll, deny(notResource))
	if d := q.decide(t); d.Outcome != isDenied {
		t.Errorf("a Deny whose exception cannot be told: %v", d.Outcome)
	}
}

func TestVariablesInConditions(t *testing.T) {
	context := map[string]any{"aws:username": "Ann", "x:name": "ann", "x:on": "true", "x:flag": "TRUE", "x:odd": "maybe", "x:arn": "arn:aws:s3:::Ann/x"}
	for condition, want := range map[string]bool{
		`{"StringEqualsIgnoreCase":{"x:name":"${aws:username}"}}`: true,
		`{"StringEquals":{"x:name":"${aws:username}"}}`:           false,
		`{"StringLike":{"x:name":"a${x:absent, 'n'}*"}}`:          true,
		`{"Bool":{"x:on":"${x:flag}"}}`:                           true,
		`{"Bool":{"x:on":["${x:odd}","${x:flag}"]}}`:              true,
		`{"Bool":{"x:on":"${x:odd}"}}`:                            false,
		`{"ArnLike":{"x:arn":"arn:aws:s3:::${aws:username}/*"}}`:  true,
		`{"NumericEquals":{"x:on":"${x:flag}"}}`:                  false,
		`{"StringEquals":{"aws:userName":"${aws:username}"}}`:     true,
	} {
		q := question{context: context, identity: ids(allow(when(condition)))}
		if got := q.decide(t).Outcome == isAllowed; got != want {
			t.Errorf("%s: %v, want %v", condition, got, want)
		}
	}
	check(t, "a boolean that is absent", `{"Bool":{"x:key":"${x:absent}"}}`, "true", false, false)
	check(t, "a substituted text that is no boolean", `{"Bool":{"x:key":"${x:key, 'maybe'}x"}}`, "true", false, true)
}

// Hostile patterns of 6,000 characters against names of 2,000 are decided within the budget, and what cannot be decided is denied.
func TestHostilePatternsStayBounded(t *testing.T) {
	text := "arn:aws:s3:::" + strings.Repeat("a", 2000)
	for name, pattern := range map[string]string{
		"stars between single letters": "arn:aws:s3:::" + strings.Repeat("a*", 2990) + "b",
		"one long piece":               "arn:aws:s3:::*" + strings.Repeat("a", 1024) + "b*",
		"questions and stars":          "arn:aws:s3:::" + strings.Repeat("*a?", 1990) + "b",
		"a piece with questions":       "arn:aws:s3:::*" + strings.Repeat("a?", 500) + "b*",
		"variables":                    "arn:aws:s3:::*" + strings.Repeat("${x:a}", 900) + "b*",
	} {
		t.Run(name, func(t *testing.T) {
			q := question{resource: text, context: map[string]any{"x:a": "a"}, identity: ids(allow(on(pattern)))}
			set, r := q.set(t), q.request()
			start := time.Now()
			if d := policy.Decide(set, r); d.Outcome == isAllowed {
				t.Error("allowed")
			}
			if took := time.Since(start); took > 500*time.Millisecond {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestBeyondTheBudgetEveryDenyAppliesAndNoAllow(t *testing.T) {
	var greedy []string
	for range 400 {
		greedy = append(greedy, `"arn:aws:s3:::*`+strings.Repeat("a?", 400)+`b*"`)
	}
	resources := strings.Join(greedy, ",")
	q := question{resource: "arn:aws:s3:::" + strings.Repeat("a", 2000), identity: ids(allowAll, deny(`"Action":"*","Resource":[`+resources+`]`))}
	if d := q.decide(t); d.Outcome != isDenied {
		t.Errorf("a Deny that cannot be told in time: %v", d.Outcome)
	}
	q.identity = ids(allow(`"Action":"*","NotResource":[` + resources + `]`))
	if d := q.decide(t); d.Outcome != isImplicit {
		t.Errorf("an Allow that cannot be told in time: %v", d.Outcome)
	}
}
