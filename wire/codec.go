package wire

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/cardea-iam/cardea/shape"
)

// A Codec reads and writes the operations of one service. It is made once and may be used by many goroutines.
type Codec struct {
	service *shape.Service
	plans   map[reflect.Type]*plan
	checks  map[string]*shape.Check // by the rule's name
}

// New plans every input and output of a service, so that no request meets a type for the first time. The error tells of a
// pattern or a member that the codec cannot serve.
func New(service *shape.Service) (*Codec, error) {
	c := &Codec{service, map[reflect.Type]*plan{}, map[string]*shape.Check{}}
	for name, rule := range service.Rules {
		check, err := shape.Compile(rule)
		if err != nil {
			return nil, fmt.Errorf("rule %s of %s: %w", name, service.Name, err)
		}
		c.checks[name] = check
	}
	for _, op := range service.Operations {
		for _, side := range []any{op.In, op.Out} {
			if _, err := c.plan(reflect.TypeOf(side).Elem()); err != nil {
				return nil, fmt.Errorf("plan %s %s: %w", service.Name, op.Name, err)
			}
		}
	}
	return c, nil
}

// A kind is how a member travels.
type kind int

const (
	text kind = iota
	integer
	long
	float
	boolean
	timestamp
	blob
	structure
	list
	mapping
)

// A plan is what the codec knows of a struct.
type plan struct{ fields []field }

// A field is what it knows of one member.
type field struct {
	value
	index    int
	name     string // on requests
	element  string // in answers
	path     string // in sentences
	required bool
}

// A value is what it knows of a member's type, or of what a list or map holds.
type value struct {
	kind  kind
	check *shape.Check
	plan  *plan  // of a structure
	item  *value // of a list's members or a map's values
	keys  *shape.Check
	tag   string // the element of a list's members in answers
}

func (c *Codec) plan(t reflect.Type) (*plan, error) {
	if p, ok := c.plans[t]; ok {
		return p, nil
	}
	p := new(plan)
	c.plans[t] = p
	for i := range t.NumField() {
		f, err := c.field(t.Field(i))
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", t.Name(), t.Field(i).Name, err)
		}
		f.index = i
		p.fields = append(p.fields, f)
	}
	return p, nil
}

func (c *Codec) field(s reflect.StructField) (field, error) {
	wire, option, _ := strings.Cut(s.Tag.Get("wire"), ",")
	f := field{name: wire, element: wire, path: lowerFirst(s.Name), required: option == "required"}
	if c.service.Dialect == shape.EC2 {
		f.name = strings.ToUpper(wire[:1]) + wire[1:]
		if query := s.Tag.Get("query"); query != "" {
			f.name = query
		}
	}
	v, err := c.value(s.Type, s.Tag.Get("rule"))
	if item := s.Tag.Get("item"); item != "" {
		v.tag = item
	}
	f.value = v
	return f, err
}

func (c *Codec) value(t reflect.Type, ruleName string) (value, error) {
	v := value{check: c.checks[ruleName], tag: "member"}
	if c.service.Dialect == shape.EC2 {
		v.tag = "item"
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	var err error
	switch {
	case t == reflect.TypeFor[time.Time]():
		v.kind = timestamp
	case t == reflect.TypeFor[[]byte]():
		v.kind = blob
	case t.Kind() == reflect.Struct:
		v.kind = structure
		v.plan, err = c.plan(t)
	case t.Kind() == reflect.Slice || t.Kind() == reflect.Map:
		v.kind, v.item = list, new(value)
		if t.Kind() == reflect.Map {
			v.kind = mapping
		}
		rule := c.service.Rules[ruleName]
		v.keys = c.checks[rule.Key]
		*v.item, err = c.value(t.Elem(), rule.Member)
	default:
		scalar, ok := scalars[t.Kind()]
		if !ok {
			return value{}, fmt.Errorf("no wire form for %s", t)
		}
		v.kind = scalar
	}
	return v, err
}

var scalars = map[reflect.Kind]kind{
	reflect.String: text, reflect.Int32: integer, reflect.Int64: long, reflect.Float64: float, reflect.Bool: boolean,
}

func lowerFirst(name string) string { return strings.ToLower(name[:1]) + name[1:] }
