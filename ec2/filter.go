package ec2

import (
	"maps"
	"strings"
	"time"

	api "github.com/cardea-iam/cardea/api/ec2"
)

// fields are what a kind of thing can be filtered by: what it shows under each name.
type fields[T any] map[string]func(*T) []string

// matches reports whether a thing passes all filters: of each, at least one value. Names that are no filter are refused by check.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html
func (f fields[T]) matches(filters []api.Filter, thing *T, tags []api.Tag) bool {
	for _, filter := range filters {
		if !anyLike(filter.Values, f.valuesOf(text(filter.Name), thing, tags)) {
			return false
		}
	}
	return true
}

func (f fields[T]) valuesOf(name string, thing *T, tags []api.Tag) []string {
	key, one := strings.CutPrefix(name, "tag:")
	var values []string
	switch {
	case one || name == "tag-key" || name == "tag-value":
		for _, tag := range tags {
			if name == "tag-key" {
				values = append(values, text(tag.Key))
			} else if !one || text(tag.Key) == key {
				values = append(values, text(tag.Value))
			}
		}
		return values
	default:
		return f[name](thing)
	}
}

// check refuses filters that this kind of thing does not have.
func (f fields[T]) check(filters []api.Filter) error {
	for _, filter := range filters {
		name := text(filter.Name)
		if _, ok := f[name]; !ok && name != "tag-key" && name != "tag-value" && !strings.HasPrefix(name, "tag:") {
			return invalidValue("The filter '%s' is invalid", name)
		}
		if len(filter.Values) == 0 {
			return invalidValue("The filter '%s' has no values", name)
		}
	}
	return nil
}

func anyLike(patterns, values []string) bool {
	for _, pattern := range patterns {
		for _, value := range values {
			if like(pattern, value) {
				return true
			}
		}
	}
	return false
}

// like compares with a filter's value: * stands for any text, ? for one character, and a backslash takes the meaning from the next. It takes time linear in pattern
// times value, whatever the pattern is.
func like(pattern, value string) bool {
	p, v := []rune(pattern), []rune(value)
	star, resume := -1, 0
	i, j := 0, 0
	for j < len(v) {
		literal, next := atom(p, i)
		switch {
		case i < len(p) && p[i] == '*':
			star, resume = i, j
			i++
		case i < len(p) && (p[i] == '?' || literal == v[j]):
			i, j = next, j+1
		case star >= 0:
			resume++
			i, j = star+1, resume
		default:
			return false
		}
	}
	for i < len(p) && p[i] == '*' {
		i++
	}
	return i == len(p)
}

// atom is the character at a place of a pattern, and the place after it.
func atom(p []rune, i int) (rune, int) {
	switch {
	case i >= len(p):
		return -1, i
	case p[i] == '\\' && i+1 < len(p):
		return p[i+1], i + 2
	}
	return p[i], i + 1
}

// field is a filter on a text that may be missing.
func field[T any](of func(*T) *string) func(*T) []string {
	return func(thing *T) []string {
		if s := of(thing); s != nil {
			return []string{*s}
		}
		return nil
	}
}

// flag is a filter on a truth value that may be missing.
func flag[T any](of func(*T) *bool) func(*T) []string {
	return func(thing *T) []string {
		if b := of(thing); b != nil {
			return []string{truth(*b)}
		}
		return nil
	}
}

// each is a filter on the members of a list.
func each[T, M any](members func(*T) []M, of func(*M) *string) func(*T) []string {
	return func(thing *T) []string {
		var values []string
		for _, member := range members(thing) {
			if s := of(&member); s != nil {
				values = append(values, *s)
			}
		}
		return values
	}
}

// all is a filter on the members of a list, by a filter on one of them.
func all[T, M any](members func(*T) []M, of func(*M) []string) func(*T) []string {
	return func(thing *T) []string {
		var values []string
		for _, member := range members(thing) {
			values = append(values, of(&member)...)
		}
		return values
	}
}

// moment is a filter on a time, as answers spell it.
func moment[T any](of func(*T) *time.Time) func(*T) []string {
	return func(thing *T) []string {
		if t := of(thing); t != nil {
			return []string{t.UTC().Format("2006-01-02T15:04:05.000Z")}
		}
		return nil
	}
}

// never are filters on what is true of nothing here.
func never[T any](names ...string) fields[T] {
	f := fields[T]{}
	for _, name := range names {
		f[name] = func(*T) []string { return []string{"false"} }
	}
	return f
}

// nothing are filters that AWS has and for which nothing here has a value.
func nothing[T any](names ...string) fields[T] {
	f := fields[T]{}
	for _, name := range names {
		f[name] = func(*T) []string { return nil }
	}
	return f
}

// under are filters on the members of a list, each under a name that begins with the prefix.
func under[T, M any](prefix string, members func(*T) []M, of fields[M]) fields[T] {
	f := fields[T]{}
	for name, values := range of {
		f[prefix+name] = all(members, values)
	}
	return f
}

func joined[T any](parts ...fields[T]) fields[T] {
	f := fields[T]{}
	for _, part := range parts {
		maps.Copy(f, part)
	}
	return f
}

func orEmpty[T any](p *T) *T {
	if p == nil {
		return new(T)
	}
	return p
}
