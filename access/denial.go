package access

import (
	"strings"

	"github.com/cardea-iam/cardea/fault"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/policy"
)

// Denial is the error of an ask that is not allowed, with everything that is known of why. Fault, encoded message, audit record and simulator read it; none
// of them decides again.
type Denial struct {
	Caller      *identity.Caller
	Ask         Ask
	Context     []Key // what the context held
	Explanation policy.Explanation
}

func (d *Denial) Error() string { return d.Sentence() }

// Sentence says who may not do what on which resource, and why, as AWS does.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
func (d *Denial) Sentence() string {
	sentence := "User: " + d.Caller.ARN() + " is not authorized to perform: " + d.Ask.Action
	switch d.Ask.Shown {
	case Unnamed:
	case "":
		sentence += " on resource: " + d.Ask.Resource
	default:
		sentence += " on resource: " + d.Ask.Shown
	}
	return sentence + " " + d.Explanation.Phrase(d.Ask.Action) + d.denier()
}

// denier names the managed policy whose Deny it is, as AWS does since 2026.
func (d *Denial) denier() string {
	if d.Explanation.Outcome != policy.ExplicitlyDenied {
		return ""
	}
	for _, reason := range d.Explanation.Reasons {
		if reason.Kind == d.Explanation.Kind && reason.Statement >= 0 && strings.HasPrefix(reason.Name, "arn:") && reason.Kind != policy.Trust {
			return ": " + reason.Name
		}
	}
	return ""
}

// Fault is the answer of IAM, STS and most others.
func (d *Denial) Fault() *fault.Error { return fault.AccessDenied("%s", d.Sentence()).Because(d) }
