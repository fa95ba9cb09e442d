package policy_test

import (
	"encoding/base64"
	"math/big"
	"net/netip"
	"regexp"
	"strings"
	"time"
)

// A naiveVerdict is the answer to a comparison, which may be impossible.
type naiveVerdict int

const (
	naiveNo naiveVerdict = iota
	naiveYes
	naiveImpossible
)

func naiveIf(b bool) naiveVerdict {
	if b {
		return naiveYes
	}
	return naiveNo
}

// naiveFamilies are the operators: which of them are the negation of another.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
var naiveFamilies = map[string]struct {
	positive string
	negated  bool
}{
	"stringequals": {"stringequals", false}, "stringnotequals": {"stringequals", true},
	"stringequalsignorecase": {"stringequalsignorecase", false}, "stringnotequalsignorecase": {"stringequalsignorecase", true},
	"stringlike": {"stringlike", false}, "stringnotlike": {"stringlike", true},
	"numericequals": {"numericequals", false}, "numericnotequals": {"numericequals", true},
	"numericlessthan": {"numericlessthan", false}, "numericlessthanequals": {"numericlessthanequals", false},
	"numericgreaterthan": {"numericgreaterthan", false}, "numericgreaterthanequals": {"numericgreaterthanequals", false},
	"dateequals": {"dateequals", false}, "datenotequals": {"dateequals", true},
	"datelessthan": {"datelessthan", false}, "datelessthanequals": {"datelessthanequals", false},
	"dategreaterthan": {"dategreaterthan", false}, "dategreaterthanequals": {"dategreaterthanequals", false},
	"bool": {"bool", false}, "binaryequals": {"binaryequals", false}, "null": {"null", false},
	"ipaddress": {"ipaddress", false}, "notipaddress": {"ipaddress", true},
	"arnequals": {"arnlike", false}, "arnlike": {"arnlike", false},
	"arnnotequals": {"arnlike", true}, "arnnotlike": {"arnlike", true},
}

// compare holds one value of the request against one value of the policy. The operator is a positive one.
func (q *naiveQuestion) compare(operator, have, want string, variables bool) naiveVerdict {
	switch {
	case strings.HasPrefix(operator, "string"):
		return q.compareStrings(operator, have, want, variables)
	case operator == "bool":
		return q.compareBools(have, want, variables)
	case operator == "arnlike":
		pattern, requested := naiveARN(want, variables), naiveARN(have, false)
		if len(pattern) != 6 || len(requested) != 6 {
			return naiveImpossible
		}
		match, _ := naiveARNMatch(pattern, requested, variables, q.variable)
		return naiveIf(match)
	case operator == "binaryequals":
		a, err1 := base64.StdEncoding.DecodeString(have)
		b, err2 := base64.StdEncoding.DecodeString(want)
		if err1 != nil || err2 != nil {
			return naiveImpossible
		}
		return naiveIf(string(a) == string(b))
	case operator == "ipaddress":
		address, err := netip.ParseAddr(have)
		network, ok := naiveNetwork(want)
		if err != nil || !ok {
			return naiveImpossible
		}
		return naiveIf(network.Contains(address))
	case strings.HasPrefix(operator, "numeric"):
		a, ok1 := naiveNumber(have)
		b, ok2 := naiveNumber(want)
		if !ok1 || !ok2 {
			return naiveImpossible
		}
		return naiveOrder(strings.TrimPrefix(operator, "numeric"), a.Cmp(b))
	}
	a, ok1 := naiveInstant(have)
	b, ok2 := naiveInstant(want)
	if !ok1 || !ok2 {
		return naiveImpossible
	}
	return naiveOrder(strings.TrimPrefix(operator, "date"), a.Cmp(b))
}

func naiveOrder(relation string, order int) naiveVerdict {
	switch relation {
	case "equals":
		return naiveIf(order == 0)
	case "lessthan":
		return naiveIf(order < 0)
	case "lessthanequals":
		return naiveIf(order <= 0)
	case "greaterthan":
		return naiveIf(order > 0)
	}
	return naiveIf(order >= 0)
}

func (q *naiveQuestion) compareStrings(operator, have, want string, variables bool) naiveVerdict {
	tokens, resolved := naiveTokens(want, operator == "stringlike", variables, q.variable)
	switch {
	case !resolved:
		return naiveNo
	case operator == "stringequalsignorecase":
		return naiveIf(strings.EqualFold(have, naiveText(tokens)))
	}
	return naiveIf(naiveGlob(tokens, have))
}

func (q *naiveQuestion) compareBools(have, want string, variables bool) naiveVerdict {
	tokens, resolved := naiveTokens(want, false, variables, q.variable)
	have, want = naiveLower(have), naiveLower(naiveText(tokens))
	switch {
	case have != "true" && have != "false":
		return naiveImpossible
	case !resolved:
		return naiveNo
	case want != "true" && want != "false":
		return naiveImpossible
	}
	return naiveIf(have == want)
}

func naiveText(tokens []naiveToken) string {
	var text strings.Builder
	for _, token := range tokens {
		text.WriteRune(token.char)
	}
	return text.String()
}

func naiveNetwork(text string) (netip.Prefix, bool) {
	if address, err := netip.ParseAddr(text); err == nil {
		return netip.PrefixFrom(address, address.BitLen()), true
	}
	network, err := netip.ParsePrefix(text)
	return network.Masked(), err == nil
}

var naiveDecimal = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

func naiveNumber(text string) (*big.Rat, bool) {
	if !naiveDecimal.MatchString(text) {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// naiveInstant reads W3C dates, and epoch times: seconds, or milliseconds from 12 digits on. It knows milliseconds at most.
func naiveInstant(text string) (*big.Rat, bool) {
	if number, ok := naiveNumber(text); ok {
		digits, _, _ := strings.Cut(strings.TrimLeft(text, "+-"), ".")
		if number.Num().BitLen() > 63 {
			return nil, false // more than AWS takes in a policy
		}
		if len(digits) < 12 {
			number.Mul(number, big.NewRat(1000, 1))
		}
		return number, true
	}
	for _, day := range []string{"2006-01", "2006-01-02"} {
		if t, err := time.Parse(day, text); err == nil {
			return big.NewRat(t.UnixMilli(), 1), true
		}
	}
	for _, clock := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05"} {
		for _, zone := range []string{"", "Z07:00"} {
			if t, err := time.Parse(clock+zone, text); err == nil {
				return big.NewRat(t.UnixMilli(), 1), true
			}
		}
	}
	return nil, false
}
