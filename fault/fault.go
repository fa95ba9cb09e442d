// Package fault holds the one kind of error that may reach a client: a code, a status and a message.
// Every other error is an accident: it is logged whole and answered as ServiceFailure.
package fault

import (
	"errors"
	"fmt"
)

// The HTTP statuses of faults, so that no floor below the doors needs to know HTTP.
const (
	BadRequest         = 400
	Unauthorized       = 401
	Forbidden          = 403
	NotFound           = 404
	Conflict           = 409
	Gone               = 410
	PreconditionFailed = 412
	TooLarge           = 413
	TooMany            = 429
	Failure            = 500
	Unavailable        = 503
)

// Error is an answer that says no. Code is the published error code without a protocol's decoration,
// Status the HTTP status, Message the sentence for the person who asked.
type Error struct {
	Code    string
	Status  int
	Message string

	// Keep marks a fault that does not undo its transaction: a failed attempt that must be counted,
	// a code that is used up although the call was denied.
	Keep bool

	// Detail is what the log may know and the client may not.
	Detail error
}

// New makes a fault. Without args the format is the message as it stands.
func New(code string, status int, format string, args ...any) *Error {
	message := format
	if len(args) > 0 {
		message = fmt.Sprintf(format, args...)
	}
	return &Error{Code: code, Status: status, Message: message}
}

// KeepsTransaction tells the store that the writes made before this error stand.
func (e *Error) KeepsTransaction() bool { return e.Keep }

func (e *Error) Error() string { return e.Code + ": " + e.Message }

// Unwrap gives the detail, so that errors.Is sees the cause.
func (e *Error) Unwrap() error { return e.Detail }

// Kept answers the same fault, marked to let its transaction stand.
func (e *Error) Kept() *Error {
	kept := *e
	kept.Keep = true
	return &kept
}

// Because answers the same fault with a detail for the log.
func (e *Error) Because(cause error) *Error {
	with := *e
	with.Detail = cause
	return &with
}

// Sender reports whether the one who asked is at fault, not the server.
func (e *Error) Sender() bool { return e.Status < Failure }

// Of finds the fault in an error. An error without one is answered as ServiceFailure, with the error as its detail.
func Of(err error) *Error {
	var f *Error
	if errors.As(err, &f) {
		return f
	}
	return ServiceFailure().Because(err)
}

// ServiceFailure is the answer to every accident.
func ServiceFailure() *Error {
	return New("ServiceFailure", Failure, "The request processing has failed because of an unknown error, exception or failure.")
}

// Validation is the answer to a parameter that no service accepts.
func Validation(format string, args ...any) *Error {
	return New("ValidationError", BadRequest, format, args...)
}

// AccessDenied is the answer to a caller who may not.
func AccessDenied(format string, args ...any) *Error {
	return New("AccessDenied", Forbidden, format, args...)
}
