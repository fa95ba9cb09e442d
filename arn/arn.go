// Package arn is the names of resources: it parses and prints them.
package arn

import (
	"errors"
	"strings"
)

// ARN is a resource name cut at its first five colons. Resource may hold further colons and slashes.
type ARN struct {
	Partition string
	Service   string
	Region    string
	Account   string
	Resource  string
}

// ErrSyntax says that a text is no ARN.
var ErrSyntax = errors.New("not an ARN: want arn:partition:service:region:account:resource")

// Parse cuts a text into the six parts of an ARN. Nothing is cleaned, folded or checked beyond that.
func Parse(s string) (ARN, error) {
	rest, ok := strings.CutPrefix(s, "arn:")
	if !ok {
		return ARN{}, ErrSyntax
	}
	var a ARN
	for _, part := range []*string{&a.Partition, &a.Service, &a.Region, &a.Account} {
		if *part, rest, ok = strings.Cut(rest, ":"); !ok {
			return ARN{}, ErrSyntax
		}
	}
	a.Resource = rest
	return a, nil
}

// String prints the ARN in its one form.
func (a ARN) String() string {
	return "arn:" + a.Partition + ":" + a.Service + ":" + a.Region + ":" + a.Account + ":" + a.Resource
}

// Type is the resource part up to its first slash or colon: user, role, instance.
func (a ARN) Type() string {
	if i := strings.IndexAny(a.Resource, "/:"); i >= 0 {
		return a.Resource[:i]
	}
	return a.Resource
}

// Name is the resource part after its last slash.
func (a ARN) Name() string {
	return a.Resource[strings.LastIndexByte(a.Resource, '/')+1:]
}
