// Code generated from models/sts.json by api/gen; DO NOT EDIT.

package sts

import (
	"github.com/cardea-iam/cardea/fault"
)

// ExpiredToken makes the fault ExpiredTokenException with status 400. Without args the format is the message as it stands.
func ExpiredToken(format string, args ...any) *fault.Error {
	return fault.New("ExpiredTokenException", 400, format, args...)
}

// ExpiredTradeInToken makes the fault ExpiredTradeInTokenException with status 400. Without args the format is the message as it stands.
func ExpiredTradeInToken(format string, args ...any) *fault.Error {
	return fault.New("ExpiredTradeInTokenException", 400, format, args...)
}

// IDPCommunicationError makes the fault IDPCommunicationError with status 400. Without args the format is the message as it stands.
func IDPCommunicationError(format string, args ...any) *fault.Error {
	return fault.New("IDPCommunicationError", 400, format, args...)
}

// IDPRejectedClaim makes the fault IDPRejectedClaim with status 403. Without args the format is the message as it stands.
func IDPRejectedClaim(format string, args ...any) *fault.Error {
	return fault.New("IDPRejectedClaim", 403, format, args...)
}

// InvalidAuthorizationMessage makes the fault InvalidAuthorizationMessageException with status 400. Without args the format is the message as it stands.
func InvalidAuthorizationMessage(format string, args ...any) *fault.Error {
	return fault.New("InvalidAuthorizationMessageException", 400, format, args...)
}

// InvalidIdentityToken makes the fault InvalidIdentityToken with status 400. Without args the format is the message as it stands.
func InvalidIdentityToken(format string, args ...any) *fault.Error {
	return fault.New("InvalidIdentityToken", 400, format, args...)
}

// JWTPayloadSizeExceeded makes the fault JWTPayloadSizeExceededException with status 400. Without args the format is the message as it stands.
func JWTPayloadSizeExceeded(format string, args ...any) *fault.Error {
	return fault.New("JWTPayloadSizeExceededException", 400, format, args...)
}

// MalformedPolicyDocument makes the fault MalformedPolicyDocument with status 400. Without args the format is the message as it stands.
func MalformedPolicyDocument(format string, args ...any) *fault.Error {
	return fault.New("MalformedPolicyDocument", 400, format, args...)
}

// OutboundWebIdentityFederationDisabled makes the fault OutboundWebIdentityFederationDisabledException with status 403. Without args the format is the message as it stands.
func OutboundWebIdentityFederationDisabled(format string, args ...any) *fault.Error {
	return fault.New("OutboundWebIdentityFederationDisabledException", 403, format, args...)
}

// PackedPolicyTooLarge makes the fault PackedPolicyTooLarge with status 400. Without args the format is the message as it stands.
func PackedPolicyTooLarge(format string, args ...any) *fault.Error {
	return fault.New("PackedPolicyTooLarge", 400, format, args...)
}

// RegionDisabled makes the fault RegionDisabledException with status 403. Without args the format is the message as it stands.
func RegionDisabled(format string, args ...any) *fault.Error {
	return fault.New("RegionDisabledException", 403, format, args...)
}

// SessionDurationEscalation makes the fault SessionDurationEscalationException with status 403. Without args the format is the message as it stands.
func SessionDurationEscalation(format string, args ...any) *fault.Error {
	return fault.New("SessionDurationEscalationException", 403, format, args...)
}
