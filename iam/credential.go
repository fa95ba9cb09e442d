package iam

import (
	"iter"

	"github.com/cardea-iam/cardea/identity"
)

// What the families of credentials have in common.

// settable refuses the one published status that is an outcome and cannot be set: Expired.
func settable(status string) error {
	if status != identity.Active && status != identity.Inactive {
		return invalidInput("The status must be Active or Inactive.")
	}
	return nil
}

// count counts the rows of a short list.
func count[R any](rows iter.Seq[*R]) int {
	n := 0
	for range rows {
		n++
	}
	return n
}

// nameOrNil is a user's name for an answer: nil for root, who has none.
func nameOrNil(name string) *string {
	if name == "" {
		return nil
	}
	return &name
}

// orNA is N/A for what is not known, as reports and last uses say.
func orNA(text string) string {
	if text == "" {
		return notApplicable
	}
	return text
}
