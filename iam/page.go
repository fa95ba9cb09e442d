package iam

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"iter"
	"strings"

	"github.com/cardea-iam/cardea/fault"
)

// defaultPage is how many items a page has unless the caller says otherwise.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html
const defaultPage = 100

// window is the part of a list that a caller asks for: what stands after a key, so many at most. Markers are keys that only we can read.
type window struct {
	after string
	limit int
	full  func() bool // reports whether the page must end although there is room; nil: no
}

// page is one page of a list, as answers carry it.
type page[T any] struct {
	Items       []T
	Marker      *string
	IsTruncated bool
}

// windowOf reads the marker and the size of a page. A marker that is not ours is a ValidationError.
func windowOf(marker *string, maxItems *int32) (window, error) {
	w := window{limit: defaultPage}
	if maxItems != nil {
		w.limit = int(*maxItems)
	}
	if marker != nil {
		key, ok := openMarker(*marker)
		if !ok {
			return window{}, fault.Validation("Invalid Marker.")
		}
		w.after = key
	}
	return w, nil
}

// markerSum is how many bytes of a marker tell that it is one of ours. They keep no secret: a forged marker shows no more than a caller may list anyway.
const markerSum = 3

func newMarker(key string) string {
	sum := sha256.Sum256([]byte(key))
	return base64.RawURLEncoding.EncodeToString(append(sum[:markerSum:markerSum], key...))
}

func openMarker(marker string) (key string, ok bool) {
	text, err := base64.RawURLEncoding.DecodeString(marker)
	if err != nil || len(text) < markerSum {
		return "", false
	}
	key = string(text[markerSum:])
	return key, newMarker(key) == marker
}

// collect fills a page from rows in key order that begin after the window's key. Keep leaves rows out (nil: none); show makes an item of a row.
func collect[R, T any](w window, rows iter.Seq2[string, *R], keep func(*R) bool, show func(*R) T) page[T] {
	p := page[T]{Items: []T{}}
	last := ""
	for key, row := range rows {
		if keep != nil && !keep(row) {
			continue
		}
		if len(p.Items) == w.limit || last != "" && w.full != nil && w.full() {
			p.IsTruncated = true
			p.Marker = new(newMarker(last))
			return p
		}
		p.Items = append(p.Items, show(row))
		last = key
	}
	return p
}

// part is one of several lists that are paged as one. Parts stand in the order of their names, which have no slash in them.
type part[R any] struct {
	name string
	rows func(after string) iter.Seq2[string, *R] // in key order, from the first key that is greater than after
}

// joined lists parts one after the other, with keys that tell them apart.
func joined[R any](after string, parts ...part[R]) iter.Seq2[string, *R] {
	in, within, _ := strings.Cut(after, "/")
	return func(yield func(string, *R) bool) {
		for _, p := range parts {
			from := ""
			switch {
			case p.name < in:
				continue
			case p.name == in:
				from = within
			}
			for key, row := range p.rows(from) {
				if !yield(p.name+"/"+key, row) {
					return
				}
			}
		}
	}
}

// numbered gives the items of a short list keys in their order, so that it can be paged like a table.
func numbered[R any](items []R, after string) iter.Seq2[string, *R] {
	return func(yield func(string, *R) bool) {
		for i := range items {
			key := fmt.Sprintf("%08d", i)
			if key > after && !yield(key, &items[i]) {
				return
			}
		}
	}
}
