package policy

import (
	"maps"
	"slices"
)

// bucket is rules that have an action in common. A large one is indexed by resource.
type bucket struct {
	rules []int32 // those that are asked whatever the resource

	prefixes table // by the hash of a literal prefix of a resource
	lengths  []int // the lengths of these prefixes, ascending
	grams    table // by four characters in a row that a resource must hold
	lists    [][]int32
}

// Limits of the index by resource: when it is made, how many lengths of prefixes a request is cut to at most, how
// many rules may share a prefix before another distinction is looked for, and the size of a gram.
const (
	bucketFrom = 16
	maxLengths = 24
	sharing    = 8
	gramSize   = 4
)

func (s *side) newBucket(rules []int32) bucket {
	if len(rules) < bucketFrom {
		return bucket{rules: rules}
	}
	p := planner{side: s, prefixes: map[string]int{}, grams: map[uint64]int{}, lengths: map[int]bool{}}
	for _, n := range rules {
		p.count(n)
	}
	for _, n := range rules {
		p.place(n)
	}
	return p.bucket()
}

// scan tries the rules of a bucket that may be about the requested resource.
func (f *search) scan(b *bucket) (done bool) {
	if f.try(b.rules) {
		return true
	}
	if len(b.lists) == 0 || !f.r.resource.ok {
		return false
	}
	return f.scanPrefixes(b) || f.scanGrams(b)
}

func (f *search) scanPrefixes(b *bucket) (done bool) {
	text, h, from := f.r.resource.text, uint64(hashSeed), 0
	for _, length := range b.lengths {
		if length > len(text) {
			return false
		}
		for ; from < length; from++ {
			h = (h ^ uint64(text[from])) * hashPrime
		}
		if n, ok := b.prefixes.get(h); ok && f.try(b.lists[n]) {
			return true
		}
	}
	return false
}

func (f *search) scanGrams(b *bucket) (done bool) {
	if len(b.grams.values) == 0 {
		return false
	}
	text, gram := f.r.resource.text, uint64(0)
	for i := range len(text) {
		gram = (gram<<8 | uint64(text[i])) & (1<<(8*gramSize) - 1)
		if i < gramSize-1 {
			continue
		}
		if n, ok := b.grams.get(mix(gram)); ok && f.try(b.lists[n]) {
			return true
		}
	}
	return false
}

// mix makes a hash of a gram.
func mix(gram uint64) uint64 { return gram * 0x9e3779b97f4a7c15 }

// planner finds for every rule of a bucket what tells its resources from others.
type planner struct {
	side     *side
	prefixes map[string]int // how many resources begin with it
	grams    map[uint64]int // how many hold it
	lengths  map[int]bool   // of prefixes that are used

	rest     []int32
	byPrefix map[uint64][]int32
	byGram   map[uint64][]int32
}

// indexable reports whether a rule is about resources that it names. One that names "*" among them is found out by place: a star has
// nothing to be told by.
func indexable(rule *Rule) bool { return rule.HasResource && !rule.NotResource }

// begins is the literal beginning of a pattern.
func (p *ARNPattern) begins(literals []string) string {
	if len(literals) > 0 && p.where != 0 {
		return literals[0]
	}
	return ""
}

func (p *planner) count(n int32) {
	rule := p.side.rules[n].rule
	if !indexable(rule) {
		return
	}
	for i := range rule.Resources {
		literals := rule.Resources[i].literals()
		p.prefixes[rule.Resources[i].begins(literals)]++
		for _, gram := range grams(literals) {
			p.grams[gram]++
		}
	}
}

// grams are the runs of four characters in texts.
func grams(texts []string) []uint64 {
	var out []uint64
	for _, text := range texts {
		gram := uint64(0)
		for i := range len(text) {
			if gram = (gram<<8 | uint64(text[i])) & (1<<(8*gramSize) - 1); i >= gramSize-1 {
				out = append(out, gram)
			}
		}
	}
	return out
}

// place files a rule under each of its resources, or under none when one of them cannot be told from others.
func (p *planner) place(n int32) {
	rule := p.side.rules[n].rule
	if !indexable(rule) {
		p.rest = append(p.rest, n)
		return
	}
	var prefixes []string
	var rarest []uint64
	for i := range rule.Resources {
		literals := rule.Resources[i].literals()
		prefix := rule.Resources[i].begins(literals)
		if prefix != "" && p.prefixes[prefix] <= sharing && (p.lengths[len(prefix)] || len(p.lengths) < maxLengths) {
			p.lengths[len(prefix)] = true
			prefixes = append(prefixes, prefix)
			continue
		}
		gram, ok := p.rarest(grams(literals))
		if !ok {
			p.rest = append(p.rest, n)
			return
		}
		rarest = append(rarest, gram)
	}
	for _, prefix := range prefixes {
		p.byPrefix = file(p.byPrefix, hash(prefix), n)
	}
	for _, gram := range rarest {
		p.byGram = file(p.byGram, mix(gram), n)
	}
}

func file(lists map[uint64][]int32, key uint64, n int32) map[uint64][]int32 {
	if lists == nil {
		lists = map[uint64][]int32{}
	}
	lists[key] = appendOnce(lists[key], n)
	return lists
}

func (p *planner) rarest(grams []uint64) (best uint64, ok bool) {
	for _, gram := range grams {
		if !ok || p.grams[gram] < p.grams[best] {
			best, ok = gram, true
		}
	}
	return best, ok
}

func (p *planner) bucket() bucket {
	b := bucket{rules: p.rest, prefixes: newTable(len(p.byPrefix)), grams: newTable(len(p.byGram))}
	for h, list := range p.byPrefix {
		b.prefixes.put(h, int32(len(b.lists)))
		b.lists = append(b.lists, list)
	}
	for h, list := range p.byGram {
		b.grams.put(h, int32(len(b.lists)))
		b.lists = append(b.lists, list)
	}
	b.lengths = slices.Sorted(maps.Keys(p.lengths))
	return b
}
