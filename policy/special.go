package policy

import "strings"

// managedWrites are the writes that nobody may do on an AWS managed policy.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
var managedWrites = nameSet("iam:", "createpolicy", "createpolicyversion", "deletepolicy", "deletepolicyversion", "setdefaultpolicyversion", "tagpolicy", "untagpolicy")

// reservedWrites are the writes that nobody may do on a role that AWS keeps for itself.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
var reservedWrites = nameSet("iam:", "attachrolepolicy", "createrole", "createservicelinkedrole", "deleterole", "deleterolepermissionsboundary",
	"deleterolepolicy", "deleteservicelinkedrole", "detachrolepolicy", "passrole", "putrolepermissionsboundary", "putrolepolicy", "tagrole",
	"untagrole", "updateassumerolepolicy", "updaterole", "updateroledescription")

// aliasWrites are the writes that nobody may do on an alias of a key that AWS manages.
var aliasWrites = nameSet("kms:", "createalias", "updatealias", "deletealias")

func nameSet(vendor string, names ...string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[vendor+name] = true
	}
	return set
}

// beyondPolicies decides what no policy can change.
func (c *layerCase) beyondPolicies() (d Decision, done bool) {
	r := c.r
	switch r.action.vendor {
	case "sts":
		// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html and
		// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
		if (r.action.folded == "sts:getcalleridentity" || r.action.folded == "sts:getsessiontoken") && r.caller.Kind != Anonymous {
			return settled(Allowed, Identity), true
		}
	case "iam":
		managed := r.resource.is("iam", "policy/") && r.resource.part(4) == "aws" && managedWrites[r.action.folded]
		reserved := r.resource.is("iam", "role/aws-reserved/") && reservedWrites[r.action.folded]
		if managed || reserved {
			return settled(ImplicitlyDenied, Identity), true
		}
	}
	return Decision{}, false
}

// neverAllowed is what no Allow can open, although a Deny is still named as such.
func (c *layerCase) neverAllowed() (kind Kind, forbidden bool) {
	r := c.r
	if r.action.vendor == "kms" && aliasWrites[r.action.folded] && r.resource.is("kms", "alias/aws/") {
		return Identity, true
	}
	// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: root cannot assume roles.
	if r.caller.Kind == Root && r.action.folded == "sts:assumerole" {
		return c.resourceKind(), true
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

// takesRCPs reports whether resource control policies have a say: not for service-linked roles, not for IAM itself, not for
// the trust of service-linked roles, not for the grants that a holder gives back.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
func (r *Request) takesRCPs() bool {
	return !r.caller.serviceLinked && r.action.vendor != "iam" && r.action.folded != "kms:retiregrant" &&
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
