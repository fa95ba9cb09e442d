package policy

import "iter"

// Keys are the condition keys of the request with their values, as they were given: the well-known ones first. Keys that are absent or clash are left out.
func (r *Request) Keys() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for _, slot := range r.used[:r.nused] {
			if !r.slots[slot].yield(yield) {
				return
			}
		}
		for i := range r.extra {
			if !r.extra[i].yield(yield) {
				return
			}
		}
	}
}

func (e *entry) yield(yield func(string, []string) bool) bool {
	switch e.state {
	case single:
		return yield(e.name, []string{e.one})
	case multi:
		return yield(e.name, e.list)
	}
	return true
}
