package wire

import (
	"encoding/base64"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/shape"
)

// scalar reads one parameter's value, checks it, and sets the member.
func (d *decoder) scalar(v *value, given string, target reflect.Value) {
	var err error
	switch v.kind {
	case text:
		d.violations(v.check.Text(given), v, given)
		set(target, given)
	case integer:
		var n int64
		n, err = strconv.ParseInt(given, 10, 32)
		d.number(v, n, err, given)
		set(target, int32(n))
	case long:
		var n int64
		n, err = strconv.ParseInt(given, 10, 64)
		d.number(v, n, err, given)
		set(target, n)
	case float:
		var x float64
		if x, err = strconv.ParseFloat(given, 64); err == nil && (math.IsNaN(x) || math.IsInf(x, 0)) {
			err = strconv.ErrRange
		}
		set(target, x)
	case boolean:
		yes := strings.EqualFold(given, "true")
		if !yes && !strings.EqualFold(given, "false") {
			err = strconv.ErrSyntax
		}
		set(target, yes)
	case timestamp:
		var t time.Time
		t, err = time.Parse(time.RFC3339, given)
		set(target, t.UTC())
	case blob:
		var b []byte
		b, err = base64.StdEncoding.DecodeString(given)
		d.violations(v.check.Size(len(b)), v, given)
		target.SetBytes(b)
	}
	if err != nil {
		d.refuse(d.wrongType(v, given))
	}
}

func (d *decoder) number(v *value, n int64, err error, given string) {
	if err == nil {
		d.violations(v.check.Number(n), v, given)
	}
}

// set stores a scalar in a plain member or behind a pointer.
func set[T any](target reflect.Value, v T) {
	switch place := target.Addr().Interface().(type) {
	case *T:
		*place = v
	case **T:
		*place = &v
	}
}

// emptyList reads "Name=", which is how clients send a list without members.
func (d *decoder) emptyList(v *value, params []Param, target reflect.Value) bool {
	exact := d.find(params)
	if exact == len(params) || params[exact].Name != string(d.key) {
		return false
	}
	if given := params[exact].Value; given != "" {
		d.refuse(d.wrongType(v, given))
		return true
	}
	d.violations(v.check.Size(0), v, "")
	target.Set(reflect.MakeSlice(target.Type(), 0, 0))
	return true
}

func (d *decoder) refuse(err error) {
	if d.refusal == nil {
		d.refusal = err
	}
}

// missing tells of a member that must be there and is not.
func (d *decoder) missing() {
	if d.dialect == shape.EC2 {
		d.refuse(fault.New("MissingParameter", fault.BadRequest, "The request must contain the parameter %s", d.key))
		return
	}
	d.sentences = append(d.sentences, shape.Missing().At(d.where()))
}

// attributeKey names the attribute that a call is about: EC2 has a sentence of its own for one that it does not know.
const attributeKey = "Attribute"

// violations tells of what the value here does not satisfy. EC2 has a sentence of its own, for the first one only.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
func (d *decoder) violations(found []shape.Violation, v *value, given string) {
	if len(found) == 0 {
		return
	}
	if d.dialect == shape.EC2 {
		if found[0].Enum() && string(d.key) == attributeKey {
			d.refuse(fault.New("InvalidParameterValue", fault.BadRequest, "Value (%s) for parameter attribute is invalid. Unknown attribute.", given))
			return
		}
		if found[0].Enum() && !v.check.Hidden() {
			d.refuse(fault.New("InvalidParameterValue", fault.BadRequest, "Invalid value '%s' for %s.", given, d.listName()))
			return
		}
		d.refuse(invalidValue(v, given, d.listName(), found[0].Constraint()))
		return
	}
	if last := len(d.path) - 1; d.path[last].item > 0 {
		if all, ok := v.check.Members(); ok {
			d.membersViolation(all)
			return
		}
	}
	at := d.where()
	for _, violation := range found {
		switch {
		case !violation.Alone():
			d.sentences = append(d.sentences, violation.At(at))
		case d.alone == "":
			d.alone = violation.At(at)
		}
	}
}

// membersViolation tells once of a list whose members are not what they must be.
func (d *decoder) membersViolation(all shape.Violation) {
	member := d.path
	d.path = d.path[:len(d.path)-1]
	if sentence := all.At(d.where()); !slices.Contains(d.sentences, sentence) {
		d.sentences = append(d.sentences, sentence)
	}
	d.path = member
}

// wrongType refuses a value that is no integer, boolean, time, base64 or list.
func (d *decoder) wrongType(v *value, given string) error {
	expected := map[kind]string{
		integer: "an integer", long: "an integer", float: "a number", boolean: "true or false",
		timestamp: "a time such as 2006-01-02T15:04:05Z", blob: "base64", list: "a list",
	}[v.kind]
	if d.dialect == shape.EC2 {
		return invalidValue(v, given, string(d.key), "Expected "+expected)
	}
	return fault.New("MalformedInput", fault.BadRequest, "The value of %s must be %s.", d.key, expected)
}

func invalidValue(v *value, given, name, reason string) error {
	if v.check.Hidden() {
		return fault.New("InvalidParameterValue", fault.BadRequest, "The value for parameter %s is invalid. %s.", name, reason)
	}
	return fault.New("InvalidParameterValue", fault.BadRequest, "Value (%s) for parameter %s is invalid. %s.", given, name, reason)
}

func notAnIndex(dialect shape.Dialect) error {
	status := fault.NotFound
	if dialect == shape.EC2 {
		status = fault.BadRequest
	}
	return fault.New("MalformedQueryString", status, "The query string contains a list index that is not a positive integer.")
}

// listName is the key, without the tail that only a list's members have.
func (d *decoder) listName() string {
	name := strings.TrimSuffix(string(d.key), ".")
	return strings.TrimSuffix(strings.TrimSuffix(name, ".member"), ".entry")
}

// where writes the path of the member in hand, such as tags.1.member.key.
func (d *decoder) where() string {
	var at strings.Builder
	for i, s := range d.path {
		if i > 0 {
			at.WriteByte('.')
		}
		if s.item > 0 {
			at.WriteString(strconv.Itoa(s.item))
			at.WriteString(".member")
		} else {
			at.WriteString(s.name)
		}
	}
	return at.String()
}
