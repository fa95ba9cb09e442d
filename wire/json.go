package wire

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/fault"
)

// JSONForm reads a body of JSON into the parameters that the same input would have as a form, for Decode, so that one set of checks serves both. in is a pointer
// to the operation's input. Members that the operation does not have, and those that are null, are passed over. The error is a *fault.Error.
// https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
func (c *Codec) JSONForm(body []byte, in any) (Form, error) {
	if len(bytes.TrimSpace(body)) == 0 {
		return Form{}, nil
	}
	reader := json.NewDecoder(bytes.NewReader(body))
	reader.UseNumber()
	var members map[string]any
	if err := reader.Decode(&members); err != nil || reader.More() {
		return Form{}, notJSON("The body is not one JSON object.")
	}
	p, ok := c.plans[reflect.TypeOf(in).Elem()]
	if !ok {
		return Form{}, fmt.Errorf("wire: %T is no input of %s", in, c.service.Name)
	}
	f := &flattener{}
	f.structure(p, "", members)
	if f.refusal != nil {
		return Form{}, f.refusal
	}
	form := Form{f.params}
	form.sort()
	return form, nil
}

func notJSON(format string, args ...any) error {
	return fault.New("SerializationException", fault.BadRequest, format, args...)
}

// A flattener spreads JSON over parameters.
type flattener struct {
	params  []Param
	refusal error
}

func (f *flattener) structure(p *plan, prefix string, members map[string]any) {
	for i := range p.fields {
		member := &p.fields[i]
		if given := members[member.name]; given != nil {
			f.value(&member.value, prefix+member.name, given)
		}
	}
}

func (f *flattener) value(v *value, name string, given any) {
	switch given := given.(type) {
	case map[string]any:
		if v.kind == structure {
			f.structure(v.plan, name+".", given)
			return
		}
	case []any:
		if v.kind == list {
			for i, item := range given {
				f.value(v.item, name+".member."+strconv.Itoa(i+1), item)
			}
			return
		}
	case string:
		f.scalar(name, given, v.kind == text || v.kind == blob)
		return
	case bool:
		f.scalar(name, strconv.FormatBool(given), v.kind == boolean)
		return
	case json.Number:
		if v.kind == timestamp {
			f.timestamp(name, given)
			return
		}
		f.scalar(name, given.String(), v.kind == integer || v.kind == long || v.kind == float)
		return
	}
	f.refuse(name)
}

func (f *flattener) scalar(name, given string, fits bool) {
	if !fits || len(f.params) >= MaxParameters {
		f.refuse(name)
		return
	}
	f.params = append(f.params, Param{name, given})
}

// timestamp reads seconds since 1970, with a fraction or without. Clients send milliseconds at the finest.
func (f *flattener) timestamp(name string, given json.Number) {
	const last = 253402300799 // of the year 9999
	seconds, err := given.Float64()
	if err != nil || seconds < 0 || seconds > last {
		f.refuse(name)
		return
	}
	f.scalar(name, time.UnixMilli(int64(math.Round(seconds*1000))).UTC().Format(time.RFC3339Nano), true)
}

func (f *flattener) refuse(name string) {
	if f.refusal == nil {
		f.refusal = notJSON("The value of %s is of the wrong type.", strings.ReplaceAll(name, ".member.", "."))
	}
}

// EncodeJSON appends the answer of an operation as a JSON object to dst. out is a pointer to its output. What is nil is left out, except the lists right under
// the answer: an empty page is an empty list.
func (c *Codec) EncodeJSON(dst []byte, out any) ([]byte, error) {
	source := reflect.ValueOf(out)
	if source.Kind() != reflect.Pointer || c.plans[source.Type().Elem()] == nil {
		return dst, fmt.Errorf("wire: %T is no output of %s", out, c.service.Name)
	}
	p := c.plans[source.Type().Elem()]
	if source.IsNil() {
		return append(dst, "{}"...), nil
	}
	return jsonObject(dst, p, source.Elem(), true), nil
}

func jsonObject(dst []byte, p *plan, source reflect.Value, top bool) []byte {
	dst = append(dst, '{')
	first := true
	for i := range p.fields {
		f := &p.fields[i]
		member := source.Field(f.index)
		nilled := (member.Kind() == reflect.Pointer || member.Kind() == reflect.Slice || member.Kind() == reflect.Map) && member.IsNil()
		if nilled && !f.required && !(top && f.kind == list) {
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(AppendJSONString(dst, f.element), ':')
		dst = jsonValue(dst, &f.value, reflect.Indirect(member))
	}
	return append(dst, '}')
}

func jsonValue(dst []byte, v *value, source reflect.Value) []byte {
	switch v.kind {
	case structure:
		return jsonObject(dst, v.plan, source, false)
	case list:
		dst = append(dst, '[')
		for i := range source.Len() {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = jsonValue(dst, v.item, source.Index(i))
		}
		return append(dst, ']')
	case mapping:
		return jsonMap(dst, v, source)
	case integer, long:
		return strconv.AppendInt(dst, source.Int(), 10)
	case float:
		return strconv.AppendFloat(dst, source.Float(), 'f', -1, 64)
	case boolean:
		return strconv.AppendBool(dst, source.Bool())
	case timestamp:
		return strconv.AppendInt(dst, source.Interface().(time.Time).Unix(), 10)
	case blob:
		return AppendJSONString(dst, base64.StdEncoding.EncodeToString(source.Bytes()))
	}
	return AppendJSONString(dst, source.String())
}

func jsonMap(dst []byte, v *value, source reflect.Value) []byte {
	keys := source.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	dst = append(dst, '{')
	for i, key := range keys {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(AppendJSONString(dst, key.String()), ':')
		dst = jsonValue(dst, v.item, source.MapIndex(key))
	}
	return append(dst, '}')
}
