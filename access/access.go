// Package access answers two questions of every call: who is calling (a signature, a session token, a one-time code), and may they. It reads the
// store and changes nothing in it, but for one-time codes that are used up and failed attempts that are counted. It knows no HTTP and no operation.
package access

import (
	"io"

	"github.com/cardea-iam/cardea/seal"
	"github.com/cardea-iam/cardea/wire/sigv4"
)

// Options are what access is built from. All are required.
type Options struct {
	Keys   *Keys // opens what is sealed
	Chance io.Reader
}

// Access authenticates and authorizes. It may be used by many goroutines.
type Access struct {
	keys     *Keys
	chance   io.Reader
	signing  *sigv4.KeyCache
	compiled compiled
	sets     sets
}

// New builds it.
func New(o Options) *Access {
	return &Access{keys: o.Keys, chance: o.Chance, signing: sigv4.NewKeyCache()}
}

// place is where a secret of the store is sealed: one account is one cell.
func place(account, table, key, field string) seal.Place {
	return seal.Place{Cell: account, Key: table + "/" + key, Field: field}
}
