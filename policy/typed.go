package policy

import (
	"encoding/base64"
	"net/netip"
)

// typed is a value of the request in the types that operators have asked for so far: each is parsed once.
type typed struct {
	parsed, ok uint8 // one bit for each form
	boolean    bool
	number     Decimal
	instant    int64
	addr       netip.Addr
	arn        arnText
	bytes      string
}

// The forms of a value.
const (
	asBool = 1 << iota
	asNumber
	asInstant
	asAddr
	asARN
	asBytes
)

// as parses the text in a form, unless that has been done, and reports whether it is of that form.
func (t *typed) as(form uint8, text string) bool {
	if t.parsed&form == 0 {
		t.parsed |= form
		if t.parse(form, text) {
			t.ok |= form
		}
	}
	return t.ok&form != 0
}

func (t *typed) parse(form uint8, text string) (ok bool) {
	switch form {
	case asBool:
		t.boolean, ok = parseBool(text)
	case asNumber:
		t.number, ok = parseDecimal(text)
	case asInstant:
		t.instant, ok = parseInstant(text)
	case asAddr:
		t.addr, ok = parseAddr(text)
	case asARN:
		t.arn = cutARN(text)
		ok = t.arn.ok
	case asBytes:
		raw, err := base64.StdEncoding.DecodeString(text)
		t.bytes, ok = string(raw), err == nil
	}
	return ok
}
