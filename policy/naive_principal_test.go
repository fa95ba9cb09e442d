package policy_test

import (
	"regexp"
	"strings"
)

// A naiveCaller is who asks, as far as an ARN or a name tells.
type naiveCaller struct {
	kind    string // anonymous, root, user, role, federated, service or provider
	account string
	name    string // the ARN, or the name of a service or provider
	parent  string // of a federated user: the ARN of the user
	role    string // of a role session: the name of the role
	linked  bool   // a session of a service-linked role
}

// naiveWho reads the name of a caller. Only providers vouch for somebody in AssumeRoleWithSAML and AssumeRoleWithWebIdentity.
func naiveWho(principal any, action string) naiveCaller {
	name, ok := principal.(string)
	if !ok {
		return naiveCaller{kind: "anonymous"}
	}
	c := naiveCaller{name: name, kind: "provider"}
	if strings.HasSuffix(name, ".amazonaws.com") && !strings.HasPrefix(naiveLower(action), "sts:assumerolewith") {
		c.kind = "service"
	}
	if !strings.HasPrefix(name, "arn:") {
		return c
	}
	parts := naiveARN(name, false)
	kind, rest, _ := strings.Cut(parts[5], "/")
	path := strings.Split(rest, "/")
	switch kind {
	case "root", "user":
		c.kind, c.account = kind, parts[4]
	case "role":
		c.kind, c.account, c.role = "role", parts[4], path[len(path)-1]
		c.linked = path[0] == "aws-service-role"
	case "assumed-role":
		c.kind, c.account, c.role = "role", parts[4], path[0]
	case "federated-user":
		c.kind, c.account = "federated", parts[4]
		c.parent = "arn:aws:iam::" + parts[4] + ":user/" + rest
	}
	return c
}

// What a Principal element is worth to a caller, from nothing to the best.
const (
	naiveNoGrant = iota
	naiveAccount
	naiveParent
	naiveDirect
)

// grant is what one entry gives to the caller.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
func (c naiveCaller) grant(entry naiveEntry) int {
	switch {
	case entry.kind == "AWS" && entry.name == "*":
		return naiveDirect
	case entry.kind == "Service" && c.kind == "service" && entry.name == c.name:
		return naiveDirect
	case entry.kind == "Federated" && c.kind == "provider" && entry.name == c.name:
		return naiveDirect
	case entry.kind != "AWS" || c.account == "":
		return naiveNoGrant
	case entry.name == c.account || entry.name == "arn:aws:iam::"+c.account+":root":
		return naiveAccount
	case (c.kind == "user" || c.kind == "federated") && entry.name == c.name:
		return naiveDirect
	case c.kind == "federated" && entry.name == c.parent:
		return naiveParent
	case c.kind == "role":
		return c.roleGrant(entry.name)
	}
	return naiveNoGrant
}

var naiveRole = regexp.MustCompile(`^arn:aws:iam::([0-9]{12}):role/(.*/)?([^/]+)$`)

// roleGrant: the ARN of a session leaves out the path of its role, and names of roles fold.
func (c naiveCaller) roleGrant(entry string) int {
	if strings.Contains(c.name, ":assumed-role/") && entry == c.name {
		return naiveDirect
	}
	role := naiveRole.FindStringSubmatch(entry)
	if role != nil && role[1] == c.account && naiveLower(role[3]) == naiveLower(c.role) && !strings.ContainsAny(entry, "*?") {
		return naiveParent
	}
	return naiveNoGrant
}

// principalMatches tells whether a statement is about the caller, and what it grants.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
func (q *naiveQuestion) principalMatches(s naiveStatement, kind string) (grant int, ok bool) {
	switch kind {
	case "identity", "boundary", "session", "scp":
		return naiveDirect, true
	}
	if !s.hasPrincipal {
		return naiveDirect, kind != "resource"
	}
	best, exempt := naiveNoGrant, false
	for _, entry := range s.principals {
		grant := q.caller.grant(entry)
		best = max(best, grant)
		itsSession := grant == naiveDirect && (q.caller.kind == "role" || q.caller.kind == "federated") && entry.name != "*"
		exempt = exempt || grant != naiveNoGrant && !itsSession
	}
	switch {
	case !s.notPrincipal:
		return best, best != naiveNoGrant
	case s.deny:
		return naiveDirect, !exempt || q.bounded()
	}
	return naiveDirect, best == naiveNoGrant
}

// bounded: the caller has a permissions boundary.
func (q *naiveQuestion) bounded() bool {
	return len(q.boundaries) > 0 && (q.caller.kind == "user" || q.caller.kind == "role" || q.caller.kind == "federated")
}
