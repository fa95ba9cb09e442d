// Code generated from models/iam.json by api/gen; DO NOT EDIT.

package iam

import (
	"github.com/cardea-iam/cardea/fault"
)

// AccountNotManagementOrDelegatedAdministrator makes the fault AccountNotManagementOrDelegatedAdministratorException with status 400. Without args the format is the message as it stands.
func AccountNotManagementOrDelegatedAdministrator(format string, args ...any) *fault.Error {
	return fault.New("AccountNotManagementOrDelegatedAdministratorException", 400, format, args...)
}

// CallerIsNotManagementAccount makes the fault CallerIsNotManagementAccountException with status 400. Without args the format is the message as it stands.
func CallerIsNotManagementAccount(format string, args ...any) *fault.Error {
	return fault.New("CallerIsNotManagementAccountException", 400, format, args...)
}

// ConcurrentModification makes the fault ConcurrentModification with status 409. Without args the format is the message as it stands.
func ConcurrentModification(format string, args ...any) *fault.Error {
	return fault.New("ConcurrentModification", 409, format, args...)
}

// CredentialReportExpired makes the fault ReportExpired with status 410. Without args the format is the message as it stands.
func CredentialReportExpired(format string, args ...any) *fault.Error {
	return fault.New("ReportExpired", 410, format, args...)
}

// CredentialReportNotPresent makes the fault ReportNotPresent with status 410. Without args the format is the message as it stands.
func CredentialReportNotPresent(format string, args ...any) *fault.Error {
	return fault.New("ReportNotPresent", 410, format, args...)
}

// CredentialReportNotReady makes the fault ReportInProgress with status 404. Without args the format is the message as it stands.
func CredentialReportNotReady(format string, args ...any) *fault.Error {
	return fault.New("ReportInProgress", 404, format, args...)
}

// DeleteConflict makes the fault DeleteConflict with status 409. Without args the format is the message as it stands.
func DeleteConflict(format string, args ...any) *fault.Error {
	return fault.New("DeleteConflict", 409, format, args...)
}

// DuplicateCertificate makes the fault DuplicateCertificate with status 409. Without args the format is the message as it stands.
func DuplicateCertificate(format string, args ...any) *fault.Error {
	return fault.New("DuplicateCertificate", 409, format, args...)
}

// DuplicateSSHPublicKey makes the fault DuplicateSSHPublicKey with status 400. Without args the format is the message as it stands.
func DuplicateSSHPublicKey(format string, args ...any) *fault.Error {
	return fault.New("DuplicateSSHPublicKey", 400, format, args...)
}

// EntityAlreadyExists makes the fault EntityAlreadyExists with status 409. Without args the format is the message as it stands.
func EntityAlreadyExists(format string, args ...any) *fault.Error {
	return fault.New("EntityAlreadyExists", 409, format, args...)
}

// EntityTemporarilyUnmodifiable makes the fault EntityTemporarilyUnmodifiable with status 409. Without args the format is the message as it stands.
func EntityTemporarilyUnmodifiable(format string, args ...any) *fault.Error {
	return fault.New("EntityTemporarilyUnmodifiable", 409, format, args...)
}

// FeatureDisabled makes the fault FeatureDisabled with status 404. Without args the format is the message as it stands.
func FeatureDisabled(format string, args ...any) *fault.Error {
	return fault.New("FeatureDisabled", 404, format, args...)
}

// FeatureEnabled makes the fault FeatureEnabled with status 409. Without args the format is the message as it stands.
func FeatureEnabled(format string, args ...any) *fault.Error {
	return fault.New("FeatureEnabled", 409, format, args...)
}

// InvalidAuthenticationCode makes the fault InvalidAuthenticationCode with status 403. Without args the format is the message as it stands.
func InvalidAuthenticationCode(format string, args ...any) *fault.Error {
	return fault.New("InvalidAuthenticationCode", 403, format, args...)
}

// InvalidCertificate makes the fault InvalidCertificate with status 400. Without args the format is the message as it stands.
func InvalidCertificate(format string, args ...any) *fault.Error {
	return fault.New("InvalidCertificate", 400, format, args...)
}

// InvalidInput makes the fault InvalidInput with status 400. Without args the format is the message as it stands.
func InvalidInput(format string, args ...any) *fault.Error {
	return fault.New("InvalidInput", 400, format, args...)
}

// InvalidPublicKey makes the fault InvalidPublicKey with status 400. Without args the format is the message as it stands.
func InvalidPublicKey(format string, args ...any) *fault.Error {
	return fault.New("InvalidPublicKey", 400, format, args...)
}

