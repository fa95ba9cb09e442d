// Package wire is the codec of the Query protocol family: a request's parameters become the struct of its operation, and the
// operation's answer or fault becomes bytes. Services that speak JSON take the same way: their members become parameters first. It also writes the faults of
// the JSON and REST protocols, for services that share the door. It knows no net/http: it takes strings and gives bytes, a status and a content type.
//
// # One decoder
//
// Percent-encoding is undone in percent.go and nowhere else: the parameters of an operation and the canonical request that its
// signature covers come from the same decoding, so that nobody can sign one request and have another one carried out.
//
// # Bad input
//
// Every refusal is a *fault.Error. Nothing is allocated for what a request merely claims to hold: a list has as many members
// as parameters name, and indices must run from 1 without a gap.
package wire
