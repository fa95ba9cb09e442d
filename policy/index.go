package policy

// side is the rules of one effect in a layer. The index only narrows the search: whether a rule applies is always asked of the rule.
type side struct {
	rules   []placed
	indexed bool
	exact   table    // rules that name an action, by its hash
	service table    // rules with a pattern, by the hash of its vendor
	lists   []bucket // what the tables point to
	rest    bucket   // rules for any action, and for all but some
}

// indexFrom is the number of rules from which an index is worth its memory.
const indexFrom = 5

func (s *side) build() {
	if len(s.rules) < indexFrom {
		return
	}
	s.indexed = true
	exact, service := map[uint64][]int32{}, map[uint64][]int32{}
	var rest []int32
	for i := range s.rules {
		rule, n := s.rules[i].rule, int32(i)
		if rule.NotAction || rule.Actions.Any {
			rest = append(rest, n)
			continue
		}
		for _, h := range rule.Actions.hashes {
			exact[h] = appendOnce(exact[h], n)
		}
		for j := range rule.Actions.Patterns {
			h := rule.Actions.Patterns[j].hash
			service[h] = appendOnce(service[h], n)
		}
	}
	s.exact, s.service = s.file(exact), s.file(service)
	s.rest = s.newBucket(rest)
}

// appendOnce appends a number that is not smaller than those before it, unless it is there already.
func appendOnce(list []int32, n int32) []int32 {
	if len(list) > 0 && list[len(list)-1] == n {
		return list
	}
	return append(list, n)
}

// file makes a table of lists of rules.
func (s *side) file(lists map[uint64][]int32) table {
	t := newTable(len(lists))
	for h, list := range lists {
		t.put(h, int32(len(s.lists)))
		s.lists = append(s.lists, s.newBucket(list))
	}
	return t
}

// search looks for the rule of a side that gives most to the caller. It lives on the stack of one decision.
type search struct {
	r        *Request
	side     *side
	kind     Kind
	boundary bool
	best     Grant
	at       int32 // the number of the best rule
}

// find answers the best grant of the side's rules and the number of the rule that gives it.
func (s *side) find(r *Request, kind Kind, boundary bool) (Grant, int32) {
	f := search{r: r, side: s, kind: kind, boundary: boundary, at: -1}
	if !s.indexed {
		for i := range s.rules {
			if grant := s.rules[i].rule.applies(r, kind, boundary); grant > f.best {
				if f.best, f.at = grant, int32(i); grant == DirectGrant {
					break
				}
			}
		}
		return f.best, f.at
	}
	if n, ok := s.exact.get(r.action.hash); ok && f.scan(&s.lists[n]) {
		return f.best, f.at
	}
	if n, ok := s.service.get(r.action.service); ok && f.scan(&s.lists[n]) {
		return f.best, f.at
	}
	f.scan(&s.rest)
	return f.best, f.at
}

// try asks rules by their numbers and reports whether no other can give more.
func (f *search) try(rules []int32) (done bool) {
	for _, n := range rules {
		if grant := f.side.rules[n].rule.applies(f.r, f.kind, f.boundary); grant > f.best {
			if f.best, f.at = grant, n; grant == DirectGrant {
				return true
			}
		}
	}
	return false
}

// table is a hash table from hashes to numbers, without deletion.
type table struct {
	mask   uint64
	hashes []uint64
	values []int32 // one more than the number; 0: empty
}

func newTable(n int) table {
	if n == 0 {
		return table{}
	}
	size := 4
	for size < 2*n {
		size *= 2
	}
	return table{mask: uint64(size - 1), hashes: make([]uint64, size), values: make([]int32, size)}
}

// spread mixes the high bits of a hash into the low ones.
func spread(h uint64) uint64 { return h ^ h>>29 ^ h>>47 }

func (t *table) put(h uint64, value int32) {
	i := spread(h) & t.mask
	for t.values[i] != 0 {
		i = (i + 1) & t.mask
	}
	t.hashes[i], t.values[i] = h, value+1
}

func (t *table) get(h uint64) (value int32, ok bool) {
	if len(t.values) == 0 {
		return 0, false
	}
	for i := spread(h) & t.mask; t.values[i] != 0; i = (i + 1) & t.mask {
		if t.hashes[i] == h {
			return t.values[i] - 1, true
		}
	}
	return 0, false
}
