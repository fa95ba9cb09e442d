// Code generated from models/accessanalyzer.json by api/gen; DO NOT EDIT.

package accessanalyzer

import (
	"github.com/cardea-iam/cardea/fault"
)

// AccessDenied makes the fault AccessDeniedException with status 403. Without args the format is the message as it stands.
func AccessDenied(format string, args ...any) *fault.Error {
	return fault.New("AccessDeniedException", 403, format, args...)
}

// InternalServer makes the fault InternalServerException with status 500. Without args the format is the message as it stands.
func InternalServer(format string, args ...any) *fault.Error {
	return fault.New("InternalServerException", 500, format, args...)
}

// Throttling makes the fault ThrottlingException with status 429. Without args the format is the message as it stands.
func Throttling(format string, args ...any) *fault.Error {
	return fault.New("ThrottlingException", 429, format, args...)
}

// Validation makes the fault ValidationException with status 400. Without args the format is the message as it stands.
func Validation(format string, args ...any) *fault.Error {
	return fault.New("ValidationException", 400, format, args...)
}
