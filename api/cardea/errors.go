// Code generated from models/cardea.json by api/gen; DO NOT EDIT.

package cardea

import (
	"github.com/cardea-iam/cardea/fault"
)

// DeleteConflict makes the fault DeleteConflict with status 409. Without args the format is the message as it stands.
func DeleteConflict(format string, args ...any) *fault.Error {
	return fault.New("DeleteConflict", 409, format, args...)
}

// EntityAlreadyExists makes the fault EntityAlreadyExists with status 409. Without args the format is the message as it stands.
func EntityAlreadyExists(format string, args ...any) *fault.Error {
	return fault.New("EntityAlreadyExists", 409, format, args...)
}

// InvalidInput makes the fault InvalidInput with status 400. Without args the format is the message as it stands.
func InvalidInput(format string, args ...any) *fault.Error {
	return fault.New("InvalidInput", 400, format, args...)
}

// MalformedPolicyDocument makes the fault MalformedPolicyDocument with status 400. Without args the format is the message as it stands.
func MalformedPolicyDocument(format string, args ...any) *fault.Error {
	return fault.New("MalformedPolicyDocument", 400, format, args...)
}

// NoSuchEntity makes the fault NoSuchEntity with status 404. Without args the format is the message as it stands.
func NoSuchEntity(format string, args ...any) *fault.Error {
	return fault.New("NoSuchEntity", 404, format, args...)
}
