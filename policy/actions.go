package policy

import (
	"cmp"
	"slices"
	"strings"
)

// ActionSet is the entries of an Action or NotAction element.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
type ActionSet struct {
	Any      bool            // one entry is "*"
	Names    []string        // entries without wildcard, folded
	Patterns []ActionPattern // entries with one

	hashes []uint64 // of Names, which are sorted by them
}

// ActionPattern is an entry such as ec2:Describe*.
type ActionPattern struct {
	Vendor string  // folded
	Name   Pattern // folded
	hash   uint64  // of Vendor
}

func newActionSet(entries []Value) ActionSet {
	var s ActionSet
	for _, e := range entries {
		s.add(fold(e.Text))
	}
	slices.SortFunc(s.Names, func(a, b string) int { return cmp.Or(cmp.Compare(hash(a), hash(b)), strings.Compare(a, b)) })
	s.Names = slices.Compact(s.Names)
	for _, name := range s.Names {
		s.hashes = append(s.hashes, hash(name))
	}
	return s
}

// add takes in an entry that can match something: vendor:name without a wildcard in the vendor and without blanks or commas in the name.
func (s *ActionSet) add(entry string) {
	if entry == "*" {
		s.Any = true
		return
	}
	vendor, name, ok := strings.Cut(entry, ":")
	if !ok || name == "" || strings.ContainsAny(vendor, "*?") || strings.ContainsAny(name, ": \t\r\n,") {
		return
	}
	if !strings.ContainsAny(name, "*?") {
		s.Names = append(s.Names, entry)
		return
	}
	s.Patterns = append(s.Patterns, ActionPattern{Vendor: vendor, Name: newPattern(name, true, false), hash: hash(vendor)})
}

// has reports whether an entry covers the requested action.
func (s *ActionSet) has(r *Request) bool {
	if s.Any {
		return true
	}
	if len(s.hashes) > 0 && s.names(r.action.hash, r.action.folded) {
		return true
	}
	for i := range s.Patterns {
		p := &s.Patterns[i]
		if p.hash == r.action.service && p.Vendor == r.action.vendor && len(r.action.folded) > len(p.Vendor) &&
			p.Name.match(r, r.action.folded[len(p.Vendor)+1:]) {
			return true
		}
	}
	return false
}

// names finds a name among the sorted ones.
func (s *ActionSet) names(hash uint64, name string) bool {
	low, high := 0, len(s.hashes)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if s.hashes[middle] < hash {
			low = middle + 1
		} else {
			high = middle
		}
	}
	for ; low < len(s.hashes) && s.hashes[low] == hash; low++ {
		if s.Names[low] == name {
			return true
		}
	}
	return false
}
