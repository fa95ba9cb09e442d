package identity

import (
	"cmp"
	"slices"
	"time"
)

// ServiceUse is when a user or role last called a service, whether the call was allowed or not. Written coarsely.
type ServiceUse struct {
	Principal string      `cbor:"1,keyasint"` // the unique ID of the user or role
	Service   string      `cbor:"2,keyasint"` // the prefix of its actions
	At        time.Time   `cbor:"3,keyasint"`
	Region    string      `cbor:"4,keyasint,omitempty"`
	Actions   []ActionUse `cbor:"5,keyasint,omitempty"` // in order of their names
}

// ActionUse is when one action of the service was last called.
type ActionUse struct {
	Name   string    `cbor:"1,keyasint"` // without the prefix
	At     time.Time `cbor:"2,keyasint"`
	Region string    `cbor:"3,keyasint,omitempty"`
}

// With is the use with a later call in it: of an action, or, without a name, of one that nobody knows. The receiver stays as it is.
func (u ServiceUse) With(call ActionUse) ServiceUse {
	if call.At.After(u.At) {
		u.At, u.Region = call.At, call.Region
	}
	if call.Name == "" {
		return u
	}
	u.Actions = slices.Clone(u.Actions)
	i, there := slices.BinarySearchFunc(u.Actions, call.Name, byName)
	switch {
	case !there:
		u.Actions = slices.Insert(u.Actions, i, call)
	case call.At.After(u.Actions[i].At):
		u.Actions[i] = call
	}
	return u
}

// Last is when an action was last called; without a name, when the service was. The zero time means never.
func (u ServiceUse) Last(action string) time.Time {
	if action == "" {
		return u.At
	}
	if i, there := slices.BinarySearchFunc(u.Actions, action, byName); there {
		return u.Actions[i].At
	}
	return time.Time{}
}

func byName(u ActionUse, name string) int { return cmp.Compare(u.Name, name) }
