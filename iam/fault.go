package iam

import "github.com/cardea-iam/cardea/fault"

// The faults of IAM, with the statuses that the service publishes.

func noSuchEntity(format string, args ...any) error {
	return fault.New("NoSuchEntity", fault.NotFound, format, args...)
}

func entityExists(format string, args ...any) error {
	return fault.New("EntityAlreadyExists", fault.Conflict, format, args...)
}

func deleteConflict(format string, args ...any) error {
	return fault.New("DeleteConflict", fault.Conflict, format, args...)
}

func limitExceeded(quota string, limit int) error {
	return fault.New("LimitExceeded", fault.Conflict, "Cannot exceed quota for %s: %d", quota, limit)
}

func invalidInput(format string, args ...any) error {
	return fault.New("InvalidInput", fault.BadRequest, format, args...)
}

func malformedPolicy(text string) error {
	return fault.New("MalformedPolicyDocument", fault.BadRequest, "%s", text)
}
