// Package service is what an operation is, and Do, the one path that every call of every door takes: authorize, run, record. No operation
// can be made without what it asks for and an access level, so an open door cannot be written. It knows no protocol and no operation by name.
package service

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/shape"
	"github.com/cardea-iam/cardea/wire"
)

// Level is what an action does to what it touches, in the words of the service authorization reference.
type Level string

// Access levels.
const (
	List        Level = "List"
	Read        Level = "Read"
	Write       Level = "Write"
	Permissions Level = "Permissions management"
	Tagging     Level = "Tagging"
)

// Operation is one row of a service's table. Op makes it.
type Operation struct {
	Service string // iam, sts, ec2, cardea
	Name    string // CreateUser
	Level   Level
	Codec   *wire.Codec // of the service

	newInput func() any
	writes   func(in any) bool
	admit    func(*Call, any) error
	prepare  func(context.Context, *Call, any) (any, error)
	asks     func(*Call, any) ([]access.Ask, error)
	run      func(*Call, any) (any, error)
	denied   func(*access.Access, *access.Denial) *fault.Error
}

// Option changes an operation.
type Option func(*Operation)

// Op makes an operation of its name, its access level, what it asks for and what it does. Asks is called before the operation may be known to be allowed: what does
// not exist is asked for by the ARN that it would have. Its errors are those of parameters. Run may rely on every ask having been allowed.
func Op[I, O any](name string, level Level, asks func(*Call, *I) ([]access.Ask, error), run func(*Call, *I) (*O, error), options ...Option) Operation {
	o := Operation{
		Name: name, Level: level,
		newInput: func() any { return new(I) },
		writes:   func(any) bool { return level != List && level != Read },
		asks:     func(c *Call, in any) ([]access.Ask, error) { return asks(c, in.(*I)) },
		run: func(c *Call, in any) (any, error) {
			out, err := run(c, in.(*I))
			if err != nil {
				return nil, err
			}
			return out, nil
		},
	}
	for _, option := range options {
		option(&o)
	}
	return o
}

// Writes says for which inputs the operation changes something, where its level does not tell: GetSessionToken with a code uses it up.
func Writes[I any](when func(*I) bool) Option {
	return func(o *Operation) { o.writes = func(in any) bool { return when(in.(*I)) } }
}

// Admit adds a proof that counts during authorization: it is checked, used up and put into the call's facts before anything is asked.
func Admit[I any](admit func(*Call, *I) error) Option {
	return func(o *Operation) { o.admit = func(c *Call, in any) error { return admit(c, in.(*I)) } }
}

// Prepare adds slow pure work (a password hash, a key pair), which is done outside of the transaction, on a view, after a provisional authorization. Run gets what it
// answers from Prepared, and refuses when what it was prepared from has changed since.
func Prepare[I, P any](prepare func(context.Context, *Call, *I) (*P, error)) Option {
	return func(o *Operation) {
		o.prepare = func(ctx context.Context, c *Call, in any) (any, error) { return prepare(ctx, c, in.(*I)) }
	}
}

// Prepared is what the operation's Prepare has answered.
func Prepared[P any](c *Call) *P { return c.prepared.(*P) }

// NewInput is an empty input to decode into.
func (o *Operation) NewInput() any { return o.newInput() }

// ReadOnly reports whether a call with this input changes nothing.
func (o *Operation) ReadOnly(in any) bool { return !o.writes(in) }

// Action is the name by which policies speak of the operation: iam:CreateUser.
func (o *Operation) Action() string { return o.Service + ":" + o.Name }

// Table is the operations of one service, with the shapes of their inputs and outputs.
type Table struct {
	Service    string
	Shapes     *shape.Service // nil: no protocol carries them, a door calls them itself
	Operations []Operation

	// Denied is the service's own answer to a caller who may not; nil: AccessDenied with the sentence of the denial.
	Denied func(*access.Access, *access.Denial) *fault.Error
}

// Directory finds operations by service and name.
type Directory struct {
	operations map[string]map[string]*Operation
	codecs     map[string]*wire.Codec
}

// NewDirectory indexes tables and makes their codecs. Two operations of one name are a mistake of the program.
func NewDirectory(tables ...Table) (*Directory, error) {
	d := &Directory{operations: map[string]map[string]*Operation{}, codecs: map[string]*wire.Codec{}}
	for _, table := range tables {
		codec, err := codecOf(table)
		if err != nil {
			return nil, err
		}
		d.codecs[table.Service] = codec
		named := map[string]*Operation{}
		d.operations[table.Service] = named
		for _, o := range table.Operations {
			if _, twice := named[o.Name]; twice {
				return nil, fmt.Errorf("operation %s:%s stands in the table twice", table.Service, o.Name)
			}
			o.Service, o.Codec, o.denied = table.Service, codec, table.Denied
			named[o.Name] = &o
		}
	}
	return d, nil
}

// codecOf makes the codec of a table. One without shapes has none: its operations are called from inside, and their records hold no parameters.
func codecOf(table Table) (*wire.Codec, error) {
	if table.Shapes == nil {
		return nil, nil //nolint:nilnil // that is what it has
	}
	codec, err := wire.New(table.Shapes)
	if err != nil {
		return nil, fmt.Errorf("service %s: %w", table.Service, err)
	}
	return codec, nil
}

// Find answers nil for an operation that is not served.
func (d *Directory) Find(service, name string) *Operation { return d.operations[service][name] }

// Codec is the codec of a service; nil if the service is not served.
func (d *Directory) Codec(service string) *wire.Codec { return d.codecs[service] }

// All are the operations of a service, in order of their names.
func (d *Directory) All(service string) []*Operation {
	named := d.operations[service]
	all := make([]*Operation, 0, len(named))
	for _, name := range slices.Sorted(maps.Keys(named)) {
		all = append(all, named[name])
	}
	return all
}
