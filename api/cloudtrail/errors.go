// Code generated from models/cloudtrail.json by api/gen; DO NOT EDIT.

package cloudtrail

import (
	"github.com/cardea-iam/cardea/fault"
)

// InvalidEventCategory makes the fault InvalidEventCategoryException with status 400. Without args the format is the message as it stands.
func InvalidEventCategory(format string, args ...any) *fault.Error {
	return fault.New("InvalidEventCategoryException", 400, format, args...)
}

// InvalidLookupAttributes makes the fault InvalidLookupAttributesException with status 400. Without args the format is the message as it stands.
func InvalidLookupAttributes(format string, args ...any) *fault.Error {
	return fault.New("InvalidLookupAttributesException", 400, format, args...)
}

// InvalidMaxResults makes the fault InvalidMaxResultsException with status 400. Without args the format is the message as it stands.
func InvalidMaxResults(format string, args ...any) *fault.Error {
	return fault.New("InvalidMaxResultsException", 400, format, args...)
}

// InvalidNextToken makes the fault InvalidNextTokenException with status 400. Without args the format is the message as it stands.
func InvalidNextToken(format string, args ...any) *fault.Error {
	return fault.New("InvalidNextTokenException", 400, format, args...)
}

// InvalidTimeRange makes the fault InvalidTimeRangeException with status 400. Without args the format is the message as it stands.
func InvalidTimeRange(format string, args ...any) *fault.Error {
	return fault.New("InvalidTimeRangeException", 400, format, args...)
}
