package policy_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/policy"
)

func TestParseRefusesWhatIsNoPolicy(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":                           ``,
		"a bare string":                     `"x"`,
		"an array":                          `[]`,
		"text behind":                       `{"Statement":` + allowAll + `} x`,
		"a second document":                 `{"Statement":` + allowAll + `}{}`,
		"a byte order mark":                 "\ufeff" + `{"Statement":` + allowAll + `}`,
		"a NUL":                             `{"Id":"` + "\x00" + `","Statement":` + allowAll + `}`,
		"an escaped NUL":                    `{"Id":"\u0000","Statement":` + allowAll + `}`,
		"a letter beyond U+00FF":            `{"Id":"ā","Statement":` + allowAll + `}`,
		"an escaped letter beyond it":       `{"Id":"\u0101","Statement":` + allowAll + `}`,
		"a lone surrogate":                  `{"Id":"\ud800","Statement":` + allowAll + `}`,
		"bytes that are no UTF-8":           `{"Id":"` + "\xff" + `","Statement":` + allowAll + `}`,
		"a comment":                         `{/* */"Statement":` + allowAll + `}`,
		"a trailing comma":                  `{"Statement":` + allowAll + `,}`,
		"no statement":                      `{"Version":"2012-10-17"}`,
		"an empty list of statements":       `{"Statement":[]}`,
		"a statement that is a string":      `{"Statement":"x"}`,
		"a null statement":                  `{"Statement":null}`,
		"an unknown element":                `{"statement":` + allowAll + `}`,
		"an unknown element of a statement": `{"Statement":{"effect":"Allow","Action":"*","Resource":"*"}}`,
		"a version of its own":              `{"Version":"2012-10-18","Statement":` + allowAll + `}`,
		"a version that is a number":        `{"Version":2012,"Statement":` + allowAll + `}`,
		"a version twice":                   `{"Version":"2012-10-17","Version":"2012-10-17","Statement":` + allowAll + `}`,
		"an escaped name twice":             `{"Statement":` + allow(`"Action":"*","\u0041ction":"*","Resource":"*"`) + `}`,
		"no effect":                         `{"Statement":{"Action":"*","Resource":"*"}}`,
		"an effect in lower case":           `{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}`,
		"no action":                         `{"Statement":` + allow(`"Resource":"*"`) + `}`,
		"both actions":                      `{"Statement":` + allow(`"Action":"*","NotAction":"*","Resource":"*"`) + `}`,
		"both resources":                    `{"Statement":` + allow(`"Action":"*","Resource":"*","NotResource":"*"`) + `}`,
		"both principals":                   `{"Statement":` + allow(`"Principal":"*","NotPrincipal":"*","Action":"*","Resource":"*"`) + `}`,
		"a bare principal":                  `{"Statement":` + allow(`"Principal":"arn:aws:iam::111111111111:root","Action":"*"`) + `}`,
		"an unknown kind of principal":      `{"Statement":` + allow(`"Principal":{"Aws":"*"},"Action":"*"`) + `}`,
		"a number for an action":            `{"Statement":` + allow(`"Action":1,"Resource":"*"`) + `}`,
		"null for an action":                `{"Statement":` + allow(`"Action":[null],"Resource":"*"`) + `}`,
		"null for a resource":               `{"Statement":` + allow(`"Action":"*","Resource":null`) + `}`,
		"an object for a resource":          `{"Statement":` + allow(`"Action":"*","Resource":{}`) + `}`,
		"a condition that is a list":        `{"Statement":` + allow(when(`[]`)) + `}`,
		"an operator that is a string":      `{"Statement":` + allow(when(`{"Bool":"x"}`)) + `}`,
		"null for a condition's value":      `{"Statement":` + allow(when(`{"Bool":{"a:b":null}}`)) + `}`,
		"a condition's value in two lists":  `{"Statement":` + allow(when(`{"Bool":{"a:b":[["true"]]}}`)) + `}`,
		"an operator twice":                 `{"Statement":` + allow(when(`{"Bool":{"a:b":"true"},"Bool":{"a:c":"true"}}`)) + `}`,
		"a key twice":                       `{"Statement":` + allow(when(`{"Bool":{"a:b":"true","a:b":"false"}}`)) + `}`,
		"a key twice in two cases":          `{"Statement":` + allow(when(`{"Bool":{"a:b":"true","A:B":"false"}}`)) + `}`,
		"great depth":                       strings.Repeat(`{"Statement":`, 10_000),
		"great depth of lists":              `{"Statement":` + strings.Repeat(`[`, 100_000),
		"great size":                        strings.Repeat(" ", policy.MaxSize) + `{"Statement":` + allowAll + `}`,
	} {
		d, err := policy.Parse(text)
		var syntax *policy.SyntaxError
		if d != nil || !errors.As(err, &syntax) {
			t.Errorf("%s: answers %v, %v; want a SyntaxError", name, d, err)
		} else if syntax.Line < 1 || syntax.Column < 1 || syntax.Message == "" {
			t.Errorf("%s: has no place or reason: %+v", name, syntax)
		}
	}
}

