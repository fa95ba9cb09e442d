package policy

import "strings"

// special marks the actions that have rules of their own.
type special uint8

const (
	ordinary      special = iota
	unconditional         // everybody who is somebody may do it
	managedWrite          // a write that nobody may do on an AWS managed policy
	reservedWrite         // a write that nobody may do on a role that AWS keeps for itself
	aliasWrite            // a write that nobody may do on an alias of a key that AWS manages
	plainAssume           // sts:AssumeRole, which root may not do
	outsideOfRCPs         // resource control policies have no say
)

// specials are these actions by folded name.
//
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
var specials = func() map[string]special {
	m := map[string]special{
		"sts:getcalleridentity": unconditional, "sts:getsessiontoken": unconditional, "sts:assumerole": plainAssume,
		"kms:createalias": aliasWrite, "kms:updatealias": aliasWrite, "kms:deletealias": aliasWrite, "kms:retiregrant": outsideOfRCPs,
	}
	for _, name := range []string{"createpolicy", "createpolicyversion", "deletepolicy", "deletepolicyversion", "setdefaultpolicyversion", "tagpolicy", "untagpolicy"} {
		m["iam:"+name] = managedWrite
	}
	for _, name := range []string{
		"attachrolepolicy", "createrole", "createservicelinkedrole", "deleterole", "deleterolepermissionsboundary", "deleterolepolicy",
		"deleteservicelinkedrole", "detachrolepolicy", "passrole", "putrolepermissionsboundary", "putrolepolicy", "tagrole", "untagrole",
		"updateassumerolepolicy", "updaterole", "updateroledescription",
	} {
		m["iam:"+name] = reservedWrite
	}
	return m
}()

// Unconditional reports whether everybody who is somebody may do an action, whatever policies say: then nothing needs to be gathered to decide on it.
// The action is in its published case.
func Unconditional(action string) bool {
	return action == "sts:GetCallerIdentity" || action == "sts:GetSessionToken"
}

// beyondPolicies decides what no policy can change.
func (r *Request) beyondPolicies() (d Decision, done bool) {
	switch r.action.special {
	case unconditional:
		if r.caller.Kind != Anonymous {
			return settled(Allowed, Identity), true
		}
	case managedWrite:
		done = r.resource.is("iam", "policy/") && r.resource.part(4) == "aws"
	case reservedWrite:
		done = r.resource.is("iam", "role/aws-reserved/")
	}
	return settled(ImplicitlyDenied, Identity), done
}

// neverAllowed is what no Allow can open, although a Deny is still named as such.
func (c *layerCase) neverAllowed() (kind Kind, forbidden bool) {
	r := c.r
	switch r.action.special {
	case aliasWrite:
		return Identity, r.resource.is("kms", "alias/aws/")
	case plainAssume:
		return c.resourceKind(), r.caller.Kind == Root
	}
	return 0, false
}

// is reports whether a resource is of a service and its last part begins with a prefix.
func (a *arnText) is(service, prefix string) bool {
	return a.ok && a.part(2) == service && strings.HasPrefix(a.part(5), prefix)
}

// assumesRole reports whether the request is decided by a role's trust policy.
func (r *Request) assumesRole() bool {
	return r.action.vendor == "sts" && r.resource.is("iam", "role/")
}

// mustGrant reports whether the policy of the resource has to allow inside of the account too: trust policies and policies of KMS keys.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
func (c *layerCase) mustGrant() bool {
	return c.set.Resource != nil && c.set.Resource.kind == Trust || c.r.assumesRole() ||
		c.r.action.vendor == "kms" && c.r.resource.is("kms", "key/")
}

// takesSCPs reports whether service control policies have a say: over users, roles and root, not over service-linked roles.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
func (c *caller) takesSCPs() bool {
	switch c.Kind {
	case User, RoleSession, FederatedUser, Root:
		return !c.serviceLinked
	}
	return false
}

// takesRCPs reports whether resource control policies have a say: not for service-linked roles, not for IAM itself, not for
// the trust of service-linked roles, not for the grants that a holder gives back.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
func (r *Request) takesRCPs() bool {
	return !r.caller.serviceLinked && r.action.vendor != "iam" && r.action.special != outsideOfRCPs &&
		!r.resource.is("iam", "role/aws-service-role/")
}

// mayChangeOwnPassword is the account's setting that lets users change their passwords without a policy.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html
func (c *layerCase) mayChangeOwnPassword() bool {
	if !c.set.UsersMayChangePassword || c.r.caller.Kind != User {
		return false
	}
	switch c.r.action.folded {
	case "iam:changepassword":
		return c.r.caller.ARN != "" && c.r.resource.text == c.r.caller.ARN
	case "iam:getaccountpasswordpolicy":
		return true
	}
	return false
}
