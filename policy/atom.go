package policy

import (
	"encoding/base64"
	"net/netip"
	"strings"
)

// Atom is one condition: a key, an operator, and the values of the policy, typed. All atoms of a statement must hold.
type Atom struct {
	Key        Key
	Operator   Operator
	Negated    bool // none of the values may match
	Quantifier Quantifier
	IfExists   bool

	Count    int            // how many values the policy gives
	Garbled  int            // how many of them do not parse
	Patterns []Pattern      // of String operators, and of Bool values with variables
	ARNs     []ARNPattern   // of Arn operators
	Numbers  []Decimal      // of Numeric operators
	Instants []int64        // of Date operators: milliseconds since 1970
	Networks []netip.Prefix // of IP address operators
	Bytes    []string       // of BinaryEquals: decoded
	True     bool           // of Bool and Null: true is among the values
	False    bool           // and false
}

// newAtom compiles one key of one operator.
func newAtom(operator string, key *ConditionKey, vars bool) Atom {
	p := parseOperator(operator)
	a := Atom{
		Key: KeyOf(key.Name.Text), Operator: p.operator, Negated: p.negated, Quantifier: p.quantifier, IfExists: p.ifExists,
		Count: len(key.Values),
	}
	for _, v := range key.Values {
		if !a.add(v.Text, vars) {
			a.Garbled++
		}
	}
	return a
}

// add types a value of the policy; ok is false when it does not parse.
func (a *Atom) add(text string, vars bool) (ok bool) {
	switch a.Operator {
	case StringEquals, StringEqualsIgnoreCase:
		a.Patterns = append(a.Patterns, newPattern(text, false, vars))
		return true
	case StringLike:
		a.Patterns = append(a.Patterns, newPattern(text, true, vars))
		return true
	case ARNLike:
		p := newARNPattern(text, vars)
		if len(p.Parts) < arnParts || p.where == 0 {
			return false
		}
		a.ARNs = append(a.ARNs, p)
		return true
	case Bool:
		if p := newPattern(text, false, vars); p.vars {
			a.Patterns = append(a.Patterns, p)
			return true
		}
		return a.addBool(text)
	case Null:
		return a.addBool(text)
	case BinaryEquals:
		raw, err := base64.StdEncoding.DecodeString(text)
		if err == nil {
			a.Bytes = append(a.Bytes, string(raw))
		}
		return err == nil
	case IPAddress:
		network, ok := parseNetwork(text)
		if ok {
			a.Networks = append(a.Networks, network)
		}
		return ok
	}
	return a.addOrdered(text)
}

func (a *Atom) addBool(text string) bool {
	value, ok := parseBool(text)
	a.True = a.True || ok && value
	a.False = a.False || ok && !value
	return ok
}

func (a *Atom) addOrdered(text string) bool {
	if a.Operator >= DateEquals && a.Operator <= DateGreaterThanEquals {
		ms, ok := parseInstant(text)
		if ok {
			a.Instants = append(a.Instants, ms)
		}
		return ok
	}
	d, ok := parseDecimal(text)
	if ok {
		a.Numbers = append(a.Numbers, d)
	}
	return ok
}

// parseBool reads true or false, in whatever case of ASCII letters.
func parseBool(text string) (value, ok bool) {
	value = spells(text, "true")
	return value, value || spells(text, "false")
}

// spells reports whether the text is an ASCII word but for the case of its letters. Other letters that fold to ASCII, such as the
// long s, are longer in bytes.
func spells(text, word string) bool { return len(text) == len(word) && strings.EqualFold(text, word) }

// parseNetwork reads a CIDR block, whose host bits are ignored, or a bare address.
func parseNetwork(text string) (netip.Prefix, bool) {
	if addr, ok := parseAddr(text); ok {
		return netip.PrefixFrom(addr, addr.BitLen()), true
	}
	p, err := netip.ParsePrefix(text)
	if err != nil {
		return netip.Prefix{}, false
	}
	return p.Masked(), true
}

func parseAddr(text string) (netip.Addr, bool) {
	addr, err := netip.ParseAddr(text)
	return addr, err == nil && addr.Zone() == ""
}

// cheap reports whether the atom costs next to nothing to test, so that it is worth testing before anything else.
func (a *Atom) cheap() bool {
	return (a.Operator == Bool || a.Operator == Null) && len(a.Patterns) == 0 && a.Quantifier == OneValue
}
