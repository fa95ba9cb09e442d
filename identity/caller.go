package identity

import "time"

// CallerKind is what kind of principal makes a call.
type CallerKind uint8

// Kinds of callers.
const (
	Anonymous CallerKind = iota
	Root
	IAMUser
	AssumedRole
	FederatedUser
	WebIdentityUser // whoever an ID token is about, while they ask for a role
)

// Caller is who makes a call, as the store had it when the call was looked at.
type Caller struct {
	Kind    CallerKind
	Account string
	KeyID   string // the access key that signed

	User    *User        // for IAMUser, and the parent of a FederatedUser
	Role    *Role        // for AssumedRole
	Session *Session     // nil: a long-term key
	Web     *WebIdentity // for WebIdentityUser
	Browser string       // ID of the browser session, or of the pending sign-in, that the call came with; empty: none
}

// ID is the caller's aws:userid.
func (c *Caller) ID() string {
	switch c.Kind {
	case Root:
		return c.Account
	case IAMUser:
		return c.User.ID
	case AssumedRole:
		return c.Role.ID + ":" + c.Session.Name
	case FederatedUser:
		return c.Account + ":" + c.Session.Name
	case WebIdentityUser:
		return c.Web.Provider + ":" + c.Web.Audience + ":" + c.Web.Subject
	}
	return "anonymous"
}

// PrincipalID is the unique ID of the entity in the store that the caller stands on: the user's, the role's, or the account's.
func (c *Caller) PrincipalID() string {
	switch c.Kind {
	case IAMUser, FederatedUser:
		if c.User != nil {
			return c.User.ID
		}
		return c.Account
	case AssumedRole:
		return c.Role.ID
	case Root:
		return c.Account
	}
	return ""
}

// ARN is how the caller is named in answers and messages: the session's ARN for a role session.
func (c *Caller) ARN() string {
	switch c.Kind {
	case Root:
		return RootARN(c.Account)
	case IAMUser:
		return c.User.ARN()
	case AssumedRole:
		return "arn:" + Partition + ":sts::" + c.Account + ":assumed-role/" + c.Role.Name + "/" + c.Session.Name
	case FederatedUser:
		return "arn:" + Partition + ":sts::" + c.Account + ":federated-user/" + c.Session.Name
	case WebIdentityUser:
		return c.ID()
	}
	return "anonymous"
}

// UserName is the name of the IAM user who calls, or "" when it is none.
func (c *Caller) UserName() string {
	if c.Kind == IAMUser {
		return c.User.Name
	}
	return ""
}

// MFA tells the caller's MFA state: known is false where the context has no such key (long-term keys, role and federated sessions).
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
func (c *Caller) MFA() (present, known bool, at time.Time) {
	if c.Session == nil || c.Session.Kind == RoleSession || c.Session.Kind == FederationSession {
		return false, false, time.Time{}
	}
	return !c.Session.MFAAt.IsZero(), true, c.Session.MFAAt
}
