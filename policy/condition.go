package policy

import "cmp"

// verdict is what a condition says: no, yes, or that no comparison can be made.
type verdict uint8

const (
	no verdict = iota
	yes
	failed
)

func verdictOf(b bool) verdict {
	if b {
		return yes
	}
	return no
}

// holds tells whether the request meets the condition.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
func (a *Atom) holds(r *Request) verdict {
	if a.Operator == UnknownOperator {
		return failed
	}
	e := r.find(&a.Key)
	switch {
	case e != nil && e.state == clash:
		return failed
	case a.Operator == Null:
		return a.presence(e)
	case e == nil && a.IfExists:
		return yes
	case a.Quantifier == ForAllValues:
		return a.forAll(r, e)
	case a.Quantifier == ForAnyValue:
		return a.forAny(r, e)
	case a.Count == 0:
		if a.IfExists {
			return no
		}
		return failed
	case e == nil:
		return verdictOf(a.Negated)
	case e.state == multi:
		return no
	}
	return a.passes(r, &e.typed, e.one)
}

// presence is the Null operator. With a set operator it says nothing of the request.
func (a *Atom) presence(e *entry) verdict {
	switch {
	case a.Quantifier == ForAllValues:
		return yes
	case a.Quantifier == ForAnyValue:
		return no
	case e == nil && a.True || e != nil && a.False:
		return yes
	case a.Count == 0 || a.Garbled > 0:
		return failed
	}
	return no
}

// forAll tells whether every value of the request passes. No value at all does.
func (a *Atom) forAll(r *Request, e *entry) verdict {
	out := yes
	for i := range e.count() {
		text := e.value(i)
		if text == "" {
			continue
		}
		if a.Count == 0 {
			return no
		}
		switch a.passesValue(r, e, i, text) {
		case failed:
			return failed
		case no:
			out = no
		}
	}
	return out
}

// forAny tells whether a value of the request passes.
func (a *Atom) forAny(r *Request, e *entry) verdict {
	if a.Count == 0 {
		return no
	}
	out := no
	for i := range e.count() {
		text := e.value(i)
		if text == "" {
			continue
		}
		switch a.passesValue(r, e, i, text) {
		case failed:
			return failed
		case yes:
			out = yes
		}
	}
	return out
}

// count is how many values the request has for a key; an absent key has none.
func (e *entry) count() int {
	switch {
	case e == nil:
		return 0
	case e.state == single:
		return 1
	}
	return len(e.list)
}

func (e *entry) value(i int) string {
	if e.state == single {
		return e.one
	}
	return e.list[i]
}

func (a *Atom) passesValue(r *Request, e *entry, i int, text string) verdict {
	if e.state == single {
		return a.passes(r, &e.typed, text)
	}
	var t typed
	return a.passes(r, &t, e.list[i])
}

// passes compares one value of the request with all values of the policy.
func (a *Atom) passes(r *Request, t *typed, text string) verdict {
	v := a.matches(r, t, text)
	if v == no && a.Garbled > 0 {
		return failed
	}
	if a.Negated && v != failed {
		return verdictOf(v == no)
	}
	return v
}

// matches tells whether one of the policy's values matches; failed when the request's value is not of the operator's type.
func (a *Atom) matches(r *Request, t *typed, text string) verdict {
	switch a.Operator {
	case StringEquals, StringLike:
		for i := range a.Patterns {
			if a.Patterns[i].match(r, text) {
				return yes
			}
		}
		return no
	case StringEqualsIgnoreCase:
		for i := range a.Patterns {
			if a.Patterns[i].equalFold(r, text) {
				return yes
			}
		}
		return no
	case Bool:
		return a.matchesBool(r, t, text)
	case ARNLike:
		return a.matchesARN(r, t, text)
	case IPAddress:
		return a.matchesAddr(t, text)
	case BinaryEquals:
		return a.matchesBytes(t, text)
	}
	if a.Operator >= DateEquals {
		return a.matchesInstant(t, text)
	}
	return a.matchesNumber(t, text)
}

func (a *Atom) matchesBool(r *Request, t *typed, text string) verdict {
	if !t.as(asBool, text) {
		return failed
	}
	if t.boolean && a.True || !t.boolean && a.False {
		return yes
	}
	out := no
	for i := range a.Patterns {
		p := &a.Patterns[i]
		switch isTrue, isFalse := p.spells(r, "true"), p.spells(r, "false"); {
		case t.boolean && isTrue || !t.boolean && isFalse:
			return yes
		case !isTrue && !isFalse && p.resolvable(r):
			out = failed // the substituted text is no boolean
		}
	}
	return out
}

func (a *Atom) matchesARN(r *Request, t *typed, text string) verdict {
	if !t.as(asARN, text) {
		return failed
	}
	for i := range a.ARNs {
		if a.ARNs[i].covers(r, &t.arn, Identity) {
			return yes
		}
	}
	return no
}

func (a *Atom) matchesAddr(t *typed, text string) verdict {
	if !t.as(asAddr, text) {
		return failed
	}
	for _, network := range a.Networks {
		if network.Contains(t.addr) {
			return yes
		}
	}
	return no
}

func (a *Atom) matchesBytes(t *typed, text string) verdict {
	if !t.as(asBytes, text) {
		return failed
	}
	for _, raw := range a.Bytes {
		if raw == t.bytes {
			return yes
		}
	}
	return no
}

func (a *Atom) matchesNumber(t *typed, text string) verdict {
	if !t.as(asNumber, text) {
		return failed
	}
	for i := range a.Numbers {
		if ordered(a.Operator-NumericEquals, t.number.Compare(a.Numbers[i])) {
			return yes
		}
	}
	return no
}

func (a *Atom) matchesInstant(t *typed, text string) verdict {
	if !t.as(asInstant, text) {
		return failed
	}
	for _, ms := range a.Instants {
		if ordered(a.Operator-DateEquals, cmp.Compare(t.instant, ms)) {
			return yes
		}
	}
	return no
}

// ordered judges a comparison by the place of its operator in a family: equals, less, less or equal, greater, greater or equal.
func ordered(place Operator, sign int) bool {
	switch place {
	case 0:
		return sign == 0
	case 1:
		return sign < 0
	case 2:
		return sign <= 0
	case 3:
		return sign > 0
	}
	return sign >= 0
}
