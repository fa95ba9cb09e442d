package policy

import (
	"strconv"
	"strings"
	"time"
)

// Request is one question: may this caller do this action on this resource, under these circumstances? It is a record to fill,
// to decide on and to use again after Reset. The zero value is an empty request. It is not safe for concurrent use: Decide keeps
// parsed values in it.
type Request struct {
	// ResourceAccount owns the resource. Requests that name no resource ("*") are about the caller's own account. Empty: somebody else's.
	ResourceAccount string

	caller   caller
	action   action
	resource arnText

	slots [len(wellKnown)]entry
	used  [len(wellKnown)]uint8 // the slots that are set, to make Reset cheap
	nused int
	extra []entry

	steps int // what is left of the budget for matching
	spent int // in all decisions so far
}

// action is a requested action, folded once.
type action struct {
	text    string // as it was given
	folded  string
	vendor  string // folded, without the colon
	hash    uint64
	service uint64 // hash of vendor
	special special
}

// entry is what the request says of one key.
type entry struct {
	name   string // as it was given: two spellings of one key are a clash
	folded string
	hash   uint64
	state  state
	one    string
	list   []string
	typed  typed
}

type state uint8

const (
	absent state = iota
	single
	multi
	clash // two names that differ by case only: nobody knows which one counts
)

// Reset empties the request for the next question and keeps its memory, and what it has Spent.
func (r *Request) Reset() {
	for _, slot := range r.used[:r.nused] {
		r.slots[slot] = entry{}
	}
	clear(r.extra)
	r.extra, r.nused = r.extra[:0], 0
	r.caller, r.action, r.resource, r.ResourceAccount, r.steps = caller{}, action{}, arnText{}, "", 0
}

// SetPrincipal says who asks.
func (r *Request) SetPrincipal(p Principal) { r.caller = newCaller(p) }

// Principal is who asks.
func (r *Request) Principal() Principal { return r.caller.Principal }

// SetAction says what is to be done: one concrete action, such as ec2:RunInstances, in any case.
func (r *Request) SetAction(name string) {
	a := action{text: name, folded: fold(name)}
	a.vendor, _, _ = strings.Cut(a.folded, ":")
	a.hash, a.service, a.special = hash(a.folded), hash(a.vendor), specials[a.folded]
	r.action = a
}

// Action is what is to be done, as it was given.
func (r *Request) Action() string { return r.action.text }

// SetResource says on what: one ARN, or "*" for actions that name nothing.
func (r *Request) SetResource(name string) { r.resource = cutARN(name) }

// Resource is on what it is to be done.
func (r *Request) Resource() string { return r.resource.text }

// Set gives a condition key its one value. Setting a name again replaces its value; a name that differs from one that is set
// by case only makes both unusable.
func (r *Request) Set(name, value string) {
	if e := r.open(name); e != nil {
		e.state, e.one = single, value
	}
}

// SetList gives a condition key that has several values by its nature. An empty list is an absent key. The list is kept, not copied.
func (r *Request) SetList(name string, values []string) {
	if e := r.open(name); e != nil {
		e.state, e.list = multi, values
		if len(values) == 0 {
			e.state = absent
		}
	}
}

// SetBool gives a condition key the value true or false.
func (r *Request) SetBool(name string, value bool) { r.Set(name, strconv.FormatBool(value)) }

// SetInt gives a condition key a whole number.
func (r *Request) SetInt(name string, value int64) { r.Set(name, strconv.FormatInt(value, 10)) }

// SetTime gives a condition key an instant, to the second, in UTC.
func (r *Request) SetTime(name string, value time.Time) {
	r.Set(name, value.UTC().Format("2006-01-02T15:04:05Z"))
}

// Value is the one value of a condition key. ok is false when it is absent or has a list.
func (r *Request) Value(name string) (value string, ok bool) {
	k := KeyOf(name)
	if e := r.find(&k); e != nil && e.state == single {
		return e.one, true
	}
	return "", false
}

// Has reports whether the request says anything of a condition key.
func (r *Request) Has(name string) bool {
	k := KeyOf(name)
	return r.find(&k) != nil
}

// open finds or makes the entry of a name and empties it. It answers nil when the name clashes with another.
func (r *Request) open(name string) *entry {
	k := KeyOf(name)
	e := r.slotFor(&k)
	switch {
	case e.name == "":
		*e = entry{name: name, folded: k.Name, hash: k.hash}
	case e.state == clash:
		return nil
	case e.name != name:
		e.state = clash // even with an empty list: what a request says must not depend on the order in which it is filled
		return nil
	default:
		*e = entry{name: name, folded: k.Name, hash: k.hash}
	}
	return e
}

func (r *Request) slotFor(k *Key) *entry {
	if k.slot >= 0 {
		e := &r.slots[k.slot]
		if e.name == "" {
			r.used[r.nused] = uint8(k.slot)
			r.nused++
		}
		return e
	}
	for i := range r.extra {
		if e := &r.extra[i]; e.hash == k.hash && e.folded == k.Name {
			return e
		}
	}
	r.extra = append(r.extra, entry{})
	return &r.extra[len(r.extra)-1]
}

// find is the entry of a key, or nil when the key is absent.
func (r *Request) find(k *Key) *entry {
	if k.slot >= 0 {
		if e := &r.slots[k.slot]; e.state != absent {
			return e
		}
		return nil
	}
	for i := range r.extra {
		if e := &r.extra[i]; e.hash == k.hash && e.folded == k.Name && e.state != absent {
			return e
		}
	}
	return nil
}

// variable is the text that stands for a key in a policy variable. ok is false when there is none: absent, empty, several.
func (r *Request) variable(k *Key) (text string, ok bool) {
	e := r.find(k)
	if e == nil || e.state != single || e.one == "" {
		return "", false
	}
	return e.one, true
}

// maxSteps is the budget of one decision, about one millisecond of matching. The largest set of policies that the quotas allow,
// some 40,000 patterns, stays below it as long as its patterns are honest: the simple shapes cost nothing.
const maxSteps = 1 << 18

// spend takes steps from the budget and reports whether there are any left.
func (r *Request) spend(steps int) bool {
	r.steps -= steps
	r.spent += steps
	return r.steps >= 0
}

// Spent is what matching has cost since the request was made, in steps of a few nanoseconds, for whoever asks much with one.
func (r *Request) Spent() int { return r.spent }
