package iam

import "strings"

// pathOf is the path of a new thing: / unless the caller says otherwise.
func pathOf(path *string) string {
	if path == nil {
		return "/"
	}
	return *path
}

// underPath keeps the rows whose path begins with a prefix; nil keeps all.
func underPath[R any](prefix *string, path func(*R) string) func(*R) bool {
	if prefix == nil || *prefix == "/" {
		return nil
	}
	return func(row *R) bool { return strings.HasPrefix(path(row), *prefix) }
}
