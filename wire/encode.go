package wire

import (
	"encoding/base64"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/shape"
)

// AnswerType is the content type of every answer of the Query family.
const AnswerType = "text/xml;charset=UTF-8"

// Encode appends the XML answer of an operation to dst. out is a pointer to its output; a nil pointer is an output without
// members. Members that are nil are left out, except required ones and the lists right under the answer: an empty page is an
// empty list, and clients rely on finding it.
func (c *Codec) Encode(dst []byte, operation, requestID string, out any) ([]byte, error) {
	op, ok := c.service.Operation(operation)
	if !ok {
		return dst, fmt.Errorf("wire: %s has no operation %s", c.service.Name, operation)
	}
	if reflect.TypeOf(out) != reflect.TypeOf(op.Out) {
		return dst, fmt.Errorf("wire: %s answers %T, not %T", operation, op.Out, out)
	}
	source := reflect.ValueOf(out).Elem()
	if !source.IsValid() {
		source = reflect.New(reflect.TypeOf(op.Out).Elem()).Elem()
	}
	e := encoder{dst, c.service.Dialect}
	p := c.plans[source.Type()]
	e.out = append(append(e.out, "<"...), operation...)
	e.out = append(append(append(e.out, `Response xmlns="`...), c.service.Namespace...), `">`...)
	if c.service.Dialect == shape.EC2 {
		e.text("requestId", requestID)
		e.answer(p, source)
		if len(p.fields) == 0 {
			e.text("return", "true")
		}
	} else {
		if op.Result != "" {
			e.open(op.Result)
			e.answer(p, source)
			e.close(op.Result)
		}
		e.open("ResponseMetadata")
		e.text("RequestId", requestID)
		e.close("ResponseMetadata")
	}
	e.out = append(append(append(e.out, "</"...), operation...), "Response>"...)
	return e.out, nil
}

// An encoder appends elements.
type encoder struct {
	out     []byte
	dialect shape.Dialect
}

func (e *encoder) open(name string) { e.out = append(append(append(e.out, '<'), name...), '>') }

func (e *encoder) close(name string) { e.out = append(append(append(e.out, "</"...), name...), '>') }

func (e *encoder) text(name, content string) {
	e.open(name)
	e.out = appendText(e.out, content)
	e.close(name)
}

// answer writes the members of an output, which always holds its lists.
func (e *encoder) answer(p *plan, source reflect.Value) {
	for i := range p.fields {
		f := &p.fields[i]
		e.member(f, source.Field(f.index), f.required || f.kind == list)
	}
}

func (e *encoder) structure(p *plan, source reflect.Value) {
	for i := range p.fields {
		f := &p.fields[i]
		e.member(f, source.Field(f.index), f.required)
	}
}

func (e *encoder) member(f *field, source reflect.Value, always bool) {
	switch source.Kind() {
	case reflect.Pointer:
		if source.IsNil() {
			return
		}
		source = source.Elem()
	case reflect.Slice, reflect.Map:
		if source.IsNil() && !always {
			return
		}
	}
	e.open(f.element)
	e.value(&f.value, source)
	e.close(f.element)
}

func (e *encoder) value(v *value, source reflect.Value) {
	switch v.kind {
	case structure:
		e.structure(v.plan, source)
	case list:
		for i := range source.Len() {
			e.open(v.tag)
			e.value(v.item, source.Index(i))
			e.close(v.tag)
		}
	case mapping:
		e.mapping(v, source)
	case text:
		e.out = appendText(e.out, source.String())
	case integer, long:
		e.out = strconv.AppendInt(e.out, source.Int(), 10)
	case float:
		e.out = strconv.AppendFloat(e.out, source.Float(), 'f', -1, 64)
	case boolean:
		e.out = strconv.AppendBool(e.out, source.Bool())
	case timestamp:
		e.timestamp(*source.Addr().Interface().(*time.Time))
	case blob:
		e.out = base64.StdEncoding.AppendEncode(e.out, source.Bytes())
	}
}

// mapping writes entries in the order of their keys, so that one answer has one form.
func (e *encoder) mapping(v *value, source reflect.Value) {
	keys := source.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	entry := reflect.New(source.Type().Elem()).Elem()
	for _, key := range keys {
		entry.Set(source.MapIndex(key))
		e.open("entry")
		e.text("key", key.String())
		e.open("value")
		e.value(v.item, entry)
		e.close("value")
		e.close("entry")
	}
}

// timestamp writes whole seconds, as IAM and STS do, and EC2's milliseconds.
func (e *encoder) timestamp(t time.Time) {
	layout := "2006-01-02T15:04:05Z"
	if e.dialect == shape.EC2 {
		layout = "2006-01-02T15:04:05.000Z"
	}
	e.out = t.UTC().AppendFormat(e.out, layout)
}
