package wire_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/wire"
)

// code is how an error reaches a client: its code and status, or nothing.
func code(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var f *fault.Error
	if !errors.As(err, &f) {
		t.Fatalf("%v is no fault", err)
	}
	return f.Code
}

func TestQueryStringsAndBodiesAreDecodedByTheirOwnRules(t *testing.T) {
	for _, c := range []struct {
		name, raw   string
		query, body []wire.Param
	}{
		{"nothing", "", nil, nil},
		{"one", "a=b", []wire.Param{{"a", "b"}}, []wire.Param{{"a", "b"}}},
		{"a plus", "a=b+c", []wire.Param{{"a", "b+c"}}, []wire.Param{{"a", "b c"}}},
		{"escapes of both cases", "%61=%C3%a9%2B", []wire.Param{{"a", "é+"}}, []wire.Param{{"a", "é+"}}},
		{"a further equals sign", "a=b=c", []wire.Param{{"a", "b=c"}}, []wire.Param{{"a", "b=c"}}},
		{"without a value", "a&b=", []wire.Param{{"a", ""}, {"b", ""}}, []wire.Param{{"a", ""}, {"b", ""}}},
		{"empty pieces", "&&a=1&", []wire.Param{{"a", "1"}}, []wire.Param{{"a", "1"}}},
		{"sorted by name, equal names as they came", "b=1&a=2&a=1", []wire.Param{{"a", "2"}, {"a", "1"}, {"b", "1"}}, []wire.Param{{"a", "2"}, {"a", "1"}, {"b", "1"}}},
		{"decoded once only", "a=%2541", []wire.Param{{"a", "%41"}}, []wire.Param{{"a", "%41"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			query, err := wire.ParseQuery(c.raw)
			if err != nil || !slices.Equal(query.Params(), c.query) {
				t.Errorf("query: got %q, %v", query.Params(), err)
			}
			body, err := wire.ParseBody(c.raw)
			if err != nil || !slices.Equal(body.Params(), c.body) {
				t.Errorf("body: got %q, %v", body.Params(), err)
			}
		})
	}
}

func TestWhatIsNoFormIsRefused(t *testing.T) {
	for raw, want := range map[string]string{
		"a=%":                                    "MalformedQueryString",
		"a=%4":                                   "MalformedQueryString",
		"a=%zz":                                  "MalformedQueryString",
		"%=a":                                    "MalformedQueryString",
		"=a":                                     "MalformedQueryString",
		"a=%ff":                                  "ValidationError",
		"a=\xff":                                 "ValidationError",
		"%c0%80=":                                "ValidationError",
		strings.Repeat("a&", wire.MaxParameters): "ValidationError",
	} {
		if _, err := wire.ParseBody(raw); code(t, err) != want {
			t.Errorf("%.20q: %v, want %s", raw, err, want)
		}
	}
	if _, err := wire.ParseQuery("a=1;b=2"); code(t, err) != "MalformedQueryString" {
		t.Errorf("a semicolon in a query string: %v", err)
	}
	if _, err := wire.ParseBody("a=1;b=2"); err != nil {
		t.Errorf("a semicolon in a body: %v", err)
	}
}

func TestAParameterOccursOnceInQueryAndBodyTogether(t *testing.T) {
	for _, c := range []struct {
		query, body, want string
	}{
		{"a=1", "b=2", ""},
		{"", "b=2", ""},
		{"a=1", "", ""},
		{"a=1&a=1", "", "ValidationError"},
		{"", "a=1&a=2", "ValidationError"},
		{"UserName=ann", "UserName=bob", "ValidationError"},
		{"Action=GetUser", "Action=DeleteUser", "MalformedQueryString"},
		{"", "Action=GetUser&Action=DeleteUser", "MalformedQueryString"},
		{"Version=1&Version=1", "", "MalformedQueryString"},
	} {
		query, err := wire.ParseQuery(c.query)
		if err != nil {
			t.Fatal(err)
		}
		body, err := wire.ParseBody(c.body)
		if err != nil {
			t.Fatal(err)
		}
		joined, err := wire.Join(query, body)
		if code(t, err) != c.want {
			t.Errorf("%q with %q: %v, want %q", c.query, c.body, err, c.want)
		}
		if count := len(query.Params()) + len(body.Params()); err == nil && len(joined.Params()) != count {
			t.Errorf("%q with %q: %q", c.query, c.body, joined.Params())
		}
	}
}

func TestGetFindsAValueByItsName(t *testing.T) {
	form, err := wire.ParseBody("b=2&a=&c=3")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a": "", "b": "2", "c": "3"} {
		if got, ok := form.Get(name); !ok || got != want {
			t.Errorf("%s: got %q, %v", name, got, ok)
		}
	}
	for _, name := range []string{"", "A", "d"} {
		if _, ok := form.Get(name); ok {
			t.Errorf("%q is there", name)
		}
	}
}
