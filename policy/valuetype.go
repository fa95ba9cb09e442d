package policy

// ValueType is a type that values of a condition key may have.
type ValueType uint8

// Types of values. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html
const (
	TextValue ValueType = iota
	NumberValue
	BoolValue
	AddressValue
	BinaryValue
	DateValue
)

// Fits reports whether a text can be read as a value of the type, as the operators of that type do.
func (t ValueType) Fits(text string) bool {
	var v typed
	switch t {
	case NumberValue:
		return v.as(asNumber, text)
	case BoolValue:
		return v.as(asBool, text)
	case AddressValue:
		return v.as(asAddr, text)
	case BinaryValue:
		return v.as(asBytes, text)
	case DateValue:
		return v.as(asInstant, text)
	}
	return true
}
