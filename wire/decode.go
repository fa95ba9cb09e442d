package wire

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/shape"
)

// maxSentences is how many violations one refusal tells of: an answer must not be larger than what provoked it.
const maxSentences = 100

// Decode reads a form into in, a pointer to an operation's input, and checks every constraint of its members. Parameters that the
// operation does not have are passed over, as AWS does. The error is a *fault.Error: MalformedQueryString for a list's index that
// is none, MalformedInput for a value of the wrong type, ValidationError for everything that the published constraints forbid; EC2
// says MissingParameter and InvalidParameterValue. In that case in is to be thrown away.
func (c *Codec) Decode(form Form, in any) error {
	target := reflect.ValueOf(in)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return fmt.Errorf("wire: %T is no place for an input", in)
	}
	target = target.Elem()
	p, ok := c.plans[target.Type()]
	if !ok {
		return fmt.Errorf("wire: %s is no input of %s", target.Type(), c.service.Name)
	}
	d := decoder{dialect: c.service.Dialect, key: make([]byte, 0, 64), path: make([]step, 0, 8)}
	d.structure(p, form.params, target)
	return d.verdict()
}

// A decoder is one walk over a form. It goes on after a violation, to tell of all at once, and stops at what it cannot read.
type decoder struct {
	dialect   shape.Dialect
	key       []byte // the name up to here, as on the wire
	path      []step // the same, as sentences say it
	sentences []string
	alone     string // a sentence that is said when there is no other
	refusal   error
}

// A step is a member's name, or the place of a list's member.
type step struct {
	name string
	item int
}

func (d *decoder) verdict() error {
	switch {
	case d.refusal != nil:
		return d.refusal
	case len(d.sentences) == 0 && d.alone != "":
		return fault.Validation("%s", d.alone)
	case len(d.sentences) == 0:
		return nil
	}
	return fault.Validation("%s", shape.Sentence(d.sentences))
}

func (d *decoder) stopped() bool { return d.refusal != nil || len(d.sentences) >= maxSentences }

// leaves reports whether the absence of a required member is the operation's to refuse: EC2 has words of its own for each empty list.
func (d *decoder) leaves(target reflect.Value) bool {
	return d.dialect == shape.EC2 && target.Kind() == reflect.Slice && target.Type().Elem().Kind() != reflect.Uint8
}

func (d *decoder) structure(p *plan, params []Param, target reflect.Value) {
	for i := range p.fields {
		if d.stopped() {
			return
		}
		f := &p.fields[i]
		mark := len(d.key)
		d.key = append(d.key, f.name...)
		d.path = append(d.path, step{name: f.path})
		if !d.value(&f.value, params, target.Field(f.index)) && f.required && !d.leaves(target.Field(f.index)) {
			d.missing()
		}
		d.key, d.path = d.key[:mark], d.path[:len(d.path)-1]
	}
}

// value reads what stands at the key, and reports whether anything does. A scalar, or a list said to be empty, is a parameter
// of that very name; everything else is spread over parameters that go on with a point.
func (d *decoder) value(v *value, params []Param, target reflect.Value) bool {
	switch v.kind {
	case structure:
		rest := d.below(params)
		if len(rest) == 0 {
			return false
		}
		if target.Kind() == reflect.Pointer {
			target.Set(reflect.New(target.Type().Elem()))
			target = target.Elem()
		}
		d.key = append(d.key, '.')
		d.structure(v.plan, rest, target)
		d.key = d.key[:len(d.key)-1]
		return true
	case list:
		return d.list(v, params, target)
	case mapping:
		return d.mapping(v, params, target)
	}
	exact := d.find(params)
	if exact == len(params) || params[exact].Name != string(d.key) {
		return false
	}
	d.scalar(v, params[exact].Value, target)
	return true
}

// find answers the index of the first parameter whose name is not before the key.
func (d *decoder) find(params []Param) int {
	lo, hi := 0, len(params)
	for lo < hi {
		if mid := (lo + hi) / 2; params[mid].Name < string(d.key) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// below gives the parameters whose names go on with a point behind the key.
func (d *decoder) below(params []Param) []Param {
	d.key = append(d.key, '.')
	first := d.find(params)
	d.key[len(d.key)-1]++
	end := first + d.find(params[first:])
	d.key = d.key[:len(d.key)-1]
	return params[first:end]
}

// list reads a list's members: Name.member.N, or Name.N for EC2.
func (d *decoder) list(v *value, params []Param, target reflect.Value) bool {
	separator := ".member"
	if d.dialect == shape.EC2 {
		separator = ""
	}
	var members reflect.Value
	present := d.numbered(separator, v, params, func(count int) {
		members = reflect.MakeSlice(target.Type(), count, count)
	}, func(i int, rest []Param) bool {
		return d.value(v.item, rest, members.Index(i))
	})
	if members.IsValid() {
		target.Set(members)
	}
	return present || d.emptyList(v, params, target)
}

// mapping reads a map's entries: Name.entry.N.key and Name.entry.N.value.
func (d *decoder) mapping(v *value, params []Param, target reflect.Value) bool {
	return d.numbered(".entry", v, params, func(count int) {
		target.Set(reflect.MakeMapWithSize(target.Type(), count))
	}, func(_ int, rest []Param) bool {
		var name string
		entry := reflect.New(target.Type().Elem()).Elem()
		mark := len(d.key)
		d.key = append(d.key, ".key"...)
		present := d.value(&value{kind: text, check: v.keys}, rest, reflect.ValueOf(&name).Elem())
		d.key = append(d.key[:mark], ".value"...)
		present = d.value(v.item, rest, entry) && present
		d.key = d.key[:mark]
		target.SetMapIndex(reflect.ValueOf(name), entry)
		return present
	})
}

// numbered walks what is numbered below the key: it tells begin how many there are, and has each of them read with the key upon it.
// It reports whether there are any.
func (d *decoder) numbered(separator string, v *value, params []Param, begin func(count int), read func(i int, rest []Param) bool) bool {
	mark := len(d.key)
	defer func() { d.key = d.key[:mark] }()
	d.key = append(d.key, separator...)
	rest := d.below(params)
	d.key = append(d.key, '.')
	count := d.count(rest)
	if count == 0 || d.stopped() {
		return d.stopped()
	}
	d.violations(v.check.Size(count), v, "")
	begin(count)
	prefix := len(d.key)
	for i := 0; i < count && !d.stopped(); i++ {
		d.key = strconv.AppendInt(d.key[:prefix], int64(i+1), 10)
		d.path = append(d.path, step{item: i + 1})
		if !read(i, rest) {
			d.missing()
		}
		d.path = d.path[:len(d.path)-1]
	}
	return true
}

// count tells how many members the parameters of a list name. Parameters of one index stand together, because a point sorts
// before the digits.
func (d *decoder) count(rest []Param) int {
	count, highest, last := 0, 0, ""
	for _, param := range rest {
		index, _, _ := strings.Cut(param.Name[len(d.key):], ".")
		if index == last {
			continue
		}
		n, err := strconv.Atoi(index)
		if err != nil || n < 1 || strconv.Itoa(n) != index {
			d.refuse(notAnIndex(d.dialect))
			return 0
		}
		count, highest, last = count+1, max(highest, n), index
	}
	if highest != count {
		d.refuse(fault.Validation("The members of %s must be numbered from 1 without a gap.", d.listName()))
	}
	return count
}
