package wire_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/shape"
)

// An inventor fills structs with made-up values, no two alike where their types allow it.
type inventor struct {
	t       *testing.T
	service *shape.Service
	obeys   bool // the published constraints; answers need not
	n       int
}

func (v *inventor) fill(target reflect.Value) {
	for i := range target.NumField() {
		f := target.Type().Field(i)
		v.value(target.Field(i), f.Tag.Get("rule"), target.Type().Name()+"."+f.Name)
	}
}

func (v *inventor) value(target reflect.Value, ruleName, where string) {
	v.n++
	rule := v.service.Rules[ruleName]
	switch target.Kind() {
	case reflect.Pointer:
		target.Set(reflect.New(target.Type().Elem()))
		v.value(target.Elem(), ruleName, where)
	case reflect.Struct:
		if at, ok := target.Addr().Interface().(*time.Time); ok {
			*at = time.Date(2026, 1, 1, 0, 0, v.n, 0, time.UTC)
			return
		}
		v.fill(target)
	case reflect.Slice:
		if target.Type().Elem().Kind() == reflect.Uint8 {
			target.SetBytes([]byte{0, 0xff, byte(v.n), byte(v.n >> 8), '<'})
			return
		}
		target.Set(reflect.MakeSlice(target.Type(), 2, 2))
		for i := range target.Len() {
			v.value(target.Index(i), rule.Member, where)
		}
	case reflect.Map:
		target.Set(reflect.MakeMap(target.Type()))
		for range 2 {
			key, entry := reflect.New(target.Type().Key()).Elem(), reflect.New(target.Type().Elem()).Elem()
			v.value(key, rule.Key, where)
			v.value(entry, rule.Member, where)
			target.SetMapIndex(key, entry)
		}
	case reflect.String:
		target.SetString(v.text(rule, where))
	case reflect.Int32, reflect.Int64:
		target.SetInt(v.number(rule))
	case reflect.Float64:
		target.SetFloat(float64(v.n) + 0.125)
	case reflect.Bool:
		target.SetBool(v.n%2 == 0)
	default:
		v.t.Fatalf("%s: nothing to invent for %s", where, target.Type())
	}
}

func (v *inventor) number(rule shape.Rule) int64 {
	n := int64(v.n)
	if v.obeys && rule.Min != nil {
		n += *rule.Min
	}
	if v.obeys && rule.Max != nil && n > *rule.Max {
		n = *rule.Max
	}
	return n
}

// texts are what the published patterns admit, the hardest to carry first.
var texts = []string{
	"%d <a&b>]]>\"' \t\n\r é€🙂 %%2B + = ;&x=1 %%", "%d <a&b>]]>\"' \t\n é %%2B + =", "%d <a&b>]]>\"' ~", "/%d<&\"'/", "v%d", "name%d=,.@-+_",
	"name%d_:/", "name%d_", "name-%d-x", "%06d", "ABCDEF%016d", "abcdef%016d",
	"%012d", "/p%d/", "o-abcdefghij%d", "p-abcdefgh%d", "o-abcdefghij/r-abcd/%d", "https://example.com/%d",
}

func (v *inventor) text(rule shape.Rule, where string) string {
	check, err := shape.Compile(rule)
	if err != nil {
		v.t.Fatal(err)
	}
	if !v.obeys {
		return fmt.Sprintf(texts[0], v.n)
	}
	if values := strings.Fields(rule.Enum); len(values) > 0 {
		return values[v.n%len(values)]
	}
	for _, format := range texts {
		text := fmt.Sprintf(format, v.n)
		for rule.Min != nil && int64(len([]rune(text))) < *rule.Min {
			text += text
		}
		if cut := []rune(text); rule.Max != nil && int64(len(cut)) > *rule.Max {
			text = string(cut[:*rule.Max])
		}
		if check.Text(text) == nil {
			return text
		}
	}
	v.t.Fatalf("%s: no text is known that satisfies %+v", where, rule)
	return ""
}

// transfer copies between our structs and the SDK's by the names of their members; it fails where one side lacks a member.
func transfer(t *testing.T, to, from reflect.Value, where string) {
	if from.Kind() == reflect.Pointer {
		if !from.IsNil() {
			transfer(t, to, from.Elem(), where)
		}
		return
	}
	if to.Kind() == reflect.Pointer {
		to.Set(reflect.New(to.Type().Elem()))
		transfer(t, to.Elem(), from, where)
		return
	}
	switch {
	case from.Type() == reflect.TypeFor[time.Time]():
		to.Set(from)
	case from.Kind() == reflect.Struct:
		for i := range from.NumField() {
			name := from.Type().Field(i).Name
			if name == "ResultMetadata" || !from.Type().Field(i).IsExported() {
				continue
			}
			field := to.FieldByName(name)
			if !field.IsValid() && from.Field(i).IsZero() {
				continue // newer than the model, and never sent
			}
			if !field.IsValid() {
				t.Errorf("%s: %s has no member %s", where, to.Type(), name)
				continue
			}
			transfer(t, field, from.Field(i), where+"."+name)
		}
	case from.Kind() == reflect.Slice && from.Type().Elem().Kind() != reflect.Uint8:
		if from.IsNil() {
			return
		}
		to.Set(reflect.MakeSlice(to.Type(), from.Len(), from.Len()))
		for i := range from.Len() {
			transfer(t, to.Index(i), from.Index(i), where)
		}
	case from.Kind() == reflect.Map:
		to.Set(reflect.MakeMap(to.Type()))
		for _, key := range from.MapKeys() {
			entry := reflect.New(to.Type().Elem()).Elem()
			transfer(t, entry, from.MapIndex(key), where)
			to.SetMapIndex(key.Convert(to.Type().Key()), entry)
		}
	default:
		to.Set(from.Convert(to.Type()))
	}
}