func TestParseTakesWhatTheGrammarLeavesOpen(t *testing.T) {
	for name, text := range map[string]string{
		"one statement without a list": `{"Statement":` + allowAll + `}`,
		"an Id":                        `{"Id":"x","Statement":` + allowAll + `}`,
		"null among resources":         `{"Statement":` + allow(`"Action":"*","Resource":["a",null]`) + `}`,
		"empty lists":                  `{"Statement":` + allow(`"Action":[],"Resource":[]`) + `}`,
		"an empty condition":           `{"Statement":` + allow(when(`{}`)) + `}`,
		"an operator without keys":     `{"Statement":` + allow(when(`{"Bool":{}}`)) + `}`,
		"an unknown operator":          `{"Statement":` + allow(when(`{"Foo":{"a":"b"}}`)) + `}`,
		"numbers and booleans":         `{"Statement":` + allow(when(`{"Foo":{"a":[1,10.0,1e3,true,false]}}`)) + `}`,
		"no resource":                  `{"Statement":` + allow(`"Principal":{},"Action":"*"`) + `}`,
		"letters up to U+00FF":         "{\"Id\":\"\u00ff\u0080~\",\r\n\t\"Statement\":" + allowAll + "}",
		"a Sid twice":                  doc(allow(`"Sid":"a","Action":"*"`), allow(`"Sid":"a","Action":"*"`)),
	} {
		if _, err := policy.Parse(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSyntaxErrorsKnowLineAndColumn(t *testing.T) {
	for _, c := range []struct {
		text         string
		line, column int
	}{
		{"{\n  \"Statement\": {\n    \"Efect\": \"Allow\"\n  }\n}", 3, 5},
		{"{\n  \"Statement\": {\"Effect\": 1}}", 2, 27},
		{"{\"Id\":\"é\", \"x\":1}", 1, 12},
		{"{\"Version\":\"2012-10-17\",\n\n \"Version\":\"2012-10-17\"}", 3, 2},
		{"{\"Statement\":{\"Effect\":\"Allow\",\n\"Action\":\"*\",\n\"NotAction\":\"*\"}}", 1, 14},
		{"{\"Version\":\"2012-10-17\"", 1, 24},
	} {
		_, err := policy.Parse(c.text)
		var syntax *policy.SyntaxError
		if !errors.As(err, &syntax) || syntax.Line != c.line || syntax.Column != c.column {
			t.Errorf("%s\n: %v, want line %d, column %d", c.text, err, c.line, c.column)
		}
	}
}

func TestStatementsKnowWhereTheyStand(t *testing.T) {
	text := "{\"Statement\": [\n  {\"Effect\": \"Allow\", \"Action\": \"*\"},\n  {\"Effect\": \"Deny\", \"Action\": \"*\"}]}"
	d, err := policy.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	span := d.Statements[1].Span
	if got, want := text[span.Start:span.End], `{"Effect": "Deny", "Action": "*"}`; got != want {
		t.Errorf("the second statement is %s, want %s", got, want)
	}
	if p := d.Position(span.Start); p.Line != 3 || p.Column != 3 {
		t.Errorf("it begins at %+v, want line 3, column 3", p)
	}
	if v := d.Statements[0].Action.Values[0]; text[v.Span.Start:v.Span.End] != `"*"` {
		t.Errorf("its action is %s", text[v.Span.Start:v.Span.End])
	}
}

var printed = []string{
	`{"Statement":` + allowAll + `}`,
	doc(allow(when(`{"Foo":{"a":[1,10.0,true]},"Bool":{},"StringLike":{"b":[],"c":"\"\\\u00e9\u000a<>&"}}`)), deny(`"NotAction":[],"NotResource":["a",null,"b"]`)),
	`{"Id":"x","Version":"2008-10-17","Statement":[` + allow(`"Sid":"","Principal":{"AWS":["a","b"],"Service":"c","Federated":[]},"Action":["a"]`) + `,` + allow(`"NotPrincipal":"*","Action":["a"],"Condition":{}`) + `]}`,
}

func TestAPrintedDocumentSaysTheSame(t *testing.T) {
	for _, text := range append(printed, forceMFA, ec2FullAccess) {
		d, err := policy.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		again, err := policy.Parse(d.String())
		if err != nil {
			t.Errorf("printed, it cannot be read: %v\n%s", err, d)
			continue
		}
		if !again.Equal(d) {
			t.Errorf("printed, it says something else:\n%s\nwas %s", d, text)
		}
		if again.String() != d.String() {
			t.Errorf("printed twice, it looks different:\n%s\n%s", d, again)
		}
	}
}

func TestEqualTellsDocumentsApart(t *testing.T) {
	base := `"Sid":"s","Principal":{"AWS":"a"},"Action":"x:y","Resource":"r","Condition":{"Bool":{"k":"true"}}`
	one, err := policy.Parse(doc(allow(base)))
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{
		{`"s"`, `"t"`},
		{`"AWS"`, `"Service"`},
		{`{"AWS":"a"}`, `"*"`},
		{`"a"`, `["a","b"]`},
		{`"Principal"`, `"NotPrincipal"`},
		{`"x:y"`, `"x:z"`},
		{`"Action"`, `"NotAction"`},
		{`"r"`, `[]`},
		{`"Resource"`, `"NotResource"`},
		{`"Bool"`, `"Null"`},
		{`"k"`, `"l"`},
		{`"true"`, `"false"`},
		{`"Sid":"s",`, ``},
		{`,"Condition":{"Bool":{"k":"true"}}`, ``},
	} {
		text := doc(allow(strings.Replace(base, change[0], change[1], 1)))
		other, err := policy.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if one.Equal(other) || other.Equal(one) {
			t.Errorf("%s is taken for the same", text)
		}
	}
}
