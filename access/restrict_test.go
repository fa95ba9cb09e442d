package access_test

import (
	"strings"
	"testing"
	"time"

	"github.com/cardea-iam/cardea/access"
	"github.com/cardea-iam/cardea/identity"
)

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
func TestSessionsMayCallWhatTheirKindAllows(t *testing.T) {
	const invalid, session = "InvalidClientTokenId", "Cannot call GetSessionToken with session credentials"
	user := &identity.User{Account: "123456789012", Name: "ann"}
	now := time.Date(2026, 11, 25, 2, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name                     string
		session                  *identity.Session
		iam, assumes, makesToken string // "" for what is left to the policies, else a piece of the refusal
	}{
		{"a long-term key", nil, "", "", ""},
		{"a GetSessionToken session without MFA", &identity.Session{Kind: identity.TokenSession}, invalid, "", session},
		{"a GetSessionToken session with MFA", &identity.Session{Kind: identity.TokenSession, MFAAt: now}, "", "", session},
		{"a console session without MFA", &identity.Session{Kind: identity.ConsoleSession}, "", "", ""},
		{"a role's session", &identity.Session{Kind: identity.RoleSession}, "", "", session},
		{"a federated session", &identity.Session{Kind: identity.FederationSession}, invalid, "Cannot call AssumeRole with session credentials", session},
	} {
		caller := &identity.Caller{Kind: identity.IAMUser, Account: user.Account, User: user, Session: c.session}
		for _, call := range []struct{ service, operation, want string }{
			{"iam", "ListUsers", c.iam}, {"sts", "AssumeRole", c.assumes}, {"sts", "GetSessionToken", c.makesToken}, {"sts", "GetCallerIdentity", ""}, {"ec2", "DescribeInstances", ""},
		} {
			err := access.Restrict(caller, call.service, call.operation)
			if (err == nil) != (call.want == "") || err != nil && !strings.Contains(err.Error(), call.want) {
				t.Errorf("%s calls %s:%s: %v, want %q", c.name, call.service, call.operation, err, call.want)
			}
		}
	}
}
