package ec2

import (
	"encoding/base64"
	"iter"
	"slices"

	api "github.com/cardea-iam/cardea/api/ec2"
	"github.com/cardea-iam/cardea/service"
)

// mostResults is how many items a page has at most, and unless the caller says otherwise.
const mostResults = 1000

// query is what a caller wants to see of a kind of thing.
type query struct {
	ids     []string // these only
	filters []api.Filter
	max     *int32
	token   *string
}

// noun is a kind of thing as it is shown.
type noun[T any] struct {
	all    func(c *service.Call, after string) iter.Seq2[string, T] // by a key that orders them, after one
	one    func(c *service.Call, id string) (T, bool)
	tags   func(*T) []api.Tag // nil: it has none
	fields fields[T]
	kind   kind
}

// find answers one page of what matches, and the token of the next. Identifiers of which there is nothing are a fault.
func (n noun[T]) find(c *service.Call, q query) ([]T, *string, error) {
	if err := n.fields.check(q.filters); err != nil {
		return nil, nil, err
	}
	if len(q.ids) > 0 {
		found, err := n.named(c, q)
		return found, nil, err
	}
	limit, after, err := q.window()
	if err != nil {
		return nil, nil, err
	}
	found, last := []T{}, ""
	for key, thing := range n.all(c, after) {
		if !n.fields.matches(q.filters, &thing, n.tagsOf(&thing)) {
			continue
		}
		if len(found) == limit {
			return found, new(base64.RawURLEncoding.EncodeToString([]byte(last))), nil
		}
		found, last = append(found, thing), key
	}
	return found, nil, nil
}

func (n noun[T]) named(c *service.Call, q query) ([]T, error) {
	found, absent := []T{}, []string(nil)
	for i, id := range q.ids {
		if slices.Contains(q.ids[:i], id) {
			continue
		}
		thing, ok := n.one(c, id)
		if !ok {
			absent = append(absent, id)
		} else if n.fields.matches(q.filters, &thing, n.tagsOf(&thing)) {
			found = append(found, thing)
		}
	}
	if len(absent) > 0 {
		return nil, n.kind.notFound(absent...)
	}
	return found, nil
}

func (n noun[T]) tagsOf(thing *T) []api.Tag {
	if n.tags == nil {
		return nil
	}
	return n.tags(thing)
}

func (q query) window() (limit int, after string, err error) {
	limit = mostResults
	if q.max != nil {
		if *q.max < 5 {
			return 0, "", invalidValue("Value ( %d ) for parameter maxResults is invalid. Expecting a value greater than or equal to 5.", *q.max)
		}
		limit = min(int(*q.max), mostResults)
	}
	if q.token != nil && *q.token != "" {
		key, err := base64.RawURLEncoding.DecodeString(*q.token)
		if err != nil {
			return 0, "", invalidValue("Unable to parse pagination token")
		}
		after = string(key)
	}
	return limit, after, nil
}

// sorted lists things of a short list by a key, from the first key that is greater than after.
func sorted[T any](things []T, key func(*T) string, after string) iter.Seq2[string, T] {
	slices.SortFunc(things, func(a, b T) int {
		switch ka, kb := key(&a), key(&b); {
		case ka < kb:
			return -1
		case ka > kb:
			return 1
		}
		return 0
	})
	return func(yield func(string, T) bool) {
		for _, thing := range things {
			if k := key(&thing); k > after && !yield(k, thing) {
				return
			}
		}
	}
}

// shown lists the rows of a table as show shows them; ok is false for those that are not to be seen.
func shown[R, T any](rows iter.Seq2[string, *R], show func(*R) (T, bool)) iter.Seq2[string, T] {
	return func(yield func(string, T) bool) {
		for key, row := range rows {
			if thing, ok := show(row); ok && !yield(key, thing) {
				return
			}
		}
	}
}
