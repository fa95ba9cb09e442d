package identity_test

import (
	"testing"

	"github.com/cardea-iam/cardea/identity"
)

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
func TestCallersAreNamedByTheirKind(t *testing.T) {
	const account = "123456789012"
	user := &identity.User{Account: account, Name: "ann", ID: "AIDAANN", Path: "/staff/"}
	role := &identity.Role{Account: account, Name: "ops", ID: "AROAOPS", Path: "/"}
	session := &identity.Session{Name: "s"}
	for _, c := range []struct {
		caller         identity.Caller
		id, arn, about string
	}{
		{identity.Caller{}, "anonymous", "anonymous", ""},
		{identity.Caller{Kind: identity.Root, Account: account}, account, "arn:aws:iam::123456789012:root", account},
		{identity.Caller{Kind: identity.IAMUser, Account: account, User: user}, "AIDAANN", "arn:aws:iam::123456789012:user/staff/ann", "AIDAANN"},
		{identity.Caller{Kind: identity.AssumedRole, Account: account, Role: role, Session: session}, "AROAOPS:s", "arn:aws:sts::123456789012:assumed-role/ops/s", "AROAOPS"},
		{identity.Caller{Kind: identity.FederatedUser, Account: account, User: user, Session: session}, "123456789012:s", "arn:aws:sts::123456789012:federated-user/s", "AIDAANN"},
		{identity.Caller{Kind: identity.FederatedUser, Account: account, Session: session}, "123456789012:s", "arn:aws:sts::123456789012:federated-user/s", account},
	} {
		if id, arn, about := c.caller.ID(), c.caller.ARN(), c.caller.PrincipalID(); id != c.id || arn != c.arn || about != c.about {
			t.Errorf("kind %d is %s, %s of %s; want %s, %s of %s", c.caller.Kind, id, arn, about, c.id, c.arn, c.about)
		}
	}
}
