// Package api holds nothing itself: its subpackages are the published request and response shapes of the services that are served,
// generated from the models in models/ and never edited.
//
// Members follow one rule: a required scalar is a plain value; an optional one is a pointer (except IAM's unboxed booleans, which are
// false when absent and always written in answers); lists are slices, maps are maps, structures are pointers, blobs are []byte,
// enumerated values are strings with a constant for each. The tags say the rest:
//
//	wire      the name on the wire; ",required" when a request must carry the member
//	query     the name on requests, where it is not the wire name (EC2)
//	item      the element of a list's members in answers, where it is not the dialect's own
//	rule      the member's constraint, a key of the service's Rules
package api

//go:generate go run ./gen -model models/iam.json -out iam
//go:generate go run ./gen -model models/sts.json -out sts
//go:generate go run ./gen -model models/ec2.json -out ec2
//go:generate go run ./gen -model models/cardea.json -out cardea
//go:generate go run ./gen -model models/cloudtrail.json -out cloudtrail
//go:generate go run ./gen -model models/accessanalyzer.json -out accessanalyzer
