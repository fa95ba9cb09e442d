package policy_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A naiveResult is the outcome and every statement of every layer that applies to the caller and the request.
type naiveResult struct {
	outcome        string
	allows, denies []string // kind, place and number of a statement
}

// A naiveLayer is what the policies of one kind, or of one level, say.
type naiveLayer struct {
	allows, denies []string
	grant          int
}

// ask evaluates the policies of one kind.
func (q *naiveQuestion) ask(kind string, docs []naivePlaced) (l naiveLayer) {
	for _, d := range docs {
		for i, s := range d.statements {
			grant, ok := q.principalMatches(s, kind)
			if !ok || !q.actionMatches(s) || !q.resourceMatches(s, kind, d.variables) || !q.conditionsMatch(s, d.variables) {
				continue
			}
			where := fmt.Sprintf("%s %s %d", kind, d.place, i)
			if s.deny {
				l.denies = append(l.denies, where)
				continue
			}
			l.allows = append(l.allows, where)
			l.grant = max(l.grant, grant)
		}
	}
	return l
}

// decide goes the way that AWS describes, one step after the other.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
func (q *naiveQuestion) decide() (r naiveResult) {
	switch {
	case q.is("sts:GetCallerIdentity", "sts:GetSessionToken") && q.caller.kind != "anonymous":
		return naiveResult{outcome: "Allowed"}
	case q.untouchable():
		return naiveResult{outcome: "ImplicitlyDenied"}
	}
	ordinary := slices.Contains([]string{"user", "role", "federated"}, q.caller.kind)
	take := func(l naiveLayer) naiveLayer {
		r.allows, r.denies = append(r.allows, l.allows...), append(r.denies, l.denies...)
		return l
	}
	passed := true // the guardrails: RCPs, SCPs, the endpoint
	if q.rcpsApply() {
		for _, level := range q.rcps {
			allows := len(take(q.ask("rcp", level)).allows) > 0
			passed = passed && (allows || q.fullRCP)
		}
	}
	if (ordinary || q.caller.kind == "root") && !q.caller.linked {
		for _, level := range q.scps {
			passed = len(take(q.ask("scp", level)).allows) > 0 && passed
		}
	}
	if len(q.endpoints) > 0 {
		passed = len(take(q.ask("endpoint", q.endpoints)).allows) > 0 && passed
	}
	grant := take(q.ask("resource", q.resources)).grant
	identity, boundary, session := q.caller.kind == "root", true, true
	if ordinary {
		identity = len(take(q.ask("identity", q.identities)).allows) > 0
	}
	if q.bounded() {
		boundary = len(take(q.ask("boundary", q.boundaries)).allows) > 0
	}
	if q.caller.kind == "federated" || (q.caller.kind == "role" || q.caller.kind == "root") && len(q.sessions) > 0 { // root: AssumeRoot
		session = len(take(q.ask("session", q.sessions)).allows) > 0
	}
	r.outcome = "ImplicitlyDenied"
	switch {
	case len(r.denies) > 0:
		r.outcome = "ExplicitlyDenied"
	case passed && !q.reserved() && q.core(grant, identity, boundary, session):
		r.outcome = "Allowed"
	}
	return r
}

// core is who must allow, by caller and account.
func (q *naiveQuestion) core(grant int, identity, boundary, session bool) bool {
	same := q.owner != "" && q.owner == q.caller.account
	switch {
	case q.caller.account == "":
		return grant == naiveDirect
	case !same:
		return grant > naiveNoGrant && identity && boundary && session
	case grant == naiveDirect:
		return true
	case grant == naiveParent:
		return boundary && session
	case grant == naiveNoGrant && q.selfGoverning():
		return false
	}
	return identity && boundary && session
}

func (q *naiveQuestion) is(actions ...string) bool {
	return slices.ContainsFunc(actions, func(a string) bool { return strings.EqualFold(a, q.action) })
}

func (q *naiveQuestion) on(pattern string) bool {
	return regexp.MustCompile("^" + pattern).MatchString(q.resource)
}

func (q *naiveQuestion) service() string {
	service, _, _ := strings.Cut(q.action, ":")
	return naiveLower(service)
}

// untouchable: writes on what AWS manages, whatever policies say.
func (q *naiveQuestion) untouchable() bool {
	return q.on(`arn:[^:]*:iam::aws:policy/`) && q.is("iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion",
		"iam:SetDefaultPolicyVersion", "iam:TagPolicy", "iam:UntagPolicy") ||
		q.on(`arn:[^:]*:iam::[^:]*:role/aws-reserved/`) && q.is("iam:AttachRolePolicy", "iam:CreateRole", "iam:CreateServiceLinkedRole", "iam:DeleteRole",
			"iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy", "iam:DeleteServiceLinkedRole", "iam:DetachRolePolicy", "iam:PassRole",
			"iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
			"iam:UpdateRoleDescription")
}

// reserved: what nothing allows, though a Deny is still found.
func (q *naiveQuestion) reserved() bool {
	return q.on(`arn:[^:]*:kms:[^:]*:[^:]*:alias/aws/`) && q.is("kms:CreateAlias", "kms:UpdateAlias", "kms:DeleteAlias") ||
		q.caller.kind == "root" && q.is("sts:AssumeRole")
}

// selfGoverning: trust policies and key policies decide inside of the account too.
func (q *naiveQuestion) selfGoverning() bool {
	return q.service() == "sts" && q.on(`arn:[^:]*:iam::[^:]*:role/`) || q.service() == "kms" && q.on(`arn:[^:]*:kms:[^:]*:[^:]*:key/`)
}

func (q *naiveQuestion) rcpsApply() bool {
	linkedTrust := q.service() == "sts" && q.on(`arn:[^:]*:iam::[^:]*:role/aws-service-role/`)
	return q.service() != "iam" && !q.is("kms:RetireGrant") && !q.caller.linked && !linkedTrust
}
