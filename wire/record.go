package wire

import (
	"encoding/base64"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Masked stands in records for what none may show.
const Masked = "HIDDEN_DUE_TO_SECURITY_REASONS"

// AppendRecord appends an input or output as one JSON object, as audit records hold them: member names as in the service's shapes with a lower-case
// first letter, no member that is absent, and Masked in place of every password, secret, code, seed and token. It appends null for an object without
// members. v is a pointer to the struct.
func (c *Codec) AppendRecord(dst []byte, v any) []byte {
	source := reflect.ValueOf(v)
	if source.Kind() != reflect.Pointer || source.IsNil() {
		return append(dst, "null"...)
	}
	p, ok := c.plans[source.Type().Elem()]
	if !ok {
		return append(dst, "null"...)
	}
	before := len(dst)
	dst = appendObject(dst, p, source.Elem())
	if string(dst[before:]) == "{}" {
		return append(dst[:before], "null"...)
	}
	return dst
}

func appendObject(dst []byte, p *plan, source reflect.Value) []byte {
	dst = append(dst, '{')
	first := true
	for i := range p.fields {
		f := &p.fields[i]
		member := source.Field(f.index)
		if absent(member) {
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(AppendJSONString(dst, f.path), ':')
		dst = appendValue(dst, &f.value, reflect.Indirect(member))
	}
	return append(dst, '}')
}

func absent(member reflect.Value) bool {
	switch member.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return member.IsNil()
	case reflect.String:
		return member.Len() == 0
	}
	return false
}

func appendValue(dst []byte, v *value, source reflect.Value) []byte {
	if v.check.Hidden() {
		return AppendJSONString(dst, Masked)
	}
	switch v.kind {
	case structure:
		return appendObject(dst, v.plan, source)
	case list:
		dst = append(dst, '[')
		for i := range source.Len() {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendValue(dst, v.item, source.Index(i))
		}
		return append(dst, ']')
	case mapping:
		return appendMap(dst, v, source)
	case integer, long:
		return strconv.AppendInt(dst, source.Int(), 10)
	case float:
		return strconv.AppendFloat(dst, source.Float(), 'f', -1, 64)
	case boolean:
		return strconv.AppendBool(dst, source.Bool())
	case timestamp:
		return AppendJSONString(dst, source.Interface().(time.Time).UTC().Format("2006-01-02T15:04:05Z"))
	case blob:
		return AppendJSONString(dst, base64.StdEncoding.EncodeToString(source.Bytes()))
	}
	return AppendJSONString(dst, source.String())
}

func appendMap(dst []byte, v *value, source reflect.Value) []byte {
	keys := source.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	dst = append(dst, '{')
	for i, key := range keys {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(AppendJSONString(dst, key.String()), ':')
		dst = appendValue(dst, v.item, source.MapIndex(key))
	}
	return append(dst, '}')
}

// AppendJSONString appends a JSON string in which every control character is escaped, and what is not UTF-8 is U+FFFD: a record is one line.
func AppendJSONString(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < 0x7f {
			i++
			continue
		}
		r, width := utf8.DecodeRuneInString(s[i:])
		dst = append(dst, s[start:i]...)
		switch {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case r == utf8.RuneError && width == 1:
			dst = append(dst, "\ufffd"...)
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029':
			dst = append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			dst = append(dst, s[i:i+width]...)
		}
		i += width
		start = i
	}
	return append(append(dst, s[start:]...), '"')
}