// InvalidUserType makes the fault InvalidUserType with status 400. Without args the format is the message as it stands.
func InvalidUserType(format string, args ...any) *fault.Error {
	return fault.New("InvalidUserType", 400, format, args...)
}

// KeyPairMismatch makes the fault KeyPairMismatch with status 400. Without args the format is the message as it stands.
func KeyPairMismatch(format string, args ...any) *fault.Error {
	return fault.New("KeyPairMismatch", 400, format, args...)
}

// LimitExceeded makes the fault LimitExceeded with status 409. Without args the format is the message as it stands.
func LimitExceeded(format string, args ...any) *fault.Error {
	return fault.New("LimitExceeded", 409, format, args...)
}

// MalformedCertificate makes the fault MalformedCertificate with status 400. Without args the format is the message as it stands.
func MalformedCertificate(format string, args ...any) *fault.Error {
	return fault.New("MalformedCertificate", 400, format, args...)
}

// MalformedPolicyDocument makes the fault MalformedPolicyDocument with status 400. Without args the format is the message as it stands.
func MalformedPolicyDocument(format string, args ...any) *fault.Error {
	return fault.New("MalformedPolicyDocument", 400, format, args...)
}

// NoSuchEntity makes the fault NoSuchEntity with status 404. Without args the format is the message as it stands.
func NoSuchEntity(format string, args ...any) *fault.Error {
	return fault.New("NoSuchEntity", 404, format, args...)
}

// OpenIdIdpCommunicationError makes the fault OpenIdIdpCommunicationError with status 400. Without args the format is the message as it stands.
func OpenIdIdpCommunicationError(format string, args ...any) *fault.Error {
	return fault.New("OpenIdIdpCommunicationError", 400, format, args...)
}

// OrganizationNotFound makes the fault OrganizationNotFoundException with status 400. Without args the format is the message as it stands.
func OrganizationNotFound(format string, args ...any) *fault.Error {
	return fault.New("OrganizationNotFoundException", 400, format, args...)
}

// OrganizationNotInAllFeaturesMode makes the fault OrganizationNotInAllFeaturesModeException with status 400. Without args the format is the message as it stands.
func OrganizationNotInAllFeaturesMode(format string, args ...any) *fault.Error {
	return fault.New("OrganizationNotInAllFeaturesModeException", 400, format, args...)
}

// PasswordPolicyViolation makes the fault PasswordPolicyViolation with status 400. Without args the format is the message as it stands.
func PasswordPolicyViolation(format string, args ...any) *fault.Error {
	return fault.New("PasswordPolicyViolation", 400, format, args...)
}

// PolicyEvaluation makes the fault PolicyEvaluation with status 500. Without args the format is the message as it stands.
func PolicyEvaluation(format string, args ...any) *fault.Error {
	return fault.New("PolicyEvaluation", 500, format, args...)
}

// PolicyNotAttachable makes the fault PolicyNotAttachable with status 400. Without args the format is the message as it stands.
func PolicyNotAttachable(format string, args ...any) *fault.Error {
	return fault.New("PolicyNotAttachable", 400, format, args...)
}

// ReportGenerationLimitExceeded makes the fault ReportGenerationLimitExceeded with status 409. Without args the format is the message as it stands.
func ReportGenerationLimitExceeded(format string, args ...any) *fault.Error {
	return fault.New("ReportGenerationLimitExceeded", 409, format, args...)
}

// ServiceAccessNotEnabled makes the fault ServiceAccessNotEnabledException with status 400. Without args the format is the message as it stands.
func ServiceAccessNotEnabled(format string, args ...any) *fault.Error {
	return fault.New("ServiceAccessNotEnabledException", 400, format, args...)
}

// ServiceFailure makes the fault ServiceFailure with status 500. Without args the format is the message as it stands.
func ServiceFailure(format string, args ...any) *fault.Error {
	return fault.New("ServiceFailure", 500, format, args...)
}

// ServiceNotSupported makes the fault NotSupportedService with status 404. Without args the format is the message as it stands.
func ServiceNotSupported(format string, args ...any) *fault.Error {
	return fault.New("NotSupportedService", 404, format, args...)
}

// UnmodifiableEntity makes the fault UnmodifiableEntity with status 400. Without args the format is the message as it stands.
func UnmodifiableEntity(format string, args ...any) *fault.Error {
	return fault.New("UnmodifiableEntity", 400, format, args...)
}

// UnrecognizedPublicKeyEncoding makes the fault UnrecognizedPublicKeyEncoding with status 400. Without args the format is the message as it stands.
func UnrecognizedPublicKeyEncoding(format string, args ...any) *fault.Error {
	return fault.New("UnrecognizedPublicKeyEncoding", 400, format, args...)
}
